/**
 * Actions that change bytes of packets: `TCA_PEDIT_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/tc_act/tc_pedit.h | linux/tc_act/tc_pedit.h}
 *
 * @module
 */

import {
  array,
  type Attributes,
  attributes,
  be32,
  type Codec,
  list,
  s32,
  struct,
  u16,
  u32,
  u8,
} from "../../codec/mod.ts";
import { tailed } from "../../codec/tailed.ts";
import {
  actionParameterMembers,
  type ActionParameters,
  type ActionTimes,
  actionTimes,
} from "./parameters.ts";

/** Where offsets are counted from (`TCA_PEDIT_KEY_EX_HDR_TYPE_*`). */
export const PEDIT_HEADERS = {
  /** The network header (`TCA_PEDIT_KEY_EX_HDR_TYPE_NETWORK`). */
  network: 0,
  /** The Ethernet header (`TCA_PEDIT_KEY_EX_HDR_TYPE_ETH`). */
  eth: 1,
  /** The IPv4 header (`TCA_PEDIT_KEY_EX_HDR_TYPE_IP4`). */
  ipv4: 2,
  /** The IPv6 header (`TCA_PEDIT_KEY_EX_HDR_TYPE_IP6`). */
  ipv6: 3,
  /** The TCP header (`TCA_PEDIT_KEY_EX_HDR_TYPE_TCP`). */
  tcp: 4,
  /** The UDP header (`TCA_PEDIT_KEY_EX_HDR_TYPE_UDP`). */
  udp: 5,
} as const;

/** What is done to 32 bits (`TCA_PEDIT_KEY_EX_CMD_*`). */
export const PEDIT_COMMANDS = {
  /** They are set (`TCA_PEDIT_KEY_EX_CMD_SET`). */
  set: 0,
  /** A number is added (`TCA_PEDIT_KEY_EX_CMD_ADD`). */
  add: 1,
} as const;

/** A change of 32 bits (`struct tc_pedit_key`). */
export interface PeditKey {
  /** Bits that stay, those of a packet (`mask`). */
  mask: number;
  /** Bits that are set, or are added (`val`). */
  value: number;
  /** Where the 32 bits are, in bytes, a multiple of 4 (`off`). */
  offset: number;
  /** Where a byte is that is added to the offset (`at`). */
  at: number;
  /** Which bits of that byte (`offmask`). */
  atMask: number;
  /** By how many bits it is shifted to the right (`shift`). */
  shift: number;
}

/** What all actions have, and changes (`struct tc_pedit_sel`). */
export interface PeditParameters extends ActionParameters {
  /** Number of changes (`nkeys`). */
  keyCount: number;
  /** No longer in use (`flags`). */
  flags: number;
  /** Changes (`keys`). */
  keys: PeditKey[];
}

/** More about a change (`TCA_PEDIT_KEY_EX_*`). */
export interface PeditExtendedKey extends Attributes {
  /** One of {@linkcode PEDIT_HEADERS} (`TCA_PEDIT_KEY_EX_HTYPE`). */
  header?: number;
  /** One of {@linkcode PEDIT_COMMANDS} (`TCA_PEDIT_KEY_EX_CMD`). */
  command?: number;
}

/** An action that changes bytes of packets (`TCA_PEDIT_*`). */
export interface PeditData extends Attributes {
  /** When it was used (`TCA_PEDIT_TM`). */
  times?: ActionTimes;
  /** Changes, counted from the network header (`TCA_PEDIT_PARMS`). */
  parameters?: PeditParameters;
  /** Changes that have more to them (`TCA_PEDIT_PARMS_EX`). */
  extendedParameters?: PeditParameters;
  /** More about each of these (`TCA_PEDIT_KEYS_EX`). */
  extendedKeys?: PeditExtendedKey[];
}

/** Codec of {@linkcode PeditKey}. */
export const peditKey: Codec<PeditKey> = struct({
  mask: be32,
  value: be32,
  offset: s32,
  at: u32,
  atMask: u32,
  shift: u32,
});

const head = struct<Omit<PeditParameters, "keys">>({
  ...actionParameterMembers,
  keyCount: u8,
  flags: u8,
});

/** Codec of {@linkcode PeditParameters}. */
export const peditParameters: Codec<PeditParameters> = tailed<
  PeditParameters,
  "keys"
>(head, "keys", array(peditKey), "struct tc_pedit_sel", [
  {
    index: 1,
    capabilities: 0,
    control: 3,
    references: 1,
    bindings: 0,
    keyCount: 1,
    flags: 0,
    keys: [
      { mask: 0, value: 1, offset: 4, at: 0, atMask: 0, shift: 0 },
    ],
  },
]);

/** Codec of {@linkcode PeditExtendedKey}. */
export const peditExtendedKey: Codec<PeditExtendedKey> = attributes({
  header: ["TCA_PEDIT_KEY_EX_HTYPE", 1, u16],
  command: ["TCA_PEDIT_KEY_EX_CMD", 2, u16],
});

/** Codec of {@linkcode PeditData}. */
export const peditData: Codec<PeditData> = attributes({
  times: ["TCA_PEDIT_TM", 1, actionTimes],
  parameters: ["TCA_PEDIT_PARMS", 2, peditParameters],
  extendedParameters: ["TCA_PEDIT_PARMS_EX", 4, peditParameters],
  extendedKeys: [
    "TCA_PEDIT_KEYS_EX",
    5,
    list(peditExtendedKey, ["TCA_PEDIT_KEY_EX", 6]),
  ],
}, { pad: ["TCA_PEDIT_PAD", 3] });
