/**
 * Devices of devlink: versions, and what reloading them did.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/devlink.h | linux/devlink.h}
 * @see {@link https://docs.kernel.org/networking/devlink/index.html | Devlink}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  flag,
  multi,
  s32,
  string,
  u32,
  u8,
  uint,
} from "../../codec/mod.ts";

/** Which device is meant. */
export interface DevlinkHandle extends Attributes {
  /** Bus of the device, such as `pci` (`DEVLINK_ATTR_BUS_NAME`). */
  busName?: string;
  /** Name of the device on its bus (`DEVLINK_ATTR_DEV_NAME`). */
  devName?: string;
  /**
   * Identifier of its network namespace; none if it is the same one
   * (`DEVLINK_ATTR_NETNS_ID`).
   */
  netnsId?: number;
  /** Number of the device (`DEVLINK_ATTR_INDEX`). */
  index?: bigint;
}

/** A version of something in a device. */
export interface DevlinkVersion extends Attributes {
  /**
   * What has this version, such as `fw.mgmt`
   * (`DEVLINK_ATTR_INFO_VERSION_NAME`).
   */
  name?: string;
  /** The version (`DEVLINK_ATTR_INFO_VERSION_VALUE`). */
  value?: string;
}

/** How often a device was reloaded with a limit. */
export interface DevlinkReloadCount extends Attributes {
  /**
   * The limit, {@linkcode DEVLINK_RELOAD_LIMITS}
   * (`DEVLINK_ATTR_RELOAD_STATS_LIMIT`).
   */
  limit?: number;
  /** How often (`DEVLINK_ATTR_RELOAD_STATS_VALUE`). */
  value?: number;
}

/** How often a device was reloaded, by limit. */
export interface DevlinkReloadCounts extends Attributes {
  /** The counters (`DEVLINK_ATTR_RELOAD_STATS_ENTRY`). */
  entry?: DevlinkReloadCount[];
}

/** How often a device was reloaded with an action. */
export interface DevlinkReloadActionStats extends Attributes {
  /**
   * The action, {@linkcode DEVLINK_RELOAD_ACTIONS}
   * (`DEVLINK_ATTR_RELOAD_ACTION`).
   */
  action?: number;
  /** Counters by limit (`DEVLINK_ATTR_RELOAD_ACTION_STATS`). */
  actionStats?: DevlinkReloadCounts[];
}

/** How often a device was reloaded. */
export interface DevlinkReloadStats extends Attributes {
  /** Counters by action (`DEVLINK_ATTR_RELOAD_ACTION_INFO`). */
  actionInfo?: DevlinkReloadActionStats[];
}

/** Counters of a device. */
export interface DevlinkDeviceStats extends Attributes {
  /** Reloads that this machine asked for (`DEVLINK_ATTR_RELOAD_STATS`). */
  reloadStats?: DevlinkReloadStats;
  /**
   * Reloads that others asked for, such as other hosts of the device
   * (`DEVLINK_ATTR_REMOTE_RELOAD_STATS`).
   */
  remoteReloadStats?: DevlinkReloadStats;
}

/** Which tests of itself a device has, or is to run. */
export interface DevlinkSelftests extends Attributes {
  /** A test of the flash memory (`DEVLINK_ATTR_SELFTEST_ID_FLASH`). */
  flash?: true;
}

/** What a test found. */
export interface DevlinkSelftestResult extends Attributes {
  /**
   * Which test: its attribute type in {@linkcode DevlinkSelftests}
   * (`DEVLINK_ATTR_SELFTEST_RESULT_ID`).
   */
  id?: number;
  /**
   * What it found, {@linkcode DEVLINK_SELFTEST_STATUSES}
   * (`DEVLINK_ATTR_SELFTEST_RESULT_STATUS`).
   */
  status?: number;
}

/** What tests found. */
export interface DevlinkSelftestResults extends Attributes {
  /** What each test found (`DEVLINK_ATTR_SELFTEST_RESULT`). */
  result?: DevlinkSelftestResult[];
}

/** The answer to `DEVLINK_CMD_SELFTESTS_RUN`. */
export interface DevlinkSelftestReport extends Attributes {
  /** Bus of the device (`DEVLINK_ATTR_BUS_NAME`). */
  busName?: string;
  /** Name of the device on its bus (`DEVLINK_ATTR_DEV_NAME`). */
  devName?: string;
  /** What the tests found (`DEVLINK_ATTR_SELFTESTS`). */
  selftests?: DevlinkSelftestResults;
  /** Number of the device (`DEVLINK_ATTR_INDEX`). */
  index?: bigint;
}

/** Codec of {@linkcode DevlinkHandle}. */
export const devlinkHandle: Codec<DevlinkHandle> = attributes({
  busName: ["DEVLINK_ATTR_BUS_NAME", 1, string],
  devName: ["DEVLINK_ATTR_DEV_NAME", 2, string],
  netnsId: ["DEVLINK_ATTR_NETNS_ID", 140, s32],
  index: ["DEVLINK_ATTR_INDEX", 184, uint],
});

/** Codec of {@linkcode DevlinkVersion}. */
export const devlinkVersion: Codec<DevlinkVersion> = attributes(
  {
    name: ["DEVLINK_ATTR_INFO_VERSION_NAME", 103, string],
    value: ["DEVLINK_ATTR_INFO_VERSION_VALUE", 104, string],
  },
);

/** Codec of {@linkcode DevlinkReloadCount}. */
export const devlinkReloadCount: Codec<DevlinkReloadCount> = attributes({
  limit: ["DEVLINK_ATTR_RELOAD_STATS_LIMIT", 159, u8],
  value: ["DEVLINK_ATTR_RELOAD_STATS_VALUE", 160, u32],
});

/** Codec of {@linkcode DevlinkReloadCounts}. */
export const devlinkReloadCounts: Codec<DevlinkReloadCounts> = attributes({
  entry: ["DEVLINK_ATTR_RELOAD_STATS_ENTRY", 158, multi(devlinkReloadCount)],
});

/** Codec of {@linkcode DevlinkReloadActionStats}. */
export const devlinkReloadActionStats: Codec<DevlinkReloadActionStats> =
  attributes({
    action: ["DEVLINK_ATTR_RELOAD_ACTION", 153, u8],
    actionStats: [
      "DEVLINK_ATTR_RELOAD_ACTION_STATS",
      163,
      multi(devlinkReloadCounts),
    ],
  });

/** Codec of {@linkcode DevlinkReloadStats}. */
export const devlinkReloadStats: Codec<DevlinkReloadStats> = attributes({
  actionInfo: [
    "DEVLINK_ATTR_RELOAD_ACTION_INFO",
    162,
    multi(devlinkReloadActionStats),
  ],
});

/** Codec of {@linkcode DevlinkDeviceStats}. */
export const devlinkDeviceStats: Codec<DevlinkDeviceStats> = attributes({
  reloadStats: ["DEVLINK_ATTR_RELOAD_STATS", 157, devlinkReloadStats],
  remoteReloadStats: [
    "DEVLINK_ATTR_REMOTE_RELOAD_STATS",
    161,
    devlinkReloadStats,
  ],
});

/** Codec of {@linkcode DevlinkSelftests}. */
export const devlinkSelftests: Codec<DevlinkSelftests> = attributes({
  flash: ["DEVLINK_ATTR_SELFTEST_ID_FLASH", 1, flag],
});

/** Codec of {@linkcode DevlinkSelftestResult}. */
export const devlinkSelftestResult: Codec<DevlinkSelftestResult> = attributes({
  id: ["DEVLINK_ATTR_SELFTEST_RESULT_ID", 2, u8],
  status: ["DEVLINK_ATTR_SELFTEST_RESULT_STATUS", 3, u8],
});

/** Codec of {@linkcode DevlinkSelftestResults}. */
export const devlinkSelftestResults: Codec<DevlinkSelftestResults> = attributes(
  {
    result: ["DEVLINK_ATTR_SELFTEST_RESULT", 1, multi(devlinkSelftestResult)],
  },
);

/** Codec of {@linkcode DevlinkSelftestReport}. */
export const devlinkSelftestReport: Codec<DevlinkSelftestReport> = attributes({
  busName: ["DEVLINK_ATTR_BUS_NAME", 1, string],
  devName: ["DEVLINK_ATTR_DEV_NAME", 2, string],
  selftests: ["DEVLINK_ATTR_SELFTESTS", 176, devlinkSelftestResults],
  index: ["DEVLINK_ATTR_INDEX", 184, uint],
});
