/**
 * `ip neighbor get`.
 *
 * @module
 */

import {
  NTF_PROXY,
  RTM_GETNEIGH,
} from "../../../messages/neighbor/constants.ts";
import {
  type NeighborAttributes,
  neighborAttributes,
  neighborMessage,
} from "../../../messages/neighbor/neighbor.ts";
import { setAddress } from "../../parse/address_attribute.ts";
import type { Command } from "../../runtime/context.ts";
import {
  duplicateArgument,
  duplicateOrGarbage,
  fail,
  noDevice,
  usage,
} from "../../parse/errors.ts";
import {
  type Grammar,
  matches,
  parse,
  takes,
  text,
  type Word,
} from "../../parse/grammar.ts";
import { addressOf, type Prefix } from "../../parse/prefixes.ts";
import { formatNeighbor } from "./format.ts";
import { blank } from "../../../messages/codec/mod.ts";

interface Question {
  device?: string;
  address?: Prefix;
  flags: number;
}

const destination: Word<Question> = (question, { word, args, context }) => {
  const next = word === "to" ? args.take() : word;
  if (matches(next, "help")) throw usage("neigh");
  if (question.address !== undefined) throw duplicateOrGarbage("to", next);
  question.address = addressOf(next, context.family);
};

const KEYWORDS: Grammar<Question> = {
  "dev": takes("DEV", text("device")),
  "proxy*": takes("ADDR", (question, { args, context }) => {
    const arg = args.take();
    if (matches(arg, "help")) throw usage("neigh");
    if (question.address !== undefined) {
      throw duplicateArgument("address", arg);
    }
    question.address = addressOf(arg, context.family);
    question.flags = NTF_PROXY;
  }),
};

/** Shows one neighbor. */
export const get: Command = takes({
  anyOrder: ["[ [ to ] ADDR ]", { options: KEYWORDS }],
}, async (args, context) => {
  const question: Question = { flags: 0 };
  await parse(KEYWORDS, question, args, context, destination);
  const { device, address, flags } = question;
  const hasDevice = device !== undefined || flags !== 0;
  if (!hasDevice || address === undefined || address.family === 0) {
    throw fail(1, "Device and address are required arguments.");
  }
  const index = device === undefined ? 0 : await context.links.indexOf(device);
  if (device !== undefined && index === 0) throw noDevice(device);
  const attributes: NeighborAttributes = {};
  setAddress(neighborAttributes, attributes, "destination", address);
  const neighbor = await context.talk((kernel) =>
    kernel.get({
      type: RTM_GETNEIGH,
      codec: neighborMessage,
      message: blank(neighborMessage, {
        family: address.family,
        index,
        flags,
        attributes,
      }),
    })
  );
  const { printer } = context;
  printer.begin();
  await context.render(() => formatNeighbor(context, neighbor));
  printer.end();
  return 0;
});
