/**
 * `ip link … type ipip` and `sit`.
 *
 * @module
 */

import type { Context } from "../../../runtime/context.ts";
import { exit } from "../../../parse/errors.ts";
import { type Grammar, number, value } from "../../../parse/grammar.ts";
import { prefixOf } from "../../../parse/prefixes.ts";
import { existingDevice, type Kind, kindParser } from "./kind.ts";
import {
  isUnspecified,
  printEndpoint,
  printMode,
  printTos,
  printTtl,
  takeTos,
  tunnelMode,
} from "./tunnel.ts";
import { printDevice, printEncap, printMark } from "./tunnel_text.ts";
import { currentData, encapWords, endpoint, ttl } from "./tunnel_words.ts";
import { AF_INET, AF_INET6 } from "../../../../messages/families.ts";
import {
  SIT_ISATAP,
  type SitData,
} from "../../../../messages/link/kinds/sit.ts";

const IPPROTO_IPIP = 4;
const IPPROTO_IPV6 = 41;
const IPPROTO_MPLS = 137;

const IPIP_HELP = `\
Usage: ... ipip  	[ remote ADDR ]
			[ local ADDR ]
			[ ttl TTL ]
			[ tos TOS ]
			[ [no]pmtudisc ]
			[ 6rd-prefix ADDR ]
			[ 6rd-relay_prefix ADDR ]
			[ 6rd-reset ]
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
			[ mode { ipip | mplsip | any } ]

Where:	ADDR := { IP_ADDRESS | any }
	TOS  := { NUMBER | inherit }
	TTL  := { 1..255 | inherit }
	MARK := { 0x0..0xffffffff }
`;
const SIT_HELP = `\
Usage: ... sit   	[ remote ADDR ]
			[ local ADDR ]
			[ ttl TTL ]
			[ tos TOS ]
			[ [no]pmtudisc ]
			[ 6rd-prefix ADDR ]
			[ 6rd-relay_prefix ADDR ]
			[ 6rd-reset ]
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
			[ mode { ip6ip | ipip | mplsip | any } ]
			[ isatap ]

Where:	ADDR := { IP_ADDRESS | any }
	TOS  := { NUMBER | inherit }
	TTL  := { 1..255 | inherit }
	MARK := { 0x0..0xffffffff }
`;

function ipip(name: "ipip" | "sit", help: string): Kind<SitData> {
  return {
    help,
    print,
    parse: kindParser<SitData>(grammar(name), {
      help,
      unknown: () => "",
      start: async (change) => ({
        proto: 0,
        pmtudisc: 1,
        tos: 0,
        ttl: 0,
        link: 0,
        fwmark: 0,
        encapType: 0,
        encapFlags: 0,
        encapSport: 0,
        encapDport: 0,
        ...name === "sit" && { flags: 0 },
        ...await currentData<SitData>(change),
      }),
      finish,
    }),
  };
}

/** `type ipip`. */
export const kind: Kind<SitData> = ipip("ipip", IPIP_HELP);
/** `type sit`. */
export const sit: { readonly kind: Kind<SitData> } = {
  kind: ipip("sit", SIT_HELP),
};

function grammar(name: "ipip" | "sit"): Grammar<SitData> {
  return {
    mode: tunnelMode({
      ...name === "sit" && { "ipv6/ipv4": IPPROTO_IPV6, ip6ip: IPPROTO_IPV6 },
      "ipv4/ipv4": IPPROTO_IPIP,
      ipip: IPPROTO_IPIP,
      ip4ip4: IPPROTO_IPIP,
      "mpls/ipv4": IPPROTO_MPLS,
      mplsip: IPPROTO_MPLS,
      "any/ipv4": 0,
      any: 0,
    }),
    remote: endpoint("remote", AF_INET),
    local: endpoint("local", AF_INET),
    "dev*": existingDevice("link", true),
    "ttl hoplimit hlim": ttl("invalid TTL\n"),
    "tos tclass tc dsfield*": (data, { words, context }) => {
      data.tos = takeTos(words, context);
    },
    nopmtudisc: value("pmtudisc", 0),
    pmtudisc: value("pmtudisc", 1),
    ...(name === "sit"
      ? {
        isatap: (data: SitData) => {
          data.flags = (data.flags ?? 0) | SIT_ISATAP;
        },
      }
      : {}),
    ...encapWords(),
    external: value("collectMetadata", true),
    "6rd-prefix": (data, { words }) => {
      const { address, length } = prefixOf(words.take(), AF_INET6);
      data.sixrdPrefix = address || "::";
      data.sixrdPrefixlen = length;
    },
    "6rd-relay_prefix": (data, { words }) => {
      const { address, length } = prefixOf(words.take(), AF_INET);
      data.sixrdRelayPrefix = address || "0.0.0.0";
      data.sixrdRelayPrefixlen = length;
    },
    "6rd-reset": (data) => {
      data.sixrdPrefix = "2002::";
      data.sixrdPrefixlen = 16;
      delete data.sixrdRelayPrefix;
      delete data.sixrdRelayPrefixlen;
    },
    fwmark: number("fwmark", 32, "invalid fwmark\n"),
  };
}

function finish(data: SitData, { name }: { name: string }): void {
  if (data.ttl && data.pmtudisc === 0) {
    throw exit(255, "ttl != 0 and nopmtudisc are incompatible");
  }
  const kept: (keyof SitData)[] = ["collectMetadata", "proto"];
  for (const key of Object.keys(data) as (keyof SitData)[]) {
    const foreign = name !== "sit" &&
      (key === "flags" || key.startsWith("sixrd"));
    if (foreign || data.collectMetadata && !kept.includes(key)) {
      delete data[key];
    }
  }
}

function print(context: Context, data: SitData): void {
  const { printer } = context;
  if (data.collectMetadata) printer.value("external", true, "external ");
  printMode(printer, data.proto, {
    [IPPROTO_IPIP]: "ipip",
    [IPPROTO_IPV6]: "ip6ip",
    [IPPROTO_MPLS]: "mplsip",
    0: "any",
  });
  printEndpoint(printer, "remote", data.remote);
  printEndpoint(printer, "local", data.local);
  printDevice(context, data.link);
  printTtl(printer, data.ttl ?? 0, "inherit");
  printTos(printer, data.tos);
  const pmtudisc = !!data.pmtudisc;
  printer.value("pmtudisc", pmtudisc, `${pmtudisc ? "" : "no"}pmtudisc `);
  if ((data.flags ?? 0) & SIT_ISATAP) printer.value("isatap", true, "isatap ");
  printSixrd(context, data);
  printMark(context, data.fwmark);
  printEncap(context, data);
}

function printSixrd({ printer }: Context, data: SitData): void {
  const { sixrdPrefix = "::", sixrdPrefixlen, sixrdRelayPrefix } = data;
  if (!sixrdPrefixlen) return;
  printer.field("prefix", sixrdPrefix);
  printer.value(
    "prefixlen",
    sixrdPrefixlen,
    `6rd-prefix ${sixrdPrefix}/${sixrdPrefixlen} `,
  );
  if (isUnspecified(sixrdRelayPrefix)) return;
  const length = data.sixrdRelayPrefixlen ?? 0;
  printer.field("relay_prefix", sixrdRelayPrefix!);
  printer.value(
    "relay_prefixlen",
    length,
    `6rd-relay_prefix ${sixrdRelayPrefix}/${length} `,
  );
}
