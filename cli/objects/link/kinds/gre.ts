/**
 * `ip link … type gre`, `gretap` and `erspan`.
 *
 * @module
 */

import type { Context } from "../../../runtime/context.ts";
import { fail } from "../../../parse/errors.ts";
import { type Grammar, number, value } from "../../../parse/grammar.ts";
import { ipv4Number } from "../../../parse/prefixes.ts";
import { existingDevice, type Kind, kindParser } from "./kind.ts";
import {
  isMulticast,
  printEndpoint,
  printTos,
  printTtl,
  takeTos,
} from "./tunnel.ts";
import {
  printDevice,
  printEncap,
  printErspan,
  printGreHeader,
  printMark,
} from "./tunnel_text.ts";
import {
  currentData,
  encapWords,
  endpoint,
  erspanWords,
  finishErspan,
  greHeaderWords,
  ttl,
} from "./tunnel_words.ts";
import { AF_INET } from "../../../../messages/families.ts";
import { GRE_KEY, type GreData } from "../../../../messages/link/kinds/gre.ts";

const HELP = `\
Usage: ... gre      	[ remote ADDR ]
			[ local ADDR ]
			[ [no][i|o]seq ]
			[ [i|o]key KEY | no[i|o]key ]
			[ [no][i|o]csum ]
			[ ttl TTL ]
			[ tos TOS ]
			[ [no]pmtudisc ]
			[ [no]ignore-df ]
			[ dev PHYS_DEV ]
			[ fwmark MARK ]
			[ external ]
			[ noencap ]
			[ encap { fou | gue | none } ]
			[ encap-sport PORT ]
			[ encap-dport PORT ]
			[ [no]encap-csum ]
			[ [no]encap-csum6 ]
			[ [no]encap-remcsum ]

Where:	ADDR := { IP_ADDRESS | any }
	TOS  := { NUMBER | inherit }
	TTL  := { 1..255 | inherit }
	KEY  := { DOTTED_QUAD | NUMBER }
	MARK := { 0x0..0xffffffff }
`;
const ERSPAN_HELP = `\
Usage: ... erspan   	[ remote ADDR ]
			[ local ADDR ]
			[ [no][i|o]seq ]
			[ [i|o]key KEY | no[i|o]key ]
			[ [no][i|o]csum ]
			[ ttl TTL ]
			[ tos TOS ]
			[ [no]pmtudisc ]
			[ [no]ignore-df ]
			[ dev PHYS_DEV ]
			[ fwmark MARK ]
			[ external ]
			[ noencap ]
			[ encap { fou | gue | none } ]
			[ encap-sport PORT ]
			[ encap-dport PORT ]
			[ [no]encap-csum ]
			[ [no]encap-csum6 ]
			[ [no]encap-remcsum ]
			[ erspan_ver version ]
			[ erspan IDX ]
			[ erspan_dir { ingress | egress } ]
			[ erspan_hwid hwid ]

Where:	ADDR := { IP_ADDRESS | any }
	TOS  := { NUMBER | inherit }
	TTL  := { 1..255 | inherit }
	KEY  := { DOTTED_QUAD | NUMBER }
	MARK := { 0x0..0xffffffff }
`;

/** The usage of one of the kinds. */
function help(name: string): string {
  return name === "erspan"
    ? ERSPAN_HELP
    : HELP.replace("gre      ", name.padEnd(9));
}

function gre(name: string): Kind<GreData> {
  return {
    help: help(name),
    print,
    parse: kindParser<GreData>(grammar(name === "erspan"), {
      help,
      unknown: () => "",
      start: async (change) => ({
        ikey: 0,
        okey: 0,
        iflags: 0,
        oflags: 0,
        pmtudisc: 1,
        tos: 0,
        ttl: 0,
        fwmark: 0,
        encapType: 0,
        encapFlags: 0,
        encapSport: 0,
        encapDport: 0,
        ...await currentData<GreData>(change),
      }),
      finish: (data) => finish(data, name),
    }),
  };
}

/** `type gre`. */
export const kind: Kind<GreData> = gre("gre");
/** `type gretap`. */
export const gretap: { readonly kind: Kind<GreData> } = { kind: gre("gretap") };
/** `type erspan`. */
export const erspan: { readonly kind: Kind<GreData> } = { kind: gre("erspan") };

function grammar(isErspan: boolean): Grammar<GreData> {
  return {
    ...greHeaderWords(),
    "nopmtudisc*": value("pmtudisc", 0),
    "pmtudisc*": value("pmtudisc", 1),
    "remote*": endpoint("remote", AF_INET),
    "local*": endpoint("local", AF_INET),
    "dev*": existingDevice("link", true),
    "ttl* hoplimit* hlim*": ttl("invalid TTL\n"),
    "tos* tclass* dsfield*": (data, { words, context }) => {
      data.tos = takeTos(words, context);
    },
    ...encapWords(),
    external: value("collectMetadata", true),
    "ignore-df": value("ignoreDf", 1),
    "noignore-df": value("ignoreDf", 0),
    fwmark: number("fwmark", 32, "invalid fwmark\n"),
    ...(isErspan ? erspanWords<GreData>() : {}),
  };
}

function finish(data: GreData, name: string): void {
  const { remote, local } = data;
  if (remote !== undefined && isMulticast(remote)) {
    const key = ipv4Number(remote);
    if (!data.ikey) {
      data.ikey = key;
      data.iflags = (data.iflags ?? 0) | GRE_KEY;
    }
    if (!data.okey) {
      data.okey = key;
      data.oflags = (data.oflags ?? 0) | GRE_KEY;
    }
    if (local === undefined) {
      throw fail(1, "A broadcast tunnel requires a source address.");
    }
  }
  if (data.collectMetadata) {
    for (const key of Object.keys(data)) {
      if (key !== "collectMetadata") delete data[key as keyof GreData];
    }
    return;
  }
  if (data.link === 0) delete data.link;
  if (name === "erspan") finishErspan(data);
}

function print(context: Context, data: GreData): void {
  const { printer } = context;
  if (data.collectMetadata) printer.value("external", true, "external ");
  printEndpoint(printer, "remote", data.remote);
  printEndpoint(printer, "local", data.local);
  printDevice(context, data.link);
  printTtl(printer, data.ttl ?? 0, "inherit");
  printTos(printer, data.tos);
  if (data.pmtudisc !== undefined) {
    printer.value(
      "pmtudisc",
      data.pmtudisc !== 0,
      data.pmtudisc ? "" : "nopmtudisc ",
    );
  }
  if (data.ignoreDf) printer.value("ignore_df", true, "ignore-df ");
  printGreHeader(context, data);
  printMark(context, data.fwmark);
  printErspan(context, data);
  printEncap(context, data);
}
