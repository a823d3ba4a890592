/**
 * `ip link … type geneve`.
 *
 * @module
 */

import type { Context } from "../../../runtime/context.ts";
import { fail, invalidArgument } from "../../../parse/errors.ts";
import { hex } from "../../../print/format.ts";
import { type Grammar, number, type Word } from "../../../parse/grammar.ts";
import { unsigned } from "../../../parse/numbers.ts";
import { addressOf } from "../../../parse/prefixes.ts";
import {
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
import {
  GENEVE_DF_INHERIT,
  GENEVE_DF_SET,
  GENEVE_DF_UNSET,
  type GeneveData,
} from "../../../../messages/link/kinds/geneve.ts";

const DF: Readonly<Record<string, number>> = {
  unset: GENEVE_DF_UNSET,
  set: GENEVE_DF_SET,
  inherit: GENEVE_DF_INHERIT,
};

const HELP = `\
Usage: ... geneve id VNI
		remote ADDR
		[ ttl TTL ]
		[ tos TOS ]
		[ df DF ]
		[ flowlabel LABEL ]
		[ dstport PORT ]
		[ [no]external ]
		[ [no]udpcsum ]
		[ [no]udp6zerocsumtx ]
		[ [no]udp6zerocsumrx ]
		[ innerprotoinherit ]

Where:	VNI   := 0-16777215
	ADDR  := IP_ADDRESS
	TOS   := { NUMBER | inherit }
	TTL   := { 1..255 | auto | inherit }
	DF    := { unset | set | inherit }
	LABEL := 0-1048575
`;

/** Geneve tunnels. */
export const kind: Kind<GeneveData> = {
  help: HELP,
  print,
  parse: kindParser(grammar(), {
    help: HELP,
    unknown: unknownCommand,
    finish,
  }),
};

function print({ printer }: Context, data: GeneveData): void {
  const { remote, remote6, label } = data;
  if (data.collectMetadata) printer.value("external", true, "external ");
  printNumbers(printer, data, { id: "id" });
  if (remote !== undefined) {
    if (!isUnspecified(remote)) printer.named("remote", remote);
  } else if (remote6 !== undefined) {
    if (!isUnspecified(remote6) && !isMulticast(remote6)) {
      printer.value("remote6", remote6, `remote ${remote6} `);
    }
  }
  if (data.ttlInherit) printer.text("ttl inherit ");
  else if (data.ttl !== undefined) printTtl(printer, data.ttl, "auto");
  printTos(printer, data.tos);
  const df = Object.keys(DF).find((name) => DF[name] === data.df);
  if (df !== undefined) {
    printer.value("df", df, df === "unset" ? "" : `df ${df} `);
  }
  if (label) printer.value("label", hex(label), `flowlabel ${hex(label)} `);
  printNumbers(printer, data, { port: ["port", "dstport"] });
  printNo(printer, "udp_csum", "udpcsum", data.udpCsum);
  printNo(printer, "udp_zero_csum6_tx", "udp6zerocsumtx", data.udpZeroCsum6Tx);
  printNo(printer, "udp_zero_csum6_rx", "udp6zerocsumrx", data.udpZeroCsum6Rx);
  if (data.innerProtoInherit) {
    printer.value("inner_proto_inherit", true, "innerprotoinherit ");
  }
}

function grammar(): Grammar<GeneveData> {
  const flag = (
    key: "udpCsum" | "udpZeroCsum6Tx" | "udpZeroCsum6Rx",
    value: number,
  ): Word<GeneveData> => unique(key, (data) => void (data[key] = value));
  return {
    "id* vni*": unique("id", number("id", 32, "invalid id", 0xffffff), "id"),
    "remote*": unique("remote", (data, { words }) => {
      const word = words.take();
      const { address, bytes } = addressOf(word, 0);
      if (bytes.length === 0 || isMulticast(address)) {
        throw invalidArgument("invalid remote address", word);
      }
      if (bytes.length === 4) data.remote = address;
      else data.remote6 = address;
    }, "remote"),
    "ttl* hoplimit*": unique("ttl", (data, { words }) => {
      const word = words.take();
      if (word === "inherit") data.ttlInherit = 1;
      else if (word !== "auto") data.ttl = readTtl(word);
    }, "ttl"),
    "tos* dsfield*": unique("tos", (data, { words, context }) => {
      data.tos = takeTos(words, context);
    }, "tos"),
    "df*": unique("df", (data, { words }) => {
      const word = words.take();
      if (!Object.hasOwn(DF, word)) {
        throw invalidArgument("DF must be 'unset', 'set' or 'inherit'", word);
      }
      data.df = DF[word]!;
    }, "df"),
    "label* flowlabel*": unique(
      "label",
      number("label", 32, "invalid flowlabel", 0xfffff),
      "flowlabel",
    ),
    "dstport*": unique("port", number("port", 16, "dstport"), "dstport"),
    "external*": unique(
      "external",
      (data) => void (data.collectMetadata = true),
    ),
    "noexternal*": unique("external", () => {}),
    "udpcsum*": flag("udpCsum", 1),
    "noudpcsum*": flag("udpCsum", 0),
    "udp6zerocsumtx*": flag("udpZeroCsum6Tx", 1),
    "noudp6zerocsumtx*": flag("udpZeroCsum6Tx", 0),
    "udp6zerocsumrx*": flag("udpZeroCsum6Rx", 1),
    "noudp6zerocsumrx*": flag("udpZeroCsum6Rx", 0),
    innerprotoinherit: unique(
      "inner",
      (data) => void (data.innerProtoInherit = true),
    ),
  };
}

function readTtl(word: string): number {
  const ttl = unsigned(word, 32);
  if (ttl === undefined) throw invalidArgument("invalid TTL", word);
  if (ttl > 255) throw invalidArgument("TTL must be <= 255", word);
  return ttl;
}

function finish(
  data: GeneveData,
  { changes }: LinkChange,
  seen: Set<string>,
): void {
  if (data.collectMetadata) {
    if (seen.has("id")) {
      throw fail(1, "geneve: both 'external' and vni cannot be specified");
    }
  } else if (!seen.has("id")) {
    throw fail(1, "geneve: missing virtual network identifier");
  } else if (
    !changes && data.remote === undefined && data.remote6 === undefined
  ) {
    throw fail(1, "geneve: remote link partner not specified");
  }
  data.id ??= 0;
  if (!changes || seen.has("label")) data.label ??= 0;
  if (!changes || seen.has("ttl")) data.ttl ??= 0;
  if (!changes || seen.has("tos")) data.tos ??= 0;
  if (data.port === 0) delete data.port;
}
