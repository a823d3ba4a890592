/**
 * `bridge vni add` and `delete`.
 *
 * @module
 */

import { AF_BRIDGE, AF_UNSPEC } from "../../../messages/families.ts";
import {
  RTM_DELTUNNEL,
  RTM_NEWTUNNEL,
} from "../../../messages/tunnel/constants.ts";
import {
  type TunnelEntry,
  tunnelMessage,
} from "../../../messages/tunnel/tunnel.ts";
import { duplicateArgument, invalidArgument } from "../../parse/errors.ts";
import { type Grammar, parse, takes, text } from "../../parse/grammar.ts";
import { addressOf, type Prefix } from "../../parse/prefixes.ts";
import { usageIn } from "../../program.ts";
import type { Command } from "../../runtime/context.ts";
import { atoi, indexOf, required } from "../common.ts";
import { isMulticast } from "./multicast.ts";

/** What the arguments set. */
interface NetworkArguments {
  device?: string;
  networks?: string;
  destination?: Prefix;
}

function takeDestination(
  spec: NetworkArguments,
  arg: string,
): Prefix {
  if (spec.destination !== undefined) {
    throw duplicateArgument("destination", arg);
  }
  return spec.destination = addressOf(arg, AF_UNSPEC);
}

const KEYWORDS: Grammar<NetworkArguments> = {
  "vni": takes({ name: "VNI", means: "0-16777215" }, (spec, { args }) => {
    const arg = args.take();
    if (spec.networks !== undefined) throw duplicateArgument("vni", arg);
    spec.networks = arg;
  }),
  "group": takes("IP_ADDRESS", (spec, { args }) => {
    const arg = args.take();
    if (!isMulticast(takeDestination(spec, arg).address)) {
      throw invalidArgument("invalid group address", arg);
    }
  }),
  "remote": takes("IP_ADDRESS", (spec, { args }) => {
    takeDestination(spec, args.take());
  }),
  "dev": takes("DEV", text("device")),
};

/** Adds networks. */
export const add: Command = modify(RTM_NEWTUNNEL);

/** Deletes networks. */
export const remove: Command = modify(RTM_DELTUNNEL);

function modify(type: number): Command {
  return takes({ options: KEYWORDS }, async (args, context) => {
    const spec: NetworkArguments = {};
    await parse(KEYWORDS, spec, args, context, (_, { word }) => {
      if (word === "help") throw usageIn(context.program, "vni");
    });
    const { device, networks, destination } = spec;
    if (device === undefined || networks === undefined) {
      throw required("Device and VNI ID are required arguments.");
    }
    const index = await indexOf(context, device, "Cannot find vxlan device");
    const entries = networks.split(",").filter((part) => part !== "")
      .map((part) => entryOf(part, destination));
    await context.talk((kernel) =>
      kernel.request({
        type,
        codec: tunnelMessage,
        message: {
          family: AF_BRIDGE,
          flags: 0,
          index,
          attributes: { entries },
        },
      })
    );
    return 0;
  });
}

/** An entry of a network or a range of them. */
function entryOf(part: string, destination: Prefix | undefined): TunnelEntry {
  const at = part.indexOf("-");
  const start = atoi(at < 0 ? part : part.slice(0, at), 32) >>> 0;
  const end = at < 0 ? 0 : atoi(part.slice(at + 1), 32) >>> 0;
  return {
    start,
    ...end !== 0 && { end },
    ...destination !== undefined && destinationOf(destination),
  };
}

function destinationOf({ address, bytes }: Prefix): TunnelEntry {
  if (bytes.length === 16) return { group6: address };
  if (bytes.length === 4) return { group: address };
  return { unknown: [{ type: 0, data: bytes }] };
}
