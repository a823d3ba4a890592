/**
 * `ip addrlabel add` and `delete`.
 *
 * @module
 */

import type { Command } from "../../runtime/context.ts";
import { fail } from "../../parse/errors.ts";
import {
  device,
  type Grammar,
  number,
  parse,
  takes,
} from "../../parse/grammar.ts";
import { addRaw } from "../../parse/address_attribute.ts";
import { type Prefix, prefixOf } from "../../parse/prefixes.ts";
import { blankLabel } from "./show.ts";
import {
  addressLabelAttributes,
  addressLabelMessage,
} from "../../../messages/address_label/address_label.ts";
import {
  RTM_DELADDRLABEL,
  RTM_NEWADDRLABEL,
} from "../../../messages/address_label/constants.ts";
import { AF_INET6 } from "../../../messages/families.ts";
import { NLM_F_CREATE, NLM_F_EXCL } from "../../../messages/header.ts";

/** What stands for no label. */
const NO_LABEL = 0xffffffff;

interface LabelArguments {
  prefix?: Prefix;
  label?: number;
  index: number;
}

const GRAMMAR: Grammar<LabelArguments> = {
  "prefix": takes("PREFIX", (spec, { args, context: { family } }) => {
    spec.prefix = prefixOf(args.take(), family);
  }),
  "dev": takes("DEV", device("index", "dev is invalid\n")),
  "label": number("label", 32, "label is invalid\n", NO_LABEL - 1),
};

/** Adds the label of a prefix. */
export const add: Command = modify(RTM_NEWADDRLABEL, NLM_F_CREATE | NLM_F_EXCL);

/** Deletes the label of a prefix. */
export const remove: Command = modify(RTM_DELADDRLABEL, 0);

function modify(type: number, flags: number): Command {
  return takes({ options: GRAMMAR }, async (args, context) => {
    const spec: LabelArguments = { index: 0 };
    // Unknown arguments do not matter.
    await parse(GRAMMAR, spec, args, context, () => {});
    const { prefix, label, index } = spec;
    if (prefix === undefined) throw missing("prefix");
    if (label === undefined) throw missing("label");
    const message = blankLabel(context.family || AF_INET6);
    message.index = index;
    message.prefixLength = prefix.length;
    message.attributes.label = label;
    if (prefix.family === AF_INET6 && prefix.bytes.length > 0) {
      message.attributes.address = prefix.address;
    } else {
      // The kernel reports what it makes of other prefixes.
      const { attributes } = message;
      addRaw(addressLabelAttributes, attributes, "address", prefix.bytes);
    }
    await context.talk((connection) =>
      connection.request({ type, flags, codec: addressLabelMessage, message })
    );
    return 0;
  });
}

function missing(name: string): Error {
  return fail(1, `Not enough information: "${name}" argument is required.`);
}
