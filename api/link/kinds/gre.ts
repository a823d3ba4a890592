/**
 * GRE tunnels over IPv4: kinds `gre`, `gretap` and `erspan`.
 *
 * @module
 */

import { type GreData, greData } from "../../../messages/link/kinds/gre.ts";
import { boolean } from "../../mapping/conversions.ts";
import { type Fields, mapping } from "../../mapping/mapping.ts";
import {
  erspanHeaderFields,
  type ErspanHeaderOptions,
  greHeaderFields,
  type GreHeaderOptions,
} from "./gre_header.ts";
import { type KindMapping, whole } from "./kind_mapping.ts";
import {
  ipv4OrAny,
  tosOrInherit,
  ttlOrInherit,
  tunnelFields,
  type TunnelOptions,
} from "./tunnel.ts";

/** Settings of a GRE tunnel over IPv4. */
export interface GreOptions extends TunnelOptions, GreHeaderOptions {
  /** Address of this end; `null` for any (`IFLA_GRE_LOCAL`). */
  local?: string | null;
  /** Address of the other end; `null` for any (`IFLA_GRE_REMOTE`). */
  remote?: string | null;
  /**
   * Time to live of outer packets; `"inherit"` copies the inner one
   * (`IFLA_GRE_TTL`).
   */
  ttl?: number | "inherit";
  /**
   * Type of service of outer packets; `"inherit"` copies the inner one
   * (`IFLA_GRE_TOS`).
   */
  tos?: number | "inherit";
  /** Whether the path's MTU is discovered (`IFLA_GRE_PMTUDISC`). */
  pathMtuDiscovery?: boolean;
  /**
   * Whether packets are fragmented although the inner ones forbid it
   * (`IFLA_GRE_IGNORE_DF`).
   */
  ignoreDf?: boolean;
}

/** Settings of an ERSPAN tunnel over IPv4. */
export interface ErspanOptions extends GreOptions, ErspanHeaderOptions {}

const fields: Fields<GreOptions, GreData> = {
  ...tunnelFields,
  ...greHeaderFields,
  local: ipv4OrAny,
  remote: ipv4OrAny,
  ttl: ttlOrInherit,
  tos: tosOrInherit,
  pathMtuDiscovery: ["pmtudisc", boolean],
  ignoreDf: boolean,
};

/** How {@linkcode GreOptions} and {@linkcode GreData} correspond. */
export const greMapping: KindMapping<GreOptions, GreData> = whole(
  mapping<GreOptions, GreData>(fields, greData),
);

/** How {@linkcode ErspanOptions} and {@linkcode GreData} correspond. */
export const erspanMapping: KindMapping<ErspanOptions, GreData> = whole(
  mapping<ErspanOptions, GreData>(
    { ...fields, ...erspanHeaderFields },
    greData,
  ),
);
