/**
 * The options of VLANs of a bridge, as `bridge vlan global` reads and writes
 * them.
 *
 * @module
 */

import type { VlanGlobalOptions } from "../../../messages/vlan_database/vlan_database.ts";

/** Options of so many bits. */
type OfSize<B, V> = readonly [key: KeyOf<V>, word: string, bits: B];
type KeyOf<V> = Exclude<
  {
    [K in keyof VlanGlobalOptions]-?: Exclude<
      VlanGlobalOptions[K],
      undefined
    > extends V ? K : never;
  }[keyof VlanGlobalOptions],
  undefined
>;

/** An option: its property, its keyword, and how many bits it has. */
export type GlobalOption = OfSize<8 | 16 | 32, number> | OfSize<64, bigint>;

/** The options in the order of writing. */
export const GLOBAL_OPTIONS: readonly GlobalOption[] = [
  ["multicastSnooping", "mcast_snooping", 8],
  ["multicastQuerier", "mcast_querier", 8],
  ["multicastIgmpVersion", "mcast_igmp_version", 8],
  ["multicastMldVersion", "mcast_mld_version", 8],
  ["multicastLastMemberCount", "mcast_last_member_count", 32],
  ["multicastLastMemberInterval", "mcast_last_member_interval", 64],
  ["multicastStartupQueryCount", "mcast_startup_query_count", 32],
  ["multicastStartupQueryInterval", "mcast_startup_query_interval", 64],
  ["multicastMembershipInterval", "mcast_membership_interval", 64],
  ["multicastQuerierInterval", "mcast_querier_interval", 64],
  ["multicastQueryInterval", "mcast_query_interval", 64],
  ["multicastQueryResponseInterval", "mcast_query_response_interval", 64],
  ["mstInstance", "msti", 16],
];
