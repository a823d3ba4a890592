/**
 * Errors of the kernel's specifications that are known, as of Linux 7.2: what
 * they have, where the UAPI headers have something else. As numbers of the UAPI
 * never change, specifications in which an error is mended stay as they are.
 *
 * @module
 */

import { camelKeys } from "./names.ts";
import {
  asRawSpec,
  type RawAttribute,
  type RawDefinition,
  type RawSpec,
} from "./resolve/raw.ts";

/** What one family's specification has to have. */
interface Correction {
  /** Numbers of attributes, by set and attribute. */
  readonly attributes?: Numbers;
  /** Byte orders of attributes, by set and attribute. */
  readonly byteOrders?: Readonly<Record<string, ByteOrders>>;
  /** Types of attributes, by set and attribute. */
  readonly types?: Readonly<Record<string, Types>>;
  /** Numbers of entries, by enumeration and entry. */
  readonly entries?: Numbers;
  /** Types of members, by struct and member; those at the end may be missing. */
  readonly members?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Operations that are no dumps, though the specification has one. */
  readonly noDumps?: readonly string[];
}

type ByteOrders = Readonly<Record<string, "host" | "big-endian">>;
type Types = Readonly<Record<string, string>>;
type Numbers = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** By the names of families. What follows an entry is counted on from it. */
const CORRECTIONS: Readonly<Record<string, Correction>> = {
  // linux/netlink.h
  nlctrl: { attributes: { "policy-attrs": { mask: 12, pad: 11 } } },
  // linux/netfilter/nfnetlink_conntrack.h
  conntrack: {
    attributes: {
      "nat-attrs": { "nat-v6-minip": 4, "nat-v6-maxip": 5, "nat-proto": 3 },
    },
  },
  // linux/netfilter/nf_tables.h
  nftables: {
    attributes: {
      "chain-attrs": { flags: 10, id: 11, userdata: 12 },
      "rule-attrs": { id: 9, "position-id": 10, "chain-id": 11 },
      "setelem-attrs": { objref: 9, "key-end": 10, expressions: 11 },
      "expr-lookup-attrs": { "set-id": 4, sreg: 2, dreg: 3, flags: 5 },
    },
    entries: { "fib-result": { oif: 1, oifname: 2, addrtype: 3 } },
    // There is one generation: the kernel answers once, and does not end a dump.
    noDumps: ["getgen"],
  },
  // linux/ethtool.h, linux/ethtool_netlink.h
  ethtool: {
    entries: {
      "module-fw-flash-status": { started: 1 },
      "c33-pse-ext-state": {
        "power-not-available": 8,
        "short-detected": 9,
      },
    },
  },
  // linux/openvswitch.h
  ovs_flow: {
    attributes: { "action-attrs": { psample: 25 } },
    members: {
      "ovs-action-push-mpls": { "mpls-ethertype": "be16" },
      "ovs-action-add-mpls": { "mpls-ethertype": "be16" },
    },
  },
  // linux/pkt_sched.h
  tc: {
    byteOrders: {
      "flower-attrs": {
        "key-vlan-id": "host",
        "key-cvlan-id": "host",
        "key-mpls-label": "host",
      },
      "flower-key-enc-opt-geneve-attrs": { class: "big-endian" },
      "flower-key-enc-opt-erspan-attrs": { index: "big-endian" },
    },
    members: {
      "tc-ratespec": { overhead: "u16", "cell-align": "s16", mpu: "u16" },
    },
  },
  // linux/if_link.h
  "rt-link": {
    byteOrders: {
      "linkinfo-iptun-attrs": { flags: "host" },
      "linkinfo-ip6tnl-attrs": { flags: "host" },
      "linkinfo-bridge-attrs": { "vlan-protocol": "big-endian" },
    },
    // The kernel sends 0 or 1, and not whether there is an attribute.
    types: {
      "linkinfo-brport-attrs": {
        mode: "u8",
        guard: "u8",
        protect: "u8",
        "fast-leave": "u8",
        learning: "u8",
        "unicast-flood": "u8",
        proxyarp: "u8",
        "learning-sync": "u8",
        "proxyarp-wifi": "u8",
        "mcast-flood": "u8",
        "mcast-to-ucast": "u8",
        "vlan-tunnel": "u8",
        "bcast-flood": "u8",
        "neigh-suppress": "u8",
        isolated: "u8",
        "mrp-ring-open": "u8",
        "mrp-in-open": "u8",
        locked: "u8",
        mab: "u8",
        "neigh-vlan-suppress": "u8",
      },
    },
    members: {
      "ifla-vf-vlan-info": { "vlan-proto": "be16" },
      "ifla-bridge-id": { prio: "be16" },
    },
  },
  // linux/neighbour.h
  "rt-neigh": { byteOrders: { "neighbour-attrs": { port: "big-endian" } } },
  // linux/fib_rules.h
  "rt-rule": { byteOrders: { "fib-rule-attrs": { "tun-id": "big-endian" } } },
  // linux/rtnetlink.h
  "rt-route": {
    byteOrders: {
      "route-attrs": { sport: "big-endian", dport: "big-endian" },
    },
    members: {
      "rta-cacheinfo": { "rta-id": "u32", "rta-ts": "u32", "rta-tsage": "u32" },
    },
  },
};

/**
 * Corrects a specification where it is known to be wrong.
 *
 * @param document The specification, as a YAML or JSON parser returns it.
 * @returns The same, with keys in camelCase, to be resolved.
 * @throws {SpecError} If it is no specification.
 */
export function correct(document: unknown): object {
  const spec = asRawSpec(camelKeys(document));
  const correction = Object.hasOwn(CORRECTIONS, spec.name)
    ? CORRECTIONS[spec.name]!
    : {};
  const { attributes = {}, byteOrders = {}, types = {} } = correction;
  const { entries = {}, members = {}, noDumps = [] } = correction;
  const corrected: RawSpec = {
    ...spec,
    attributeSets: spec.attributeSets.map((set) => {
      const { [set.name]: numbers = {} } = attributes;
      const { [set.name]: orders = {} } = byteOrders;
      const { [set.name]: kinds = {} } = types;
      return {
        ...set,
        attributes: set.attributes.map((each) =>
          retyped(ordered(numbered(each, numbers), orders), kinds)
        ),
      };
    }),
    operations: {
      ...spec.operations,
      list: spec.operations.list.map((operation) => {
        if (!noDumps.includes(operation.name)) return operation;
        const { dump: _, ...rest } = operation;
        return rest;
      }),
    },
    ...spec.definitions && {
      definitions: spec.definitions.map((each) =>
        typed(counted(each, entries[each.name]), members[each.name])
      ),
    },
  };
  return corrected;
}

/**
 * Returns what is known to be wrong about how an attribute is stored.
 *
 * @param family Name of the family.
 * @param set Name of the set.
 * @param attribute Name of the attribute.
 * @returns Its type and byte order, where the specification has others.
 */
export function correctionOf(
  family: string,
  set: string,
  attribute: string,
): { type?: string; byteOrder?: "host" | "big-endian" } {
  const { types, byteOrders } = CORRECTIONS[family] ?? {};
  const type = types?.[set]?.[attribute];
  const byteOrder = byteOrders?.[set]?.[attribute];
  return { ...type && { type }, ...byteOrder && { byteOrder } };
}

function numbered(
  attribute: RawAttribute,
  numbers: Readonly<Record<string, number>>,
): RawAttribute {
  return Object.hasOwn(numbers, attribute.name)
    ? { ...attribute, value: numbers[attribute.name]! }
    : attribute;
}

function retyped(attribute: RawAttribute, types: Types): RawAttribute {
  return Object.hasOwn(types, attribute.name)
    ? { ...attribute, type: types[attribute.name]! }
    : attribute;
}

function ordered(attribute: RawAttribute, orders: ByteOrders): RawAttribute {
  if (!Object.hasOwn(orders, attribute.name)) return attribute;
  const { byteOrder: _, ...rest } = attribute;
  const order = orders[attribute.name]!;
  return order === "host" ? rest : { ...rest, byteOrder: order };
}

function counted(
  definition: RawDefinition,
  numbers: Readonly<Record<string, number>> | undefined,
): RawDefinition {
  if (numbers === undefined) return definition;
  const entries = definition.entries?.map((entry) => {
    const given = typeof entry === "string" ? { name: entry } : entry;
    return Object.hasOwn(numbers, given.name)
      ? { ...given, value: numbers[given.name]! }
      : given;
  });
  return { ...definition, ...entries && { entries } };
}

function typed(
  definition: RawDefinition,
  types: Readonly<Record<string, string>> | undefined,
): RawDefinition {
  if (types === undefined || definition.members === undefined) {
    return definition;
  }
  const known = new Set(definition.members.map(({ name }) => name));
  const missing = Object.keys(types).filter((name) => !known.has(name));
  return {
    ...definition,
    members: [
      ...definition.members.map((member) =>
        Object.hasOwn(types, member.name)
          ? { ...member, ...typeOf(types[member.name]!) }
          : member
      ),
      ...missing.map((name) => ({ name, ...typeOf(types[name]!) })),
    ],
  };
}

function typeOf(type: string): { type: string; byteOrder?: string } {
  return type === "be16" ? { type: "u16", byteOrder: "big-endian" } : { type };
}
