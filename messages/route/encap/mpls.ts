/**
 * Encapsulation in MPLS: `MPLS_IPTUNNEL_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/mpls_iptunnel.h | linux/mpls_iptunnel.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  u8,
} from "../../codec/mod.ts";
import { mplsLabels } from "../mpls.ts";

/** Encapsulation in MPLS (`MPLS_IPTUNNEL_*`). */
export interface MplsEncap extends Attributes {
  /** Labels to push, the outermost first, as entries (`MPLS_IPTUNNEL_DST`). */
  labels?: number[];
  /** Time to live; the packet's if there is none (`MPLS_IPTUNNEL_TTL`). */
  ttl?: number;
}

/** Codec of {@linkcode MplsEncap}. */
export const mplsEncap: Codec<MplsEncap> = attributes({
  labels: ["MPLS_IPTUNNEL_DST", 1, mplsLabels],
  ttl: ["MPLS_IPTUNNEL_TTL", 2, u8],
});
