/**
 * Nests of access points of the family `nl80211`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/nl80211.h | linux/nl80211.h}
 *
 * @module
 */

import {
  array,
  type Attributes,
  attributes,
  bytes,
  type Codec,
  type FieldsOf,
  flag,
  list,
  u16,
  u32,
  u8,
} from "../../codec/mod.ts";
import {
  type Nl80211FtmResponder,
  nl80211FtmResponder,
} from "./measurement.ts";

/**
 * How much of other networks is ignored when the channel is checked:
 * `NL80211_HE_OBSS_PD_ATTR_*`.
 */
export interface Nl80211ObssPd extends Attributes {
  /** Least offset, from -82 dBm (`NL80211_HE_OBSS_PD_ATTR_MIN_OFFSET`). */
  minOffset?: number;
  /** Greatest offset, from -82 dBm (`NL80211_HE_OBSS_PD_ATTR_MAX_OFFSET`). */
  maxOffset?: number;
  /**
   * Greatest offset for networks outside of the group, from -82 dBm
   * (`NL80211_HE_OBSS_PD_ATTR_NON_SRG_MAX_OFFSET`).
   */
  nonSrgMaxOffset?: number;
  /**
   * Colors of the group, a bit each, 8 bytes
   * (`NL80211_HE_OBSS_PD_ATTR_BSS_COLOR_BITMAP`).
   */
  bssColorBitmap?: Uint8Array;
  /**
   * Parts of addresses of the group, a bit each, 8 bytes
   * (`NL80211_HE_OBSS_PD_ATTR_PARTIAL_BSSID_BITMAP`).
   */
  partialBssidBitmap?: Uint8Array;
  /** The field SR Control of 802.11ax (`NL80211_HE_OBSS_PD_ATTR_SR_CTRL`). */
  srCtrl?: number;
}

/**
 * Color of a network, by which stations distinguish its frames:
 * `NL80211_HE_BSS_COLOR_ATTR_*`.
 */
export interface Nl80211BssColor extends Attributes {
  /** The color, 1 to 63 (`NL80211_HE_BSS_COLOR_ATTR_COLOR`). */
  color?: number;
  /** It is not used (`NL80211_HE_BSS_COLOR_ATTR_DISABLED`). */
  disabled?: true;
  /**
   * Association identifiers are computed from it
   * (`NL80211_HE_BSS_COLOR_ATTR_PARTIAL`).
   */
  partial?: true;
}

/**
 * Frames by which stations discover the network:
 * `NL80211_FILS_DISCOVERY_ATTR_*`.
 */
export interface Nl80211FilsDiscovery extends Attributes {
  /**
   * Least interval, in units of 1.024 ms
   * (`NL80211_FILS_DISCOVERY_ATTR_INT_MIN`).
   */
  intMin?: number;
  /**
   * Greatest interval, in units of 1.024 ms; 0 for none
   * (`NL80211_FILS_DISCOVERY_ATTR_INT_MAX`).
   */
  intMax?: number;
  /** The frame with its headers (`NL80211_FILS_DISCOVERY_ATTR_TMPL`). */
  tmpl?: Uint8Array;
}

/**
 * Probe responses without probes, at 6 GHz:
 * `NL80211_UNSOL_BCAST_PROBE_RESP_ATTR_*`.
 */
export interface Nl80211UnsolBcastProbeResp extends Attributes {
  /**
   * Greatest interval, in units of 1.024 ms; 0 for none
   * (`NL80211_UNSOL_BCAST_PROBE_RESP_ATTR_INT`).
   */
  int?: number;
  /** The frame (`NL80211_UNSOL_BCAST_PROBE_RESP_ATTR_TMPL`). */
  tmpl?: Uint8Array;
}

/** Several networks in one beacon: `NL80211_MBSSID_CONFIG_ATTR_*`. */
export interface Nl80211MbssidConfig extends Attributes {
  /**
   * Most interfaces; in capabilities only
   * (`NL80211_MBSSID_CONFIG_ATTR_MAX_INTERFACES`).
   */
  maxInterfaces?: number;
  /**
   * Most beacons over which they are spread; in capabilities only
   * (`NL80211_MBSSID_CONFIG_ATTR_MAX_EMA_PROFILE_PERIODICITY`).
   */
  maxEmaProfilePeriodicity?: number;
  /**
   * Index of this network; 0 for the one that sends beacons
   * (`NL80211_MBSSID_CONFIG_ATTR_INDEX`).
   */
  index?: number;
  /**
   * Index of the interface that sends beacons
   * (`NL80211_MBSSID_CONFIG_ATTR_TX_IFINDEX`).
   */
  txIfindex?: number;
  /**
   * They are spread over several beacons (`NL80211_MBSSID_CONFIG_ATTR_EMA`).
   */
  ema?: true;
  /**
   * Number of the link that sends beacons
   * (`NL80211_MBSSID_CONFIG_ATTR_TX_LINK_ID`).
   */
  txLinkId?: number;
}

/** A short beacon of S1G: `NL80211_S1G_SHORT_BEACON_ATTR_*`. */
export interface Nl80211S1gShortBeacon extends Attributes {
  /**
   * The beacon up to the TIM element (`NL80211_S1G_SHORT_BEACON_ATTR_HEAD`).
   */
  head?: Uint8Array;
  /**
   * The beacon behind the TIM element (`NL80211_S1G_SHORT_BEACON_ATTR_TAIL`).
   */
  tail?: Uint8Array;
}

/**
 * Parameters of networks that can be changed while they are in use:
 * `NL80211_ATTR_*`.
 */
export interface Nl80211BssParamSupport extends Attributes {
  /** Protection by CTS (`NL80211_ATTR_BSS_CTS_PROT`). */
  bssCtsProt?: true;
  /** Short preambles (`NL80211_ATTR_BSS_SHORT_PREAMBLE`). */
  bssShortPreamble?: true;
  /** Short slots (`NL80211_ATTR_BSS_SHORT_SLOT_TIME`). */
  bssShortSlotTime?: true;
  /** Basic rates (`NL80211_ATTR_BSS_BASIC_RATES`). */
  bssBasicRates?: true;
  /** Isolation of stations (`NL80211_ATTR_AP_ISOLATE`). */
  apIsolate?: true;
  /** HT operation mode (`NL80211_ATTR_BSS_HT_OPMODE`). */
  bssHtOpmode?: true;
  /** Window of presence in P2P (`NL80211_ATTR_P2P_CTWINDOW`). */
  p2pCtwindow?: true;
  /** Opportunistic power save in P2P (`NL80211_ATTR_P2P_OPPPS`). */
  p2pOppps?: true;
}

/** Beacons and responses of an access point: `NL80211_ATTR_*`. */
export interface Nl80211BeaconFrames extends Attributes {
  /** Beacon up to the TIM element (`NL80211_ATTR_BEACON_HEAD`). */
  beaconHead?: Uint8Array;
  /** Beacon behind the TIM element (`NL80211_ATTR_BEACON_TAIL`). */
  beaconTail?: Uint8Array;
  /** Information elements of probe responses (`NL80211_ATTR_IE_PROBE_RESP`). */
  ieProbeResp?: Uint8Array;
  /**
   * Information elements of association responses
   * (`NL80211_ATTR_IE_ASSOC_RESP`).
   */
  ieAssocResp?: Uint8Array;
  /** Probe response (`NL80211_ATTR_PROBE_RESP`). */
  probeResp?: Uint8Array;
  /**
   * Where counters are in beacons, in bytes
   * (`NL80211_ATTR_CNTDWN_OFFS_BEACON`).
   */
  cntdwnOffsBeacon?: number[];
  /**
   * Where counters are in probe responses, in bytes
   * (`NL80211_ATTR_CNTDWN_OFFS_PRESP`).
   */
  cntdwnOffsPresp?: number[];
  /**
   * Information elements of several networks in a beacon
   * (`NL80211_ATTR_MBSSID_ELEMS`).
   */
  mbssidElems?: Uint8Array[];
  /** Reports of neighbors (`NL80211_ATTR_EMA_RNR_ELEMS`). */
  emaRnrElems?: Uint8Array[];
}

/**
 * What an access point sends until its channel or color changes:
 * `NL80211_ATTR_*`.
 */
export interface Nl80211Beacon extends Nl80211BeaconFrames {
  /** Information elements of beacons (`NL80211_ATTR_IE`). */
  ie?: Uint8Array;
  /** What answers measurements of distances (`NL80211_ATTR_FTM_RESPONDER`). */
  ftmResponder?: Nl80211FtmResponder;
}

/** Codec of {@linkcode Nl80211ObssPd}. */
export const nl80211ObssPd: Codec<Nl80211ObssPd> = attributes(
  () => ({
    minOffset: ["NL80211_HE_OBSS_PD_ATTR_MIN_OFFSET", 1, u8],
    maxOffset: ["NL80211_HE_OBSS_PD_ATTR_MAX_OFFSET", 2, u8],
    nonSrgMaxOffset: ["NL80211_HE_OBSS_PD_ATTR_NON_SRG_MAX_OFFSET", 3, u8],
    bssColorBitmap: ["NL80211_HE_OBSS_PD_ATTR_BSS_COLOR_BITMAP", 4, bytes],
    partialBssidBitmap: [
      "NL80211_HE_OBSS_PD_ATTR_PARTIAL_BSSID_BITMAP",
      5,
      bytes,
    ],
    srCtrl: ["NL80211_HE_OBSS_PD_ATTR_SR_CTRL", 6, u8],
  }),
);

/** Codec of {@linkcode Nl80211BssColor}. */
export const nl80211BssColor: Codec<Nl80211BssColor> = attributes(() => ({
  color: ["NL80211_HE_BSS_COLOR_ATTR_COLOR", 1, u8],
  disabled: ["NL80211_HE_BSS_COLOR_ATTR_DISABLED", 2, flag],
  partial: ["NL80211_HE_BSS_COLOR_ATTR_PARTIAL", 3, flag],
}));

/** Codec of {@linkcode Nl80211FilsDiscovery}. */
export const nl80211FilsDiscovery: Codec<Nl80211FilsDiscovery> = attributes(
  () => ({
    intMin: ["NL80211_FILS_DISCOVERY_ATTR_INT_MIN", 1, u32],
    intMax: ["NL80211_FILS_DISCOVERY_ATTR_INT_MAX", 2, u32],
    tmpl: ["NL80211_FILS_DISCOVERY_ATTR_TMPL", 3, bytes],
  }),
);

/** Codec of {@linkcode Nl80211UnsolBcastProbeResp}. */
export const nl80211UnsolBcastProbeResp: Codec<Nl80211UnsolBcastProbeResp> =
  attributes(() => ({
    int: ["NL80211_UNSOL_BCAST_PROBE_RESP_ATTR_INT", 1, u32],
    tmpl: ["NL80211_UNSOL_BCAST_PROBE_RESP_ATTR_TMPL", 2, bytes],
  }));

/** Codec of {@linkcode Nl80211MbssidConfig}. */
export const nl80211MbssidConfig: Codec<Nl80211MbssidConfig> = attributes(
  () => ({
    maxInterfaces: ["NL80211_MBSSID_CONFIG_ATTR_MAX_INTERFACES", 1, u8],
    maxEmaProfilePeriodicity: [
      "NL80211_MBSSID_CONFIG_ATTR_MAX_EMA_PROFILE_PERIODICITY",
      2,
      u8,
    ],
    index: ["NL80211_MBSSID_CONFIG_ATTR_INDEX", 3, u8],
    txIfindex: ["NL80211_MBSSID_CONFIG_ATTR_TX_IFINDEX", 4, u32],
    ema: ["NL80211_MBSSID_CONFIG_ATTR_EMA", 5, flag],
    txLinkId: ["NL80211_MBSSID_CONFIG_ATTR_TX_LINK_ID", 6, u8],
  }),
);

/** Codec of {@linkcode Nl80211S1gShortBeacon}. */
export const nl80211S1gShortBeacon: Codec<Nl80211S1gShortBeacon> = attributes(
  () => ({
    head: ["NL80211_S1G_SHORT_BEACON_ATTR_HEAD", 1, bytes],
    tail: ["NL80211_S1G_SHORT_BEACON_ATTR_TAIL", 2, bytes],
  }),
);

/** Codec of {@linkcode Nl80211BssParamSupport}. */
export const nl80211BssParamSupport: Codec<Nl80211BssParamSupport> = attributes(
  () => ({
    bssCtsProt: ["NL80211_ATTR_BSS_CTS_PROT", 28, flag],
    bssShortPreamble: ["NL80211_ATTR_BSS_SHORT_PREAMBLE", 29, flag],
    bssShortSlotTime: ["NL80211_ATTR_BSS_SHORT_SLOT_TIME", 30, flag],
    bssBasicRates: ["NL80211_ATTR_BSS_BASIC_RATES", 36, flag],
    apIsolate: ["NL80211_ATTR_AP_ISOLATE", 96, flag],
    bssHtOpmode: ["NL80211_ATTR_BSS_HT_OPMODE", 109, flag],
    p2pCtwindow: ["NL80211_ATTR_P2P_CTWINDOW", 162, flag],
    p2pOppps: ["NL80211_ATTR_P2P_OPPPS", 163, flag],
  }),
);

/**
 * The attributes of beacons and responses.
 *
 * @returns The fields.
 */
export function nl80211BeaconFields(): FieldsOf<Nl80211BeaconFrames> {
  return {
    beaconHead: ["NL80211_ATTR_BEACON_HEAD", 14, bytes],
    beaconTail: ["NL80211_ATTR_BEACON_TAIL", 15, bytes],
    ieProbeResp: ["NL80211_ATTR_IE_PROBE_RESP", 127, bytes],
    ieAssocResp: ["NL80211_ATTR_IE_ASSOC_RESP", 128, bytes],
    probeResp: ["NL80211_ATTR_PROBE_RESP", 145, bytes],
    cntdwnOffsBeacon: ["NL80211_ATTR_CNTDWN_OFFS_BEACON", 186, array(u16)],
    cntdwnOffsPresp: ["NL80211_ATTR_CNTDWN_OFFS_PRESP", 187, array(u16)],
    mbssidElems: ["NL80211_ATTR_MBSSID_ELEMS", 307, list(bytes)],
    emaRnrElems: ["NL80211_ATTR_EMA_RNR_ELEMS", 325, list(bytes)],
  };
}

/** Codec of {@linkcode Nl80211Beacon}. */
export const nl80211Beacon: Codec<Nl80211Beacon> = attributes(
  () => ({
    ...nl80211BeaconFields(),
    ie: ["NL80211_ATTR_IE", 42, bytes],
    ftmResponder: ["NL80211_ATTR_FTM_RESPONDER", 270, nl80211FtmResponder],
  }),
);
