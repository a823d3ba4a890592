/**
 * `ip link … type veth` and `vxcan`: pairs of links, `peer` and the keywords
 * about the other end.
 *
 * @module
 */

import { CommandError, duplicateArgument } from "../../../parse/errors.ts";
import { type Arguments, takes } from "../../../parse/arguments.ts";
import type { Kind, LinkChange } from "./kind.ts";
import type { Form } from "../../../parse/form.ts";
import type { VethData } from "../../../../messages/link/kinds/veth.ts";
import type { VxcanData } from "../../../../messages/link/kinds/vxcan.ts";
import type { LinkMessage } from "../../../../messages/link/link.ts";

/** Virtual Ethernet pairs. */
export const veth: { readonly kind: Kind<VethData> } = { kind: pair("veth") };

/** Virtual CAN pairs. */
export const vxcan: { readonly kind: Kind<VxcanData> } = {
  kind: pair("vxcan"),
};

/** A kind whose links come in pairs, and have nothing else that can be set. */
function pair(name: string): Kind<{ peer?: LinkMessage }> {
  return {
    usage: `ip link <options> type ${name}`,
    parse: takes(
      { maybe: ["peer", { later: options }] },
      async (args, change) => {
        if (args.take() !== "peer") {
          const { usageText } = await import("../../../help/mod.ts");
          change.context.io.out(
            await usageText({ kind: name }, change.context.program),
          );
          throw new CommandError(1, false);
        }
        return { peer: await takePeer(args, change) };
      },
    ),
  };
}

/**
 * Takes the arguments about the other end, which are those of any link.
 *
 * @param change What is being done.
 * @returns The other end.
 * @throws {CommandError} If an argument is wrong.
 */
export async function takePeer(
  args: Arguments,
  { context, creates }: LinkChange,
): Promise<LinkMessage> {
  const { parseLinkArguments } = await import("../parse_link_arguments.ts");
  const { finishArguments } = await import("../modify.ts");
  const spec = await parseLinkArguments(args, context, creates);
  const all = await finishArguments(spec, args, context);
  if (spec.type !== undefined && !all) {
    throw duplicateArgument("type", spec.type);
  }
  return spec.message;
}

/** What the other end can be given: what any link can. */
async function options(): Promise<Form> {
  const { LINK } = await import("../parse_link_arguments.ts");
  return { name: "<options>", means: LINK };
}
