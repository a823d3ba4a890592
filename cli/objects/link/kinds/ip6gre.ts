/**
 * `ip link … type ip6gre`, `ip6gretap` and `ip6erspan`.
 *
 * @module
 */

import type { Context } from "../../../runtime/context.ts";
import { type Grammar, value } from "../../../parse/grammar.ts";
import { existingDevice, type Kind, kindParser } from "./kind.ts";
import { printEndpoint } from "./tunnel.ts";
import {
  printDevice,
  printEncap,
  printErspan,
  printGreHeader,
  printIp6Flags,
  printIp6Header,
} from "./tunnel_text.ts";
import {
  currentData,
  encapWords,
  endpoint,
  erspanWords,
  finishErspan,
  greHeaderWords,
  ip6Words,
} from "./tunnel_words.ts";
import { AF_INET6 } from "../../../../messages/families.ts";
import type { Ip6greData } from "../../../../messages/link/kinds/ip6gre.ts";
import { TUNNEL_ENCAP_FLAG_CSUM6 } from "../../../../messages/link/kinds/tunnel_encap.ts";

const HELP = `\
Usage: ... ip6gre   	[ remote ADDR ]
			[ local ADDR ]
			[ [no][i|o]seq ]
			[ [i|o]key KEY | no[i|o]key ]
			[ [no][i|o]csum ]
			[ hoplimit TTL ]
			[ encaplimit ELIM ]
			[ tclass TCLASS ]
			[ flowlabel FLOWLABEL ]
			[ dscp inherit ]
			[ dev PHYS_DEV ]
			[ fwmark MARK ]
			[ [no]allow-localremote ]
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

Where:	ADDR	  := IPV6_ADDRESS
	TTL	  := { 0..255 } (default=64)
	KEY	  := { DOTTED_QUAD | NUMBER }
	ELIM	  := { none | 0..255 }(default=4)
	TCLASS	  := { 0x0..0xff | inherit }
	FLOWLABEL := { 0x0..0xfffff | inherit }
	MARK	  := { 0x0..0xffffffff | inherit }
`;

/** The usage of one of the kinds. */
function help(name: string): string {
  return HELP.replace("ip6gre   ", name.padEnd(9));
}

const grammar: Grammar<Ip6greData> = {
  ...greHeaderWords(),
  "remote*": endpoint("remote", AF_INET6),
  "local*": endpoint("local", AF_INET6),
  "dev*": existingDevice("link", true),
  ...ip6Words("*"),
  ...encapWords(),
  external: value("collectMetadata", true),
  ...erspanWords(),
};

function ip6gre(name: string): Kind<Ip6greData> {
  return {
    help: help(name),
    print,
    parse: kindParser<Ip6greData>(grammar, {
      help,
      unknown: () => "",
      start: async (change) => ({
        ikey: 0,
        okey: 0,
        iflags: 0,
        oflags: 0,
        ttl: 64,
        encapLimit: 4,
        flowinfo: 0,
        flags: 0,
        fwmark: 0,
        encapType: 0,
        encapFlags: TUNNEL_ENCAP_FLAG_CSUM6,
        encapSport: 0,
        encapDport: 0,
        ...await currentData<Ip6greData>(change),
      }),
      finish,
    }),
  };
}

/** `type ip6gre`. */
export const kind: Kind<Ip6greData> = ip6gre("ip6gre");
/** `type ip6gretap`. */
export const ip6gretap: { readonly kind: Kind<Ip6greData> } = {
  kind: ip6gre("ip6gretap"),
};
/** `type ip6erspan`. */
export const ip6erspan: { readonly kind: Kind<Ip6greData> } = {
  kind: ip6gre("ip6erspan"),
};

function finish(data: Ip6greData): void {
  if (data.collectMetadata) {
    for (const key of Object.keys(data)) {
      if (key !== "collectMetadata") delete data[key as keyof Ip6greData];
    }
    return;
  }
  if (data.link === 0) delete data.link;
  finishErspan(data);
}

function print(context: Context, data: Ip6greData): void {
  const { printer } = context;
  if (data.collectMetadata) printer.value("external", true, "external ");
  printEndpoint(printer, "remote", data.remote);
  printEndpoint(printer, "local", data.local);
  printDevice(context, data.link);
  printIp6Header(context, data);
  printGreHeader(context, data);
  printIp6Flags(context, data, false);
  printErspan(context, data);
  printEncap(context, data);
}
