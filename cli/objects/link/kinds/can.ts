/**
 * `ip link … type can`.
 *
 * @module
 */

import { exit, invalidArgument } from "../../../parse/errors.ts";
import {
  type Grammar,
  number,
  type Takes,
  takes,
  type Word,
} from "../../../parse/grammar.ts";
import type { Argument } from "../../../parse/form.ts";
import { scaled, unsigned } from "../../../parse/numbers.ts";
import { printCan, printCanStatistics } from "./can_text.ts";
import { type Kind, kindParser } from "./kind.ts";
import {
  CAN_CTRLMODE_TDC_AUTO,
  CAN_CTRLMODE_TDC_MANUAL,
  CAN_MODES,
  type CanData,
} from "../../../../messages/link/kinds/can.ts";
import type {
  CanBittiming,
  CanTdc,
} from "../../../../messages/link/kinds/can_timing.ts";

const ON_OFF = "{ on | off }";
const SAMPLE_POINT: Argument = { name: "SAMPLE-POINT", means: "0.000..0.999" };

/** CAN controllers. */
export const kind: Kind<CanData> = {
  usage: "ip link set DEVICE type can",
  print: printCan,
  printStatistics: printCanStatistics,
  parse: kindParser<CanData>(grammar(), {
    unknown: (name, word) => `${name}: unknown option "${word}"\n`,
    finish(data) {
      const { bittiming, dataBittiming, ctrlmode, tdc } = data;
      delete data.bittiming;
      delete data.dataBittiming;
      delete data.ctrlmode;
      delete data.tdc;
      if (bittiming?.bitrate || bittiming?.tq) data.bittiming = bittiming;
      if (dataBittiming?.bitrate || dataBittiming?.tq) {
        data.dataBittiming = dataBittiming;
      }
      if (ctrlmode?.mask) data.ctrlmode = ctrlmode;
      if (tdc !== undefined && Object.keys(tdc).length > 0) data.tdc = tdc;
    },
  }),
};

/** Is the same as not saying the number. */
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

/** The words about the timing of bits; `d` goes before those of the data phase. */
function timing(
  prefix: "" | "d",
  key: "bittiming" | "dataBittiming",
): Grammar<CanData> {
  const set = (property: keyof CanBittiming, name: string): Word<CanData> => {
    const called = name.slice(prefix.length).toUpperCase();
    const argument = { name: called, means: "NUMBER" };
    return takes(argument, (data, { words }) => {
      const word = words.take();
      const value = unsigned(word, 32);
      if (value === undefined) throw wrong(name, word);
      data[key] = { ...NO_TIMING, ...data[key], [property]: value };
    });
  };
  const samplePoint: Word<CanData> = (data, { words }) => {
    const word = words.take();
    const value = scaled(word, { "": 1 });
    if (value === undefined) throw wrong(`${prefix}sample-point`, word);
    const samplePoint = Math.fround(Math.fround(value) * 1000) >>> 0;
    data[key] = { ...NO_TIMING, ...data[key], samplePoint };
  };
  return {
    [`${prefix}bitrate*`]: set("bitrate", `${prefix}bitrate`),
    [`${prefix}sample-point*`]: takes(SAMPLE_POINT, samplePoint),
    [`${prefix}tq*`]: set("tq", `${prefix}tq`),
    [`${prefix}prop-seg*`]: set("propSeg", `${prefix}prop-seg`),
    [`${prefix}phase-seg1*`]: set("phaseSeg1", `${prefix}phase-seg1`),
    [`${prefix}phase-seg2*`]: set("phaseSeg2", `${prefix}phase-seg2`),
    [`${prefix}sjw*`]: set("sjw", `${prefix}sjw`),
  };
}

function wrong(name: string, word: string): Error {
  return invalidArgument(`invalid "${name}" value\n`, word);
}

function compensation(key: "tdcv" | "tdco" | "tdcf"): Word<CanData> {
  const take = number<CanTdc>(
    key as Takes<CanTdc, number>,
    32,
    `invalid "${key}" value\n`,
  );
  return (data, step) => {
    const tdc = data.tdc ??= {};
    take(tdc, step);
    if (tdc[key] === UNSET) delete tdc[key];
  };
}

function setMode(data: CanData, flags: number, mask: number): void {
  const mode = data.ctrlmode ?? { flags: 0, mask: 0 };
  data.ctrlmode = {
    mask: mode.mask | mask,
    flags: mode.flags | flags,
  };
}

function mode(name: string, flag: number): Word<CanData> {
  return (data, { words }) => {
    const word = words.take();
    if (word !== "on" && word !== "off") {
      throw exit(
        255,
        `Error: argument of "${name}" must be "on" or "off", not "${word}"`,
      );
    }
    setMode(data, word === "on" ? flag : 0, flag);
  };
}

function grammar(): Grammar<CanData> {
  return {
    ...timing("", "bittiming"),
    ...timing("d", "dataBittiming"),
    "tdcv*": takes({}, compensation("tdcv")),
    "tdco*": takes({}, compensation("tdco")),
    "tdcf*": takes({}, compensation("tdcf")),
    ...Object.fromEntries(
      Object.entries(CAN_MODES)
        .filter(([, flag]) => flag < CAN_CTRLMODE_TDC_AUTO)
        .map(([name, flag]) => {
          const word = name.toLowerCase();
          return [`${word}*`, takes(ON_OFF, mode(word, flag))];
        }),
    ),
    "tdc-mode*": takes("{ auto | manual | off }", (data, { words }) => {
      const word = words.take();
      const both = CAN_CTRLMODE_TDC_AUTO | CAN_CTRLMODE_TDC_MANUAL;
      if (word === "auto") {
        setMode(data, CAN_CTRLMODE_TDC_AUTO, CAN_CTRLMODE_TDC_AUTO);
      } else if (word === "manual") {
        setMode(data, CAN_CTRLMODE_TDC_MANUAL, CAN_CTRLMODE_TDC_MANUAL);
      } else if (word === "off") setMode(data, 0, both);
      else {
        throw exit(
          255,
          'Error: argument of "tdc-mode" must be "auto", "manual" or "off", ' +
            `not "${word}"`,
        );
      }
    }),
    "restart*": (data) => {
      data.restart = 1;
    },
    "restart-ms*": takes(
      "TIME-MS",
      number("restartMs", 32, 'invalid "restart-ms" value\n'),
    ),
    "termination*": takes(
      "{ 0..65535 }",
      number("termination", 16, 'invalid "termination" value\n'),
    ),
  };
}
