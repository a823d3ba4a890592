/**
 * What next hop objects look like, in people's terms and the kernel's.
 *
 * @module
 */

import { AF_INET } from "../../messages/families.ts";
import { NEXTHOP_GROUP_TYPES } from "../../messages/nexthop/constants.ts";
import {
  type NexthopAttributes,
  type NexthopGroupMember,
  type NexthopGroupStats as StatsData,
  type NexthopMessage,
  nexthopMessage,
  type NexthopResilientGroup as ResilientData,
  nexthopResilientGroup,
} from "../../messages/nexthop/nexthop.ts";
import { ip } from "../mapping/address_conversions.ts";
import {
  boolean,
  centiseconds,
  centiseconds64,
  integer,
  listOf,
  number,
  presence,
} from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { enumeration } from "../mapping/enumerations.ts";
import { checkObject, type FieldPath } from "../mapping/field_path.ts";
import { type Encapsulation, encapsulation } from "../route/encap/mod.ts";
import { familyOf } from "../route/gateway.ts";
import { onlink, type RouteState, state } from "../route/next_hop.ts";
import {
  type RouteFamily,
  routeFamily,
  type RouteProtocol,
  routeProtocol,
  type RouteScope,
  routeScope,
} from "../mapping/routing_names.ts";
import {
  type Conversion,
  type Mapping,
  mapping,
  originalMessage,
  readOnly,
  unlessZero,
  within,
} from "../mapping/mapping.ts";
import { type Reading, reading } from "../reading/reading.ts";

/** A member of a group. */
export interface NexthopMember {
  /** Number of the next hop. */
  id: number;
  /**
   * Weight, 1 if it is missing; up to 255 before Linux 6.12, and up to 65536
   * since.
   */
  weight?: number;
}

/** Settings of a resilient group. */
export interface ResilientGroup {
  /** Number of buckets (`NHA_RES_GROUP_BUCKETS`). */
  buckets?: number;
  /**
   * Idle seconds after which a bucket may move (`NHA_RES_GROUP_IDLE_TIMER`).
   */
  idleTimer?: number;
  /**
   * Seconds after which an unbalanced group moves busy buckets; 0 for never
   * (`NHA_RES_GROUP_UNBALANCED_TIMER`).
   */
  unbalancedTimer?: number;
  /**
   * Seconds for which the group has been unbalanced; not to be set
   * (`NHA_RES_GROUP_UNBALANCED_TIME`).
   */
  readonly unbalancedTime?: number;
}

/** A next hop object to be added or replaced. */
export interface NexthopSpec {
  /** Number; one is chosen if it is missing (`NHA_ID`). */
  id?: number;
  /** Address family; by default that of the gateway, or else `inet`. */
  family?: RouteFamily;
  /** Address of the gateway (`NHA_GATEWAY`). */
  gateway?: string;
  /** Output device (`NHA_OIF`). */
  device?: Device;
  /**
   * Whether the gateway is on the link, even if no address covers it
   * (`RTNH_F_ONLINK`).
   */
  onlink?: boolean;
  /** Whether packets are dropped (`NHA_BLACKHOLE`). */
  blackhole?: boolean;
  /** Whether it is for forwarding entries of bridges (`NHA_FDB`). */
  fdb?: boolean;
  /**
   * UDP port of packets to the gateway, in place of that of the VXLAN device;
   * Linux 7.2 does not support it yet (`NHA_DST_PORT`).
   */
  destinationPort?: number;
  /** What is put around packets (`NHA_ENCAP`). */
  encap?: Encapsulation;
  /** Members, if it is a group (`NHA_GROUP`). */
  group?: readonly NexthopMember[];
  /** How members are chosen: by hash or by buckets (`NHA_GROUP_TYPE`). */
  groupType?: keyof typeof NEXTHOP_GROUP_TYPES | number;
  /** Settings of a resilient group (`NHA_RES_GROUP`). */
  resilient?: ResilientGroup;
  /** Who adds it (`nh_protocol`). */
  protocol?: RouteProtocol;
  /** Whether hardware is to count packets (`NHA_HW_STATS_ENABLE`). */
  hardwareStatistics?: boolean;
}

/** What one member of a group has forwarded. */
export interface NexthopMemberStatistics {
  /** Number of the next hop. */
  id: number;
  /** Packets forwarded (`NHA_GROUP_STATS_ENTRY_PACKETS`). */
  packets: bigint;
  /** Packets forwarded by hardware (`NHA_GROUP_STATS_ENTRY_PACKETS_HW`). */
  hardwarePackets?: bigint;
}

/** A next hop object. */
export interface Nexthop extends NexthopSpec {
  /** Number. */
  id: number;
  /** Who added it. */
  protocol: RouteProtocol;
  /** How far the gateway is. */
  readonly scope: RouteScope;
  /** What became of it. */
  readonly state?: RouteState[];
  /** What the members of a group have forwarded, if that was asked for. */
  readonly statistics?: NexthopMemberStatistics[];
  /** Whether some hardware counts packets (`NHA_HW_STATS_USED`). */
  readonly hardwareStatisticsUsed?: boolean;
  /** The message that this was read from; copies do not have it. */
  readonly message: NexthopMessage;
}

const MOST_WEIGHT = 65536;

const member: Conversion<NexthopMember, NexthopGroupMember> = {
  fromKernel: ({ id, weight, weightHigh }) => ({
    id,
    weight: (weightHigh << 8 | weight) + 1,
  }),
  toKernel: (value, fieldPath) => {
    checkObject(value, fieldPath);
    const { id, weight = 1 } = value;
    const at = fieldPath.at("weight");
    const less = integer(1, MOST_WEIGHT).toKernel(weight, at)! - 1;
    return {
      id: integer(1, 0xffffffff).toKernel(id, fieldPath.at("id"))!,
      weight: less & 0xff,
      weightHigh: less >> 8,
      reserved: 0,
    };
  },
};

const resilient: Mapping<ResilientGroup, ResilientData> = mapping({
  buckets: number,
  idleTimer: centiseconds,
  unbalancedTimer: centiseconds,
  unbalancedTime: readOnly("unbalancedTime", centiseconds64),
}, nexthopResilientGroup);

const statistics: Pick<
  Conversion<NexthopMemberStatistics[], StatsData[]>,
  "fromKernel"
> = {
  fromKernel: (entries) =>
    entries.map(({ id = 0, packets = 0n, packetsHardware }) => ({
      id,
      packets,
      ...packetsHardware !== undefined && { hardwarePackets: packetsHardware },
    })),
};

type InHeader =
  | "family"
  | "protocol"
  | "scope"
  | "onlink"
  | "state"
  | "message";

const fields: Mapping<Nexthop, NexthopMessage> = mapping({
  // Groups have none.
  family: unlessZero("family", routeFamily),
  protocol: routeProtocol,
  scope: readOnly("scope", routeScope),
  onlink,
  state,
  ...within<NexthopMessage, "attributes", Omit<Nexthop, InHeader>>(
    "attributes",
    {
      id: number,
      gateway: ip,
      device: ["outputDevice", device],
      blackhole: presence,
      fdb: presence,
      encap: encapsulation,
      group: listOf(member),
      groupType: enumeration(NEXTHOP_GROUP_TYPES, 16),
      resilient: ["resilientGroup", resilient],
      hardwareStatistics: ["hardwareStatsEnable", boolean],
      destinationPort: number,
      statistics: readOnly<
        NexthopMemberStatistics[],
        NexthopAttributes,
        "groupStats"
      >("groupStats", statistics),
      hardwareStatisticsUsed: readOnly("hardwareStatsUsed", boolean),
    },
  ),
  message: originalMessage,
}, nexthopMessage);

/** Names of the properties of a {@linkcode Nexthop}. */
export const nexthopNames = (): ReadonlySet<string> => fields.names;

/**
 * Converts a next hop to people's terms.
 *
 * @param message The next hop's message.
 * @returns The next hop.
 */
export function toNexthop(message: NexthopMessage): Nexthop {
  return nexthops.read(message);
}

/** How next hops are read. */
export const nexthops: Reading<NexthopMessage, Nexthop> = reading(
  nexthopMessage,
  fields,
);

/**
 * Converts a value to a message.
 *
 * @param spec The next hop.
 * @param fieldPath Where it stands, for error messages.
 * @returns The next hop's message.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromNexthop(
  spec: NexthopSpec,
  fieldPath?: FieldPath,
): NexthopMessage {
  const message = fields.toKernel(spec as Nexthop, fieldPath);
  const { gateway, group, fdb } = message.attributes;
  if (message.family === 0 && group === undefined) {
    if (gateway !== undefined) message.family = familyOf(gateway);
    else if (!fdb) message.family = AF_INET;
  }
  return message;
}
