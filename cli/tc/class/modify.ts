/**
 * `tc class add`, `change`, `replace` and `delete`.
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import { NLM_F_CREATE, NLM_F_EXCL } from "../../../messages/header.ts";
import { type ClassMessage, classMessage } from "../../../messages/tc/class.ts";
import {
  RTM_DELTCLASS,
  RTM_NEWTCLASS,
} from "../../../messages/tc/constants.ts";
import { propertyOfQdisc } from "../../../messages/tc/qdiscs/mod.ts";
import type { TcEstimator } from "../../../messages/tc/stats.ts";
import { fail, noDevice } from "../../parse/errors.ts";
import { matches } from "../../parse/arguments.ts";
import { cutName } from "../../parse/device_name.ts";
import type { Form } from "../../parse/form.ts";
import {
  type Arguments,
  type Grammar,
  parse,
  takes,
} from "../../parse/grammar.ts";
import type { Command, Context } from "../../runtime/context.ts";
import { loadQdiscKind, qdiscKindForm } from "../kinds.ts";
import { ESTIMATOR, parseEstimator } from "../size_table.ts";
import { showUsage } from "../usage.ts";
import { type ClassReference, DEVICE, handleWords } from "./parse_class.ts";

interface Spec extends ClassReference {
  kind?: string;
  estimator?: TcEstimator;
}

const GRAMMAR: Grammar<Spec> = {
  ...DEVICE,
  ...handleWords(".", "argument"),
  "estimator*": takes(ESTIMATOR, (spec, { args, context }) => {
    spec.estimator = parseEstimator(args, context, spec.estimator);
  }),
};

const KIND: Form = qdiscKindForm((kind) => kind?.class?.parse?.form);

function modify(type: number, flags: number): Command {
  const form: Form = [{ options: GRAMMAR }, { maybe: KIND }];
  return takes(form, async (args, context) => {
    const spec: Spec = {};
    await parse(GRAMMAR, spec, args, context, async (spec, step) => {
      if (step.word === "handle") {
        throw fail(255, 'Error: try "classid" instead of "handle"');
      }
      if (matches(step.word, "help")) return await showUsage(context, "class");
      spec.kind = cutName(step.word);
      step.stop?.();
    });
    const { device, id = 0, parent = 0, kind, estimator } = spec;
    const message = blank(classMessage, { handle: id, parent });
    if (kind !== undefined) message.attributes.kind = kind;
    if (estimator !== undefined) message.attributes.rate = estimator;
    if (kind !== undefined) {
      await addOptions(args, context, message, kind, device ?? "");
    }
    if (device !== undefined) {
      message.index = await context.links.indexOf(device);
      if (message.index === 0) throw noDevice(device);
    }
    await context.talk((connection) =>
      connection.request({ type, flags, codec: classMessage, message })
    );
    return 0;
  });
}

async function addOptions(
  args: Arguments,
  context: Context,
  { attributes }: ClassMessage,
  name: string,
  device: string,
): Promise<void> {
  const kind = await loadQdiscKind(name);
  if (kind?.class?.parse === undefined) {
    throw fail(1, `Error: Qdisc "${name}" is classless.`);
  }
  const data = await kind.class.parse(args, {
    context,
    name,
    device,
    flags: 0,
  });
  if (data === undefined) return;
  (attributes as Record<string, unknown>)[propertyOfQdisc(name)] = data;
}

/** Adds a class. */
export const add: Command = modify(RTM_NEWTCLASS, NLM_F_CREATE | NLM_F_EXCL);
/** Changes one that is there. */
export const change: Command = modify(RTM_NEWTCLASS, 0);
/** Adds one, or changes the one that is there. */
export const replace: Command = modify(RTM_NEWTCLASS, NLM_F_CREATE);
/** Deletes one. */
export const remove: Command = modify(RTM_DELTCLASS, 0);
