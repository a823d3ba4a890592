/**
 * Options of VLANs that bridges have: `bridge vlan global`.
 *
 * @module
 */

import { AF_BRIDGE } from "../../messages/families.ts";
import {
  BRIDGE_VLANDB_DUMPF_GLOBAL,
  RTM_GETVLAN,
  RTM_NEWVLAN,
} from "../../messages/vlan_database/constants.ts";
import {
  type VlanDatabaseMessage,
  vlanDatabaseMessage,
  vlanDatabaseRequest,
  type VlanGlobalOptions,
} from "../../messages/vlan_database/vlan_database.ts";
import type { Connection, RequestOptions } from "../connection/connection.ts";
import { NO_OPTIONS } from "../connection/direct.ts";
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
import { checkRequired } from "../mapping/properties.ts";
import type { Verb } from "../verbs.ts";
import { Parts, parts } from "./parts.ts";
import { Changes } from "./requests.ts";
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

/** Which VLANs to list; what is missing lets all pass. */
export interface GlobalVlanFilter {
  /** VLANs of this bridge. */
  device?: Device;
  /** VLANs, or ranges, that have one of these. */
  vlan?: TypedRange;
}

/** VLANs of a bridge in the kernel's terms. */
interface GlobalPart {
  index: number;
  vlans: Range;
  options: VlanGlobalOptions;
}

function blankGlobal(): GlobalPart {
  return { index: 0, vlans: { first: 0, last: 0 }, options: {} };
}

const fields: Mapping<GlobalVlan, GlobalPart> = mapping<
  GlobalVlan,
  GlobalPart
>({
  device: ["index", device as Conversion<number, number>],
  vlan: ["vlans", vlanRange as Conversion<NumberRange, Range>],
  ...within<GlobalPart, "options", Omit<GlobalVlan, "device" | "vlan">>(
    "options",
    {
      multicastSnooping: ["multicastSnooping", boolean],
      multicastQuerier: ["multicastQuerier", boolean],
      multicastIgmpVersion: ["multicastIgmpVersion", uint8],
      multicastMldVersion: ["multicastMldVersion", uint8],
      multicastLastMemberCount: ["multicastLastMemberCount", uint32],
      multicastLastMemberInterval: [
        "multicastLastMemberInterval",
        centiseconds64,
      ],
      multicastStartupQueryCount: ["multicastStartupQueryCount", uint32],
      multicastStartupQueryInterval: [
        "multicastStartupQueryInterval",
        centiseconds64,
      ],
      multicastMembershipInterval: [
        "multicastMembershipInterval",
        centiseconds64,
      ],
      multicastQuerierInterval: ["multicastQuerierInterval", centiseconds64],
      multicastQueryInterval: ["multicastQueryInterval", centiseconds64],
      multicastQueryResponseInterval: [
        "multicastQueryResponseInterval",
        centiseconds64,
      ],
      mstInstance: ["mstInstance", uint16],
      multicastRouterPorts: readOnly("multicastRouterPorts", {
        fromKernel: ({ ports = [] }) => ports.map(({ port }) => port),
      }),
    },
  ),
}, blankGlobal);

const { equal, where } = conditions<GlobalPart>();

const globalFilter: Filter<GlobalVlanFilter, GlobalPart> = filter<
  GlobalVlanFilter,
  GlobalPart
>({
  device: equal("index", device),
  vlan: where({
    value: vlanRange,
    reads: ["vlans"],
    accepts: (wanted) => (vlans) => overlap(vlans, wanted),
  }),
}, blankGlobal);

const setting: Verb<GlobalVlanSpec, VlanDatabaseMessage> = {
  type: RTM_NEWVLAN,
  codec: vlanDatabaseMessage,
  write: (spec, fieldPath) => {
    const { index, vlans: { first, last }, options } = fields.toKernel(
      spec as GlobalVlan,
      fieldPath,
    );
    checkRequired(spec, ["device", "vlan"], fieldPath);
    const whole = {
      id: first,
      ...last !== first && { range: last },
      ...options,
    };
    return { family: AF_BRIDGE, index, attributes: { globalOptions: [whole] } };
  },
};

const listing = parts({
  question: () => ({
    type: RTM_GETVLAN,
    codec: vlanDatabaseRequest,
    message: {
      family: AF_BRIDGE,
      index: 0,
      attributes: { flags: BRIDGE_VLANDB_DUMPF_GLOBAL },
    },
  }),
  codec: vlanDatabaseMessage,
  parts: ({ index, attributes: { globalOptions = [] } }) =>
    globalOptions.map(({ id = 0, range = id, ...options }) => ({
      index,
      vlans: { first: id, last: range },
      options,
    })),
  read: (part) => fields.fromKernel(part),
  filter: globalFilter,
  missing: ["ENOENT"],
});

/** Options of VLANs that bridges have: `bridge vlan global`. */
export class GlobalVlans extends Parts<GlobalVlan, GlobalVlanFilter> {
  readonly #changes: Changes;

  /**
   * Makes the verbs.
   *
   * @param connection Where to send requests.
   */
  constructor(connection: Connection) {
    super(connection, listing);
    this.#changes = new Changes(connection);
  }

  /**
   * Changes options of VLANs that a bridge has.
   *
   * @param spec The VLANs and the options.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If the bridge does not have them, or the kernel
   * refuses.
   */
  async set(
    spec: GlobalVlanSpec,
    options: RequestOptions = NO_OPTIONS,
  ): Promise<void> {
    await this.#changes.carryOut(setting, spec, 0, options);
  }
}
