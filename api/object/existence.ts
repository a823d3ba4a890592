/**
 * Objects that need not be there.
 *
 * @module
 */

import { checkBoolean } from "../mapping/conversions.ts";
import type { RequestOptions } from "../connection/connection.ts";
import { NetlinkError } from "../connection/errors.ts";
import { UnknownDeviceError } from "./lookup.ts";
import { checkObject, FieldPath } from "../mapping/field_path.ts";

/** Options of `delete`. */
export interface DeleteOptions extends RequestOptions {
  /**
   * Whether it is all right if there is no such object.
   *
   * @default {false}
   */
  ifExists?: boolean;
}

/** Whether an error means that an object is not there. */
export type IsMissing = (error: unknown) => boolean;

/**
 * Recognizes the errors that mean that an object is not there: its device is
 * not there, or the kernel has one of some error codes.
 *
 * @param codes The codes, such as `ENOENT`.
 * @returns What recognizes them.
 */
export function missing(...codes: readonly string[]): IsMissing {
  return (error) =>
    error instanceof UnknownDeviceError ||
    error instanceof NetlinkError && codes.includes(error.code);
}

/**
 * Gets an object, or finds out that there is none.
 *
 * @typeParam T The object.
 * @param object The object that is being asked for.
 * @param isMissing Recognizes the errors that mean that there is none.
 * @returns The object, or `undefined`.
 */
export async function orUndefined<T>(
  object: Promise<T>,
  isMissing: IsMissing,
): Promise<T | undefined> {
  try {
    return await object;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/**
 * Deletes an object, which need not be there if the options allow that.
 *
 * @param remove Deletes the object.
 * @param options How to ask.
 * @param isMissing Recognizes the errors that mean that there is none.
 * @returns Whether it was there.
 */
export async function deleteObject(
  remove: (options: RequestOptions) => Promise<unknown>,
  options: DeleteOptions,
  isMissing: IsMissing,
): Promise<boolean> {
  checkObject(options, FieldPath.root.at("options"));
  const { ifExists = false, ...rest } = options;
  checkBoolean(ifExists, FieldPath.root.at("ifExists"));
  try {
    await remove(rest);
    return true;
  } catch (error) {
    if (ifExists && isMissing(error)) return false;
    throw error;
  }
}
