/**
 * Bonds: several links as one.
 *
 * @see {@link https://docs.kernel.org/networking/bonding.html | Linux Ethernet Bonding Driver}
 *
 * @module
 */

import {
  BOND_MODE_8023AD,
  BOND_MODE_ACTIVEBACKUP,
  BOND_MODE_ALB,
  BOND_MODE_BROADCAST,
  BOND_MODE_ROUNDROBIN,
  BOND_MODE_TLB,
  BOND_MODE_XOR,
  BOND_XMIT_POLICY_ENCAP23,
  BOND_XMIT_POLICY_ENCAP34,
  BOND_XMIT_POLICY_LAYER2,
  BOND_XMIT_POLICY_LAYER23,
  BOND_XMIT_POLICY_LAYER34,
  BOND_XMIT_POLICY_VLAN_SRCMAC,
  type BondAdInfo,
  type BondData,
} from "../../../messages/link/kinds/bond.ts";
import { ipv4, ipv6, mac } from "../../mapping/address_conversions.ts";
import {
  boolean,
  listOf,
  milliseconds,
  seconds,
  uint16,
  uint32,
  uint8,
} from "../../mapping/conversions.ts";
import { type Device, deviceOrNull } from "../../mapping/device.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import { mapping, told } from "../../mapping/mapping.ts";
import { bondAgain } from "./bond_recreate.ts";
import { type KindMapping, marked } from "./kind_mapping.ts";

/** How frames are spread over the ports of a bond. */
export type BondMode =
  | "balance-rr"
  | "active-backup"
  | "balance-xor"
  | "broadcast"
  | "802.3ad"
  | "balance-tlb"
  | "balance-alb"
  | number;

/** Which ports' ARP probes and replies are validated. */
export type BondArpValidate =
  | "none"
  | "active"
  | "backup"
  | "all"
  | "filter"
  | "filter_active"
  | "filter_backup"
  | number;

/** What the port for a frame is chosen by. */
export type BondTransmitHashPolicy =
  | "layer2"
  | "layer3+4"
  | "layer2+3"
  | "encap2+3"
  | "encap3+4"
  | "vlan+srcmac"
  | number;

/** The aggregator that a bond of mode `802.3ad` uses. */
export interface BondAggregator {
  /** Its identifier (`IFLA_BOND_AD_INFO_AGGREGATOR`). */
  id?: number;
  /** How many ports it has (`IFLA_BOND_AD_INFO_NUM_PORTS`). */
  ports?: number;
  /** Operational key of this end (`IFLA_BOND_AD_INFO_ACTOR_KEY`). */
  actorKey?: number;
  /** Operational key of the other end (`IFLA_BOND_AD_INFO_PARTNER_KEY`). */
  partnerKey?: number;
  /** System address of the other end (`IFLA_BOND_AD_INFO_PARTNER_MAC`). */
  partnerAddress?: string;
}

/** Settings of a bond. */
export interface BondOptions {
  /** How frames are spread over the ports (`IFLA_BOND_MODE`). */
  mode?: BondMode;
  /**
   * The port in use; `null` takes it out of use (`IFLA_BOND_ACTIVE_SLAVE`).
   */
  activePort?: Device | null;
  /**
   * Time between checks of the ports' carriers, in seconds; 0 for no checks
   * (`IFLA_BOND_MIIMON`).
   */
  miimon?: number;
  /**
   * Time from a carrier's return until the port is used, in seconds
   * (`IFLA_BOND_UPDELAY`).
   */
  upDelay?: number;
  /**
   * Time from a carrier's loss until the port is given up, in seconds
   * (`IFLA_BOND_DOWNDELAY`).
   */
  downDelay?: number;
  /**
   * Time between peer notifications, in seconds; 0 for that of
   * {@linkcode BondOptions.miimon} (`IFLA_BOND_PEER_NOTIF_DELAY`).
   */
  peerNotifyDelay?: number;
  /**
   * Whether the device is asked for its carrier, rather than by MII or ethtool
   * requests (`IFLA_BOND_USE_CARRIER`).
   */
  useCarrier?: boolean;
  /**
   * Time between ARP probes, in seconds; 0 for no probes
   * (`IFLA_BOND_ARP_INTERVAL`).
   */
  arpInterval?: number;
  /** IPv4 addresses to probe, 16 at most (`IFLA_BOND_ARP_IP_TARGET`). */
  arpTargets?: string[];
  /** IPv6 addresses to probe, 16 at most (`IFLA_BOND_NS_IP6_TARGET`). */
  nsTargets?: string[];
  /** Which probes and replies are validated (`IFLA_BOND_ARP_VALIDATE`). */
  arpValidate?: BondArpValidate;
  /**
   * Whether any target or all of them have to answer
   * (`IFLA_BOND_ARP_ALL_TARGETS`).
   */
  arpAllTargets?: "any" | "all" | number;
  /**
   * How many probes may fail before a port is given up
   * (`IFLA_BOND_MISSED_MAX`).
   */
  arpMissedMax?: number;
  /** The port to prefer; `null` for none (`IFLA_BOND_PRIMARY`). */
  primary?: Device | null;
  /** When the primary is used again (`IFLA_BOND_PRIMARY_RESELECT`). */
  primaryReselect?: "always" | "better" | "failure" | number;
  /** Whose hardware address is used (`IFLA_BOND_FAIL_OVER_MAC`). */
  failOverMac?: "none" | "active" | "follow" | number;
  /** What a port is chosen by (`IFLA_BOND_XMIT_HASH_POLICY`). */
  transmitHashPolicy?: BondTransmitHashPolicy;
  /**
   * How many IGMP membership reports follow a failover
   * (`IFLA_BOND_RESEND_IGMP`).
   */
  resendIgmp?: number;
  /**
   * How many gratuitous ARPs and unsolicited neighbor advertisements follow a
   * failover (`IFLA_BOND_NUM_PEER_NOTIF`).
   */
  peerNotifications?: number;
  /**
   * Whether frames are accepted on inactive ports
   * (`IFLA_BOND_ALL_SLAVES_ACTIVE`).
   */
  allPortsActive?: boolean;
  /**
   * How many ports must be up for the bond to have a carrier
   * (`IFLA_BOND_MIN_LINKS`).
   */
  minLinks?: number;
  /**
   * Time between learning packets to the switches, in seconds
   * (`IFLA_BOND_LP_INTERVAL`).
   */
  learningPacketInterval?: number;
  /**
   * How many packets go to one port before the next one's turn; 0 for a random
   * port (`IFLA_BOND_PACKETS_PER_SLAVE`).
   */
  packetsPerPort?: number;
  /** How often the partner is to send LACPDUs (`IFLA_BOND_AD_LACP_RATE`). */
  lacpRate?: "slow" | "fast" | number;
  /**
   * Whether LACPDUs are sent always, not only in answer
   * (`IFLA_BOND_AD_LACP_ACTIVE`).
   */
  lacpActive?: boolean;
  /**
   * Whether the carrier stays down until a partner answers with LACP
   * (`IFLA_BOND_LACP_STRICT`).
   */
  lacpStrict?: boolean;
  /**
   * Whether LACP's collecting and distributing states are one
   * (`IFLA_BOND_COUPLED_CONTROL`).
   */
  coupledControl?: boolean;
  /** How the aggregator is selected (`IFLA_BOND_AD_SELECT`). */
  adSelect?: "stable" | "bandwidth" | "count" | "actor_port_prio" | number;
  /** Upper ten bits of the port key (`IFLA_BOND_AD_USER_PORT_KEY`). */
  adUserPortKey?: number;
  /** LACP system priority (`IFLA_BOND_AD_ACTOR_SYS_PRIO`). */
  adActorSystemPriority?: number;
  /**
   * LACP system address; all zero for the bond's own address
   * (`IFLA_BOND_AD_ACTOR_SYSTEM`).
   */
  adActorSystem?: string;
  /**
   * Whether flows are moved between ports by load in mode `balance-tlb`
   * (`IFLA_BOND_TLB_DYNAMIC_LB`).
   */
  tlbDynamicLoadBalancing?: boolean;
  /**
   * Whether ARP and neighbor discovery go out of all ports
   * (`IFLA_BOND_BROADCAST_NEIGH`).
   */
  broadcastNeighbor?: boolean;
  /** The aggregator in use; told by the kernel (`IFLA_BOND_AD_INFO`). */
  aggregator?: BondAggregator;
}

/** How {@linkcode BondOptions} and {@linkcode BondData} correspond. */
export const bondMapping: KindMapping<BondOptions, BondData> = marked(
  mapping<BondOptions, BondData>({
    mode: [
      "mode",
      enumeration({
        "balance-rr": BOND_MODE_ROUNDROBIN,
        "active-backup": BOND_MODE_ACTIVEBACKUP,
        "balance-xor": BOND_MODE_XOR,
        broadcast: BOND_MODE_BROADCAST,
        "802.3ad": BOND_MODE_8023AD,
        "balance-tlb": BOND_MODE_TLB,
        "balance-alb": BOND_MODE_ALB,
      }, 8),
    ],
    activePort: ["activeSlave", deviceOrNull],
    miimon: ["miimon", milliseconds],
    upDelay: ["updelay", milliseconds],
    downDelay: ["downdelay", milliseconds],
    peerNotifyDelay: ["peerNotifDelay", milliseconds],
    useCarrier: ["useCarrier", boolean],
    arpInterval: ["arpInterval", milliseconds],
    arpTargets: ["arpIpTarget", listOf(ipv4)],
    nsTargets: ["nsIp6Target", listOf(ipv6)],
    arpValidate: [
      "arpValidate",
      enumeration({
        none: 0,
        active: 1,
        backup: 2,
        all: 3,
        filter: 4,
        filter_active: 5,
        filter_backup: 6,
      }),
    ],
    arpAllTargets: ["arpAllTargets", enumeration({ any: 0, all: 1 })],
    arpMissedMax: ["missedMax", uint8],
    primary: ["primary", deviceOrNull],
    primaryReselect: [
      "primaryReselect",
      enumeration({ always: 0, better: 1, failure: 2 }, 8),
    ],
    failOverMac: [
      "failOverMac",
      enumeration({ none: 0, active: 1, follow: 2 }, 8),
    ],
    transmitHashPolicy: [
      "xmitHashPolicy",
      enumeration({
        layer2: BOND_XMIT_POLICY_LAYER2,
        "layer3+4": BOND_XMIT_POLICY_LAYER34,
        "layer2+3": BOND_XMIT_POLICY_LAYER23,
        "encap2+3": BOND_XMIT_POLICY_ENCAP23,
        "encap3+4": BOND_XMIT_POLICY_ENCAP34,
        "vlan+srcmac": BOND_XMIT_POLICY_VLAN_SRCMAC,
      }, 8),
    ],
    resendIgmp: ["resendIgmp", uint32],
    peerNotifications: ["numPeerNotif", uint8],
    allPortsActive: ["allSlavesActive", boolean],
    minLinks: ["minLinks", uint32],
    learningPacketInterval: ["lpInterval", seconds],
    packetsPerPort: ["packetsPerSlave", uint32],
    lacpRate: ["adLacpRate", enumeration({ slow: 0, fast: 1 }, 8)],
    lacpActive: ["adLacpActive", boolean],
    lacpStrict: ["lacpStrict", boolean],
    coupledControl: ["coupledControl", boolean],
    adSelect: [
      "adSelect",
      enumeration({ stable: 0, bandwidth: 1, count: 2, actor_port_prio: 3 }, 8),
    ],
    adUserPortKey: ["adUserPortKey", uint16],
    adActorSystemPriority: ["adActorSysPrio", uint16],
    adActorSystem: ["adActorSystem", mac],
    tlbDynamicLoadBalancing: ["tlbDynamicLb", boolean],
    broadcastNeighbor: ["broadcastNeigh", boolean],
    aggregator: told(
      "adInfo",
      mapping<BondAggregator, BondAdInfo>({
        id: ["aggregator", uint16],
        ports: ["numPorts", uint16],
        actorKey: ["actorKey", uint16],
        partnerKey: ["partnerKey", uint16],
        partnerAddress: ["partnerMac", mac],
      }),
    ),
  }),
  {
    again: bondAgain,
  },
);
