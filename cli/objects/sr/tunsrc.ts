/**
 * `ip sr tunsrc`: the source address of tunnels.
 *
 * @module
 */

import { seg6Family } from "../../../api/generic/seg6_family.ts";
import { AF_INET6 } from "../../../messages/families.ts";
import {
  SEG6_CMD_GET_TUNSRC,
  SEG6_CMD_SET_TUNSRC,
} from "../../../messages/generic/seg6.ts";
import { type Arguments, takes } from "../../parse/grammar.ts";
import { addressOf } from "../../parse/prefixes.ts";
import type { Command, Context } from "../../runtime/context.ts";
import { answered, withFamily } from "../../runtime/generic.ts";

/** Sets the address. */
export const set: Command = takes("ADDRESS", async (args, context) => {
  const { address } = addressOf(args.take(), AF_INET6);
  return await withFamily(context, seg6Family, async (family) => {
    const dst = address === "" ? "::" : address;
    await answered(family.request(SEG6_CMD_SET_TUNSRC, { dst }), 1);
    return 0;
  });
});

/** Shows the address. */
export async function show(
  _args: Arguments,
  context: Context,
): Promise<number> {
  const { printer } = context;
  return await withFamily(context, seg6Family, async (family) => {
    const { attributes } = await answered(family.get(SEG6_CMD_GET_TUNSRC, {}));
    const { dst = "::" } = attributes;
    printer.begin();
    printer.object(
      null,
      () => printer.value("tunsrc", dst, `tunsrc addr ${dst}\n`),
    );
    printer.end();
    return 0;
  });
}
