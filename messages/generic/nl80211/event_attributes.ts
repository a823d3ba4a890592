/**
 * Attributes of regulatory domains, frames and vendors of the family `nl80211`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/nl80211.h | linux/nl80211.h}
 *
 * @module
 */

import {
  type Attributes,
  bytes,
  type Codec,
  type FieldsOf,
  flag,
  list,
  macAddress,
  multi,
  s32,
  string,
  struct,
  u16,
  u32,
  u64,
  u8,
} from "../../codec/mod.ts";
import { type Nl80211Frequency, nl80211Frequency } from "./band.ts";
import { type Nl80211NanChannel, nl80211NanChannel } from "./channel.ts";
import {
  type Nl80211NanConfig,
  nl80211NanConfig,
  type Nl80211NanFunction,
  nl80211NanFunction,
  type Nl80211NanMatch,
  nl80211NanMatch,
  type Nl80211NanPeerMap,
  nl80211NanPeerMap,
} from "./nan.ts";
import {
  type Nl80211RegulatoryRule,
  nl80211RegulatoryRule,
} from "./regulatory.ts";

/** A command or an event of a vendor (`struct nl80211_vendor_cmd_info`). */
export interface Nl80211Vendor {
  /** OUI of the vendor (`vendor_id`). */
  vendorId: number;
  /** Number of the command (`subcmd`). */
  subcmd: number;
}

/** Codec of {@linkcode Nl80211Vendor} (`struct nl80211_vendor_cmd_info`). */
export const nl80211Vendor: Codec<Nl80211Vendor> = struct({
  vendorId: u32,
  subcmd: u32,
});

/** Regulatory domains, frames, and what else is reported: `NL80211_ATTR_*`. */
export interface Nl80211EventAttributes extends Attributes {
  /** Country, two letters; `00` for the world (`NL80211_ATTR_REG_ALPHA2`). */
  regAlpha2?: string;
  /** Rules of the regulatory domain (`NL80211_ATTR_REG_RULES`). */
  regRules?: Nl80211RegulatoryRule[];
  /**
   * Who has set it, `NL80211_REGDOM_SET_BY_*` (`NL80211_ATTR_REG_INITIATOR`).
   */
  regInitiator?: number;
  /** What it is, `NL80211_REGDOM_TYPE_*` (`NL80211_ATTR_REG_TYPE`). */
  regType?: number;
  /** The machine is indoors (`NL80211_ATTR_REG_INDOOR`). */
  regIndoor?: true;
  /**
   * Why it is set, `NL80211_USER_REG_HINT_*`
   * (`NL80211_ATTR_USER_REG_HINT_TYPE`).
   */
  userRegHintType?: number;
  /**
   * Whose rules about radar hold, `NL80211_DFS_*` (`NL80211_ATTR_DFS_REGION`).
   */
  dfsRegion?: number;
  /**
   * What has happened about radar, `NL80211_RADAR_*`
   * (`NL80211_ATTR_RADAR_EVENT`).
   */
  radarEvent?: number;
  /** A channel before a beacon was received (`NL80211_ATTR_FREQ_BEFORE`). */
  freqBefore?: Nl80211Frequency;
  /** The channel after that (`NL80211_ATTR_FREQ_AFTER`). */
  freqAfter?: Nl80211Frequency;
  /**
   * Parts of the channel where others were found, a bit each
   * (`NL80211_ATTR_INCUMBENT_SIGNAL_INTERFERENCE_BITMAP`).
   */
  incumbentSignalInterferenceBitmap?: number;
  /** A frame without its checksum (`NL80211_ATTR_FRAME`). */
  frame?: Uint8Array;
  /** Type of frames (`NL80211_ATTR_FRAME_TYPE`). */
  frameType?: number;
  /** What frames begin with (`NL80211_ATTR_FRAME_MATCH`). */
  frameMatch?: Uint8Array;
  /** Type of management frames (`NL80211_ATTR_MGMT_SUBTYPE`). */
  mgmtSubtype?: number;
  /** Multicast frames are received, too (`NL80211_ATTR_RECEIVE_MULTICAST`). */
  receiveMulticast?: true;
  /**
   * How a frame was received, `NL80211_RXMGMT_FLAG_*`
   * (`NL80211_ATTR_RXMGMT_FLAGS`).
   */
  rxmgmtFlags?: number;
  /** Strength of a frame in dBm (`NL80211_ATTR_RX_SIGNAL_DBM`). */
  rxSignalDbm?: number;
  /** The frame was acknowledged (`NL80211_ATTR_ACK`). */
  ack?: true;
  /** It need not be acknowledged (`NL80211_ATTR_DONT_WAIT_FOR_ACK`). */
  dontWaitForAck?: true;
  /** It is not sent at rates of 802.11b (`NL80211_ATTR_TX_NO_CCK_RATE`). */
  txNoCckRate?: true;
  /** When it was sent, in nanoseconds (`NL80211_ATTR_TX_HW_TIMESTAMP`). */
  txHwTimestamp?: bigint;
  /** When it was received, in nanoseconds (`NL80211_ATTR_RX_HW_TIMESTAMP`). */
  rxHwTimestamp?: bigint;
  /**
   * Protocol that is critical, `NL80211_CRIT_PROTO_*`
   * (`NL80211_ATTR_CRIT_PROT_ID`).
   */
  critProtId?: number;
  /**
   * Longest time that it is, in milliseconds
   * (`NL80211_ATTR_MAX_CRIT_PROT_DURATION`).
   */
  maxCritProtDuration?: number;
  /** Data of a driver's tests (`NL80211_ATTR_TESTDATA`). */
  testdata?: Uint8Array;
  /** OUI of a vendor (`NL80211_ATTR_VENDOR_ID`). */
  vendorId?: number;
  /** Command of a vendor (`NL80211_ATTR_VENDOR_SUBCMD`). */
  vendorSubcmd?: number;
  /**
   * Data of a vendor; lists of commands in devices
   * (`NL80211_ATTR_VENDOR_DATA`).
   */
  vendorData?: Uint8Array;
  /**
   * Preference as master of neighbor awareness
   * (`NL80211_ATTR_NAN_MASTER_PREF`).
   */
  nanMasterPref?: number;
  /** A function (`NL80211_ATTR_NAN_FUNC`). */
  nanFunc?: Nl80211NanFunction;
  /** A match (`NL80211_ATTR_NAN_MATCH`). */
  nanMatch?: Nl80211NanMatch;
  /** Settings of the cluster (`NL80211_ATTR_NAN_CONFIG`). */
  nanConfig?: Nl80211NanConfig;
  /** The cluster is new (`NL80211_ATTR_NAN_NEW_CLUSTER`). */
  nanNewCluster?: true;
  /** Channels (`NL80211_ATTR_NAN_CHANNEL`). */
  nanChannel?: Nl80211NanChannel[];
  /** Channel as Wi-Fi Aware writes it (`NL80211_ATTR_NAN_CHANNEL_ENTRY`). */
  nanChannelEntry?: Uint8Array;
  /** The channel of each time slot (`NL80211_ATTR_NAN_TIME_SLOTS`). */
  nanTimeSlots?: Uint8Array;
  /** Streams to receive (`NL80211_ATTR_NAN_RX_NSS`). */
  nanRxNss?: number;
  /** Availability as Wi-Fi Aware writes it (`NL80211_ATTR_NAN_AVAIL_BLOB`). */
  nanAvailBlob?: Uint8Array;
  /**
   * The schedule is announced before it changes
   * (`NL80211_ATTR_NAN_SCHED_DEFERRED`).
   */
  nanSchedDeferred?: true;
  /** The schedule has changed (`NL80211_ATTR_NAN_SCHED_UPDATE_SUCCESS`). */
  nanSchedUpdateSuccess?: true;
  /** Management address of the station (`NL80211_ATTR_NAN_NMI_MAC`). */
  nanNmiMac?: string;
  /** Unaligned windows as Wi-Fi Aware writes them (`NL80211_ATTR_NAN_ULW`). */
  nanUlw?: Uint8Array;
  /**
   * Discovery windows that a peer takes part in
   * (`NL80211_ATTR_NAN_COMMITTED_DW`).
   */
  nanCommittedDw?: number;
  /** Number of the peer's schedule (`NL80211_ATTR_NAN_SEQ_ID`). */
  nanSeqId?: number;
  /**
   * Longest change of channels, in microseconds
   * (`NL80211_ATTR_NAN_MAX_CHAN_SWITCH_TIME`).
   */
  nanMaxChanSwitchTime?: number;
  /** Schedules of the peer (`NL80211_ATTR_NAN_PEER_MAPS`). */
  nanPeerMaps?: Nl80211NanPeerMap[];
}

/** Rows of {@linkcode Nl80211EventAttributes}. */
export function nl80211EventFields(): FieldsOf<Nl80211EventAttributes> {
  return {
    regAlpha2: ["NL80211_ATTR_REG_ALPHA2", 33, string],
    regRules: ["NL80211_ATTR_REG_RULES", 34, list(nl80211RegulatoryRule)],
    regInitiator: ["NL80211_ATTR_REG_INITIATOR", 48, u8],
    regType: ["NL80211_ATTR_REG_TYPE", 49, u8],
    regIndoor: ["NL80211_ATTR_REG_INDOOR", 221, flag],
    userRegHintType: ["NL80211_ATTR_USER_REG_HINT_TYPE", 154, u32],
    dfsRegion: ["NL80211_ATTR_DFS_REGION", 146, u8],
    radarEvent: ["NL80211_ATTR_RADAR_EVENT", 168, u32],
    freqBefore: ["NL80211_ATTR_FREQ_BEFORE", 58, nl80211Frequency],
    freqAfter: ["NL80211_ATTR_FREQ_AFTER", 59, nl80211Frequency],
    incumbentSignalInterferenceBitmap: [
      "NL80211_ATTR_INCUMBENT_SIGNAL_INTERFERENCE_BITMAP",
      349,
      u32,
    ],
    frame: ["NL80211_ATTR_FRAME", 51, bytes],
    frameType: ["NL80211_ATTR_FRAME_TYPE", 101, u16],
    frameMatch: ["NL80211_ATTR_FRAME_MATCH", 91, bytes],
    mgmtSubtype: ["NL80211_ATTR_MGMT_SUBTYPE", 41, u8],
    receiveMulticast: ["NL80211_ATTR_RECEIVE_MULTICAST", 289, flag],
    rxmgmtFlags: ["NL80211_ATTR_RXMGMT_FLAGS", 188, u32],
    rxSignalDbm: ["NL80211_ATTR_RX_SIGNAL_DBM", 151, s32],
    ack: ["NL80211_ATTR_ACK", 92, flag],
    dontWaitForAck: ["NL80211_ATTR_DONT_WAIT_FOR_ACK", 142, flag],
    txNoCckRate: ["NL80211_ATTR_TX_NO_CCK_RATE", 135, flag],
    txHwTimestamp: ["NL80211_ATTR_TX_HW_TIMESTAMP", 319, u64],
    rxHwTimestamp: ["NL80211_ATTR_RX_HW_TIMESTAMP", 320, u64],
    critProtId: ["NL80211_ATTR_CRIT_PROT_ID", 179, u16],
    maxCritProtDuration: ["NL80211_ATTR_MAX_CRIT_PROT_DURATION", 180, u16],
    testdata: ["NL80211_ATTR_TESTDATA", 69, bytes],
    vendorId: ["NL80211_ATTR_VENDOR_ID", 195, u32],
    vendorSubcmd: ["NL80211_ATTR_VENDOR_SUBCMD", 196, u32],
    vendorData: ["NL80211_ATTR_VENDOR_DATA", 197, bytes],
    nanMasterPref: ["NL80211_ATTR_NAN_MASTER_PREF", 238, u8],
    nanFunc: ["NL80211_ATTR_NAN_FUNC", 240, nl80211NanFunction],
    nanMatch: ["NL80211_ATTR_NAN_MATCH", 241, nl80211NanMatch],
    nanConfig: ["NL80211_ATTR_NAN_CONFIG", 342, nl80211NanConfig],
    nanNewCluster: ["NL80211_ATTR_NAN_NEW_CLUSTER", 343, flag],
    nanChannel: ["NL80211_ATTR_NAN_CHANNEL", 351, multi(nl80211NanChannel)],
    nanChannelEntry: ["NL80211_ATTR_NAN_CHANNEL_ENTRY", 352, bytes],
    nanTimeSlots: ["NL80211_ATTR_NAN_TIME_SLOTS", 353, bytes],
    nanRxNss: ["NL80211_ATTR_NAN_RX_NSS", 354, u8],
    nanAvailBlob: ["NL80211_ATTR_NAN_AVAIL_BLOB", 355, bytes],
    nanSchedDeferred: ["NL80211_ATTR_NAN_SCHED_DEFERRED", 356, flag],
    nanSchedUpdateSuccess: ["NL80211_ATTR_NAN_SCHED_UPDATE_SUCCESS", 357, flag],
    nanNmiMac: ["NL80211_ATTR_NAN_NMI_MAC", 358, macAddress],
    nanUlw: ["NL80211_ATTR_NAN_ULW", 359, bytes],
    nanCommittedDw: ["NL80211_ATTR_NAN_COMMITTED_DW", 360, u16],
    nanSeqId: ["NL80211_ATTR_NAN_SEQ_ID", 361, u8],
    nanMaxChanSwitchTime: ["NL80211_ATTR_NAN_MAX_CHAN_SWITCH_TIME", 362, u16],
    nanPeerMaps: ["NL80211_ATTR_NAN_PEER_MAPS", 363, list(nl80211NanPeerMap)],
  };
}
