/**
 * Ports of bridges: `IFLA_BRPORT_*`, in `IFLA_INFO_SLAVE_DATA` and, in messages
 * of the family `AF_BRIDGE`, in `IFLA_PROTINFO`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/bridge/br_netlink.c | net/bridge/br_netlink.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  type FieldsOf,
  flag,
  u16,
  u32,
  u64,
  u8,
} from "../../codec/mod.ts";
import { type BridgeId, bridgeId } from "../bridge/id.ts";

/** Settings and state of a bridge port: `IFLA_BRPORT_*`. */
export interface BridgePort extends Attributes {
  /** State, `BR_STATE_*` (`IFLA_BRPORT_STATE`). */
  state?: number;
  /** Priority of the port, 0 to 63 (`IFLA_BRPORT_PRIORITY`). */
  priority?: number;
  /** Cost of the path through the port (`IFLA_BRPORT_COST`). */
  cost?: number;
  /**
   * Whether packets may leave through the port that they came in, 0 or 1
   * (`IFLA_BRPORT_MODE`).
   */
  mode?: number;
  /**
   * Whether a spanning tree message switches the port off, 0 or 1
   * (`IFLA_BRPORT_GUARD`).
   */
  guard?: number;
  /**
   * Whether the port must not become the root port, 0 or 1
   * (`IFLA_BRPORT_PROTECT`).
   */
  protect?: number;
  /**
   * Whether a multicast leave takes effect at once, 0 or 1
   * (`IFLA_BRPORT_FAST_LEAVE`).
   */
  fastLeave?: number;
  /**
   * Whether hardware addresses are learned, 0 or 1 (`IFLA_BRPORT_LEARNING`).
   */
  learning?: number;
  /**
   * Whether unicast packets for unknown addresses go out, 0 or 1
   * (`IFLA_BRPORT_UNICAST_FLOOD`).
   */
  unicastFlood?: number;
  /**
   * Whether the bridge answers ARP for others, 0 or 1 (`IFLA_BRPORT_PROXYARP`).
   */
  proxyArp?: number;
  /**
   * Whether addresses that the device learns go to the bridge, 0 or 1
   * (`IFLA_BRPORT_LEARNING_SYNC`).
   */
  learningSync?: number;
  /**
   * Whether the bridge answers ARP as IEEE 802.11 wants it, 0 or 1
   * (`IFLA_BRPORT_PROXYARP_WIFI`).
   */
  proxyArpWifi?: number;
  /** Root bridge as the port sees it (`IFLA_BRPORT_ROOT_ID`). */
  rootId?: BridgeId;
  /** Designated bridge of the segment (`IFLA_BRPORT_BRIDGE_ID`). */
  bridgeId?: BridgeId;
  /** Designated port of the segment (`IFLA_BRPORT_DESIGNATED_PORT`). */
  designatedPort?: number;
  /** Cost of the designated port (`IFLA_BRPORT_DESIGNATED_COST`). */
  designatedCost?: number;
  /** Identity: priority and number (`IFLA_BRPORT_ID`). */
  id?: number;
  /** Number of the port (`IFLA_BRPORT_NO`). */
  number?: number;
  /**
   * Whether a topology change is to be acknowledged, 0 or 1
   * (`IFLA_BRPORT_TOPOLOGY_CHANGE_ACK`).
   */
  topologyChangeAck?: number;
  /**
   * Whether a configuration message is to be sent, 0 or 1
   * (`IFLA_BRPORT_CONFIG_PENDING`).
   */
  configPending?: number;
  /**
   * What is left of the message age timer, in hundredths of a second
   * (`IFLA_BRPORT_MESSAGE_AGE_TIMER`).
   */
  messageAgeTimer?: bigint;
  /**
   * What is left of the forward delay timer, in hundredths of a second
   * (`IFLA_BRPORT_FORWARD_DELAY_TIMER`).
   */
  forwardDelayTimer?: bigint;
  /**
   * What is left of the hold timer, in hundredths of a second
   * (`IFLA_BRPORT_HOLD_TIMER`).
   */
  holdTimer?: bigint;
  /** Forgets the addresses that were learned (`IFLA_BRPORT_FLUSH`). */
  flush?: true;
  /**
   * Whether multicast routers are behind the port: 0 no, 1 learned, 2 yes, 3
   * yes for a while (`IFLA_BRPORT_MULTICAST_ROUTER`).
   */
  multicastRouter?: number;
  /**
   * Whether multicast packets for unknown groups go out, 0 or 1
   * (`IFLA_BRPORT_MCAST_FLOOD`).
   */
  multicastFlood?: number;
  /**
   * Whether multicast packets go out as unicast packets, 0 or 1
   * (`IFLA_BRPORT_MCAST_TO_UCAST`).
   */
  multicastToUnicast?: number;
  /**
   * Whether VLANs are mapped to tunnels, 0 or 1 (`IFLA_BRPORT_VLAN_TUNNEL`).
   */
  vlanTunnel?: number;
  /** Whether broadcast packets go out, 0 or 1 (`IFLA_BRPORT_BCAST_FLOOD`). */
  broadcastFlood?: number;
  /**
   * Which link-local groups are forwarded, bit x for 01:80:c2:00:00:0x
   * (`IFLA_BRPORT_GROUP_FWD_MASK`).
   */
  groupForwardMask?: number;
  /**
   * Whether neighbor discovery is answered instead of flooded, 0 or 1
   * (`IFLA_BRPORT_NEIGH_SUPPRESS`).
   */
  neighborSuppress?: number;
  /**
   * Whether the port talks to ports that are not isolated only, 0 or 1
   * (`IFLA_BRPORT_ISOLATED`).
   */
  isolated?: number;
  /**
   * Index of the port that takes over when the carrier goes
   * (`IFLA_BRPORT_BACKUP_PORT`).
   */
  backupPort?: number;
  /**
   * Whether the media redundancy ring lost its test frames, 0 or 1
   * (`IFLA_BRPORT_MRP_RING_OPEN`).
   */
  mrpRingOpen?: number;
  /**
   * Whether the interconnection lost its test frames, 0 or 1
   * (`IFLA_BRPORT_MRP_IN_OPEN`).
   */
  mrpInOpen?: number;
  /**
   * Most hosts that explicit tracking follows
   * (`IFLA_BRPORT_MCAST_EHT_HOSTS_LIMIT`).
   */
  multicastEhtHostsLimit?: number;
  /**
   * Hosts that explicit tracking follows (`IFLA_BRPORT_MCAST_EHT_HOSTS_CNT`).
   */
  multicastEhtHostsCount?: number;
  /**
   * Whether only hosts with an entry in the forwarding database are let
   * through, 0 or 1 (`IFLA_BRPORT_LOCKED`).
   */
  locked?: number;
  /** Whether unknown hosts get a locked entry, 0 or 1 (`IFLA_BRPORT_MAB`). */
  mab?: number;
  /** Multicast groups of the port (`IFLA_BRPORT_MCAST_N_GROUPS`). */
  multicastGroupCount?: number;
  /**
   * Most multicast groups of the port; 0 for no limit
   * (`IFLA_BRPORT_MCAST_MAX_GROUPS`).
   */
  multicastMaxGroups?: number;
  /**
   * Whether neighbor suppression is set for each VLAN, 0 or 1
   * (`IFLA_BRPORT_NEIGH_VLAN_SUPPRESS`).
   */
  neighborVlanSuppress?: number;
  /**
   * Next hop of packets that the backup port takes over
   * (`IFLA_BRPORT_BACKUP_NHID`).
   */
  backupNexthopId?: number;
  /**
   * Whether unsolicited neighbor discovery is flooded all the same, 0 or 1
   * (`IFLA_BRPORT_NEIGH_FORWARD_GRAT`).
   */
  neighborForwardGratuitous?: number;
}

const fields: FieldsOf<BridgePort> = {
  state: ["IFLA_BRPORT_STATE", 1, u8],
  priority: ["IFLA_BRPORT_PRIORITY", 2, u16],
  cost: ["IFLA_BRPORT_COST", 3, u32],
  mode: ["IFLA_BRPORT_MODE", 4, u8],
  guard: ["IFLA_BRPORT_GUARD", 5, u8],
  protect: ["IFLA_BRPORT_PROTECT", 6, u8],
  fastLeave: ["IFLA_BRPORT_FAST_LEAVE", 7, u8],
  learning: ["IFLA_BRPORT_LEARNING", 8, u8],
  unicastFlood: ["IFLA_BRPORT_UNICAST_FLOOD", 9, u8],
  proxyArp: ["IFLA_BRPORT_PROXYARP", 10, u8],
  learningSync: ["IFLA_BRPORT_LEARNING_SYNC", 11, u8],
  proxyArpWifi: ["IFLA_BRPORT_PROXYARP_WIFI", 12, u8],
  rootId: ["IFLA_BRPORT_ROOT_ID", 13, bridgeId],
  bridgeId: ["IFLA_BRPORT_BRIDGE_ID", 14, bridgeId],
  designatedPort: ["IFLA_BRPORT_DESIGNATED_PORT", 15, u16],
  designatedCost: ["IFLA_BRPORT_DESIGNATED_COST", 16, u16],
  id: ["IFLA_BRPORT_ID", 17, u16],
  number: ["IFLA_BRPORT_NO", 18, u16],
  topologyChangeAck: ["IFLA_BRPORT_TOPOLOGY_CHANGE_ACK", 19, u8],
  configPending: ["IFLA_BRPORT_CONFIG_PENDING", 20, u8],
  messageAgeTimer: ["IFLA_BRPORT_MESSAGE_AGE_TIMER", 21, u64],
  forwardDelayTimer: ["IFLA_BRPORT_FORWARD_DELAY_TIMER", 22, u64],
  holdTimer: ["IFLA_BRPORT_HOLD_TIMER", 23, u64],
  flush: ["IFLA_BRPORT_FLUSH", 24, flag],
  multicastRouter: ["IFLA_BRPORT_MULTICAST_ROUTER", 25, u8],
  multicastFlood: ["IFLA_BRPORT_MCAST_FLOOD", 27, u8],
  multicastToUnicast: ["IFLA_BRPORT_MCAST_TO_UCAST", 28, u8],
  vlanTunnel: ["IFLA_BRPORT_VLAN_TUNNEL", 29, u8],
  broadcastFlood: ["IFLA_BRPORT_BCAST_FLOOD", 30, u8],
  groupForwardMask: ["IFLA_BRPORT_GROUP_FWD_MASK", 31, u16],
  neighborSuppress: ["IFLA_BRPORT_NEIGH_SUPPRESS", 32, u8],
  isolated: ["IFLA_BRPORT_ISOLATED", 33, u8],
  backupPort: ["IFLA_BRPORT_BACKUP_PORT", 34, u32],
  mrpRingOpen: ["IFLA_BRPORT_MRP_RING_OPEN", 35, u8],
  mrpInOpen: ["IFLA_BRPORT_MRP_IN_OPEN", 36, u8],
  multicastEhtHostsLimit: ["IFLA_BRPORT_MCAST_EHT_HOSTS_LIMIT", 37, u32],
  multicastEhtHostsCount: ["IFLA_BRPORT_MCAST_EHT_HOSTS_CNT", 38, u32],
  locked: ["IFLA_BRPORT_LOCKED", 39, u8],
  mab: ["IFLA_BRPORT_MAB", 40, u8],
  multicastGroupCount: ["IFLA_BRPORT_MCAST_N_GROUPS", 41, u32],
  multicastMaxGroups: ["IFLA_BRPORT_MCAST_MAX_GROUPS", 42, u32],
  neighborVlanSuppress: ["IFLA_BRPORT_NEIGH_VLAN_SUPPRESS", 43, u8],
  backupNexthopId: ["IFLA_BRPORT_BACKUP_NHID", 44, u32],
  neighborForwardGratuitous: ["IFLA_BRPORT_NEIGH_FORWARD_GRAT", 45, u8],
};

/** Codec of {@linkcode BridgePort} in `IFLA_INFO_SLAVE_DATA`. */
export const bridgePort: Codec<BridgePort> = attributes(fields, {
  nestedFlag: false,
  pad: ["IFLA_BRPORT_PAD", 26],
});

/**
 * Codec of {@linkcode BridgePort} in `IFLA_PROTINFO`, which the kernel reads as
 * a lone state if it lacks `NLA_F_NESTED`.
 */
export const bridgePortInfo: Codec<BridgePort> = attributes(fields, {
  pad: ["IFLA_BRPORT_PAD", 26],
});
