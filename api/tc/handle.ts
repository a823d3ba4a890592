/**
 * Handles and parents of traffic control.
 *
 * @module
 */

import {
  handleOf,
  majorOf,
  minorOf,
  TC_H_CLSACT,
  TC_H_INGRESS,
  TC_H_MIN_EGRESS,
  TC_H_MIN_INGRESS,
  TC_H_ROOT,
} from "../../messages/tc/handle.ts";
import { checkInteger } from "../mapping/conversions.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import type { Conversion } from "../mapping/mapping.ts";

/**
 * A handle: two hexadecimal numbers of up to four digits with a colon between,
 * such as `"1:10"`, each of which is 0 if it is missing, as in `"1:"`; or both in
 * one number of 32 bits. It is always returned as text.
 */
export type Handle = string | number;

/** Where a queueing discipline or a class is: at the root, or below a handle. */
export type Parent = "root" | "ingress" | Handle;

/** Where filters are: at a queueing discipline, at a class, or at the device. */
export type FilterParent = "root" | "ingress" | "egress" | Handle;

const FORM = /^([0-9a-f]{0,4}):([0-9a-f]{0,4})$/i;

/** How a {@linkcode Handle} is stored. */
export const handle: Conversion<Handle, number> = {
  fromKernel: (value) => {
    const [major, minor] = [majorOf(value), minorOf(value)];
    return `${major === 0 && minor !== 0 ? "" : major.toString(16)}:${
      minor === 0 ? "" : minor.toString(16)
    }`;
  },
  toKernel: (value, fieldPath) => {
    if (typeof value === "number") {
      return checkInteger(value, 0, 0xffffffff, fieldPath);
    }
    const found = typeof value === "string" ? FORM.exec(value) : null;
    if (found === null || value === ":") {
      throw fieldPath.wrong(value, 'a handle such as "1:10" is expected');
    }
    const [, major = "", minor = ""] = found;
    return handleOf(hexadecimal(major), hexadecimal(minor));
  },
};

function hexadecimal(digits: string): number {
  return digits === "" ? 0 : Number.parseInt(digits, 16);
}

function parents<P extends string>(
  names: Readonly<Record<P, number>>,
): Conversion<P | Handle, number> {
  const byNumber = new Map(
    (Object.entries(names) as [P, number][]).map(([name, n]) => [n, name]),
  );
  return {
    fromKernel: (value) => byNumber.get(value) ?? handle.fromKernel(value),
    toKernel: (value, fieldPath: FieldPath) => {
      if (typeof value === "string" && Object.hasOwn(names, value)) {
        return names[value as P];
      }
      if (typeof value === "string" && !value.includes(":")) {
        throw fieldPath.wrong(
          value,
          `${
            Object.keys(names).join(", ")
          } or a handle such as "1:10" is expected`,
        );
      }
      return handle.toKernel(value as Handle, fieldPath);
    },
  };
}

/** How the {@linkcode Parent} of a queueing discipline or class is stored. */
export const parent: Conversion<Parent, number> = parents({
  root: TC_H_ROOT,
  ingress: TC_H_INGRESS,
});

/** How a {@linkcode FilterParent} is stored; the root is 0 for the kernel. */
export const filterParent: Conversion<FilterParent, number> = parents({
  root: 0,
  ingress: handleOf(majorOf(TC_H_CLSACT), TC_H_MIN_INGRESS),
  egress: handleOf(majorOf(TC_H_CLSACT), TC_H_MIN_EGRESS),
});

/**
 * The class of packets that no filter gives one: a handle, of which only the
 * minor number counts, or that number. It is returned as `":10"`.
 */
export type DefaultClass = Handle;

/** How a {@linkcode DefaultClass} is stored: as its minor number. */
export const defaultClass: Conversion<DefaultClass, number> = {
  fromKernel: (value) => value === 0 ? ":" : `:${value.toString(16)}`,
  toKernel: (value, fieldPath) =>
    value === ":" ? 0 : minorOf(handle.toKernel(value, fieldPath)!),
};
