/**
 * Sampled packets, family `psample`.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/tc-sample.8.html | tc-sample(8)}
 *
 * @module
 */

import type { GenericMessage } from "../../messages/generic/header.ts";
import {
  PSAMPLE_CMD_DEL_GROUP,
  PSAMPLE_CMD_GET_GROUP,
  PSAMPLE_CMD_NEW_GROUP,
  PSAMPLE_CMD_SAMPLE,
  PSAMPLE_GENL_NAME,
  PSAMPLE_GENL_VERSION,
  PSAMPLE_NL_MCGRP_CONFIG_NAME,
  PSAMPLE_NL_MCGRP_SAMPLE_NAME,
  type PsampleAttributes,
  psampleAttributes,
  type PsampleTunnel,
} from "../../messages/generic/psample.ts";
import type { DumpOptions } from "../connection/connection.ts";
import type { FamilyDefinition } from "../connection/generic_family.ts";
import type { Listing } from "../connection/listing.ts";
import { conditions } from "../mapping/conditions.ts";
import {
  binary,
  nanoseconds64,
  number,
  uint32,
  uint64,
  wideNumber,
} from "../mapping/conversions.ts";
import { type Field, readOnly } from "../mapping/mapping.ts";
import { type FamilyWatch, ReportingFamily } from "./family_monitor.ts";
import {
  type FamilyObject,
  familyObject,
  type ReadFrom,
} from "./family_object.ts";
import { FamilyList } from "./family_objects.ts";
import { type Report, reportsOf } from "./family_reports.ts";

/** A group that packets are sampled for. */
export interface SampleGroup extends ReadFrom<PsampleAttributes> {
  /** Its number (`PSAMPLE_ATTR_SAMPLE_GROUP`). */
  group: number;
  /** Number of its latest sample (`PSAMPLE_ATTR_GROUP_SEQ`). */
  sequence?: number;
  /** How many use it (`PSAMPLE_ATTR_GROUP_REFCOUNT`). */
  users?: number;
}

/** A sampled packet. */
export interface PacketSample extends ReadFrom<PsampleAttributes> {
  /** Number of the group (`PSAMPLE_ATTR_SAMPLE_GROUP`). */
  group: number;
  /**
   * Number of the sample in its group, where gaps mean that some are lost
   * (`PSAMPLE_ATTR_GROUP_SEQ`).
   */
  sequence?: number;
  /** One packet in so many is sampled (`PSAMPLE_ATTR_SAMPLE_RATE`). */
  rate?: number;
  /**
   * How likely a packet is sampled, between 0 and 1
   * (`PSAMPLE_ATTR_SAMPLE_PROBABILITY`).
   */
  probability?: number;
  /** Index of the link that it came in through (`PSAMPLE_ATTR_IIFINDEX`). */
  inputDevice?: number;
  /** Index of the link that it goes out through (`PSAMPLE_ATTR_OIFINDEX`). */
  outputDevice?: number;
  /** Bytes of the packet (`PSAMPLE_ATTR_ORIGSIZE`). */
  length?: number;
  /** The packet, or the beginning of it (`PSAMPLE_ATTR_DATA`). */
  data?: Uint8Array;
  /** Protocol, `ETH_P_*` (`PSAMPLE_ATTR_PROTO`). */
  protocol?: number;
  /** Traffic class that it goes out in (`PSAMPLE_ATTR_OUT_TC`). */
  trafficClass?: number;
  /** Bytes that wait in that class (`PSAMPLE_ATTR_OUT_TC_OCC`). */
  queuedBytes?: number;
  /** Seconds that it was in the device (`PSAMPLE_ATTR_LATENCY`). */
  latency?: number;
  /** When it was sampled, in nanoseconds (`PSAMPLE_ATTR_TIMESTAMP`). */
  timestamp?: bigint;
  /**
   * Bytes that the one who asked for samples has chosen
   * (`PSAMPLE_ATTR_USER_COOKIE`).
   */
  cookie?: Uint8Array;
  /** The tunnel that it came through (`PSAMPLE_ATTR_TUNNEL`). */
  tunnel?: PsampleTunnel;
}

/** Which groups to list; what is not given does not matter. */
export interface SampleGroupFilter {
  /** The group of this number. */
  group?: number;
}

const basics = {
  family: PSAMPLE_GENL_NAME,
  version: PSAMPLE_GENL_VERSION,
  codec: psampleAttributes,
  get: PSAMPLE_CMD_GET_GROUP,
} as const;

const { equal } = conditions<GenericMessage<PsampleAttributes>>();

const sampleGroup: FamilyObject<
  SampleGroup,
  PsampleAttributes,
  SampleGroupFilter
> = familyObject({
  ...basics,
  noun: "groups of samples",
  fields: () => ({
    group: readOnly("sampleGroup", number),
    sequence: readOnly("groupSeq", number),
    users: readOnly("groupRefcount", number),
  }),
  filter: () => ({ group: equal("attributes.sampleGroup", uint32) }),
});

/** Links whose index is 0 are none. */
const link = { fromKernel: (index: number) => index || undefined };

/** The rate, whose meaning depends on a flag. */
function rateOf(
  read: (rate: number, isProbability: boolean) => number | undefined,
): Field<number, PsampleAttributes> {
  return {
    from: ["sampleRate", "sampleProbability"],
    read: ({ sampleRate, sampleProbability }) =>
      sampleRate === undefined
        ? undefined
        : read(sampleRate, sampleProbability === true),
    write: () => {},
    readOnly: true,
  };
}

const MAX_RATE = 0xffffffff;

const packetSample: FamilyObject<
  PacketSample,
  PsampleAttributes,
  Record<never, never>
> = familyObject({
  ...basics,
  noun: "samples",
  fields: () => ({
    group: readOnly("sampleGroup", number),
    sequence: readOnly("groupSeq", number),
    rate: rateOf((rate, isProbability) => isProbability ? undefined : rate),
    probability: rateOf((rate, isProbability) =>
      isProbability ? rate / MAX_RATE : undefined
    ),
    inputDevice: readOnly("iifindex", link),
    outputDevice: readOnly("oifindex", link),
    length: readOnly("origsize", number),
    data: readOnly("data", binary),
    protocol: readOnly("proto", number),
    trafficClass: readOnly("outTc", number),
    queuedBytes: readOnly("outTcOcc", wideNumber),
    latency: readOnly("latency", nanoseconds64),
    timestamp: readOnly("timestamp", uint64),
    cookie: readOnly("userCookie", binary),
    tunnel: readOnly<PsampleTunnel, PsampleAttributes, "tunnel">("tunnel", {
      fromKernel: (tunnel) => tunnel,
    }),
  }),
  filter: () => ({}),
});

/** What each report of the family `psample` has. */
export interface SampleReports {
  /** A packet was sampled (`PSAMPLE_CMD_SAMPLE`). */
  sample: PacketSample;
  /** There is a new group (`PSAMPLE_CMD_NEW_GROUP`). */
  "group-added": SampleGroup;
  /** A group is gone (`PSAMPLE_CMD_DEL_GROUP`). */
  "group-deleted": SampleGroup;
}

/** A report of the family `psample`. */
export type SampleEvent = Report<SampleReports>;

/**
 * Sampled packets, and the groups that they are sampled for.
 *
 * @example Look at one packet in a hundred
 * ```ts ignore
 * // tc filter add dev eth0 ingress matchall action sample rate 100 group 5
 * for await (const event of await generic.psample.monitor()) {
 *   if (event.kind === "sample") console.log(event.value.data);
 * }
 * ```
 */
export class PacketSamples
  extends ReportingFamily<PsampleAttributes, SampleEvent> {
  /** The family. */
  protected override readonly definition: FamilyDefinition<PsampleAttributes> =
    sampleGroup.definition;
  /** What it reports. */
  protected override readonly watch: FamilyWatch<SampleEvent> = {
    group: [PSAMPLE_NL_MCGRP_SAMPLE_NAME, PSAMPLE_NL_MCGRP_CONFIG_NAME],
    read: reportsOf<SampleReports>({
      "sample": [PSAMPLE_CMD_SAMPLE, packetSample],
      "group-added": [PSAMPLE_CMD_NEW_GROUP, sampleGroup],
      "group-deleted": [PSAMPLE_CMD_DEL_GROUP, sampleGroup],
    }),
  };
  readonly #groups = new FamilyList(this.requests, sampleGroup);

  /**
   * Lists the groups that packets are sampled for.
   *
   * @param filter Which ones.
   * @param options How to ask.
   * @returns The groups.
   * @throws {TypeError} If a condition is wrong.
   * @throws {NetlinkError} If the kernel has no such family (`ENOENT`).
   */
  listGroups(
    filter: SampleGroupFilter = {},
    options: DumpOptions = {},
  ): Listing<SampleGroup> {
    return this.#groups.list(filter, options);
  }
}
