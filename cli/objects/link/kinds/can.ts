/**
 * `ip link … type can`.
 *
 * @module
 */

import { exit, invalidArgument } from "../../../parse/errors.ts";
import {
  type Grammar,
  number,
  takes,
  type Word,
} from "../../../parse/grammar.ts";
import type { Argument } from "../../../parse/form.ts";
import { scaled, unsigned } from "../../../parse/numbers.ts";
import { printCan, printCanStatistics } from "./format_can.ts";
import { type Kind, kindParser } from "./kind.ts";
import {
  CAN_CTRLMODE_RESTRICTED,
  CAN_CTRLMODE_TDC_AUTO,
  CAN_CTRLMODE_TDC_MANUAL,
  CAN_CTRLMODE_XL_TDC_AUTO,
  CAN_CTRLMODE_XL_TDC_MANUAL,
  CAN_MODES,
  type CanData,
} from "../../../../messages/link/kinds/can.ts";
import type {
  CanBittiming,
  CanPwm,
  CanTdc,
} from "../../../../messages/link/kinds/can_timing.ts";

const ON_OFF = "{ on | off }";
const SAMPLE_POINT: Argument = { name: "SAMPLE-POINT", means: "0.000..0.999" };

/** Modes that are not on or off. */
const COMPENSATION = CAN_CTRLMODE_TDC_AUTO | CAN_CTRLMODE_TDC_MANUAL |
  CAN_CTRLMODE_XL_TDC_AUTO | CAN_CTRLMODE_XL_TDC_MANUAL;

/** CAN controllers. */
export const kind: Kind<CanData> = {
  usage: "ip link set DEVICE type can",
  print: printCan,
  printStatistics: printCanStatistics,
  parse: kindParser<CanData>(grammar(), {
    unknown: (name, word) => `${name}: unknown option "${word}"\n`,
    finish(data) {
      const { ctrlmode } = data;
      const timings = [
        "bittiming",
        "dataBittiming",
        "xlDataBittiming",
      ] as const;
      for (const key of timings) {
        const timing = data[key];
        delete data[key];
        if (timing?.bitrate || timing?.tq) data[key] = timing;
      }
      delete data.ctrlmode;
      if (ctrlmode?.mask) data.ctrlmode = ctrlmode;
      moveToEnd(data, "tdc");
      moveToEnd(data, "xlTdc");
      moveToEnd(data, "xlPwm");
    },
  }),
};

/** Puts attributes behind those that are there, unless they are empty. */
function moveToEnd<K extends "tdc" | "xlTdc" | "xlPwm">(
  data: CanData,
  key: K,
): void {
  const attributes = data[key];
  delete data[key];
  if (attributes !== undefined && Object.keys(attributes).length > 0) {
    data[key] = attributes;
  }
}

/** Is the same as leaving the number out. */
const UNSET = 0xffffffff;

const NO_TIMING: CanBittiming = {
  bitrate: 0,
  samplePoint: 0,
  tq: 0,
  propSeg: 0,
  phaseSeg1: 0,
  phaseSeg2: 0,
  sjw: 0,
  brp: 0,
};

/** The keywords about the timing of bits; those of data phases have a prefix. */
function timing(
  prefix: "" | "d" | "x",
  key: "bittiming" | "dataBittiming" | "xlDataBittiming",
): Grammar<CanData> {
  // Newer keywords have to be spelled out.
  const star = prefix === "x" ? "" : "*";
  const set = (property: keyof CanBittiming, name: string): Word<CanData> => {
    const called = name.slice(prefix.length).toUpperCase();
    const argument = { name: called, means: "NUMBER" };
    return takes(argument, (data, { args }) => {
      const arg = args.take();
      const value = unsigned(arg, 32);
      if (value === undefined) throw wrong(name, arg);
      data[key] = { ...NO_TIMING, ...data[key], [property]: value };
    });
  };
  const samplePoint: Word<CanData> = (data, { args }) => {
    const arg = args.take();
    const value = scaled(arg, { "": 1 });
    if (value === undefined) throw wrong(`${prefix}sample-point`, arg);
    const samplePoint = Math.fround(Math.fround(value) * 1000) >>> 0;
    data[key] = { ...NO_TIMING, ...data[key], samplePoint };
  };
  return {
    [`${prefix}bitrate${star}`]: set("bitrate", `${prefix}bitrate`),
    [`${prefix}sample-point${star}`]: takes(SAMPLE_POINT, samplePoint),
    [`${prefix}tq${star}`]: set("tq", `${prefix}tq`),
    [`${prefix}prop-seg${star}`]: set("propSeg", `${prefix}prop-seg`),
    [`${prefix}phase-seg1${star}`]: set("phaseSeg1", `${prefix}phase-seg1`),
    [`${prefix}phase-seg2${star}`]: set("phaseSeg2", `${prefix}phase-seg2`),
    [`${prefix}sjw${star}`]: set("sjw", `${prefix}sjw`),
  };
}

function wrong(name: string, word: string): Error {
  return invalidArgument(`invalid "${name}" value`, word);
}

/** A number of the timing of transceivers. */
function numberIn<K extends "tdc" | "xlTdc" | "xlPwm">(
  key: K,
  property: keyof CanTdc | keyof CanPwm,
  name: string = property,
): Word<CanData> {
  return takes({}, (data, { args }) => {
    const arg = args.take();
    const value = unsigned(arg, 32);
    if (value === undefined) throw wrong(name, arg);
    const numbers = (data[key] ??= {}) as Record<string, number>;
    if (value === UNSET) delete numbers[property];
    else numbers[property] = value;
  });
}

function setMode(data: CanData, flags: number, mask: number): void {
  const mode = data.ctrlmode ?? { flags: 0, mask: 0 };
  data.ctrlmode = {
    mask: mode.mask | mask,
    flags: mode.flags | flags,
  };
}

function mode(name: string, flag: number): Word<CanData> {
  return (data, { args }) => {
    const arg = args.take();
    if (arg !== "on" && arg !== "off") {
      throw exit(
        255,
        `Error: argument of "${name}" must be "on" or "off", not "${arg}"`,
      );
    }
    setMode(data, arg === "on" ? flag : 0, flag);
  };
}

/** Who compensates the delay of transmitters. */
function compensation(
  name: string,
  auto: number,
  manual: number,
): Word<CanData> {
  return takes("{ auto | manual | off }", (data, { args }) => {
    const arg = args.take();
    if (arg === "auto") setMode(data, auto, auto);
    else if (arg === "manual") setMode(data, manual, manual);
    else if (arg === "off") setMode(data, 0, auto | manual);
    else {
      throw invalidArgument(
        `"${name}" must be either of "auto", "manual" or "off"`,
        arg,
      );
    }
  });
}

function grammar(): Grammar<CanData> {
  return {
    ...timing("", "bittiming"),
    ...timing("d", "dataBittiming"),
    ...timing("x", "xlDataBittiming"),
    "tdcv*": numberIn("tdc", "tdcv"),
    "tdco*": numberIn("tdc", "tdco"),
    "tdcf*": numberIn("tdc", "tdcf"),
    xtdcv: numberIn("xlTdc", "tdcv", "xtdcv"),
    xtdco: numberIn("xlTdc", "tdco", "xtdco"),
    xtdcf: numberIn("xlTdc", "tdcf", "xtdcf"),
    pwms: numberIn("xlPwm", "pwms"),
    pwml: numberIn("xlPwm", "pwml"),
    pwmo: numberIn("xlPwm", "pwmo"),
    ...Object.fromEntries(
      Object.entries(CAN_MODES)
        .filter(([, flag]) => (flag & COMPENSATION) === 0)
        .map(([name, flag]) => {
          const word = name.toLowerCase();
          const key = flag < CAN_CTRLMODE_RESTRICTED ? `${word}*` : word;
          return [key, takes(ON_OFF, mode(word, flag))];
        }),
    ),
    "tdc-mode*": compensation(
      "tdc-mode",
      CAN_CTRLMODE_TDC_AUTO,
      CAN_CTRLMODE_TDC_MANUAL,
    ),
    "xtdc-mode": compensation(
      "xtdc-mode",
      CAN_CTRLMODE_XL_TDC_AUTO,
      CAN_CTRLMODE_XL_TDC_MANUAL,
    ),
    "restart*": (data) => {
      data.restart = 1;
    },
    "restart-ms*": takes(
      "TIME-MS",
      number("restartMs", 32, 'invalid "restart-ms" value'),
    ),
    "termination*": takes(
      "{ 0..65535 }",
      number("termination", 16, 'invalid "termination" value'),
    ),
  };
}
