/**
 * `tc class show`.
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import { type ClassMessage, classMessage } from "../../../messages/tc/class.ts";
import { RTM_GETTCLASS } from "../../../messages/tc/constants.ts";
import { majorOf } from "../../../messages/tc/handle.ts";
import {
  duplicateArgument,
  fail,
  invalidArgument,
  noDevice,
} from "../../parse/errors.ts";
import { matches } from "../../parse/arguments.ts";
import { type Grammar, parse, takes } from "../../parse/grammar.ts";
import type { Command } from "../../runtime/context.ts";
import { dumpTc } from "../dump.ts";
import { showUsage } from "../usage.ts";
import { qdiscHandle } from "../handles.ts";
import { formatClass } from "./format.ts";
import { formatTree } from "./format_graph.ts";
import { type ClassReference, DEVICE, handleWords } from "./parse_class.ts";

interface Selection extends ClassReference {
  qdisc?: number;
}

const GRAMMAR: Grammar<Selection> = {
  ...DEVICE,
  "qdisc": takes("QHANDLE", (spec, { args }) => {
    const word = args.take();
    if (spec.qdisc) throw duplicateArgument("qdisc", word);
    const handle = qdiscHandle(word);
    if (handle === undefined) throw invalidArgument("invalid qdisc ID", word);
    spec.qdisc = handle;
  }),
  ...handleWords("", "keyword"),
};

/** Shows classes. */
export const show: Command = takes(
  { options: GRAMMAR },
  async (args, context) => {
    const selection: Selection = {};
    await parse(GRAMMAR, selection, args, context, async (_, { word }) => {
      if (matches(word, "help")) return await showUsage(context, "class");
      throw fail(255, `What is "${word}"? Try "tc class help".`);
    });
    const { device, qdisc = 0, id = 0, parent = 0 } = selection;
    const index = device === undefined
      ? 0
      : await context.links.indexOf(device);
    if (device !== undefined && index === 0) throw noDevice(device);
    const tree: ClassMessage[] = [];
    const { graph } = context.options;
    const code = await dumpTc(context, {
      type: RTM_GETTCLASS,
      codec: classMessage,
      message: blank(classMessage, { index, parent }),
    }, (message) => {
      if (graph) return void tree.push(message);
      if (qdisc !== 0 && majorOf(message.handle ^ qdisc) !== 0) return;
      if (id !== 0 && message.handle !== id) return;
      formatClass(context, message, {
        withDevice: index === 0,
        minorOnly: qdisc !== 0,
      });
    });
    if (graph) await context.render(() => formatTree(context, tree));
    return code;
  },
);
