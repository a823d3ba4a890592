/**
 * The timing of CAN controllers, each number declared once: its keyword, and
 * its names in text and JSON.
 *
 * @module
 */

import type {
  CanBittiming,
  CanPwm,
  CanTdc,
} from "../../../../messages/link/kinds/can_timing.ts";
import type { Argument } from "../../../parse/form.ts";
import { scaled, unsigned } from "../../../parse/numbers.ts";
import type { Context } from "../../../runtime/context.ts";
import type {
  Common,
  Notation,
  PrintValue,
  Sections,
  Settings,
} from "./setting.ts";

/** What keywords begin with: those of CAN FD, and of CAN XL. */
export type CanPrefix = "" | "d" | "x";

const SAMPLE_POINT: Argument = { name: "SAMPLE-POINT", means: "0.000..0.999" };

/** Is the same as leaving the number out. */
const UNSET = 0xffffffff;

/** Starts a line. */
export function indent({ printer }: Context): void {
  printer.newline();
  printer.text("\t ");
}

const print: PrintValue<number | string> = (
  { printer },
  { json, text },
  value,
) => printer.value(json, value, ` ${text} ${value}`);

/** The names of a number; keywords of CAN XL have to be spelled out. */
function named(prefix: string, name: string): Common<number> {
  const text = `${prefix}${name}`;
  return {
    word: prefix === "x" ? text : `${text}*`,
    json: name.replaceAll("-", "_"),
    text,
    print,
  };
}

/**
 * The timing of bits.
 *
 * @param prefix What its keywords begin with.
 * @returns The settings.
 */
export function timingSettings(prefix: CanPrefix): Sections<CanBittiming> {
  const number = (name: string): Common<number> => ({
    ...named(prefix, name),
    argument: { name: name.toUpperCase(), means: "NUMBER" },
  });
  return [
    indent,
    {
      bitrate: number("bitrate"),
      samplePoint: {
        ...named(prefix, "sample-point"),
        argument: SAMPLE_POINT,
        read: (word) => {
          const value = scaled(word, { "": 1 });
          return value === undefined
            ? undefined
            : Math.fround(Math.fround(value) * 1000) >>> 0;
        },
        print: (context, names, value, data) =>
          print(context, names, (value / 1000).toFixed(3).slice(0, 5), data),
      },
    },
    indent,
    {
      tq: number("tq"),
      propSeg: number("prop-seg"),
      phaseSeg1: number("phase-seg1"),
      phaseSeg2: number("phase-seg2"),
      sjw: number("sjw"),
      brp: { json: "brp", text: `${prefix}brp`, print },
    },
  ];
}

const read: Notation<number>["read"] = (word) => {
  const value = unsigned(word, 32);
  return value === UNSET ? null : value;
};

/**
 * Transmitter delay compensation.
 *
 * @param prefix What its keywords begin with.
 * @returns The settings.
 */
export function tdcSettings(prefix: "" | "x"): Settings<CanTdc> {
  return {
    tdcv: { ...named(prefix, "tdcv"), read },
    tdco: { ...named(prefix, "tdco"), read },
    tdcf: { ...named(prefix, "tdcf"), read },
  };
}

/** Pulse-width modulation of CAN XL. */
export const PWM_SETTINGS: Settings<CanPwm> = {
  pwms: { word: "pwms", read, print },
  pwml: { word: "pwml", read, print },
  pwmo: { word: "pwmo", read, print },
};
