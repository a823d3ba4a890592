/**
 * Bridges.
 *
 * @see {@link https://docs.kernel.org/networking/bridge.html | Ethernet Bridging}
 *
 * @module
 */

import {
  BR_BOOLOPT_FDB_LOCAL_VLAN_0,
  BR_BOOLOPT_MDB_OFFLOAD_FAIL_NOTIFICATION,
  BR_BOOLOPT_MST_ENABLE,
  BR_BOOLOPT_NO_LL_LEARN,
  BR_STP_MODES,
} from "../../../messages/link/bridge/constants_kind.ts";
import type { BridgeId } from "../../../messages/link/bridge/id.ts";
import {
  type BridgeData,
  bridgeData,
} from "../../../messages/link/kinds/bridge.ts";
import { mac } from "../../mapping/address_conversions.ts";
import {
  boolean,
  centiseconds,
  centiseconds64,
  number,
  presence,
} from "../../mapping/conversions.ts";
import { enumeration, maskedBit } from "../../mapping/enumerations.ts";
import {
  type Conversion,
  type Field,
  mapping,
  readOnly,
  writeOnly,
} from "../../mapping/mapping.ts";
import { type KindMapping, marked } from "./kind_mapping.ts";
import {
  bridgeMulticastFields,
  type BridgeMulticastOptions,
} from "./bridge_multicast.ts";
import { type VlanProtocol, vlanProtocol } from "./vlan.ts";

/** Settings of a bridge. */
export interface BridgeOptions extends BridgeMulticastOptions {
  /**
   * Time spent in each of the listening and the learning state, in seconds
   * (`IFLA_BR_FORWARD_DELAY`).
   */
  forwardDelay?: number;
  /** Time between hello messages, in seconds (`IFLA_BR_HELLO_TIME`). */
  helloTime?: number;
  /**
   * Time after which a silent bridge is gone, in seconds (`IFLA_BR_MAX_AGE`).
   */
  maxAge?: number;
  /**
   * Time after which a silent hardware address is forgotten, in seconds
   * (`IFLA_BR_AGEING_TIME`).
   */
  ageingTime?: number;
  /** Whether there is a spanning tree (`IFLA_BR_STP_STATE`). */
  stp?: boolean;
  /** Who runs the spanning tree (`IFLA_BR_STP_MODE`). */
  stpMode?: keyof typeof BR_STP_MODES | number;
  /** Priority of the bridge in the spanning tree (`IFLA_BR_PRIORITY`). */
  priority?: number;
  /** Whether VLANs are filtered (`IFLA_BR_VLAN_FILTERING`). */
  vlanFiltering?: boolean;
  /** EtherType of VLAN tags (`IFLA_BR_VLAN_PROTOCOL`). */
  vlanProtocol?: VlanProtocol;
  /** VLAN of new ports; 0 for none (`IFLA_BR_VLAN_DEFAULT_PVID`). */
  vlanDefaultPvid?: number;
  /**
   * Whether packets are counted for each VLAN (`IFLA_BR_VLAN_STATS_ENABLED`).
   */
  vlanStatistics?: boolean;
  /**
   * Whether packets are counted for each VLAN of each port
   * (`IFLA_BR_VLAN_STATS_PER_PORT`).
   */
  vlanStatisticsPerPort?: boolean;
  /**
   * Which link-local groups are forwarded, bit x for 01:80:c2:00:00:0x
   * (`IFLA_BR_GROUP_FWD_MASK`).
   */
  groupForwardMask?: number;
  /**
   * Hardware address that spanning tree messages go to (`IFLA_BR_GROUP_ADDR`).
   */
  groupAddress?: string;
  /**
   * `true` forgets the addresses that were learned; never reported
   * (`IFLA_BR_FDB_FLUSH`).
   */
  fdbFlush?: boolean;
  /**
   * The most addresses that are learned; 0 for no limit
   * (`IFLA_BR_FDB_MAX_LEARNED`).
   */
  fdbMaxLearned?: number;
  /**
   * Whether addresses of link-local packets are not learned
   * (`BR_BOOLOPT_NO_LL_LEARN`).
   */
  noLinkLocalLearn?: boolean;
  /** Whether there are several spanning trees (`BR_BOOLOPT_MST_ENABLE`). */
  multipleSpanningTrees?: boolean;
  /**
   * Whether failures to offload multicast groups are notified
   * (`BR_BOOLOPT_MDB_OFFLOAD_FAIL_NOTIFICATION`).
   */
  mdbOffloadFailNotification?: boolean;
  /**
   * Whether the bridge's own addresses are entered for VLAN 0 only
   * (`BR_BOOLOPT_FDB_LOCAL_VLAN_0`).
   */
  fdbLocalVlan0?: boolean;
  /** Whether iptables sees bridged packets (`IFLA_BR_NF_CALL_IPTABLES`). */
  nfCallIptables?: boolean;
  /** Whether ip6tables sees bridged packets (`IFLA_BR_NF_CALL_IP6TABLES`). */
  nfCallIp6tables?: boolean;
  /** Whether arptables sees bridged packets (`IFLA_BR_NF_CALL_ARPTABLES`). */
  nfCallArptables?: boolean;
  /**
   * This bridge in the spanning tree, such as `8000.02:00:00:00:00:01`;
   * reported by the kernel (`IFLA_BR_BRIDGE_ID`).
   */
  bridgeId?: string;
  /** Root of the spanning tree; reported by the kernel (`IFLA_BR_ROOT_ID`). */
  rootId?: string;
  /**
   * Number of the port towards the root; reported by the kernel
   * (`IFLA_BR_ROOT_PORT`).
   */
  rootPort?: number;
  /**
   * Cost of the path to the root; reported by the kernel
   * (`IFLA_BR_ROOT_PATH_COST`).
   */
  rootPathCost?: number;
  /**
   * Whether the topology changes; reported by the kernel
   * (`IFLA_BR_TOPOLOGY_CHANGE`).
   */
  topologyChange?: boolean;
  /**
   * Whether this bridge noticed the change; reported by the kernel
   * (`IFLA_BR_TOPOLOGY_CHANGE_DETECTED`).
   */
  topologyChangeDetected?: boolean;
  /**
   * What is left of the hello timer, in seconds; reported by the kernel
   * (`IFLA_BR_HELLO_TIMER`).
   */
  helloTimer?: number;
  /**
   * What is left of the topology change notification timer, in seconds;
   * reported by the kernel (`IFLA_BR_TCN_TIMER`).
   */
  topologyChangeNotificationTimer?: number;
  /**
   * What is left of the topology change timer, in seconds; reported by the
   * kernel (`IFLA_BR_TOPOLOGY_CHANGE_TIMER`).
   */
  topologyChangeTimer?: number;
  /**
   * What is left of the garbage collection timer, in seconds; reported by the
   * kernel (`IFLA_BR_GC_TIMER`).
   */
  garbageCollectionTimer?: number;
  /**
   * How many addresses were learned; reported by the kernel
   * (`IFLA_BR_FDB_N_LEARNED`).
   */
  fdbLearned?: number;
}

/** An identity in the spanning tree as text. */
export const bridgeIdText: Pick<Conversion<string, BridgeId>, "fromKernel"> = {
  fromKernel: ({ priority, address }) =>
    `${priority.toString(16).padStart(4, "0")}.${address}`,
};

function option(bit: number): Field<boolean, BridgeData> {
  return maskedBit("multiBooleanOptions", {
    value: "value",
    mask: "mask",
    bit: 1 << bit,
  });
}

/** How {@linkcode BridgeOptions} and {@linkcode BridgeData} correspond. */
export const bridgeMapping: KindMapping<BridgeOptions, BridgeData> = marked(
  mapping<BridgeOptions, BridgeData>({
    forwardDelay: centiseconds,
    helloTime: centiseconds,
    maxAge: centiseconds,
    ageingTime: centiseconds,
    stp: ["stpState", boolean],
    stpMode: enumeration(BR_STP_MODES),
    priority: number,
    vlanFiltering: boolean,
    vlanProtocol: vlanProtocol,
    vlanDefaultPvid: number,
    vlanStatistics: ["vlanStatsEnabled", boolean],
    vlanStatisticsPerPort: ["vlanStatsPerPort", boolean],
    groupForwardMask: number,
    groupAddress: mac,
    fdbFlush: writeOnly("fdbFlush", presence),
    fdbMaxLearned: number,
    noLinkLocalLearn: option(BR_BOOLOPT_NO_LL_LEARN),
    multipleSpanningTrees: option(BR_BOOLOPT_MST_ENABLE),
    mdbOffloadFailNotification: option(
      BR_BOOLOPT_MDB_OFFLOAD_FAIL_NOTIFICATION,
    ),
    fdbLocalVlan0: option(BR_BOOLOPT_FDB_LOCAL_VLAN_0),
    nfCallIptables: boolean,
    nfCallIp6tables: boolean,
    nfCallArptables: boolean,
    bridgeId: readOnly("bridgeId", bridgeIdText),
    rootId: readOnly("rootId", bridgeIdText),
    rootPort: readOnly("rootPort", number),
    rootPathCost: readOnly("rootPathCost", number),
    topologyChange: readOnly("topologyChange", boolean),
    topologyChangeDetected: readOnly("topologyChangeDetected", boolean),
    helloTimer: readOnly("helloTimer", centiseconds64),
    topologyChangeNotificationTimer: readOnly("tcnTimer", centiseconds64),
    topologyChangeTimer: readOnly("topologyChangeTimer", centiseconds64),
    garbageCollectionTimer: readOnly("gcTimer", centiseconds64),
    fdbLearned: readOnly("fdbLearnedCount", number),
    ...bridgeMulticastFields,
  }, bridgeData),
  {
    recreate: withoutUnset,
  },
);

/** Options that kernels without them report as unset, and refuse to unset. */
const optional = [
  "vlanFiltering",
  "noLinkLocalLearn",
  "multipleSpanningTrees",
  "mdbOffloadFailNotification",
  "fdbLocalVlan0",
  "multicastVlanSnooping",
] as const;

function withoutUnset(reported: BridgeOptions): BridgeOptions {
  const rest = { ...reported };
  for (const name of optional) if (rest[name] === false) delete rest[name];
  return rest;
}
