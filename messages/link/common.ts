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
export const linkHeader: Codec<LinkHeader> = struct<LinkHeader>({
  family: u8,
  type: u16,
  index: s32,
  flags: u32,
  change: u32,
});

/** The fields of {@linkcode CommonLinkAttributes}. */
export const commonLinkFields: FieldsOf<CommonLinkAttributes> = {
  address: [c.IFLA_ADDRESS, hardwareAddress],
  broadcast: [c.IFLA_BROADCAST, hardwareAddress],
  name: [c.IFLA_IFNAME, string],
  mtu: [c.IFLA_MTU, u32],
  link: [c.IFLA_LINK, u32],
  qdisc: [c.IFLA_QDISC, string],
  stats: [c.IFLA_STATS, linkStats],
  cost: [c.IFLA_COST, u32],
  priority: [c.IFLA_PRIORITY, u32],
  master: [c.IFLA_MASTER, u32],
  wireless: [c.IFLA_WIRELESS, bytes],
  txQueueLength: [c.IFLA_TXQLEN, u32],
  map: [c.IFLA_MAP, linkMap],
  weight: [c.IFLA_WEIGHT, u32],
  operState: [c.IFLA_OPERSTATE, u8],
  linkMode: [c.IFLA_LINKMODE, u8],
  netnsPid: [c.IFLA_NET_NS_PID, u32],
  alias: [c.IFLA_IFALIAS, aliasText],
  numVf: [c.IFLA_NUM_VF, u32],
  vfInfoList: [c.IFLA_VFINFO_LIST, vfInfoList],
  stats64: [c.IFLA_STATS64, linkStats64],
  vfPorts: [c.IFLA_VF_PORTS, vfPorts],
  portSelf: [c.IFLA_PORT_SELF, portProfile],
  group: [c.IFLA_GROUP, u32],
  netnsFd: [c.IFLA_NET_NS_FD, u32],
  extMask: [c.IFLA_EXT_MASK, u32],
  promiscuity: [c.IFLA_PROMISCUITY, u32],
  numTxQueues: [c.IFLA_NUM_TX_QUEUES, u32],
  numRxQueues: [c.IFLA_NUM_RX_QUEUES, u32],
  carrier: [c.IFLA_CARRIER, u8],
  physicalPortId: [c.IFLA_PHYS_PORT_ID, bytes],
  carrierChanges: [c.IFLA_CARRIER_CHANGES, u32],
  physicalSwitchId: [c.IFLA_PHYS_SWITCH_ID, bytes],
  linkNetnsId: [c.IFLA_LINK_NETNSID, s32],
  physicalPortName: [c.IFLA_PHYS_PORT_NAME, string],
  protoDown: [c.IFLA_PROTO_DOWN, u8],
  gsoMaxSegments: [c.IFLA_GSO_MAX_SEGS, u32],
  gsoMaxSize: [c.IFLA_GSO_MAX_SIZE, u32],
  xdp: [c.IFLA_XDP, xdpAttributes],
  event: [c.IFLA_EVENT, u32],
  newNetnsId: [c.IFLA_NEW_NETNSID, s32],
  targetNetnsId: [c.IFLA_TARGET_NETNSID, s32],
  carrierUpCount: [c.IFLA_CARRIER_UP_COUNT, u32],
  carrierDownCount: [c.IFLA_CARRIER_DOWN_COUNT, u32],
  newIndex: [c.IFLA_NEW_IFINDEX, s32],
  minMtu: [c.IFLA_MIN_MTU, u32],
  maxMtu: [c.IFLA_MAX_MTU, u32],
  alternativeNames: [c.IFLA_PROP_LIST, list(string, c.IFLA_ALT_IFNAME)],
  alternativeName: [c.IFLA_ALT_IFNAME, string],
  permanentAddress: [c.IFLA_PERM_ADDRESS, hardwareAddress],
  protoDownReason: [c.IFLA_PROTO_DOWN_REASON, protoDownReason],
  parentDeviceName: [c.IFLA_PARENT_DEV_NAME, string],
  parentDeviceBusName: [c.IFLA_PARENT_DEV_BUS_NAME, string],
  groMaxSize: [c.IFLA_GRO_MAX_SIZE, u32],
  tsoMaxSize: [c.IFLA_TSO_MAX_SIZE, u32],
  tsoMaxSegments: [c.IFLA_TSO_MAX_SEGS, u32],
  allMulti: [c.IFLA_ALLMULTI, u32],
  devlinkPort: [c.IFLA_DEVLINK_PORT, devlinkPortHandle],
  gsoIpv4MaxSize: [c.IFLA_GSO_IPV4_MAX_SIZE, u32],
  groIpv4MaxSize: [c.IFLA_GRO_IPV4_MAX_SIZE, u32],
  dpllPin: [c.IFLA_DPLL_PIN, dpllPinHandle],
  maxPacingOffloadHorizon: [c.IFLA_MAX_PACING_OFFLOAD_HORIZON, uint],
  netnsImmutable: [c.IFLA_NETNS_IMMUTABLE, u8],
  headroom: [c.IFLA_HEADROOM, u16],
  tailroom: [c.IFLA_TAILROOM, u16],
};

/** `IFLA_INFO_*` without what each kind defines. */
interface BriefInfo extends Attributes {
  kind?: string;
  slaveKind?: string;
}

const briefInfo: Codec<BriefInfo> = attributes<BriefInfo>({
  kind: [c.IFLA_INFO_KIND, kindText],
  slaveKind: [c.IFLA_INFO_SLAVE_KIND, string],
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
    info: [c.IFLA_LINKINFO, briefInfo],
  } as FieldsOf<BriefAttributes>, { pad: c.IFLA_PAD }) as Codec<unknown>,
) as Codec<unknown> as Codec<LinkMessage>;
