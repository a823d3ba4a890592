/**
 * Names that routing uses, and their files.
 *
 * @module
 */

import { ADDRESS_PROTOCOLS as MAKERS } from "../../messages/address/constants.ts";
import {
  ROUTE_PROTOCOLS as PROTOCOLS,
  ROUTE_SCOPES as SCOPES,
  ROUTE_TABLES as TABLES,
} from "../../messages/constants.ts";
import { hex } from "../print/format.ts";
import type { TableSource } from "./table.ts";

/** Routing tables (`RT_TABLE_*`). */
export const ROUTE_TABLES: TableSource = {
  builtin: TABLES,
  file: "rt_tables",
  directory: true,
  usual: { unspec: 0 },
  most: 0xffffffff,
  format: (value) => String(value >>> 0),
  eager: true,
};

/** Who made a route (`RTPROT_*`). */
export const ROUTE_PROTOCOLS: TableSource = {
  get builtin() {
    const { mrouted: _mrouted, ovn: _ovn, openr: _openr, ...others } =
      PROTOCOLS;
    return others;
  },
  file: "rt_protos",
  directory: true,
  usual: { openr: 99 },
  most: 255,
};

/** Who made an address (`IFAPROT_*`). */
export const ADDRESS_PROTOCOLS: TableSource = {
  builtin: MAKERS,
  file: "rt_addrprotos",
  directory: true,
  most: 255,
  format: hex,
  eager: true,
};

/** How far away an address is (`RT_SCOPE_*`). */
export const ROUTE_SCOPES: TableSource = {
  builtin: SCOPES,
  file: "rt_scopes",
  most: 255,
};

/** Realms of routes. */
export const ROUTE_REALMS: TableSource = {
  builtin: { unknown: 0 },
  file: "rt_realms",
  usual: { cosmos: 0 },
  most: 255,
};

/** Values of the DS field, once type of service. */
export const DS_FIELDS: TableSource = {
  builtin: { "0": 0 },
  file: "rt_dsfield",
  usual: {
    default: 0x00,
    CS1: 0x20,
    AF11: 0x28,
    AF12: 0x30,
    AF13: 0x38,
    CS2: 0x40,
    AF21: 0x48,
    AF22: 0x50,
    AF23: 0x58,
    CS3: 0x60,
    AF31: 0x68,
    AF32: 0x70,
    AF33: 0x78,
    CS4: 0x80,
    AF41: 0x88,
    AF42: 0x90,
    AF43: 0x98,
    CS5: 0xa0,
    EF: 0xb8,
    CS6: 0xc0,
    CS7: 0xe0,
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
  builtin: { default: 0 },
  file: "group",
  most: 0x7fffffff,
  wraps: true,
  format: (value) => String(value | 0),
  eager: true,
};

/** Netlink protocols (`NETLINK_*`). */
export const NETLINK_PROTOCOLS: TableSource = {
  builtin: {
    rtnl: 0,
    unused: 1,
    usersock: 2,
    fw: 3,
    tcpdiag: 4,
    nflog: 5,
    xfrm: 6,
    selinux: 7,
    iscsi: 8,
    audit: 9,
    fiblookup: 10,
    connector: 11,
    nft: 12,
    ip6fw: 13,
    "dec-rt": 14,
    uevent: 15,
    genl: 16,
    "scsi-trans": 18,
    ecryptfs: 19,
    rdma: 20,
    crypto: 21,
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
