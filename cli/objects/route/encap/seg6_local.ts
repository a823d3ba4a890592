/**
 * `encap seg6local`: what a segment of this machine does.
 *
 * @module
 */

import { AF_INET, AF_INET6 } from "../../../../messages/families.ts";
import {
  SEG6_LOCAL_ACTION_END_B6_ENCAP,
  SEG6_LOCAL_ACTION_END_DT46,
  SEG6_LOCAL_ACTIONS,
  SEG6_LOCAL_FLAVORS,
  type Seg6LocalEncap,
  seg6LocalEncap,
  type Seg6LocalFlavors,
} from "../../../../messages/route/encap/seg6_local.ts";
import {
  nameOf,
  type ValueNames,
  valueOf,
} from "../../../../messages/value_names.ts";
import { setAddress } from "../../../parse/address_attribute.ts";
import { exit, invalidArgument } from "../../../parse/errors.ts";
import type { Form } from "../../../parse/form.ts";
import type { Arguments } from "../../../parse/grammar.ts";
import { u8, unsigned } from "../../../parse/numbers.ts";
import { addressOf } from "../../../parse/prefixes.ts";
import { count } from "../../../print/format.ts";
import type { Context } from "../../../runtime/context.ts";
import { unique } from "../../link/kinds/kind.ts";
import { oneOf } from "../../link/kinds/notations.ts";
import type { Setting, SettingNames } from "../../link/kinds/setting.ts";
import { printProgram, takeProgram } from "./bpf.ts";
import {
  type EncapKind,
  encapOfSettings,
  neededDevice,
  routingTable,
} from "./kind.ts";
import { printHeader, segmentHeader, SEGMENTS } from "./segments.ts";

/** What is put together. */
interface Draft extends Seg6LocalEncap {
  /** Segments of the header. */
  segments?: string;
  /** Number of the key that signs it. */
  hmac?: number;
}

const FLAVOR_NAMES: ValueNames = SEG6_LOCAL_FLAVORS;

const FLAVORS: Form = [
  {
    name: "FLAVORS",
    means: {
      name: "FLAVOR[,FLAVOR]",
      means: `{ ${Object.keys(FLAVOR_NAMES).join(" | ")} }`,
    },
  },
  "[ lblen LENGTH ] [ nflen LENGTH ]",
];

/** What a segment of this machine does. */
export const kind: EncapKind<Seg6LocalEncap> = encapOfSettings<
  Seg6LocalEncap,
  Draft
>(seg6LocalEncap, {
  action: {
    word: "action",
    ...oneOf(SEG6_LOCAL_ACTIONS),
    print: ({ printer }, { json }, action) => {
      const known = action <= SEG6_LOCAL_ACTION_END_DT46;
      const name = nameOf(SEG6_LOCAL_ACTIONS, action) ??
        (known ? "<unknown>" : "<invalid>");
      printer.named(json, name);
    },
  },
  segmentRouting: {
    word: "srh",
    argument: `segs ${SEGMENTS} [ hmac HMACKEYID ]`,
    take: takeHeader,
    print: ({ printer }, { json }, header) =>
      printer.object(json, () => printHeader(printer, header)),
  },
  table: { word: "table", ...routingTable, problem: "invalid table id\n" },
  vrfTable: {
    word: "vrftable",
    ...routingTable,
    problem: "invalid vrf table id\n",
  },
  nexthop4: nexthop("nexthop4", "nh4", AF_INET),
  nexthop6: nexthop("nexthop6", "nh6", AF_INET6),
  inputDevice: { word: "iif DEV", ...neededDevice },
  outputDevice: { word: "oif DEV", ...neededDevice },
  bpf: {
    word: "endpoint PROGNAME",
    take: async (encap, { args, context }) => {
      const { descriptor, name } = await takeProgram(args, context);
      encap.bpf = { program: descriptor, name };
    },
    print: printProgram,
  },
  counters: {
    json: "stats64",
    print: (context, { json }, { packets = 0n, bytes = 0n, errors = 0n }) => {
      if (context.options.stats === 0) return;
      const counters = { packets, bytes, errors };
      context.printer.object(json, () => printCounts(context, counters));
    },
  },
  flavors: {
    word: "flavors",
    argument: FLAVORS,
    take: takeFlavors,
    print: printFlavors,
  },
}, {
  called: "SEG6LOCAL",
  each: "OPTION",
  needs: "action",
  keywords: {
    "count": unique("count", (encap) => {
      encap.counters = { packets: 0n, bytes: 0n, errors: 0n };
    }),
  },
  finish: ({ segments, hmac = 0, ...encap }) => {
    if (encap.action === undefined) throw exit(255, "Missing action type");
    if (segments !== undefined) {
      encap.segmentRouting = segmentHeader(
        segments,
        hmac,
        encap.action === SEG6_LOCAL_ACTION_END_B6_ENCAP,
      );
    }
    return encap;
  },
});

function nexthop(
  property: "nexthop4" | "nexthop6",
  word: string,
  family: number,
): Setting<Draft, string> {
  return {
    word: `${word} ADDR`,
    take: (encap, { args }) => {
      const address = addressOf(args.take(), family);
      setAddress(seg6LocalEncap, encap, property, address);
    },
  };
}

function takeHeader(draft: Draft, { args }: { args: Arguments }): void {
  const arg = args.take();
  if (arg !== "segs") {
    throw invalidArgument('missing "segs" attribute for srh\n', arg);
  }
  draft.segments = args.take();
  if (args.takeIf("hmac")) draft.hmac = unsigned(args.take(), 32) ?? 0;
}

function takeFlavors(encap: Draft, { args }: { args: Arguments }): void {
  const operation = args.read(flavorsOf, 'invalid "flavors" attribute\n');
  const flavors: Seg6LocalFlavors = { operation };
  encap.flavors = flavors;
  if ((operation & SEG6_LOCAL_FLAVORS["next-csid"]) === 0) return;
  if (args.takeIf("lblen")) {
    flavors.locatorBlockBits = lengthOf(args, "locator-block");
  }
  if (args.takeIf("nflen")) {
    flavors.locatorNodeFunctionBits = lengthOf(args, "locator-node function");
  }
}

function flavorsOf(arg: string): number | undefined {
  let mask = 0;
  for (const part of arg.split(",").filter((part) => part !== "")) {
    const name = part.toLowerCase();
    const bit = valueOf(FLAVOR_NAMES, name) ?? 0;
    if (bit === 0 || mask & bit) return undefined;
    mask |= bit;
  }
  return arg === "" ? undefined : mask;
}

function lengthOf(args: Arguments, name: string): number {
  return args.read(u8, `"${name} length" value is invalid\n`);
}

function printFlavors(
  context: Context,
  { json, text }: SettingNames,
  { operation, locatorBlockBits, locatorNodeFunctionBits }: Seg6LocalFlavors,
): void {
  const { printer } = context;
  if (operation !== undefined) {
    const known = Object.entries(FLAVOR_NAMES)
      .filter(([, bit]) => operation & bit).map(([name]) => name);
    printer.text(`${text} ${known.join(",")} `);
    printer.array(json, () => {
      for (const name of known) printer.field(null, name);
    });
  }
  printCounts(context, {
    lblen: locatorBlockBits,
    nflen: locatorNodeFunctionBits,
  });
}

/** Prints those numbers that are there. */
function printCounts(
  { printer, options }: Context,
  numbers: Readonly<Record<string, number | bigint | undefined>>,
): void {
  for (const [key, value] of Object.entries(numbers)) {
    if (value === undefined) continue;
    printer.value(key, value, `${key} ${count(value, 1, options)}`);
  }
}
