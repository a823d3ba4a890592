/**
 * `ip link … type ipip` and `sit`.
 *
 * @module
 */

import {
  IPPROTO_IPIP,
  IPPROTO_IPV6,
  IPPROTO_MPLS,
} from "../../../../messages/ip_protocols.ts";
import { AF_INET, AF_INET6 } from "../../../../messages/families.ts";
import {
  SIT_ISATAP,
  type SitData,
  sitData,
} from "../../../../messages/link/kinds/sit.ts";
import { exit } from "../../../parse/errors.ts";
import type { Grammar } from "../../../parse/grammar.ts";
import { prefixOf } from "../../../parse/prefixes.ts";
import type { Context } from "../../../runtime/context.ts";
import { flag, flagOrNo, lowerDevice } from "./notations.ts";
import type { Kind } from "./kind.ts";
import { kindOfSettings } from "./settings.ts";
import {
  endpoint,
  isUnspecified,
  mark,
  tos,
  ttl,
  tunnelMode,
} from "./tunnel.ts";
import { printEncap } from "./format_tunnel.ts";
import { currentData, encapKeywords } from "./parse_tunnel.ts";

const IPIP_MODES = {
  "ipv4/ipv4": IPPROTO_IPIP,
  ip4ip4: IPPROTO_IPIP,
  ipip: IPPROTO_IPIP,
  "mpls/ipv4": IPPROTO_MPLS,
  mplsip: IPPROTO_MPLS,
  "any/ipv4": 0,
  any: 0,
};
const SIT_MODES = {
  "ipv6/ipv4": IPPROTO_IPV6,
  ip6ip: IPPROTO_IPV6,
  ...IPIP_MODES,
};

const ISATAP: Grammar<SitData> = {
  isatap: (data) => {
    data.flags = (data.flags ?? 0) | SIT_ISATAP;
  },
};

const SIXRD: Grammar<SitData> = {
  "6rd-prefix": (data, { args }) => {
    const { address, length } = prefixOf(args.take(), AF_INET6);
    data.sixrdPrefix = address || "::";
    data.sixrdPrefixlen = length;
  },
  "6rd-relay_prefix": (data, { args }) => {
    const { address, length } = prefixOf(args.take(), AF_INET);
    data.sixrdRelayPrefix = address || "0.0.0.0";
    data.sixrdRelayPrefixlen = length;
  },
  "6rd-reset": (data) => {
    data.sixrdPrefix = "2002::";
    data.sixrdPrefixlen = 16;
    delete data.sixrdRelayPrefix;
    delete data.sixrdRelayPrefixlen;
  },
};

function ipip(name: "ipip" | "sit"): Kind<SitData> {
  const isSit = name === "sit";
  return kindOfSettings<SitData>(sitData, [
    {
      collectMetadata: { word: "external", ...flag },
      proto: {
        ...tunnelMode(SIT_MODES),
        read: tunnelMode(isSit ? SIT_MODES : IPIP_MODES).read!,
      },
      remote: { word: "remote", ...endpoint(AF_INET) },
      local: { word: "local", ...endpoint(AF_INET) },
      link: lowerDevice,
      ttl: { word: "ttl hoplimit hlim", ...ttl },
      tos: { ...tos, word: "tos tclass tc dsfield*" },
      pmtudisc: {
        values: { nopmtudisc: 0, pmtudisc: 1 },
        ...flagOrNo,
        absent: 0,
      },
      flags: {
        json: "isatap",
        print: (context, names, flags, data) =>
          flag.print(context, names, flags & SIT_ISATAP, data),
      },
    },
    printSixrd,
    { fwmark: mark },
    printEncap,
  ], {
    unknown: () => "",
    keywords: {
      ...isSit && ISATAP,
      ...encapKeywords(),
      ...SIXRD,
    },
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
      ...isSit && { flags: 0 },
      ...await currentData<SitData>(change),
    }),
    finish,
  });
}

/** `type ipip`. */
export const kind: Kind<SitData> = ipip("ipip");
/** `type sit`. */
export const sit: { readonly kind: Kind<SitData> } = {
  kind: ipip("sit"),
};

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
