/**
 * Attributes of access points of the family `nl80211`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/nl80211.h | linux/nl80211.h}
 *
 * @module
 */

import {
  array,
  bytes,
  type FieldsOf,
  flag,
  u16,
  u32,
  u64,
  u8,
} from "../../codec/mod.ts";
import {
  type Nl80211Beacon,
  nl80211Beacon,
  nl80211BeaconFields,
  type Nl80211BeaconFrames,
  type Nl80211BssColor,
  nl80211BssColor,
  type Nl80211FilsDiscovery,
  nl80211FilsDiscovery,
  type Nl80211MbssidConfig,
  nl80211MbssidConfig,
  type Nl80211ObssPd,
  nl80211ObssPd,
  type Nl80211S1gShortBeacon,
  nl80211S1gShortBeacon,
  type Nl80211UnsolBcastProbeResp,
  nl80211UnsolBcastProbeResp,
} from "./access_point.ts";

/** Access points: beacons, and what they announce: `NL80211_ATTR_*`. */
export interface Nl80211AccessPointAttributes extends Nl80211BeaconFrames {
  /**
   * Time between beacons, in units of 1.024 ms
   * (`NL80211_ATTR_BEACON_INTERVAL`).
   */
  beaconInterval?: number;
  /**
   * Beacons between those after which multicast is sent
   * (`NL80211_ATTR_DTIM_PERIOD`).
   */
  dtimPeriod?: number;
  /**
   * How the name is hidden, `NL80211_HIDDEN_SSID_*`
   * (`NL80211_ATTR_HIDDEN_SSID`).
   */
  hiddenSsid?: number;
  /**
   * Whether listed stations are let in, `NL80211_ACL_POLICY_*`
   * (`NL80211_ATTR_ACL_POLICY`).
   */
  aclPolicy?: number;
  /** Whether stations cannot reach each other (`NL80211_ATTR_AP_ISOLATE`). */
  apIsolate?: number;
  /**
   * What programs take part in, `NL80211_AP_SETTINGS_*`
   * (`NL80211_ATTR_AP_SETTINGS_FLAGS`).
   */
  apSettingsFlags?: number;
  /**
   * Whether frames are protected from old stations
   * (`NL80211_ATTR_BSS_CTS_PROT`).
   */
  bssCtsProt?: number;
  /** Whether preambles are short (`NL80211_ATTR_BSS_SHORT_PREAMBLE`). */
  bssShortPreamble?: number;
  /** Whether slots are short (`NL80211_ATTR_BSS_SHORT_SLOT_TIME`). */
  bssShortSlotTime?: number;
  /**
   * Rates that each station has, in units of 500 kbit/s
   * (`NL80211_ATTR_BSS_BASIC_RATES`).
   */
  bssBasicRates?: Uint8Array;
  /** HT operation mode (`NL80211_ATTR_BSS_HT_OPMODE`). */
  bssHtOpmode?: number;
  /** Time for clients, in units of 1.024 ms (`NL80211_ATTR_P2P_CTWINDOW`). */
  p2pCtwindow?: number;
  /**
   * Whether the group owner saves power when it can (`NL80211_ATTR_P2P_OPPPS`).
   */
  p2pOppps?: number;
  /** Beacons until the channel changes (`NL80211_ATTR_CH_SWITCH_COUNT`). */
  chSwitchCount?: number;
  /** Nothing is sent until then (`NL80211_ATTR_CH_SWITCH_BLOCK_TX`). */
  chSwitchBlockTx?: true;
  /**
   * Beacon until the channel changes
   * (`NL80211_ATTR_CSA_IES`).
   */
  csaIes?: Nl80211Beacon;
  /**
   * Where counters are in a frame, in bytes (`NL80211_ATTR_CSA_C_OFFSETS_TX`).
   */
  csaCOffsetsTx?: number[];
  /** Programs look for radar (`NL80211_ATTR_HANDLE_DFS`). */
  handleDfs?: true;
  /** A chain of its own looks for radar (`NL80211_ATTR_RADAR_BACKGROUND`). */
  radarBackground?: true;
  /** Stations can agree on times to wake up (`NL80211_ATTR_TWT_RESPONDER`). */
  twtResponder?: true;
  /** Spatial reuse, `NL80211_HE_OBSS_PD_ATTR_*` (`NL80211_ATTR_HE_OBSS_PD`). */
  heObssPd?: Nl80211ObssPd;
  /**
   * Color of the network, `NL80211_HE_BSS_COLOR_ATTR_*`
   * (`NL80211_ATTR_HE_BSS_COLOR`).
   */
  heBssColor?: Nl80211BssColor;
  /**
   * Colors of other networks, a bit each (`NL80211_ATTR_OBSS_COLOR_BITMAP`).
   */
  obssColorBitmap?: bigint;
  /** Beacons until the color changes (`NL80211_ATTR_COLOR_CHANGE_COUNT`). */
  colorChangeCount?: number;
  /** The color then (`NL80211_ATTR_COLOR_CHANGE_COLOR`). */
  colorChangeColor?: number;
  /**
   * Beacon until the color changes
   * (`NL80211_ATTR_COLOR_CHANGE_ELEMS`).
   */
  colorChangeElems?: Nl80211Beacon;
  /**
   * Discovery frames, `NL80211_FILS_DISCOVERY_ATTR_*`
   * (`NL80211_ATTR_FILS_DISCOVERY`).
   */
  filsDiscovery?: Nl80211FilsDiscovery;
  /**
   * Probe responses without probes, `NL80211_UNSOL_BCAST_PROBE_RESP_ATTR_*`
   * (`NL80211_ATTR_UNSOL_BCAST_PROBE_RESP`).
   */
  unsolBcastProbeResp?: Nl80211UnsolBcastProbeResp;
  /**
   * Several networks in a beacon, `NL80211_MBSSID_CONFIG_ATTR_*`
   * (`NL80211_ATTR_MBSSID_CONFIG`).
   */
  mbssidConfig?: Nl80211MbssidConfig;
  /** UHR operation (`NL80211_ATTR_UHR_OPERATION`). */
  uhrOperation?: Uint8Array;
  /** Short beacons for a long one (`NL80211_ATTR_S1G_LONG_BEACON_PERIOD`). */
  s1gLongBeaconPeriod?: number;
  /**
   * Short beacon, `NL80211_S1G_SHORT_BEACON_ATTR_*`
   * (`NL80211_ATTR_S1G_SHORT_BEACON`).
   */
  s1gShortBeacon?: Nl80211S1gShortBeacon;
}

/** Rows of {@linkcode Nl80211AccessPointAttributes}. */
export function nl80211AccessPointFields(): FieldsOf<
  Nl80211AccessPointAttributes
> {
  return {
    beaconInterval: ["NL80211_ATTR_BEACON_INTERVAL", 12, u32],
    dtimPeriod: ["NL80211_ATTR_DTIM_PERIOD", 13, u32],
    ...nl80211BeaconFields(),
    hiddenSsid: ["NL80211_ATTR_HIDDEN_SSID", 126, u32],
    aclPolicy: ["NL80211_ATTR_ACL_POLICY", 165, u32],
    apIsolate: ["NL80211_ATTR_AP_ISOLATE", 96, u8],
    apSettingsFlags: ["NL80211_ATTR_AP_SETTINGS_FLAGS", 309, u32],
    bssCtsProt: ["NL80211_ATTR_BSS_CTS_PROT", 28, u8],
    bssShortPreamble: ["NL80211_ATTR_BSS_SHORT_PREAMBLE", 29, u8],
    bssShortSlotTime: ["NL80211_ATTR_BSS_SHORT_SLOT_TIME", 30, u8],
    bssBasicRates: ["NL80211_ATTR_BSS_BASIC_RATES", 36, bytes],
    bssHtOpmode: ["NL80211_ATTR_BSS_HT_OPMODE", 109, u16],
    p2pCtwindow: ["NL80211_ATTR_P2P_CTWINDOW", 162, u8],
    p2pOppps: ["NL80211_ATTR_P2P_OPPPS", 163, u8],
    chSwitchCount: ["NL80211_ATTR_CH_SWITCH_COUNT", 183, u32],
    chSwitchBlockTx: ["NL80211_ATTR_CH_SWITCH_BLOCK_TX", 184, flag],
    csaIes: ["NL80211_ATTR_CSA_IES", 185, nl80211Beacon],
    csaCOffsetsTx: ["NL80211_ATTR_CSA_C_OFFSETS_TX", 205, array(u16)],
    handleDfs: ["NL80211_ATTR_HANDLE_DFS", 191, flag],
    radarBackground: ["NL80211_ATTR_RADAR_BACKGROUND", 308, flag],
    twtResponder: ["NL80211_ATTR_TWT_RESPONDER", 278, flag],
    heObssPd: ["NL80211_ATTR_HE_OBSS_PD", 279, nl80211ObssPd],
    heBssColor: ["NL80211_ATTR_HE_BSS_COLOR", 283, nl80211BssColor],
    obssColorBitmap: ["NL80211_ATTR_OBSS_COLOR_BITMAP", 302, u64],
    colorChangeCount: ["NL80211_ATTR_COLOR_CHANGE_COUNT", 303, u8],
    colorChangeColor: ["NL80211_ATTR_COLOR_CHANGE_COLOR", 304, u8],
    colorChangeElems: ["NL80211_ATTR_COLOR_CHANGE_ELEMS", 305, nl80211Beacon],
    filsDiscovery: ["NL80211_ATTR_FILS_DISCOVERY", 294, nl80211FilsDiscovery],
    unsolBcastProbeResp: [
      "NL80211_ATTR_UNSOL_BCAST_PROBE_RESP",
      295,
      nl80211UnsolBcastProbeResp,
    ],
    mbssidConfig: ["NL80211_ATTR_MBSSID_CONFIG", 306, nl80211MbssidConfig],
    uhrOperation: ["NL80211_ATTR_UHR_OPERATION", 350, bytes],
    s1gLongBeaconPeriod: ["NL80211_ATTR_S1G_LONG_BEACON_PERIOD", 339, u8],
    s1gShortBeacon: [
      "NL80211_ATTR_S1G_SHORT_BEACON",
      340,
      nl80211S1gShortBeacon,
    ],
  };
}
