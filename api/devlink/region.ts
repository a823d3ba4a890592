/**
 * Regions of memory of devices: `devlink region`.
 *
 * @module
 */

import type { DevlinkAttributes } from "../../messages/generic/devlink/attribute_list.ts";
import {
  DEVLINK_CMD_REGION_DEL,
  DEVLINK_CMD_REGION_GET,
  DEVLINK_CMD_REGION_NEW,
  DEVLINK_CMD_REGION_READ,
} from "../../messages/generic/devlink/commands.ts";
import type { RequestOptions } from "../connection/connection.ts";
import { text, uint32 } from "../mapping/conversions.ts";
import { mapping, readOnly } from "../mapping/mapping.ts";
import { checkRequired } from "../mapping/properties.ts";
import {
  count64,
  type DevlinkObject,
  devlinkObject,
  type DevlinkPartKey,
  type DevlinkState,
  portField,
  portState,
} from "./object.ts";
import { DevlinkReader } from "./objects.ts";

/** What identifies a region. */
export interface DevlinkRegionKey extends DevlinkPartKey {
  /** Its name (`DEVLINK_ATTR_REGION_NAME`). */
  name: string;
}

/** A region. */
export interface DevlinkRegion extends DevlinkState {
  /** Number of the port, for regions of ports. */
  port?: number;
  /** Its name. */
  name?: string;
  /** Its size in bytes (`DEVLINK_ATTR_REGION_SIZE`). */
  size?: number;
  /** Numbers of its snapshots (`DEVLINK_ATTR_REGION_SNAPSHOTS`). */
  snapshots?: number[];
  /** How many it can have (`DEVLINK_ATTR_REGION_MAX_SNAPSHOTS`). */
  maxSnapshots?: number;
}

/** A snapshot of a region. */
export interface DevlinkSnapshotKey {
  /** Its number (`DEVLINK_ATTR_REGION_SNAPSHOT_ID`). */
  snapshot: number;
}

/** What to read of a region. */
export interface DevlinkRegionPart {
  /**
   * Number of the snapshot; without, the region itself is read, where the
   * driver can do that (`DEVLINK_ATTR_REGION_SNAPSHOT_ID`).
   */
  snapshot?: number;
  /**
   * Where to begin, in bytes (`DEVLINK_ATTR_REGION_CHUNK_ADDR`).
   *
   * @default {0}
   */
  address?: number;
  /** How many bytes; all by default (`DEVLINK_ATTR_REGION_CHUNK_LEN`). */
  length?: number;
}

/** Regions. */
export const devlinkRegion: DevlinkObject<DevlinkRegion, DevlinkRegionKey> =
  devlinkObject({
    noun: "devlink region",
    get: DEVLINK_CMD_REGION_GET,
    add: DEVLINK_CMD_REGION_NEW,
    delete: DEVLINK_CMD_REGION_DEL,
    key: () => ({ ...portField, name: ["regionName", text] }),
    required: ["name"],
    fields: () => ({
      ...portState,
      name: readOnly("regionName", text),
      size: readOnly("regionSize", count64),
      snapshots: readOnly("regionSnapshots", {
        fromKernel: ({ snapshot = [] }) => snapshot.map(({ id = 0 }) => id),
      }),
      maxSnapshots: readOnly("regionMaxSnapshots", uint32),
    }),
  });

const part = mapping<DevlinkRegionPart, DevlinkAttributes>(() => ({
  snapshot: ["regionSnapshotId", uint32],
  address: ["regionChunkAddr", count64],
  length: ["regionChunkLen", count64],
}));

/** Regions of memory of devices: `devlink region`. */
export class DevlinkRegions
  extends DevlinkReader<DevlinkRegion, DevlinkRegionKey> {
  /**
   * Takes a snapshot of a region.
   *
   * @param key The region.
   * @param options How to ask, and the number that it is to have; the kernel
   * chooses one if it is missing.
   * @returns The number of the snapshot.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {NetlinkError} If there is one with this number (`EEXIST`), there
   * are too many (`ENOSPC`), or the driver cannot take one (`EOPNOTSUPP`).
   */
  async takeSnapshot(
    key: DevlinkRegionKey,
    options: RequestOptions & Partial<DevlinkSnapshotKey> = {},
  ): Promise<number> {
    const { snapshot, ...rest } = options;
    const [reply] = await this.send(
      "take snapshot of devlink region",
      DEVLINK_CMD_REGION_NEW,
      key,
      rest,
      (fieldPath) =>
        snapshot === undefined ? {} : part.toKernel({ snapshot }, fieldPath),
    );
    return snapshot ?? reply?.attributes.regionSnapshotId ?? 0;
  }

  /**
   * Deletes a snapshot.
   *
   * @param key The region.
   * @param which The snapshot.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {NetlinkError} If there is none (`EINVAL`).
   */
  async deleteSnapshot(
    key: DevlinkRegionKey,
    which: DevlinkSnapshotKey,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.requests.send(
      "delete snapshot of devlink region",
      DEVLINK_CMD_REGION_DEL,
      (fieldPath) => {
        checkRequired(which, ["snapshot"], fieldPath);
        return {
          ...devlinkRegion.keyOf(key, fieldPath),
          ...part.toKernel(which, fieldPath),
        };
      },
      options,
    );
  }

  /**
   * Reads a region, or a snapshot of it.
   *
   * @param key The region.
   * @param what What to read.
   * @param options How to ask.
   * @returns What it contains.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {NetlinkError} If there is no such region or snapshot (`EINVAL`),
   * or the region cannot be read without one (`EOPNOTSUPP`).
   */
  async read(
    key: DevlinkRegionKey,
    what: DevlinkRegionPart = {},
    options: RequestOptions = {},
  ): Promise<Uint8Array> {
    const wanted = { ...what };
    if (wanted.length !== undefined) wanted.address ??= 0;
    else if (wanted.address !== undefined) {
      const { size = 0 } = await this.get(key, options);
      wanted.length = Math.max(0, size - wanted.address);
    }
    const messages = this.requests.dump(
      "read devlink region",
      DEVLINK_CMD_REGION_READ,
      (fieldPath) => ({
        ...devlinkRegion.keyOf(key, fieldPath),
        ...part.toKernel(wanted, fieldPath),
        ...wanted.snapshot === undefined && { regionDirect: true },
      }),
      options,
    );
    const chunks: Uint8Array[] = [];
    for await (const { attributes } of messages) {
      for (const { data } of attributes.regionChunks?.chunk ?? []) {
        if (data !== undefined) chunks.push(data);
      }
    }
    return joined(chunks);
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
