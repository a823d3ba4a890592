/**
 * `ip link … type bridge`.
 *
 * @module
 */

import type { Context } from "../../../runtime/context.ts";
import { invalidArgument } from "../../../parse/errors.ts";
import { hex } from "../../../print/format.ts";
import {
  bigNumber,
  type Grammar,
  number,
  value,
  type Word,
} from "../../../parse/grammar.ts";
import { unsigned } from "../../../parse/numbers.ts";
import { hardwareAddressOf } from "../../../parse/prefixes.ts";
import { bridgeIdentity, printTimer } from "./bridge_text.ts";
import { type Kind, kindParser, printNumbers, unknownCommand } from "./kind.ts";
import type { BridgeData } from "../../../../messages/link/kinds/bridge.ts";

/** Bits of `struct br_boolopt_multi`: `BR_BOOLOPT_*`. */
const NO_LINKLOCAL_LEARN = 1 << 0;
const MCAST_VLAN_SNOOPING = 1 << 1;

const HELP = `\
Usage: ... bridge [ fdb_flush ]
		  [ forward_delay FORWARD_DELAY ]
		  [ hello_time HELLO_TIME ]
		  [ max_age MAX_AGE ]
		  [ ageing_time AGEING_TIME ]
		  [ stp_state STP_STATE ]
		  [ priority PRIORITY ]
		  [ group_fwd_mask MASK ]
		  [ group_address ADDRESS ]
		  [ no_linklocal_learn NO_LINKLOCAL_LEARN ]
		  [ vlan_filtering VLAN_FILTERING ]
		  [ vlan_protocol VLAN_PROTOCOL ]
		  [ vlan_default_pvid VLAN_DEFAULT_PVID ]
		  [ vlan_stats_enabled VLAN_STATS_ENABLED ]
		  [ vlan_stats_per_port VLAN_STATS_PER_PORT ]
		  [ mcast_snooping MULTICAST_SNOOPING ]
		  [ mcast_vlan_snooping MULTICAST_VLAN_SNOOPING ]
		  [ mcast_router MULTICAST_ROUTER ]
		  [ mcast_query_use_ifaddr MCAST_QUERY_USE_IFADDR ]
		  [ mcast_querier MULTICAST_QUERIER ]
		  [ mcast_hash_elasticity HASH_ELASTICITY ]
		  [ mcast_hash_max HASH_MAX ]
		  [ mcast_last_member_count LAST_MEMBER_COUNT ]
		  [ mcast_startup_query_count STARTUP_QUERY_COUNT ]
		  [ mcast_last_member_interval LAST_MEMBER_INTERVAL ]
		  [ mcast_membership_interval MEMBERSHIP_INTERVAL ]
		  [ mcast_querier_interval QUERIER_INTERVAL ]
		  [ mcast_query_interval QUERY_INTERVAL ]
		  [ mcast_query_response_interval QUERY_RESPONSE_INTERVAL ]
		  [ mcast_startup_query_interval STARTUP_QUERY_INTERVAL ]
		  [ mcast_stats_enabled MCAST_STATS_ENABLED ]
		  [ mcast_igmp_version IGMP_VERSION ]
		  [ mcast_mld_version MLD_VERSION ]
		  [ nf_call_iptables NF_CALL_IPTABLES ]
		  [ nf_call_ip6tables NF_CALL_IP6TABLES ]
		  [ nf_call_arptables NF_CALL_ARPTABLES ]

Where: VLAN_PROTOCOL := { 802.1Q | 802.1ad }
`;

/** Bridges. */
export const kind: Kind<BridgeData> = {
  help: HELP,
  print,
  parse: kindParser<BridgeData>(grammar(), {
    help: HELP,
    unknown: unknownCommand,
  }),
};

function print({ printer, names }: Context, data: BridgeData): void {
  const numbers = (names: Parameters<typeof printNumbers<BridgeData>>[2]) =>
    printNumbers(printer, data, names);
  const timer = (name: string, value: bigint | undefined) => {
    if (value !== undefined) printTimer(printer, name, value);
  };
  numbers({
    forwardDelay: "forward_delay",
    helloTime: "hello_time",
    maxAge: "max_age",
    ageingTime: "ageing_time",
    stpState: "stp_state",
    priority: "priority",
    vlanFiltering: "vlan_filtering",
  });
  const { vlanProtocol, bridgeId, rootId, groupForwardMask, groupAddress } =
    data;
  if (vlanProtocol !== undefined) {
    printer.named(
      "vlan_protocol",
      names.ethernetProtocols.nameOf(vlanProtocol),
    );
  }
  if (bridgeId !== undefined) {
    printer.named("bridge_id", bridgeIdentity(bridgeId));
  }
  if (rootId !== undefined && bridgeId !== undefined) {
    const id = bridgeIdentity(bridgeId);
    printer.value("root_id", id, `designated_root ${id} `);
  }
  numbers({
    rootPort: "root_port",
    rootPathCost: "root_path_cost",
    topologyChange: "topology_change",
    topologyChangeDetected: "topology_change_detected",
  });
  timer("hello_timer", data.helloTimer);
  timer("tcn_timer", data.tcnTimer);
  timer("topology_change_timer", data.topologyChangeTimer);
  timer("gc_timer", data.gcTimer);
  numbers({
    vlanDefaultPvid: "vlan_default_pvid",
    vlanStatsEnabled: "vlan_stats_enabled",
    vlanStatsPerPort: "vlan_stats_per_port",
  });
  if (groupForwardMask !== undefined) {
    printer.named("group_fwd_mask", hex(groupForwardMask));
  }
  if (groupAddress !== undefined) {
    printer.value("group_addr", groupAddress, `group_address ${groupAddress} `);
  }
  numbers({ multicastSnooping: "mcast_snooping" });
  printSwitches(printer, data);
  numbers({
    multicastRouter: "mcast_router",
    multicastQueryUseIfaddr: "mcast_query_use_ifaddr",
    multicastQuerier: "mcast_querier",
    multicastHashElasticity: "mcast_hash_elasticity",
    multicastHashMax: "mcast_hash_max",
    multicastLastMemberCount: [
      "mcast_last_member_cnt",
      "mcast_last_member_count",
    ],
    multicastStartupQueryCount: [
      "mcast_startup_query_cnt",
      "mcast_startup_query_count",
    ],
    multicastLastMemberInterval: [
      "mcast_last_member_intvl",
      "mcast_last_member_interval",
    ],
    multicastMembershipInterval: [
      "mcast_membership_intvl",
      "mcast_membership_interval",
    ],
    multicastQuerierInterval: [
      "mcast_querier_intvl",
      "mcast_querier_interval",
    ],
    multicastQueryInterval: ["mcast_query_intvl", "mcast_query_interval"],
    multicastQueryResponseInterval: [
      "mcast_query_response_intvl",
      "mcast_query_response_interval",
    ],
    multicastStartupQueryInterval: [
      "mcast_startup_query_intvl",
      "mcast_startup_query_interval",
    ],
    multicastStatsEnabled: "mcast_stats_enabled",
    multicastIgmpVersion: "mcast_igmp_version",
    multicastMldVersion: "mcast_mld_version",
    nfCallIptables: "nf_call_iptables",
    nfCallIp6tables: "nf_call_ip6tables",
    nfCallArptables: "nf_call_arptables",
  });
}

function printSwitches(
  printer: Context["printer"],
  { multiBooleanOptions: options }: BridgeData,
): void {
  if (options === undefined) return;
  const { value, mask } = options;
  const print = (name: string, bit: number) => {
    if (mask & bit) printer.named(name, value & bit ? 1 : 0);
  };
  print("no_linklocal_learn", NO_LINKLOCAL_LEARN);
  print("mcast_vlan_snooping", MCAST_VLAN_SNOOPING);
}

function flag(name: string, bit: number): Word<BridgeData> {
  return (data, { words }) => {
    const word = words.take();
    const on = unsigned(word, 8);
    if (on === undefined) throw invalidArgument(`invalid ${name}`, word);
    const { value, mask } = data.multiBooleanOptions ?? { value: 0, mask: 0 };
    data.multiBooleanOptions = {
      value: on ? value | bit : value & ~bit,
      mask: mask | bit,
    };
  };
}

/** A number whose error text is made from its word. */
type NumberKey = Parameters<typeof number<BridgeData>>[0];

function grammar(): Grammar<BridgeData> {
  const u8 = (key: NumberKey, name: string) =>
    number<BridgeData>(key, 8, `invalid ${name}`);
  const u16 = (key: NumberKey, name: string) =>
    number<BridgeData>(key, 16, `invalid ${name}`);
  const u32 = (key: NumberKey, name: string) =>
    number<BridgeData>(key, 32, `invalid ${name}`);
  const u64 = (
    key: Parameters<typeof bigNumber<BridgeData>>[0],
    name: string,
  ) => bigNumber<BridgeData>(key, `invalid ${name}`);
  return {
    "forward_delay*": u32("forwardDelay", "forward_delay"),
    "hello_time*": u32("helloTime", "hello_time"),
    "max_age*": u32("maxAge", "max_age"),
    "ageing_time*": u32("ageingTime", "ageing_time"),
    "stp_state*": u32("stpState", "stp_state"),
    "priority*": u16("priority", "priority"),
    "vlan_filtering*": u8("vlanFiltering", "vlan_filtering"),
    "vlan_protocol*": (data, { words, context }) => {
      const word = words.take();
      const protocol = context.names.ethernetProtocolOf(word);
      if (protocol === undefined) {
        throw invalidArgument("invalid vlan_protocol", word);
      }
      data.vlanProtocol = protocol;
    },
    "group_fwd_mask*": u16("groupForwardMask", "group_fwd_mask"),
    "group_address*": (data, { words }) => {
      data.groupAddress = hardwareAddressOf(words.take());
    },
    no_linklocal_learn: flag("no_linklocal_learn", NO_LINKLOCAL_LEARN),
    "fdb_flush*": value("fdbFlush", true),
    "vlan_default_pvid*": u16("vlanDefaultPvid", "vlan_default_pvid"),
    "vlan_stats_enabled*": u8("vlanStatsEnabled", "vlan_stats_enabled"),
    "vlan_stats_per_port*": u8("vlanStatsPerPort", "vlan_stats_per_port"),
    "mcast_router*": u8("multicastRouter", "mcast_router"),
    "mcast_snooping*": u8("multicastSnooping", "mcast_snooping"),
    mcast_vlan_snooping: flag("mcast_vlan_snooping", MCAST_VLAN_SNOOPING),
    "mcast_query_use_ifaddr*": u8(
      "multicastQueryUseIfaddr",
      "mcast_query_use_ifaddr",
    ),
    "mcast_querier*": u8("multicastQuerier", "mcast_querier"),
    "mcast_hash_elasticity*": u32(
      "multicastHashElasticity",
      "mcast_hash_elasticity",
    ),
    "mcast_hash_max*": u32("multicastHashMax", "mcast_hash_max"),
    "mcast_last_member_count*": u32(
      "multicastLastMemberCount",
      "mcast_last_member_count",
    ),
    "mcast_startup_query_count*": u32(
      "multicastStartupQueryCount",
      "mcast_startup_query_count",
    ),
    "mcast_last_member_interval*": u64(
      "multicastLastMemberInterval",
      "mcast_last_member_interval",
    ),
    "mcast_membership_interval*": u64(
      "multicastMembershipInterval",
      "mcast_membership_interval",
    ),
    "mcast_querier_interval*": u64(
      "multicastQuerierInterval",
      "mcast_querier_interval",
    ),
    "mcast_query_interval*": u64(
      "multicastQueryInterval",
      "mcast_query_interval",
    ),
    "mcast_query_response_interval*": u64(
      "multicastQueryResponseInterval",
      "mcast_query_response_interval",
    ),
    "mcast_startup_query_interval*": u64(
      "multicastStartupQueryInterval",
      "mcast_startup_query_interval",
    ),
    "mcast_stats_enabled*": u8("multicastStatsEnabled", "mcast_stats_enabled"),
    "mcast_igmp_version*": u8("multicastIgmpVersion", "mcast_igmp_version"),
    "mcast_mld_version*": u8("multicastMldVersion", "mcast_mld_version"),
    "nf_call_iptables*": u8("nfCallIptables", "nf_call_iptables"),
    "nf_call_ip6tables*": u8("nfCallIp6tables", "nf_call_ip6tables"),
    "nf_call_arptables*": u8("nfCallArptables", "nf_call_arptables"),
  };
}
