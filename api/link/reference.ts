/**
 * Messages that name a link.
 *
 * @module
 */

import type { LinkMessage } from "../../messages/link/link.ts";
import {
  checkName,
  type Device,
  indexOf,
  MAX_NAME,
  nameLength,
} from "../device.ts";
import type { Place } from "../place.ts";

/**
 * A message that says nothing.
 *
 * @returns The message.
 */
export function blankLink(): LinkMessage {
  return {
    family: 0,
    type: 0,
    index: 0,
    flags: 0,
    change: 0,
    attributes: {},
  };
}

/**
 * A message that names a link by its name, or by one of its alternative names.
 *
 * @param name The name.
 * @returns The message.
 */
export function linkByName(name: string): LinkMessage {
  const message = blankLink();
  // The kernel refuses longer ones in the attribute for the name proper.
  if (nameLength(name) > MAX_NAME) message.attributes.alternativeName = name;
  else message.attributes.name = name;
  return message;
}

/**
 * A message that names a link.
 *
 * @param device The link.
 * @param place Where the reference stands.
 * @returns The message.
 * @throws {TypeError} If it is no reference to a device.
 */
export function linkReference(device: Device, place: Place): LinkMessage {
  if (typeof device === "string") return linkByName(checkName(device, place));
  return { ...blankLink(), index: indexOf(device, place) };
}
