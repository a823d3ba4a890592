/**
 * Units and names of wireless networks: MHz, dBm, network names.
 *
 * @module
 */

import { textFromBytes, textToBytes } from "../../messages/codec/mod.ts";
import type { Keyed } from "../../messages/generic/keyed.ts";
import { nameOf, type ValueNames } from "../../messages/value_names.ts";
import { enumeration, type Names } from "../mapping/enumerations.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import type { Conversion } from "../mapping/mapping.ts";

/** The most bytes of a network's name (`IEEE80211_MAX_SSID_LEN`). */
const LONGEST_NAME = 32;

/**
 * Name of a network, UTF-8 as a rule; what is not is written back as it was, see
 * `textFromBytes()`.
 */
export const networkName: Conversion<string, Uint8Array> = {
  fromKernel: textFromBytes,
  toKernel: (value, fieldPath) => {
    if (typeof value !== "string") {
      throw fieldPath.wrong(value, "a name is expected");
    }
    const bytes = textToBytes(value);
    if (bytes.length > LONGEST_NAME) {
      throw fieldPath.outside(
        value,
        `the name of a network has ${LONGEST_NAME} bytes at most`,
      );
    }
    return bytes;
  },
};

/**
 * A number that the kernel counts in smaller units, and which may be negative.
 *
 * @param units How many units one has.
 * @returns The conversion.
 */
function scaled(units: number): Conversion<number, number> {
  return {
    fromKernel: (value) => value / units,
    toKernel: (value, fieldPath) => {
      if (typeof value !== "number") {
        throw fieldPath.wrong(value, "a number is expected");
      }
      const count = Math.round(value * units);
      if (!(Math.abs(count) <= 0x7fffffff)) {
        throw fieldPath.outside(
          value,
          `it is not between ${-0x7fffffff / units} and ${0x7fffffff / units}`,
        );
      }
      return count;
    },
  };
}

/** dBm, counted in hundredths by the kernel. */
export const decibels: Conversion<number, number> = scaled(100);
/** MHz, counted in kHz by the kernel. */
export const kilohertz: Conversion<number, number> = scaled(1000);
/** Mbit/s, counted in units of 100 kbit/s by the kernel. */
export const rate100k: Conversion<number, number> = scaled(10);

/** Milliseconds of 64 bits as seconds. */
export const seconds64: Pick<Conversion<number, bigint>, "fromKernel"> = {
  fromKernel: (value) => Number(value) / 1000,
};

/** Microseconds of 64 bits as seconds. */
export const microseconds64: Pick<Conversion<number, bigint>, "fromKernel"> = {
  fromKernel: (value) => Number(value) / 1e6,
};

/** Nanoseconds of 64 bits as seconds. */
export const nanoseconds64: Pick<Conversion<number, bigint>, "fromKernel"> = {
  fromKernel: (value) => Number(value) / 1e9,
};

/** Time units of 802.11, of 1.024 ms, as seconds. */
export const timeUnits: Conversion<number, number> = {
  fromKernel: (value) => value * 1024 / 1e6,
  toKernel: (value, fieldPath) => {
    const units = typeof value === "number"
      ? Math.round(value * 1e6 / 1024)
      : NaN;
    if (!(units >= 1 && units <= 0xffff)) {
      throw fieldPath.outside(
        value,
        "it is not between 0.001024 and 67.10784 seconds",
      );
    }
    return units;
  },
};

/** The kernel's number for off where all others are numbers of bytes. */
const OFF = 0xffffffff;

/** Bytes, or `null` for never. */
export const threshold: Conversion<number | null, number> = {
  fromKernel: (value) => value === OFF ? null : value,
  toKernel: (value, fieldPath) => {
    if (value === null) return OFF;
    if (typeof value !== "number") {
      throw fieldPath.wrong(value, "a number of bytes or null is expected");
    }
    if (!(Number.isInteger(value) && value >= 0 && value < OFF)) {
      throw fieldPath.outside(value, "it is not a number of bytes");
    }
    return value;
  },
};

/**
 * Names for numbers of a list; those without name stay numbers.
 *
 * @typeParam N The names.
 * @param names The number of each name.
 * @returns What reads the list.
 */
export function namesOf<N extends string>(
  names: Names<N>,
): { readonly fromKernel: (values: number[]) => (N | number)[] } {
  return {
    fromKernel: (values) =>
      values.map((value) =>
        nameOf(names as ValueNames, value) as N | undefined ?? value
      ),
  };
}

/**
 * Names for the types of flags in a nest.
 *
 * @typeParam N The names.
 * @param names The number of each name.
 * @returns The conversion.
 */
export function flagSet<N extends string>(
  names: Names<N>,
): Conversion<(N | number)[], Keyed<true>> {
  const { fromKernel } = namesOf(names);
  const item = enumeration(names, 16);
  return {
    fromKernel: (flags) => fromKernel(flags.map(({ key }) => key)),
    toKernel: (value, fieldPath) => {
      if (!Array.isArray(value)) {
        throw fieldPath.wrong(value, "an array is expected");
      }
      return value.map((name, i) => ({
        key: item.toKernel(name, fieldPath.at(i))!,
        value: true,
      }));
    },
  };
}

/**
 * Makes sure that a value is a frequency in MHz.
 *
 * @param value The value.
 * @param fieldPath Where it stands.
 * @returns The frequency in kHz.
 * @throws {TypeError} If it is no number.
 * @throws {RangeError} If there can be no such frequency.
 */
export function checkFrequency(value: unknown, fieldPath: FieldPath): number {
  if (typeof value !== "number") {
    throw fieldPath.wrong(value, "a frequency in MHz is expected");
  }
  if (!(value >= 1 && value <= 100_000)) {
    throw fieldPath.outside(value, "a frequency in MHz is expected");
  }
  return Math.round(1000 * value);
}

/** A frequency in MHz that is an integer. */
export const megahertz: Conversion<number, number> = {
  fromKernel: (value) => value,
  toKernel: (value, fieldPath) => {
    const kilohertz = checkFrequency(value, fieldPath);
    if (kilohertz % 1000 !== 0) {
      throw fieldPath.outside(value, "it is not an integer");
    }
    return kilohertz / 1000;
  },
};
