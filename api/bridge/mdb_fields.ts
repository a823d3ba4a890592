/**
 * Entries of multicast databases, in people's and in the kernel's terms.
 *
 * @module
 */

import { FILTER_MODES } from "../../messages/mdb/constants.ts";
import {
  ETH_P_IP,
  ETH_P_IPV6,
} from "../../messages/link/constants_hardware.ts";
import * as c from "../../messages/mdb/constants.ts";
import type { MdbEntryInfo } from "../../messages/mdb/mdb.ts";
import { hardware, ip } from "../mapping/address_conversions.ts";
import {
  checkBoolean,
  integer,
  listOf,
  uint16,
} from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { enumeration } from "../mapping/enumerations.ts";
import { conditions } from "../mapping/conditions.ts";
import { type Filter, filter } from "../mapping/filter.ts";
import {
  type Conversion,
  type Mapping,
  mapping,
  readFrom,
  readOnly,
  unlessZero,
  within,
} from "../mapping/mapping.ts";
import { type RouteProtocol, routeProtocol } from "../mapping/routing_names.ts";

/** What identifies an entry of a multicast database. */
export interface MulticastEntryKey {
  /** The bridge, or the VXLAN device (`ifindex` of `br_port_msg`). */
  bridge: Device;
  /**
   * The port; the bridge itself if its host has joined, and the device itself
   * for VXLAN (`ifindex` of `br_mdb_entry`).
   */
  port: Device;
  /** The group: an IP or a hardware address (`addr`). */
  group: string;
  /** VLAN of the entry (`vid`). */
  vlan?: number;
  /** The only source (`MDBE_ATTR_SOURCE`). */
  source?: string;
  /** Address of a remote VXLAN endpoint (`MDBE_ATTR_DST`). */
  destination?: string;
  /** Its UDP port (`MDBE_ATTR_DST_PORT`). */
  destinationPort?: number;
  /** Its network (`MDBE_ATTR_VNI`). */
  vni?: number;
  /** Device to it (`MDBE_ATTR_IFINDEX`). */
  outputDevice?: Device;
  /** Network of the entry (`MDBE_ATTR_SRC_VNI`). */
  sourceVni?: number;
}

/** An entry to be added to a multicast database. */
export interface MulticastEntrySpec extends MulticastEntryKey {
  /** Whether the entry stays (`MDB_PERMANENT`). */
  permanent?: boolean;
  /** Whether its sources are included or excluded (`MDBE_ATTR_GROUP_MODE`). */
  filterMode?: keyof typeof FILTER_MODES | number;
  /** Its sources (`MDBE_ATTR_SRC_LIST`). */
  sources?: readonly string[];
  /** Who adds the entry (`MDBE_ATTR_RTPROT`). */
  protocol?: RouteProtocol;
}

/** An entry of a multicast database. */
export interface MulticastEntry extends MulticastEntrySpec {
  /** Index of the bridge. */
  bridge: number;
  /** Index of the port. */
  port: number;
  /** Whether the entry stays. */
  permanent: boolean;
  /** Seconds until it goes (`MDBA_MDB_EATTR_TIMER`). */
  readonly timer?: number;
  /** Whether hardware forwards as well (`MDB_FLAGS_OFFLOAD`). */
  readonly offloaded?: boolean;
  /** Whether packets of the source are not forwarded (`MDB_FLAGS_BLOCKED`). */
  readonly blocked?: boolean;
}

/** Which entries of a bridge or a VXLAN device to flush. */
export type MulticastEntrySelection =
  & Pick<MulticastEntryKey, "bridge">
  & Partial<
    Pick<
      MulticastEntrySpec,
      | "port"
      | "vlan"
      | "permanent"
      | "protocol"
      | "destination"
      | "destinationPort"
      | "vni"
      | "sourceVni"
    >
  >;

/** What entries that are flushed can be selected by. */
export const SELECTED: ReadonlySet<string> = new Set(
  Object.keys(
    {
      bridge: true,
      port: true,
      vlan: true,
      permanent: true,
      protocol: true,
      destination: true,
      destinationPort: true,
      vni: true,
      sourceVni: true,
    } satisfies Record<keyof MulticastEntrySelection, true>,
  ),
);

/** Which entries to list; what is not given does not matter. */
export interface MulticastEntryFilter {
  /** Entries of this bridge or VXLAN device. */
  bridge?: Device;
  /** Entries of this port. */
  port?: Device;
  /** Entries of this group. */
  group?: string;
  /** Entries of this VLAN. */
  vlan?: number;
  /** Entries of this source. */
  source?: string;
  /** Entries of this network of a VXLAN device. */
  sourceVni?: number;
}

/** The largest number of a VLAN. */
const MOST_VLAN = 4094;
/** The largest number of a network. */
const MOST_NETWORK = 0xffffff;

/** An entry in the kernel's terms. */
export interface EntryPart {
  /** Index of the bridge. */
  index: number;
  /** The entry. */
  info: MdbEntryInfo;
}

/**
 * An entry that is none yet.
 *
 * @returns The entry.
 */
export function blankEntry(): EntryPart {
  return {
    index: 0,
    info: {
      port: 0,
      state: 0,
      flags: 0,
      vlan: 0,
      group: { address: "00:00:00:00:00:00", protocol: 0 },
      attributes: {},
    },
  };
}

type Group = MdbEntryInfo["group"];

const group: Conversion<string, Group> = {
  fromKernel: ({ address }) => address,
  toKernel: (value, fieldPath) => {
    if (/^[\da-f]{2}(:[\da-f]{2}){5}$/i.test(value)) {
      return { address: hardware.toKernel(value, fieldPath)!, protocol: 0 };
    }
    const address = ip.toKernel(value, fieldPath)!;
    const protocol = address.includes(":") ? ETH_P_IPV6 : ETH_P_IP;
    return { address, protocol };
  },
};

const vlan = integer(0, MOST_VLAN);
const network = integer(0, MOST_NETWORK);

const sources: Conversion<string[], string[]> = listOf(ip);

type Attributes = MdbEntryInfo["attributes"];

const attributes = within<
  MdbEntryInfo,
  "attributes",
  Pick<
    MulticastEntry,
    | "source"
    | "destination"
    | "destinationPort"
    | "vni"
    | "outputDevice"
    | "sourceVni"
    | "filterMode"
    | "sources"
    | "protocol"
    | "timer"
  >
>("attributes", {
  source: ip,
  destination: ip,
  destinationPort: uint16,
  vni: network,
  outputDevice: device,
  sourceVni: network,
  filterMode: ["groupMode", enumeration(FILTER_MODES, 8)],
  sources: readFrom<string[], Attributes, "sources">(
    "sources",
    (list) => list.flatMap(({ address }) => address ?? []),
    (data, value, fieldPath) => {
      const addresses = sources.toKernel(value, fieldPath) ?? [];
      data.sources = addresses.map((address) => ({ address }));
    },
  ),
  protocol: routeProtocol,
  timer: readOnly("timer", { fromKernel: (ticks: number) => ticks / 100 }),
});

/** How entries are read and written. */
export const fields: Mapping<MulticastEntry, EntryPart> = mapping({
  bridge: ["index", device as Conversion<number, number>],
  ...within<EntryPart, "info", Omit<MulticastEntry, "bridge">>("info", {
    port: device as Conversion<number, number>,
    group: group,
    vlan: unlessZero("vlan", vlan),
    permanent: readFrom<boolean, MdbEntryInfo, "state">(
      "state",
      (state) => (state & c.MDB_PERMANENT) !== 0,
      (info, value, fieldPath) => {
        info.state = checkBoolean(value, fieldPath) ? c.MDB_PERMANENT : 0;
      },
    ),
    ...attributes,
    offloaded: readOnly("flags", {
      fromKernel: (flags: number): boolean | undefined =>
        (flags & c.MDB_FLAGS_OFFLOAD) !== 0 ? true : undefined,
    }),
    blocked: readOnly("flags", {
      fromKernel: (flags: number): boolean | undefined =>
        (flags & c.MDB_FLAGS_BLOCKED) !== 0 ? true : undefined,
    }),
  }),
}, blankEntry);

const { equal, where } = conditions<EntryPart>();

/** How {@linkcode MulticastEntryFilter} is put into the kernel's terms. */
export const entryFilter: Filter<MulticastEntryFilter, EntryPart> = filter({
  bridge: equal("index", device),
  port: where({
    value: device,
    reads: ["info"],
    accepts: (wanted) => ({ port }) => port === wanted,
  }),
  group: where({
    value: group,
    reads: ["info"],
    accepts: ({ address }) => ({ group }) => group.address === address,
  }),
  vlan: where({
    value: vlan,
    reads: ["info"],
    accepts: (wanted) => ({ vlan }) => vlan === wanted,
  }),
  source: where({
    value: ip,
    reads: ["info"],
    accepts: (wanted) => ({ attributes: { source } }) => source === wanted,
  }),
  sourceVni: where({
    value: network,
    reads: ["info"],
    accepts: (wanted) => ({ attributes: { sourceVni } }) =>
      sourceVni === wanted,
  }),
}, blankEntry);
