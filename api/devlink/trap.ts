/**
 * Traps of devices, their groups and policers: `devlink trap`.
 *
 * @module
 */

import {
  DEVLINK_CMD_TRAP_DEL,
  DEVLINK_CMD_TRAP_GET,
  DEVLINK_CMD_TRAP_GROUP_DEL,
  DEVLINK_CMD_TRAP_GROUP_GET,
  DEVLINK_CMD_TRAP_GROUP_NEW,
  DEVLINK_CMD_TRAP_GROUP_SET,
  DEVLINK_CMD_TRAP_NEW,
  DEVLINK_CMD_TRAP_POLICER_DEL,
  DEVLINK_CMD_TRAP_POLICER_GET,
  DEVLINK_CMD_TRAP_POLICER_NEW,
  DEVLINK_CMD_TRAP_POLICER_SET,
  DEVLINK_CMD_TRAP_SET,
} from "../../messages/generic/devlink/commands.ts";
import {
  type DevlinkStats,
  devlinkStats,
} from "../../messages/generic/devlink/trap.ts";
import {
  DEVLINK_TRAP_ACTIONS,
  DEVLINK_TRAP_TYPES,
} from "../../messages/generic/devlink/values.ts";
import { presence, text, uint32 } from "../mapping/conversions.ts";
import { enumeration } from "../mapping/enumerations.ts";
import { mapping, readOnly } from "../mapping/mapping.ts";
import {
  count64,
  type DevlinkDeviceKey,
  type DevlinkObject,
  devlinkObject,
  type DevlinkState,
} from "./object.ts";

/** What is done with trapped packets. */
export type DevlinkTrapAction = keyof typeof DEVLINK_TRAP_ACTIONS | number;

/** How many packets were trapped. */
export interface DevlinkTrapCounters {
  /** Packets (`DEVLINK_ATTR_STATS_RX_PACKETS`). */
  packets?: number;
  /** Bytes (`DEVLINK_ATTR_STATS_RX_BYTES`). */
  bytes?: number;
  /** Packets that the device dropped (`DEVLINK_ATTR_STATS_RX_DROPPED`). */
  dropped?: number;
}

/** What identifies a trap. */
export interface DevlinkTrapKey extends DevlinkDeviceKey {
  /** Its name (`DEVLINK_ATTR_TRAP_NAME`). */
  name: string;
}

/** What can be changed of a trap. */
export interface DevlinkTrapSettings {
  /** What is done with packets (`DEVLINK_ATTR_TRAP_ACTION`). */
  action?: DevlinkTrapAction;
}

/** A trap. */
export interface DevlinkTrap extends DevlinkState, DevlinkTrapSettings {
  /** Its name. */
  name?: string;
  /** Why packets are trapped (`DEVLINK_ATTR_TRAP_TYPE`). */
  type?: keyof typeof DEVLINK_TRAP_TYPES | number;
  /**
   * Whether traps of other drivers with this name mean the same
   * (`DEVLINK_ATTR_TRAP_GENERIC`).
   */
  generic?: boolean;
  /** The group that it is in (`DEVLINK_ATTR_TRAP_GROUP_NAME`). */
  group?: string;
  /** What is passed along with packets (`DEVLINK_ATTR_TRAP_METADATA`). */
  metadata?: ("inPort" | "faCookie")[];
  /** How many packets were trapped (`DEVLINK_ATTR_STATS`). */
  counters?: DevlinkTrapCounters;
}

/** What identifies a group of traps. */
export interface DevlinkTrapGroupKey extends DevlinkDeviceKey {
  /** Its name (`DEVLINK_ATTR_TRAP_GROUP_NAME`). */
  name: string;
}

/** What can be changed of a group of traps. */
export interface DevlinkTrapGroupSettings {
  /** What is done with packets of all its traps (`DEVLINK_ATTR_TRAP_ACTION`). */
  action?: DevlinkTrapAction;
  /** Number of its policer; 0 for none (`DEVLINK_ATTR_TRAP_POLICER_ID`). */
  policer?: number;
}

/** A group of traps. */
export interface DevlinkTrapGroup extends DevlinkState {
  /** Its name. */
  name?: string;
  /** Whether groups of other drivers with this name mean the same. */
  generic?: boolean;
  /** Number of its policer (`DEVLINK_ATTR_TRAP_POLICER_ID`). */
  policer?: number;
  /** How many packets were trapped (`DEVLINK_ATTR_STATS`). */
  counters?: DevlinkTrapCounters;
}

/** What identifies a policer. */
export interface DevlinkTrapPolicerKey extends DevlinkDeviceKey {
  /** Its number (`DEVLINK_ATTR_TRAP_POLICER_ID`). */
  id: number;
}

/** What can be changed of a policer. */
export interface DevlinkTrapPolicerSettings {
  /**
   * How many packets it lets pass in a second
   * (`DEVLINK_ATTR_TRAP_POLICER_RATE`).
   */
  rate?: number;
  /** How many packets it lets pass at once (`DEVLINK_ATTR_TRAP_POLICER_BURST`). */
  burst?: number;
}

/** A policer. */
export interface DevlinkTrapPolicer
  extends DevlinkState, DevlinkTrapPolicerSettings {
  /** Its number. */
  id?: number;
  /** How many packets it dropped (`DEVLINK_ATTR_STATS`). */
  counters?: DevlinkTrapCounters;
}

const counters = mapping<DevlinkTrapCounters, DevlinkStats>(() => ({
  packets: readOnly("rxPackets", count64),
  bytes: readOnly("rxBytes", count64),
  dropped: readOnly("rxDropped", count64),
}), devlinkStats);

const action = enumeration(DEVLINK_TRAP_ACTIONS, 8);

/** Traps. */
export const devlinkTrap: DevlinkObject<
  DevlinkTrap,
  DevlinkTrapKey,
  DevlinkTrapSettings
> = devlinkObject({
  noun: "devlink trap",
  get: DEVLINK_CMD_TRAP_GET,
  set: DEVLINK_CMD_TRAP_SET,
  add: DEVLINK_CMD_TRAP_NEW,
  delete: DEVLINK_CMD_TRAP_DEL,
  key: () => ({ name: ["trapName", text] }),
  required: ["name"],
  fields: () => ({
    name: readOnly("trapName", text),
    type: readOnly("trapType", enumeration(DEVLINK_TRAP_TYPES, 8)),
    generic: readOnly("trapGeneric", presence),
    group: readOnly("trapGroupName", text),
    metadata: readOnly("trapMetadata", {
      fromKernel: ({ inPort, faCookie }) => [
        ...inPort ? ["inPort" as const] : [],
        ...faCookie ? ["faCookie" as const] : [],
      ],
    }),
    counters: readOnly("stats", counters),
  }),
  settings: () => ({ action: ["trapAction", action] }),
});

/** Groups of traps. */
export const devlinkTrapGroup: DevlinkObject<
  DevlinkTrapGroup,
  DevlinkTrapGroupKey,
  DevlinkTrapGroupSettings
> = devlinkObject({
  noun: "devlink trap group",
  get: DEVLINK_CMD_TRAP_GROUP_GET,
  set: DEVLINK_CMD_TRAP_GROUP_SET,
  add: DEVLINK_CMD_TRAP_GROUP_NEW,
  delete: DEVLINK_CMD_TRAP_GROUP_DEL,
  key: () => ({ name: ["trapGroupName", text] }),
  required: ["name"],
  fields: () => ({
    name: readOnly("trapGroupName", text),
    generic: readOnly("trapGeneric", presence),
    counters: readOnly("stats", counters),
  }),
  settings: () => ({
    action: ["trapAction", action],
    policer: ["trapPolicerId", uint32],
  }),
});

/** Policers. */
export const devlinkTrapPolicer: DevlinkObject<
  DevlinkTrapPolicer,
  DevlinkTrapPolicerKey,
  DevlinkTrapPolicerSettings
> = devlinkObject({
  noun: "devlink trap policer",
  get: DEVLINK_CMD_TRAP_POLICER_GET,
  set: DEVLINK_CMD_TRAP_POLICER_SET,
  add: DEVLINK_CMD_TRAP_POLICER_NEW,
  delete: DEVLINK_CMD_TRAP_POLICER_DEL,
  key: () => ({ id: ["trapPolicerId", uint32] }),
  required: ["id"],
  fields: () => ({
    id: readOnly("trapPolicerId", uint32),
    counters: readOnly("stats", counters),
  }),
  settings: () => ({
    rate: ["trapPolicerRate", count64],
    burst: ["trapPolicerBurst", count64],
  }),
});
