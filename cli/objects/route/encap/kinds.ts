/**
 * Encapsulations of routes and next hops: what comes after `encap`.
 *
 * To add a kind, write its file next to this one and name it below. A kind is
 * loaded when an encapsulation of that kind is taken or written.
 *
 * @module
 */

import { NLA_TYPE_MASK } from "../../../../messages/codec/writer.ts";
import {
  ENCAPSULATIONS,
  type Encapsulations,
  encapsulationTypes,
} from "../../../../messages/route/encap/encap.ts";
import { Unresolved } from "../../../names/link_map.ts";
import {
  invalidArgument,
  missingArgument,
  usage,
} from "../../../parse/errors.ts";
import type { Cases } from "../../../parse/form.ts";
import type { Arguments } from "../../../parse/grammar.ts";
import type { Context } from "../../../runtime/context.ts";
import type { AnyEncap } from "./kind.ts";

type Property = keyof Encapsulations;

/** The kinds by their names, in the order of usage texts. */
const KINDS: Readonly<
  Record<keyof typeof ENCAPSULATIONS, () => Promise<{ kind: AnyEncap }>>
> = {
  mpls: () => import("./mpls.ts"),
  ip: async () => ({ kind: (await import("./tunnel.ts")).ip }),
  ip6: async () => ({ kind: (await import("./tunnel.ts")).ip6 }),
  ila: () => import("./ila.ts"),
  bpf: () => import("./bpf.ts"),
  seg6: () => import("./seg6.ts"),
  seg6local: () => import("./seg6_local.ts"),
  rpl: () => import("./rpl.ts"),
  ioam6: () => import("./ioam6.ts"),
  xfrm: () => import("./xfrm.ts"),
};

type Name = keyof typeof KINDS;

const NAMES = Object.keys(KINDS) as Name[];

const loaded: Map<Name, AnyEncap> = new Map();

async function load(name: Name): Promise<AnyEncap> {
  const { kind } = await KINDS[name]();
  loaded.set(name, kind);
  return kind;
}

/** What may follow `encap`. */
export const ENCAPSULATION: Cases = {
  name: "ENCAPTYPE",
  rest: "ENCAPHDR",
  cases: Object.fromEntries(
    NAMES.map((name) => [name, async () => (await load(name)).take.form]),
  ),
};

/** What `encap help` shows. */
const TYPES: Cases = {
  ...ENCAPSULATION,
  name: "TYPE",
  rest: "OPTIONS",
  brief: true,
};

/** Something that may have an encapsulation. */
export interface Encapsulated extends Encapsulations {
  /** Attributes of kinds that have no name. */
  unknown?: readonly { readonly type: number }[];
  /** Kind of encapsulation, `LWTUNNEL_ENCAP_*`. */
  encapType?: number;
}

/**
 * Takes an encapsulation.
 *
 * @param args The arguments after `encap`.
 * @returns The encapsulation and its kind.
 * @throws {CommandError} If an argument is wrong.
 */
export async function takeEncapsulation(
  args: Arguments,
  context: Context,
): Promise<Encapsulated> {
  const arg = args.take();
  if (arg === "help") {
    throw usage({ of: "ip route ... encap", form: TYPES });
  }
  if (!Object.hasOwn(KINDS, arg)) {
    throw invalidArgument('"encap type" value is invalid\n', arg);
  }
  args.take();
  if (args.left === 0) throw missingArgument("encap type");
  args.back();
  const property = ENCAPSULATIONS[arg as Name];
  const { take } = await load(arg as Name);
  return {
    encapType: encapsulationTypes[property],
    [property]: await take(args, context),
  };
}

/** Types of the attributes that have one: `RTA_ENCAP`, `NHA_ENCAP`. */
const ENCAPS: readonly number[] = [22, 8];

/**
 * Writes an encapsulation, if there is one.
 *
 * @param attributes What may have one.
 * @throws {Unresolved} If its kind was not loaded yet.
 */
export function formatEncapsulation(
  context: Context,
  attributes: Encapsulated,
): void {
  const { encapType, unknown = [] } = attributes;
  if (encapType === undefined) return;
  const property = (Object.keys(encapsulationTypes) as Property[])
    .find((name) => attributes[name] !== undefined);
  if (
    property === undefined &&
    !unknown.some(({ type }) => ENCAPS.includes(type & NLA_TYPE_MASK))
  ) return;
  const name =
    NAMES.find((name) =>
      encapsulationTypes[ENCAPSULATIONS[name]] === encapType
    ) ?? "unknown";
  const { printer } = context;
  printer.openObject("encap");
  printer.value("encap_type", name, ` encap ${name} `);
  if (property !== undefined) {
    kindOf(property).print(context, attributes[property] as never);
  }
  printer.closeObject();
}

function kindOf(property: Property): AnyEncap {
  const name = NAMES.find((name) => ENCAPSULATIONS[name] === property)!;
  const kind = loaded.get(name);
  if (kind === undefined) {
    throw new Unresolved(async () => void await load(name));
  }
  return kind;
}
