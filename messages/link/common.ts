/**
 * What link messages of all kinds have in common, and a codec that reads no
 * more than that: it loads a third of what the whole codec takes, which is what
 * a program that starts, lists links and ends takes its time for.
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  bytes,
  type Codec,
  type FieldsOf,
  hardwareAddress,
  list,
  message,
  s32,
  string,
  struct,
  u16,
  u32,
  u8,
  uint,
} from "../codec/mod.ts";
import * as c from "./constants.ts";
import type {
  LinkAttributes,
  LinkFamilySpecs,
  LinkMessage,
  LinkProtocolInfo,
} from "./link.ts";
import {
  devlinkPortHandle,
  dpllPinHandle,
  protoDownReason,
} from "./references.ts";
import { linkMap, linkStats, linkStats64 } from "./stats.ts";
import { aliasText, kindText } from "./text.ts";
import { vfInfoList } from "./vf.ts";
import { portProfile, vfPorts } from "./vf_ports.ts";
import { xdpAttributes } from "./xdp.ts";

/** Attributes whose layout depends on nothing. */
export type CommonLinkAttributes = Omit<
  LinkAttributes,
  "info" | keyof LinkProtocolInfo | keyof LinkFamilySpecs
>;

/** `struct ifinfomsg`. */
export interface LinkHeader {
  /** Address family, most often `AF_UNSPEC` (`ifi_family`). */
  family: number;
  /** Hardware type, `ARPHRD_*` (`ifi_type`). */
  type: number;
  /** Index; 0 for none (`ifi_index`). */
  index: number;
  /** `IFF_*` (`ifi_flags`). */
  flags: number;
  /** Which {@linkcode LinkHeader.flags} to change (`ifi_change`). */
  change: number;
}

/** Codec of {@linkcode LinkHeader}. */
export const linkHeader: Codec<LinkHeader> = struct({
  family: u8,
  type: u16,
  index: s32,
  flags: u32,
  change: u32,
});

/** The fields of {@linkcode CommonLinkAttributes}. */
export const commonLinkFields: FieldsOf<CommonLinkAttributes> = {
  address: ["IFLA_ADDRESS", 1, hardwareAddress],
  broadcast: ["IFLA_BROADCAST", 2, hardwareAddress],
  name: ["IFLA_IFNAME", 3, string],
  mtu: ["IFLA_MTU", c.IFLA_MTU, u32],
  link: ["IFLA_LINK", 5, u32],
  qdisc: ["IFLA_QDISC", 6, string],
  stats: ["IFLA_STATS", 7, linkStats],
  cost: ["IFLA_COST", 8, u32],
  priority: ["IFLA_PRIORITY", 9, u32],
  master: ["IFLA_MASTER", 10, u32],
  wireless: ["IFLA_WIRELESS", 11, bytes],
  txQueueLength: ["IFLA_TXQLEN", 13, u32],
  map: ["IFLA_MAP", 14, linkMap],
  weight: ["IFLA_WEIGHT", 15, u32],
  operState: ["IFLA_OPERSTATE", 16, u8],
  linkMode: ["IFLA_LINKMODE", 17, u8],
  netnsPid: ["IFLA_NET_NS_PID", 19, u32],
  alias: ["IFLA_IFALIAS", 20, aliasText],
  numVf: ["IFLA_NUM_VF", 21, u32],
  vfInfoList: ["IFLA_VFINFO_LIST", 22, vfInfoList],
  stats64: ["IFLA_STATS64", 23, linkStats64],
  vfPorts: ["IFLA_VF_PORTS", 24, vfPorts],
  portSelf: ["IFLA_PORT_SELF", 25, portProfile],
  group: ["IFLA_GROUP", 27, u32],
  netnsFd: ["IFLA_NET_NS_FD", 28, u32],
  extMask: ["IFLA_EXT_MASK", 29, u32],
  promiscuity: ["IFLA_PROMISCUITY", 30, u32],
  numTxQueues: ["IFLA_NUM_TX_QUEUES", 31, u32],
  numRxQueues: ["IFLA_NUM_RX_QUEUES", 32, u32],
  carrier: ["IFLA_CARRIER", 33, u8],
  physicalPortId: ["IFLA_PHYS_PORT_ID", 34, bytes],
  carrierChanges: ["IFLA_CARRIER_CHANGES", 35, u32],
  physicalSwitchId: ["IFLA_PHYS_SWITCH_ID", 36, bytes],
  linkNetnsId: ["IFLA_LINK_NETNSID", 37, s32],
  physicalPortName: ["IFLA_PHYS_PORT_NAME", 38, string],
  protoDown: ["IFLA_PROTO_DOWN", 39, u8],
  gsoMaxSegments: ["IFLA_GSO_MAX_SEGS", 40, u32],
  gsoMaxSize: ["IFLA_GSO_MAX_SIZE", 41, u32],
  xdp: ["IFLA_XDP", 43, xdpAttributes],
  event: ["IFLA_EVENT", 44, u32],
  newNetnsId: ["IFLA_NEW_NETNSID", 45, s32],
  targetNetnsId: ["IFLA_TARGET_NETNSID", 46, s32],
  carrierUpCount: ["IFLA_CARRIER_UP_COUNT", 47, u32],
  carrierDownCount: ["IFLA_CARRIER_DOWN_COUNT", 48, u32],
  newIndex: ["IFLA_NEW_IFINDEX", 49, s32],
  minMtu: ["IFLA_MIN_MTU", 50, u32],
  maxMtu: ["IFLA_MAX_MTU", 51, u32],
  alternativeNames: [
    "IFLA_PROP_LIST",
    52,
    list(string, ["IFLA_ALT_IFNAME", 53]),
  ],
  alternativeName: ["IFLA_ALT_IFNAME", 53, string],
  permanentAddress: ["IFLA_PERM_ADDRESS", 54, hardwareAddress],
  protoDownReason: ["IFLA_PROTO_DOWN_REASON", 55, protoDownReason],
  parentDeviceName: ["IFLA_PARENT_DEV_NAME", 56, string],
  parentDeviceBusName: ["IFLA_PARENT_DEV_BUS_NAME", 57, string],
  groMaxSize: ["IFLA_GRO_MAX_SIZE", 58, u32],
  tsoMaxSize: ["IFLA_TSO_MAX_SIZE", 59, u32],
  tsoMaxSegments: ["IFLA_TSO_MAX_SEGS", 60, u32],
  allMulti: ["IFLA_ALLMULTI", 61, u32],
  devlinkPort: ["IFLA_DEVLINK_PORT", 62, devlinkPortHandle],
  gsoIpv4MaxSize: ["IFLA_GSO_IPV4_MAX_SIZE", 63, u32],
  groIpv4MaxSize: ["IFLA_GRO_IPV4_MAX_SIZE", 64, u32],
  dpllPin: ["IFLA_DPLL_PIN", 65, dpllPinHandle],
  maxPacingOffloadHorizon: ["IFLA_MAX_PACING_OFFLOAD_HORIZON", 66, uint],
  netnsImmutable: ["IFLA_NETNS_IMMUTABLE", 67, u8],
  headroom: ["IFLA_HEADROOM", 68, u16],
  tailroom: ["IFLA_TAILROOM", 69, u16],
};

/** `IFLA_INFO_*` without what each kind defines. */
interface BriefInfo extends Attributes {
  kind?: string;
  slaveKind?: string;
}

const briefInfo: Codec<BriefInfo> = attributes({
  kind: ["IFLA_INFO_KIND", 1, kindText],
  slaveKind: ["IFLA_INFO_SLAVE_KIND", 4, string],
}, { nestedFlag: false });

/** Attributes but for those that depend on kind or family. */
type BriefAttributes = CommonLinkAttributes & { info?: BriefInfo };

/**
 * Codec of {@linkcode LinkMessage} that leaves the settings of kinds and address
 * families raw, in `unknown`; nothing is lost when it writes them back.
 */
export const briefLinkMessage: Codec<LinkMessage> = message(
  linkHeader,
  attributes<BriefAttributes>({
    ...commonLinkFields,
    info: ["IFLA_LINKINFO", 18, briefInfo],
  } as FieldsOf<BriefAttributes>, { pad: ["IFLA_PAD", 42] }) as Codec<unknown>,
) as Codec<unknown> as Codec<LinkMessage>;
