/**
 * What devices do themselves: offloads, and flags of drivers.
 *
 * @module
 */

import {
  ETHTOOL_MSG_FEATURES_GET,
  ETHTOOL_MSG_FEATURES_NTF,
  ETHTOOL_MSG_FEATURES_SET,
  ETHTOOL_MSG_PRIVFLAGS_GET,
  ETHTOOL_MSG_PRIVFLAGS_NTF,
  ETHTOOL_MSG_PRIVFLAGS_SET,
} from "../../messages/generic/ethtool/commands.ts";
import {
  type EthtoolPrivateFlags,
  ethtoolPrivateFlags,
} from "../../messages/generic/ethtool/common.ts";
import {
  type EthtoolFeatures,
  ethtoolFeatures,
} from "../../messages/generic/ethtool/link.ts";
import type { Device } from "../mapping/device.ts";
import { readOnly } from "../mapping/mapping.ts";
import { bits, type EthtoolBits } from "./bits.ts";
import type { EthtoolOptions, EthtoolRequests } from "./requests.ts";
import { EthtoolReader } from "./settings.ts";
import {
  anyAttributes,
  type DeviceSetting,
  type EthtoolState,
  setting,
} from "./setting.ts";

/** What a device does itself. */
export interface DeviceFeatures extends EthtoolState<EthtoolFeatures> {
  /**
   * Whether each feature is on, such as `tx-checksum-ipv4`
   * (`ETHTOOL_A_FEATURES_ACTIVE`).
   */
  features: EthtoolBits;
  /**
   * Features that are wanted, whether or not other settings keep them off
   * (`ETHTOOL_A_FEATURES_WANTED`).
   */
  wanted: string[];
  /**
   * Features that cannot be switched (`ETHTOOL_A_FEATURES_HW`,
   * `ETHTOOL_A_FEATURES_NOCHANGE`).
   */
  fixed: string[];
}

/** What became of switching features. */
export interface FeatureChanges {
  /**
   * Features that are on or off now and were not before; others may depend on
   * those that were asked for.
   */
  changed: EthtoolBits;
  /** What was asked for and is not so. */
  refused: EthtoolBits;
}

/** What a device does itself. */
export const featuresSetting: DeviceSetting<DeviceFeatures, EthtoolFeatures> =
  setting(
    {
      noun: "features",
      codec: ethtoolFeatures,
      get: ETHTOOL_MSG_FEATURES_GET,
      set: ETHTOOL_MSG_FEATURES_SET,
      notification: ETHTOOL_MSG_FEATURES_NTF,
      names: {
        hw: "features",
        wanted: "features",
        active: "features",
        nochange: "features",
      },
      fields: () => ({
        features: {
          from: ["hw", "active"],
          // What is off is only where all features are: among those of the device.
          read: ({ hw = {}, active = {} }) => ({
            ...Object.fromEntries(
              Object.keys(bits.fromKernel(hw)).map((name) => [name, false]),
            ),
            ...bits.fromKernel(active),
          }),
          write: () => {},
          readOnly: true,
        },
        wanted: readOnly("wanted", {
          fromKernel: (set) =>
            Object.entries(bits.fromKernel(set))
              .filter(([, isSet]) => isSet)
              .map(([name]) => name),
        }),
        fixed: {
          from: ["hw", "nochange"],
          read: ({ hw = {}, nochange = {} }) => {
            const never = bits.fromKernel(nochange);
            return Object.entries(bits.fromKernel(hw))
              .filter(([name, isSet]) => !isSet || never[name] === true)
              .map(([name]) => name);
          },
          write: () => {},
          readOnly: true,
        },
      }),
    },
  );

/** What devices do themselves: `ethtool -k`. */
export class Features extends EthtoolReader<DeviceFeatures> {
  /**
   * Makes the methods.
   *
   * @param requests Sends the requests.
   */
  constructor(requests: EthtoolRequests) {
    super(requests, anyAttributes(featuresSetting));
  }

  /**
   * Switches features.
   *
   * @param device The device.
   * @param wanted Features by name, and whether they shall be on; others stay.
   * @param options How to ask.
   * @returns What has changed, and what has not.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If there is no such feature, or it cannot be
   * switched.
   */
  async set(
    device: Device,
    wanted: EthtoolBits,
    options: Omit<EthtoolOptions, "statistics"> = {},
  ): Promise<FeatureChanges> {
    const [reply] = await this.requests.send(
      featuresSetting,
      ETHTOOL_MSG_FEATURES_SET,
      device,
      (fieldPath) => ({ wanted: bits.toKernel(wanted, fieldPath)! }),
      options,
    );
    const { active = {}, wanted: differs = {} } = reply?.attributes ?? {};
    return {
      changed: bits.fromKernel(active),
      refused: bits.fromKernel(differs),
    };
  }
}

/** Flags of a driver. */
export interface PrivateFlagsSettings {
  /** Flags by name, which the driver has chosen (`ETHTOOL_A_PRIVFLAGS_FLAGS`). */
  flags?: EthtoolBits;
}

/** Flags of a driver. */
export interface PrivateFlags
  extends PrivateFlagsSettings, EthtoolState<EthtoolPrivateFlags> {}

/** Flags of a driver. */
export const privateFlagsSetting: DeviceSetting<
  PrivateFlags,
  EthtoolPrivateFlags
> = setting(
  {
    noun: "private flags",
    codec: ethtoolPrivateFlags,
    get: ETHTOOL_MSG_PRIVFLAGS_GET,
    set: ETHTOOL_MSG_PRIVFLAGS_SET,
    notification: ETHTOOL_MSG_PRIVFLAGS_NTF,
    names: { flags: "private-flags" },
    fields: () => ({ flags: bits }),
  },
);
