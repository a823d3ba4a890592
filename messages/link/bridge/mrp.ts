/**
 * Media redundancy protocol of bridges (IEC 62439-2): `IFLA_BRIDGE_MRP_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_bridge.h | linux/if_bridge.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/bridge/br_mrp_netlink.c | net/bridge/br_mrp_netlink.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  multi,
  u16,
  u32,
} from "../../codec/mod.ts";

/** Creates or deletes a ring: `IFLA_BRIDGE_MRP_INSTANCE_*`. */
export interface MrpInstance extends Attributes {
  /** Number of the ring (`IFLA_BRIDGE_MRP_INSTANCE_RING_ID`). */
  ringId?: number;
  /** Index of the primary port (`IFLA_BRIDGE_MRP_INSTANCE_P_IFINDEX`). */
  primaryIndex?: number;
  /** Index of the secondary port (`IFLA_BRIDGE_MRP_INSTANCE_S_IFINDEX`). */
  secondaryIndex?: number;
  /** Priority of this node (`IFLA_BRIDGE_MRP_INSTANCE_PRIO`). */
  priority?: number;
}

/** State of a port: `IFLA_BRIDGE_MRP_PORT_STATE_*`. */
export interface MrpPortState extends Attributes {
  /** `BR_MRP_PORT_STATE_*` (`IFLA_BRIDGE_MRP_PORT_STATE_STATE`). */
  state?: number;
}

/** Role of a port: `IFLA_BRIDGE_MRP_PORT_ROLE_*`. */
export interface MrpPortRole extends Attributes {
  /** `BR_MRP_PORT_ROLE_*` (`IFLA_BRIDGE_MRP_PORT_ROLE_ROLE`). */
  role?: number;
}

/** State of a ring: `IFLA_BRIDGE_MRP_RING_STATE_*`. */
export interface MrpRingState extends Attributes {
  /** Number of the ring (`IFLA_BRIDGE_MRP_RING_STATE_RING_ID`). */
  ringId?: number;
  /** `BR_MRP_RING_STATE_*` (`IFLA_BRIDGE_MRP_RING_STATE_STATE`). */
  state?: number;
}

/** Role in a ring: `IFLA_BRIDGE_MRP_RING_ROLE_*`. */
export interface MrpRingRole extends Attributes {
  /** Number of the ring (`IFLA_BRIDGE_MRP_RING_ROLE_RING_ID`). */
  ringId?: number;
  /** `BR_MRP_RING_ROLE_*` (`IFLA_BRIDGE_MRP_RING_ROLE_ROLE`). */
  role?: number;
}

/** Starts to send test frames in a ring: `IFLA_BRIDGE_MRP_START_TEST_*`. */
export interface MrpStartTest extends Attributes {
  /** Number of the ring (`IFLA_BRIDGE_MRP_START_TEST_RING_ID`). */
  ringId?: number;
  /**
   * Time between two frames, in microseconds; 0 to stop
   * (`IFLA_BRIDGE_MRP_START_TEST_INTERVAL`).
   */
  interval?: number;
  /** How many may be missed (`IFLA_BRIDGE_MRP_START_TEST_MAX_MISS`). */
  maxMiss?: number;
  /**
   * How long to send, in microseconds (`IFLA_BRIDGE_MRP_START_TEST_PERIOD`).
   */
  period?: number;
  /**
   * Whether to watch for frames only, 0 or 1
   * (`IFLA_BRIDGE_MRP_START_TEST_MONITOR`).
   */
  monitor?: number;
}

/** State of an interconnection: `IFLA_BRIDGE_MRP_IN_STATE_*`. */
export interface MrpInState extends Attributes {
  /** Number of the interconnection (`IFLA_BRIDGE_MRP_IN_STATE_IN_ID`). */
  inId?: number;
  /** `BR_MRP_IN_STATE_*` (`IFLA_BRIDGE_MRP_IN_STATE_STATE`). */
  state?: number;
}

/** Role in an interconnection: `IFLA_BRIDGE_MRP_IN_ROLE_*`. */
export interface MrpInRole extends Attributes {
  /** Number of the ring (`IFLA_BRIDGE_MRP_IN_ROLE_RING_ID`). */
  ringId?: number;
  /** Number of the interconnection (`IFLA_BRIDGE_MRP_IN_ROLE_IN_ID`). */
  inId?: number;
  /** `BR_MRP_IN_ROLE_*` (`IFLA_BRIDGE_MRP_IN_ROLE_ROLE`). */
  role?: number;
  /**
   * Index of the interconnection port (`IFLA_BRIDGE_MRP_IN_ROLE_I_IFINDEX`).
   */
  interconnectIndex?: number;
}

/**
 * Starts to send test frames in an interconnection:
 * `IFLA_BRIDGE_MRP_START_IN_TEST_*`.
 */
export interface MrpStartInTest extends Attributes {
  /** Number of the interconnection (`IFLA_BRIDGE_MRP_START_IN_TEST_IN_ID`). */
  inId?: number;
  /**
   * Time between two frames, in microseconds; 0 to stop
   * (`IFLA_BRIDGE_MRP_START_IN_TEST_INTERVAL`).
   */
  interval?: number;
  /** How many may be missed (`IFLA_BRIDGE_MRP_START_IN_TEST_MAX_MISS`). */
  maxMiss?: number;
  /**
   * How long to send, in microseconds (`IFLA_BRIDGE_MRP_START_IN_TEST_PERIOD`).
   */
  period?: number;
}

/** All about a ring: `IFLA_BRIDGE_MRP_INFO_*`. */
export interface MrpInfo extends Attributes {
  /** Number of the ring (`IFLA_BRIDGE_MRP_INFO_RING_ID`). */
  ringId?: number;
  /** Index of the primary port (`IFLA_BRIDGE_MRP_INFO_P_IFINDEX`). */
  primaryIndex?: number;
  /** Index of the secondary port (`IFLA_BRIDGE_MRP_INFO_S_IFINDEX`). */
  secondaryIndex?: number;
  /** Priority of this node (`IFLA_BRIDGE_MRP_INFO_PRIO`). */
  priority?: number;
  /** `BR_MRP_RING_STATE_*` (`IFLA_BRIDGE_MRP_INFO_RING_STATE`). */
  ringState?: number;
  /** `BR_MRP_RING_ROLE_*` (`IFLA_BRIDGE_MRP_INFO_RING_ROLE`). */
  ringRole?: number;
  /**
   * Time between two test frames, in microseconds
   * (`IFLA_BRIDGE_MRP_INFO_TEST_INTERVAL`).
   */
  testInterval?: number;
  /** How many may be missed (`IFLA_BRIDGE_MRP_INFO_TEST_MAX_MISS`). */
  testMaxMiss?: number;
  /**
   * Whether test frames are only watched for, 0 or 1
   * (`IFLA_BRIDGE_MRP_INFO_TEST_MONITOR`).
   */
  testMonitor?: number;
  /** Index of the interconnection port (`IFLA_BRIDGE_MRP_INFO_I_IFINDEX`). */
  interconnectIndex?: number;
  /** `BR_MRP_IN_STATE_*` (`IFLA_BRIDGE_MRP_INFO_IN_STATE`). */
  inState?: number;
  /** `BR_MRP_IN_ROLE_*` (`IFLA_BRIDGE_MRP_INFO_IN_ROLE`). */
  inRole?: number;
  /**
   * Time between two test frames of the interconnection, in microseconds
   * (`IFLA_BRIDGE_MRP_INFO_IN_TEST_INTERVAL`).
   */
  inTestInterval?: number;
  /** How many may be missed (`IFLA_BRIDGE_MRP_INFO_IN_TEST_MAX_MISS`). */
  inTestMaxMiss?: number;
}

/** `IFLA_BRIDGE_MRP_*`. */
export interface BridgeMrp extends Attributes {
  /** Creates or deletes a ring (`IFLA_BRIDGE_MRP_INSTANCE`). */
  instance?: MrpInstance;
  /** Sets the state of a port (`IFLA_BRIDGE_MRP_PORT_STATE`). */
  portState?: MrpPortState;
  /** Sets the role of a port (`IFLA_BRIDGE_MRP_PORT_ROLE`). */
  portRole?: MrpPortRole;
  /** Sets the state of a ring (`IFLA_BRIDGE_MRP_RING_STATE`). */
  ringState?: MrpRingState;
  /** Sets the role in a ring (`IFLA_BRIDGE_MRP_RING_ROLE`). */
  ringRole?: MrpRingRole;
  /** Starts to test a ring (`IFLA_BRIDGE_MRP_START_TEST`). */
  startTest?: MrpStartTest;
  /** All rings of the bridge, in answers (`IFLA_BRIDGE_MRP_INFO`). */
  info?: MrpInfo[];
  /** Sets the role in an interconnection (`IFLA_BRIDGE_MRP_IN_ROLE`). */
  inRole?: MrpInRole;
  /** Sets the state of an interconnection (`IFLA_BRIDGE_MRP_IN_STATE`). */
  inState?: MrpInState;
  /** Starts to test an interconnection (`IFLA_BRIDGE_MRP_START_IN_TEST`). */
  startInTest?: MrpStartInTest;
}

const mrpInfo: Codec<MrpInfo> = attributes({
  ringId: ["IFLA_BRIDGE_MRP_INFO_RING_ID", 1, u32],
  primaryIndex: ["IFLA_BRIDGE_MRP_INFO_P_IFINDEX", 2, u32],
  secondaryIndex: ["IFLA_BRIDGE_MRP_INFO_S_IFINDEX", 3, u32],
  priority: ["IFLA_BRIDGE_MRP_INFO_PRIO", 4, u16],
  ringState: ["IFLA_BRIDGE_MRP_INFO_RING_STATE", 5, u32],
  ringRole: ["IFLA_BRIDGE_MRP_INFO_RING_ROLE", 6, u32],
  testInterval: ["IFLA_BRIDGE_MRP_INFO_TEST_INTERVAL", 7, u32],
  testMaxMiss: ["IFLA_BRIDGE_MRP_INFO_TEST_MAX_MISS", 8, u32],
  testMonitor: ["IFLA_BRIDGE_MRP_INFO_TEST_MONITOR", 9, u32],
  interconnectIndex: ["IFLA_BRIDGE_MRP_INFO_I_IFINDEX", 10, u32],
  inState: ["IFLA_BRIDGE_MRP_INFO_IN_STATE", 11, u32],
  inRole: ["IFLA_BRIDGE_MRP_INFO_IN_ROLE", 12, u32],
  inTestInterval: ["IFLA_BRIDGE_MRP_INFO_IN_TEST_INTERVAL", 13, u32],
  inTestMaxMiss: ["IFLA_BRIDGE_MRP_INFO_IN_TEST_MAX_MISS", 14, u32],
});

/** Codec of {@linkcode BridgeMrp}. */
export const bridgeMrp: Codec<BridgeMrp> = attributes({
  instance: [
    "IFLA_BRIDGE_MRP_INSTANCE",
    1,
    attributes<MrpInstance>({
      ringId: ["IFLA_BRIDGE_MRP_INSTANCE_RING_ID", 1, u32],
      primaryIndex: ["IFLA_BRIDGE_MRP_INSTANCE_P_IFINDEX", 2, u32],
      secondaryIndex: ["IFLA_BRIDGE_MRP_INSTANCE_S_IFINDEX", 3, u32],
      priority: ["IFLA_BRIDGE_MRP_INSTANCE_PRIO", 4, u16],
    }),
  ],
  portState: [
    "IFLA_BRIDGE_MRP_PORT_STATE",
    2,
    attributes<MrpPortState>({
      state: ["IFLA_BRIDGE_MRP_PORT_STATE_STATE", 1, u32],
    }),
  ],
  portRole: [
    "IFLA_BRIDGE_MRP_PORT_ROLE",
    3,
    attributes<MrpPortRole>({
      role: ["IFLA_BRIDGE_MRP_PORT_ROLE_ROLE", 1, u32],
    }),
  ],
  ringState: [
    "IFLA_BRIDGE_MRP_RING_STATE",
    4,
    attributes<MrpRingState>({
      ringId: ["IFLA_BRIDGE_MRP_RING_STATE_RING_ID", 1, u32],
      state: ["IFLA_BRIDGE_MRP_RING_STATE_STATE", 2, u32],
    }),
  ],
  ringRole: [
    "IFLA_BRIDGE_MRP_RING_ROLE",
    5,
    attributes<MrpRingRole>({
      ringId: ["IFLA_BRIDGE_MRP_RING_ROLE_RING_ID", 1, u32],
      role: ["IFLA_BRIDGE_MRP_RING_ROLE_ROLE", 2, u32],
    }),
  ],
  startTest: [
    "IFLA_BRIDGE_MRP_START_TEST",
    6,
    attributes<MrpStartTest>({
      ringId: ["IFLA_BRIDGE_MRP_START_TEST_RING_ID", 1, u32],
      interval: ["IFLA_BRIDGE_MRP_START_TEST_INTERVAL", 2, u32],
      maxMiss: ["IFLA_BRIDGE_MRP_START_TEST_MAX_MISS", 3, u32],
      period: ["IFLA_BRIDGE_MRP_START_TEST_PERIOD", 4, u32],
      monitor: ["IFLA_BRIDGE_MRP_START_TEST_MONITOR", 5, u32],
    }),
  ],
  info: ["IFLA_BRIDGE_MRP_INFO", 7, multi(mrpInfo)],
  inRole: [
    "IFLA_BRIDGE_MRP_IN_ROLE",
    8,
    attributes<MrpInRole>({
      ringId: ["IFLA_BRIDGE_MRP_IN_ROLE_RING_ID", 1, u32],
      inId: ["IFLA_BRIDGE_MRP_IN_ROLE_IN_ID", 2, u16],
      role: ["IFLA_BRIDGE_MRP_IN_ROLE_ROLE", 3, u32],
      interconnectIndex: ["IFLA_BRIDGE_MRP_IN_ROLE_I_IFINDEX", 4, u32],
    }),
  ],
  inState: [
    "IFLA_BRIDGE_MRP_IN_STATE",
    9,
    attributes<MrpInState>({
      inId: ["IFLA_BRIDGE_MRP_IN_STATE_IN_ID", 1, u32],
      state: ["IFLA_BRIDGE_MRP_IN_STATE_STATE", 2, u32],
    }),
  ],
  startInTest: [
    "IFLA_BRIDGE_MRP_START_IN_TEST",
    10,
    attributes<MrpStartInTest>({
      inId: ["IFLA_BRIDGE_MRP_START_IN_TEST_IN_ID", 1, u32],
      interval: ["IFLA_BRIDGE_MRP_START_IN_TEST_INTERVAL", 2, u32],
      maxMiss: ["IFLA_BRIDGE_MRP_START_IN_TEST_MAX_MISS", 3, u32],
      period: ["IFLA_BRIDGE_MRP_START_IN_TEST_PERIOD", 4, u32],
    }),
  ],
});
