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
import * as c from "./constants_mrp.ts";

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

const mrpInfo: Codec<MrpInfo> = attributes<MrpInfo>({
  ringId: [c.IFLA_BRIDGE_MRP_INFO_RING_ID, u32],
  primaryIndex: [c.IFLA_BRIDGE_MRP_INFO_P_IFINDEX, u32],
  secondaryIndex: [c.IFLA_BRIDGE_MRP_INFO_S_IFINDEX, u32],
  priority: [c.IFLA_BRIDGE_MRP_INFO_PRIO, u16],
  ringState: [c.IFLA_BRIDGE_MRP_INFO_RING_STATE, u32],
  ringRole: [c.IFLA_BRIDGE_MRP_INFO_RING_ROLE, u32],
  testInterval: [c.IFLA_BRIDGE_MRP_INFO_TEST_INTERVAL, u32],
  testMaxMiss: [c.IFLA_BRIDGE_MRP_INFO_TEST_MAX_MISS, u32],
  testMonitor: [c.IFLA_BRIDGE_MRP_INFO_TEST_MONITOR, u32],
  interconnectIndex: [c.IFLA_BRIDGE_MRP_INFO_I_IFINDEX, u32],
  inState: [c.IFLA_BRIDGE_MRP_INFO_IN_STATE, u32],
  inRole: [c.IFLA_BRIDGE_MRP_INFO_IN_ROLE, u32],
  inTestInterval: [c.IFLA_BRIDGE_MRP_INFO_IN_TEST_INTERVAL, u32],
  inTestMaxMiss: [c.IFLA_BRIDGE_MRP_INFO_IN_TEST_MAX_MISS, u32],
});

/** Codec of {@linkcode BridgeMrp}. */
export const bridgeMrp: Codec<BridgeMrp> = attributes<BridgeMrp>({
  instance: [
    c.IFLA_BRIDGE_MRP_INSTANCE,
    attributes<MrpInstance>({
      ringId: [c.IFLA_BRIDGE_MRP_INSTANCE_RING_ID, u32],
      primaryIndex: [c.IFLA_BRIDGE_MRP_INSTANCE_P_IFINDEX, u32],
      secondaryIndex: [c.IFLA_BRIDGE_MRP_INSTANCE_S_IFINDEX, u32],
      priority: [c.IFLA_BRIDGE_MRP_INSTANCE_PRIO, u16],
    }),
  ],
  portState: [
    c.IFLA_BRIDGE_MRP_PORT_STATE,
    attributes<MrpPortState>({
      state: [c.IFLA_BRIDGE_MRP_PORT_STATE_STATE, u32],
    }),
  ],
  portRole: [
    c.IFLA_BRIDGE_MRP_PORT_ROLE,
    attributes<MrpPortRole>({
      role: [c.IFLA_BRIDGE_MRP_PORT_ROLE_ROLE, u32],
    }),
  ],
  ringState: [
    c.IFLA_BRIDGE_MRP_RING_STATE,
    attributes<MrpRingState>({
      ringId: [c.IFLA_BRIDGE_MRP_RING_STATE_RING_ID, u32],
      state: [c.IFLA_BRIDGE_MRP_RING_STATE_STATE, u32],
    }),
  ],
  ringRole: [
    c.IFLA_BRIDGE_MRP_RING_ROLE,
    attributes<MrpRingRole>({
      ringId: [c.IFLA_BRIDGE_MRP_RING_ROLE_RING_ID, u32],
      role: [c.IFLA_BRIDGE_MRP_RING_ROLE_ROLE, u32],
    }),
  ],
  startTest: [
    c.IFLA_BRIDGE_MRP_START_TEST,
    attributes<MrpStartTest>({
      ringId: [c.IFLA_BRIDGE_MRP_START_TEST_RING_ID, u32],
      interval: [c.IFLA_BRIDGE_MRP_START_TEST_INTERVAL, u32],
      maxMiss: [c.IFLA_BRIDGE_MRP_START_TEST_MAX_MISS, u32],
      period: [c.IFLA_BRIDGE_MRP_START_TEST_PERIOD, u32],
      monitor: [c.IFLA_BRIDGE_MRP_START_TEST_MONITOR, u32],
    }),
  ],
  info: [c.IFLA_BRIDGE_MRP_INFO, multi(mrpInfo)],
  inRole: [
    c.IFLA_BRIDGE_MRP_IN_ROLE,
    attributes<MrpInRole>({
      ringId: [c.IFLA_BRIDGE_MRP_IN_ROLE_RING_ID, u32],
      inId: [c.IFLA_BRIDGE_MRP_IN_ROLE_IN_ID, u16],
      role: [c.IFLA_BRIDGE_MRP_IN_ROLE_ROLE, u32],
      interconnectIndex: [c.IFLA_BRIDGE_MRP_IN_ROLE_I_IFINDEX, u32],
    }),
  ],
  inState: [
    c.IFLA_BRIDGE_MRP_IN_STATE,
    attributes<MrpInState>({
      inId: [c.IFLA_BRIDGE_MRP_IN_STATE_IN_ID, u32],
      state: [c.IFLA_BRIDGE_MRP_IN_STATE_STATE, u32],
    }),
  ],
  startInTest: [
    c.IFLA_BRIDGE_MRP_START_IN_TEST,
    attributes<MrpStartInTest>({
      inId: [c.IFLA_BRIDGE_MRP_START_IN_TEST_IN_ID, u32],
      interval: [c.IFLA_BRIDGE_MRP_START_IN_TEST_INTERVAL, u32],
      maxMiss: [c.IFLA_BRIDGE_MRP_START_IN_TEST_MAX_MISS, u32],
      period: [c.IFLA_BRIDGE_MRP_START_IN_TEST_PERIOD, u32],
    }),
  ],
});
