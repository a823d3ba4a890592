/**
 * `ip vrf show`.
 *
 * @module
 */

import { RTM_GETLINK } from "../../../messages/link/constants.ts";
import { linkMessage } from "../../../messages/link/link.ts";
import type { Command, Context } from "../../runtime/context.ts";
import { fail, usage } from "../../parse/errors.ts";
import { takes } from "../../parse/grammar.ts";
import { tableByName, tableOf } from "./table.ts";
import { blank } from "../../../messages/codec/mod.ts";

/** Shows VRFs and their tables, or the table of one. */
export const show: Command = takes(
  "[ NAME:device ]",
  async (args, context) => {
    if (args.left > 1) throw usage("vrf");
    if (args.left === 1) return await showOne(args.take(), context);
    const { printer } = context;
    const links = await context.talk((kernel) =>
      kernel.dumpAll({
        type: RTM_GETLINK,
        codec: linkMessage,
        message: blank(linkMessage, {
          attributes: { info: { kind: "vrf" } },
        }),
      }), 255);
    printer.begin();
    printer.text(`${"Name".padEnd(16)}  Table\n${"-".repeat(23)}\n`);
    let count = 0;
    for (const link of links) {
      const table = tableOf(link);
      if (table === 0) continue;
      count++;
      printer.object(null, () => {
        const { name = "" } = link.attributes;
        printer.value("name", name, name.padEnd(16));
        printer.value("table", table, ` ${`${table}`.padStart(5)}`);
        printer.text("\n");
      });
    }
    if (count === 0) printer.text("No VRF has been configured\n");
    printer.end();
    return 0;
  },
);

async function showOne(name: string, context: Context): Promise<number> {
  const table = await tableByName(name, context);
  if (table === 0) throw fail(255, "Invalid VRF");
  context.printer.text(`${name} ${table}\n`);
  return 0;
}
