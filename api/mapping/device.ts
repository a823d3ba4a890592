/**
 * References to devices and network namespaces.
 *
 * @module
 */

import { blank } from "../../messages/codec/mod.ts";
import { briefLinkMessage } from "../../messages/link/common.ts";
import type { LinkMessage } from "../../messages/link/link.ts";
import { checkInteger, orNull } from "./conversions.ts";
import { same } from "./forms.ts";
import type { FieldPath } from "./field_path.ts";
import type { Conversion } from "./mapping.ts";

/**
 * A device: its name or one of its alternative names, its index, or anything
 * that has an index, such as a link.
 */
export type Device = string | number | { readonly index: number };

/**
 * A device; the kernel wants its index, which is looked up where a name is
 * given.
 */
export const device: Conversion<Device, number> = {
  fromKernel: same,
  toKernel: (value, fieldPath) => {
    if (typeof value === "string") {
      return fieldPath.references.device(
        checkName(value, fieldPath),
        fieldPath.path,
      );
    }
    return indexOf(value, fieldPath);
  },
};

/** A {@linkcode device} in objects that are read, which have its index. */
export const deviceIndex: Conversion<number, number> = device as Conversion<
  number,
  number
>;

/**
 * A device that the kernel stores by name: a name need not be a device's, and
 * other references are looked up.
 */
export const deviceName: Conversion<Device, string> = {
  fromKernel: (value) => value,
  toKernel: (value, fieldPath) =>
    typeof value === "string"
      ? checkName(value, fieldPath)
      : fieldPath.references.deviceName(
        indexOf(value, fieldPath),
        fieldPath.path,
      ),
};

/** A {@linkcode device}, or `null` for none, which is 0 for the kernel. */
export const deviceOrNull: Conversion<Device | null, number> = orNull(
  device,
  0,
);

/**
 * The index of a device that is not given by name.
 *
 * @param device An index, or an object that has one.
 * @param fieldPath Where it stands.
 * @returns The index.
 * @throws {TypeError} If it is neither.
 * @throws {RangeError} If the index cannot be one.
 */
export function indexOf(
  device: Exclude<Device, string>,
  fieldPath: FieldPath,
): number {
  const index = typeof device === "object" && device !== null
    ? device.index
    : device;
  if (typeof index !== "number") {
    throw fieldPath.wrong(
      device,
      "a device's name or index, or an object with an index, is expected",
    );
  }
  checkInteger(index, 1, 0x7fffffff, fieldPath);
  fieldPath.references.refer?.(index, fieldPath.path);
  return index;
}

/** The most bytes of a name (`IFNAMSIZ` less the NUL). */
export const MAX_NAME = 15;
/** The most bytes of an alternative name (`ALTIFNAMSIZ` less the NUL). */
export const MAX_ALTERNATIVE_NAME = 127;

const encoder = new TextEncoder();

/**
 * Returns how many bytes a name has.
 *
 * @param name The name.
 * @returns Its length in UTF-8.
 */
export function nameLength(name: string): number {
  let i = 0;
  while (i < name.length && name.charCodeAt(i) < 0x80) i++;
  if (i === name.length) return i;
  return encoder.encode(name).length;
}

/**
 * A message that names a link by its name, or by one of its alternative names.
 *
 * @param name The name.
 * @returns The message.
 */
export function linkByName(name: string): LinkMessage {
  const message = blank(briefLinkMessage);
  // The kernel refuses longer ones in the attribute for the name proper.
  if (nameLength(name) > MAX_NAME) message.attributes.alternativeName = name;
  else message.attributes.name = name;
  return message;
}

/** Whether a name consists of what is visible in ASCII, and has no slash. */
function isPlainName(name: string): boolean {
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    if (code <= SPACE || code >= DELETE || code === SLASH) return false;
  }
  return true;
}

const SPACE = 32;
const SLASH = 47;
const DELETE = 127;

/**
 * Makes sure that a name can be a device's.
 *
 * @param name The name.
 * @param fieldPath Where it stands.
 * @param max The most bytes it may have.
 * @returns The name.
 * @throws {TypeError} If it is no string, or has characters that names cannot
 * have.
 * @throws {RangeError} If it is empty or too long.
 */
export function checkName(
  name: unknown,
  fieldPath: FieldPath,
  max: number = MAX_ALTERNATIVE_NAME,
): string {
  if (typeof name !== "string") {
    throw fieldPath.wrong(name, "a name is expected");
  }
  const isPlain = isPlainName(name);
  const length = isPlain ? name.length : nameLength(name);
  if (length === 0) throw fieldPath.outside(name, "a name cannot be empty");
  if (length > max) {
    throw fieldPath.outside(name, `a name has ${max} bytes at most`);
  }
  if (!isPlain && /[/\s\0]/.test(name)) {
    throw fieldPath.wrong(name, "a name has no slashes and no white space");
  }
  return name;
}
