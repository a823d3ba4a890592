/**
 * `tc qdisc … hfsc` and its classes.
 *
 * @module
 */

import type {
  HfscClassData,
  HfscClassStats,
  HfscCurve,
  HfscData,
} from "../../../messages/tc/qdiscs/hfsc.ts";
import { matches } from "../../parse/arguments.ts";
import { fail } from "../../parse/errors.ts";
import type { Form } from "../../parse/form.ts";
import {
  type Arguments,
  type Grammar,
  takes,
  type Word,
} from "../../parse/grammar.ts";
import { unsigned } from "../../parse/numbers.ts";
import type { Context } from "../../runtime/context.ts";
import { failWithUsage, parser, type QdiscKind } from "../kind.ts";
import {
  printRate,
  printTime,
  rateOf,
  type Read,
  sizeOf,
  timeOf,
} from "../settings.ts";

const unknown = (word: string) => `HFSC: What is "${word}" ?\n`;

const GRAMMAR: Grammar<HfscData> = {
  "default*": takes("CLASSID", (spec, { args }) => {
    const word = args.take();
    if (spec.defaultClass !== 0) throw fail(1, 'HFSC: Double "default"');
    const value = unsigned(word, 16, 16);
    if (value === undefined) throw fail(1, 'HFSC: Illegal "default"');
    spec.defaultClass = value;
  }),
};

/** Form of a service curve. */
const CURVE: Form = {
  name: "SC",
  means:
    "{ [ [ m1 BPS ] d SEC ] m2 BPS | [ [ umax BYTE ] dmax SEC ] rate BPS }",
};

/** Takes a keyword and its value, if it comes next. */
function takeValue(
  args: Arguments,
  context: Context,
  name: string,
  read: Read<number>,
  isLast = false,
): number | undefined {
  const word = args.peek();
  if (word === undefined || !matches(word, name)) return undefined;
  args.take();
  const value = read(args.take(), context);
  if (value === undefined) {
    context.io.err(`HFSC: Illegal "${name}"\n`);
    return NaN;
  }
  // The next keyword has to be there.
  if (!isLast) {
    args.take();
    args.back();
  }
  return value;
}

/** Two lines by their slopes. */
function takeSlopes(args: Arguments, context: Context): HfscCurve | undefined {
  const rate1 = takeValue(args, context, "m1", rateOf);
  if (Number.isNaN(rate1)) return undefined;
  const duration = takeValue(args, context, "d", timeOf);
  if (Number.isNaN(duration)) return undefined;
  const rate2 = takeValue(args, context, "m2", rateOf, true);
  if (rate2 === undefined || Number.isNaN(rate2)) return undefined;
  return { rate1: rate1 ?? 0, duration: duration ?? 0, rate2 };
}

/** Two lines by what has to be sent in which time. */
function takeDelay(args: Arguments, context: Context): HfscCurve | undefined {
  const most = takeValue(args, context, "umax", sizeOf);
  if (Number.isNaN(most)) return undefined;
  const delay = takeValue(args, context, "dmax", timeOf);
  if (Number.isNaN(delay)) return undefined;
  const rate2 = takeValue(args, context, "rate", rateOf, true);
  if (rate2 === undefined || Number.isNaN(rate2)) return undefined;
  const [bytes, microseconds] = [most ?? 0, delay ?? 0];
  if (bytes !== 0 && microseconds === 0) {
    context.io.err("HFSC: umax given but dmax is zero.\n");
    return undefined;
  }
  const slope = Math.ceil(bytes * 1e6 / microseconds);
  if (microseconds !== 0 && slope > rate2) {
    return { rate1: slope, duration: microseconds, rate2 };
  }
  const used = rate2 === 0 ? 0 : Math.trunc(bytes * 1e6 / rate2);
  return { rate1: 0, duration: (microseconds - used) >>> 0, rate2 };
}

function curve(
  name: string,
  ...keys:
    readonly (keyof HfscClassData & ("realTime" | "linkShare" | "upperLimit"))[]
): Word<HfscClassData> {
  return takes(CURVE, (spec, { args, context }) => {
    args.take();
    args.back();
    const found = takeSlopes(args, context) ?? takeDelay(args, context);
    if (found !== undefined && found.rate1 === 0 && found.rate2 === 0) {
      context.io.err("HFSC: Service Curve has two zero slopes\n");
    } else if (found !== undefined) {
      for (const key of keys) spec[key] = found;
      return;
    }
    throw fail(1, `HFSC: Illegal "${name}"`);
  });
}

const CLASS_GRAMMAR: Grammar<HfscClassData> = {
  "rt*": curve("rt", "realTime"),
  "ls*": curve("ls", "linkShare"),
  "sc*": curve("sc", "realTime", "linkShare"),
  "ul*": curve("ul", "upperLimit"),
};

function finishClass(
  { realTime, linkShare, upperLimit }: HfscClassData,
): HfscClassData {
  const failed = (text: string) =>
    failWithUsage(`HFSC: ${text}\n`, "hfsc", { options: CLASS_GRAMMAR });
  if (!realTime && !linkShare && !upperLimit) {
    throw failed("no parameters given");
  }
  if (upperLimit && !linkShare) {
    throw failed(
      "Upper-limit Service Curve without Link-Share Service Curve",
    );
  }
  return {
    ...realTime && { realTime },
    ...linkShare && { linkShare },
    ...upperLimit && { upperLimit },
  };
}

function printCurve(context: Context, name: string, curve: HfscCurve): void {
  const { printer } = context;
  printer.object(name, () => {
    printer.text(`${name} `);
    printRate(context, "m1", curve.rate1);
    printTime(context, "d", curve.duration);
    printRate(context, "m2", curve.rate2);
  });
}

function isSame(a: HfscCurve, b: HfscCurve): boolean {
  return a.rate1 === b.rate1 && a.duration === b.duration &&
    a.rate2 === b.rate2;
}

/** Hierarchical fair service curves. */
export const kind: QdiscKind<
  HfscData,
  HfscClassData,
  never,
  HfscClassStats
> = {
  parse: parser<HfscData, HfscData>(GRAMMAR, {
    start: () => ({ defaultClass: 0 }),
    unknown,
    help: "help*",
  }),
  print: ({ printer }, { defaultClass }) => {
    if (defaultClass === 0) return;
    const text = `0x${defaultClass.toString(16)}`;
    printer.value("default", text, ` default ${text} `);
  },
  class: {
    parse: parser<HfscClassData, HfscClassData>(CLASS_GRAMMAR, {
      finish: finishClass,
      unknown,
      help: "help*",
    }),
    print(context, { realTime, linkShare, upperLimit }) {
      if (realTime && linkShare && isSame(realTime, linkShare)) {
        printCurve(context, "sc", realTime);
      } else {
        if (realTime) printCurve(context, "rt", realTime);
        if (linkShare) printCurve(context, "ls", linkShare);
      }
      if (upperLimit) printCurve(context, "ul", upperLimit);
    },
  },
  printClassStats({ printer }, { period, work, realTimeWork, level }) {
    printer.value("period", period, ` period ${period} `);
    if (work) printer.value("work", work, `work ${work} bytes `);
    if (realTimeWork) {
      printer.value("rtwork", realTimeWork, `rtwork ${realTimeWork} bytes `);
    }
    printer.value("level", level, ` level ${level} `);
    printer.newline();
  },
};
