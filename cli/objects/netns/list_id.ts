/**
 * `ip netns list-id`.
 *
 * @module
 */

import { RTM_GETNSID } from "../../../messages/nsid/constants.ts";
import { type NsidMessage, nsidMessage } from "../../../messages/nsid/nsid.ts";
import type { Command, Context } from "../../runtime/context.ts";
import {
  duplicateArgument,
  exit,
  invalidArgument,
  isKernelError,
  refusal,
  usage,
} from "../../parse/errors.ts";
import {
  type Arguments,
  type Grammar,
  parse,
  takes,
  type Word,
} from "../../parse/grammar.ts";
import { signed } from "../../parse/numbers.ts";
import { formatNsid } from "./format.ts";

/** Which ids are listed. */
interface Selection {
  /** Of which namespace; of this one if it is missing. */
  targetNsid?: number;
  /** The only id. */
  nsid?: number;
}

const SELECTORS: Grammar<Selection> = {
  "target-nsid": id("targetNsid", "target-nsid"),
  "nsid": id("nsid", "nsid"),
};

function id(key: keyof Selection, name: string): Word<Selection> {
  return takes("POSITIVE-INT", (selection, { args, word }) => {
    if (selection[key] !== undefined) throw duplicateArgument(name, word);
    selection[key] = idOf(args, name);
  });
}

/** Lists the ids that this namespace, or another one, has for others. */
export const listIds: Command = takes(
  { options: SELECTORS },
  async (args, context) => {
    await context.namespaces.load();
    const selection: Selection = {};
    await parse(SELECTORS, selection, args, context, () => {
      throw usage("netns");
    });
    const { nsid, ...attributes } = selection;
    if (nsid !== undefined) return await one(context, { ...attributes, nsid });
    const { printer } = context;
    printer.begin();
    try {
      const connection = await context.connect();
      const request = { type: RTM_GETNSID, codec: nsidMessage };
      const ids = await connection.dumpAll({
        ...request,
        message: { family: 0, attributes },
      });
      await context.renderAll(ids, (id) => formatNsid(context, id));
    } catch (error) {
      if (!isKernelError(error)) throw error;
      printer.end();
      printer.flush();
      throw exit(1, `${await refusal(error)}Dump terminated`);
    }
    printer.end();
    return 0;
  },
);

function idOf(args: Arguments, name: string): number {
  const id = args.read(signed, `"${name}" value is invalid`);
  if (id < 0) {
    // The error text names the argument that follows, if there is one.
    const next = args.peek() ?? "(null)";
    throw invalidArgument(`"${name}" value should be >= 0`, next);
  }
  return id;
}

async function one(
  context: Context,
  attributes: NsidMessage["attributes"],
): Promise<number> {
  const id = await context.talk((kernel) =>
    kernel.get({
      type: RTM_GETNSID,
      codec: nsidMessage,
      message: { family: 0, attributes },
    })
  );
  const { printer } = context;
  printer.begin();
  await context.render(() => formatNsid(context, id));
  printer.end();
  return 0;
}
