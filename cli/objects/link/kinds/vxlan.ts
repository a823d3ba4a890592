/**
 * `ip link … type vxlan`.
 *
 * @module
 */

import { AF_INET, AF_INET6 } from "../../../../messages/families.ts";
import {
  VXLAN_DF,
  type VxlanData,
  vxlanData,
} from "../../../../messages/link/kinds/vxlan.ts";
import {
  duplicateOrGarbage,
  fail,
  invalidArgument,
} from "../../../parse/errors.ts";
import { type Step, takes, type Word } from "../../../parse/grammar.ts";
import { u16, unsigned, unsigned64 } from "../../../parse/numbers.ts";
import { addRaw } from "../../../parse/address_attribute.ts";
import { addressOf, type Prefix } from "../../../parse/prefixes.ts";
import { hex } from "../../../print/format.ts";
import type { Context } from "../../../runtime/context.ts";
import { lowerDevice, noOr } from "./notations.ts";
import { type Kind, type LinkChange, unique } from "./kind.ts";
import { kindOfSettings } from "./settings.ts";
import type { Printed } from "./setting.ts";
import {
  dontFragment,
  flowLabel,
  isMulticast,
  isUnspecified,
  printTtl,
  readTtl,
  tos,
} from "./tunnel.ts";

/** Port of VXLAN-GPE. */
const GPE_PORT = 4790;

const ENDS = ["group", "group6", "local", "local6"] as const;

const NO_PORT = `\
vxlan: destination port not specified
Will use Linux kernel default (non-standard value)
Use 'dstport 4789' to get the IANA assigned value
Use 'dstport 0' to get default and quiet this message
`;

/** A flag whose name is printed if it is set. */
const named: Printed<boolean> = {
  print: ({ printer }, { json }) => printer.value(json, null, `${json} `),
};

/** VXLANs. */
export const kind: Kind<VxlanData> = kindOfSettings(
  vxlanData,
  [
    {
      id: { word: "id* vni* VNI", most: 0xffffff },
    },
    printEnd,
    printLocal,
    {
      local: {
        word: "local*",
        argument: { name: "ADDR", means: "{ IP_ADDRESS | any }" },
        take: (data, { args }) => {
          const arg = args.take();
          const local = addressOf(arg, familyOf(data.group, data.group6));
          if (local.family === 0 || isMulticast(local.address)) {
            throw invalidArgument("invalid local address", arg);
          }
          if (local.family === AF_INET) data.local = local.address;
          else data.local6 = local.address;
        },
        print: null,
      },
      link: lowerDevice,
      portRange: {
        word: "port* srcport*",
        argument: "MIN MAX",
        json: "port_range",
        text: "srcport",
        take: (data, { args }) => {
          const low = args.read(u16, "min port");
          const high = args.read(u16, "max port");
          if (low !== 0 || high !== 0) data.portRange = { low, high };
        },
        print: ({ printer }, { json, text }, { low, high }) => {
          printer.object(json, () => {
            printer.field("low", low);
            printer.field("high", high);
          });
          printer.text(`${text} ${low} ${high} `);
        },
      },
      port: {
        word: "dstport* PORT",
        json: "port",
        text: "dstport",
        problem: "dst port",
      },
      tos,
    },
    ({ printer }, { ttl, ttlInherit }) => {
      if (ttlInherit) printer.text("ttl inherit ");
      else if (ttl !== undefined) printTtl(printer, ttl, "auto");
    },
    {
      ttl: {
        word: "ttl* hoplimit*",
        argument: { name: "TTL", means: "{ 1..255 | auto | inherit }" },
        take: (data, { args }) => {
          const arg = args.take();
          if (arg === "inherit") data.ttlInherit = true;
          else data.ttl = arg === "auto" ? 0 : readTtl(arg);
        },
        print: null,
      },
      df: dontFragment(VXLAN_DF),
      label: flowLabel,
      ageing: {
        word: "ageing*",
        argument: "{ SECONDS | none }",
        problem: "ageing timer",
        read: numberOr("none"),
        print: ({ printer }, { json, text }, ageing) =>
          printer.value(
            json,
            ageing,
            `${text} ${ageing === 0 ? "none" : ageing} `,
          ),
      },
      limit: {
        word: "maxaddress*",
        argument: "{ NUMBER | unlimited }",
        json: "limit",
        text: "maxaddr",
        name: "maxaddress",
        problem: "max addresses",
        read: numberOr("unlimited"),
        print: ({ printer }, { json, text }, limit) => {
          if (limit !== 0) printer.value(json, limit, `${text} ${limit} `);
        },
      },
      reservedBits: {
        json: "reserved_bits",
        print: ({ printer }, { json }, { flags, vni }) =>
          printer.named(json, hex(BigInt(flags) << 32n | BigInt(vni))),
      },
      gbp: { word: "gbp*", ...named },
      gpe: { word: "gpe*", ...named },
      collectMetadata: { json: "external", ...unless(false) },
      vniFilter: {
        values: { novnifilter: 0, vnifilter: 1 },
        ...unless(false),
      },
      learning: { ...noOr("learning", "learning"), ...unless(true) },
      proxy: { ...noOr("proxy", "proxy"), ...unless(false) },
      rsc: { ...noOr("rsc", "rsc"), ...unless(false) },
      l2Miss: { ...noOr("l2miss", "l2miss"), ...unless(false) },
      l3Miss: { ...noOr("l3miss", "l3miss"), ...unless(false) },
      udpChecksum: { ...noOr("udpcsum", "udp_csum"), ...unless(true) },
      udpZeroChecksum6Tx: {
        ...noOr("udp6zerocsumtx", "udp_zero_csum6_tx"),
        ...unless(false),
      },
      udpZeroChecksum6Rx: {
        ...noOr("udp6zerocsumrx", "udp_zero_csum6_rx"),
        ...unless(false),
      },
      remoteChecksumTx: {
        ...noOr("remcsumtx", "remcsum_tx"),
        ...unless(false),
      },
      remoteChecksumRx: {
        ...noOr("remcsumrx", "remcsum_rx"),
        ...unless(false),
      },
      localBypass: {
        values: { nolocalbypass: 0, localbypass: 1 },
        ...unless(true),
      },
      multicastRoute: {
        values: { nomcroute: 0, mcroute: 1 },
        ...unless(false),
      },
    },
  ],
  {
    once: true,
    first: "group remote local dev ttl tos",
    keywords: {
      "group*": takes(
        "IP_ADDRESS",
        takeGroup("group", true, "invalid group address"),
      ),
      "remote*": takes(
        "IP_ADDRESS",
        takeGroup("remote", false, "invalid remote address"),
      ),
      "external*": unique("collectMetadata", (data) => {
        data.collectMetadata = 1;
        data.learning = 0;
      }),
      "noexternal*": unique("collectMetadata", (data) => {
        data.collectMetadata = 0;
      }),
      "reserved_bits": takes("VALUE", takeReservedBits),
    },
    finish,
  },
);

/** A flag that text has, with `no` in front if it is off, if it is not as usual. */
function unless(usual: boolean): Printed<number> {
  return {
    print: ({ printer }, { json }, value) => {
      const on = value !== 0;
      const text = on === usual ? "" : `${on ? "" : "no"}${json} `;
      printer.value(json, on, text);
    },
  };
}

function takeReservedBits(data: VxlanData, { args, seen }: Step): void {
  const arg = args.take();
  if (seen.has("reservedBits")) throw duplicateOrGarbage(arg, arg);
  seen.add("reservedBits");
  const bits = unsigned64(arg);
  if (bits === undefined) throw invalidArgument("reserved_bits", arg);
  data.reservedBits = {
    flags: Number(bits >> 32n),
    vni: Number(bits & 0xffffffffn),
  };
}

function printEnd({ printer }: Context, { group, group6 }: VxlanData): void {
  const address = group ?? group6;
  if (address === undefined || isUnspecified(address)) return;
  const name = isMulticast(address) ? "group" : "remote";
  const key = group === undefined ? `${name}6` : name;
  printer.value(key, address, `${name} ${address} `);
}

function printLocal({ printer }: Context, { local, local6 }: VxlanData): void {
  const address = local ?? local6;
  if (address === undefined || isUnspecified(address)) return;
  const key = local === undefined ? "local6" : "local";
  printer.value(key, address, `local ${address} `);
}

function takeGroup(
  name: string,
  multicast: boolean,
  problem: string,
): Word<VxlanData> {
  const take = unique<VxlanData>("group", (data, { args }) => {
    const arg = args.take();
    const end: Prefix = addressOf(arg, familyOf(data.local, data.local6));
    if (end.family === 0 || isMulticast(end.address) !== multicast) {
      throw invalidArgument(problem, arg);
    }
    if (end.family === AF_INET) data.group = end.address;
    else data.group6 = end.address;
  }, name);
  return (data, step) => {
    const other = data.group ?? data.group6;
    if (other !== undefined && isMulticast(other) !== multicast) {
      throw fail(1, "vxlan: both group and remote cannot be specified");
    }
    return take(data, step);
  };
}

function familyOf(
  address: string | undefined,
  address6: string | undefined,
): number {
  return address !== undefined
    ? AF_INET
    : address6 !== undefined
    ? AF_INET6
    : 0;
}

/** A number, or a keyword that stands for 0. */
function numberOr(none: string): (word: string) => number | undefined {
  return (word) => word === none ? 0 : unsigned(word, 32);
}

function finish(
  data: VxlanData,
  { changes, context }: LinkChange,
  seen: Set<string>,
): void {
  const external = data.collectMetadata === 1;
  if (!external && data.vniFilter) {
    throw fail(1, "vxlan: vnifilter is valid only when 'external' is set");
  }
  if (external && seen.has("id")) {
    throw fail(1, "vxlan: both 'external' and vni cannot be specified");
  }
  if (!external && !seen.has("id") && !changes) {
    throw fail(1, "vxlan: missing virtual network identifier");
  }
  const group = data.group ?? data.group6;
  if (group !== undefined && isMulticast(group) && !seen.has("link")) {
    throw fail(1, "vxlan: 'group' requires 'dev' to be specified");
  }
  if (!seen.has("port")) {
    if (data.gpe) data.port = GPE_PORT;
    else if (!changes) context.io.err(NO_PORT);
  }
  if (data.port === 0) delete data.port;
  if (
    group === undefined && data.local === undefined && data.local6 === undefined
  ) {
    if (context.family === AF_INET) data.group = "0.0.0.0";
    if (context.family === AF_INET6) data.group6 = "::";
  }
  // Of "any", whose family is that of the other end, there are no bytes.
  for (const key of ENDS) {
    if (data[key] !== "") continue;
    delete data[key];
    addRaw(vxlanData, data, key, new Uint8Array());
  }
  if (!changes) data.learning ??= 1;
  else if (!seen.has("learning")) delete data.learning;
}
