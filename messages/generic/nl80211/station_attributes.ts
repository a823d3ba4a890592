/**
 * Attributes of stations and meshes of the family `nl80211`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/nl80211.h | linux/nl80211.h}
 *
 * @module
 */

import {
  array,
  type Attributes,
  bytes,
  type FieldsOf,
  flag,
  list,
  macAddress,
  s16,
  s32,
  u16,
  u32,
  u8,
} from "../../codec/mod.ts";
import { type Keyed, keyed } from "../keyed.ts";
import { type Nl80211MloLink, nl80211MloLink } from "./combination.ts";
import {
  type Nl80211MeshConfig,
  nl80211MeshConfig,
  type Nl80211MeshPath,
  nl80211MeshPath,
  type Nl80211MeshSetup,
  nl80211MeshSetup,
} from "./mesh.ts";
import {
  type Nl80211StationFlags,
  nl80211StationFlags,
  type Nl80211StationInfo,
  nl80211StationInfo,
  type Nl80211StationWme,
  nl80211StationWme,
} from "./station.ts";

/** Stations, meshes, and devices with several links: `NL80211_ATTR_*`. */
export interface Nl80211StationAttributes extends Attributes {
  /** What is known of the station (`NL80211_ATTR_STA_INFO`). */
  staInfo?: Nl80211StationInfo;
  /** Association identifier (`NL80211_ATTR_STA_AID`). */
  staAid?: number;
  /** Its flags, by `NL80211_STA_FLAG_*`; old (`NL80211_ATTR_STA_FLAGS`). */
  staFlags?: Keyed<true>;
  /** Its flags, and which to change (`NL80211_ATTR_STA_FLAGS2`). */
  staFlags2?: Nl80211StationFlags;
  /** Beacons between which it listens (`NL80211_ATTR_STA_LISTEN_INTERVAL`). */
  staListenInterval?: number;
  /** Its rates in units of 500 kbit/s (`NL80211_ATTR_STA_SUPPORTED_RATES`). */
  staSupportedRates?: Uint8Array;
  /** Index of the link that it belongs to (`NL80211_ATTR_STA_VLAN`). */
  staVlan?: number;
  /** Its capabilities (`NL80211_ATTR_STA_CAPABILITY`). */
  staCapability?: number;
  /** Its extended capabilities (`NL80211_ATTR_STA_EXT_CAPABILITY`). */
  staExtCapability?: Uint8Array;
  /** Its channels (`NL80211_ATTR_STA_SUPPORTED_CHANNELS`). */
  staSupportedChannels?: Uint8Array;
  /** Its operating classes (`NL80211_ATTR_STA_SUPPORTED_OPER_CLASSES`). */
  staSupportedOperClasses?: Uint8Array;
  /**
   * Whether it saves power as P2P client, `NL80211_P2P_PS_*`
   * (`NL80211_ATTR_STA_SUPPORT_P2P_PS`).
   */
  staSupportP2pPs?: number;
  /** Its settings of U-APSD (`NL80211_ATTR_STA_WME`). */
  staWme?: Nl80211StationWme;
  /**
   * How the power for it is chosen, `NL80211_TX_POWER_*`
   * (`NL80211_ATTR_STA_TX_POWER_SETTING`).
   */
  staTxPowerSetting?: number;
  /** Power for it in hundredths of dBm (`NL80211_ATTR_STA_TX_POWER`). */
  staTxPower?: number;
  /**
   * What to do about its mesh link, `NL80211_PLINK_ACTION_*`
   * (`NL80211_ATTR_STA_PLINK_ACTION`).
   */
  staPlinkAction?: number;
  /**
   * State of its mesh link, `NL80211_PLINK_*` (`NL80211_ATTR_STA_PLINK_STATE`).
   */
  staPlinkState?: number;
  /**
   * What networks demand that it supports (`NL80211_ATTR_SUPPORTED_SELECTORS`).
   */
  supportedSelectors?: Uint8Array;
  /** Association identifier of a direct peer (`NL80211_ATTR_PEER_AID`). */
  peerAid?: number;
  /**
   * Its part of the time, in relation to others
   * (`NL80211_ATTR_AIRTIME_WEIGHT`).
   */
  airtimeWeight?: number;
  /** Strength of an acknowledgement in dBm (`NL80211_ATTR_ACK_SIGNAL`). */
  ackSignal?: number;
  /** Streams (`NL80211_ATTR_NSS`). */
  nss?: number;
  /** Operating mode that it has announced (`NL80211_ATTR_OPMODE_NOTIF`). */
  opmodeNotif?: number;
  /** It has enhanced privacy (`NL80211_ATTR_EPP_PEER`). */
  eppPeer?: true;
  /** VLAN of the station (`NL80211_ATTR_VLAN_ID`). */
  vlanId?: number;
  /**
   * Time that it may send, in units of 32 µs (`NL80211_ATTR_ADMITTED_TIME`).
   */
  admittedTime?: number;
  /** Traffic stream (`NL80211_ATTR_TSID`). */
  tsid?: number;
  /** Priority of the stream (`NL80211_ATTR_USER_PRIO`). */
  userPrio?: number;
  /**
   * Seconds after which idle stations are removed
   * (`NL80211_ATTR_INACTIVITY_TIMEOUT`).
   */
  inactivityTimeout?: number;
  /**
   * Why a station was refused, `NL80211_CONN_FAIL_*`
   * (`NL80211_ATTR_CONN_FAILED_REASON`).
   */
  connFailedReason?: number;
  /** Name of the mesh, 32 bytes at most (`NL80211_ATTR_MESH_ID`). */
  meshId?: Uint8Array;
  /** Settings of the mesh (`NL80211_ATTR_MESH_CONFIG`). */
  meshConfig?: Nl80211MeshConfig;
  /** Settings with which it is joined (`NL80211_ATTR_MESH_SETUP`). */
  meshSetup?: Nl80211MeshSetup;
  /**
   * Association identifier that the peer has given
   * (`NL80211_ATTR_MESH_PEER_AID`).
   */
  meshPeerAid?: number;
  /**
   * How power is saved, `NL80211_MESH_POWER_*`
   * (`NL80211_ATTR_LOCAL_MESH_POWER_MODE`).
   */
  localMeshPowerMode?: number;
  /** Next hop of a mesh path (`NL80211_ATTR_MPATH_NEXT_HOP`). */
  mpathNextHop?: string;
  /** What is known of a mesh path (`NL80211_ATTR_MPATH_INFO`). */
  mpathInfo?: Nl80211MeshPath;
  /** Action of a direct link (`NL80211_ATTR_TDLS_ACTION`). */
  tdlsAction?: number;
  /** Token of such an action (`NL80211_ATTR_TDLS_DIALOG_TOKEN`). */
  tdlsDialogToken?: number;
  /**
   * Operation on a direct link, `NL80211_TDLS_*`
   * (`NL80211_ATTR_TDLS_OPERATION`).
   */
  tdlsOperation?: number;
  /**
   * Capabilities of the peer, `NL80211_TDLS_PEER_*`
   * (`NL80211_ATTR_TDLS_PEER_CAPABILITY`).
   */
  tdlsPeerCapability?: number;
  /** This end has begun (`NL80211_ATTR_TDLS_INITIATOR`). */
  tdlsInitiator?: true;
  /** Operating class (`NL80211_ATTR_OPER_CLASS`). */
  operClass?: number;
  /** Links (`NL80211_ATTR_MLO_LINKS`). */
  mloLinks?: Nl80211MloLink[];
  /** Number of the link that is meant (`NL80211_ATTR_MLO_LINK_ID`). */
  mloLinkId?: number;
  /** Address that all links share (`NL80211_ATTR_MLD_ADDR`). */
  mldAddr?: string;
  /** Programs support several links (`NL80211_ATTR_MLO_SUPPORT`). */
  mloSupport?: true;
  /** Unused (`NL80211_ATTR_MLO_LINK_DISABLED`). */
  mloLinkDisabled?: true;
  /**
   * Links for each priority, to the station, a bit each
   * (`NL80211_ATTR_MLO_TTLM_DLINK`).
   */
  mloTtlmDlink?: number[];
  /**
   * Links for each priority, from the station, a bit each
   * (`NL80211_ATTR_MLO_TTLM_ULINK`).
   */
  mloTtlmUlink?: number[];
  /** Links to be removed, a bit each (`NL80211_ATTR_MLO_RECONF_REM_LINKS`). */
  mloReconfRemLinks?: number;
  /**
   * Frames get time stamps of the hardware
   * (`NL80211_ATTR_HW_TIMESTAMP_ENABLED`).
   */
  hwTimestampEnabled?: true;
}

/** Rows of {@linkcode Nl80211StationAttributes}. */
export function nl80211StationFields(): FieldsOf<Nl80211StationAttributes> {
  return {
    staInfo: ["NL80211_ATTR_STA_INFO", 21, nl80211StationInfo],
    staAid: ["NL80211_ATTR_STA_AID", 16, u16],
    staFlags: ["NL80211_ATTR_STA_FLAGS", 17, keyed(flag)],
    staFlags2: ["NL80211_ATTR_STA_FLAGS2", 67, nl80211StationFlags],
    staListenInterval: ["NL80211_ATTR_STA_LISTEN_INTERVAL", 18, u16],
    staSupportedRates: ["NL80211_ATTR_STA_SUPPORTED_RATES", 19, bytes],
    staVlan: ["NL80211_ATTR_STA_VLAN", 20, u32],
    staCapability: ["NL80211_ATTR_STA_CAPABILITY", 171, u16],
    staExtCapability: ["NL80211_ATTR_STA_EXT_CAPABILITY", 172, bytes],
    staSupportedChannels: ["NL80211_ATTR_STA_SUPPORTED_CHANNELS", 189, bytes],
    staSupportedOperClasses: [
      "NL80211_ATTR_STA_SUPPORTED_OPER_CLASSES",
      190,
      bytes,
    ],
    staSupportP2pPs: ["NL80211_ATTR_STA_SUPPORT_P2P_PS", 228, u8],
    staWme: ["NL80211_ATTR_STA_WME", 129, nl80211StationWme],
    staTxPowerSetting: ["NL80211_ATTR_STA_TX_POWER_SETTING", 275, u8],
    staTxPower: ["NL80211_ATTR_STA_TX_POWER", 276, s16],
    staPlinkAction: ["NL80211_ATTR_STA_PLINK_ACTION", 25, u8],
    staPlinkState: ["NL80211_ATTR_STA_PLINK_STATE", 116, u8],
    supportedSelectors: ["NL80211_ATTR_SUPPORTED_SELECTORS", 334, bytes],
    peerAid: ["NL80211_ATTR_PEER_AID", 181, u16],
    airtimeWeight: ["NL80211_ATTR_AIRTIME_WEIGHT", 274, u16],
    ackSignal: ["NL80211_ATTR_ACK_SIGNAL", 263, s32],
    nss: ["NL80211_ATTR_NSS", 262, u8],
    opmodeNotif: ["NL80211_ATTR_OPMODE_NOTIF", 194, u8],
    eppPeer: ["NL80211_ATTR_EPP_PEER", 346, flag],
    vlanId: ["NL80211_ATTR_VLAN_ID", 282, u16],
    admittedTime: ["NL80211_ATTR_ADMITTED_TIME", 212, u16],
    tsid: ["NL80211_ATTR_TSID", 210, u8],
    userPrio: ["NL80211_ATTR_USER_PRIO", 211, u8],
    inactivityTimeout: ["NL80211_ATTR_INACTIVITY_TIMEOUT", 150, u16],
    connFailedReason: ["NL80211_ATTR_CONN_FAILED_REASON", 155, u32],
    meshId: ["NL80211_ATTR_MESH_ID", 24, bytes],
    meshConfig: ["NL80211_ATTR_MESH_CONFIG", 35, nl80211MeshConfig],
    meshSetup: ["NL80211_ATTR_MESH_SETUP", 112, nl80211MeshSetup],
    meshPeerAid: ["NL80211_ATTR_MESH_PEER_AID", 237, u16],
    localMeshPowerMode: ["NL80211_ATTR_LOCAL_MESH_POWER_MODE", 164, u32],
    mpathNextHop: ["NL80211_ATTR_MPATH_NEXT_HOP", 26, macAddress],
    mpathInfo: ["NL80211_ATTR_MPATH_INFO", 27, nl80211MeshPath],
    tdlsAction: ["NL80211_ATTR_TDLS_ACTION", 136, u8],
    tdlsDialogToken: ["NL80211_ATTR_TDLS_DIALOG_TOKEN", 137, u8],
    tdlsOperation: ["NL80211_ATTR_TDLS_OPERATION", 138, u8],
    tdlsPeerCapability: ["NL80211_ATTR_TDLS_PEER_CAPABILITY", 203, u32],
    tdlsInitiator: ["NL80211_ATTR_TDLS_INITIATOR", 207, flag],
    operClass: ["NL80211_ATTR_OPER_CLASS", 214, u8],
    mloLinks: ["NL80211_ATTR_MLO_LINKS", 312, list(nl80211MloLink)],
    mloLinkId: ["NL80211_ATTR_MLO_LINK_ID", 313, u8],
    mldAddr: ["NL80211_ATTR_MLD_ADDR", 314, macAddress],
    mloSupport: ["NL80211_ATTR_MLO_SUPPORT", 315, flag],
    mloLinkDisabled: ["NL80211_ATTR_MLO_LINK_DISABLED", 326, flag],
    mloTtlmDlink: ["NL80211_ATTR_MLO_TTLM_DLINK", 328, array(u16)],
    mloTtlmUlink: ["NL80211_ATTR_MLO_TTLM_ULINK", 329, array(u16)],
    mloReconfRemLinks: ["NL80211_ATTR_MLO_RECONF_REM_LINKS", 335, u16],
    hwTimestampEnabled: ["NL80211_ATTR_HW_TIMESTAMP_ENABLED", 324, flag],
  };
}
