/**
 * Attributes of capabilities of the family `nl80211`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/nl80211.h | linux/nl80211.h}
 *
 * @module
 */

import {
  type Attributes,
  bytes,
  choice,
  type Codec,
  type FieldsOf,
  flag,
  list,
  macAddress,
  u16,
  u32,
  u8,
} from "../../codec/mod.ts";
import { type Keyed, keyed } from "../keyed.ts";
import {
  type Nl80211BssParamSupport,
  nl80211BssParamSupport,
} from "./access_point.ts";
import { NL80211_COMMANDS } from "./commands.ts";
import { type Nl80211Vendor, nl80211Vendor } from "./event_attributes.ts";
import {
  type Nl80211FtmResponder,
  nl80211FtmResponder,
  type Nl80211FtmResponderStats,
  nl80211FtmResponderStats,
  type Nl80211Measurements,
  nl80211Measurements,
} from "./measurement.ts";
import { type Nl80211NanCapabilities, nl80211NanCapabilities } from "./nan.ts";
import {
  type Nl80211CoalesceRule,
  nl80211CoalesceRule,
  type Nl80211CoalesceSupport,
  nl80211CoalesceSupport,
} from "./pattern.ts";
import { type Nl80211TidConfig, nl80211TidConfig } from "./queue.ts";
import { type Nl80211Sar, nl80211Sar } from "./regulatory.ts";
import { type Nl80211WowlanTriggers, nl80211WowlanTriggers } from "./wowlan.ts";
import {
  type Nl80211WowlanSupport,
  nl80211WowlanSupport,
} from "./wowlan_support.ts";

/** Codec of the types of frames that a type of interfaces has. */
export const nl80211FrameTypes: Codec<number[]> = list(u16, [
  "NL80211_ATTR_FRAME_TYPE",
  101,
]);

/** What devices and stations are capable of: `NL80211_ATTR_*`. */
export interface Nl80211CapabilityAttributes extends Attributes {
  /** Features, `NL80211_FEATURE_*` (`NL80211_ATTR_FEATURE_FLAGS`). */
  featureFlags?: number;
  /**
   * More features, a bit for each `NL80211_EXT_FEATURE_*`
   * (`NL80211_ATTR_EXT_FEATURES`).
   */
  extFeatures?: Uint8Array;
  /**
   * Features of the protocol, `NL80211_PROTOCOL_FEATURE_*`
   * (`NL80211_ATTR_PROTOCOL_FEATURES`).
   */
  protocolFeatures?: number;
  /**
   * Devices are spread over several messages; requests only
   * (`NL80211_ATTR_SPLIT_WIPHY_DUMP`).
   */
  splitWiphyDump?: true;
  /** Extended capabilities (`NL80211_ATTR_EXT_CAPA`). */
  extCapa?: Uint8Array;
  /** Which extended capabilities are meant (`NL80211_ATTR_EXT_CAPA_MASK`). */
  extCapaMask?: Uint8Array;
  /**
   * Extended capabilities, by types of interfaces
   * (`NL80211_ATTR_IFTYPE_EXT_CAPA`).
   */
  iftypeExtCapa?: Uint8Array[];
  /** HT capabilities of a station (802.11n) (`NL80211_ATTR_HT_CAPABILITY`). */
  htCapability?: Uint8Array;
  /**
   * HT capabilities that can be overridden (`NL80211_ATTR_HT_CAPABILITY_MASK`).
   */
  htCapabilityMask?: Uint8Array;
  /**
   * VHT capabilities of a station (802.11ac) (`NL80211_ATTR_VHT_CAPABILITY`).
   */
  vhtCapability?: Uint8Array;
  /**
   * VHT capabilities that can be overridden
   * (`NL80211_ATTR_VHT_CAPABILITY_MASK`).
   */
  vhtCapabilityMask?: Uint8Array;
  /** HE capabilities of a station (802.11ax) (`NL80211_ATTR_HE_CAPABILITY`). */
  heCapability?: Uint8Array;
  /**
   * HE capabilities of a station at 6 GHz (`NL80211_ATTR_HE_6GHZ_CAPABILITY`).
   */
  he6ghzCapability?: Uint8Array;
  /**
   * EHT capabilities of a station (802.11be) (`NL80211_ATTR_EHT_CAPABILITY`).
   */
  ehtCapability?: Uint8Array;
  /**
   * UHR capabilities of a station (802.11bn) (`NL80211_ATTR_UHR_CAPABILITY`).
   */
  uhrCapability?: Uint8Array;
  /**
   * S1G capabilities of a station (802.11ah) (`NL80211_ATTR_S1G_CAPABILITY`).
   */
  s1gCapability?: Uint8Array;
  /**
   * S1G capabilities that can be overridden
   * (`NL80211_ATTR_S1G_CAPABILITY_MASK`).
   */
  s1gCapabilityMask?: Uint8Array;
  /**
   * The device manages stations itself, as `NL80211_AP_SME_*`
   * (`NL80211_ATTR_DEVICE_AP_SME`).
   */
  deviceApSme?: number;
  /**
   * Protocols whose probes the device answers, `NL80211_PROBE_RESP_OFFLOAD_*`
   * (`NL80211_ATTR_PROBE_RESP_OFFLOAD`).
   */
  probeRespOffload?: number;
  /** RSN in ad-hoc networks (`NL80211_ATTR_SUPPORT_IBSS_RSN`). */
  supportIbssRsn?: true;
  /** Authentication in meshes (`NL80211_ATTR_SUPPORT_MESH_AUTH`). */
  supportMeshAuth?: true;
  /** U-APSD as an access point (`NL80211_ATTR_SUPPORT_AP_UAPSD`). */
  supportApUapsd?: true;
  /** Channels of 5 MHz (`NL80211_ATTR_SUPPORT_5_MHZ`). */
  support5Mhz?: true;
  /** Channels of 10 MHz (`NL80211_ATTR_SUPPORT_10_MHZ`). */
  support10Mhz?: true;
  /**
   * The firmware changes access points itself (`NL80211_ATTR_ROAM_SUPPORT`).
   */
  roamSupport?: true;
  /** Frames can be sent on other channels (`NL80211_ATTR_OFFCHANNEL_TX_OK`). */
  offchannelTxOk?: true;
  /** Direct links between stations (`NL80211_ATTR_TDLS_SUPPORT`). */
  tdlsSupport?: true;
  /**
   * Direct links are set up by programs (`NL80211_ATTR_TDLS_EXTERNAL_SETUP`).
   */
  tdlsExternalSetup?: true;
  /**
   * The device has its own regulatory domain
   * (`NL80211_ATTR_WIPHY_SELF_MANAGED_REG`).
   */
  wiphySelfManagedReg?: true;
  /**
   * Frames that programs can send, by `NL80211_IFTYPE_*`
   * (`NL80211_ATTR_TX_FRAME_TYPES`).
   */
  txFrameTypes?: Keyed<number[]>;
  /**
   * Frames that programs can receive, by `NL80211_IFTYPE_*`
   * (`NL80211_ATTR_RX_FRAME_TYPES`).
   */
  rxFrameTypes?: Keyed<number[]>;
  /**
   * What wakes the machine up, or has done so
   * (`NL80211_ATTR_WOWLAN_TRIGGERS`).
   */
  wowlanTriggers?: Nl80211WowlanTriggers;
  /**
   * What can wake the machine up (`NL80211_ATTR_WOWLAN_TRIGGERS_SUPPORTED`).
   */
  wowlanTriggersSupported?: Nl80211WowlanSupport;
  /**
   * Rules by which received packets are collected
   * (`NL80211_ATTR_COALESCE_RULE`).
   */
  coalesceRule?: Nl80211CoalesceRule[];
  /** What such rules a device can have (`NL80211_ATTR_COALESCE_RULE`). */
  coalesceSupport?: Nl80211CoalesceSupport;
  /** Addresses of the device, or of access lists (`NL80211_ATTR_MAC_ADDRS`). */
  macAddrs?: string[];
  /** Bits of the address that can be chosen (`NL80211_ATTR_MAC_MASK`). */
  macMask?: string;
  /** Most addresses in an access list (`NL80211_ATTR_MAC_ACL_MAX`). */
  macAclMax?: number;
  /** Most stations of an access point (`NL80211_ATTR_MAX_AP_ASSOC_STA`). */
  maxApAssocSta?: number;
  /**
   * Most counters in a channel switch announcement
   * (`NL80211_ATTR_MAX_CSA_COUNTERS`).
   */
  maxCsaCounters?: number;
  /** Events of vendors (`NL80211_ATTR_VENDOR_EVENTS`). */
  vendorEvents?: Nl80211Vendor[];
  /**
   * Measurements with peers, or what a device can measure
   * (`NL80211_ATTR_PEER_MEASUREMENTS`).
   */
  peerMeasurements?: Nl80211Measurements;
  /**
   * What answers measurements of distances (`NL80211_ATTR_FTM_RESPONDER`).
   */
  ftmResponder?: Nl80211FtmResponder;
  /**
   * Counters of what answers them
   * (`NL80211_ATTR_FTM_RESPONDER_STATS`).
   */
  ftmResponderStats?: Nl80211FtmResponderStats;
  /** Settings for identifiers of traffic (`NL80211_ATTR_TID_CONFIG`). */
  tidConfig?: Nl80211TidConfig[];
  /** Which of these a device has (`NL80211_ATTR_TID_CONFIG`). */
  tidConfigSupport?: Nl80211TidConfig;
  /**
   * Limits of the specific absorption rate (`NL80211_ATTR_SAR_SPEC`).
   */
  sarSpec?: Nl80211Sar;
  /**
   * Most stations whose frames get time stamps; 65535 for all
   * (`NL80211_ATTR_MAX_HW_TIMESTAMP_PEERS`).
   */
  maxHwTimestampPeers?: number;
  /** Channels of 2.16 GHz, a bit each (`NL80211_ATTR_WIPHY_EDMG_CHANNELS`). */
  wiphyEdmgChannels?: number;
  /** Widths of EDMG channels (`NL80211_ATTR_WIPHY_EDMG_BW_CONFIG`). */
  wiphyEdmgBwConfig?: number;
  /**
   * Capabilities of several links at a time (`NL80211_ATTR_EML_CAPABILITY`).
   */
  emlCapability?: number;
  /**
   * Capabilities of devices with several links
   * (`NL80211_ATTR_MLD_CAPA_AND_OPS`).
   */
  mldCapaAndOps?: number;
  /** More of these (`NL80211_ATTR_EXT_MLD_CAPA_AND_OPS`). */
  extMldCapaAndOps?: number;
  /**
   * A change of parameters that the device does not have is refused
   * (`NL80211_ATTR_BSS_PARAM`).
   */
  bssParam?: true;
  /** Parameters of networks that can be changed (`NL80211_ATTR_BSS_PARAM`). */
  bssParamSupport?: Nl80211BssParamSupport;
  /**
   * What a device can do of neighbor awareness
   * (`NL80211_ATTR_NAN_CAPABILITIES`).
   */
  nanCapabilities?: Nl80211NanCapabilities;
}

type BssParam = Pick<
  Nl80211CapabilityAttributes,
  "bssParam" | "bssParamSupport"
>;
type Coalesce = Pick<
  Nl80211CapabilityAttributes,
  "coalesceRule" | "coalesceSupport"
>;
type TidConfig = Pick<
  Nl80211CapabilityAttributes,
  "tidConfig" | "tidConfigSupport"
>;

/** Rows of {@linkcode Nl80211CapabilityAttributes}. */
export function nl80211CapabilityFields(): FieldsOf<
  Nl80211CapabilityAttributes
> {
  return {
    featureFlags: ["NL80211_ATTR_FEATURE_FLAGS", 143, u32],
    extFeatures: ["NL80211_ATTR_EXT_FEATURES", 217, bytes],
    protocolFeatures: ["NL80211_ATTR_PROTOCOL_FEATURES", 173, u32],
    splitWiphyDump: ["NL80211_ATTR_SPLIT_WIPHY_DUMP", 174, flag],
    extCapa: ["NL80211_ATTR_EXT_CAPA", 169, bytes],
    extCapaMask: ["NL80211_ATTR_EXT_CAPA_MASK", 170, bytes],
    iftypeExtCapa: ["NL80211_ATTR_IFTYPE_EXT_CAPA", 230, list(bytes)],
    htCapability: ["NL80211_ATTR_HT_CAPABILITY", 31, bytes],
    htCapabilityMask: ["NL80211_ATTR_HT_CAPABILITY_MASK", 148, bytes],
    vhtCapability: ["NL80211_ATTR_VHT_CAPABILITY", 157, bytes],
    vhtCapabilityMask: ["NL80211_ATTR_VHT_CAPABILITY_MASK", 176, bytes],
    heCapability: ["NL80211_ATTR_HE_CAPABILITY", 269, bytes],
    he6ghzCapability: ["NL80211_ATTR_HE_6GHZ_CAPABILITY", 293, bytes],
    ehtCapability: ["NL80211_ATTR_EHT_CAPABILITY", 310, bytes],
    uhrCapability: ["NL80211_ATTR_UHR_CAPABILITY", 347, bytes],
    s1gCapability: ["NL80211_ATTR_S1G_CAPABILITY", 296, bytes],
    s1gCapabilityMask: ["NL80211_ATTR_S1G_CAPABILITY_MASK", 297, bytes],
    deviceApSme: ["NL80211_ATTR_DEVICE_AP_SME", 141, u32],
    probeRespOffload: ["NL80211_ATTR_PROBE_RESP_OFFLOAD", 144, u32],
    supportIbssRsn: ["NL80211_ATTR_SUPPORT_IBSS_RSN", 104, flag],
    supportMeshAuth: ["NL80211_ATTR_SUPPORT_MESH_AUTH", 115, flag],
    supportApUapsd: ["NL80211_ATTR_SUPPORT_AP_UAPSD", 130, flag],
    support5Mhz: ["NL80211_ATTR_SUPPORT_5_MHZ", 192, flag],
    support10Mhz: ["NL80211_ATTR_SUPPORT_10_MHZ", 193, flag],
    roamSupport: ["NL80211_ATTR_ROAM_SUPPORT", 131, flag],
    offchannelTxOk: ["NL80211_ATTR_OFFCHANNEL_TX_OK", 108, flag],
    tdlsSupport: ["NL80211_ATTR_TDLS_SUPPORT", 139, flag],
    tdlsExternalSetup: ["NL80211_ATTR_TDLS_EXTERNAL_SETUP", 140, flag],
    wiphySelfManagedReg: ["NL80211_ATTR_WIPHY_SELF_MANAGED_REG", 216, flag],
    txFrameTypes: ["NL80211_ATTR_TX_FRAME_TYPES", 99, keyed(nl80211FrameTypes)],
    rxFrameTypes: [
      "NL80211_ATTR_RX_FRAME_TYPES",
      100,
      keyed(nl80211FrameTypes),
    ],
    wowlanTriggers: [
      "NL80211_ATTR_WOWLAN_TRIGGERS",
      117,
      nl80211WowlanTriggers,
    ],
    wowlanTriggersSupported: [
      "NL80211_ATTR_WOWLAN_TRIGGERS_SUPPORTED",
      118,
      nl80211WowlanSupport,
    ],
    ...choice<Coalesce>("cmd", ["NL80211_ATTR_COALESCE_RULE", 182], {
      coalesceSupport: nl80211CoalesceSupport,
      coalesceRule: list(nl80211CoalesceRule),
    }, { coalesceSupport: NL80211_COMMANDS["new-wiphy"], coalesceRule: null }),
    macAddrs: ["NL80211_ATTR_MAC_ADDRS", 166, list(macAddress)],
    macMask: ["NL80211_ATTR_MAC_MASK", 215, macAddress],
    macAclMax: ["NL80211_ATTR_MAC_ACL_MAX", 167, u32],
    maxApAssocSta: ["NL80211_ATTR_MAX_AP_ASSOC_STA", 202, u32],
    maxCsaCounters: ["NL80211_ATTR_MAX_CSA_COUNTERS", 206, u8],
    vendorEvents: ["NL80211_ATTR_VENDOR_EVENTS", 198, list(nl80211Vendor)],
    peerMeasurements: [
      "NL80211_ATTR_PEER_MEASUREMENTS",
      273,
      nl80211Measurements,
    ],
    ftmResponder: ["NL80211_ATTR_FTM_RESPONDER", 270, nl80211FtmResponder],
    ftmResponderStats: [
      "NL80211_ATTR_FTM_RESPONDER_STATS",
      271,
      nl80211FtmResponderStats,
    ],
    ...choice<TidConfig>("cmd", ["NL80211_ATTR_TID_CONFIG", 285], {
      tidConfigSupport: nl80211TidConfig,
      tidConfig: list(nl80211TidConfig),
    }, { tidConfigSupport: NL80211_COMMANDS["new-wiphy"], tidConfig: null }),
    sarSpec: ["NL80211_ATTR_SAR_SPEC", 300, nl80211Sar],
    maxHwTimestampPeers: ["NL80211_ATTR_MAX_HW_TIMESTAMP_PEERS", 323, u16],
    wiphyEdmgChannels: ["NL80211_ATTR_WIPHY_EDMG_CHANNELS", 280, u8],
    wiphyEdmgBwConfig: ["NL80211_ATTR_WIPHY_EDMG_BW_CONFIG", 281, u8],
    emlCapability: ["NL80211_ATTR_EML_CAPABILITY", 317, u16],
    mldCapaAndOps: ["NL80211_ATTR_MLD_CAPA_AND_OPS", 318, u16],
    extMldCapaAndOps: ["NL80211_ATTR_EXT_MLD_CAPA_AND_OPS", 337, u16],
    ...choice<BssParam>("cmd", ["NL80211_ATTR_BSS_PARAM", 341], {
      bssParamSupport: nl80211BssParamSupport,
      bssParam: flag,
    }, { bssParamSupport: NL80211_COMMANDS["new-wiphy"], bssParam: null }),
    nanCapabilities: [
      "NL80211_ATTR_NAN_CAPABILITIES",
      344,
      nl80211NanCapabilities,
    ],
  };
}
