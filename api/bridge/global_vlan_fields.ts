/**
 * Options of VLANs that bridges have, in people's and in the kernel's terms.
 *
 * @module
 */

import type { VlanGlobalOptions } from "../../messages/vlan_database/vlan_database.ts";
import {
  boolean,
  centiseconds64,
  uint16,
  uint32,
  uint8,
} from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { conditions } from "../mapping/conditions.ts";
import { type Filter, filter } from "../mapping/filter.ts";
import {
  type Conversion,
  type Mapping,
  mapping,
  readOnly,
  within,
} from "../mapping/mapping.ts";
import {
  type NumberRange,
  overlap,
  type Range,
  type TypedRange,
} from "./ranges.ts";
import { vlanRange } from "./vlan_fields.ts";

/** Options of VLANs that a bridge has. Times are in seconds. */
export interface GlobalVlanSpec {
  /** The bridge. */
  device: Device;
  /** The VLAN, or a range of them (`BRIDGE_VLANDB_GOPTS_ID`). */
  vlan: TypedRange;
  /** Whether multicast is snooped on (`BRIDGE_VLANDB_GOPTS_MCAST_SNOOPING`). */
  multicastSnooping?: boolean;
  /** Whether the bridge sends queries (`BRIDGE_VLANDB_GOPTS_MCAST_QUERIER`). */
  multicastQuerier?: boolean;
  /** Version of IGMP (`BRIDGE_VLANDB_GOPTS_MCAST_IGMP_VERSION`). */
  multicastIgmpVersion?: number;
  /** Version of MLD (`BRIDGE_VLANDB_GOPTS_MCAST_MLD_VERSION`). */
  multicastMldVersion?: number;
  /**
   * Queries after the last member has left
   * (`BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_CNT`).
   */
  multicastLastMemberCount?: number;
  /**
   * Seconds between these queries
   * (`BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_INTVL`).
   */
  multicastLastMemberInterval?: number;
  /** Queries at startup (`BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_CNT`). */
  multicastStartupQueryCount?: number;
  /**
   * Seconds between these queries
   * (`BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_INTVL`).
   */
  multicastStartupQueryInterval?: number;
  /**
   * Seconds after which a group has no members
   * (`BRIDGE_VLANDB_GOPTS_MCAST_MEMBERSHIP_INTVL`).
   */
  multicastMembershipInterval?: number;
  /**
   * Seconds after which another querier has gone
   * (`BRIDGE_VLANDB_GOPTS_MCAST_QUERIER_INTVL`).
   */
  multicastQuerierInterval?: number;
  /** Seconds between queries (`BRIDGE_VLANDB_GOPTS_MCAST_QUERY_INTVL`). */
  multicastQueryInterval?: number;
  /**
   * Most seconds until members answer
   * (`BRIDGE_VLANDB_GOPTS_MCAST_QUERY_RESPONSE_INTVL`).
   */
  multicastQueryResponseInterval?: number;
  /** The spanning tree that the VLAN is in (`BRIDGE_VLANDB_GOPTS_MSTI`). */
  mstInstance?: number;
}

/** VLANs of a bridge whose options are alike. */
export interface GlobalVlan extends GlobalVlanSpec {
  /** Index of the bridge. */
  device: number;
  /** The VLAN, or a range of them. */
  vlan: NumberRange;
  /**
   * Indices of the ports with multicast routers
   * (`BRIDGE_VLANDB_GOPTS_MCAST_ROUTER_PORTS`).
   */
  readonly multicastRouterPorts?: number[];
}

/** Which VLANs to list; what is not given does not matter. */
export interface GlobalVlanFilter {
  /** VLANs of this bridge. */
  device?: Device;
  /** VLANs, or ranges, that have one of these. */
  vlan?: TypedRange;
}

/** VLANs of a bridge in the kernel's terms. */
export interface GlobalPart {
  /** Index of the bridge. */
  index: number;
  /** Their numbers. */
  vlans: Range;
  /** Their options. */
  options: VlanGlobalOptions;
}

function blankGlobal(): GlobalPart {
  return { index: 0, vlans: { first: 0, last: 0 }, options: {} };
}

/** How options of VLANs are read and written. */
export const fields: Mapping<GlobalVlan, GlobalPart> = mapping({
  device: ["index", device as Conversion<number, number>],
  vlan: ["vlans", vlanRange as Conversion<NumberRange, Range>],
  ...within<GlobalPart, "options", Omit<GlobalVlan, "device" | "vlan">>(
    "options",
    {
      multicastSnooping: boolean,
      multicastQuerier: boolean,
      multicastIgmpVersion: uint8,
      multicastMldVersion: uint8,
      multicastLastMemberCount: uint32,
      multicastLastMemberInterval: centiseconds64,
      multicastStartupQueryCount: uint32,
      multicastStartupQueryInterval: centiseconds64,
      multicastMembershipInterval: centiseconds64,
      multicastQuerierInterval: centiseconds64,
      multicastQueryInterval: centiseconds64,
      multicastQueryResponseInterval: centiseconds64,
      mstInstance: uint16,
      multicastRouterPorts: readOnly("multicastRouterPorts", {
        fromKernel: ({ ports = [] }) => ports.map(({ port }) => port),
      }),
    },
  ),
}, blankGlobal);

const { equal, where } = conditions<GlobalPart>();

/** How {@linkcode GlobalVlanFilter} is put into the kernel's terms. */
export const globalFilter: Filter<GlobalVlanFilter, GlobalPart> = filter({
  device: equal("index", device),
  vlan: where({
    value: vlanRange,
    reads: ["vlans"],
    accepts: (wanted) => (vlans) => overlap(vlans, wanted),
  }),
}, blankGlobal);

/**
 * Options of VLANs in the kernel's terms.
 *
 * @param index Index of the bridge.
 * @param entry What the kernel reports.
 * @returns The options.
 */
export function partOf(
  index: number,
  { id = 0, range = id, ...options }: VlanGlobalOptions,
): GlobalPart {
  return { index, vlans: { first: id, last: range }, options };
}
