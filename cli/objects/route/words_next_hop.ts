/**
 * The words after `nexthop`.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import { CommandError, exit, invalidArgument } from "../../parse/errors.ts";
import { fits, type Words } from "../../parse/grammar.ts";
import { realmsOf } from "../../names/realms.ts";
import { unsigned } from "../../parse/numbers.ts";
import { RTNH_F_ONLINK } from "../../../messages/constants.ts";
import type { RouteNextHop } from "../../../messages/route/next_hop.ts";
import { deviceOf } from "./words_filter.ts";
import {
  takeAddress,
  takeGateway,
  unitsOf,
  type WithFamily,
} from "./words_address.ts";

/**
 * Reads the next hops at the end of a command.
 *
 * @param words The words, from the first `nexthop` on.
 * @param route The route that they are part of.
 * @param context The command's context.
 * @returns The next hops.
 * @throws {CommandError} If a word is wrong.
 */
export async function takeNextHops(
  words: Words,
  route: WithFamily,
  context: Context,
): Promise<RouteNextHop[]> {
  const hops: RouteNextHop[] = [];
  while (words.left > 0) {
    const word = words.take();
    if (word !== "nexthop") {
      throw exit(
        255,
        `Error: "nexthop" or end of line is expected instead of "${word}"`,
      );
    }
    if (words.left === 0) {
      throw exit(255, 'Error: unexpected end of line after "nexthop"');
    }
    try {
      hops.push(await takeNextHop(words, route, context));
    } catch (error) {
      if (!(error instanceof CommandError) || error.exits) throw error;
      context.io.err(error.message);
      throw exit(255, "Error: cannot parse nexthop");
    }
  }
  return hops;
}

/** Words that a next hop is described with. */
const WORDS = "via dev weight onlink realms* encap as";

async function takeNextHop(
  words: Words,
  route: WithFamily,
  context: Context,
): Promise<RouteNextHop> {
  const hop: RouteNextHop = {
    flags: 0,
    hops: 0,
    outputDevice: 0,
    attributes: {},
  };
  const { attributes } = hop;
  while (words.left > 0 && fits(words.peek()!, WORDS)) {
    const word = words.take();
    if (word === "via") takeGateway(words, route, attributes);
    else if (word === "dev") {
      hop.outputDevice = await deviceOf(words.take(), context);
    } else if (word === "weight") hop.hops = weightOf(words.take()) - 1;
    else if (word === "onlink") hop.flags |= RTNH_F_ONLINK;
    else if (word === "encap") {
      const { takeEncapsulation } = await import("./encap/words.ts");
      Object.assign(attributes, await takeEncapsulation(words, context));
    } else if (word === "as") {
      words.takeIf("to");
      attributes.newLabels = unitsOf(takeAddress(words, { ...route }));
    } else attributes.flow = takeRealms(words, context);
  }
  return hop;
}

/**
 * Reads the weight of a next hop.
 *
 * @param word The word.
 * @returns The weight, 1 to 256.
 * @throws {CommandError} If the word is none.
 */
export function weightOf(word: string): number {
  const weight = unsigned(word, 32);
  if (weight === undefined || weight === 0 || weight > 256) {
    throw invalidArgument('"weight" is invalid\n', word);
  }
  return weight;
}

/**
 * Takes realms.
 *
 * @param words The words.
 * @param context The command's context.
 * @returns The realms, that of the source in the upper 16 bits.
 * @throws {CommandError} If the next word is none.
 */
export function takeRealms(words: Words, { names }: Context): number {
  const word = words.take();
  const realms = realmsOf(names, word);
  if (realms === undefined) {
    throw invalidArgument('"realm" value is invalid\n', word);
  }
  return realms;
}
