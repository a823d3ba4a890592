/**
 * `tc qdisc … tbf`.
 *
 * @module
 */

import {
  rateOf as rateIn,
  rateSpec,
  rateTable,
  TC_LINK_LAYERS,
  TC_LINKLAYER_MASK,
  transmissionTime,
  transmittedSize,
} from "../../../messages/tc/rate.ts";
import type { TbfData } from "../../../messages/tc/qdiscs/tbf.ts";
import { CommandError, fail } from "../../parse/errors.ts";
import type { Form } from "../../parse/form.ts";
import { type Grammar, takes, type Word } from "../../parse/grammar.ts";
import { rate, size, time } from "../../print/format.ts";
import type { Context } from "../../runtime/context.ts";
import { type KindStep, parser, type QdiscKind } from "../kind.ts";
import {
  cutTo32Bits,
  printRate,
  printSize,
  rate64Of,
  type Read,
  sizeOf,
  timeOf,
  u16,
} from "../settings.ts";
import { LINK_LAYER, linkLayerOf, linkLayerText } from "../size_table.ts";
import { asRead, cellLogOf, type SizeAndCell } from "./cells.ts";

interface Spec {
  limit?: number;
  latency?: number;
  burst?: SizeAndCell;
  mtu?: SizeAndCell;
  mpu?: number;
  rate?: bigint;
  peakRate?: bigint;
  overhead?: number;
  linkLayer?: number;
}

function once<K extends keyof Spec>(
  key: K,
  name: string,
  form: Form,
  read: Read<Exclude<Spec[K], undefined>>,
  called?: string,
  shown: (value: string) => string = (value) => value,
): Word<Spec> {
  return takes(form, (spec, { args, word, context }) => {
    const value = args.take();
    if (spec[key] && key !== "linkLayer") {
      throw fail(1, `tbf: duplicate "${name}" specification`);
    }
    const found = read(value, context);
    if (found === undefined) {
      throw fail(
        1,
        `tbf: illegal value for "${called ?? word}": "${shown(value)}"`,
      );
    }
    spec[key] = found;
  });
}

function exclusive(
  word: Word<Spec>,
  other: "limit" | "latency",
  text: string,
): Word<Spec> {
  return takes(word.form ?? {}, (spec, step) => {
    if (spec[other]) {
      const key = other === "limit" ? "latency" : "limit";
      step.args.take();
      if (spec[key]) throw fail(1, `tbf: duplicate "${key}" specification`);
      throw fail(1, `tbf: specifying both ${text} is not allowed`);
    }
    return word(spec, step);
  });
}

const GRAMMAR: Grammar<Spec> = {
  "limit*": exclusive(
    once("limit", "limit", "BYTES", sizeOf, "limit"),
    "latency",
    '"latency" and "limit"',
  ),
  "latency*": exclusive(
    once("latency", "latency", "TIME", timeOf, "latency"),
    "limit",
    '"limit" and "/latency"',
  ),
  "burst* buffer maxburst": once(
    "burst",
    "buffer/burst/maxburst",
    "BYTES[/BYTES]",
    cellLogOf(true),
    undefined,
    (value) => asRead(value, true),
  ),
  "mtu minburst": once(
    "mtu",
    "mtu/minburst",
    "BYTES[/BYTES]",
    cellLogOf(false),
    undefined,
    (value) => asRead(value, false),
  ),
  "mpu": once("mpu", "mpu", "BYTES", sizeOf, "mpu"),
  "rate": once("rate", "rate", "KBPS", rate64Of, "rate"),
  "peakrate*": once("peakRate", "peakrate", "KBPS", rate64Of, "peakrate"),
  "overhead*": once("overhead", "overhead", "BYTES", u16, "overhead"),
  "linklayer*": once(
    "linkLayer",
    "linklayer",
    LINK_LAYER,
    linkLayerOf,
    "linklayer",
  ),
};

/** All that is missing, in one text. */
function problemsOf(spec: Spec): string {
  const problems: string[] = [];
  if (!spec.rate) problems.push('the "rate" parameter is mandatory.');
  if (!spec.burst?.size) problems.push('the "burst" parameter is mandatory.');
  if (spec.peakRate && !spec.mtu?.size) {
    problems.push(
      'when "peakrate" is specified, "mtu" must also be specified.',
    );
  }
  if (!spec.limit && !spec.latency) {
    problems.push('either "limit" or "latency" is required.');
  }
  return problems.map((problem) => `tbf: ${problem}\n`).join("");
}

function finish(spec: Spec, { name }: KindStep): TbfData {
  const problems = problemsOf(spec);
  if (problems !== "") {
    throw new CommandError(1, false, problems, {
      of: `... ${name}`,
      form: { options: GRAMMAR },
    });
  }
  const { mtu = { size: 0 }, latency = 0, linkLayer, mpu = 0 } = spec;
  const burst = spec.burst!;
  const rate = Number(spec.rate);
  const peak = Number(spec.peakRate ?? 0n);
  const limit = spec.limit || Math.min(
    rate * latency / 1e6 + burst.size,
    peak === 0 ? Infinity : peak * latency / 1e6 + mtu.size,
  );
  const more = {
    overhead: spec.overhead ?? 0,
    mpu: mpu & 0xffff,
    linkLayer: linkLayer ?? TC_LINK_LAYERS.ethernet,
  };
  const own = rateSpec(rate, more);
  const top = rateSpec(peak, more);
  const ownTable = rateTable(own.spec, mtu.size, own.spec.rate, burst.cellLog);
  const topTable = rateTable(top.spec, mtu.size, top.spec.rate, mtu.cellLog);
  const buffer = transmissionTime(burst.size, own.spec.rate);
  if (buffer === 0xffffffff) throw fail(1, "tbf: burst out of range");
  return {
    parameters: {
      rate: ownTable.spec,
      peakRate: peak === 0 ? rateSpec(0, { linkLayer: 0 }).spec : topTable.spec,
      limit: Math.trunc(limit) >>> 0,
      buffer,
      mtu: peak === 0 ? 0 : transmissionTime(mtu.size, top.spec.rate),
    },
    ...burst.size < 2 ** 32 && { burst: burst.size },
    ...own.rate64 !== undefined && { rate64: own.rate64 },
    rateTable: ownTable.table,
    ...peak !== 0 && {
      ...top.rate64 !== undefined && { peakRate64: top.rate64 },
      peakBurst: mtu.size,
      peakRateTable: topTable.table,
    },
  };
}

function print(context: Context, data: TbfData): void {
  const { printer, options } = context;
  const { parameters } = data;
  if (parameters === undefined) return;
  const { rate: spec, limit } = parameters;
  const rate = rateIn(spec, data.rate64);
  printRate(context, "rate", data.rate64 ?? rate);
  const buffer = Math.trunc(transmittedSize(parameters.buffer, rate));
  if (options.details) {
    const burst = `${size(buffer)}/${2 ** spec.cellLog}`;
    printer.named("burst", burst);
    printSize(context, "mpu", spec.mpu);
  } else printSize(context, "burst", buffer);
  printRaw(context, "burst_raw", parameters.buffer);
  const peak = rateIn(parameters.peakRate, data.peakRate64);
  if (peak) printPeak(context, data, peak);
  let latency = 1e6 * (limit / rate) - parameters.buffer / 15.625;
  if (peak) {
    latency = Math.max(
      latency,
      1e6 * (limit / peak) - parameters.mtu / 15.625,
    );
  }
  if (latency >= 0) {
    const microseconds = cutTo32Bits(latency);
    printer.value("lat", microseconds, `lat ${time(microseconds)} `);
  }
  if (options.raw || latency < 0) printSize(context, "limit", limit);
  if (spec.overhead) printer.named("overhead", spec.overhead);
  const linkLayer = spec.linkLayer & TC_LINKLAYER_MASK;
  if (linkLayer > TC_LINK_LAYERS.ethernet || options.details) {
    printer.named("linklayer", linkLayerText(linkLayer));
  }
}

function printPeak(context: Context, data: TbfData, peak: number): void {
  const { printer, options } = context;
  const { mtu, peakRate } = data.parameters!;
  printer.text(`peakrate ${rateText(context, peak)} `);
  if (!mtu && !peakRate.mpu) return;
  const burst = Math.trunc(transmittedSize(mtu, peak));
  if (options.details) {
    const text = `${size(burst)}/${2 ** peakRate.cellLog}`;
    printer.named("mtu", text);
    printSize(context, "mpu", peakRate.mpu);
  } else printSize(context, "minburst", burst);
  printRaw(context, "mtu_raw", mtu);
}

function rateText(context: Context, value: number): string {
  return rate(value, context.options.iec);
}

function printRaw(
  { printer, options }: Context,
  key: string,
  value: number,
): void {
  if (!options.raw) return;
  const digits = value.toString(16);
  printer.value(key, digits, `[${digits.padStart(8, "0")}] `);
}

/** A token bucket. */
export const kind: QdiscKind<TbfData> = {
  parse: parser<Spec, TbfData>(GRAMMAR, {
    finish,
    unknown: (word) => `tbf: unknown parameter "${word}"\n`,
  }),
  print,
};
