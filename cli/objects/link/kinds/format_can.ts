/**
 * How CAN controllers are written.
 *
 * @module
 */

import { nameOf } from "../../../../messages/value_names.ts";
import type { Context } from "../../../runtime/context.ts";
import { printFlags } from "../flags.ts";
import {
  CAN_MODES,
  CAN_STATES,
  type CanData,
} from "../../../../messages/link/kinds/can.ts";
import type { CanDeviceStats } from "../../../../messages/link/kinds/can_stats.ts";
import type {
  CanBittiming,
  CanBittimingConst,
  CanPwm,
  CanTdc,
} from "../../../../messages/link/kinds/can_timing.ts";

/** How many bit rates are on a line. */
const RATES_A_LINE = 6;

/**
 * Writes a CAN controller.
 *
 * @param data Its data.
 */
export function printCan(context: Context, data: CanData): void {
  const { printer } = context;
  const { ctrlmode, state, berrCounter, restartMs, clock } = data;
  if (ctrlmode !== undefined) printModes(context, data);
  if (state !== undefined) {
    printer.named("state", nameOf(CAN_STATES, state) ?? "UNKNOWN");
  }
  if (berrCounter !== undefined) {
    const { txerr, rxerr } = berrCounter;
    printer.object("berr_counter", () => {
      printer.value("tx", txerr, `(berr-counter tx ${txerr}`);
      printer.value("rx", rxerr, ` rx ${rxerr}) `);
    });
  }
  if (restartMs !== undefined) {
    printer.value("restart_ms", restartMs, `restart-ms ${restartMs} `);
  }
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
  printTermination(context, data);
  if (clock !== undefined) {
    indent(context);
    printer.value("clock", clock.freq, ` clock ${clock.freq} `);
  }
}

function indent({ printer }: Context): void {
  printer.newline();
  printer.text("\t ");
}

function printModes({ printer }: Context, data: CanData): void {
  const flags = data.ctrlmode!.flags;
  if (flags) {
    printer.array(
      "ctrlmode",
      () => printFlags(printer, flags, CAN_MODES),
      "<",
      "> ",
    );
  }
  const supported = data.ctrlmodeExt?.supported;
  if (supported === undefined || !printer.json) return;
  const json = (key: string, flags: number) => {
    if (flags) printer.array(key, () => printFlags(printer, flags, CAN_MODES));
  };
  json("ctrlmode_supported", supported);
  json("ctrlmode_static", (flags & ~supported) >>> 0);
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
  const word = (name: string) => letter === "x" ? `x${name}` : name;
  if (rates !== undefined) {
    printRates(context, rates, timing?.bitrate ?? 0, json, letter);
    return;
  }
  if (timing !== undefined) {
    printer.object(`${json}bittiming`, () => {
      printTiming(context, timing, letter);
      if (tdc !== undefined) {
        printValues(context, "tdc", ["tdcv", "tdco", "tdcf"], tdc, word);
      }
      if (pwm !== undefined) {
        printValues(context, "pwm", ["pwms", "pwml", "pwmo"], pwm, String);
      }
    });
  }
  if (limits !== undefined) {
    printer.object(`${json}bittiming_const`, () => {
      printLimits(context, limits, letter);
      if (tdc !== undefined) {
        printRanges(context, "tdc", ["tdcv", "tdco", "tdcf"], tdc, word);
      }
      if (pwm !== undefined) {
        printRanges(context, "pwm", ["pwms", "pwml", "pwmo"], pwm, String);
      }
    });
  }
}

function printTiming(
  context: Context,
  timing: CanBittiming,
  prefix: string,
): void {
  const { printer } = context;
  const print = (key: string, word: string, value: number | string) =>
    printer.value(key, value, ` ${prefix}${word} ${value}`);
  indent(context);
  print("bitrate", "bitrate", timing.bitrate);
  const point = (timing.samplePoint / 1000).toFixed(3).slice(0, 5);
  print("sample_point", "sample-point", point);
  indent(context);
  print("tq", "tq", timing.tq);
  print("prop_seg", "prop-seg", timing.propSeg);
  print("phase_seg1", "phase-seg1", timing.phaseSeg1);
  print("phase_seg2", "phase-seg2", timing.phaseSeg2);
  print("sjw", "sjw", timing.sjw);
  print("brp", "brp", timing.brp);
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
function printValues<N extends string>(
  context: Context,
  key: string,
  names: readonly N[],
  values: { readonly [K in N]?: number },
  word: (name: string) => string,
): void {
  const { printer } = context;
  if (names.every((name) => values[name] === undefined)) return;
  printer.object(key, () => {
    indent(context);
    for (const name of names) {
      const value: number | undefined = values[name];
      if (value === undefined) continue;
      printer.value(name, value, ` ${word(name)} ${value}`);
    }
  });
}

/** Limits of numbers, on a line. */
function printRanges<N extends string>(
  context: Context,
  key: string,
  names: readonly N[],
  limits: { readonly [K in `${N}${"Min" | "Max"}`]?: number },
  word: (name: string) => string,
): void {
  context.printer.object(key, () => {
    indent(context);
    for (const name of names) {
      const min: number | undefined = limits[`${name}Min`];
      const max: number | undefined = limits[`${name}Max`];
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

function printTermination(context: Context, data: CanData): void {
  const { printer } = context;
  const { termination, terminationConst: choices } = data;
  if (termination === undefined || choices === undefined) return;
  indent(context);
  printer.value("termination", termination, ` termination ${termination} [ `);
  printer.array(
    "termination_const",
    () => {
      for (const [i, choice] of choices.entries()) {
        printer.value(
          null,
          choice,
          i < choices.length - 1 ? `${choice}, ` : `${choice}`,
        );
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
