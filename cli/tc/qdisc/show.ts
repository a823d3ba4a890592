/**
 * `tc qdisc show`.
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import { RTM_GETQDISC } from "../../../messages/tc/constants.ts";
import { TC_H_INGRESS, TC_H_ROOT } from "../../../messages/tc/handle.ts";
import { type QdiscMessage, qdiscMessage } from "../../../messages/tc/qdisc.ts";
import { fail, invalidArgument, noDevice } from "../../parse/errors.ts";
import { matches } from "../../parse/arguments.ts";
import { type Grammar, parse, takes, type Word } from "../../parse/grammar.ts";
import type { Command } from "../../runtime/context.ts";
import { setDevice } from "../device.ts";
import { dumpTc } from "../dump.ts";
import { showUsage } from "../usage.ts";
import { classIdOf, qdiscHandle } from "../handles.ts";
import { formatQdisc } from "./format.ts";

interface Selection {
  device?: string;
  parent?: number;
  handle?: number;
  invisible?: boolean;
}

/** Refuses a second condition about where it is. */
function checkFree({ parent, handle }: Selection, word: string): void {
  if (parent) throw invalidArgument("parent is already specified", word);
  if (handle) throw invalidArgument("handle is already specified", word);
}

function at(parent: number): Word<Selection> {
  return (spec, { word }) => {
    checkFree(spec, word);
    spec.parent = parent;
  };
}

const GRAMMAR: Grammar<Selection> = {
  "dev": takes("STRING:device", (spec, { args }) => {
    setDevice(spec, args.take());
  }),
  "root": at(TC_H_ROOT),
  "ingress clsact": at(TC_H_INGRESS),
  "parent*": takes("CLASSID", (spec, { args, word }) => {
    checkFree(spec, word);
    spec.parent = args.read(classIdOf, "invalid parent ID");
  }),
  "handle*": takes("QHANDLE", (spec, { args, word }) => {
    checkFree(spec, word);
    spec.handle = args.read(qdiscHandle, "invalid handle ID");
  }),
  "invisible": (spec) => {
    spec.invisible = true;
  },
};

/** Shows queueing disciplines. */
export const show: Command = takes(
  { options: GRAMMAR },
  async (args, context) => {
    const selection: Selection = {};
    await parse(GRAMMAR, selection, args, context, async (_, { word }) => {
      if (matches(word, "help")) return await showUsage(context, "qdisc");
      throw fail(255, `What is "${word}"? Try "tc qdisc help".`);
    });
    const { device, parent = 0, handle = 0, invisible = false } = selection;
    const index = device === undefined
      ? 0
      : await context.links.indexOf(device);
    if (device !== undefined && index === 0) throw noDevice(device);
    const message = blank(qdiscMessage, { index, parent, handle });
    if (invisible) message.attributes.dumpInvisible = true;
    const wanted = (found: QdiscMessage) =>
      (index === 0 || found.index === index) &&
      (handle === 0 || found.handle === handle) &&
      (parent === 0 || found.parent === parent);
    return await dumpTc(context, {
      type: RTM_GETQDISC,
      codec: qdiscMessage,
      message,
    }, (found) => {
      if (wanted(found)) formatQdisc(context, found, {}, index === 0);
    });
  },
);
