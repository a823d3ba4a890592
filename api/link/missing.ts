/**
 * Links that are not there.
 *
 * @module
 */

import { describeRequest } from "../connection/request_names.ts";
import type { Device } from "../mapping/device.ts";
import { NetlinkError } from "../connection/errors.ts";
import { type IsMissing, missing } from "../object/existence.ts";
import { UnknownDeviceError } from "../object/lookup.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { linkReference } from "./reference.ts";

/** Recognizes the errors that mean that a link is not there. */
export const isMissing: IsMissing = missing("ENODEV");

/**
 * Returns which link is not there, if that is why the kernel refused a request.
 *
 * @param error The error.
 * @param device The link that the request is about.
 * @returns An {@linkcode UnknownDeviceError}, or the same error.
 */
export function noSuchLink(error: unknown, device: Device): unknown {
  if (!(error instanceof NetlinkError && error.code === "ENODEV")) return error;
  return new UnknownDeviceError(nameOrIndex(device), "", error.request);
}

/**
 * The error for a link that was looked for before a request.
 *
 * @param device The link.
 * @param type What was to be done with it, `RTM_*`.
 * @returns The error.
 */
export function missingLink(device: Device, type: number): UnknownDeviceError {
  const message = linkReference(device, FieldPath.root);
  const request = describeRequest({ type, message }, 0);
  return new UnknownDeviceError(nameOrIndex(device), "", request);
}

function nameOrIndex(device: Device): string | number {
  return typeof device === "object" ? device.index : device;
}
