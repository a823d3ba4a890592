/**
 * `tc qdisc add`, `change`, `replace`, `link` and `delete`.
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import {
  NLM_F_CREATE,
  NLM_F_EXCL,
  NLM_F_REPLACE,
} from "../../../messages/header.ts";
import { RTM_DELQDISC, RTM_NEWQDISC } from "../../../messages/tc/constants.ts";
import {
  handleOf,
  majorOf,
  TC_H_CLSACT,
  TC_H_INGRESS,
  TC_H_ROOT,
} from "../../../messages/tc/handle.ts";
import { type QdiscMessage, qdiscMessage } from "../../../messages/tc/qdisc.ts";
import { propertyOfQdisc } from "../../../messages/tc/qdiscs/mod.ts";
import type { TcSizeTable } from "../../../messages/tc/size_table.ts";
import type { TcEstimator } from "../../../messages/tc/stats.ts";
import {
  duplicateArgument,
  fail,
  invalidArgument,
  noDevice,
} from "../../parse/errors.ts";
import { matches } from "../../parse/arguments.ts";
import { cutName } from "../../parse/device_name.ts";
import type { Form } from "../../parse/form.ts";
import {
  type Arguments,
  type Grammar,
  parse,
  takes,
  type Word,
} from "../../parse/grammar.ts";
import { unsigned } from "../../parse/numbers.ts";
import type { Command } from "../../runtime/context.ts";
import { setDevice } from "../device.ts";
import { classIdOf, qdiscHandle } from "../handles.ts";
import type { KindStep } from "../kind.ts";
import { loadQdiscKind, qdiscKindForm } from "../kinds.ts";
import {
  ESTIMATOR,
  parseEstimator,
  parseSizeTable,
  SIZE_TABLE,
} from "../size_table.ts";
import { showUsage } from "../usage.ts";

interface Spec {
  device?: string;
  handle?: number;
  parent?: number;
  kind?: string;
  estimator?: TcEstimator;
  sizeTable?: TcSizeTable;
  ingressBlock?: number;
  egressBlock?: number;
}

/** A place where nothing but one kind can be. */
function incoming(kind: string, parent: number): Word<Spec> {
  return (spec, { stop }) => {
    if (spec.parent) {
      throw fail(255, `Error: "${kind}" is a duplicate parent ID`);
    }
    spec.parent = parent;
    spec.handle = handleOf(majorOf(parent), 0);
    spec.kind = kind;
    stop?.();
  };
}

function block(
  property: "ingressBlock" | "egressBlock",
  name: string,
): Word<Spec> {
  return takes("BLOCK_INDEX", (spec, { args }) => {
    const word = args.take();
    const value = unsigned(word, 32);
    if (!value) {
      throw invalidArgument(`invalid ${name} block index value`, word);
    }
    spec[property] = value;
  });
}

/** Where a queueing discipline is, and what all kinds have. */
const GRAMMAR: Grammar<Spec> = {
  "dev": takes("STRING:device", (spec, { args }) => {
    const word = args.take();
    if (spec.device) throw duplicateArgument("dev", word);
    setDevice(spec, word);
  }),
  "handle": takes("QHANDLE", (spec, { args }) => {
    if (spec.handle) throw duplicateArgument("handle", "handle");
    spec.handle = args.read(qdiscHandle, "invalid qdisc ID");
  }),
  "root": (spec) => {
    if (spec.parent) {
      throw fail(255, 'Error: "root" is duplicate parent ID');
    }
    spec.parent = TC_H_ROOT;
  },
  "clsact": incoming("clsact", TC_H_CLSACT),
  "ingress": incoming("ingress", TC_H_INGRESS),
  "parent": takes("CLASSID", (spec, { args }) => {
    const word = args.take();
    if (spec.parent) throw duplicateArgument("parent", word);
    const parent = classIdOf(word);
    if (parent === undefined) throw invalidArgument("invalid parent ID", word);
    spec.parent = parent;
  }),
  "estimator*": takes(ESTIMATOR, (spec, { args, context }) => {
    spec.estimator = parseEstimator(args, context, spec.estimator);
  }),
  "stab*": takes(
    { name: "STAB_OPTIONS", means: { options: SIZE_TABLE } },
    async (spec, { args, context }) => {
      spec.sizeTable = await parseSizeTable(args, context);
    },
  ),
  "ingress_block*": block("ingressBlock", "ingress"),
  "egress_block*": block("egressBlock", "egress"),
};

/** The name of a kind, and its options. */
const KIND: Form = qdiscKindForm((kind) => kind?.parse?.form);

function modify(type: number, flags: number): Command {
  const form: Form = [{ options: GRAMMAR }, { maybe: KIND }];
  return takes(form, async (args, context) => {
    const spec: Spec = {};
    await parse(GRAMMAR, spec, args, context, async (spec, step) => {
      if (matches(step.word, "help")) return await showUsage(context, "qdisc");
      spec.kind = cutName(step.word);
      step.stop?.();
    });
    const message = toMessage(spec);
    const { kind: name, device = "" } = spec;
    const step = { context, name: name ?? "", device, flags };
    if (name !== undefined) await addOptions(args, message, step);
    if (spec.sizeTable !== undefined) {
      message.attributes.sizeTable = spec.sizeTable;
    }
    if (spec.device !== undefined) {
      message.index = await context.links.indexOf(spec.device);
      if (message.index === 0) throw noDevice(spec.device);
    }
    await context.talk((connection) =>
      connection.request({
        type,
        flags: step.flags,
        codec: qdiscMessage,
        message,
      })
    );
    return 0;
  });
}

function toMessage(
  { handle = 0, parent = 0, kind, estimator, ingressBlock, egressBlock }: Spec,
): QdiscMessage {
  const message = blank(qdiscMessage, { handle, parent });
  const { attributes } = message;
  if (kind !== undefined) attributes.kind = kind;
  if (estimator !== undefined) attributes.rate = estimator;
  if (ingressBlock !== undefined) attributes.ingressBlock = ingressBlock;
  if (egressBlock !== undefined) attributes.egressBlock = egressBlock;
  return message;
}

async function addOptions(
  args: Arguments,
  { attributes }: QdiscMessage,
  step: KindStep,
): Promise<void> {
  const { name } = step;
  const kind = await loadQdiscKind(name);
  if (kind === undefined) {
    if (args.left === 0) return;
    throw fail(
      1,
      `Unknown qdisc "${name}", hence option "${args.peek()}" is unparsable`,
    );
  }
  if (kind.parse === undefined) {
    if (args.left === 0) return;
    throw fail(255, `qdisc '${name}' does not support option parsing`);
  }
  const data = await kind.parse(args, step);
  if (data === undefined) return;
  (attributes as Record<string, unknown>)[propertyOfQdisc(name)] = data;
}

/** Adds a queueing discipline. */
export const add: Command = modify(RTM_NEWQDISC, NLM_F_CREATE | NLM_F_EXCL);
/** Changes one that is there. */
export const change: Command = modify(RTM_NEWQDISC, 0);
/** Adds one, or changes or replaces the one that is there. */
export const replace: Command = modify(
  RTM_NEWQDISC,
  NLM_F_CREATE | NLM_F_REPLACE,
);
/** Replaces one that is there by another that is there. */
export const link: Command = modify(RTM_NEWQDISC, NLM_F_REPLACE);
/** Deletes one. */
export const remove: Command = modify(RTM_DELQDISC, 0);
