/**
 * `ip link … type bridge`.
 *
 * @module
 */

import {
  BR_BOOLOPT_FDB_LOCAL_VLAN_0,
  BR_BOOLOPT_MCAST_VLAN_SNOOPING,
  BR_BOOLOPT_MDB_OFFLOAD_FAIL_NOTIFICATION,
  BR_BOOLOPT_MST_ENABLE,
  BR_BOOLOPT_NO_LL_LEARN,
  BR_STP_MODES,
} from "../../../../messages/link/bridge/constants_kind.ts";
import {
  type BridgeData,
  bridgeData,
  type BridgeQuerierState,
} from "../../../../messages/link/kinds/bridge.ts";
import { takes, type Word } from "../../../parse/grammar.ts";
import { u8 } from "../../../parse/numbers.ts";
import { time64 } from "../../../print/format.ts";
import type { Context } from "../../../runtime/context.ts";
import { bridgeIdentity, timer } from "./bridge_notations.ts";
import {
  etherType,
  hexadecimal,
  oneOf,
  startOf,
  VLAN_PROTOCOL,
} from "./notations.ts";
import type { Kind } from "./kind.ts";
import { kindOfSettings } from "./settings.ts";

const OPTIONS = {
  no_linklocal_learn: 1 << BR_BOOLOPT_NO_LL_LEARN,
  mcast_vlan_snooping: 1 << BR_BOOLOPT_MCAST_VLAN_SNOOPING,
  mst_enabled: 1 << BR_BOOLOPT_MST_ENABLE,
  mdb_offload_fail_notification: 1 << BR_BOOLOPT_MDB_OFFLOAD_FAIL_NOTIFICATION,
  fdb_local_vlan_0: 1 << BR_BOOLOPT_FDB_LOCAL_VLAN_0,
} as const;

/** Bridges. */
export const kind: Kind<BridgeData> = kindOfSettings(bridgeData, {
  forwardDelay: "forward_delay*",
  helloTime: "hello_time*",
  maxAge: "max_age*",
  ageingTime: "ageing_time*",
  stpState: "stp_state*",
  stpMode: {
    word: "stp_mode",
    ...oneOf(BR_STP_MODES, { unknown: "(unknown)" }),
    read: startOf(BR_STP_MODES),
  },
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
  fdbLearnedCount: { json: "fdb_n_learned" },
  fdbMaxLearned: "fdb_max_learned",
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
  multicastQuerierState: { print: querier },
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
  keywords: {
    no_linklocal_learn: takes({}, option("no_linklocal_learn")),
    mst_enabled: takes({}, option("mst_enabled")),
    mdb_offload_fail_notification: takes(
      {},
      option("mdb_offload_fail_notification"),
    ),
    fdb_local_vlan_0: takes({}, option("fdb_local_vlan_0")),
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

function querier(
  context: Context,
  _: unknown,
  state: BridgeQuerierState,
): void {
  printQuerierState(context, state);
}

/**
 * Writes who asks for the members of multicast groups, of each family.
 *
 * @param state Who does.
 */
export function printQuerierState(
  context: Context,
  state: BridgeQuerierState,
): void {
  const { ipAddress, ipPort, ipOtherTimer } = state;
  const { ipv6Address, ipv6Port, ipv6OtherTimer } = state;
  querierOf(context, "ipv4", ipAddress, ipPort, ipOtherTimer);
  querierOf(context, "ipv6", ipv6Address, ipv6Port, ipv6OtherTimer);
}

function querierOf(
  { printer }: Context,
  family: "ipv4" | "ipv6",
  address: string | undefined,
  port: number | undefined,
  otherTimer: bigint | undefined,
): void {
  if (address === undefined) return;
  const use = family === "ipv4" ? "inet" : "inet6";
  printer.object(`mcast_querier_state_${family}`, () => {
    const key = `mcast_querier_${family}_addr`;
    printer.text(`${key} `);
    printer.colored(use, key, address, `${address} `);
    if (port !== undefined) {
      printer.named(`mcast_querier_${family}_port`, port);
    }
    if (otherTimer !== undefined) {
      const key = `mcast_querier_${family}_other_timer`;
      printer.value(key, otherTimer, `${key} ${time64(otherTimer)} `);
    }
  });
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
  return (data, { args }) => {
    const on = args.read(u8, `invalid ${name}`);
    const { value, mask } = data.multiBooleanOptions ?? { value: 0, mask: 0 };
    const bit = OPTIONS[name];
    data.multiBooleanOptions = {
      value: on ? value | bit : value & ~bit,
      mask: mask | bit,
    };
  };
}
