/**
 * `tc qdisc … cake`.
 *
 * @module
 */

import {
  CAKE_ACK_FILTERS,
  CAKE_ATM_MODES,
  CAKE_DIFFSERV_MODES,
  CAKE_FLOW_MODES,
  type CakeData,
} from "../../../messages/tc/qdiscs/cake.ts";
import { nameOf, type ValueNames } from "../../../messages/value_names.ts";
import { CommandError, duplicateArgument, fail } from "../../parse/errors.ts";
import { type Grammar, takes, type Word } from "../../parse/grammar.ts";
import { strtoul, toLong } from "../../parse/numbers.ts";
import { time } from "../../print/format.ts";
import type { Context } from "../../runtime/context.ts";
import { parser, type QdiscKind } from "../kind.ts";
import {
  constant,
  plainRate64Of,
  printRate,
  printSize,
  setting,
  sizeOf,
  timeOf,
  u32,
} from "../settings.ts";
import { printCakeStats } from "./format_cake_stats.ts";

interface Spec extends CakeData {
  preset?: string;
}

/** Microseconds of delay that are acceptable, and of a round trip. */
const PRESETS: Readonly<
  Record<string, readonly [target: number, rtt: number]>
> = {
  datacentre: [5, 100],
  lan: [50, 1000],
  metro: [500, 10_000],
  regional: [1500, 30_000],
  internet: [5000, 100_000],
  oceanic: [15_000, 300_000],
  satellite: [50_000, 1_000_000],
  interplanetary: [50_000_000, 1_000_000_000],
};

function preset(name: string, [target, rtt]: readonly [number, number]) {
  return (spec: Spec) => {
    if (spec.preset !== undefined) throw duplicateArgument(name, spec.preset);
    Object.assign(spec, { preset: name, target, rtt });
  };
}

/** What links add to packets: the link layer, bytes, and the least size. */
const OVERHEADS: Readonly<
  Record<
    string,
    readonly [atm: number | undefined, bytes: number, mpu?: number]
  >
> = {
  "ipoa-vcmux": [CAKE_ATM_MODES.atm, 8],
  "ipoa-llcsnap": [CAKE_ATM_MODES.atm, 16],
  "bridged-vcmux": [CAKE_ATM_MODES.atm, 24],
  "bridged-llcsnap": [CAKE_ATM_MODES.atm, 32],
  "pppoa-vcmux": [CAKE_ATM_MODES.atm, 10],
  "pppoa-llc": [CAKE_ATM_MODES.atm, 14],
  "pppoe-vcmux": [CAKE_ATM_MODES.atm, 32],
  "pppoe-llcsnap": [CAKE_ATM_MODES.atm, 40],
  "pppoe-ptm": [CAKE_ATM_MODES.ptm, 30],
  "bridged-ptm": [CAKE_ATM_MODES.ptm, 22],
  "ethernet": [undefined, 38, 84],
  "ether-vlan": [undefined, 4],
  "docsis": [CAKE_ATM_MODES.noatm, 18, 64],
};

function overhead(
  [atm, bytes, mpu]: readonly [number | undefined, number, number?],
): Word<Spec> {
  return (spec) => {
    spec.overhead = (spec.overhead ?? 0) + bytes;
    if (atm !== undefined) spec.atm = atm;
    if (mpu !== undefined) spec.mpu = mpu;
  };
}

function ranged(
  key: "overhead" | "mpu",
  least: number,
  most: number,
): Word<Spec> {
  return takes("N", (spec, { args }) => {
    const word = args.take();
    // No digits at all count as 0, and what `int` has no room for is cut off.
    const { value: given, end } = strtoul(word, 10);
    const value = Number(BigInt.asIntN(32, toLong(given)));
    if (end < word.length || value < least || value > most) {
      // A backslash and an n are what the original ends it with.
      const range = `valid range is ${least} to ${most}\\n`;
      throw new CommandError(1, false, `Illegal "${key}", ${range}`);
    }
    spec[key] = value;
  });
}

function each<V>(
  values: Readonly<Record<string, V>>,
  word: (value: V, name: string) => Word<Spec>,
): Grammar<Spec> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, word(value, name)]),
  );
}

const GRAMMAR: Grammar<Spec> = {
  "bandwidth": takes("RATE", (spec, { args, context }) => {
    const value = plainRate64Of(args.take(), context);
    if (value === undefined) throw fail(1, 'Illegal "bandwidth"');
    if (value === 0n) delete spec.baseRate;
    else spec.baseRate = value;
    spec.autorate = 0;
  }),
  "unlimited": (spec) =>
    void Object.assign(spec, { baseRate: 0n, autorate: 0 }),
  "autorate-ingress": constant("autorate", 1),
  "rtt": takes("TIME", (spec, { args, context }) => {
    const value = timeOf(args.take(), context);
    if (value === undefined) throw fail(1, 'Illegal "rtt"');
    spec.rtt = value;
    spec.target = Math.floor(value / 20) || 1;
  }),
  ...each(PRESETS, (values, name) => preset(name, values)),
  "besteffort": constant("diffservMode", CAKE_DIFFSERV_MODES.besteffort),
  "precedence": constant("diffservMode", CAKE_DIFFSERV_MODES.precedence),
  "diffserv8": constant("diffservMode", CAKE_DIFFSERV_MODES.diffserv8),
  "diffserv4 diffserv": constant(
    "diffservMode",
    CAKE_DIFFSERV_MODES.diffserv4,
  ),
  "diffserv3": constant("diffservMode", CAKE_DIFFSERV_MODES.diffserv3),
  "nowash": constant("wash", 0),
  "wash": constant("wash", 1),
  "split-gso": constant("splitGso", 1),
  "no-split-gso": constant("splitGso", 0),
  ...each(CAKE_FLOW_MODES, (mode) => constant("flowMode", mode)),
  "nat": constant("nat", 1),
  "nonat": constant("nat", 0),
  ...each(CAKE_ATM_MODES, (mode) => constant("atm", mode)),
  "raw": (spec) => void Object.assign(spec, { atm: 0, overhead: 0, raw: 0 }),
  "conservative": (spec) =>
    void Object.assign(spec, { atm: CAKE_ATM_MODES.atm, overhead: 48 }),
  ...each(OVERHEADS, overhead),
  "via-ethernet": () => {},
  "overhead": ranged("overhead", -64, 256),
  "mpu": ranged("mpu", 0, 256),
  "ingress": constant("ingress", 1),
  "egress": constant("ingress", 0),
  ...each(CAKE_ACK_FILTERS, (filter) => constant("ackFilter", filter)),
  "memlimit": setting(
    "memory",
    "memlimit",
    "LIMIT",
    sizeOf,
    (name, word) => `Illegal value for "${name}": "${word}"`,
  ),
  "fwmark": setting(
    "fwMark",
    "fwmark",
    "MASK",
    u32,
    (name, word) => `Illegal value for "${name}": "${word}"`,
  ),
};

/** The order in which settings are sent. */
const ORDER = [
  "baseRate",
  "diffservMode",
  "atm",
  "flowMode",
  "overhead",
  "raw",
  "mpu",
  "rtt",
  "target",
  "autorate",
  "memory",
  "fwMark",
  "nat",
  "wash",
  "splitGso",
  "ingress",
  "ackFilter",
] as const;

/** What is not sent if it is 0. */
const IF_ANY: ReadonlySet<string> = new Set([
  "mpu",
  "rtt",
  "target",
  "memory",
  "fwMark",
]);

function finish(spec: Spec): CakeData {
  return Object.fromEntries(
    ORDER.map((name) => [name, spec[name]] as const).filter(([name, value]) =>
      value !== undefined && !(IF_ANY.has(name) && value === 0)
    ),
  ) as CakeData;
}

function printMode(
  { printer }: Context,
  key: string,
  value: number | undefined,
  names: ValueNames,
): void {
  if (value === undefined) return;
  const name = nameOf(names, value);
  if (name !== undefined) printer.value(key, name, `${name} `);
  else printer.value(key, "unknown", `(?${key}?)`);
}

function print(context: Context, data: CakeData): void {
  const { printer } = context;
  const { baseRate, autorate = 0, nat = 0, wash = 0, ingress = 0 } = data;
  if (baseRate) printRate(context, "bandwidth", baseRate);
  else if (baseRate === 0n) printer.named("bandwidth", "unlimited");
  if (autorate === 1) {
    printer.value("autorate", "autorate-ingress", "autorate-ingress ");
  } else if (autorate) printer.value("autorate", "unknown", "(?autorate?) ");
  printMode(context, "diffserv", data.diffservMode, CAKE_DIFFSERV_MODES);
  printMode(context, "flowmode", data.flowMode, CAKE_FLOW_MODES);
  printer.value("nat", nat !== 0, nat ? "nat " : "nonat ");
  printer.value("wash", wash !== 0, wash ? "wash " : "nowash ");
  printer.value("ingress", ingress !== 0, ingress ? "ingress " : "");
  printAckFilter(context, data.ackFilter ?? 0);
  const { splitGso = 0, rtt = 0 } = data;
  printer.value(
    "split_gso",
    splitGso !== 0,
    splitGso ? "split-gso " : "no-split-gso ",
  );
  printer.value("rtt", rtt, rtt ? `rtt ${time(rtt)} ` : "");
  printFraming(context, data);
}

function printAckFilter({ printer }: Context, filter: number): void {
  if (filter === CAKE_ACK_FILTERS["ack-filter-aggressive"]) {
    printer.value("ack-filter", "aggressive", "ack-filter-aggressive ");
  } else if (filter === CAKE_ACK_FILTERS["ack-filter"]) {
    printer.value("ack-filter", "enabled", "ack-filter ");
  } else printer.value("ack-filter", "disabled", "no-ack-filter ");
}

function printFraming(context: Context, data: CakeData): void {
  const { printer } = context;
  const { atm = 0, overhead = 0, mpu, memory, fwMark = 0 } = data;
  const isRaw = data.raw !== undefined;
  printer.value("raw", isRaw, isRaw ? "raw " : "");
  if (atm === CAKE_ATM_MODES.atm) printer.value("atm", "atm", "atm ");
  else if (atm === CAKE_ATM_MODES.ptm) printer.value("atm", "ptm", "ptm ");
  else if (!isRaw) printer.value("atm", "noatm", "noatm ");
  printer.named("overhead", overhead);
  if (mpu) printer.named("mpu", mpu);
  if (memory) printSize(context, "memlimit", memory);
  const mark = fwMark.toString(16);
  printer.value(
    "fwmark",
    fwMark === 0 ? "0" : `0x${mark}`,
    fwMark === 0 ? "" : `fwmark 0x${mark} `,
  );
}

/** Fair queueing for home gateways. */
export const kind: QdiscKind<
  CakeData,
  never,
  Parameters<typeof printCakeStats>[1]
> = {
  parse: parser<Spec, CakeData>(GRAMMAR, { finish }),
  print,
  printStats: printCakeStats,
};
