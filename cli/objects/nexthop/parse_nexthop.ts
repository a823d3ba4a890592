/**
 * Keywords that all commands on next hops share.
 *
 * @module
 */

import type { Form } from "../../parse/form.ts";
import type { Context } from "../../runtime/context.ts";
import { invalidArgument, usage } from "../../parse/errors.ts";
import {
  type Grammar,
  number,
  type Step,
  takes,
  type Word,
} from "../../parse/grammar.ts";
import { unsigned } from "../../parse/numbers.ts";
import type { NexthopAttributes } from "../../../messages/nexthop/nexthop.ts";

/** What the arguments of a list select. */
export interface Selection {
  /** What the kernel is asked for. */
  attributes: NexthopAttributes;
  /** Who installed the next hops; any if it is 0 or missing. */
  protocol?: number;
  /** Number of the only next hop. */
  id?: number;
}

/**
 * The number of a next hop.
 *
 * @returns The number.
 * @throws {CommandError} If the argument is none.
 */
export function idOf(arg: string): number {
  const id = unsigned(arg, 32);
  if (id === undefined) throw invalidArgument("invalid id value", arg);
  return id;
}

/**
 * Finds a device.
 *
 * @param name Its name.
 * @returns Its index.
 * @throws {CommandError} If there is none.
 */
export async function deviceOf(
  name: string,
  { links }: Context,
): Promise<number> {
  const index = await links.indexOf(name);
  if (index === 0) throw invalidArgument("Device does not exist\n", name);
  return index;
}

const dev: Word<Selection> = async ({ attributes }, { args, context }) => {
  attributes.outputDevice = await deviceOf(args.take(), context);
};

const master: Word<Selection> = async ({ attributes }, { args, context }) => {
  attributes.master = await deviceOf(args.take(), context);
};

const vrf: Word<Selection> = async ({ attributes }, { args, context }) => {
  const { isVrf } = await import("../route/vrf.ts");
  const name = args.take();
  if (!await isVrf(name, context)) throw invalidArgument("Invalid VRF\n", name);
  attributes.master = await deviceOf(name, context);
};

const help: Word<Selection> = () => {
  throw usage("nexthop");
};

/** Keywords that select next hops. */
export const SELECTORS: Grammar<Selection> = {
  "dev*": takes("DEV", dev),
  "groups*": ({ attributes }) => {
    attributes.groups = true;
  },
  "master*": takes("DEV", master),
  "vrf*": takes("NAME:device", vrf),
  "id": takes("ID", (selection, { args, stop }) => {
    selection.id = idOf(args.take());
    stop?.();
  }),
  "protocol*": takes("ID", number("protocol", 32, "invalid protocol value")),
  "fdb*": ({ attributes }) => {
    attributes.fdb = true;
  },
  "help*": help,
};

/** Keywords that select buckets; the number 0 selects nothing. */
export const BUCKET_SELECTORS: Grammar<Selection> = {
  "dev*": takes("DEV", dev),
  "master*": takes("DEV", master),
  "vrf*": takes("NAME:device", vrf),
  "id": takes("ID", ({ attributes }, { args }) => {
    const id = idOf(args.take());
    if (id === 0) delete attributes.id;
    else attributes.id = id;
  }),
  "nhid": takes("ID", ({ attributes }, { args }) => {
    const nexthopId = idOf(args.take());
    if (nexthopId === 0) delete attributes.resilientBucket;
    else attributes.resilientBucket = { nexthopId };
  }),
  "help*": help,
};

/**
 * Refuses an unknown argument.
 *
 * @param _ What was selected.
 * @param step The argument, and those after it.
 * @throws {CommandError} Always.
 */
export function unknownArgument(_: unknown, step: Step): never {
  throw invalidArgument("", step.word);
}

/** What may follow `list` and `flush`. */
export const SELECTOR: Form = {
  name: "SELECTOR",
  means: { options: SELECTORS },
};
