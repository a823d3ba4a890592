/**
 * Identities of bridges in a spanning tree.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 *
 * @module
 */

import { be16, type Codec, macAddress, struct } from "../../codec/mod.ts";

/** Identity of a bridge (`struct ifla_bridge_id`). */
export interface BridgeId {
  /** Priority (`prio`). */
  priority: number;
  /** Hardware address (`addr`). */
  address: string;
}

/** Codec of {@linkcode BridgeId}. */
export const bridgeId: Codec<BridgeId> = struct({
  priority: be16,
  address: macAddress,
});
