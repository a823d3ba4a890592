/**
 * Objects that were looked for in a list, as the kernel cannot be asked for
 * them one by one.
 *
 * @module
 */

import { describeRequest } from "./request_names.ts";
import { NetlinkError } from "./errors.ts";
import type { NameOf } from "./subject.ts";

/**
 * The error that means that an object is not there.
 *
 * @param errno The error number that the kernel has for this.
 * @param type Type of the message that asks for such objects, `RTM_GET*`.
 * @param message What was looked for, as a message.
 * @param nameOf Finds the names of devices.
 * @returns The error.
 */
export function notFound(
  errno: number,
  type: number,
  message: unknown,
  nameOf?: NameOf,
): NetlinkError {
  const request = describeRequest(
    { type, message, ...nameOf !== undefined && { nameOf } },
    0,
  );
  return new NetlinkError(errno, { request });
}
