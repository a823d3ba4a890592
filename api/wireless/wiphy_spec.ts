/**
 * What wireless devices can do, and how they are set up.
 *
 * @module
 */

import type {
  Nl80211InterfaceCombination,
  Nl80211InterfaceLimit,
} from "../../messages/generic/nl80211/combination.ts";
import { NL80211_COMMANDS } from "../../messages/generic/nl80211/commands.ts";
import {
  NL80211_EXT_FEATURES,
  NL80211_FEATURES,
} from "../../messages/generic/nl80211/features.ts";
import {
  type Nl80211Attributes,
  nl80211Attributes,
  type Nl80211Message,
} from "../../messages/generic/nl80211/nl80211.ts";
import { NL80211_IFTYPES } from "../../messages/generic/nl80211/names.ts";
import {
  WLAN_AKM_SUITES,
  WLAN_CIPHER_SUITES,
} from "../../messages/generic/nl80211/suites.ts";
import { integer, milliseconds, text, uint32 } from "../mapping/conversions.ts";
import { flagNames } from "../mapping/enumerations.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { mapping, originalMessage, readOnly } from "../mapping/mapping.ts";
import { withMessage } from "../mapping/origin.ts";
import { toWirelessBand, type WirelessBand } from "./band.ts";
import { flagSet, namesOf, threshold } from "./conversions.ts";
import {
  queueStatistics,
  type TransmitPower,
  type WirelessInterfaceType,
  type WirelessQueueStatistics,
} from "./interface_spec.ts";
import {
  type AbsorptionRange,
  absorptionRange,
  type MultipleNetworkLimits,
  multipleNetworks,
  packetCollection,
  type PacketCollectionLimits,
  type WakeUpSupport,
  wakeUpSupport,
} from "./wiphy_limits.ts";

/** A cipher (`WLAN_CIPHER_SUITE_*` of `linux/ieee80211.h`). */
export type WirelessCipher = keyof typeof WLAN_CIPHER_SUITES | number;

/** A key management (`WLAN_AKM_SUITE_*` of `linux/ieee80211.h`). */
export type WirelessKeyManagement = keyof typeof WLAN_AKM_SUITES | number;

/** How many interfaces of some types there can be at a time. */
export interface InterfaceLimit {
  /** How many (`NL80211_IFACE_LIMIT_MAX`). */
  max: number;
  /** Of which types (`NL80211_IFACE_LIMIT_TYPES`). */
  types: WirelessInterfaceType[];
}

/** Interfaces that there can be at a time. */
export interface InterfaceCombination {
  /** How many of which types (`NL80211_IFACE_COMB_LIMITS`). */
  limits: InterfaceLimit[];
  /** How many altogether (`NL80211_IFACE_COMB_MAXNUM`). */
  maxInterfaces: number;
  /** On how many channels (`NL80211_IFACE_COMB_NUM_CHANNELS`). */
  channels: number;
  /** Whether beacon intervals have to be equal (`NL80211_IFACE_COMB_STA_AP_BI_MATCH`). */
  equalBeaconIntervals: boolean;
}

/** What can be changed about a device. */
export interface WiphySettings {
  /** Its name (`NL80211_ATTR_WIPHY_NAME`). */
  name?: string;
  /** How often short frames are sent again (`NL80211_ATTR_WIPHY_RETRY_SHORT`). */
  retryShort?: number;
  /** How often long frames are sent again (`NL80211_ATTR_WIPHY_RETRY_LONG`). */
  retryLong?: number;
  /**
   * Bytes from which frames are fragmented, `null` for never
   * (`NL80211_ATTR_WIPHY_FRAG_THRESHOLD`).
   */
  fragmentationThreshold?: number | null;
  /**
   * Bytes from which frames are announced by RTS, `null` for never
   * (`NL80211_ATTR_WIPHY_RTS_THRESHOLD`).
   */
  rtsThreshold?: number | null;
  /** Coverage class, steps of 450 m (`NL80211_ATTR_WIPHY_COVERAGE_CLASS`). */
  coverageClass?: number;
  /** Antennas that send, a bit each (`NL80211_ATTR_WIPHY_ANTENNA_TX`). */
  antennaTx?: number;
  /** Antennas that receive, a bit each (`NL80211_ATTR_WIPHY_ANTENNA_RX`). */
  antennaRx?: number;
  /** Most packets in the queues (`NL80211_ATTR_TXQ_LIMIT`). */
  queueLimit?: number;
  /** Most bytes in the queues (`NL80211_ATTR_TXQ_MEMORY_LIMIT`). */
  queueMemoryLimit?: number;
  /** Bytes that a queue may send in its turn (`NL80211_ATTR_TXQ_QUANTUM`). */
  queueQuantum?: number;
}

/** What to change about a device. */
export interface WiphyChange extends WiphySettings {
  /** Power (`NL80211_ATTR_WIPHY_TX_POWER_SETTING`). */
  txPower?: TransmitPower;
}

/** A wireless device, a wiphy. */
export interface Wiphy extends WiphySettings {
  /** Its index (`NL80211_ATTR_WIPHY`). */
  index: number;
  /** Its name (`NL80211_ATTR_WIPHY_NAME`). */
  name: string;
  /** Its bands (`NL80211_ATTR_WIPHY_BANDS`). */
  bands: WirelessBand[];
  /** Types of interfaces (`NL80211_ATTR_SUPPORTED_IFTYPES`). */
  types: WirelessInterfaceType[];
  /**
   * Types that there can be more of in any combination
   * (`NL80211_ATTR_SOFTWARE_IFTYPES`).
   */
  softwareTypes: WirelessInterfaceType[];
  /** Ciphers (`NL80211_ATTR_CIPHER_SUITES`). */
  ciphers: WirelessCipher[];
  /** Key managements, if it reports them (`NL80211_ATTR_AKM_SUITES`). */
  keyManagements?: WirelessKeyManagement[];
  /** Commands that the driver has (`NL80211_ATTR_SUPPORTED_COMMANDS`). */
  commands: (keyof typeof NL80211_COMMANDS | number)[];
  /** Features (`NL80211_ATTR_FEATURE_FLAGS`). */
  features: (keyof typeof NL80211_FEATURES | number)[];
  /** More features (`NL80211_ATTR_EXT_FEATURES`). */
  extendedFeatures: (keyof typeof NL80211_EXT_FEATURES | number)[];
  /** Interfaces that there can be at a time (`NL80211_ATTR_INTERFACE_COMBINATIONS`). */
  combinations: InterfaceCombination[];
  /** Most network names in a scan (`NL80211_ATTR_MAX_NUM_SCAN_SSIDS`). */
  maxScanNames?: number;
  /** Most bytes of elements in a scan (`NL80211_ATTR_MAX_SCAN_IE_LEN`). */
  maxScanElements?: number;
  /** Most names in a scheduled scan (`NL80211_ATTR_MAX_NUM_SCHED_SCAN_SSIDS`). */
  maxScheduledScanNames?: number;
  /** Most keys that the firmware caches (`NL80211_ATTR_MAX_NUM_PMKIDS`). */
  maxCachedKeys?: number;
  /**
   * Longest stay on another channel, in seconds
   * (`NL80211_ATTR_MAX_REMAIN_ON_CHANNEL_DURATION`).
   */
  maxStayOnChannel?: number;
  /** Antennas that can send, a bit each (`NL80211_ATTR_WIPHY_ANTENNA_AVAIL_TX`). */
  antennaAvailableTx?: number;
  /** Antennas that can receive, a bit each (`NL80211_ATTR_WIPHY_ANTENNA_AVAIL_RX`). */
  antennaAvailableRx?: number;
  /**
   * Whether it has its own regulatory domain
   * (`NL80211_ATTR_WIPHY_SELF_MANAGED_REG`).
   */
  selfManagedRegulatory: boolean;
  /**
   * What can wake a sleeping machine up
   * (`NL80211_ATTR_WOWLAN_TRIGGERS_SUPPORTED`).
   */
  wakeUp?: WakeUpSupport;
  /**
   * How received packets can wait for others (`NL80211_ATTR_COALESCE_RULE`).
   */
  packetCollection?: PacketCollectionLimits;
  /** How many networks can be in a beacon (`NL80211_ATTR_MBSSID_CONFIG`). */
  multipleNetworks?: MultipleNetworkLimits;
  /**
   * Ranges of frequencies with limits of absorption of their own
   * (`NL80211_ATTR_SAR_SPEC`).
   */
  absorptionRanges?: AbsorptionRange[];
  /** Counters of its queues (`NL80211_ATTR_TXQ_STATS`). */
  queueStatistics?: WirelessQueueStatistics;
  /** The first of the messages that this was read from, with what all have. */
  readonly message: Nl80211Message;
}

const settingsFields = {
  name: ["wiphyName", text],
  retryShort: ["wiphyRetryShort", integer(1, 255)],
  retryLong: ["wiphyRetryLong", integer(1, 255)],
  fragmentationThreshold: ["wiphyFragThreshold", threshold],
  rtsThreshold: ["wiphyRtsThreshold", threshold],
  coverageClass: ["wiphyCoverageClass", integer(0, 31)],
  antennaTx: ["wiphyAntennaTx", uint32],
  antennaRx: ["wiphyAntennaRx", uint32],
  queueLimit: ["txqLimit", uint32],
  queueMemoryLimit: ["txqMemoryLimit", uint32],
  queueQuantum: ["txqQuantum", uint32],
} as const;

const settings = mapping<WiphySettings, Nl80211Attributes>(
  () => settingsFields,
  nl80211Attributes,
);

/** The numbers of the bits that are set. */
function bitsOf(bytes: Uint8Array): number[] {
  return Array.from({ length: 8 * bytes.length }, (_, i) => i)
    .filter((i) => (bytes[i >> 3]! >> (i & 7) & 1) === 1);
}

const types = flagSet(NL80211_IFTYPES);
const extendedFeatures = namesOf(NL80211_EXT_FEATURES);

function toLimit(
  { max = 0, types: flags = [] }: Nl80211InterfaceLimit,
): InterfaceLimit {
  return { max, types: types.fromKernel(flags) };
}

function toCombination(
  { limits = [], maxnum = 0, numChannels = 0, staApBiMatch }:
    Nl80211InterfaceCombination,
): InterfaceCombination {
  return {
    limits: limits.map(toLimit),
    maxInterfaces: maxnum,
    channels: numChannels,
    equalBeaconIntervals: staApBiMatch === true,
  };
}

const reported = mapping<Partial<Wiphy>, Nl80211Attributes>(() => ({
  ...settingsFields,
  index: readOnly("wiphy", uint32),
  bands: readOnly("wiphyBands", {
    fromKernel: (bands) =>
      bands.map(({ key, value }) => toWirelessBand(key, value)),
  }),
  types: readOnly("supportedIftypes", types),
  softwareTypes: readOnly("softwareIftypes", types),
  ciphers: readOnly("cipherSuites", namesOf(WLAN_CIPHER_SUITES)),
  keyManagements: readOnly("akmSuites", namesOf(WLAN_AKM_SUITES)),
  commands: readOnly("supportedCommands", namesOf(NL80211_COMMANDS)),
  features: readOnly("featureFlags", flagNames(NL80211_FEATURES)),
  extendedFeatures: readOnly("extFeatures", {
    fromKernel: (bytes) => extendedFeatures.fromKernel(bitsOf(bytes)),
  }),
  combinations: readOnly("interfaceCombinations", {
    fromKernel: (combinations) => combinations.map(toCombination),
  }),
  maxScanNames: readOnly("maxNumScanSsids", uint32),
  maxScanElements: readOnly("maxScanIeLen", uint32),
  maxScheduledScanNames: readOnly("maxNumSchedScanSsids", uint32),
  maxCachedKeys: readOnly("maxNumPmkids", uint32),
  maxStayOnChannel: readOnly("maxRemainOnChannelDuration", milliseconds),
  antennaAvailableTx: readOnly("wiphyAntennaAvailTx", uint32),
  antennaAvailableRx: readOnly("wiphyAntennaAvailRx", uint32),
  selfManagedRegulatory: readOnly("wiphySelfManagedReg", {
    fromKernel: () => true,
  }),
  wakeUp: readOnly("wowlanTriggersSupported", wakeUpSupport),
  packetCollection: readOnly("coalesceSupport", packetCollection),
  multipleNetworks: readOnly("mbssidConfig", multipleNetworks),
  absorptionRanges: readOnly("sarSpec", {
    fromKernel: ({ specs = [] }) =>
      specs.map((range) => absorptionRange.fromKernel(range)),
  }),
  queueStatistics: readOnly("txqStats", {
    fromKernel: (data) => queueStatistics.fromKernel(data),
  }),
  message: originalMessage,
}), nl80211Attributes);

/**
 * Reads a device.
 *
 * @param message A message with all of its attributes.
 * @returns The device.
 */
export function toWiphy(message: Nl80211Message): Wiphy {
  return withMessage<Wiphy>(
    {
      index: 0,
      name: "",
      bands: [],
      types: [],
      softwareTypes: [],
      ciphers: [],
      commands: [],
      features: [],
      extendedFeatures: [],
      combinations: [],
      selfManagedRegulatory: false,
      ...reported.fromKernel(message.attributes),
    },
    message,
  );
}

/**
 * Writes what to change about a device.
 *
 * @param value What to change.
 * @param fieldPath Where it stands.
 * @returns Its attributes.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromWiphySettings(
  value: WiphySettings,
  fieldPath: FieldPath,
): Nl80211Attributes {
  return settings.toKernel(value, fieldPath);
}
