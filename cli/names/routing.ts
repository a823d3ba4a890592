/**
 * Names that routing uses, and their files.
 *
 * @module
 */

import { ADDRESS_PROTOCOLS as PROTOCOLS } from "../../messages/address/constants.ts";
import { ROUTE_SCOPES as SCOPES } from "../../messages/constants.ts";
import { namesByNumber } from "../../messages/value_names.ts";
import { hex } from "../print/format.ts";
import type { TableSource } from "./table.ts";

/** Routing tables (`RT_TABLE_*`). */
export const ROUTE_TABLES: TableSource = {
  builtin: { 253: "default", 254: "main", 255: "local" },
  file: "rt_tables",
  directory: true,
  usual: { 0: "unspec" },
  most: 0xffffffff,
  format: (value) => String(value >>> 0),
  eager: true,
};

/** Who made a route (`RTPROT_*`). */
export const ROUTE_PROTOCOLS: TableSource = {
  builtin: {
    0: "unspec",
    1: "redirect",
    2: "kernel",
    3: "boot",
    4: "static",
    8: "gated",
    9: "ra",
    10: "mrt",
    11: "zebra",
    12: "bird",
    13: "dnrouted",
    14: "xorp",
    15: "ntk",
    16: "dhcp",
    18: "keepalived",
    42: "babel",
    186: "bgp",
    187: "isis",
    188: "ospf",
    189: "rip",
    192: "eigrp",
  },
  file: "rt_protos",
  directory: true,
  usual: { 99: "openr" },
  most: 255,
};

/** Who made an address (`IFAPROT_*`). */
export const ADDRESS_PROTOCOLS: TableSource = {
  builtin: Object.fromEntries(namesByNumber(PROTOCOLS)),
  file: "rt_addrprotos",
  directory: true,
  most: 255,
  format: hex,
  eager: true,
};

/** How far away an address is (`RT_SCOPE_*`). */
export const ROUTE_SCOPES: TableSource = {
  builtin: Object.fromEntries(namesByNumber(SCOPES)),
  file: "rt_scopes",
  most: 255,
};

/** Realms of routes. */
export const ROUTE_REALMS: TableSource = {
  builtin: { 0: "unknown" },
  file: "rt_realms",
  usual: { 0: "cosmos" },
  most: 255,
};

/** Values of the DS field, once type of service. */
export const DS_FIELDS: TableSource = {
  builtin: { 0: "0" },
  file: "rt_dsfield",
  usual: {
    0x00: "default",
    0x20: "CS1",
    0x28: "AF11",
    0x30: "AF12",
    0x38: "AF13",
    0x40: "CS2",
    0x48: "AF21",
    0x50: "AF22",
    0x58: "AF23",
    0x60: "CS3",
    0x68: "AF31",
    0x70: "AF32",
    0x78: "AF33",
    0x80: "CS4",
    0x88: "AF41",
    0x90: "AF42",
    0x98: "AF43",
    0xa0: "CS5",
    0xb8: "EF",
    0xc0: "CS6",
    0xe0: "CS7",
  },
  most: 255,
  base: 16,
  format: (value) =>
    value < 0 || value > 255
      ? String(value)
      : `0x${value.toString(16).padStart(2, "0")}`,
};

/** Groups of devices. */
export const DEVICE_GROUPS: TableSource = {
  builtin: { 0: "default" },
  file: "group",
  most: 0x7fffffff,
  wraps: true,
  format: (value) => String(value | 0),
  eager: true,
};

/** Netlink protocols (`NETLINK_*`). */
export const NETLINK_PROTOCOLS: TableSource = {
  builtin: {
    0: "rtnl",
    1: "unused",
    2: "usersock",
    3: "fw",
    4: "tcpdiag",
    5: "nflog",
    6: "xfrm",
    7: "selinux",
    8: "iscsi",
    9: "audit",
    10: "fiblookup",
    11: "connector",
    12: "nft",
    13: "ip6fw",
    14: "dec-rt",
    15: "uevent",
    16: "genl",
    18: "scsi-trans",
    19: "ecryptfs",
    20: "rdma",
    21: "crypto",
  },
  file: "nl_protos",
  most: 255,
  eager: true,
};

/** Reasons for `protodown`, which only administrators give names to. */
export const PROTODOWN_REASONS: TableSource = {
  builtin: {},
  file: "protodown_reasons",
  directory: true,
  most: 31,
};
