/**
 * Regions of memory of devices, and snapshots of them.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/devlink.h | linux/devlink.h}
 * @see {@link https://docs.kernel.org/networking/devlink/index.html | Devlink}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  bytes,
  type Codec,
  multi,
  u32,
  u64,
} from "../../codec/mod.ts";

/** A snapshot. */
export interface DevlinkSnapshot extends Attributes {
  /** Its number (`DEVLINK_ATTR_REGION_SNAPSHOT_ID`). */
  id?: number;
}

/** Snapshots. */
export interface DevlinkSnapshots extends Attributes {
  /** The snapshots (`DEVLINK_ATTR_REGION_SNAPSHOT`). */
  snapshot?: DevlinkSnapshot[];
}

/** A part of a region. */
export interface DevlinkChunk extends Attributes {
  /** What it contains (`DEVLINK_ATTR_REGION_CHUNK_DATA`). */
  data?: Uint8Array;
  /** Where it begins, in bytes (`DEVLINK_ATTR_REGION_CHUNK_ADDR`). */
  addr?: bigint;
  /**
   * How long it is, in bytes; requests only (`DEVLINK_ATTR_REGION_CHUNK_LEN`).
   */
  len?: bigint;
}

/** Parts of a region. */
export interface DevlinkChunks extends Attributes {
  /** The parts (`DEVLINK_ATTR_REGION_CHUNK`). */
  chunk?: DevlinkChunk[];
}

/** Codec of {@linkcode DevlinkSnapshot}. */
export const devlinkSnapshot: Codec<DevlinkSnapshot> = attributes({
  id: ["DEVLINK_ATTR_REGION_SNAPSHOT_ID", 92, u32],
});

/** Codec of {@linkcode DevlinkSnapshots}. */
export const devlinkSnapshots: Codec<DevlinkSnapshots> = attributes({
  snapshot: ["DEVLINK_ATTR_REGION_SNAPSHOT", 91, multi(devlinkSnapshot)],
});

/** Codec of {@linkcode DevlinkChunk}. */
export const devlinkChunk: Codec<DevlinkChunk> = attributes({
  data: ["DEVLINK_ATTR_REGION_CHUNK_DATA", 95, bytes],
  addr: ["DEVLINK_ATTR_REGION_CHUNK_ADDR", 96, u64],
  len: ["DEVLINK_ATTR_REGION_CHUNK_LEN", 97, u64],
}, { pad: ["DEVLINK_ATTR_PAD", 61] });

/** Codec of {@linkcode DevlinkChunks}. */
export const devlinkChunks: Codec<DevlinkChunks> = attributes({
  chunk: ["DEVLINK_ATTR_REGION_CHUNK", 94, multi(devlinkChunk)],
});
