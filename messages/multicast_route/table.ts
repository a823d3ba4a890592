/**
 * Tables of multicast routes and their virtual interfaces: `IPMRA_TABLE_*`,
 * which `RTM_GETLINK` of the family `RTNL_FAMILY_IPMR` reports in
 * `IFLA_AF_SPEC`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/mroute.h | linux/mroute.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/ipv4/ipmr.c | net/ipv4/ipmr.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  ipv4Address,
  list,
  s32,
  u16,
  u32,
  u64,
  u8,
} from "../codec/mod.ts";

/** A virtual interface (`IPMRA_VIFA_*`). */
export interface MulticastInterface extends Attributes {
  /** Index of the device (`IPMRA_VIFA_IFINDEX`). */
  index?: number;
  /** Number of the virtual interface (`IPMRA_VIFA_VIF_ID`). */
  id?: number;
  /** Flags, `VIFF_*` (`IPMRA_VIFA_FLAGS`). */
  flags?: number;
  /** Bytes received (`IPMRA_VIFA_BYTES_IN`). */
  bytesIn?: bigint;
  /** Bytes sent (`IPMRA_VIFA_BYTES_OUT`). */
  bytesOut?: bigint;
  /** Packets received (`IPMRA_VIFA_PACKETS_IN`). */
  packetsIn?: bigint;
  /** Packets sent (`IPMRA_VIFA_PACKETS_OUT`). */
  packetsOut?: bigint;
  /** Local address (`IPMRA_VIFA_LOCAL_ADDR`). */
  local?: string;
  /** Address of the tunnel's other end (`IPMRA_VIFA_REMOTE_ADDR`). */
  remote?: string;
}

/** A table of multicast routes (`IPMRA_TABLE_*`). */
export interface MulticastTable extends Attributes {
  /** Number of the table (`IPMRA_TABLE_ID`). */
  table?: number;
  /** How many packets wait for a route (`IPMRA_TABLE_CACHE_RES_QUEUE_LEN`). */
  waiting?: number;
  /**
   * The virtual interface for registrations, -1 for none
   * (`IPMRA_TABLE_MROUTE_REG_VIF_NUM`).
   */
  registration?: number;
  /** 1 if asserts are reported (`IPMRA_TABLE_MROUTE_DO_ASSERT`). */
  assert?: number;
  /** 1 if PIM is spoken (`IPMRA_TABLE_MROUTE_DO_PIM`). */
  pim?: number;
  /**
   * 1 if packets of wrong interfaces are reported whole
   * (`IPMRA_TABLE_MROUTE_DO_WRVIFWHOLE`).
   */
  wrongWhole?: number;
  /** Virtual interfaces (`IPMRA_TABLE_VIFS`). */
  interfaces?: MulticastInterface[];
}

/** Codec of {@linkcode MulticastInterface}. */
export const multicastInterface: Codec<MulticastInterface> = attributes({
  index: ["IPMRA_VIFA_IFINDEX", 1, u32],
  id: ["IPMRA_VIFA_VIF_ID", 2, u32],
  flags: ["IPMRA_VIFA_FLAGS", 3, u16],
  bytesIn: ["IPMRA_VIFA_BYTES_IN", 4, u64],
  bytesOut: ["IPMRA_VIFA_BYTES_OUT", 5, u64],
  packetsIn: ["IPMRA_VIFA_PACKETS_IN", 6, u64],
  packetsOut: ["IPMRA_VIFA_PACKETS_OUT", 7, u64],
  local: ["IPMRA_VIFA_LOCAL_ADDR", 8, ipv4Address],
  remote: ["IPMRA_VIFA_REMOTE_ADDR", 9, ipv4Address],
}, { nestedFlag: false, pad: ["IPMRA_VIFA_PAD", 10] });

/** Codec of {@linkcode MulticastTable}. */
export const multicastTable: Codec<MulticastTable> = attributes(
  {
    table: ["IPMRA_TABLE_ID", 1, u32],
    waiting: ["IPMRA_TABLE_CACHE_RES_QUEUE_LEN", 2, u32],
    registration: ["IPMRA_TABLE_MROUTE_REG_VIF_NUM", 3, s32],
    assert: ["IPMRA_TABLE_MROUTE_DO_ASSERT", 4, u8],
    pim: ["IPMRA_TABLE_MROUTE_DO_PIM", 5, u8],
    wrongWhole: ["IPMRA_TABLE_MROUTE_DO_WRVIFWHOLE", 7, u8],
    interfaces: [
      "IPMRA_TABLE_VIFS",
      6,
      list(multicastInterface, ["IPMRA_VIF", 1], { nestedFlag: false }),
    ],
  },
  { nestedFlag: false },
);
