/**
 * `ip link … type bridge`.
 *
 * @module
 */

import {
  BR_BOOLOPT_MCAST_VLAN_SNOOPING,
  BR_BOOLOPT_NO_LL_LEARN,
} from "../../../../messages/link/bridge/constants_kind.ts";
import {
  type BridgeData,
  bridgeData,
} from "../../../../messages/link/kinds/bridge.ts";
import { invalidArgument } from "../../../parse/errors.ts";
import { takes, type Word } from "../../../parse/grammar.ts";
import { unsigned } from "../../../parse/numbers.ts";
import type { Context } from "../../../runtime/context.ts";
import { bridgeIdentity, timer } from "./bridge_notations.ts";
import { etherType, hexadecimal, VLAN_PROTOCOL } from "./notations.ts";
import type { Kind } from "./kind.ts";
import { kindOfSettings } from "./settings.ts";

const OPTIONS = {
  no_linklocal_learn: 1 << BR_BOOLOPT_NO_LL_LEARN,
  mcast_vlan_snooping: 1 << BR_BOOLOPT_MCAST_VLAN_SNOOPING,
} as const;

/** Bridges. */
export const kind: Kind<BridgeData> = kindOfSettings(bridgeData, {
  forwardDelay: "forward_delay*",
  helloTime: "hello_time*",
  maxAge: "max_age*",
  ageingTime: "ageing_time*",
  stpState: "stp_state*",
  priority: "priority*",
  vlanFiltering: "vlan_filtering*",
  vlanProtocol: {
    word: "vlan_protocol*",
    ...etherType,
    argument: VLAN_PROTOCOL,
  },
  bridgeId: { json: "bridge_id", ...bridgeIdentity },
  rootId: {
    json: "root_id",
    text: "designated_root",
    // ip shows the bridge's own identity here, too.
    print: (context, names, _, { bridgeId }) => {
      if (bridgeId !== undefined) {
        bridgeIdentity.print(context, names, bridgeId, undefined);
      }
    },
  },
  rootPort: { json: "root_port" },
  rootPathCost: { json: "root_path_cost" },
  topologyChange: { json: "topology_change" },
  topologyChangeDetected: { json: "topology_change_detected" },
  helloTimer: { json: "hello_timer", ...timer },
  tcnTimer: { json: "tcn_timer", ...timer },
  topologyChangeTimer: { json: "topology_change_timer", ...timer },
  gcTimer: { json: "gc_timer", ...timer },
  vlanDefaultPvid: "vlan_default_pvid*",
  vlanStatsEnabled: "vlan_stats_enabled*",
  vlanStatsPerPort: "vlan_stats_per_port*",
  groupForwardMask: { word: "group_fwd_mask* MASK", ...hexadecimal },
  groupAddress: {
    word: "group_address* ADDRESS",
    json: "group_addr",
    text: "group_address",
  },
  multicastSnooping: "mcast_snooping* MULTICAST_SNOOPING",
  multiBooleanOptions: { print: options },
  multicastRouter: "mcast_router* MULTICAST_ROUTER",
  multicastQueryUseIfaddr: "mcast_query_use_ifaddr*",
  multicastQuerier: "mcast_querier* MULTICAST_QUERIER",
  multicastHashElasticity: "mcast_hash_elasticity* HASH_ELASTICITY",
  multicastHashMax: "mcast_hash_max* HASH_MAX",
  multicastLastMemberCount: abridged(
    "mcast_last_member_count* LAST_MEMBER_COUNT",
  ),
  multicastStartupQueryCount: abridged(
    "mcast_startup_query_count* STARTUP_QUERY_COUNT",
  ),
  multicastLastMemberInterval: abridged(
    "mcast_last_member_interval* LAST_MEMBER_INTERVAL",
  ),
  multicastMembershipInterval: abridged(
    "mcast_membership_interval* MEMBERSHIP_INTERVAL",
  ),
  multicastQuerierInterval: abridged(
    "mcast_querier_interval* QUERIER_INTERVAL",
  ),
  multicastQueryInterval: abridged("mcast_query_interval* QUERY_INTERVAL"),
  multicastQueryResponseInterval: abridged(
    "mcast_query_response_interval* QUERY_RESPONSE_INTERVAL",
  ),
  multicastStartupQueryInterval: abridged(
    "mcast_startup_query_interval* STARTUP_QUERY_INTERVAL",
  ),
  multicastStatsEnabled: "mcast_stats_enabled*",
  multicastIgmpVersion: "mcast_igmp_version* IGMP_VERSION",
  multicastMldVersion: "mcast_mld_version* MLD_VERSION",
  nfCallIptables: "nf_call_iptables*",
  nfCallIp6tables: "nf_call_ip6tables*",
  nfCallArptables: "nf_call_arptables*",
  fdbFlush: { word: "fdb_flush*", print: null },
}, {
  first: "max_age mcast_router",
  words: {
    no_linklocal_learn: takes({}, option("no_linklocal_learn")),
    mcast_vlan_snooping: takes(
      "MULTICAST_VLAN_SNOOPING",
      option("mcast_vlan_snooping"),
    ),
  },
});

/** Text has whole words, JSON short ones. */
function abridged(word: string): {
  readonly word: string;
  readonly json: string;
  readonly text: string;
} {
  const [text = ""] = word.split("*");
  const json = text.replace("count", "cnt").replace("interval", "intvl");
  return { word, json, text };
}

function options(
  { printer }: Context,
  _: unknown,
  { value, mask }: Exclude<BridgeData["multiBooleanOptions"], undefined>,
): void {
  for (const [name, bit] of Object.entries(OPTIONS)) {
    if (mask & bit) printer.named(name, value & bit ? 1 : 0);
  }
}

function option(name: keyof typeof OPTIONS): Word<BridgeData> {
  return (data, { words }) => {
    const word = words.take();
    const on = unsigned(word, 8);
    if (on === undefined) throw invalidArgument(`invalid ${name}`, word);
    const { value, mask } = data.multiBooleanOptions ?? { value: 0, mask: 0 };
    const bit = OPTIONS[name];
    data.multiBooleanOptions = {
      value: on ? value | bit : value & ~bit,
      mask: mask | bit,
    };
  };
}
