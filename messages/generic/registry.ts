/**
 * The families of generic netlink that this library supports, by name: their
 * numbers come from the kernel's controller.
 *
 * @module
 */

import type { Attributes, Codec } from "../codec/mod.ts";
import { controlMessage } from "./control.ts";
import {
  DEVLINK_GENL_NAME,
  devlinkReplies,
  devlinkRequests,
} from "./devlink/commands.ts";
import { ethtoolReplies, ethtoolRequests } from "./ethtool/commands.ts";
import { DPLL_FAMILY_NAME, dpllCommands } from "./dpll.ts";
import { NET_DM_GENL_NAME, netDmMessage } from "./drop_monitor.ts";
import { HANDSHAKE_FAMILY_NAME, handshakeCommands } from "./handshake.ts";
import { NET_SHAPER_FAMILY_NAME, netShaperCommands } from "./net_shaper.ts";
import { OVPN_FAMILY_NAME, ovpnCommands } from "./ovpn.ts";
import { PSAMPLE_GENL_NAME, psampleMessage } from "./psample.ts";
import { TEAM_GENL_NAME, teamMessage } from "./team.ts";
import { ETHTOOL_GENL_NAME } from "./ethtool/common.ts";
import { FOU_GENL_NAME, fouMessage } from "./fou.ts";
import { genericMessage } from "./header.ts";
import { ILA_GENL_NAME, ilaMessage } from "./ila.ts";
import { IOAM6_GENL_NAME, ioam6Message } from "./ioam6.ts";
import { L2TP_GENL_NAME, l2tpMessage } from "./l2tp.ts";
import { MACSEC_GENL_NAME, macsecMessage } from "./macsec.ts";
import { MPTCP_PM_NAME, mptcpMessage } from "./mptcp.ts";
import { NL80211_GENL_NAME, nl80211Message } from "./nl80211/nl80211.ts";
import { NETDEV_FAMILY_NAME, netdevCommands } from "./netdev/commands.ts";
import { SEG6_GENL_NAME, seg6Message } from "./seg6.ts";
import {
  TASKSTATS_GENL_NAME,
  taskstatsReplies,
  taskstatsRequests,
} from "./taskstats.ts";
import { TCP_METRICS_GENL_NAME, tcpMetricsMessage } from "./tcp_metrics.ts";
import { WG_GENL_NAME, wgMessage } from "./wireguard.ts";

/**
 * Codec of the messages of each family whose commands share their attributes, by
 * the family's name.
 */
export const genericFamilies: ReadonlyMap<string, Codec<unknown>> = new Map([
  ["nlctrl", controlMessage as Codec<unknown>],
  [FOU_GENL_NAME, fouMessage as Codec<unknown>],
  [ILA_GENL_NAME, ilaMessage as Codec<unknown>],
  [IOAM6_GENL_NAME, ioam6Message as Codec<unknown>],
  [L2TP_GENL_NAME, l2tpMessage as Codec<unknown>],
  [MACSEC_GENL_NAME, macsecMessage as Codec<unknown>],
  [MPTCP_PM_NAME, mptcpMessage as Codec<unknown>],
  [NL80211_GENL_NAME, nl80211Message as Codec<unknown>],
  [NET_DM_GENL_NAME, netDmMessage as Codec<unknown>],
  [PSAMPLE_GENL_NAME, psampleMessage as Codec<unknown>],
  [SEG6_GENL_NAME, seg6Message as Codec<unknown>],
  [TEAM_GENL_NAME, teamMessage as Codec<unknown>],
  [TCP_METRICS_GENL_NAME, tcpMetricsMessage as Codec<unknown>],
  [WG_GENL_NAME, wgMessage as Codec<unknown>],
]);

/** Attributes of a family's messages, which each command has of its own. */
export interface CommandAttributes {
  /** Those of requests, by command. */
  readonly requests: ReadonlyMap<number, Codec<unknown>>;
  /** Those of replies and notifications, by command. */
  readonly replies: ReadonlyMap<number, Codec<unknown>>;
}

/**
 * Attributes of the families whose commands do not share them, by the family's
 * name.
 */
export const genericCommands: ReadonlyMap<string, CommandAttributes> = new Map([
  [DEVLINK_GENL_NAME, { requests: devlinkRequests, replies: devlinkReplies }],
  [DPLL_FAMILY_NAME, alike(dpllCommands)],
  [ETHTOOL_GENL_NAME, {
    requests: ethtoolRequests as ReadonlyMap<number, Codec<unknown>>,
    replies: ethtoolReplies as ReadonlyMap<number, Codec<unknown>>,
  }],
  [HANDSHAKE_FAMILY_NAME, alike(handshakeCommands)],
  [NET_SHAPER_FAMILY_NAME, alike(netShaperCommands)],
  [NETDEV_FAMILY_NAME, alike(netdevCommands)],
  [OVPN_FAMILY_NAME, alike(ovpnCommands)],
  [TASKSTATS_GENL_NAME, {
    requests: taskstatsRequests as ReadonlyMap<number, Codec<unknown>>,
    replies: taskstatsReplies as ReadonlyMap<number, Codec<unknown>>,
  }],
]);

/** Attributes of a family whose requests have those of replies. */
function alike(
  commands: ReadonlyMap<number, Codec<Attributes>>,
): CommandAttributes {
  const attributes = commands as unknown as ReadonlyMap<number, Codec<unknown>>;
  return { requests: attributes, replies: attributes };
}

/** Codecs of messages by those of their attributes. */
const messages = new WeakMap<Codec<unknown>, Codec<unknown>>();

/**
 * Finds the codec of a message.
 *
 * @param family Name of the family.
 * @param command Command of the message (`cmd`).
 * @param isRequest Whether it is a request (`NLM_F_REQUEST`).
 * @returns The codec; `undefined` if this library does not have it.
 */
export function genericCodec(
  family: string,
  command: number,
  isRequest: boolean,
): Codec<unknown> | undefined {
  const shared = genericFamilies.get(family);
  if (shared !== undefined) return shared;
  const commands = genericCommands.get(family);
  const attributes = commands?.[isRequest ? "requests" : "replies"]
    .get(command);
  if (attributes === undefined) return undefined;
  const known = messages.get(attributes);
  if (known !== undefined) return known;
  const codec = genericMessage(attributes) as Codec<unknown>;
  messages.set(attributes, codec);
  return codec;
}

/**
 * Lists the codecs of all families.
 *
 * @returns Name of the family, with the first command that has the codec where
 * there are several, and the codec.
 */
export function genericCodecs(): Map<string, Codec<unknown>> {
  const all = new Map(genericFamilies);
  for (const [family, { requests, replies }] of genericCommands) {
    const seen = new Set<Codec<unknown>>();
    for (const isRequest of [true, false]) {
      for (const command of (isRequest ? requests : replies).keys()) {
        const codec = genericCodec(family, command, isRequest)!;
        if (seen.has(codec)) continue;
        seen.add(codec);
        const kind = isRequest ? "request" : "reply";
        all.set(`${family} ${kind} ${command}`, codec);
      }
    }
  }
  return all;
}
