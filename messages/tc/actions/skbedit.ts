/**
 * Actions on what the kernel keeps beside a packet: `TCA_SKBEDIT_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/tc_act/tc_skbedit.h | linux/tc_act/tc_skbedit.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  u16,
  u32,
  u64,
} from "../../codec/mod.ts";
import {
  type ActionParameters,
  actionParameters,
  type ActionTimes,
  actionTimes,
} from "./parameters.ts";

// Flags: `TCA_SKBEDIT_FLAGS`.

/** The priority comes from the DS field of the IP header. */
export const SKBEDIT_F_INHERITDSFIELD = 0x20n;
/** The queue is chosen by the hash of the packet. */
export const SKBEDIT_F_TXQ_SKBHASH = 0x40n;

/** An action on what the kernel keeps beside a packet (`TCA_SKBEDIT_*`). */
export interface SkbeditData extends Attributes {
  /** When it was used (`TCA_SKBEDIT_TM`). */
  times?: ActionTimes;
  /** What all actions have (`TCA_SKBEDIT_PARMS`). */
  parameters?: ActionParameters;
  /** Priority, or number of a class (`TCA_SKBEDIT_PRIORITY`). */
  priority?: number;
  /** Queue of the device (`TCA_SKBEDIT_QUEUE_MAPPING`). */
  queue?: number;
  /** Firewall mark (`TCA_SKBEDIT_MARK`). */
  mark?: number;
  /** For whom it is, `PACKET_HOST` and others (`TCA_SKBEDIT_PTYPE`). */
  packetType?: number;
  /** Which bits of the mark are set (`TCA_SKBEDIT_MASK`). */
  mask?: number;
  /** Where values come from, `SKBEDIT_F_*` (`TCA_SKBEDIT_FLAGS`). */
  flags?: bigint;
  /** Last of several queues (`TCA_SKBEDIT_QUEUE_MAPPING_MAX`). */
  lastQueue?: number;
}

/** For whom a packet is (`PACKET_*`). */
export const PACKET_TYPES = {
  /** This machine (`PACKET_HOST`). */
  host: 0,
  /** All machines (`PACKET_BROADCAST`). */
  broadcast: 1,
  /** A group of machines (`PACKET_MULTICAST`). */
  multicast: 2,
  /** Another machine (`PACKET_OTHERHOST`). */
  otherhost: 3,
} as const;

/** Codec of {@linkcode SkbeditData}. */
export const skbeditData: Codec<SkbeditData> = attributes({
  times: ["TCA_SKBEDIT_TM", 1, actionTimes],
  parameters: ["TCA_SKBEDIT_PARMS", 2, actionParameters],
  priority: ["TCA_SKBEDIT_PRIORITY", 3, u32],
  queue: ["TCA_SKBEDIT_QUEUE_MAPPING", 4, u16],
  mark: ["TCA_SKBEDIT_MARK", 5, u32],
  packetType: ["TCA_SKBEDIT_PTYPE", 7, u16],
  mask: ["TCA_SKBEDIT_MASK", 8, u32],
  flags: ["TCA_SKBEDIT_FLAGS", 9, u64],
  lastQueue: ["TCA_SKBEDIT_QUEUE_MAPPING_MAX", 10, u16],
}, { pad: ["TCA_SKBEDIT_PAD", 6] });
