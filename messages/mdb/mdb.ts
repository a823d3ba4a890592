/**
 * Multicast databases of bridges and VXLANs: `struct br_port_msg` and `MDBA_*`.
 * All times are in hundredths of seconds.
 *
 * Requests are {@linkcode MdbRequest}s, replies and notifications
 * {@linkcode MdbMessage}s: the kernel numbers their attributes alike.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_bridge.h | linux/if_bridge.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/bridge/br_mdb.c | net/bridge/br_mdb.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  ipAddress,
  list,
  message,
  s32,
  struct,
  u16,
  u32,
  u8,
  type WithAttributes,
} from "../codec/mod.ts";
import { type MdbEntry, mdbEntry } from "./entry.ts";
import { type MdbRouterPort, mdbRouterPorts } from "./router.ts";

/** Family header of multicast databases (`struct br_port_msg`). */
export interface MdbHeader {
  /** Address family, `AF_BRIDGE` (`family`). */
  family: number;
  /** Index of the bridge or the VXLAN device (`ifindex`). */
  index: number;
}

/** A source of a group (`MDBA_MDB_SRCATTR_*`). */
export interface MdbSource extends Attributes {
  /** Address of the source (`MDBA_MDB_SRCATTR_ADDRESS`). */
  address?: string;
  /** Time until it goes (`MDBA_MDB_SRCATTR_TIMER`). */
  timer?: number;
}

/** Attributes of an entry (`MDBA_MDB_EATTR_*`). */
export interface MdbEntryAttributes extends Attributes {
  /** Time until the entry goes (`MDBA_MDB_EATTR_TIMER`). */
  timer?: number;
  /** Sources (`MDBA_MDB_EATTR_SRC_LIST`). */
  sources?: MdbSource[];
  /**
   * 0 to exclude the sources, 1 to include them (`MDBA_MDB_EATTR_GROUP_MODE`).
   */
  groupMode?: number;
  /** The only source (`MDBA_MDB_EATTR_SOURCE`). */
  source?: string;
  /** Who added the entry, `RTPROT_*` (`MDBA_MDB_EATTR_RTPROT`). */
  protocol?: number;
  /** Remote VXLAN endpoint (`MDBA_MDB_EATTR_DST`). */
  destination?: string;
  /** Its UDP port (`MDBA_MDB_EATTR_DST_PORT`). */
  destinationPort?: number;
  /** Its network (`MDBA_MDB_EATTR_VNI`). */
  vni?: number;
  /** Index of the device to it (`MDBA_MDB_EATTR_IFINDEX`). */
  outputDevice?: number;
  /** Network of the entry (`MDBA_MDB_EATTR_SRC_VNI`). */
  sourceVni?: number;
}

/** An entry with its attributes (`MDBA_MDB_ENTRY_INFO`). */
export type MdbEntryInfo = WithAttributes<MdbEntry, MdbEntryAttributes>;

/** Attributes of replies and notifications (`MDBA_*`). */
export interface MdbAttributes extends Attributes {
  /** Entries, those of one group together (`MDBA_MDB`). */
  groups?: MdbEntryInfo[][];
  /** Ports with multicast routers (`MDBA_ROUTER`). */
  routerPorts?: MdbRouterPort[];
}

/** A reply or a notification. */
export type MdbMessage = WithAttributes<MdbHeader, MdbAttributes>;

/** A source of a group in a request (`MDBE_SRCATTR_*`). */
export interface MdbRequestSource extends Attributes {
  /** Address of the source (`MDBE_SRCATTR_ADDRESS`). */
  address?: string;
}

/** Attributes of an entry in a request (`MDBE_ATTR_*`). */
export interface MdbRequestEntryAttributes extends Attributes {
  /** The only source (`MDBE_ATTR_SOURCE`). */
  source?: string;
  /** Sources (`MDBE_ATTR_SRC_LIST`). */
  sources?: MdbRequestSource[];
  /** 0 to exclude the sources, 1 to include them (`MDBE_ATTR_GROUP_MODE`). */
  groupMode?: number;
  /** Who adds the entry, `RTPROT_*` (`MDBE_ATTR_RTPROT`). */
  protocol?: number;
  /** Remote VXLAN endpoint (`MDBE_ATTR_DST`). */
  destination?: string;
  /** Its UDP port (`MDBE_ATTR_DST_PORT`). */
  destinationPort?: number;
  /** Its network (`MDBE_ATTR_VNI`). */
  vni?: number;
  /** Index of the device to it (`MDBE_ATTR_IFINDEX`). */
  outputDevice?: number;
  /** Network of the entry (`MDBE_ATTR_SRC_VNI`). */
  sourceVni?: number;
  /** Which states to flush (`MDBE_ATTR_STATE_MASK`). */
  stateMask?: number;
}

/** Attributes of requests (`MDBA_SET_ENTRY*`, `MDBA_GET_ENTRY*`). */
export interface MdbRequestAttributes extends Attributes {
  /** The entry (`MDBA_SET_ENTRY`, `MDBA_GET_ENTRY`). */
  entry?: MdbEntry;
  /** More about it (`MDBA_SET_ENTRY_ATTRS`, `MDBA_GET_ENTRY_ATTRS`). */
  entryAttributes?: MdbRequestEntryAttributes;
}

/** A request to add, change, delete, flush or get entries. */
export type MdbRequest = WithAttributes<MdbHeader, MdbRequestAttributes>;

/** Codec of {@linkcode MdbHeader}. */
export const mdbHeader: Codec<MdbHeader> = struct({
  family: u8,
  index: u32,
});

/** Codec of {@linkcode MdbSource}. */
export const mdbSource: Codec<MdbSource> = attributes({
  address: ["MDBA_MDB_SRCATTR_ADDRESS", 1, ipAddress],
  timer: ["MDBA_MDB_SRCATTR_TIMER", 2, u32],
});

/** Codec of {@linkcode MdbEntryAttributes}. */
export const mdbEntryAttributes: Codec<MdbEntryAttributes> = attributes({
  timer: ["MDBA_MDB_EATTR_TIMER", 1, u32],
  sources: [
    "MDBA_MDB_EATTR_SRC_LIST",
    2,
    list(mdbSource, ["MDBA_MDB_SRCLIST_ENTRY", 1]),
  ],
  groupMode: ["MDBA_MDB_EATTR_GROUP_MODE", 3, u8],
  source: ["MDBA_MDB_EATTR_SOURCE", 4, ipAddress],
  protocol: ["MDBA_MDB_EATTR_RTPROT", 5, u8],
  destination: ["MDBA_MDB_EATTR_DST", 6, ipAddress],
  destinationPort: ["MDBA_MDB_EATTR_DST_PORT", 7, u16],
  vni: ["MDBA_MDB_EATTR_VNI", 8, u32],
  outputDevice: ["MDBA_MDB_EATTR_IFINDEX", 9, u32],
  sourceVni: ["MDBA_MDB_EATTR_SRC_VNI", 10, u32],
});

/** Codec of {@linkcode MdbEntryInfo}. */
export const mdbEntryInfo: Codec<MdbEntryInfo> = message(
  mdbEntry,
  mdbEntryAttributes,
);

/** Codec of {@linkcode MdbAttributes}. */
export const mdbAttributes: Codec<MdbAttributes> = attributes({
  groups: [
    "MDBA_MDB",
    1,
    list(
      list(mdbEntryInfo, ["MDBA_MDB_ENTRY_INFO", 1], { nestedFlag: false }),
      ["MDBA_MDB_ENTRY", 1],
      { nestedFlag: false },
    ),
  ],
  routerPorts: ["MDBA_ROUTER", 2, mdbRouterPorts],
});

/** Codec of {@linkcode MdbMessage}. */
export const mdbMessage: Codec<MdbMessage> = message(mdbHeader, mdbAttributes);

/** Codec of {@linkcode MdbRequestSource}. */
export const mdbRequestSource: Codec<MdbRequestSource> = attributes({
  address: ["MDBE_SRCATTR_ADDRESS", 1, ipAddress],
});

/** Codec of {@linkcode MdbRequestEntryAttributes}. */
export const mdbRequestEntryAttributes: Codec<MdbRequestEntryAttributes> =
  attributes({
    source: ["MDBE_ATTR_SOURCE", 1, ipAddress],
    sources: [
      "MDBE_ATTR_SRC_LIST",
      2,
      list(mdbRequestSource, ["MDBE_SRC_LIST_ENTRY", 1]),
    ],
    groupMode: ["MDBE_ATTR_GROUP_MODE", 3, u8],
    protocol: ["MDBE_ATTR_RTPROT", 4, u8],
    destination: ["MDBE_ATTR_DST", 5, ipAddress],
    destinationPort: ["MDBE_ATTR_DST_PORT", 6, u16],
    vni: ["MDBE_ATTR_VNI", 7, u32],
    outputDevice: ["MDBE_ATTR_IFINDEX", 8, s32],
    sourceVni: ["MDBE_ATTR_SRC_VNI", 9, u32],
    stateMask: ["MDBE_ATTR_STATE_MASK", 10, u8],
  });

/** Codec of {@linkcode MdbRequestAttributes}. */
export const mdbRequestAttributes: Codec<MdbRequestAttributes> = attributes({
  entry: ["MDBA_SET_ENTRY", 1, mdbEntry],
  entryAttributes: ["MDBA_SET_ENTRY_ATTRS", 2, mdbRequestEntryAttributes],
});

/** Codec of {@linkcode MdbRequest}. */
export const mdbRequest: Codec<MdbRequest> = message(
  mdbHeader,
  mdbRequestAttributes,
);
