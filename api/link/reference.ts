/**
 * Messages that name a link.
 *
 * @module
 */

import { briefLinkMessage } from "../../messages/link/common.ts";
import type { LinkMessage } from "../../messages/link/link.ts";
import {
  checkName,
  type Device,
  device,
  indexOf,
  linkByName,
} from "../mapping/device.ts";
import { enumeration } from "../mapping/enumerations.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import type { Conversion } from "../mapping/mapping.ts";
import { blank } from "../../messages/codec/mod.ts";

/** A link, or all links of a group. */
export type LinkReference = Device | {
  /** The group, by number; `"default"` is 0 (`IFLA_GROUP`). */
  readonly group: LinkGroup;
};

/** A group of links, by number; `"default"` is 0. */
export type LinkGroup = number | "default";

/** How {@linkcode LinkGroup} is stored. */
export const linkGroup: Conversion<LinkGroup, number> = enumeration({
  default: 0,
});

/**
 * A message that names a link.
 *
 * @param device The link.
 * @param fieldPath Where the reference stands.
 * @returns The message.
 * @throws {TypeError} If it is no reference to a device.
 */
export function linkReference(
  device: Device,
  fieldPath: FieldPath,
): LinkMessage {
  if (typeof device === "string") {
    return linkByName(checkName(device, fieldPath));
  }
  return blank(briefLinkMessage, { index: indexOf(device, fieldPath) });
}

/**
 * Whether a group of links is meant, and not a single one.
 *
 * @param link What is meant.
 * @returns Whether it is a group.
 */
export function isGroup(
  link: LinkReference,
): link is { readonly group: LinkGroup } {
  return typeof link === "object" && link !== null && !("index" in link);
}

/**
 * Makes a message one about a link that is there, or about all links of a
 * group.
 *
 * @param message The message.
 * @param link The link or the group.
 * @param fieldPath Where the reference stands.
 */
export function target(
  message: LinkMessage,
  link: LinkReference,
  fieldPath: FieldPath,
): void {
  const { attributes } = message;
  if (isGroup(link)) {
    message.index = 0;
    attributes.group = linkGroup.toKernel(link.group, fieldPath.at("group"))!;
    return;
  }
  message.index = device.toKernel(link, fieldPath)!;
  // A link that is up refuses any renaming, even to the name that it has.
  const name = typeof link === "object" && "name" in link ? link.name : link;
  if (attributes.name === name) delete attributes.name;
}
