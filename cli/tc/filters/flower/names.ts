/**
 * Names of values that filters of the kind `flower` compare.
 *
 * @module
 */

import {
  ETH_P_IP,
  ETH_P_IPV6,
} from "../../../../messages/link/constants_hardware.ts";
import {
  FLOWER_CT_STATES,
  TCA_FLOWER_KEY_FLAGS_FRAG_IS_FIRST,
  TCA_FLOWER_KEY_FLAGS_IS_FRAGMENT,
  TCA_FLOWER_KEY_FLAGS_TUNNEL_CRIT_OPT,
  TCA_FLOWER_KEY_FLAGS_TUNNEL_CSUM,
  TCA_FLOWER_KEY_FLAGS_TUNNEL_DONT_FRAGMENT,
  TCA_FLOWER_KEY_FLAGS_TUNNEL_OAM,
} from "../../../../messages/tc/filters/flower/network.ts";

/** Names of bits, in the order of printing. */
export type FlagNames = readonly (readonly [name: string, bit: number])[];

/** What fragments are called. */
export const FRAGMENT_FLAGS: FlagNames = [
  ["frag", TCA_FLOWER_KEY_FLAGS_IS_FRAGMENT],
  ["firstfrag", TCA_FLOWER_KEY_FLAGS_FRAG_IS_FIRST],
];

/** What flags of tunnels are called. */
export const TUNNEL_FLAGS: FlagNames = [
  ["tuncsum", TCA_FLOWER_KEY_FLAGS_TUNNEL_CSUM],
  ["tundf", TCA_FLOWER_KEY_FLAGS_TUNNEL_DONT_FRAGMENT],
  ["tunoam", TCA_FLOWER_KEY_FLAGS_TUNNEL_OAM],
  ["tuncrit", TCA_FLOWER_KEY_FLAGS_TUNNEL_CRIT_OPT],
];

/** Most classes of hardware (`TC_QOPT_MAX_QUEUE`). */
export const MOST_CLASSES = 16;

/** Names of protocols, in the order of trying; some may be cut short. */
export const IP_PROTOCOLS: readonly (readonly [
  name: string,
  number: number,
  isShort: boolean,
  etherType?: number,
])[] = [
  ["tcp", 6, true],
  ["udp", 17, true],
  ["sctp", 132, true],
  ["icmp", 1, true, ETH_P_IP],
  ["icmpv6", 58, true, ETH_P_IPV6],
  ["l2tp", 115, false],
  ["esp", 50, false],
  ["ah", 51, false],
];

/** Names of states, in the order of trying. */
export const CT_STATES: readonly (readonly [name: string, bit: number])[] = [
  ["trk", FLOWER_CT_STATES.tracked],
  ["new", FLOWER_CT_STATES.new],
  ["est", FLOWER_CT_STATES.established],
  ["rel", FLOWER_CT_STATES.related],
  ["inv", FLOWER_CT_STATES.invalid],
  ["rpl", FLOWER_CT_STATES.reply],
];
