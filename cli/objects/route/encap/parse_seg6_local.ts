/**
 * The keywords of what a segment of this machine does.
 *
 * @module
 */

import { setAddress } from "../../../parse/address_attribute.ts";
import type { Context } from "../../../runtime/context.ts";
import { exit, invalidArgument, noDevice } from "../../../parse/errors.ts";
import {
  type Arguments,
  endHere,
  type Grammar,
  parse,
  takes,
  type Word,
} from "../../../parse/grammar.ts";
import { unsigned } from "../../../parse/numbers.ts";
import { addressOf } from "../../../parse/prefixes.ts";
import { AF_INET, AF_INET6 } from "../../../../messages/families.ts";
import {
  SEG6_LOCAL_ACTION_END_B6_ENCAP,
  type Seg6LocalEncap,
  seg6LocalEncap,
  type Seg6LocalFlavors,
} from "../../../../messages/route/encap/seg6_local.ts";
import type { Encapsulated } from "./format.ts";
import { SEG6_ACTIONS, SEG6_FLAVORS } from "./names.ts";
import type { Argument, Form } from "../../../parse/form.ts";
import { Once } from "./once.ts";
import { segmentHeader } from "./parse_segments.ts";

/** What is put together. */
interface Draft {
  encap: Seg6LocalEncap;
  once: Once;
  segments?: string;
  hmac: number;
}

const action: Word<Draft> = ({ encap, once }, { args }) => {
  const arg = once.take(args, "action");
  const action = SEG6_ACTIONS.indexOf(arg);
  if (action < 0) throw invalidArgument('"action" value is invalid\n', arg);
  encap.action = action;
};

function table(
  property: "table" | "vrfTable",
  name: string,
  problem: string,
): Word<Draft> {
  return ({ encap, once }, { args, context: { names } }) => {
    const arg = once.take(args, name);
    const table = names.tables.numberOf(arg);
    if (table === undefined) throw invalidArgument(problem, arg);
    encap[property] = table;
  };
}

function device(
  property: "inputDevice" | "outputDevice",
  name: string,
): Word<Draft> {
  return async ({ encap, once }, { args, context: { links } }) => {
    const arg = once.take(args, name);
    const index = await links.indexOf(arg);
    if (index === 0) throw exit(255, noDevice(arg).message.trimEnd());
    encap[property] = index;
  };
}

const header: Word<Draft> = (draft, { args }) => {
  const { once } = draft;
  const arg = once.take(args, "srh");
  if (arg !== "segs") {
    throw invalidArgument('missing "segs" attribute for srh\n', arg);
  }
  draft.segments = once.take(args, "segs");
  if (args.takeIf("hmac")) {
    draft.hmac = unsigned(once.take(args, "hmac"), 32) ?? 0;
  }
};

const flavors: Word<Draft> = ({ encap, once }, { args }) => {
  const arg = once.take(args, "flavors");
  const operation = flavorsOf(arg);
  if (operation === undefined) {
    throw invalidArgument('invalid "flavors" attribute\n', arg);
  }
  encap.flavors = { operation };
  if (operation & (1 << SEG6_FLAVORS.indexOf("next-csid"))) {
    takeLengths(args, encap.flavors);
  }
};

function takeLengths(args: Arguments, flavors: Seg6LocalFlavors): void {
  if (args.takeIf("lblen")) {
    flavors.locatorBlockBits = lengthOf(args, "locator-block");
  }
  if (args.takeIf("nflen")) {
    flavors.locatorNodeFunctionBits = lengthOf(args, "locator-node function");
  }
}

function lengthOf(args: Arguments, name: string): number {
  const arg = args.take();
  const length = unsigned(arg, 8);
  if (length === undefined) {
    throw invalidArgument(`"${name} length" value is invalid\n`, arg);
  }
  return length;
}

function flavorsOf(arg: string): number | undefined {
  let mask = 0;
  for (const name of arg.split(",").filter((part) => part !== "")) {
    const bit = 1 << SEG6_FLAVORS.indexOf(name.toLowerCase());
    if (!SEG6_FLAVORS.includes(name.toLowerCase()) || mask & bit) {
      return undefined;
    }
    mask |= bit;
  }
  return arg === "" ? undefined : mask;
}

const program: Word<Draft> = ({ encap, once }, { args }) => {
  const kind = once.take(args, "endpoint");
  const arg = args.take();
  const descriptor = kind === "fd" ? unsigned(arg, 32) : undefined;
  if (descriptor === undefined) {
    throw exit(
      255,
      `Cannot use ${kind} ${arg}: only loaded programs can be used: fd NUMBER`,
    );
  }
  encap.bpf = { program: descriptor, name: `fd ${descriptor}` };
};

const ACTION: Argument = {
  name: "ACTION",
  means: `{ ${SEG6_ACTIONS.filter(Boolean).join(" | ")} }`,
};
const FLAVORS: Form = [
  {
    name: "FLAVORS",
    means: {
      name: "FLAVOR[,FLAVOR]",
      means: `{ ${SEG6_FLAVORS.filter(Boolean).join(" | ")} }`,
    },
  },
  "[ lblen LENGTH ] [ nflen LENGTH ]",
];

const KEYWORDS: Grammar<Draft> = {
  "action": takes(ACTION, action),
  "table": takes(
    "TABLEID:table",
    table("table", "table", "invalid table id\n"),
  ),
  "vrftable": takes(
    "TABLEID:table",
    table("vrfTable", "vrftable", "invalid vrf table id\n"),
  ),
  "nh4": takes("ADDR", ({ encap, once }, { args }) => {
    const address = addressOf(once.take(args, "nh4"), AF_INET);
    setAddress(seg6LocalEncap, encap, "nexthop4", address);
  }),
  "nh6": takes("ADDR", ({ encap, once }, { args }) => {
    const address = addressOf(once.take(args, "nh6"), AF_INET6);
    setAddress(seg6LocalEncap, encap, "nexthop6", address);
  }),
  "iif": takes("DEV", device("inputDevice", "iif")),
  "oif": takes("DEV", device("outputDevice", "oif")),
  "count": ({ encap, once }, { word }) => {
    once.mark("count", word);
    encap.counters = { packets: 0n, bytes: 0n, errors: 0n };
  },
  "flavors": takes(FLAVORS, flavors),
  "srh": takes("segs ADDR1,ADDRi,ADDRn [ hmac HMACKEYID ]", header),
  "endpoint": takes("PROGNAME", program),
};

/** What may follow `encap seg6local`. */
export const SEG6_LOCAL: Form = {
  anyOrder: [{ name: "OPTION", means: { options: KEYWORDS } }],
};

/**
 * Takes what a segment of this machine does.
 *
 * @param args The arguments.
 * @returns The encapsulation.
 * @throws {CommandError} If an argument is wrong.
 */
export async function takeSeg6Local(
  args: Arguments,
  context: Context,
): Promise<Encapsulated> {
  const draft: Draft = { encap: {}, once: new Once(), hmac: 0 };
  const { encap } = draft;
  await parse(KEYWORDS, draft, args, context, endHere);
  if (encap.action === undefined) throw exit(255, "Missing action type");
  if (draft.segments !== undefined) {
    encap.segmentRouting = segmentHeader(
      draft.segments,
      draft.hmac,
      encap.action === SEG6_LOCAL_ACTION_END_B6_ENCAP,
    );
  }
  return { encapSeg6Local: encap };
}
