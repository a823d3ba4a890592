/**
 * Bonds: several links as one.
 *
 * @see {@link https://docs.kernel.org/networking/bonding.html | Linux Ethernet Bonding Driver}
 *
 * @module
 */

import {
  BOND_AD_SELECT,
  BOND_ARP_ALL_TARGETS,
  BOND_ARP_VALIDATE,
  BOND_FAIL_OVER_MAC,
  BOND_LACP_RATES,
  BOND_MODES,
  BOND_PRIMARY_RESELECT,
  BOND_XMIT_POLICIES,
  type BondAdInfo,
  bondAdInfo,
  type BondData,
  bondData,
} from "../../../messages/link/kinds/bond.ts";
import { ipv4, ipv6, mac } from "../../mapping/address_conversions.ts";
import {
  boolean,
  listOf,
  milliseconds,
  number,
  seconds,
} from "../../mapping/conversions.ts";
import { type Device, deviceOrNull } from "../../mapping/device.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import { mapping, readOnly } from "../../mapping/mapping.ts";
import { recreateBond } from "./bond_recreate.ts";
import { type KindMapping, marked } from "./kind_mapping.ts";

/** How frames are spread over the ports of a bond. */
export type BondMode = keyof typeof BOND_MODES | number;

/** Which ports' ARP probes and replies are validated. */
export type BondArpValidate = keyof typeof BOND_ARP_VALIDATE | number;

/** What the port for a frame is chosen by. */
export type BondTransmitHashPolicy =
  | keyof typeof BOND_XMIT_POLICIES
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
  arpTargets?: readonly string[];
  /** IPv6 addresses to probe, 16 at most (`IFLA_BOND_NS_IP6_TARGET`). */
  nsTargets?: readonly string[];
  /** Which probes and replies are validated (`IFLA_BOND_ARP_VALIDATE`). */
  arpValidate?: BondArpValidate;
  /**
   * Whether any target or all of them have to answer
   * (`IFLA_BOND_ARP_ALL_TARGETS`).
   */
  arpAllTargets?: keyof typeof BOND_ARP_ALL_TARGETS | number;
  /**
   * How many probes may fail before a port is given up
   * (`IFLA_BOND_MISSED_MAX`).
   */
  arpMissedMax?: number;
  /** The port to prefer; `null` for none (`IFLA_BOND_PRIMARY`). */
  primary?: Device | null;
  /** When the primary is used again (`IFLA_BOND_PRIMARY_RESELECT`). */
  primaryReselect?: keyof typeof BOND_PRIMARY_RESELECT | number;
  /** Whose hardware address is used (`IFLA_BOND_FAIL_OVER_MAC`). */
  failOverMac?: keyof typeof BOND_FAIL_OVER_MAC | number;
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
  lacpRate?: keyof typeof BOND_LACP_RATES | number;
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
  adSelect?: keyof typeof BOND_AD_SELECT | number;
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
  /** The aggregator in use; reported by the kernel (`IFLA_BOND_AD_INFO`). */
  aggregator?: BondAggregator;
}

/** How {@linkcode BondOptions} and {@linkcode BondData} correspond. */
export const bondMapping: KindMapping<BondOptions, BondData> = marked(
  mapping<BondOptions, BondData>({
    mode: enumeration(BOND_MODES),
    activePort: ["activeSlave", deviceOrNull],
    miimon: milliseconds,
    upDelay: ["updelay", milliseconds],
    downDelay: ["downdelay", milliseconds],
    peerNotifyDelay: ["peerNotifDelay", milliseconds],
    useCarrier: boolean,
    arpInterval: milliseconds,
    arpTargets: ["arpIpTarget", listOf(ipv4)],
    nsTargets: ["nsIp6Target", listOf(ipv6)],
    arpValidate: enumeration(BOND_ARP_VALIDATE),
    arpAllTargets: enumeration(BOND_ARP_ALL_TARGETS),
    arpMissedMax: ["missedMax", number],
    primary: deviceOrNull,
    primaryReselect: enumeration(BOND_PRIMARY_RESELECT),
    failOverMac: enumeration(BOND_FAIL_OVER_MAC),
    transmitHashPolicy: [
      "xmitHashPolicy",
      enumeration(BOND_XMIT_POLICIES),
    ],
    resendIgmp: number,
    peerNotifications: ["numPeerNotif", number],
    allPortsActive: ["allSlavesActive", boolean],
    minLinks: number,
    learningPacketInterval: ["lpInterval", seconds],
    packetsPerPort: ["packetsPerSlave", number],
    lacpRate: ["adLacpRate", enumeration(BOND_LACP_RATES)],
    lacpActive: ["adLacpActive", boolean],
    lacpStrict: boolean,
    coupledControl: boolean,
    adSelect: enumeration(BOND_AD_SELECT),
    adUserPortKey: number,
    adActorSystemPriority: ["adActorSysPrio", number],
    adActorSystem: mac,
    tlbDynamicLoadBalancing: ["tlbDynamicLb", boolean],
    broadcastNeighbor: ["broadcastNeigh", boolean],
    aggregator: readOnly(
      "adInfo",
      mapping<BondAggregator, BondAdInfo>({
        id: ["aggregator", number],
        ports: ["numPorts", number],
        actorKey: number,
        partnerKey: number,
        partnerAddress: ["partnerMac", mac],
      }, bondAdInfo),
    ),
  }, bondData),
  {
    recreate: recreateBond,
  },
);
