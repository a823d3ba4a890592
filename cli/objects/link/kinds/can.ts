/**
 * `ip link … type can`.
 *
 * @module
 */

import { blank } from "../../../../messages/codec/mod.ts";
import {
  CAN_CTRLMODE_RESTRICTED,
  CAN_CTRLMODE_TDC_AUTO,
  CAN_CTRLMODE_TDC_MANUAL,
  CAN_CTRLMODE_XL_TDC_AUTO,
  CAN_CTRLMODE_XL_TDC_MANUAL,
  CAN_MODES,
  CAN_STATES,
  type CanData,
  canData,
} from "../../../../messages/link/kinds/can.ts";
import {
  canBittiming,
  canPwm,
  canTdc,
} from "../../../../messages/link/kinds/can_timing.ts";
import { exit, invalidArgument } from "../../../parse/errors.ts";
import {
  type Grammar,
  takes,
  withFormOf,
  type Word,
} from "../../../parse/grammar.ts";
import {
  type CanPrefix,
  indent,
  PWM_SETTINGS,
  tdcSettings,
  timingSettings,
} from "./can_settings.ts";
import {
  printCanStatistics,
  printErrors,
  printModes,
  printPhases,
  printTermination,
} from "./format_can.ts";
import type { Kind } from "./kind.ts";
import { oneOf } from "./notations.ts";
import { kindOfSettings, wordsOfSettings } from "./settings.ts";

const ON_OFF = "{ on | off }";

/** Modes that are not on or off. */
const COMPENSATION = CAN_CTRLMODE_TDC_AUTO | CAN_CTRLMODE_TDC_MANUAL |
  CAN_CTRLMODE_XL_TDC_AUTO | CAN_CTRLMODE_XL_TDC_MANUAL;

const OPTIONS = { problem: (name: string) => `invalid "${name}" value` };

const KEYWORDS: Grammar<CanData> = {
  ...timing("", "bittiming"),
  ...timing("d", "dataBittiming"),
  ...timing("x", "xlDataBittiming"),
  ...within(
    "tdc",
    wordsOfSettings(canTdc, tdcSettings(""), OPTIONS),
    () => ({}),
  ),
  ...within(
    "xlTdc",
    wordsOfSettings(canTdc, tdcSettings("x"), OPTIONS),
    () => ({}),
  ),
  ...within(
    "xlPwm",
    wordsOfSettings(canPwm, PWM_SETTINGS, OPTIONS),
    () => ({}),
  ),
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
};

/** CAN controllers. */
export const kind: Kind<CanData> = {
  ...kindOfSettings<CanData>(canData, [
    {
      ctrlmode: { print: printModes },
      state: {
        json: "state",
        print: oneOf(CAN_STATES, { unknown: "UNKNOWN" }).print,
      },
      berrCounter: { json: "berr_counter", print: printErrors },
      restart: { values: { "restart*": 1 }, print: null },
      restartMs: {
        word: "restart-ms* TIME-MS",
        json: "restart_ms",
        text: "restart-ms",
      },
    },
    printPhases,
    {
      termination: {
        word: "termination*",
        argument: "{ 0..65535 }",
        print: printTermination,
      },
      clock: {
        json: "clock",
        print: (context, { json }, { freq }) => {
          indent(context);
          context.printer.value(json, freq, ` clock ${freq} `);
        },
      },
    },
  ], {
    ...OPTIONS,
    usage: "ip link set DEVICE type can",
    keywords: KEYWORDS,
    first: Object.keys(KEYWORDS).join(" ").replaceAll("*", ""),
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
  printStatistics: printCanStatistics,
};

/** Keywords that set properties of an attribute. */
function within<K extends keyof CanData, D extends NonNullable<CanData[K]>>(
  key: K,
  words: Grammar<D>,
  start: () => D,
): Grammar<CanData> {
  return Object.fromEntries(
    Object.entries(words).map(([name, word]) => {
      const outer: Word<CanData> = (data, step) =>
        word((data[key] ??= start()) as D, step);
      return [name, withFormOf(word as Word<never>, outer as Word<never>)];
    }),
  ) as Grammar<CanData>;
}

/** The keywords about the timing of bits; those of data phases have a prefix. */
function timing(
  prefix: CanPrefix,
  key: "bittiming" | "dataBittiming" | "xlDataBittiming",
): Grammar<CanData> {
  const words = wordsOfSettings(canBittiming, timingSettings(prefix), OPTIONS);
  return within(key, words, () => blank(canBittiming));
}

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
