/**
 * Objects that were looked for in a list, as the kernel cannot be asked for
 * them one by one.
 *
 * @module
 */

import { describeRequest } from "./request_names.ts";
import { errnoOf } from "../../messages/errno.ts";
import { NetlinkError } from "./errors.ts";
import type { NameOf } from "./subject.ts";

/**
 * The error that means that an object is not there.
 *
 * @param code Name of the error that the kernel has for this.
 * @param type Type of the message that asks for such objects, `RTM_GET*`.
 * @param message What was looked for, as a message.
 * @param nameOf Finds the names of devices.
 * @returns The error.
 */
export function notFound(
  code: string,
  type: number,
  message: unknown,
  nameOf?: NameOf,
): NetlinkError {
  const request = describeRequest(
    { type, message, ...nameOf !== undefined && { nameOf } },
    0,
  );
  return new NetlinkError(errnoOf(code), { request });
}
