/**
 * `ip link property`: alternative names.
 *
 * @module
 */

import type { Command, Context } from "../../runtime/context.ts";
import { isAlternativeName } from "../../parse/device_name.ts";
import {
  duplicateOrGarbage,
  exit,
  invalidArgument,
  noDevice,
  usage,
} from "../../parse/errors.ts";
import {
  type Arguments,
  type Grammar,
  matches,
  parse,
  takes,
  type Word,
} from "../../parse/grammar.ts";
import {
  NLM_F_APPEND,
  NLM_F_CREATE,
  NLM_F_EXCL,
} from "../../../messages/header.ts";
import {
  RTM_DELLINKPROP,
  RTM_NEWLINKPROP,
} from "../../../messages/link/constants.ts";
import { linkMessage } from "../../../messages/link/link.ts";
import { blank } from "../../../messages/codec/mod.ts";

interface Properties {
  readonly alternativeNames: string[];
  device?: string;
}

const KEYWORDS: Grammar<Properties> = {
  "altname*": takes("NAME ...", ({ alternativeNames }, { args }) => {
    const name = args.take();
    if (!isAlternativeName(name)) {
      throw invalidArgument("not a valid altname", name);
    }
    alternativeNames.push(name);
  }),
};

const otherwise: Word<Properties> = (spec, { word, args }) => {
  if (matches(word, "help")) throw usage("link");
  spec.device = takeDevice(word === "dev" ? args.take() : word, spec.device);
};

/** Gives links alternative names, or takes them away. */
export const property: Command = takes(["{ add | del }", {
  anyOrder: ["[ dev ] DEVICE", { options: KEYWORDS }],
}], async (args, context) => {
  if (args.left === 0) throw usage("link");
  const verb = args.take();
  if (matches(verb, "add")) {
    const flags = NLM_F_EXCL | NLM_F_CREATE | NLM_F_APPEND;
    return await change(RTM_NEWLINKPROP, flags, args, context);
  }
  if (matches(verb, "del")) {
    return await change(RTM_DELLINKPROP, 0, args, context);
  }
  if (matches(verb, "help")) throw usage("link");
  throw exit(255, "Operator required");
});

async function change(
  type: number,
  flags: number,
  args: Arguments,
  context: Context,
): Promise<number> {
  const spec: Properties = { alternativeNames: [] };
  await parse(KEYWORDS, spec, args, context, otherwise);
  const { device, alternativeNames } = spec;
  if (device === undefined) {
    throw exit(
      255,
      'Not enough of information: "dev" argument is required.',
    );
  }
  const { family, links } = context;
  const index = await links.indexOf(device);
  if (index === 0) throw noDevice(device);
  await context.talk((connection) =>
    connection.request({
      type,
      flags,
      codec: linkMessage,
      message: blank(linkMessage, {
        family,
        index,
        attributes: { alternativeNames },
      }),
    })
  );
  return 0;
}

function takeDevice(name: string, before: string | undefined): string {
  if (before !== undefined) throw duplicateOrGarbage("dev", name);
  if (!isAlternativeName(name)) {
    throw invalidArgument('"dev" not a valid ifname', name);
  }
  return name;
}
