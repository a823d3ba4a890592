/**
 * How CAN controllers are written.
 *
 * @module
 */

import type { Codec } from "../../../../messages/codec/mod.ts";
import {
  CAN_MODES,
  type CanBerrCounter,
  type CanCtrlmode,
  type CanData,
} from "../../../../messages/link/kinds/can.ts";
import type { CanDeviceStats } from "../../../../messages/link/kinds/can_stats.ts";
import {
  type CanBittiming,
  canBittiming,
  type CanBittimingConst,
  type CanPwm,
  canPwm,
  type CanTdc,
  canTdc,
} from "../../../../messages/link/kinds/can_timing.ts";
import type { Context } from "../../../runtime/context.ts";
import { printFlags } from "../format_flags.ts";
import {
  type CanPrefix,
  indent,
  PWM_SETTINGS,
  tdcSettings,
  timingSettings,
} from "./can_settings.ts";
import { printSettings } from "./settings.ts";
import type { SettingNames, Settings } from "./setting.ts";

/** How many bit rates are on a line. */
const RATES_A_LINE = 6;

/**
 * Writes the modes of a controller.
 *
 * @param data Its data.
 */
export function printModes(
  { printer }: Context,
  _: unknown,
  { flags }: CanCtrlmode,
  { ctrlmodeExt }: CanData,
): void {
  if (flags) {
    printer.array(
      "ctrlmode",
      () => printFlags(printer, flags, CAN_MODES),
      "<",
      "> ",
    );
  }
  const supported = ctrlmodeExt?.supported;
  if (supported === undefined || !printer.json) return;
  const json = (key: string, flags: number) => {
    if (flags) printer.array(key, () => printFlags(printer, flags, CAN_MODES));
  };
  json("ctrlmode_supported", supported);
  json("ctrlmode_static", (flags & ~supported) >>> 0);
}

/**
 * Writes the counters of errors of a controller.
 *
 * @param names What they are called.
 * @param counter The counters.
 */
export function printErrors(
  { printer }: Context,
  { json }: SettingNames,
  { txerr, rxerr }: CanBerrCounter,
): void {
  printer.object(json, () => {
    printer.value("tx", txerr, `(berr-counter tx ${txerr}`);
    printer.value("rx", rxerr, ` rx ${rxerr}) `);
  });
}

/**
 * Writes the timing of a controller.
 *
 * @param data Its data.
 */
export function printPhases(context: Context, data: CanData): void {
  printPhase(context, data);
  printDataPhase(context, {
    letter: "d",
    json: "data_",
    timing: data.dataBittiming,
    limits: data.dataBittimingConst,
    rates: data.dataBitrateConst,
    tdc: data.tdc,
  });
  printDataPhase(context, {
    letter: "x",
    json: "xl_data_",
    timing: data.xlDataBittiming,
    limits: data.xlDataBittimingConst,
    rates: data.xlDataBitrateConst,
    tdc: data.xlTdc,
    pwm: data.xlPwm,
  });
}

function printPhase(context: Context, data: CanData): void {
  const { bittiming, bittimingConst, bitrateConst } = data;
  if (bitrateConst !== undefined) {
    printRates(context, bitrateConst, bittiming?.bitrate ?? 0, "", "");
    return;
  }
  if (bittiming !== undefined) {
    context.printer.object("bittiming", () => {
      printTiming(context, bittiming, "");
    });
  }
  if (bittimingConst !== undefined) {
    context.printer.object("bittiming_const", () => {
      printLimits(context, bittimingConst, "");
    });
  }
}

/** Timing of the data phase of CAN FD or CAN XL. */
interface DataPhase {
  /** What its keywords begin with. */
  readonly letter: "d" | "x";
  /** What names in JSON begin with. */
  readonly json: "data_" | "xl_data_";
  readonly timing: CanBittiming | undefined;
  readonly limits: CanBittimingConst | undefined;
  readonly rates: readonly number[] | undefined;
  readonly tdc: CanTdc | undefined;
  readonly pwm?: CanPwm | undefined;
}

function printDataPhase(
  context: Context,
  { letter, json, timing, limits, rates, tdc, pwm }: DataPhase,
): void {
  const { printer } = context;
  const x = letter === "x" ? letter : "";
  const word = (name: string) => `${x}${name}`;
  const tdcs = tdcSettings(x);
  if (rates !== undefined) {
    printRates(context, rates, timing?.bitrate ?? 0, json, letter);
    return;
  }
  if (timing !== undefined) {
    printer.object(`${json}bittiming`, () => {
      printTiming(context, timing, letter);
      if (tdc !== undefined) {
        printValues(context, "tdc", canTdc, tdcs, tdc);
      }
      if (pwm !== undefined) {
        printValues(context, "pwm", canPwm, PWM_SETTINGS, pwm);
      }
    });
  }
  if (limits !== undefined) {
    printer.object(`${json}bittiming_const`, () => {
      printLimits(context, limits, letter);
      if (tdc !== undefined) {
        printRanges(context, "tdc", tdcs, tdc, word);
      }
      if (pwm !== undefined) {
        printRanges(context, "pwm", PWM_SETTINGS, pwm, String);
      }
    });
  }
}

function printTiming(
  context: Context,
  timing: CanBittiming,
  prefix: CanPrefix,
): void {
  printSettings(canBittiming, timingSettings(prefix))(context, timing);
}

function printLimits(
  context: Context,
  limits: CanBittimingConst,
  prefix: string,
): void {
  const { printer } = context;
  const { name, brpInc } = limits;
  indent(context);
  printer.value("name", name, ` ${name}:`);
  const range = (key: string, min: number, max: number) =>
    printRange(context, key, `${prefix}${key}`, min, max);
  range("tseg1", limits.tseg1Min, limits.tseg1Max);
  range("tseg2", limits.tseg2Min, limits.tseg2Max);
  range("sjw", 1, limits.sjwMax);
  range("brp", limits.brpMin, limits.brpMax);
  printer.value("brp_inc", brpInc, ` ${prefix}brp_inc ${brpInc}`);
}

function printRange(
  { printer }: Context,
  key: string,
  word: string,
  min: number,
  max: number,
): void {
  printer.text(` ${word}`);
  printer.object(key, () => {
    printer.value("min", min, ` ${min | 0}`);
    printer.value("max", max, `..${max | 0}`);
  });
}

/** Numbers that are set, on a line. */
function printValues<D extends object>(
  context: Context,
  key: string,
  codec: Codec<D>,
  settings: Settings<D>,
  values: D,
): void {
  const names = Object.keys(settings) as (keyof D)[];
  if (names.every((name) => values[name] === undefined)) return;
  context.printer.object(key, () => {
    indent(context);
    printSettings(codec, settings)(context, values);
  });
}

/** Limits of numbers, on a line. */
function printRanges(
  context: Context,
  key: string,
  settings: object,
  values: object,
  word: (name: string) => string,
): void {
  const limits = values as Readonly<Record<string, number | undefined>>;
  context.printer.object(key, () => {
    indent(context);
    for (const name of Object.keys(settings)) {
      const min = limits[`${name}Min`];
      const max = limits[`${name}Max`];
      if (min !== undefined && max !== undefined) {
        printRange(context, name, word(name), min, max);
      }
    }
  });
}

function printRates(
  context: Context,
  rates: readonly number[],
  bitrate: number,
  prefix: string,
  letter: string,
): void {
  const { printer } = context;
  indent(context);
  printer.value(
    `${prefix}bittiming_bitrate`,
    bitrate,
    ` ${letter}bitrate ${bitrate}`,
  );
  indent(context);
  // ip has no name of its own for those of CAN XL.
  const key = prefix === "" ? "bitrate_const" : "data_bitrate_const";
  printer.array(
    key,
    () => {
      for (const [i, rate] of rates.entries()) {
        if (i > 0 && i % RATES_A_LINE === 0) {
          indent(context);
          printer.text("     ");
        }
        const text = `${rate}`.padStart(8);
        printer.value(null, rate, i < rates.length - 1 ? `${text}, ` : text);
      }
    },
    "    [",
    " ]",
  );
}

/**
 * Writes the termination of a controller, if there are several to choose from.
 *
 * @param names What it is called.
 * @param termination The termination in ohms.
 * @param data Data of the controller.
 */
export function printTermination(
  context: Context,
  { json }: SettingNames,
  termination: number,
  { terminationConst: choices }: CanData,
): void {
  if (choices === undefined) return;
  const { printer } = context;
  indent(context);
  printer.value(json, termination, ` termination ${termination} [ `);
  printer.array(
    "termination_const",
    () => {
      for (const [i, choice] of choices.entries()) {
        const end = i < choices.length - 1 ? ", " : "";
        printer.value(null, choice, `${choice}${end}`);
      }
    },
    "",
    " ]",
  );
}

/**
 * Writes what happened to a CAN controller.
 *
 * @param statistics The counters.
 */
export function printCanStatistics(
  context: Context,
  statistics: CanDeviceStats,
): void {
  const { printer } = context;
  indent(context);
  printer.text(
    " re-started bus-errors arbit-lost error-warn error-pass bus-off",
  );
  indent(context);
  const print = (key: string, value: number) =>
    printer.value(key, value, ` ${`${value}`.padEnd(10)}`);
  print("restarts", statistics.restarts);
  print("bus_error", statistics.busError);
  print("arbitration_lost", statistics.arbitrationLost);
  print("error_warning", statistics.errorWarning);
  print("error_passive", statistics.errorPassive);
  print("bus_off", statistics.busOff);
}
