/**
 * `ip link … type vxlan`.
 *
 * @module
 */

import type { Context } from "../../../runtime/context.ts";
import { fail, invalidArgument } from "../../../parse/errors.ts";
import { hex } from "../../../print/format.ts";
import {
  type Grammar,
  number,
  type Word,
  type Words,
} from "../../../parse/grammar.ts";
import { unsigned } from "../../../parse/numbers.ts";
import { addressOf, type Prefix } from "../../../parse/prefixes.ts";
import {
  existingDevice,
  type Kind,
  kindParser,
  type LinkChange,
  printNumbers,
  unique,
  unknownCommand,
} from "./kind.ts";
import {
  isMulticast,
  isUnspecified,
  printNo,
  printTos,
  printTtl,
  takeTos,
} from "./tunnel.ts";
import { AF_INET, AF_INET6 } from "../../../../messages/families.ts";
import type { VxlanData } from "../../../../messages/link/kinds/vxlan.ts";

/** What is done with the bit that forbids fragments: `VXLAN_DF_*`. */
const DF: readonly string[] = ["unset", "set", "inherit"];
/** Port of VXLAN-GPE. */
const GPE_PORT = 4790;

const HELP = `\
Usage: ... vxlan id VNI
		[ { group | remote } IP_ADDRESS ]
		[ local ADDR ]
		[ ttl TTL ]
		[ tos TOS ]
		[ df DF ]
		[ flowlabel LABEL ]
		[ dev PHYS_DEV ]
		[ dstport PORT ]
		[ srcport MIN MAX ]
		[ [no]learning ]
		[ [no]proxy ]
		[ [no]rsc ]
		[ [no]l2miss ]
		[ [no]l3miss ]
		[ ageing SECONDS ]
		[ maxaddress NUMBER ]
		[ [no]udpcsum ]
		[ [no]udp6zerocsumtx ]
		[ [no]udp6zerocsumrx ]
		[ [no]remcsumtx ] [ [no]remcsumrx ]
		[ [no]external ] [ gbp ] [ gpe ]
		[ [no]vnifilter ]

Where:	VNI	:= 0-16777215
	ADDR	:= { IP_ADDRESS | any }
	TOS	:= { NUMBER | inherit }
	TTL	:= { 1..255 | auto | inherit }
	DF	:= { unset | set | inherit }
	LABEL := 0-1048575
`;

const NO_PORT = `\
vxlan: destination port not specified
Will use Linux kernel default (non-standard value)
Use 'dstport 4789' to get the IANA assigned value
Use 'dstport 0' to get default and quiet this message
`;

/** VXLANs. */
export const kind: Kind<VxlanData> = {
  help: HELP,
  print,
  parse: kindParser<VxlanData>(grammar(), {
    help: HELP,
    unknown: unknownCommand,
    finish,
  }),
};

function print({ printer, links }: Context, data: VxlanData): void {
  const flag = (key: string, value: number | undefined, word = `${key} `) => {
    if (value) printer.value(key, true, word);
  };
  flag("external", data.collectMetadata);
  flag("vnifilter", data.vniFilter, "vnifilter");
  printNumbers(printer, data, { id: "id" });
  printEnd(printer, data.group, data.group6);
  const { local, local6, link, portRange, learning, df, label, ageing } = data;
  if (local !== undefined) {
    if (!isUnspecified(local)) printer.named("local", local);
  } else if (local6 !== undefined && !isUnspecified(local6)) {
    printer.value("local6", local6, `local ${local6} `);
  }
  if (link) {
    const name = links.nameOf(link);
    printer.value("link", name, `dev ${name} `);
  }
  if (portRange !== undefined) {
    printer.object("port_range", () => {
      printer.field("low", portRange.low);
      printer.field("high", portRange.high);
    });
    printer.text(`srcport ${portRange.low} ${portRange.high} `);
  }
  printNumbers(printer, data, { port: ["port", "dstport"] });
  if (learning !== undefined) {
    printer.value("learning", learning !== 0, learning ? "" : "nolearning ");
  }
  flag("proxy", data.proxy);
  flag("rsc", data.rsc);
  flag("l2miss", data.l2Miss);
  flag("l3miss", data.l3Miss);
  printTos(printer, data.tos);
  if (data.ttlInherit) printer.text("ttl inherit ");
  else if (data.ttl !== undefined) printTtl(printer, data.ttl, "auto");
  if (df !== undefined && DF[df] !== undefined) {
    printer.value("df", DF[df], df === 0 ? "" : `df ${DF[df]} `);
  }
  if (label) printer.value("label", hex(label), `flowlabel ${hex(label)} `);
  if (ageing !== undefined) {
    printer.value(
      "ageing",
      ageing,
      `ageing ${ageing === 0 ? "none" : ageing} `,
    );
  }
  if (data.limit) printer.value("limit", data.limit, `maxaddr ${data.limit} `);
  printNo(printer, "udp_csum", "udpcsum", data.udpChecksum);
  printNo(
    printer,
    "udp_zero_csum6_tx",
    "udp6zerocsumtx",
    data.udpZeroChecksum6Tx,
  );
  printNo(
    printer,
    "udp_zero_csum6_rx",
    "udp6zerocsumrx",
    data.udpZeroChecksum6Rx,
  );
  flag("remcsum_tx", data.remoteChecksumTx, "remcsumtx ");
  flag("remcsum_rx", data.remoteChecksumRx, "remcsumrx ");
  if (data.gbp) printer.value("gbp", true, "gbp ");
  if (data.gpe) printer.value("gpe", true, "gpe ");
}

function printEnd(
  printer: Context["printer"],
  group: string | undefined,
  group6: string | undefined,
): void {
  const address = group ?? group6;
  if (address === undefined || isUnspecified(address)) return;
  const name = isMulticast(address) ? "group" : "remote";
  const key = group === undefined ? `${name}6` : name;
  printer.value(key, address, `${name} ${address} `);
}

/** A word and the same with `no` in front. */
function pair(
  word: string,
  key: keyof VxlanData & Parameters<typeof number<VxlanData>>[0],
): Grammar<VxlanData> {
  const set = (value: number): Word<VxlanData> =>
    unique(key, (data) => void (data[key] = value as never));
  return { [`no${word}*`]: set(0), [`${word}*`]: set(1) };
}

function grammar(): Grammar<VxlanData> {
  return {
    "id* vni*": unique("id", number("id", 32, "invalid id", 0xffffff), "id"),
    "group*": takeGroup("group", true, "invalid group address"),
    "remote*": takeGroup("remote", false, "invalid remote address"),
    "local*": unique("local", (data, { words }) => {
      const word = words.take();
      const local = addressOf(word, familyOf(data.group, data.group6));
      if (local.bytes.length === 0 || isMulticast(local.address)) {
        throw invalidArgument("invalid local address", word);
      }
      if (local.family === AF_INET) data.local = local.address;
      else data.local6 = local.address;
    }, "local"),
    "dev*": unique("dev", existingDevice("link", true), "dev"),
    "ttl* hoplimit*": unique("ttl", (data, { words }) => {
      const word = words.take();
      if (word === "inherit") data.ttlInherit = true;
      else data.ttl = word === "auto" ? 0 : readTtl(word);
    }, "ttl"),
    "tos* dsfield*": unique("tos", (data, { words, context }) => {
      data.tos = takeTos(words, context);
    }, "tos"),
    "df*": unique("df", (data, { words }) => {
      const word = words.take();
      data.df = DF.indexOf(word);
      if (data.df < 0) {
        throw invalidArgument("DF must be 'unset', 'set' or 'inherit'", word);
      }
    }, "df"),
    "label* flowlabel*": unique(
      "label",
      number("label", 32, "invalid flowlabel", 0xfffff),
      "flowlabel",
    ),
    "ageing*": unique("ageing", (data, { words }) => {
      data.ageing = numberOr(words, "none", "ageing timer");
    }, "ageing"),
    "maxaddress*": unique("maxaddress", (data, { words }) => {
      data.limit = numberOr(words, "unlimited", "max addresses");
    }, "maxaddress"),
    "port* srcport*": unique("srcport", (data, { words }) => {
      const low = takePort(words, "min port");
      const high = takePort(words, "max port");
      if (low !== 0 || high !== 0) data.portRange = { low, high };
    }, "srcport"),
    "dstport*": unique("dstport", number("port", 16, "dst port"), "dstport"),
    ...pair("learning", "learning"),
    ...pair("proxy", "proxy"),
    ...pair("rsc", "rsc"),
    ...pair("l2miss", "l2Miss"),
    ...pair("l3miss", "l3Miss"),
    ...pair("udpcsum", "udpChecksum"),
    ...pair("udp6zerocsumtx", "udpZeroChecksum6Tx"),
    ...pair("udp6zerocsumrx", "udpZeroChecksum6Rx"),
    ...pair("remcsumtx", "remoteChecksumTx"),
    ...pair("remcsumrx", "remoteChecksumRx"),
    "external*": unique("external", (data) => {
      data.collectMetadata = 1;
      data.learning = 0;
    }),
    "noexternal*": unique("external", (data) => {
      data.collectMetadata = 0;
    }),
    "gbp*": unique("gbp", (data) => void (data.gbp = true)),
    "gpe*": unique("gpe", (data) => void (data.gpe = true)),
    vnifilter: unique("vnifilter", (data) => void (data.vniFilter = 1)),
    novnifilter: unique("vnifilter", (data) => void (data.vniFilter = 0)),
  };
}

function takeGroup(
  name: string,
  multicast: boolean,
  problem: string,
): Word<VxlanData> {
  const take = unique<VxlanData>("group", (data, { words }) => {
    const word = words.take();
    const end: Prefix = addressOf(word, familyOf(data.local, data.local6));
    if (end.bytes.length === 0 || isMulticast(end.address) !== multicast) {
      throw invalidArgument(problem, word);
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

function readTtl(word: string): number {
  const ttl = unsigned(word, 32);
  if (ttl === undefined) throw invalidArgument("invalid TTL", word);
  if (ttl > 255) throw invalidArgument("TTL must be <= 255", word);
  return ttl;
}

function numberOr(words: Words, none: string, problem: string): number {
  const word = words.take();
  const value = word === none ? 0 : unsigned(word, 32);
  if (value === undefined) throw invalidArgument(problem, word);
  return value;
}

function takePort(words: Words, problem: string): number {
  const word = words.take();
  const port = unsigned(word, 16);
  if (port === undefined) throw invalidArgument(problem, word);
  return port;
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
  if (group !== undefined && isMulticast(group) && !seen.has("dev")) {
    throw fail(1, "vxlan: 'group' requires 'dev' to be specified");
  }
  if (!seen.has("dstport")) {
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
  if (!changes) data.learning ??= 1;
  else if (!seen.has("learning")) delete data.learning;
}
