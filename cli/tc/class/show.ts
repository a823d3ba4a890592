/**
 * `tc class show`.
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import { type ClassMessage, classMessage } from "../../../messages/tc/class.ts";
import { RTM_GETTCLASS } from "../../../messages/tc/constants.ts";
import { majorOf, TC_H_ROOT } from "../../../messages/tc/handle.ts";
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
import { classIdOf, qdiscHandle } from "../handles.ts";
import { formatClass } from "./format.ts";
import { formatTree } from "./graph.ts";

interface Selection {
  device?: string;
  qdisc?: number;
  id?: number;
  parent?: number;
}

const GRAMMAR: Grammar<Selection> = {
  "dev": takes("STRING:device", (spec, { args }) => {
    const word = args.take();
    if (spec.device) throw duplicateArgument("dev", word);
    spec.device = word;
  }),
  "qdisc": takes("QHANDLE", (spec, { args }) => {
    const word = args.take();
    if (spec.qdisc) throw duplicateArgument("qdisc", word);
    const handle = qdiscHandle(word);
    if (handle === undefined) throw invalidArgument("invalid qdisc ID", word);
    spec.qdisc = handle;
  }),
  "classid": takes("CLASSID", (spec, { args }) => {
    const word = args.take();
    if (spec.id) throw duplicateArgument("classid", word);
    const id = classIdOf(word);
    if (id === undefined) throw invalidArgument("invalid class ID", word);
    spec.id = id;
  }),
  "root": (spec) => {
    if (spec.parent) {
      throw fail(255, 'Error: "root" is duplicate parent ID');
    }
    spec.parent = TC_H_ROOT;
  },
  "parent": takes("CLASSID", (spec, { args, word }) => {
    if (spec.parent) throw duplicateArgument("parent", word);
    const given = args.take();
    const parent = classIdOf(given);
    if (parent === undefined) throw invalidArgument("invalid parent ID", given);
    spec.parent = parent;
  }),
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
