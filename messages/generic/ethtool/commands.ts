/**
 * Commands of the family `ethtool`, and which attributes they have. Requests and
 * what the kernel sends are numbered apart: `ETHTOOL_MSG_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/ethtool_netlink_generated.h | linux/ethtool_netlink_generated.h}
 *
 * @module
 */

import type { Attributes, Codec } from "../../codec/mod.ts";
import type { GenericMessage } from "../header.ts";
import {
  ethtoolCableTdr,
  ethtoolCableTdrReport,
  ethtoolCableTest,
  ethtoolCableTestReport,
} from "./cable.ts";
import { ethtoolPrivateFlags, ethtoolStringSets } from "./common.ts";
import {
  ethtoolModule,
  ethtoolModuleEeprom,
  ethtoolModuleFlash,
  ethtoolPhy,
  ethtoolPlca,
  ethtoolTunnelInfo,
} from "./hardware.ts";
import {
  ethtoolDebug,
  ethtoolEee,
  ethtoolFeatures,
  ethtoolLinkInfo,
  ethtoolLinkModes,
  ethtoolLinkState,
  ethtoolWakeOnLan,
} from "./link.ts";
import { ethtoolPse, ethtoolPseEvent } from "./power.ts";
import { ethtoolChannels, ethtoolCoalescing, ethtoolRings } from "./queues.ts";
import { ethtoolRss } from "./rss.ts";
import { ethtoolMse } from "./signal.ts";
import {
  ethtoolFec,
  ethtoolMacMerge,
  ethtoolPause,
  ethtoolStatistics,
} from "./statistics.ts";
import {
  ethtoolTimestampConfig,
  ethtoolTimestamping,
  ethtoolVirtualClocks,
} from "./time.ts";

/** Asks for sets of texts. */
export const ETHTOOL_MSG_STRSET_GET = 1;
/** Asks for link settings. */
export const ETHTOOL_MSG_LINKINFO_GET = 2;
/** Sets link settings. */
export const ETHTOOL_MSG_LINKINFO_SET = 3;
/** Asks for link modes. */
export const ETHTOOL_MSG_LINKMODES_GET = 4;
/** Sets link modes. */
export const ETHTOOL_MSG_LINKMODES_SET = 5;
/** Asks for link state. */
export const ETHTOOL_MSG_LINKSTATE_GET = 6;
/** Asks for what a driver logs. */
export const ETHTOOL_MSG_DEBUG_GET = 7;
/** Sets what a driver logs. */
export const ETHTOOL_MSG_DEBUG_SET = 8;
/** Asks for Wake-on-LAN. */
export const ETHTOOL_MSG_WOL_GET = 9;
/** Sets Wake-on-LAN. */
export const ETHTOOL_MSG_WOL_SET = 10;
/** Asks for features. */
export const ETHTOOL_MSG_FEATURES_GET = 11;
/** Sets features. */
export const ETHTOOL_MSG_FEATURES_SET = 12;
/** Asks for private flags. */
export const ETHTOOL_MSG_PRIVFLAGS_GET = 13;
/** Sets private flags. */
export const ETHTOOL_MSG_PRIVFLAGS_SET = 14;
/** Asks for rings. */
export const ETHTOOL_MSG_RINGS_GET = 15;
/** Sets rings. */
export const ETHTOOL_MSG_RINGS_SET = 16;
/** Asks for channels. */
export const ETHTOOL_MSG_CHANNELS_GET = 17;
/** Sets channels. */
export const ETHTOOL_MSG_CHANNELS_SET = 18;
/** Asks for interrupt moderation. */
export const ETHTOOL_MSG_COALESCE_GET = 19;
/** Sets interrupt moderation. */
export const ETHTOOL_MSG_COALESCE_SET = 20;
/** Asks for pause frames. */
export const ETHTOOL_MSG_PAUSE_GET = 21;
/** Sets pause frames. */
export const ETHTOOL_MSG_PAUSE_SET = 22;
/** Asks for Energy-Efficient Ethernet. */
export const ETHTOOL_MSG_EEE_GET = 23;
/** Sets Energy-Efficient Ethernet. */
export const ETHTOOL_MSG_EEE_SET = 24;
/** Asks for time stamping. */
export const ETHTOOL_MSG_TSINFO_GET = 25;
/** Starts a test of the cable. */
export const ETHTOOL_MSG_CABLE_TEST_ACT = 26;
/** Starts a measurement of the cable. */
export const ETHTOOL_MSG_CABLE_TEST_TDR_ACT = 27;
/** Asks for tunnel ports. */
export const ETHTOOL_MSG_TUNNEL_INFO_GET = 28;
/** Asks for forward error correction. */
export const ETHTOOL_MSG_FEC_GET = 29;
/** Sets forward error correction. */
export const ETHTOOL_MSG_FEC_SET = 30;
/** Asks for bytes of a module. */
export const ETHTOOL_MSG_MODULE_EEPROM_GET = 31;
/** Asks for standard counters. */
export const ETHTOOL_MSG_STATS_GET = 32;
/** Asks for virtual clocks. */
export const ETHTOOL_MSG_PHC_VCLOCKS_GET = 33;
/** Asks for a module. */
export const ETHTOOL_MSG_MODULE_GET = 34;
/** Sets a module. */
export const ETHTOOL_MSG_MODULE_SET = 35;
/** Asks for power. */
export const ETHTOOL_MSG_PSE_GET = 36;
/** Sets power. */
export const ETHTOOL_MSG_PSE_SET = 37;
/** Asks for how packets are spread. */
export const ETHTOOL_MSG_RSS_GET = 38;
/** Asks for a shared cable. */
export const ETHTOOL_MSG_PLCA_GET_CFG = 39;
/** Sets a shared cable. */
export const ETHTOOL_MSG_PLCA_SET_CFG = 40;
/** Asks for the state of a shared cable. */
export const ETHTOOL_MSG_PLCA_GET_STATUS = 41;
/** Asks for frame preemption. */
export const ETHTOOL_MSG_MM_GET = 42;
/** Sets frame preemption. */
export const ETHTOOL_MSG_MM_SET = 43;
/** Starts the writing of firmware. */
export const ETHTOOL_MSG_MODULE_FW_FLASH_ACT = 44;
/** Asks for PHYs. */
export const ETHTOOL_MSG_PHY_GET = 45;
/** Asks for which packets get time stamps. */
export const ETHTOOL_MSG_TSCONFIG_GET = 46;
/** Sets which packets get time stamps. */
export const ETHTOOL_MSG_TSCONFIG_SET = 47;
/** Sets how packets are spread. */
export const ETHTOOL_MSG_RSS_SET = 48;
/** Creates a context of how packets are spread. */
export const ETHTOOL_MSG_RSS_CREATE_ACT = 49;
/** Deletes a context of how packets are spread. */
export const ETHTOOL_MSG_RSS_DELETE_ACT = 50;
/** Asks for mean square errors. */
export const ETHTOOL_MSG_MSE_GET = 51;

/** Answers with sets of texts. */
export const ETHTOOL_MSG_STRSET_GET_REPLY = 1;
/** Answers with link settings. */
export const ETHTOOL_MSG_LINKINFO_GET_REPLY = 2;
/** Reports link settings. */
export const ETHTOOL_MSG_LINKINFO_NTF = 3;
/** Answers with link modes. */
export const ETHTOOL_MSG_LINKMODES_GET_REPLY = 4;
/** Reports link modes. */
export const ETHTOOL_MSG_LINKMODES_NTF = 5;
/** Answers with link state. */
export const ETHTOOL_MSG_LINKSTATE_GET_REPLY = 6;
/** Answers with what a driver logs. */
export const ETHTOOL_MSG_DEBUG_GET_REPLY = 7;
/** Reports what a driver logs. */
export const ETHTOOL_MSG_DEBUG_NTF = 8;
/** Answers with Wake-on-LAN. */
export const ETHTOOL_MSG_WOL_GET_REPLY = 9;
/** Reports Wake-on-LAN. */
export const ETHTOOL_MSG_WOL_NTF = 10;
/** Answers with features. */
export const ETHTOOL_MSG_FEATURES_GET_REPLY = 11;
/** Answers with features. */
export const ETHTOOL_MSG_FEATURES_SET_REPLY = 12;
/** Reports features. */
export const ETHTOOL_MSG_FEATURES_NTF = 13;
/** Answers with private flags. */
export const ETHTOOL_MSG_PRIVFLAGS_GET_REPLY = 14;
/** Reports private flags. */
export const ETHTOOL_MSG_PRIVFLAGS_NTF = 15;
/** Answers with rings. */
export const ETHTOOL_MSG_RINGS_GET_REPLY = 16;
/** Reports rings. */
export const ETHTOOL_MSG_RINGS_NTF = 17;
/** Answers with channels. */
export const ETHTOOL_MSG_CHANNELS_GET_REPLY = 18;
/** Reports channels. */
export const ETHTOOL_MSG_CHANNELS_NTF = 19;
/** Answers with interrupt moderation. */
export const ETHTOOL_MSG_COALESCE_GET_REPLY = 20;
/** Reports interrupt moderation. */
export const ETHTOOL_MSG_COALESCE_NTF = 21;
/** Answers with pause frames. */
export const ETHTOOL_MSG_PAUSE_GET_REPLY = 22;
/** Reports pause frames. */
export const ETHTOOL_MSG_PAUSE_NTF = 23;
/** Answers with Energy-Efficient Ethernet. */
export const ETHTOOL_MSG_EEE_GET_REPLY = 24;
/** Reports Energy-Efficient Ethernet. */
export const ETHTOOL_MSG_EEE_NTF = 25;
/** Answers with time stamping. */
export const ETHTOOL_MSG_TSINFO_GET_REPLY = 26;
/** Reports a test of the cable. */
export const ETHTOOL_MSG_CABLE_TEST_NTF = 27;
/** Reports a measurement of the cable. */
export const ETHTOOL_MSG_CABLE_TEST_TDR_NTF = 28;
/** Answers with tunnel ports. */
export const ETHTOOL_MSG_TUNNEL_INFO_GET_REPLY = 29;
/** Answers with forward error correction. */
export const ETHTOOL_MSG_FEC_GET_REPLY = 30;
/** Reports forward error correction. */
export const ETHTOOL_MSG_FEC_NTF = 31;
/** Answers with bytes of a module. */
export const ETHTOOL_MSG_MODULE_EEPROM_GET_REPLY = 32;
/** Answers with standard counters. */
export const ETHTOOL_MSG_STATS_GET_REPLY = 33;
/** Answers with virtual clocks. */
export const ETHTOOL_MSG_PHC_VCLOCKS_GET_REPLY = 34;
/** Answers with a module. */
export const ETHTOOL_MSG_MODULE_GET_REPLY = 35;
/** Reports a module. */
export const ETHTOOL_MSG_MODULE_NTF = 36;
/** Answers with power. */
export const ETHTOOL_MSG_PSE_GET_REPLY = 37;
/** Answers with how packets are spread. */
export const ETHTOOL_MSG_RSS_GET_REPLY = 38;
/** Answers with a shared cable. */
export const ETHTOOL_MSG_PLCA_GET_CFG_REPLY = 39;
/** Answers with a shared cable. */
export const ETHTOOL_MSG_PLCA_GET_STATUS_REPLY = 40;
/** Reports a shared cable. */
export const ETHTOOL_MSG_PLCA_NTF = 41;
/** Answers with frame preemption. */
export const ETHTOOL_MSG_MM_GET_REPLY = 42;
/** Reports frame preemption. */
export const ETHTOOL_MSG_MM_NTF = 43;
/** Reports the writing of firmware. */
export const ETHTOOL_MSG_MODULE_FW_FLASH_NTF = 44;
/** Answers with PHYs. */
export const ETHTOOL_MSG_PHY_GET_REPLY = 45;
/** Reports PHYs. */
export const ETHTOOL_MSG_PHY_NTF = 46;
/** Answers with which packets get time stamps. */
export const ETHTOOL_MSG_TSCONFIG_GET_REPLY = 47;
/** Answers with which packets get time stamps. */
export const ETHTOOL_MSG_TSCONFIG_SET_REPLY = 48;
/** Reports power. */
export const ETHTOOL_MSG_PSE_NTF = 49;
/** Reports how packets are spread. */
export const ETHTOOL_MSG_RSS_NTF = 50;
/** Answers with how packets are spread. */
export const ETHTOOL_MSG_RSS_CREATE_ACT_REPLY = 51;
/** Reports a new context of how packets are spread. */
export const ETHTOOL_MSG_RSS_CREATE_NTF = 52;
/** Reports that a context is gone of how packets are spread. */
export const ETHTOOL_MSG_RSS_DELETE_NTF = 53;
/** Answers with mean square errors. */
export const ETHTOOL_MSG_MSE_GET_REPLY = 54;

/** A message of the family `ethtool` whose attributes nothing is known of. */
export type EthtoolMessage = GenericMessage<Attributes>;

/** Attributes of requests, by command. */
export const ethtoolRequests: ReadonlyMap<number, Codec<Attributes>> = new Map<
  number,
  Codec<Attributes>
>([
  [ETHTOOL_MSG_STRSET_GET, ethtoolStringSets],
  [ETHTOOL_MSG_LINKINFO_GET, ethtoolLinkInfo],
  [ETHTOOL_MSG_LINKINFO_SET, ethtoolLinkInfo],
  [ETHTOOL_MSG_LINKMODES_GET, ethtoolLinkModes],
  [ETHTOOL_MSG_LINKMODES_SET, ethtoolLinkModes],
  [ETHTOOL_MSG_LINKSTATE_GET, ethtoolLinkState],
  [ETHTOOL_MSG_DEBUG_GET, ethtoolDebug],
  [ETHTOOL_MSG_DEBUG_SET, ethtoolDebug],
  [ETHTOOL_MSG_WOL_GET, ethtoolWakeOnLan],
  [ETHTOOL_MSG_WOL_SET, ethtoolWakeOnLan],
  [ETHTOOL_MSG_FEATURES_GET, ethtoolFeatures],
  [ETHTOOL_MSG_FEATURES_SET, ethtoolFeatures],
  [ETHTOOL_MSG_PRIVFLAGS_GET, ethtoolPrivateFlags],
  [ETHTOOL_MSG_PRIVFLAGS_SET, ethtoolPrivateFlags],
  [ETHTOOL_MSG_RINGS_GET, ethtoolRings],
  [ETHTOOL_MSG_RINGS_SET, ethtoolRings],
  [ETHTOOL_MSG_CHANNELS_GET, ethtoolChannels],
  [ETHTOOL_MSG_CHANNELS_SET, ethtoolChannels],
  [ETHTOOL_MSG_COALESCE_GET, ethtoolCoalescing],
  [ETHTOOL_MSG_COALESCE_SET, ethtoolCoalescing],
  [ETHTOOL_MSG_PAUSE_GET, ethtoolPause],
  [ETHTOOL_MSG_PAUSE_SET, ethtoolPause],
  [ETHTOOL_MSG_EEE_GET, ethtoolEee],
  [ETHTOOL_MSG_EEE_SET, ethtoolEee],
  [ETHTOOL_MSG_TSINFO_GET, ethtoolTimestamping],
  [ETHTOOL_MSG_CABLE_TEST_ACT, ethtoolCableTest],
  [ETHTOOL_MSG_CABLE_TEST_TDR_ACT, ethtoolCableTdr],
  [ETHTOOL_MSG_TUNNEL_INFO_GET, ethtoolTunnelInfo],
  [ETHTOOL_MSG_FEC_GET, ethtoolFec],
  [ETHTOOL_MSG_FEC_SET, ethtoolFec],
  [ETHTOOL_MSG_MODULE_EEPROM_GET, ethtoolModuleEeprom],
  [ETHTOOL_MSG_STATS_GET, ethtoolStatistics],
  [ETHTOOL_MSG_PHC_VCLOCKS_GET, ethtoolVirtualClocks],
  [ETHTOOL_MSG_MODULE_GET, ethtoolModule],
  [ETHTOOL_MSG_MODULE_SET, ethtoolModule],
  [ETHTOOL_MSG_PSE_GET, ethtoolPse],
  [ETHTOOL_MSG_PSE_SET, ethtoolPse],
  [ETHTOOL_MSG_RSS_GET, ethtoolRss],
  [ETHTOOL_MSG_PLCA_GET_CFG, ethtoolPlca],
  [ETHTOOL_MSG_PLCA_SET_CFG, ethtoolPlca],
  [ETHTOOL_MSG_PLCA_GET_STATUS, ethtoolPlca],
  [ETHTOOL_MSG_MM_GET, ethtoolMacMerge],
  [ETHTOOL_MSG_MM_SET, ethtoolMacMerge],
  [ETHTOOL_MSG_MODULE_FW_FLASH_ACT, ethtoolModuleFlash],
  [ETHTOOL_MSG_PHY_GET, ethtoolPhy],
  [ETHTOOL_MSG_TSCONFIG_GET, ethtoolTimestampConfig],
  [ETHTOOL_MSG_TSCONFIG_SET, ethtoolTimestampConfig],
  [ETHTOOL_MSG_RSS_SET, ethtoolRss],
  [ETHTOOL_MSG_RSS_CREATE_ACT, ethtoolRss],
  [ETHTOOL_MSG_RSS_DELETE_ACT, ethtoolRss],
  [ETHTOOL_MSG_MSE_GET, ethtoolMse],
]);

/** Attributes of replies and notifications, by command. */
export const ethtoolReplies: ReadonlyMap<number, Codec<Attributes>> = new Map<
  number,
  Codec<Attributes>
>([
  [ETHTOOL_MSG_STRSET_GET_REPLY, ethtoolStringSets],
  [ETHTOOL_MSG_LINKINFO_GET_REPLY, ethtoolLinkInfo],
  [ETHTOOL_MSG_LINKINFO_NTF, ethtoolLinkInfo],
  [ETHTOOL_MSG_LINKMODES_GET_REPLY, ethtoolLinkModes],
  [ETHTOOL_MSG_LINKMODES_NTF, ethtoolLinkModes],
  [ETHTOOL_MSG_LINKSTATE_GET_REPLY, ethtoolLinkState],
  [ETHTOOL_MSG_DEBUG_GET_REPLY, ethtoolDebug],
  [ETHTOOL_MSG_DEBUG_NTF, ethtoolDebug],
  [ETHTOOL_MSG_WOL_GET_REPLY, ethtoolWakeOnLan],
  [ETHTOOL_MSG_WOL_NTF, ethtoolWakeOnLan],
  [ETHTOOL_MSG_FEATURES_GET_REPLY, ethtoolFeatures],
  [ETHTOOL_MSG_FEATURES_SET_REPLY, ethtoolFeatures],
  [ETHTOOL_MSG_FEATURES_NTF, ethtoolFeatures],
  [ETHTOOL_MSG_PRIVFLAGS_GET_REPLY, ethtoolPrivateFlags],
  [ETHTOOL_MSG_PRIVFLAGS_NTF, ethtoolPrivateFlags],
  [ETHTOOL_MSG_RINGS_GET_REPLY, ethtoolRings],
  [ETHTOOL_MSG_RINGS_NTF, ethtoolRings],
  [ETHTOOL_MSG_CHANNELS_GET_REPLY, ethtoolChannels],
  [ETHTOOL_MSG_CHANNELS_NTF, ethtoolChannels],
  [ETHTOOL_MSG_COALESCE_GET_REPLY, ethtoolCoalescing],
  [ETHTOOL_MSG_COALESCE_NTF, ethtoolCoalescing],
  [ETHTOOL_MSG_PAUSE_GET_REPLY, ethtoolPause],
  [ETHTOOL_MSG_PAUSE_NTF, ethtoolPause],
  [ETHTOOL_MSG_EEE_GET_REPLY, ethtoolEee],
  [ETHTOOL_MSG_EEE_NTF, ethtoolEee],
  [ETHTOOL_MSG_TSINFO_GET_REPLY, ethtoolTimestamping],
  [ETHTOOL_MSG_CABLE_TEST_NTF, ethtoolCableTestReport],
  [ETHTOOL_MSG_CABLE_TEST_TDR_NTF, ethtoolCableTdrReport],
  [ETHTOOL_MSG_TUNNEL_INFO_GET_REPLY, ethtoolTunnelInfo],
  [ETHTOOL_MSG_FEC_GET_REPLY, ethtoolFec],
  [ETHTOOL_MSG_FEC_NTF, ethtoolFec],
  [ETHTOOL_MSG_MODULE_EEPROM_GET_REPLY, ethtoolModuleEeprom],
  [ETHTOOL_MSG_STATS_GET_REPLY, ethtoolStatistics],
  [ETHTOOL_MSG_PHC_VCLOCKS_GET_REPLY, ethtoolVirtualClocks],
  [ETHTOOL_MSG_MODULE_GET_REPLY, ethtoolModule],
  [ETHTOOL_MSG_MODULE_NTF, ethtoolModule],
  [ETHTOOL_MSG_PSE_GET_REPLY, ethtoolPse],
  [ETHTOOL_MSG_RSS_GET_REPLY, ethtoolRss],
  [ETHTOOL_MSG_PLCA_GET_CFG_REPLY, ethtoolPlca],
  [ETHTOOL_MSG_PLCA_GET_STATUS_REPLY, ethtoolPlca],
  [ETHTOOL_MSG_PLCA_NTF, ethtoolPlca],
  [ETHTOOL_MSG_MM_GET_REPLY, ethtoolMacMerge],
  [ETHTOOL_MSG_MM_NTF, ethtoolMacMerge],
  [ETHTOOL_MSG_MODULE_FW_FLASH_NTF, ethtoolModuleFlash],
  [ETHTOOL_MSG_PHY_GET_REPLY, ethtoolPhy],
  [ETHTOOL_MSG_PHY_NTF, ethtoolPhy],
  [ETHTOOL_MSG_TSCONFIG_GET_REPLY, ethtoolTimestampConfig],
  [ETHTOOL_MSG_TSCONFIG_SET_REPLY, ethtoolTimestampConfig],
  [ETHTOOL_MSG_PSE_NTF, ethtoolPseEvent],
  [ETHTOOL_MSG_RSS_NTF, ethtoolRss],
  [ETHTOOL_MSG_RSS_CREATE_ACT_REPLY, ethtoolRss],
  [ETHTOOL_MSG_RSS_CREATE_NTF, ethtoolRss],
  [ETHTOOL_MSG_RSS_DELETE_NTF, ethtoolRss],
  [ETHTOOL_MSG_MSE_GET_REPLY, ethtoolMse],
]);
