/**
 * Connections to networks that need no supplicant: open networks, ad-hoc
 * networks and meshes.
 *
 * @module
 */

import { NL80211_AUTH_TYPES } from "../../messages/generic/nl80211/names.ts";
import {
  type Nl80211Attributes,
  nl80211Attributes,
  type Nl80211Message,
} from "../../messages/generic/nl80211/nl80211.ts";
import { mac } from "../mapping/address_conversions.ts";
import { binary, integer, presence } from "../mapping/conversions.ts";
import { enumeration } from "../mapping/enumerations.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { type Field, mapping, writeOnly } from "../mapping/mapping.ts";
import { checkRequired } from "../mapping/properties.ts";
import { type WirelessChannel, writeChannel } from "./channel.ts";
import { megahertz, networkName } from "./conversions.ts";

/** A network to connect to. */
export interface ConnectSpec {
  /** Its name (`NL80211_ATTR_SSID`). */
  ssid: string;
  /** Address of the access point; any by default (`NL80211_ATTR_MAC`). */
  bssid?: string;
  /** Frequency in MHz; any by default (`NL80211_ATTR_WIPHY_FREQ`). */
  frequency?: number;
  /** Address that is tried first (`NL80211_ATTR_MAC_HINT`). */
  bssidHint?: string;
  /** Frequency that is tried first, in MHz (`NL80211_ATTR_WIPHY_FREQ_HINT`). */
  frequencyHint?: number;
  /** How to authenticate (`NL80211_ATTR_AUTH_TYPE`). */
  authentication?: keyof typeof NL80211_AUTH_TYPES | number;
  /** Whether the network has to be protected (`NL80211_ATTR_PRIVACY`). */
  privacy?: boolean;
  /** Information elements to send (`NL80211_ATTR_IE`). */
  elements?: Uint8Array;
  /** Whether 802.11n is not used (`NL80211_ATTR_DISABLE_HT`). */
  disableHt?: boolean;
  /** Whether 802.11ac is not used (`NL80211_ATTR_DISABLE_VHT`). */
  disableVht?: boolean;
  /** Whether 802.11ax is not used (`NL80211_ATTR_DISABLE_HE`). */
  disableHe?: boolean;
  /** Whether the connection ends with this object's socket (`NL80211_ATTR_SOCKET_OWNER`). */
  owned?: boolean;
}

/** A connection to a network. */
export interface WirelessConnection {
  /** Address of the access point (`NL80211_ATTR_MAC`). */
  bssid: string;
  /** Index of the link (`NL80211_ATTR_IFINDEX`). */
  device: number;
  /** Information elements that were sent (`NL80211_ATTR_REQ_IE`). */
  requestElements?: Uint8Array;
  /** Information elements that were received (`NL80211_ATTR_RESP_IE`). */
  responseElements?: Uint8Array;
  /** The message that this was read from. */
  readonly message: Nl80211Message;
}

/** An ad-hoc network to join, or to start if there is none (IBSS). */
export interface AdHocSpec {
  /** Its name (`NL80211_ATTR_SSID`). */
  ssid: string;
  /** Its channel, or the frequency of it in MHz (`NL80211_ATTR_WIPHY_FREQ`). */
  channel: WirelessChannel | number;
  /** Whether no other channel is tried (`NL80211_ATTR_FREQ_FIXED`). */
  fixedChannel?: boolean;
  /** Its address; chosen by default (`NL80211_ATTR_MAC`). */
  bssid?: string;
  /**
   * Time between beacons in units of 1.024 ms (`NL80211_ATTR_BEACON_INTERVAL`).
   *
   * @default {100}
   */
  beaconInterval?: number;
}

/** A mesh to join. */
export interface MeshSpec {
  /** Its name (`NL80211_ATTR_MESH_ID`). */
  meshId: string;
  /** Its channel, or the frequency of it in MHz (`NL80211_ATTR_WIPHY_FREQ`). */
  channel?: WirelessChannel | number;
  /** Time between beacons in units of 1.024 ms (`NL80211_ATTR_BEACON_INTERVAL`). */
  beaconInterval?: number;
  /** Beacons up to the next multicast (`NL80211_ATTR_DTIM_PERIOD`). */
  dtimPeriod?: number;
}

/**
 * An access point has refused to connect, or did not answer: see
 * {@linkcode ConnectError.status}.
 */
export class ConnectError extends Error {
  /** Status of 802.11; 0 if there was no answer (`NL80211_ATTR_STATUS_CODE`). */
  readonly status: number;
  /** Whether there was no answer (`NL80211_ATTR_TIMED_OUT`). */
  readonly timedOut: boolean;

  /**
   * Makes the error.
   *
   * @param ssid Name of the network.
   * @param status Status of 802.11.
   * @param timedOut Whether there was no answer.
   */
  constructor(ssid: string, status: number, timedOut: boolean) {
    const state = timedOut
      ? "the network does not answer, or is not there"
      : `the access point refuses with status ${status}`;
    super(`Cannot connect to ${JSON.stringify(ssid)}: ${state}`);
    this.name = "ConnectError";
    this.status = status;
    this.timedOut = timedOut;
  }
}

const channel: Field<WirelessChannel | number, Nl80211Attributes> = {
  from: [],
  read: () => undefined,
  write: (data, value, fieldPath) => {
    Object.assign(data, writeChannel(value, fieldPath));
  },
};
const interval = integer(10, 10000);

const connect = mapping<ConnectSpec, Nl80211Attributes>(() => ({
  ssid: writeOnly("ssid", networkName),
  bssid: writeOnly("mac", mac),
  frequency: writeOnly("wiphyFreq", megahertz),
  bssidHint: writeOnly("macHint", mac),
  frequencyHint: writeOnly("wiphyFreqHint", megahertz),
  authentication: writeOnly("authType", enumeration(NL80211_AUTH_TYPES)),
  privacy: writeOnly("privacy", presence),
  elements: writeOnly("ie", binary),
  disableHt: writeOnly("disableHt", presence),
  disableVht: writeOnly("disableVht", presence),
  disableHe: writeOnly("disableHe", presence),
  owned: writeOnly("socketOwner", presence),
}), nl80211Attributes);

const adHoc = mapping<AdHocSpec, Nl80211Attributes>(() => ({
  ssid: writeOnly("ssid", networkName),
  channel,
  fixedChannel: writeOnly("freqFixed", presence),
  bssid: writeOnly("mac", mac),
  beaconInterval: writeOnly("beaconInterval", interval),
}), nl80211Attributes);

const mesh = mapping<MeshSpec, Nl80211Attributes>(() => ({
  meshId: writeOnly("meshId", networkName),
  channel,
  beaconInterval: writeOnly("beaconInterval", interval),
  dtimPeriod: writeOnly("dtimPeriod", integer(1, 100)),
}), nl80211Attributes);

/**
 * Writes a network to connect to.
 *
 * @param spec The network.
 * @param fieldPath Where it stands.
 * @returns Its attributes.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromConnectSpec(
  spec: ConnectSpec,
  fieldPath: FieldPath,
): Nl80211Attributes {
  const attributes = connect.toKernel(spec, fieldPath);
  checkRequired(spec, ["ssid"], fieldPath);
  return attributes;
}

/**
 * Writes an ad-hoc network to join.
 *
 * @param spec The network.
 * @param fieldPath Where it stands.
 * @returns Its attributes.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromAdHocSpec(
  spec: AdHocSpec,
  fieldPath: FieldPath,
): Nl80211Attributes {
  const attributes = adHoc.toKernel(spec, fieldPath);
  checkRequired(spec, ["ssid", "channel"], fieldPath);
  return attributes;
}

/**
 * Writes a mesh to join.
 *
 * @param spec The mesh.
 * @param fieldPath Where it stands.
 * @returns Its attributes.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromMeshSpec(
  spec: MeshSpec,
  fieldPath: FieldPath,
): Nl80211Attributes {
  const attributes = mesh.toKernel(spec, fieldPath);
  checkRequired(spec, ["meshId"], fieldPath);
  return attributes;
}
