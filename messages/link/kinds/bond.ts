/**
 * Bonds of several links into one: `IFLA_BOND_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_bonding.h | linux/if_bonding.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/drivers/net/bonding/bond_netlink.c | drivers/net/bonding/bond_netlink.c}
 * @see {@link https://docs.kernel.org/networking/bonding.html | Linux Ethernet Bonding Driver HOWTO}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  ipv4Address,
  ipv6Address,
  list,
  macAddress,
  u16,
  u32,
  u8,
} from "../../codec/mod.ts";

/** Port after port (balance-rr). */
export const BOND_MODE_ROUNDROBIN = 0;
/** One port, the others are spare (active-backup). */
export const BOND_MODE_ACTIVEBACKUP = 1;
/** By hash of the addresses (balance-xor). */
export const BOND_MODE_XOR = 2;
/** All ports (broadcast). */
export const BOND_MODE_BROADCAST = 3;
/** By hash over a link aggregation group of IEEE 802.3ad (802.3ad). */
export const BOND_MODE_8023AD = 4;
/** By load of the ports (balance-tlb). */
export const BOND_MODE_TLB = 5;
/** By load of the ports in both directions (balance-alb). */
export const BOND_MODE_ALB = 6;

/** Hardware addresses (layer2). */
export const BOND_XMIT_POLICY_LAYER2 = 0;
/** IP addresses and ports (layer3+4). */
export const BOND_XMIT_POLICY_LAYER34 = 1;
/** Hardware and IP addresses (layer2+3). */
export const BOND_XMIT_POLICY_LAYER23 = 2;
/** Hardware and IP addresses, of the inner packet in a tunnel (encap2+3). */
export const BOND_XMIT_POLICY_ENCAP23 = 3;
/** IP addresses and ports, of the inner packet in a tunnel (encap3+4). */
export const BOND_XMIT_POLICY_ENCAP34 = 4;
/** VLAN number and source hardware address (vlan+srcmac). */
export const BOND_XMIT_POLICY_VLAN_SRCMAC = 5;

/** Names of the modes: how frames are spread over the ports (`BOND_MODE_*`). */
export const BOND_MODES = {
  "balance-rr": BOND_MODE_ROUNDROBIN,
  "active-backup": BOND_MODE_ACTIVEBACKUP,
  "balance-xor": BOND_MODE_XOR,
  broadcast: BOND_MODE_BROADCAST,
  "802.3ad": BOND_MODE_8023AD,
  "balance-tlb": BOND_MODE_TLB,
  "balance-alb": BOND_MODE_ALB,
} as const;

/** Names of what a port is chosen by (`BOND_XMIT_POLICY_*`). */
export const BOND_XMIT_POLICIES = {
  layer2: BOND_XMIT_POLICY_LAYER2,
  "layer3+4": BOND_XMIT_POLICY_LAYER34,
  "layer2+3": BOND_XMIT_POLICY_LAYER23,
  "encap2+3": BOND_XMIT_POLICY_ENCAP23,
  "encap3+4": BOND_XMIT_POLICY_ENCAP34,
  "vlan+srcmac": BOND_XMIT_POLICY_VLAN_SRCMAC,
} as const;

/** Names of which ports' ARP probes and replies are validated. */
export const BOND_ARP_VALIDATE = {
  none: 0,
  active: 1,
  backup: 2,
  all: 3,
  filter: 4,
  filter_active: 5,
  filter_backup: 6,
} as const;

/** Names of how many ARP targets have to answer. */
export const BOND_ARP_ALL_TARGETS = { any: 0, all: 1 } as const;

/** Names of when the preferred port is used again. */
export const BOND_PRIMARY_RESELECT = {
  always: 0,
  better: 1,
  failure: 2,
} as const;

/** Names of whose hardware address is used. */
export const BOND_FAIL_OVER_MAC = { none: 0, active: 1, follow: 2 } as const;

/** Names of how often the partner is to send LACPDUs. */
export const BOND_LACP_RATES = { slow: 0, fast: 1 } as const;

/** Names of how the aggregator is selected. */
export const BOND_AD_SELECT = {
  stable: 0,
  bandwidth: 1,
  count: 2,
  actor_port_prio: 3,
} as const;

/** The aggregator in use of an 802.3ad bond: `IFLA_BOND_AD_INFO_*`. */
export interface BondAdInfo extends Attributes {
  /** Identifier of the aggregator (`IFLA_BOND_AD_INFO_AGGREGATOR`). */
  aggregator?: number;
  /** How many ports the aggregator has (`IFLA_BOND_AD_INFO_NUM_PORTS`). */
  numPorts?: number;
  /** Operational key of this end (`IFLA_BOND_AD_INFO_ACTOR_KEY`). */
  actorKey?: number;
  /** Operational key of the other end (`IFLA_BOND_AD_INFO_PARTNER_KEY`). */
  partnerKey?: number;
  /** System identifier of the other end (`IFLA_BOND_AD_INFO_PARTNER_MAC`). */
  partnerMac?: string;
}

/** `IFLA_INFO_DATA` of a bond: `IFLA_BOND_*`. */
export interface BondData extends Attributes {
  /** How frames are spread over the ports: `BOND_MODE_*` (`IFLA_BOND_MODE`). */
  mode?: number;
  /**
   * Index of the port in use; 0 takes it out of use (`IFLA_BOND_ACTIVE_SLAVE`).
   */
  activeSlave?: number;
  /**
   * Milliseconds between checks of the ports' carriers; 0 for no checks
   * (`IFLA_BOND_MIIMON`).
   */
  miimon?: number;
  /**
   * Milliseconds from a carrier's return until the port is used
   * (`IFLA_BOND_UPDELAY`).
   */
  updelay?: number;
  /**
   * Milliseconds from a carrier's loss until the port is given up
   * (`IFLA_BOND_DOWNDELAY`).
   */
  downdelay?: number;
  /**
   * 1 to ask the device for its carrier, 0 to use MII or ethtool requests,
   * which newer kernels refuse (`IFLA_BOND_USE_CARRIER`).
   */
  useCarrier?: number;
  /**
   * Milliseconds between ARP probes; 0 for no probes
   * (`IFLA_BOND_ARP_INTERVAL`).
   */
  arpInterval?: number;
  /** IPv4 addresses to probe, at most 16 (`IFLA_BOND_ARP_IP_TARGET`). */
  arpIpTarget?: string[];
  /**
   * Which ports' probes and replies are validated: 0 none, 1 active, 2 backup,
   * 3 all; 4 added counts only ARP traffic (`IFLA_BOND_ARP_VALIDATE`).
   */
  arpValidate?: number;
  /**
   * 0 if one target has to answer, 1 if all have to
   * (`IFLA_BOND_ARP_ALL_TARGETS`).
   */
  arpAllTargets?: number;
  /** Index of the port to prefer (`IFLA_BOND_PRIMARY`). */
  primary?: number;
  /**
   * When the preferred port is used again: 0 always, 1 if it is better, 2 on
   * failure of the other one (`IFLA_BOND_PRIMARY_RESELECT`).
   */
  primaryReselect?: number;
  /**
   * Whose hardware address is used: 0 one for all, 1 the active port's, 2 the
   * active port's once it becomes active (`IFLA_BOND_FAIL_OVER_MAC`).
   */
  failOverMac?: number;
  /**
   * What a port is chosen by: `BOND_XMIT_POLICY_*`
   * (`IFLA_BOND_XMIT_HASH_POLICY`).
   */
  xmitHashPolicy?: number;
  /**
   * How many IGMP membership reports follow a failover
   * (`IFLA_BOND_RESEND_IGMP`).
   */
  resendIgmp?: number;
  /**
   * How many gratuitous ARPs and unsolicited neighbor advertisements follow a
   * failover (`IFLA_BOND_NUM_PEER_NOTIF`).
   */
  numPeerNotif?: number;
  /** 1 to accept frames on inactive ports (`IFLA_BOND_ALL_SLAVES_ACTIVE`). */
  allSlavesActive?: number;
  /**
   * How many ports must be up for the bond to have a carrier
   * (`IFLA_BOND_MIN_LINKS`).
   */
  minLinks?: number;
  /**
   * Seconds between learning packets to the peer switches
   * (`IFLA_BOND_LP_INTERVAL`).
   */
  lpInterval?: number;
  /**
   * How many packets go to one port before the next one's turn; 0 for a random
   * port (`IFLA_BOND_PACKETS_PER_SLAVE`).
   */
  packetsPerSlave?: number;
  /**
   * How often the partner is to send LACPDUs: 0 every 30 seconds, 1 every
   * second (`IFLA_BOND_AD_LACP_RATE`).
   */
  adLacpRate?: number;
  /**
   * How the aggregator is selected: 0 stable, 1 by bandwidth, 2 by number of
   * ports, 3 by the ports' priorities (`IFLA_BOND_AD_SELECT`).
   */
  adSelect?: number;
  /** The aggregator in use; replies only (`IFLA_BOND_AD_INFO`). */
  adInfo?: BondAdInfo;
  /** LACP system priority (`IFLA_BOND_AD_ACTOR_SYS_PRIO`). */
  adActorSysPrio?: number;
  /** Upper ten bits of the port key (`IFLA_BOND_AD_USER_PORT_KEY`). */
  adUserPortKey?: number;
  /**
   * LACP system identifier; all zero for the bond's own address
   * (`IFLA_BOND_AD_ACTOR_SYSTEM`).
   */
  adActorSystem?: string;
  /**
   * 1 to move flows between ports by load in mode balance-tlb
   * (`IFLA_BOND_TLB_DYNAMIC_LB`).
   */
  tlbDynamicLb?: number;
  /**
   * Milliseconds between peer notifications; 0 for the link monitor's interval
   * (`IFLA_BOND_PEER_NOTIF_DELAY`).
   */
  peerNotifDelay?: number;
  /**
   * 1 to send LACPDUs always, 0 only in answer (`IFLA_BOND_AD_LACP_ACTIVE`).
   */
  adLacpActive?: number;
  /**
   * How many ARP checks may fail before a port is given up
   * (`IFLA_BOND_MISSED_MAX`).
   */
  missedMax?: number;
  /** IPv6 addresses to probe, at most 16 (`IFLA_BOND_NS_IP6_TARGET`). */
  nsIp6Target?: string[];
  /**
   * 1 if LACP's collecting and distributing states are one
   * (`IFLA_BOND_COUPLED_CONTROL`).
   */
  coupledControl?: number;
  /**
   * 1 to send ARP and neighbor discovery out of all ports
   * (`IFLA_BOND_BROADCAST_NEIGH`).
   */
  broadcastNeigh?: number;
  /**
   * 1 to keep the carrier down until a partner answers with LACP
   * (`IFLA_BOND_LACP_STRICT`).
   */
  lacpStrict?: number;
}

const arpTargets: Codec<string[]> = list(ipv4Address, undefined, {
  first: 0,
  nestedFlag: false,
});
const nsTargets: Codec<string[]> = list(ipv6Address, undefined, { first: 0 });

/** Codec of {@linkcode BondAdInfo}. */
export const bondAdInfo: Codec<BondAdInfo> = attributes({
  aggregator: ["IFLA_BOND_AD_INFO_AGGREGATOR", 1, u16],
  numPorts: ["IFLA_BOND_AD_INFO_NUM_PORTS", 2, u16],
  actorKey: ["IFLA_BOND_AD_INFO_ACTOR_KEY", 3, u16],
  partnerKey: ["IFLA_BOND_AD_INFO_PARTNER_KEY", 4, u16],
  partnerMac: ["IFLA_BOND_AD_INFO_PARTNER_MAC", 5, macAddress],
}, { nestedFlag: false });

/** Codec of {@linkcode BondData}. */
export const bondData: Codec<BondData> = attributes({
  mode: ["IFLA_BOND_MODE", 1, u8],
  activeSlave: ["IFLA_BOND_ACTIVE_SLAVE", 2, u32],
  miimon: ["IFLA_BOND_MIIMON", 3, u32],
  updelay: ["IFLA_BOND_UPDELAY", 4, u32],
  downdelay: ["IFLA_BOND_DOWNDELAY", 5, u32],
  useCarrier: ["IFLA_BOND_USE_CARRIER", 6, u8],
  arpInterval: ["IFLA_BOND_ARP_INTERVAL", 7, u32],
  arpIpTarget: ["IFLA_BOND_ARP_IP_TARGET", 8, arpTargets],
  arpValidate: ["IFLA_BOND_ARP_VALIDATE", 9, u32],
  arpAllTargets: ["IFLA_BOND_ARP_ALL_TARGETS", 10, u32],
  primary: ["IFLA_BOND_PRIMARY", 11, u32],
  primaryReselect: ["IFLA_BOND_PRIMARY_RESELECT", 12, u8],
  failOverMac: ["IFLA_BOND_FAIL_OVER_MAC", 13, u8],
  xmitHashPolicy: ["IFLA_BOND_XMIT_HASH_POLICY", 14, u8],
  resendIgmp: ["IFLA_BOND_RESEND_IGMP", 15, u32],
  numPeerNotif: ["IFLA_BOND_NUM_PEER_NOTIF", 16, u8],
  allSlavesActive: ["IFLA_BOND_ALL_SLAVES_ACTIVE", 17, u8],
  minLinks: ["IFLA_BOND_MIN_LINKS", 18, u32],
  lpInterval: ["IFLA_BOND_LP_INTERVAL", 19, u32],
  packetsPerSlave: ["IFLA_BOND_PACKETS_PER_SLAVE", 20, u32],
  adLacpRate: ["IFLA_BOND_AD_LACP_RATE", 21, u8],
  adSelect: ["IFLA_BOND_AD_SELECT", 22, u8],
  adInfo: ["IFLA_BOND_AD_INFO", 23, bondAdInfo],
  adActorSysPrio: ["IFLA_BOND_AD_ACTOR_SYS_PRIO", 24, u16],
  adUserPortKey: ["IFLA_BOND_AD_USER_PORT_KEY", 25, u16],
  adActorSystem: [
    "IFLA_BOND_AD_ACTOR_SYSTEM",
    26,
    macAddress,
  ],
  tlbDynamicLb: ["IFLA_BOND_TLB_DYNAMIC_LB", 27, u8],
  peerNotifDelay: ["IFLA_BOND_PEER_NOTIF_DELAY", 28, u32],
  adLacpActive: ["IFLA_BOND_AD_LACP_ACTIVE", 29, u8],
  missedMax: ["IFLA_BOND_MISSED_MAX", 30, u8],
  nsIp6Target: ["IFLA_BOND_NS_IP6_TARGET", 31, nsTargets],
  coupledControl: ["IFLA_BOND_COUPLED_CONTROL", 32, u8],
  broadcastNeigh: ["IFLA_BOND_BROADCAST_NEIGH", 33, u8],
  lacpStrict: ["IFLA_BOND_LACP_STRICT", 34, u8],
}, { nestedFlag: false });
