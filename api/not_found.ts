/**
 * Objects that were looked for in a list, as the kernel cannot be asked for
 * them one by one.
 *
 * @module
 */

import { actionName, messageTypeName, objectName } from "./describe.ts";
import { NetlinkError } from "./error.ts";

/**
 * The error that says that an object is not there.
 *
 * @param errno The error number that the kernel has for this.
 * @param type Type of the message that asks for such objects, `RTM_GET*`.
 * @param key What was looked for.
 * @returns The error.
 */
export function notFound(
  errno: number,
  type: number,
  key: unknown,
): NetlinkError {
  return new NetlinkError(errno, {
    request: {
      type,
      name: messageTypeName(type),
      flags: 0,
      action: actionName(type, 0),
      object: objectName(type),
      message: key,
    },
  });
}
