/**
 * The arguments after `nexthop`.
 *
 * @module
 */

import type { Argument, Form } from "../../parse/form.ts";
import type { Context } from "../../runtime/context.ts";
import { CommandError, exit, invalidArgument } from "../../parse/errors.ts";
import {
  type Arguments,
  endHere,
  type Grammar,
  parse,
  takes,
} from "../../parse/grammar.ts";
import { realmsOf } from "../../names/realms.ts";
import { unsigned } from "../../parse/numbers.ts";
import { RTNH_F_ONLINK } from "../../../messages/constants.ts";
import { blank } from "../../../messages/codec/mod.ts";
import {
  type RouteNextHop,
  routeNextHop,
} from "../../../messages/route/next_hop.ts";
import { ENCAPSULATION, takeEncapsulation } from "./encap/kinds.ts";
import { deviceOf } from "./parse_filter.ts";
import {
  takeAddress,
  takeGateway,
  unitsOf,
  type WithFamily,
} from "./parse_address.ts";

/**
 * Reads the next hops at the end of a command.
 *
 * @param args The arguments, from the first `nexthop` on.
 * @param route The route that they are part of.
 * @returns The next hops.
 * @throws {CommandError} If an argument is wrong.
 */
export async function takeNextHops(
  args: Arguments,
  route: WithFamily,
  context: Context,
): Promise<RouteNextHop[]> {
  const hops: RouteNextHop[] = [];
  while (args.left > 0) {
    const arg = args.take();
    if (arg !== "nexthop") {
      throw exit(
        255,
        `Error: "nexthop" or end of line is expected instead of "${arg}"`,
      );
    }
    if (args.left === 0) {
      throw exit(255, 'Error: unexpected end of line after "nexthop"');
    }
    try {
      hops.push(await takeNextHop(args, route, context));
    } catch (error) {
      if (!(error instanceof CommandError) || error.exits) throw error;
      context.io.err(error.message);
      throw exit(255, "Error: cannot parse nexthop");
    }
  }
  return hops;
}

interface Draft {
  readonly hop: RouteNextHop;
  readonly route: WithFamily;
}

/**
 * Adds attributes to a next hop. Of those that are given twice, the kernel takes
 * the first, while it takes the last of those of a route.
 */
function addAttributes(
  { attributes }: RouteNextHop,
  found: { readonly [K in keyof RouteNextHop["attributes"]]: unknown },
): void {
  Object.assign(attributes, { ...found, ...attributes });
}

const FAMILY: Argument = {
  name: "FAMILY",
  means: "{ inet | inet6 | mpls | bridge | link }",
};

/** An address, with the family before it if that is not the route's. */
export const GATEWAY: Form = [{ maybe: FAMILY }, "ADDRESS"];

const FLAGS: Grammar<Draft> = {
  "onlink": ({ hop }) => void (hop.flags |= RTNH_F_ONLINK),
};

const OPTIONS: Grammar<Draft> = {
  "via": takes(GATEWAY, ({ hop, route }, { args }) => {
    const found: RouteNextHop["attributes"] = {};
    takeGateway(args, route, found);
    addAttributes(hop, found);
  }),
  "dev": takes("STRING:device", async ({ hop }, { args, context }) => {
    hop.outputDevice = await deviceOf(args.take(), context);
  }),
  "weight": takes("NUMBER", ({ hop }, { args }) => {
    hop.hops = weightOf(args.take()) - 1;
  }),
  "realms*": takes("REALM", ({ hop }, { args, context }) => {
    addAttributes(hop, { flow: takeRealms(args, context) });
  }),
  "encap": takes(
    ENCAPSULATION,
    async ({ hop }, { args, context }) => {
      addAttributes(hop, await takeEncapsulation(args, context));
    },
  ),
  "as": takes("[ to ] ADDRESS", ({ hop, route }, { args }) => {
    args.takeIf("to");
    const address = takeAddress(args, { ...route });
    addAttributes(hop, { newLabels: unitsOf(address) });
  }),
};

const KEYWORDS: Grammar<Draft> = { ...OPTIONS, ...FLAGS };

/** What a next hop can be given. */
export const NEXT_HOP: Argument = {
  name: "NH",
  means: {
    anyOrder: [
      { options: OPTIONS },
      { maybe: { name: "NHFLAGS", means: { oneOf: FLAGS } } },
    ],
  },
};

async function takeNextHop(
  args: Arguments,
  route: WithFamily,
  context: Context,
): Promise<RouteNextHop> {
  const hop = blank(routeNextHop);
  await parse(KEYWORDS, { hop, route }, args, context, endHere);
  return hop;
}

/**
 * Reads the weight of a next hop.
 *
 * @returns The weight, 1 to 256.
 * @throws {CommandError} If the argument is none.
 */
export function weightOf(arg: string): number {
  const weight = unsigned(arg, 32);
  if (weight === undefined || weight === 0 || weight > 256) {
    throw invalidArgument('"weight" is invalid\n', arg);
  }
  return weight;
}

/**
 * Takes realms.
 *
 * @returns The realms, that of the source in the upper 16 bits.
 * @throws {CommandError} If the next argument is none.
 */
export function takeRealms(args: Arguments, { names }: Context): number {
  return args.read((arg) => realmsOf(names, arg), '"realm" value is invalid\n');
}
