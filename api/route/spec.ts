/**
 * What a route looks like, in people's terms and the kernel's.
 *
 * @module
 */

import { USER_HZ } from "../../messages/constants.ts";
import {
  AF_INET,
  AF_INET6,
  AF_MPLS,
  RTNL_FAMILY_IP6MR,
  RTNL_FAMILY_IPMR,
} from "../../messages/families.ts";
import {
  ROUTER_PREFERENCES,
  RTM_F_CLONED,
} from "../../messages/route/constants.ts";
import {
  type RouteAttributes,
  type RouteMessage,
  routeMessage,
} from "../../messages/route/route.ts";
import { ip, parsePrefix } from "../mapping/address_conversions.ts";
import {
  boolean,
  integer,
  listOf,
  number,
  uint32,
  uint8,
} from "../mapping/conversions.ts";
import { device } from "../mapping/device.ts";
import { enumeration } from "../mapping/enumerations.ts";
import { checkObject, FieldPath } from "../mapping/field_path.ts";
import { checkRequired } from "../mapping/properties.ts";
import { type Reading, reading } from "../reading/reading.ts";
import {
  type RouteFamily,
  routeFamily,
  type RouteProtocol,
  routeProtocol,
  type RouteScope,
  routeScope,
  type RouteTable,
  routeTable,
  type RouteType,
  routeType,
} from "../mapping/routing_names.ts";
import {
  type Field,
  type Mapping,
  mapping,
  originalMessage,
  readFrom,
  readOnly,
  unlessZero,
  within,
} from "../mapping/mapping.ts";
import { mplsStack } from "./encap/labels.ts";
import { familyOf, settleGateway } from "./gateway.ts";
import { routeMetricsMapping, type RouteMetricsSpec } from "./metrics.ts";
import {
  hopFields,
  onlink,
  type RouteNextHopSpec,
  type RouteState,
  state,
  weightedNextHop,
  type WeightedRouteNextHopSpec,
} from "./next_hop.ts";
import { blank } from "../../messages/codec/mod.ts";

/** A route to be added, changed or deleted. */
export interface RouteSpec extends RouteNextHopSpec {
  /**
   * Destination: in CIDR notation, `default`, or an MPLS label such as `100`
   * (`RTA_DST`).
   */
  to: string;
  /** Address family; by default that of the addresses, or else `inet`. */
  family?: RouteFamily;
  /** Source that the route is for, in CIDR notation (`RTA_SRC`). */
  from?: string;
  /** Type of service that the route is for (`rtm_tos`). */
  tos?: number;
  /** Table; `main` by default, `local` for local addresses (`RTA_TABLE`). */
  table?: RouteTable;
  /** Who adds the route; `boot` by default (`rtm_protocol`). */
  protocol?: RouteProtocol;
  /**
   * How far the destination is; what fits the type by default (`rtm_scope`).
   */
  scope?: RouteScope;
  /** What becomes of packets; `unicast` by default (`rtm_type`). */
  type?: RouteType;
  /** Source address for packets that have none (`RTA_PREFSRC`). */
  source?: string;
  /** Metric: the lowest one is used (`RTA_PRIORITY`). */
  metric?: number;
  /** Metrics for TCP and others (`RTA_METRICS`). */
  metrics?: RouteMetricsSpec;
  /** Next hops, if there are several (`RTA_MULTIPATH`). */
  nextHops?: readonly WeightedRouteNextHopSpec[];
  /** Number of a next hop object (`RTA_NH_ID`). */
  nexthopId?: number;
  /** Preference of the router (`RTA_PREF`). */
  preference?: keyof typeof ROUTER_PREFERENCES | number;
  /** Seconds until the route is removed (`RTA_EXPIRES`). */
  expires?: number;
  /** Whether the time to live is copied out of MPLS (`RTA_TTL_PROPAGATE`). */
  ttlPropagate?: boolean;
}

/** A route, or the one that a packet takes. */
export interface Route extends RouteSpec {
  /** Address family. */
  family: RouteFamily;
  /** Table. */
  table: RouteTable;
  /** Who added the route. */
  protocol: RouteProtocol;
  /** How far the destination is. */
  scope: RouteScope;
  /** What becomes of packets. */
  type: RouteType;
  /** What became of the route. */
  readonly state?: RouteState[];
  /** Whether this is the way of a packet, and not a route (`RTM_F_CLONED`). */
  readonly cloned?: boolean;
  /** Index of the device that a packet comes from (`RTA_IIF`). */
  readonly inputDevice?: number;
  /** Firewall mark of a packet (`RTA_MARK`). */
  readonly mark?: number;
  /** User that a packet is from (`RTA_UID`). */
  readonly uid?: number;
  /** Error that packets get, as an error number (`rta_error`). */
  readonly error?: number;
  /** The message that this was read from; copies do not have it. */
  readonly message: RouteMessage;
}

/** What the default route of a family is called. */
function defaultOf(family: number): string {
  return family === AF_INET6 || family === RTNL_FAMILY_IP6MR
    ? "::/0"
    : "0.0.0.0/0";
}

/** Lengths of prefixes, with the slash before them. */
const LENGTHS = Array.from({ length: 256 }, (_, length) => `/${length}`);

const to: Field<string, RouteMessage> = {
  from: [
    "family",
    "destinationLength",
    "attributes.destination",
    "attributes.destinationLabels",
  ],
  prefix: {
    address: "attributes.destination",
    length: "destinationLength",
    without: "attributes.destinationLabels",
  },
  read: ({ family, destinationLength, attributes }) => {
    const { destination, destinationLabels } = attributes;
    if (destinationLabels !== undefined) {
      return mplsStack.fromKernel(destinationLabels).join("/");
    }
    return destination === undefined
      ? defaultOf(family)
      : destination + LENGTHS[destinationLength]!;
  },
  write: (message, value, fieldPath) => {
    if (value === "default") return;
    const { family } = message;
    if (family === AF_MPLS) return writeLabel(message, value, fieldPath);
    const { address, length } = parsePrefix(value, fieldPath);
    setFamily(message, familyOf(address), value, fieldPath);
    message.destinationLength = length;
    if (length > 0) message.attributes.destination = address;
  },
};

function writeLabel(
  message: RouteMessage,
  value: unknown,
  fieldPath: FieldPath,
): void {
  if (typeof value !== "string" || !/^\d+$/.test(value)) {
    throw fieldPath.wrong(value, "an MPLS label is expected");
  }
  message.destinationLength = 20;
  message.attributes.destinationLabels = mplsStack.toKernel(
    [Number(value)],
    fieldPath,
  )!;
}

function setFamily(
  message: RouteMessage,
  family: number,
  value: unknown,
  fieldPath: FieldPath,
): void {
  const { family: known } = message;
  const fits = known === 0 || known === family ||
    known === RTNL_FAMILY_IPMR && family === AF_INET ||
    known === RTNL_FAMILY_IP6MR && family === AF_INET6;
  if (!fits) {
    throw fieldPath.wrong(value, "it is not of the family of the route");
  }
  if (known === 0) message.family = family;
}

const from: Field<string, RouteMessage> = {
  from: ["sourceLength", "attributes.source"],
  prefix: { address: "attributes.source", length: "sourceLength" },
  read: ({ sourceLength, attributes: { source } }) =>
    source === undefined ? undefined : source + LENGTHS[sourceLength]!,
  write: (message, value, fieldPath) => {
    const { address, length } = parsePrefix(value, fieldPath);
    setFamily(message, familyOf(address), value, fieldPath);
    message.sourceLength = length;
    if (length > 0) message.attributes.source = address;
  },
};

const table: Field<RouteTable, RouteMessage> = {
  from: ["table", "attributes.table"],
  read: ({ table, attributes }) =>
    routeTable.fromKernel(attributes.table ?? table),
  write: (message, value, fieldPath) => {
    const number = routeTable.toKernel(value, fieldPath)!;
    message.table = number < 256 ? number : 0;
    // MPLS does not have the attribute.
    if (number >= 256) message.attributes.table = number;
  },
};

const expires: Field<number, RouteAttributes> = readFrom(
  "cacheInfo",
  ({ expires }) => expires <= 0 ? undefined : expires / USER_HZ,
  (attributes, value, fieldPath) => {
    // The kernel reports hundredths of seconds, but wants whole ones.
    const seconds = typeof value === "number" ? Math.ceil(value) : value;
    attributes.expires = BigInt(uint32.toKernel(seconds, fieldPath)!);
  },
);

const cloned: Field<boolean, RouteMessage> = readOnly("flags", {
  fromKernel: (flags): boolean | undefined =>
    (flags & RTM_F_CLONED) === 0 ? undefined : true,
});

const error: Field<number, RouteAttributes> = readOnly("cacheInfo", {
  fromKernel: ({ error }) => error === 0 ? undefined : error,
});

/** All but what the header has, too, or what is no attribute of its own. */
type InAttributes = Omit<
  Route,
  | "family"
  | "to"
  | "from"
  | "tos"
  | "table"
  | "protocol"
  | "scope"
  | "type"
  | "onlink"
  | "state"
  | "cloned"
  | "message"
>;

const fields: Mapping<Route, RouteMessage> = mapping({
  family: routeFamily,
  to,
  from,
  tos: unlessZero("tos", uint8),
  table,
  protocol: routeProtocol,
  scope: routeScope,
  type: routeType,
  onlink,
  state,
  cloned,
  ...within<RouteMessage, "attributes", InAttributes>("attributes", {
    ...hopFields,
    device: ["outputDevice", device],
    source: ["preferredSource", ip],
    metric: ["priority", number],
    metrics: routeMetricsMapping,
    nextHops: ["multipath", listOf(weightedNextHop)],
    nexthopId: integer(1, 0xffffffff),
    preference: enumeration(ROUTER_PREFERENCES),
    expires,
    ttlPropagate: boolean,
    inputDevice: readOnly("inputDevice", number),
    mark: readOnly("mark", number),
    uid: readOnly("uid", number),
    error,
  }),
  message: originalMessage,
}, routeMessage);

/**
 * Converts a route to people's terms.
 *
 * @param message The route's message.
 * @returns The route.
 */
export function toRoute(message: RouteMessage): Route {
  return routes.read(message);
}

/** How routes are read. */
export const routes: Reading<RouteMessage, Route> = reading(
  routeMessage,
  fields,
);

/**
 * Converts a value to a message. Nothing is filled in but the family.
 *
 * @param spec The route.
 * @param fieldPath Where it stands, for error messages.
 * @returns The route's message.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromRoute(
  spec: RouteSpec,
  fieldPath: FieldPath = FieldPath.root,
): RouteMessage {
  checkObject(spec, fieldPath);
  const { family } = spec;
  const message = blank(routeMessage);
  // Addresses are read differently in each family, so that it has to come
  // first.
  if (family !== undefined) {
    message.family = routeFamily.toKernel(family, fieldPath.at("family"))!;
  }
  fields.toKernel(ownPart(spec) as Route, fieldPath, message);
  checkRequired(spec, REQUIRED, fieldPath);
  const { attributes } = message;
  if (message.family === 0) {
    const address = attributes.gateway ?? attributes.preferredSource ??
      attributes.multipath?.[0]?.attributes.gateway;
    message.family = address === undefined ? AF_INET : familyOf(address);
  }
  settleGateway(attributes, message.family);
  const { multipath } = attributes;
  if (multipath !== undefined) {
    for (const hop of multipath) settleGateway(hop.attributes, message.family);
  }
  return message;
}

const REQUIRED = ["to"] as const;

/** What a next hop object stands for. */
const FROM_NEXTHOP: readonly (keyof RouteSpec)[] = [
  "gateway",
  "device",
  "onlink",
  "encap",
  "nextHops",
];

/**
 * A route without what its next hop object stands for: the kernel reports that
 * in addition, but takes one of both.
 */
function ownPart(spec: RouteSpec): RouteSpec {
  if (spec.nexthopId === undefined || !isRoute(spec)) return spec;
  const own: RouteSpec = { ...spec };
  for (const name of FROM_NEXTHOP) delete own[name];
  return own;
}

/** Whether something is a route, not only what it takes to add one. */
function isRoute(spec: RouteSpec): spec is Route {
  return spec.family !== undefined && spec.table !== undefined &&
    spec.protocol !== undefined && spec.scope !== undefined &&
    spec.type !== undefined;
}
