/**
 * The condition `ipset(…)`, and the names of sets.
 *
 * @module
 */

import { AF_INET, NETLINK_NETFILTER } from "../../../messages/families.ts";
import {
  IPSET_CMD_GET_BYINDEX,
  IPSET_CMD_GET_BYNAME,
  IPSET_INVALID_ID,
  IPSET_PROTOCOL,
  type IpsetAttributes,
  ipsetMessage,
  NFNL_SUBSYS_IPSET,
} from "../../../messages/tc/ematches/ipset.ts";
import type { IpsetEmatch } from "../../../messages/tc/ematches/kinds.ts";
import { Unresolved } from "../../names/link_map.ts";
import { isKernelError } from "../../parse/errors.ts";
import type { Form } from "../../parse/form.ts";
import type { Context } from "../../runtime/context.ts";
import type { Token } from "./lexer.ts";
import { Taker } from "./taker.ts";

/** The most bytes of a name, with the one that ends it. */
const NAME_BYTES = 32;
/** The most parts of a packet that are looked up. */
const MOST_PARTS = 6;

/** What is in its parentheses. */
export const IPSET_FORM: Form = ["SETNAME", {
  name: "FLAGS",
  means: { many: { name: "FLAG", means: "{ src | dst }" } },
}];

/** Asks about a set; `undefined` if there is none. */
async function ask(
  context: Context,
  command: number,
  about: IpsetAttributes,
): Promise<IpsetAttributes | undefined> {
  // Asking loads the module, which only those who have sets want.
  const path = "/sys/module/ip_set/parameters/max_sets";
  if (context.io.readTextFile(path) === undefined) {
    context.io.err("xt_set getsockopt: Protocol not available\n");
    return undefined;
  }
  using kernel = await context.open(NETLINK_NETFILTER);
  try {
    const { attributes } = await kernel.get({
      type: NFNL_SUBSYS_IPSET << 8 | command,
      flags: 0,
      codec: ipsetMessage,
      message: {
        family: AF_INET,
        version: 0,
        resource: 0,
        attributes: { protocol: IPSET_PROTOCOL, ...about },
      },
    });
    return attributes;
  } catch (error) {
    if (isKernelError(error)) return undefined;
    throw error;
  }
}

/**
 * Parses what is in its parentheses.
 *
 * @param args What is in them.
 * @returns The condition.
 * @throws {EmatchError} If it is wrong.
 */
export async function parseIpset(
  args: readonly Token[],
  context: Context,
): Promise<IpsetEmatch> {
  const taker = new Taker("ipset", args);
  const word = taker.next()!;
  const { text: name } = word;
  if (word.bytes.length >= NAME_BYTES) {
    throw taker.error(`set name too long (max ${NAME_BYTES - 1})`, word);
  }
  const { index } = await ask(context, IPSET_CMD_GET_BYNAME, { name }) ?? {};
  if (index === undefined || index === IPSET_INVALID_ID) {
    throw taker.error(`unknown set name '${name}'`, word);
  }
  const parts = taker.next();
  if (parts === undefined) throw taker.error("missing set flags", word);
  const flags = flagsOf(parts.text);
  if (typeof flags === "string") {
    context.io.err(flags);
    throw taker.error("error parsing set flags", parts);
  }
  const trailer = taker.next();
  if (trailer !== undefined) throw taker.error("unknown parameter", trailer);
  return { index, ...flags };
}

/** Which parts of a packet are looked up, or why that is wrong. */
function flagsOf(text: string): Omit<IpsetEmatch, "index"> | string {
  let flags = 0;
  const parts = text.split(",");
  for (const [i, part] of parts.slice(0, MOST_PARTS).entries()) {
    if (part.startsWith("src")) flags |= 1 << (i + 1);
    else if (!part.startsWith("dst")) {
      return "You must specify (the comma separated list of) 'src' or 'dst'\n";
    }
  }
  return parts.length > MOST_PARTS
    ? `Can't be more src/dst options than ${MOST_PARTS}`
    : { dimension: parts.length, flags };
}

const names: WeakMap<Context, Map<number, string | undefined>> = new WeakMap();

/**
 * Shows the condition.
 *
 * @param data The condition.
 * @returns The text; `undefined` if there is no such set.
 * @throws {Unresolved} If its name was not looked up yet.
 */
export function formatIpset(
  { index, dimension, flags }: IpsetEmatch,
  context: Context,
): string | undefined {
  const known = names.get(context) ?? new Map<number, string | undefined>();
  names.set(context, known);
  if (!known.has(index)) {
    throw new Unresolved(async () => {
      const found = await ask(context, IPSET_CMD_GET_BYINDEX, { index });
      known.set(index, found?.name);
    });
  }
  const name = known.get(index);
  if (name === undefined) {
    context.io.err(`Set with index ${index} in kernel doesn't exist.\n`);
    return undefined;
  }
  const parts = Array.from(
    { length: dimension },
    (_, i) => flags & 1 << (i + 1) ? "src" : "dst",
  );
  return dimension === 0 ? name : `${name} ${parts.join(",")}`;
}
