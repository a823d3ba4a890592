/**
 * GRE tunnels over IPv6: kinds `ip6gre`, `ip6gretap` and `ip6erspan`.
 *
 * @module
 */

import {
  type Ip6greData,
  ip6greData,
} from "../../../messages/link/kinds/ip6gre.ts";
import { mapping } from "../../mapping/mapping.ts";
import {
  erspanHeaderFields,
  type ErspanHeaderOptions,
  greHeaderFields,
  type GreHeaderOptions,
} from "./gre_header.ts";
import { ip6TunnelFields, type Ip6TunnelOptions } from "./ip6_tunnel.ts";
import { type KindMapping, whole } from "./kind_mapping.ts";

/** Settings of a GRE tunnel over IPv6. */
export interface Ip6greOptions extends Ip6TunnelOptions, GreHeaderOptions {}

/** Settings of an ERSPAN tunnel over IPv6. */
export interface Ip6erspanOptions extends Ip6greOptions, ErspanHeaderOptions {}

/** How {@linkcode Ip6greOptions} and {@linkcode Ip6greData} correspond. */
export const ip6greMapping: KindMapping<Ip6greOptions, Ip6greData> = whole(
  mapping<Ip6greOptions, Ip6greData>({
    ...ip6TunnelFields,
    ...greHeaderFields,
  }, ip6greData),
);

/** How {@linkcode Ip6erspanOptions} and {@linkcode Ip6greData} correspond. */
export const ip6erspanMapping: KindMapping<Ip6erspanOptions, Ip6greData> =
  whole(
    mapping<Ip6erspanOptions, Ip6greData>({
      ...ip6TunnelFields,
      ...greHeaderFields,
      ...erspanHeaderFields,
    }, ip6greData),
  );
