/**
 * `ip link … type ip6gre`, `ip6gretap` and `ip6erspan`.
 *
 * @module
 */

import { AF_INET6 } from "../../../../messages/families.ts";
import {
  type Ip6greData,
  ip6greData,
} from "../../../../messages/link/kinds/ip6gre.ts";
import { TUNNEL_ENCAP_FLAG_CSUM6 } from "../../../../messages/link/kinds/tunnel_encap.ts";
import { flag, lowerDevice } from "./notations.ts";
import type { Kind } from "./kind.ts";
import { kindOfSettings } from "./settings.ts";
import { endpoint } from "./tunnel.ts";
import {
  printEncap,
  printGreHeader,
  printIp6Flags,
  printIp6Header,
} from "./format_tunnel.ts";
import { erspan, finishErspan } from "./erspan.ts";
import {
  currentData,
  encapKeywords,
  greHeaderKeywords,
  hopLimit,
  ip6Keywords,
} from "./parse_tunnel.ts";

/** `type ip6gre`. */
export const kind: Kind<Ip6greData> = kindOfSettings<Ip6greData>(ip6greData, [
  {
    collectMetadata: { word: "external", ...flag },
    remote: { word: "remote*", ...endpoint(AF_INET6) },
    local: { word: "local*", ...endpoint(AF_INET6) },
    link: lowerDevice,
    ttl: hopLimit("*"),
  },
  printIp6Header,
  printGreHeader,
  (context, data) => printIp6Flags(context, data, false),
  erspan,
  printEncap,
], {
  unknown: () => "",
  keywords: { ...greHeaderKeywords(), ...ip6Keywords("*"), ...encapKeywords() },
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
});
/** `type ip6gretap`. */
export const ip6gretap: { readonly kind: Kind<Ip6greData> } = { kind };
/** `type ip6erspan`. */
export const ip6erspan: { readonly kind: Kind<Ip6greData> } = { kind };

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
