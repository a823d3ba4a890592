/**
 * `bridge fdb get`.
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import { AF_BRIDGE } from "../../../messages/families.ts";
import * as c from "../../../messages/neighbor/constants.ts";
import { neighborMessage } from "../../../messages/neighbor/neighbor.ts";
import { duplicateOrGarbage } from "../../parse/errors.ts";
import {
  type Grammar,
  matches,
  parse,
  takes,
  text,
  type Word,
} from "../../parse/grammar.ts";
import { usageIn } from "../../program.ts";
import type { Command } from "../../runtime/context.ts";
import { atoi, indexOf, macAddressOf, required } from "../common.ts";
import { formatForwarding, passes } from "./format.ts";
import { network } from "./tunnel.ts";

/** Exit code of a refusal. */
const REFUSED = 254;

interface Question {
  device?: string;
  bridge?: string;
  address?: string;
  vni?: number;
  vlan: number;
  flags: number;
  dynamic: boolean;
}

const address: Word<Question> = (question, { word, args, context }) => {
  const arg = word === "to" ? args.take() : word;
  if (matches(arg, "help")) throw usageIn(context.program, "fdb");
  if (question.address !== undefined) throw duplicateOrGarbage("to", arg);
  question.address = arg;
};

const KEYWORDS: Grammar<Question> = {
  "brport dev": takes("DEV", text("device")),
  "br": takes("BRDEV:device", text("bridge")),
  "vni": network<Question>("vni", "invalid VNI\n"),
  "self": (question) => void (question.flags |= c.NTF_SELF),
  "master*": (question) => void (question.flags |= c.NTF_MASTER),
  "vlan*": takes("VID", (question, { word, args }) => {
    if (question.vlan >= 0) throw duplicateOrGarbage("vlan", word);
    question.vlan = atoi(args.take(), 16);
  }),
  "dynamic*": (question) => void (question.dynamic = true),
};

/** Shows one forwarding entry. */
export const get: Command = takes({
  anyOrder: ["[ [ to ] LLADDR ]", { options: KEYWORDS }],
}, async (args, context) => {
  const question: Question = { vlan: -1, flags: 0, dynamic: false };
  await parse(KEYWORDS, question, args, context, address);
  const { device, bridge, vni, vlan, flags, dynamic } = question;
  if (device === undefined && bridge === undefined || !question.address) {
    throw required("Device or master and address are required arguments.");
  }
  const linkAddress = macAddressOf(question.address);
  const index = device === undefined ? 0 : await indexOf(context, device);
  const master = bridge === undefined
    ? undefined
    : await indexOf(context, bridge, "Cannot find bridge device");
  const entry = await context.talk((kernel) =>
    kernel.get({
      type: c.RTM_GETNEIGH,
      codec: neighborMessage,
      message: blank(neighborMessage, {
        family: AF_BRIDGE,
        index,
        flags,
        attributes: {
          linkAddress,
          ...vlan >= 0 && { vlan },
          ...vni !== undefined && { vni },
          ...master !== undefined && { master },
        },
      }),
    }), REFUSED);
  await context.links.load();
  const { printer } = context;
  printer.begin();
  const filter = { index: 0, states: 0, vlan: 0, dynamic };
  if (passes(filter, entry)) {
    await context.render(() => formatForwarding(context, entry, false));
  }
  printer.end();
  return 0;
});
