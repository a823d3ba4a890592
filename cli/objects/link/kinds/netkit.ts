/**
 * `ip link … type netkit`: pairs of links with programs.
 *
 * @module
 */

import {
  NETKIT_MODES,
  NETKIT_POLICIES,
  NETKIT_SCRUBS,
  type NetkitData,
  netkitData,
} from "../../../../messages/link/kinds/netkit.ts";
import { duplicateArgument, fail } from "../../../parse/errors.ts";
import type { Form } from "../../../parse/form.ts";
import { type Arguments, takes } from "../../../parse/arguments.ts";
import {
  failWithUsage,
  type Kind,
  type LinkChange,
  unknownOption,
} from "./kind.ts";
import { oneOf } from "./notations.ts";
import { takePeer } from "./peer.ts";
import { printSettings } from "./settings.ts";
import type { Printed } from "./setting.ts";

const POLICY = `{ ${Object.keys(NETKIT_POLICIES).join(" | ")} }`;
const SCRUB: Form = ["scrub", {
  name: "SCRUB",
  means: `{ ${Object.keys(NETKIT_SCRUBS).join(" | ")} }`,
}];
const FORM: Form = [
  {
    maybe: ["mode", {
      name: "MODE",
      means: `{ ${Object.keys(NETKIT_MODES).join(" | ")} }`,
    }],
  },
  { maybe: { name: "POLICY", means: POLICY } },
  { maybe: SCRUB },
  { maybe: ["peer", { name: "<options>" }] },
];

const UNKNOWN = { unknown: "UNKNOWN" };
const policy: Printed<number> = oneOf(NETKIT_POLICIES, UNKNOWN);

/** Pairs of links with programs. */
export const kind: Kind<NetkitData> = {
  print: printSettings<NetkitData>(netkitData, {
    mode: { json: "mode", ...oneOf(NETKIT_MODES, UNKNOWN) },
    primary: {
      json: "type",
      print: ({ printer }, { json }, primary) =>
        printer.named(json, primary ? "primary" : "peer"),
    },
    policy: { json: "policy", ...policy },
    peerPolicy: { json: "peer_policy", text: "peer policy", ...policy },
    scrub: { json: "scrub", ...oneOf(NETKIT_SCRUBS, UNKNOWN) },
    peerScrub: {
      json: "peer_scrub",
      text: "peer scrub",
      ...oneOf(NETKIT_SCRUBS, UNKNOWN),
    },
  }),
  parse: takes(FORM, parse),
};

/** Keywords after `peer` are about the other end, and then those of any link. */
async function parse(args: Arguments, change: LinkChange): Promise<NetkitData> {
  const data: NetkitData = {};
  let peer = false;
  while (args.left > 0) {
    const arg = args.take();
    if (arg === "mode") takeMode(data, args.take());
    else if (arg === "peer") peer = true;
    else if (arg === "scrub") {
      data[peer ? "peerScrub" : "scrub"] = readScrub(args.take());
    } else if (Object.hasOwn(NETKIT_POLICIES, arg)) {
      const policy = NETKIT_POLICIES[arg as keyof typeof NETKIT_POLICIES];
      data[peer ? "peerPolicy" : "policy"] = policy;
    } else if (peer) {
      args.back();
      data.peerInfo = await takePeer(args, change);
    } else throw failWithUsage("netkit", unknownOption("netkit", arg));
  }
  return data;
}

function takeMode(data: NetkitData, arg: string): void {
  if (data.mode !== undefined) throw duplicateArgument("mode", arg);
  if (!Object.hasOwn(NETKIT_MODES, arg)) {
    throw fail(1, 'Error: argument of "mode" must be either "l3" or "l2"');
  }
  data.mode = NETKIT_MODES[arg as keyof typeof NETKIT_MODES];
}

function readScrub(arg: string): number {
  if (Object.hasOwn(NETKIT_SCRUBS, arg)) {
    return NETKIT_SCRUBS[arg as keyof typeof NETKIT_SCRUBS];
  }
  throw fail(1, 'Error: scrub must be either "none" or "default"');
}
