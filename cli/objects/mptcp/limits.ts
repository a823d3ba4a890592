/**
 * `ip mptcp limits`.
 *
 * @module
 */

import {
  MPTCP_PM_CMD_GET_LIMITS,
  MPTCP_PM_CMD_SET_LIMITS,
  type MptcpAttributes,
} from "../../../messages/generic/mptcp.ts";
import { invalidArgument } from "../../parse/errors.ts";
import {
  type Arguments,
  type Grammar,
  number,
  parse,
  takes,
} from "../../parse/grammar.ts";
import type { Context } from "../../runtime/context.ts";
import { answered } from "../../runtime/generic.ts";
import type { Mptcp, MptcpCommand } from "./mod.ts";

const LIMITS: Grammar<MptcpAttributes> = {
  "subflows*": takes("NR", number("subflows", 32, "invalid subflows\n")),
  "add_addr_accepted*": takes(
    "NR",
    number("rcvAddAddrs", 32, "invalid add_addr_accepted\n"),
  ),
};

/** Sets limits. */
export const set: MptcpCommand = takes(
  { options: LIMITS },
  async (args, context, family) => {
    const attributes = await read(args, context);
    await answered(family.request(MPTCP_PM_CMD_SET_LIMITS, attributes));
    return 0;
  },
);

/** Shows the limits. */
export async function show(
  args: Arguments,
  context: Context,
  family: Mptcp,
): Promise<number> {
  const attributes = await read(args, context);
  const message = await answered(
    family.get(MPTCP_PM_CMD_GET_LIMITS, attributes),
  );
  const { rcvAddAddrs, subflows } = message.attributes;
  const { printer } = context;
  printer.object(null, () => {
    if (rcvAddAddrs !== undefined) {
      printer.value(
        "add_addr_accepted",
        rcvAddAddrs,
        `add_addr_accepted ${rcvAddAddrs | 0} `,
      );
    }
    if (subflows !== undefined) {
      printer.value("subflows", subflows, `subflows ${subflows | 0} `);
    }
    printer.newline();
  });
  return 0;
}

async function read(
  args: Arguments,
  context: Context,
): Promise<MptcpAttributes> {
  const attributes: MptcpAttributes = {};
  await parse(LIMITS, attributes, args, context, (_, { word }) => {
    throw invalidArgument("unknown limit", word);
  });
  return attributes;
}
