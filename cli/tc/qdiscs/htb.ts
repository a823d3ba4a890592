/**
 * `tc qdisc … htb` and its classes.
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
import {
  type HtbClassStats,
  type HtbData,
  type HtbGlobals,
  TC_HTB_PROTOVER,
} from "../../../messages/tc/qdiscs/htb.ts";
import { fail } from "../../parse/errors.ts";
import type { Form } from "../../parse/form.ts";
import { type Grammar, takes, type Word } from "../../parse/grammar.ts";
import { unsigned } from "../../parse/numbers.ts";
import { hex, size } from "../../print/format.ts";
import type { Context } from "../../runtime/context.ts";
import {
  failWithUsage,
  parser,
  type PrintKind,
  type QdiscKind,
} from "../kind.ts";
import {
  cutTo32Bits,
  decimal,
  printRate,
  printSize,
  rate64Of,
  type Read,
  u16,
} from "../settings.ts";
import { LINK_LAYER, linkLayerOf, linkLayerText } from "../size_table.ts";
import { cellLogOf, type SizeAndCell } from "./cells.ts";

interface Spec {
  rateToQuantum: number;
  defaultClass: number;
  debug: number;
  directQueueLength?: number;
  offload?: true;
}

/** A keyword whose value is followed by the usage if it is not valid. */
function strict<S, K extends keyof S>(
  key: K,
  form: Form,
  read: Read<Exclude<S[K], undefined>>,
  name?: string,
): Word<S> {
  return takes(form, (spec, { args, word, context }) => {
    const value = read(args.take(), context);
    if (value === undefined) {
      throw failWithUsage(`Illegal "${name ?? word}"\n`, CALLED, FORM);
    }
    spec[key] = value;
  });
}

const GRAMMAR: Grammar<Spec> = {
  "r2q*": strict("rateToQuantum", "N", decimal, "r2q"),
  "default*": strict(
    "defaultClass",
    "N",
    (word) => unsigned(word, 32, 16),
    "default",
  ),
  "debug*": takes("N", (spec, { args }) => {
    const digits = /^[0-3]{0,16}/.exec(args.take())![0];
    for (const [i, digit] of [...digits].entries()) {
      spec.debug = (spec.debug | Number(digit) << 2 * i) >>> 0;
    }
  }),
  "direct_qlen*": strict("directQueueLength", "P", decimal, "direct_qlen"),
  "offload*": (spec) => void (spec.offload = true),
};

interface ClassSpec {
  priority?: number;
  mtu?: number;
  mpu?: number;
  overhead?: number;
  linkLayer?: number;
  quantum?: number;
  burst?: SizeAndCell;
  ceilBurst?: SizeAndCell;
  rate?: bigint;
  ceil?: bigint;
}

function ofClass<K extends keyof ClassSpec>(
  key: K,
  form: Form,
  read: Read<Exclude<ClassSpec[K], undefined>>,
  name?: string,
): Word<ClassSpec> {
  return strict(key, form, read, name);
}

function rateOnce(key: "rate" | "ceil"): Word<ClassSpec> {
  const form = key === "rate" ? "R1" : "R2";
  const word = ofClass(key, form, rate64Of, key);
  return takes(form, (spec, step) => {
    if (spec[key]) {
      step.args.take();
      throw fail(1, `Double "${key}" spec`);
    }
    return word(spec, step);
  });
}

const CLASS_GRAMMAR: Grammar<ClassSpec> = {
  "prio*": ofClass("priority", "P", decimal, "prio"),
  "mtu*": ofClass("mtu", "MTU", decimal, "mtu"),
  "mpu*": ofClass("mpu", "B", u16, "mpu"),
  "overhead*": ofClass("overhead", "O", u16, "overhead"),
  "linklayer*": ofClass("linkLayer", LINK_LAYER, linkLayerOf, "linklayer"),
  "quantum*": ofClass("quantum", "Q", decimal, "quantum"),
  "burst* buffer maxburst": ofClass("burst", "B1", cellLogOf(true)),
  "cburst* cbuffer cmaxburst": ofClass("ceilBurst", "B2", cellLogOf(false)),
  "ceil": rateOnce("ceil"),
  "rate": rateOnce("rate"),
};

/** What its usage text begins with. */
const CALLED = "qdisc add ... htb";
/** Its usage text shows what follows its name, and that of its classes. */
const FORM: Form = [
  { options: GRAMMAR },
  "... class add ... htb",
  { options: CLASS_GRAMMAR },
];

/** Size of packets that a bucket has room for by default. */
const MTU = 1600;

function finishClass(spec: ClassSpec): HtbData {
  if (!spec.rate) throw fail(1, '"rate" is required.');
  const { mtu = MTU, priority = 0, quantum = 0 } = spec;
  const rate = Number(spec.rate);
  const ceil = Number(spec.ceil || spec.rate);
  const more = {
    overhead: spec.overhead ?? 0,
    mpu: spec.mpu ?? 0,
    linkLayer: spec.linkLayer ?? TC_LINK_LAYERS.ethernet,
  };
  const own = rateSpec(rate, more);
  const most = rateSpec(ceil, more);
  const burst = spec.burst?.size || Math.floor(rate / 1e9) + mtu;
  const ceilBurst = spec.ceilBurst?.size || Math.floor(ceil / 1e9) + mtu;
  const ownTable = rateTable(
    own.spec,
    mtu,
    own.spec.rate,
    spec.burst?.cellLog,
  );
  const mostTable = rateTable(
    most.spec,
    mtu,
    most.spec.rate,
    spec.ceilBurst?.cellLog,
  );
  const buffer = transmissionTime(burst, rate);
  if (buffer === 0xffffffff) throw fail(1, "htb: burst out of range");
  return {
    ...own.rate64 !== undefined && { rate64: own.rate64 },
    ...most.rate64 !== undefined && { ceil64: most.rate64 },
    parameters: {
      rate: ownTable.spec,
      ceil: mostTable.spec,
      buffer,
      ceilBuffer: transmissionTime(ceilBurst, ceil),
      quantum,
      level: 0,
      priority,
    },
    rateTable: ownTable.table,
    ceilTable: mostTable.table,
  };
}

function print(context: Context, data: HtbData): void {
  const { printer } = context;
  const { globals, directQueueLength, offload } = data;
  if (data.parameters !== undefined) printParameters(context, data);
  if (globals !== undefined) printGlobals(context, globals);
  printer.spaced("direct_qlen", directQueueLength);
  if (offload) printer.value("offload", null, " offload");
}

function printGlobals(
  { printer, options }: Context,
  globals: HtbGlobals,
): void {
  const { rateToQuantum, defaultClass, directPackets, version } = globals;
  printer.value("r2q", rateToQuantum | 0, `r2q ${rateToQuantum | 0}`);
  const text = hex(defaultClass);
  printer.spaced("default", text);
  printer.spaced("direct_packets_stat", directPackets);
  if (options.details) {
    const ver = `${version >>> 16}.${version & 0xffff}`;
    printer.spaced("ver", ver);
  }
}

function printParameters(context: Context, data: HtbData): void {
  const { printer, options } = context;
  const parameters = data.parameters!;
  const { level, priority, quantum, rate: spec, ceil: ceilSpec } = parameters;
  if (level === 0) {
    printer.named("prio", priority | 0);
    if (options.details) printer.named("quantum", quantum | 0);
  }
  const rate = rateIn(spec, data.rate64);
  const ceil = rateIn(ceilSpec, data.ceil64);
  printRate(context, "rate", data.rate64 ?? rate);
  if (spec.overhead) printer.named("overhead", spec.overhead);
  const burst = Math.trunc(transmittedSize(parameters.buffer, rate));
  printRate(context, "ceil", data.ceil64 ?? ceil);
  const ceilBurst = Math.trunc(transmittedSize(parameters.ceilBuffer, ceil));
  const linkLayer = spec.linkLayer & TC_LINKLAYER_MASK;
  if (linkLayer > TC_LINK_LAYERS.ethernet || options.details) {
    printer.named("linklayer", linkLayerText(linkLayer));
  }
  if (options.details) {
    const row = 2 ** spec.cellLog;
    const ceilRow = 2 ** ceilSpec.cellLog;
    printer.value("burst", cutTo32Bits(burst), `burst ${size(burst)}/`);
    printer.value("burst_cell", row, `${row}`);
    printer.value("mpu_rate", spec.mpu, `mpu ${size(spec.mpu)} `);
    printer.value(
      "cburst",
      cutTo32Bits(ceilBurst),
      `cburst ${size(ceilBurst)}/`,
    );
    printer.value("cburst_cell", ceilRow, `${ceilRow}`);
    printer.value("mpu_ceil", ceilSpec.mpu, `mpu ${size(ceilSpec.mpu)} `);
    printer.named("level", level | 0);
  } else {
    printSize(context, "burst", burst);
    printSize(context, "cburst", ceilBurst, (size) => `cburst ${size}`);
  }
  if (options.raw) {
    const raw = (value: number) => value.toString(16).padStart(8, "0");
    const { buffer, ceilBuffer } = parameters;
    printer.verbatim(`buffer [${raw(buffer)}] cbuffer [${raw(ceilBuffer)}] `);
  }
}

const printStats: PrintKind<HtbClassStats> = ({ printer }, stats) => {
  const { lends, borrows, giants, tokens, ceilTokens } = stats;
  printer.value("lended", lends, ` lended: ${lends} `);
  printer.value("borrowed", borrows, `borrowed: ${borrows} `);
  printer.value("giants", giants, `giants: ${giants}`);
  printer.newline();
  printer.value("tokens", tokens, ` tokens: ${tokens} `);
  printer.value("ctokens", ceilTokens, `ctokens: ${ceilTokens}`);
  printer.newline();
};

/** A hierarchy of token buckets. */
export const kind: QdiscKind<HtbData, HtbData, never, HtbClassStats> = {
  parse: parser<Spec, HtbData>(GRAMMAR, {
    called: CALLED,
    usage: FORM,
    // It is no keyword of the original.
    help: "",
    start: () => ({ rateToQuantum: 10, defaultClass: 0, debug: 0 }),
    finish: ({ directQueueLength, offload, ...globals }) => ({
      globals: { version: TC_HTB_PROTOVER, ...globals, directPackets: 0 },
      ...directQueueLength !== undefined &&
        directQueueLength !== 0xffffffff && { directQueueLength },
      ...offload && { offload },
    }),
  }),
  print,
  class: {
    parse: parser<ClassSpec, HtbData>(CLASS_GRAMMAR, {
      called: CALLED,
      usage: FORM,
      finish: finishClass,
    }),
    print,
  },
  printClassStats: printStats,
};
