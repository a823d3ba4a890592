/**
 * Reports about multicast packets that the kernel has no route for: `struct
 * rtgenmsg`, `IPMRA_CREPORT_*` and `IP6MRA_CREPORT_*`, which are numbered
 * alike.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/mroute.h | linux/mroute.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/mroute6.h | linux/mroute6.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  bytes,
  type Codec,
  ipAddress,
  message,
  struct,
  u32,
  u8,
  type WithAttributes,
} from "../codec/mod.ts";

/** Family header of reports (`struct rtgenmsg`). */
export interface CacheReportHeader {
  /** `RTNL_FAMILY_IPMR` or `RTNL_FAMILY_IP6MR` (`rtgen_family`). */
  family: number;
}

/** Attributes of reports (`IPMRA_CREPORT_*`, `IP6MRA_CREPORT_*`). */
export interface CacheReportAttributes extends Attributes {
  /** What is reported, `IGMPMSG_*` or `MRT6MSG_*` (`IPMRA_CREPORT_MSGTYPE`). */
  messageType?: number;
  /** Virtual interface that the packet came in by (`IPMRA_CREPORT_VIF_ID`). */
  virtualInterface?: number;
  /** Source of the packet (`IPMRA_CREPORT_SRC_ADDR`). */
  source?: string;
  /** Group of the packet (`IPMRA_CREPORT_DST_ADDR`). */
  destination?: string;
  /** The packet (`IPMRA_CREPORT_PKT`). */
  packet?: Uint8Array;
  /** Table of multicast routes, for IPv4 (`IPMRA_CREPORT_TABLE`). */
  table?: number;
}

/** A report about a multicast packet without a route. */
export type CacheReportMessage = WithAttributes<
  CacheReportHeader,
  CacheReportAttributes
>;

/** Codec of {@linkcode CacheReportHeader}. */
export const cacheReportHeader: Codec<CacheReportHeader> = struct({
  family: u8,
});

/** Codec of {@linkcode CacheReportAttributes}. */
export const cacheReportAttributes: Codec<CacheReportAttributes> = attributes({
  messageType: ["IPMRA_CREPORT_MSGTYPE", 1, u8],
  virtualInterface: ["IPMRA_CREPORT_VIF_ID", 2, u32],
  source: ["IPMRA_CREPORT_SRC_ADDR", 3, ipAddress],
  destination: ["IPMRA_CREPORT_DST_ADDR", 4, ipAddress],
  packet: ["IPMRA_CREPORT_PKT", 5, bytes],
  table: ["IPMRA_CREPORT_TABLE", 6, u32],
});

/** Codec of {@linkcode CacheReportMessage}. */
export const cacheReportMessage: Codec<CacheReportMessage> = message(
  cacheReportHeader,
  cacheReportAttributes,
);
