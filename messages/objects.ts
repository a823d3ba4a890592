/**
 * The objects of rtnetlink: what their messages are called, in which groups they
 * are reported, and what people call them. All else that has to be known of them
 * by their message types is derived from this. It has no schema, so that it loads
 * in no time.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

import { once } from "./codec/once.ts";
import {
  AF_BRIDGE,
  AF_INET,
  AF_INET6,
  AF_MPLS,
  AF_UNSPEC,
  RTNLGRP_BRVLAN,
  RTNLGRP_IPV4_IFADDR,
  RTNLGRP_IPV4_MCADDR,
  RTNLGRP_IPV4_MROUTE,
  RTNLGRP_IPV4_NETCONF,
  RTNLGRP_IPV4_ROUTE,
  RTNLGRP_IPV4_RULE,
  RTNLGRP_IPV6_ACADDR,
  RTNLGRP_IPV6_IFADDR,
  RTNLGRP_IPV6_MCADDR,
  RTNLGRP_IPV6_MROUTE,
  RTNLGRP_IPV6_NETCONF,
  RTNLGRP_IPV6_PREFIX,
  RTNLGRP_IPV6_ROUTE,
  RTNLGRP_IPV6_RULE,
  RTNLGRP_LINK,
  RTNLGRP_MDB,
  RTNLGRP_MPLS_NETCONF,
  RTNLGRP_MPLS_ROUTE,
  RTNLGRP_NEIGH,
  RTNLGRP_NEXTHOP,
  RTNLGRP_NSID,
  RTNLGRP_STATS,
  RTNLGRP_TC,
  RTNLGRP_TUNNEL,
} from "./families.ts";

/** Multicast groups (`RTNLGRP_*`), and the address family (`AF_*`) of each. */
export type Groups = readonly (readonly [group: number, family: number])[];

/** What message types do, in the order of their numbers. */
const OPERATIONS = ["NEW", "DEL", "GET", "SET"] as const;

type Operation = typeof OPERATIONS[number];

/** What differs from most kinds of objects. */
interface ObjectOptions {
  /** The groups in which such objects are reported; none by default. */
  readonly groups?: Groups;
  /** Which of the four message types there are; by default, all but `SET`. */
  readonly operations?: readonly Operation[];
}

/** A kind of object of rtnetlink. */
export class RtnetlinkObject {
  /** What follows `RTM_NEW` in the name of its message type, such as `LINK`. */
  readonly name: string;
  /** Number of the first of its four message types, `RTM_NEW*`. */
  readonly new: number;
  /** What people call one, such as `link`. */
  readonly noun: string;
  /** The groups in which such objects are reported. */
  readonly groups: Groups;
  readonly #operations: readonly Operation[];

  /**
   * Declares a kind of object.
   *
   * @param name What follows `RTM_NEW` in the name of its message type.
   * @param first Number of its first message type, a multiple of four.
   * @param noun What people call one.
   * @param more The groups in which such objects are reported, and which of the
   * four message types there are.
   */
  constructor(
    name: string,
    first: number,
    noun: string,
    { groups = [], operations = ["NEW", "DEL", "GET"] }: ObjectOptions,
  ) {
    this.name = name;
    this.new = first;
    this.#operations = operations;
    this.noun = noun;
    this.groups = groups;
  }

  /** Number of the message type `RTM_DEL*`. */
  get delete(): number {
    return this.new + 1;
  }

  /** Number of the message type `RTM_GET*`. */
  get get(): number {
    return this.new + 2;
  }

  /** Its message types: their UAPI names and numbers. */
  get types(): Readonly<Record<string, number>> {
    return Object.fromEntries(
      this.#operations.map((operation) => [
        `RTM_${operation}${this.name}`,
        this.new + OPERATIONS.indexOf(operation),
      ]),
    );
  }

  /**
   * Whether there is a message type.
   *
   * @param type Its number.
   * @returns Whether it is one of this kind of object.
   */
  has(type: number): boolean {
    const operation = OPERATIONS[type - this.new];
    return operation !== undefined && this.#operations.includes(operation);
  }
}

function object(
  name: string,
  first: number,
  noun: string,
  more: ObjectOptions = {},
): RtnetlinkObject {
  return new RtnetlinkObject(name, first, noun, more);
}

/** The kinds of objects of rtnetlink, in the order of their numbers. */
export const objects = {
  link: object("LINK", 16, "link", {
    groups: [[RTNLGRP_LINK, AF_UNSPEC]],
    operations: OPERATIONS,
  }),
  address: object("ADDR", 20, "address", {
    groups: [[RTNLGRP_IPV4_IFADDR, AF_INET], [RTNLGRP_IPV6_IFADDR, AF_INET6]],
  }),
  route: object("ROUTE", 24, "route", {
    groups: [[RTNLGRP_IPV4_ROUTE, AF_INET], [RTNLGRP_IPV6_ROUTE, AF_INET6], [
      RTNLGRP_MPLS_ROUTE,
      AF_MPLS,
    ]],
  }),
  neighbor: object("NEIGH", 28, "neighbor", {
    groups: [[RTNLGRP_NEIGH, AF_UNSPEC]],
  }),
  rule: object("RULE", 32, "rule", {
    groups: [[RTNLGRP_IPV4_RULE, AF_INET], [RTNLGRP_IPV6_RULE, AF_INET6]],
  }),
  qdisc: object("QDISC", 36, "qdisc", { groups: [[RTNLGRP_TC, AF_UNSPEC]] }),
  class: object("TCLASS", 40, "traffic class", {
    groups: [[RTNLGRP_TC, AF_UNSPEC]],
  }),
  filter: object("TFILTER", 44, "traffic filter", {
    groups: [[RTNLGRP_TC, AF_UNSPEC]],
  }),
  action: object("ACTION", 48, "traffic action", {
    groups: [[RTNLGRP_TC, AF_UNSPEC]],
  }),
  prefix: object("PREFIX", 52, "prefix", {
    groups: [[RTNLGRP_IPV6_PREFIX, AF_INET6]],
    operations: ["NEW"],
  }),
  multicastAddress: object("MULTICAST", 56, "multicast address", {
    groups: [[RTNLGRP_IPV4_MCADDR, AF_INET], [RTNLGRP_IPV6_MCADDR, AF_INET6]],
  }),
  anycastAddress: object("ANYCAST", 60, "anycast address", {
    groups: [[RTNLGRP_IPV6_ACADDR, AF_INET6]],
  }),
  neighborTable: object("NEIGHTBL", 64, "neighbor table", {
    operations: ["NEW", "GET", "SET"],
  }),
  ndUserOption: object("NDUSEROPT", 68, "neighbor discovery option", {
    operations: ["NEW"],
  }),
  addressLabel: object("ADDRLABEL", 72, "address label"),
  dcb: object("DCB", 76, "data center bridging setting", {
    operations: ["GET", "SET"],
  }),
  netconf: object("NETCONF", 80, "network configuration", {
    groups: [
      [RTNLGRP_IPV4_NETCONF, AF_INET],
      [RTNLGRP_IPV6_NETCONF, AF_INET6],
      [RTNLGRP_MPLS_NETCONF, AF_MPLS],
    ],
  }),
  mdb: object("MDB", 84, "multicast database entry", {
    groups: [[RTNLGRP_MDB, AF_UNSPEC]],
  }),
  nsid: object("NSID", 88, "network namespace id", {
    groups: [[RTNLGRP_NSID, AF_UNSPEC]],
  }),
  stats: object("STATS", 92, "statistics record", {
    groups: [[RTNLGRP_STATS, AF_UNSPEC]],
    operations: ["NEW", "GET", "SET"],
  }),
  cacheReport: object("CACHEREPORT", 96, "cache report", {
    operations: ["NEW"],
  }),
  chain: object("CHAIN", 100, "chain", { groups: [[RTNLGRP_TC, AF_UNSPEC]] }),
  nexthop: object("NEXTHOP", 104, "nexthop", {
    groups: [[RTNLGRP_NEXTHOP, AF_UNSPEC]],
  }),
  linkProperty: object("LINKPROP", 108, "link property"),
  vlan: object("VLAN", 112, "VLAN", {
    groups: [[RTNLGRP_BRVLAN, AF_BRIDGE]],
  }),
  nexthopBucket: object("NEXTHOPBUCKET", 116, "nexthop bucket"),
  tunnel: object("TUNNEL", 120, "tunnel", {
    groups: [[RTNLGRP_TUNNEL, AF_BRIDGE]],
  }),
};

/** Where multicast routes are reported; their messages are those of routes. */
export const multicastRouteGroups: Groups = [
  [RTNLGRP_IPV4_MROUTE, AF_INET],
  [RTNLGRP_IPV6_MROUTE, AF_INET6],
];

const byNumber = once(() =>
  new Map(Object.values(objects).map((object) => [object.new, object]))
);

/**
 * Finds the kind of object that a message of rtnetlink is about.
 *
 * @param type The message type, `RTM_*`.
 * @returns The kind, if it is known.
 */
export function objectOf(type: number): RtnetlinkObject | undefined {
  return byNumber().get(type & ~3);
}

/**
 * The name of a message type of rtnetlink.
 *
 * @param type The type, `RTM_*`.
 * @returns Its name, such as `RTM_NEWLINK`; `type 99` if it has none.
 */
export function messageTypeName(type: number): string {
  const object = objectOf(type);
  return object === undefined
    ? `type ${type}`
    : `RTM_${operationOf(type)}${object.name}`;
}

/**
 * What a message type of rtnetlink does.
 *
 * @param type The type, `RTM_*`.
 * @returns What follows `RTM_` in its name.
 */
export function operationOf(type: number): "NEW" | "DEL" | "GET" | "SET" {
  return OPERATIONS[type & 3]!;
}
