/**
 * `encap ip` and `encap ip6`: tunnels that routes lead into.
 *
 * @module
 */

import type { Codec } from "../../../../messages/codec/mod.ts";
import { AF_INET, AF_INET6 } from "../../../../messages/families.ts";
import {
  type Ip6Encap,
  ip6Encap,
  type IpEncap,
  ipEncap,
} from "../../../../messages/route/encap/ip.ts";
import { setAddress } from "../../../parse/address_attribute.ts";
import type { Grammar } from "../../../parse/grammar.ts";
import { addressOf } from "../../../parse/prefixes.ts";
import { unique } from "../../link/kinds/kind.ts";
import type { Setting } from "../../link/kinds/setting.ts";
import { type EncapKind, encapOfSettings, printOuter } from "./kind.ts";
import { OPTION_KEYWORDS, printTunnelOptions } from "./tunnel_options.ts";

type Tunnel = IpEncap | Ip6Encap;

/** Flags of tunnels (`TUNNEL_*`), in the order of writing. */
const FLAGS = { key: 0x04, csum: 0x01, seq: 0x08 };

const KEYWORDS: Grammar<Tunnel> = {
  ...Object.fromEntries(
    Object.entries(FLAGS).map(([name, flag]) => [
      name,
      unique<Tunnel>(name, (encap) => {
        encap.flags = (encap.flags ?? 0) | flag;
      }),
    ]),
  ),
  ...OPTION_KEYWORDS,
};

const flags: Setting<Tunnel, number> = {
  print: ({ printer }, _, flags) => {
    for (const [name, flag] of Object.entries(FLAGS)) {
      if (flags & flag) printer.value(name, true, `${name} `);
    }
  },
};

const dsField: Setting<Tunnel, number> = {
  read: (word, { context: { names } }) => names.dsFields.numberOf(word),
};

/** One end of a tunnel. */
function end(
  key: "source" | "destination",
  word: string,
  family: number,
): Setting<Tunnel, string> {
  const codec = family === AF_INET6 ? ip6Encap : ipEncap;
  return {
    word: `${word} ADDRESS`,
    take: (encap, { args }) =>
      setAddress(
        codec as Codec<Tunnel>,
        encap,
        key,
        addressOf(args.take(), family),
      ),
    print: (context, { json }, address) =>
      printOuter(
        context,
        family === AF_INET6 ? "inet6" : "inet",
        json,
        address,
      ),
  };
}

/** Tunnels over IPv4. */
export const ip: EncapKind<IpEncap> = encapOfSettings(ipEncap, {
  id: "id",
  source: end("source", "src", AF_INET),
  destination: end("destination", "dst", AF_INET),
  ttl: "ttl",
  tos: { word: "tos", ...dsField },
  flags,
  options: { print: printTunnelOptions },
}, { keywords: KEYWORDS });

/** Tunnels over IPv6. */
export const ip6: EncapKind<Ip6Encap> = encapOfSettings(ip6Encap, {
  id: "id",
  source: end("source", "src", AF_INET6),
  destination: end("destination", "dst", AF_INET6),
  hopLimit: "hoplimit HOPS",
  trafficClass: { word: "tc", ...dsField },
  flags,
  options: { print: printTunnelOptions },
}, { keywords: KEYWORDS });
