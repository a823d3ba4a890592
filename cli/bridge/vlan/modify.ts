/**
 * `bridge vlan add` and `delete`.
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import { AF_BRIDGE } from "../../../messages/families.ts";
import * as c from "../../../messages/link/bridge/constants.ts";
import type {
  BridgeSpec,
  BridgeVlanTunnel,
} from "../../../messages/link/bridge/spec.ts";
import { RTM_DELLINK, RTM_SETLINK } from "../../../messages/link/constants.ts";
import { linkMessage } from "../../../messages/link/link.ts";
import { fail, invalidArgument } from "../../parse/errors.ts";
import {
  type Grammar,
  matches,
  parse,
  takes,
  text,
  type Word,
} from "../../parse/grammar.ts";
import { unsigned } from "../../parse/numbers.ts";
import type { Command } from "../../runtime/context.ts";
import { indexOf, passOverHelp, required } from "../common.ts";
import { invalidRange, readRange, type VlanRange, VLANS } from "./vlans.ts";

/** The first number that no tunnel has. */
const TUNNELS = 1 << 24;

/** What the arguments set. */
interface VlanArguments {
  device?: string;
  range?: VlanRange;
  /** Whether a range was typed, be it in vain. */
  hasRange: boolean;
  flags: number;
  vlanFlags: number;
  tunnel?: readonly [from: number, to: number];
}

type Take = Word<VlanArguments>;

function tunnelOf(arg: string, whole: string): number {
  const id = unsigned(arg, 32);
  if (id !== undefined && id < TUNNELS) return id;
  throw invalidArgument("invalid tun id", whole);
}

const tunnel: Take = (spec, { args }) => {
  const word = args.take();
  if (!matches(word, "id")) throw invalidArgument("tunnel id expected", word);
  const arg = args.take();
  const at = arg.indexOf("-");
  if (at < 0) {
    spec.tunnel = [tunnelOf(arg, arg), spec.tunnel?.[1] ?? 0];
    return;
  }
  const first = arg.slice(0, at);
  spec.tunnel = [tunnelOf(first, first), tunnelOf(arg.slice(at + 1), first)];
};

const KEYWORDS: Grammar<VlanArguments> = {
  "vid": takes("VLAN_ID", (spec, { args }) => {
    const range = readRange(args.take());
    // A range that was typed before keeps its end.
    spec.range = range.isRange || spec.range === undefined
      ? range
      : { ...range, to: spec.range.to };
    spec.hasRange ||= range.isRange;
  }),
  "dev": takes("DEV", text("device")),
  "tunnel_info": takes("id TUNNEL_ID", tunnel),
  "pvid": (spec) => void (spec.vlanFlags |= c.BRIDGE_VLAN_INFO_PVID),
  "untagged": (spec) => void (spec.vlanFlags |= c.BRIDGE_VLAN_INFO_UNTAGGED),
  "self": (spec) => void (spec.flags |= c.BRIDGE_FLAGS_SELF),
  "master": (spec) => void (spec.flags |= c.BRIDGE_FLAGS_MASTER),
};

/** Adds VLANs. */
export const add: Command = modify(RTM_SETLINK);

/** Deletes VLANs. */
export const remove: Command = modify(RTM_DELLINK);

function modify(type: number): Command {
  return takes({ options: KEYWORDS }, async (args, context) => {
    const spec: VlanArguments = { hasRange: false, flags: 0, vlanFlags: 0 };
    await parse(KEYWORDS, spec, args, context, (_, { word, args }) => {
      if (matches(word, "help")) passOverHelp(args);
    });
    const { device, range, flags } = spec;
    if (device === undefined || range === undefined || range.from === -1) {
      throw required("Device and VLAN ID are required arguments.");
    }
    const index = await indexOf(context, device, "Cannot find bridge device");
    check(spec, range);
    await context.talk((kernel) =>
      kernel.request({
        type,
        codec: linkMessage,
        message: blank(linkMessage, {
          family: AF_BRIDGE,
          index,
          attributes: {
            bridgeSpec: {
              ...flags !== 0 && { flags },
              ...spec.tunnel === undefined
                ? vlanInfo(spec, range)
                : tunnelInfo(spec.tunnel, range),
            },
          },
        }),
      })
    );
    return 0;
  });
}

function check({ hasRange, vlanFlags }: VlanArguments, range: VlanRange): void {
  const { from, to } = range;
  if (from >= VLANS) throw fail(255, `Invalid VLAN ID "${from & 0xffff}"`);
  if (!hasRange) return;
  if (to === -1 || to >= VLANS || from >= to) throw invalidRange(range);
  if (vlanFlags & c.BRIDGE_VLAN_INFO_PVID) {
    throw fail(255, "pvid cannot be configured for a vlan range");
  }
}

function vlanInfo(
  { vlanFlags: flags, hasRange }: VlanArguments,
  { from, to }: VlanRange,
): BridgeSpec {
  const vid = from & 0xffff;
  if (!hasRange) return { vlanInfo: [{ flags, vid }] };
  return {
    vlanInfo: [
      { flags: flags | c.BRIDGE_VLAN_INFO_RANGE_BEGIN, vid },
      { flags: flags | c.BRIDGE_VLAN_INFO_RANGE_END, vid: to },
    ],
  };
}

function tunnelInfo(
  [first, last]: readonly [number, number],
  { from, to }: VlanRange,
): BridgeSpec {
  const entry = (id: number, vid: number, flags: number): BridgeVlanTunnel => ({
    id,
    vid: vid & 0xffff,
    flags,
  });
  if (to === -1 || to <= (from & 0xffff)) {
    return { vlanTunnelInfo: [entry(first, from, 0)] };
  }
  return {
    vlanTunnelInfo: [
      entry(first, from, c.BRIDGE_VLAN_INFO_RANGE_BEGIN),
      entry(last, to, c.BRIDGE_VLAN_INFO_RANGE_END),
    ],
  };
}
