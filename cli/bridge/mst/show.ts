/**
 * `bridge mst show`.
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import { AF_BRIDGE } from "../../../messages/families.ts";
import type { BridgeMstEntry } from "../../../messages/link/bridge/spec.ts";
import {
  RTEXT_FILTER_MST,
  RTM_GETLINK,
} from "../../../messages/link/constants.ts";
import { linkMessage } from "../../../messages/link/link.ts";
import { fail } from "../../parse/errors.ts";
import { type Grammar, takes } from "../../parse/grammar.ts";
import type { Command, Context } from "../../runtime/context.ts";
import {
  closeDevice,
  type Filter,
  filterDevice,
  INDENT,
  list,
  NAME_WIDTH,
  NO_NAME,
  openDevice,
  printState,
  readFilter,
} from "../common.ts";

/** How wide numbers of spanning trees are. */
const INSTANCE_WIDTH = 9;

const FILTERS: Grammar<Filter> = { "dev": filterDevice() };

/** Shows states of ports in spanning trees. */
export const show: Command = takes(
  { options: FILTERS },
  async (args, context) => {
    const filter = await readFilter(FILTERS, args, context);
    const { printer } = context;
    printer.begin();
    const name = "port".padEnd(NAME_WIDTH);
    printer.text(`${name}  ${"msti".padEnd(INSTANCE_WIDTH)}\n`);
    const links = await list(context, {
      type: RTM_GETLINK,
      codec: linkMessage,
      message: blank(linkMessage, {
        family: AF_BRIDGE,
        attributes: { extMask: RTEXT_FILTER_MST },
      }),
    }, 255);
    for (const { index, attributes: { bridgeSpec } } of links) {
      if (bridgeSpec === undefined) throw fail(255, "Dump terminated");
      if (filter.index !== 0 && filter.index !== index) continue;
      const { mst = [] } = bridgeSpec;
      await context.render(() => formatInstances(context, index, mst));
    }
    printer.end();
    return 0;
  },
);

function formatInstances(
  context: Context,
  index: number,
  instances: readonly BridgeMstEntry[],
): void {
  const { printer } = context;
  for (const [at, { msti = 0, state = 0 }] of instances.entries()) {
    if (at === 0) openDevice(context, index, "mst");
    else printer.text(NO_NAME);
    printer.object(null, () => {
      printer.value("msti", msti, `${msti}`);
      printer.newline();
      printer.text(INDENT);
      printState(printer, state);
      printer.newline();
    });
  }
  if (instances.length > 0) closeDevice(printer);
}
