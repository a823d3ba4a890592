/**
 * Networks that a scan has found.
 *
 * @module
 */

import { textFromBytes } from "../../messages/codec/mod.ts";
import {
  type InformationElement,
  readElements,
  readSecurityElement,
  type SecurityElement,
  WLAN_CAPABILITIES,
  WLAN_ELEMENTS,
  WLAN_EXTENSION_ELEMENTS,
  wpaElement,
} from "../../messages/generic/nl80211/elements.ts";
import { NL80211_BSS_STATUSES } from "../../messages/generic/nl80211/names.ts";
import type { Nl80211Message } from "../../messages/generic/nl80211/nl80211.ts";
import {
  type Nl80211Bss,
  nl80211Bss,
} from "../../messages/generic/nl80211/scan.ts";
import {
  WLAN_AKM_SUITES,
  WLAN_CIPHER_SUITES,
} from "../../messages/generic/nl80211/suites.ts";
import { milliseconds, uint64 } from "../mapping/conversions.ts";
import { enumeration, flagNames } from "../mapping/enumerations.ts";
import { mapping, readOnly } from "../mapping/mapping.ts";
import { withMessage } from "../mapping/origin.ts";
import { decibels, namesOf, nanoseconds64, timeUnits } from "./conversions.ts";
import type { WirelessCipher, WirelessKeyManagement } from "./wiphy_spec.ts";

/** What a network demands of who connects. */
export interface NetworkSecurity {
  /** Cipher of multicast. */
  group?: WirelessCipher;
  /** Ciphers between two stations. */
  pairwise: WirelessCipher[];
  /** Key managements. */
  keyManagements: WirelessKeyManagement[];
  /** Whether management frames can be protected (802.11w). */
  managementProtection: "no" | "optional" | "required";
}

/** A rate that a network has. */
export interface NetworkRate {
  /** The rate in Mbit/s. */
  rate: number;
  /** Whether who connects has to have it. */
  basic: boolean;
}

/** What the information elements of a network have. */
export interface NetworkElements {
  /** Name; empty if it is hidden. */
  ssid?: string;
  /** Name of the mesh. */
  meshId?: string;
  /** Rates. */
  rates: NetworkRate[];
  /** Number of the channel. */
  channel?: number;
  /** Country, two letters. */
  country?: string;
  /** Stations that are connected, as the network reports it. */
  stations?: number;
  /** What the network demands (RSN, WPA2 and WPA3). */
  rsn?: NetworkSecurity;
  /** What it demands of stations that have WPA only. */
  wpa?: NetworkSecurity;
  /** Whether it has 802.11n. */
  ht: boolean;
  /** Whether it has 802.11ac. */
  vht: boolean;
  /** Whether it has 802.11ax. */
  he: boolean;
  /** Whether it has 802.11be. */
  eht: boolean;
  /** All information elements, as they are. */
  elements: InformationElement[];
}

/** What is known of a network besides. */
export interface ScanDetails {
  /** Strength in dBm (`NL80211_BSS_SIGNAL_MBM`). */
  signal?: number;
  /** Strength from 0 to 100, of drivers that have no dBm (`NL80211_BSS_SIGNAL_UNSPEC`). */
  quality?: number;
  /** Seconds since it was seen (`NL80211_BSS_SEEN_MS_AGO`). */
  seenAgo?: number;
  /**
   * When it was seen, in seconds since the machine started
   * (`NL80211_BSS_LAST_SEEN_BOOTTIME`).
   */
  seenAt?: number;
  /** Its clock in microseconds (`NL80211_BSS_TSF`). */
  clock?: bigint;
  /** Seconds between beacons (`NL80211_BSS_BEACON_INTERVAL`). */
  beaconInterval?: number;
  /** How the interface uses it (`NL80211_BSS_STATUS`). */
  status?: keyof typeof NL80211_BSS_STATUSES | number;
}

/** A network that a scan has found. */
export interface ScanResult extends NetworkElements, ScanDetails {
  /** Address of the access point (`NL80211_BSS_BSSID`). */
  bssid: string;
  /** Index of the link that has found it (`NL80211_ATTR_IFINDEX`). */
  device: number;
  /** Frequency in MHz (`NL80211_BSS_FREQUENCY`). */
  frequency: number;
  /** Capabilities (`NL80211_BSS_CAPABILITY`). */
  capabilities: (keyof typeof WLAN_CAPABILITIES | number)[];
  /** The message that this was read from. */
  readonly message: Nl80211Message;
}

const details = mapping<ScanDetails, Nl80211Bss>(() => ({
  signal: readOnly("signalMbm", decibels),
  quality: readOnly("signalUnspec", { fromKernel: (quality) => quality }),
  seenAgo: readOnly("seenMsAgo", milliseconds),
  seenAt: readOnly("lastSeenBoottime", nanoseconds64),
  clock: readOnly("tsf", uint64),
  beaconInterval: readOnly("beaconInterval", timeUnits),
  status: readOnly("status", enumeration(NL80211_BSS_STATUSES)),
}), nl80211Bss);

const ciphers = namesOf(WLAN_CIPHER_SUITES);
const keyManagements = namesOf(WLAN_AKM_SUITES);
const capabilities = flagNames(WLAN_CAPABILITIES, 16);

/** Bits of the capabilities in RSN that are about management frames. */
const MFP_CAPABLE = 0x80;
const MFP_REQUIRED = 0x40;

function toSecurity(element: SecurityElement): NetworkSecurity {
  const { group, pairwise, akms, capabilities = 0 } = element;
  return {
    ...group !== undefined && { group: ciphers.fromKernel([group])[0]! },
    pairwise: ciphers.fromKernel(pairwise),
    keyManagements: keyManagements.fromKernel(akms),
    managementProtection: (capabilities & MFP_REQUIRED) !== 0
      ? "required"
      : (capabilities & MFP_CAPABLE) !== 0
      ? "optional"
      : "no",
  };
}

/** Rates of 500 kbit/s; the highest bit is set for those that are basic. */
function toRates(data: Uint8Array): NetworkRate[] {
  return [...data].map((byte) => ({
    rate: (byte & 0x7f) / 2,
    basic: (byte & 0x80) !== 0,
  }));
}

/** What each element adds to what is known of a network. */
const readers: Readonly<
  Record<number, (network: NetworkElements, data: Uint8Array) => void>
> = {
  [WLAN_ELEMENTS.ssid]: (network, data) => {
    network.ssid = textFromBytes(data);
  },
  [WLAN_ELEMENTS.supportedRates]: (network, data) => {
    network.rates.push(...toRates(data));
  },
  [WLAN_ELEMENTS.extendedRates]: (network, data) => {
    network.rates.push(...toRates(data));
  },
  [WLAN_ELEMENTS.channel]: (network, data) => {
    if (data.length > 0) network.channel = data[0]!;
  },
  [WLAN_ELEMENTS.htOperation]: (network, data) => {
    if (data.length > 0) network.channel ??= data[0]!;
  },
  [WLAN_ELEMENTS.country]: (network, data) => {
    if (data.length > 1) network.country = textFromBytes(data.subarray(0, 2));
  },
  [WLAN_ELEMENTS.load]: (network, data) => {
    if (data.length > 1) network.stations = data[0]! | data[1]! << 8;
  },
  [WLAN_ELEMENTS.meshId]: (network, data) => {
    network.meshId = textFromBytes(data);
  },
  [WLAN_ELEMENTS.htCapabilities]: (network) => {
    network.ht = true;
  },
  [WLAN_ELEMENTS.vhtCapabilities]: (network) => {
    network.vht = true;
  },
  [WLAN_ELEMENTS.rsn]: (network, data) => {
    const element = readSecurityElement(data);
    if (element !== undefined) network.rsn = toSecurity(element);
  },
  [WLAN_ELEMENTS.vendor]: (network, data) => {
    const wpa = wpaElement({ id: WLAN_ELEMENTS.vendor, data });
    const element = wpa && readSecurityElement(wpa);
    if (element !== undefined) network.wpa = toSecurity(element);
  },
};

/**
 * Reads information elements.
 *
 * @param bytes The elements.
 * @returns What they have.
 */
export function toNetworkElements(bytes: Uint8Array): NetworkElements {
  const elements = readElements(bytes);
  const network: NetworkElements = {
    rates: [],
    ht: false,
    vht: false,
    he: false,
    eht: false,
    elements,
  };
  for (const { id, extension, data } of elements) {
    readers[id]?.(network, data);
    if (extension === WLAN_EXTENSION_ELEMENTS.heCapabilities) network.he = true;
    if (extension === WLAN_EXTENSION_ELEMENTS.ehtCapabilities) {
      network.eht = true;
    }
  }
  return network;
}

/**
 * Reads a network that a scan has found.
 *
 * @param message The message.
 * @returns The network.
 */
export function toScanResult(message: Nl80211Message): ScanResult {
  const { ifindex = 0, bss = {} } = message.attributes;
  const { bssid = "", frequency = 0, frequencyOffset = 0, capability = 0 } =
    bss;
  const { informationElements, beaconIes = new Uint8Array(0) } = bss;
  return withMessage<ScanResult>(
    {
      bssid,
      device: ifindex,
      frequency: frequency + frequencyOffset / 1000,
      capabilities: capabilities.fromKernel(capability),
      ...details.fromKernel(bss),
      ...toNetworkElements(informationElements ?? beaconIes),
    },
    message,
  );
}
