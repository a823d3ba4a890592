/**
 * Links: ports, modes, state, what drivers log, what wakes machines up.
 *
 * @module
 */

import {
  ETHTOOL_MSG_DEBUG_GET,
  ETHTOOL_MSG_DEBUG_NTF,
  ETHTOOL_MSG_DEBUG_SET,
  ETHTOOL_MSG_LINKINFO_GET,
  ETHTOOL_MSG_LINKINFO_NTF,
  ETHTOOL_MSG_LINKINFO_SET,
  ETHTOOL_MSG_LINKMODES_GET,
  ETHTOOL_MSG_LINKMODES_NTF,
  ETHTOOL_MSG_LINKMODES_SET,
  ETHTOOL_MSG_LINKSTATE_GET,
  ETHTOOL_MSG_WOL_GET,
  ETHTOOL_MSG_WOL_NTF,
  ETHTOOL_MSG_WOL_SET,
} from "../../messages/generic/ethtool/commands.ts";
import {
  ETHTOOL_DUPLEXES,
  ETHTOOL_LINK_EXT_STATES,
  ETHTOOL_MASTER_SLAVE_CONFIGS,
  ETHTOOL_MASTER_SLAVE_STATES,
  ETHTOOL_MDIX,
  ETHTOOL_PORTS,
  ETHTOOL_RATE_MATCHINGS,
  ETHTOOL_TRANSCEIVERS,
  type EthtoolDebug,
  ethtoolDebug,
  type EthtoolLinkInfo,
  ethtoolLinkInfo,
  type EthtoolLinkModes,
  ethtoolLinkModes,
  type EthtoolLinkState,
  ethtoolLinkState,
  type EthtoolWakeOnLan,
  ethtoolWakeOnLan,
} from "../../messages/generic/ethtool/link.ts";
import { ETHTOOL_LINK_EXT_SUBSTATES } from "../../messages/generic/ethtool/link_ext_substates.ts";
import { boolean, number, orNull, uint32 } from "../mapping/conversions.ts";
import { enumeration } from "../mapping/enumerations.ts";
import { readFrom, readOnly } from "../mapping/mapping.ts";
import { bits, type EthtoolBits } from "./bits.ts";
import { type DeviceSetting, type EthtoolState, setting } from "./setting.ts";

/** What of port and transceiver can be set. */
export interface LinkInfoSettings {
  /** Connector (`ETHTOOL_A_LINKINFO_PORT`). */
  port?: keyof typeof ETHTOOL_PORTS | number;
  /** MDIO address of the PHY (`ETHTOOL_A_LINKINFO_PHYADDR`). */
  phyAddress?: number;
  /**
   * Which crossover of a twisted pair is wanted; `unknown` if that cannot be set
   * (`ETHTOOL_A_LINKINFO_TP_MDIX_CTRL`).
   */
  wantedCrossover?: keyof typeof ETHTOOL_MDIX | number;
}

/** Port and transceiver. */
export interface LinkInfo
  extends LinkInfoSettings, EthtoolState<EthtoolLinkInfo> {
  /** Crossover of a twisted pair (`ETHTOOL_A_LINKINFO_TP_MDIX`). */
  crossover?: keyof typeof ETHTOOL_MDIX | number;
  /** Where the PHY is (`ETHTOOL_A_LINKINFO_TRANSCEIVER`). */
  transceiver?: keyof typeof ETHTOOL_TRANSCEIVERS | number;
}

/** Port and transceiver. */
export const linkInfoSetting: DeviceSetting<LinkInfo, EthtoolLinkInfo> =
  setting({
    noun: "link settings",
    codec: ethtoolLinkInfo,
    get: ETHTOOL_MSG_LINKINFO_GET,
    set: ETHTOOL_MSG_LINKINFO_SET,
    notification: ETHTOOL_MSG_LINKINFO_NTF,
    fields: () => ({
      port: enumeration(ETHTOOL_PORTS),
      phyAddress: ["phyaddr", number],
      crossover: readOnly("tpMdix", enumeration(ETHTOOL_MDIX)),
      wantedCrossover: ["tpMdixCtrl", enumeration(ETHTOOL_MDIX)],
      transceiver: readOnly("transceiver", enumeration(ETHTOOL_TRANSCEIVERS)),
    }),
  });

/** What of speeds and negotiation can be set. */
export interface LinkModesSettings {
  /** Whether modes are negotiated (`ETHTOOL_A_LINKMODES_AUTONEG`). */
  autoneg?: boolean;
  /**
   * Modes by name, such as `1000baseT/Full`: those that are supported, and
   * whether they are advertised (`ETHTOOL_A_LINKMODES_OURS`).
   */
  modes?: EthtoolBits;
  /**
   * Speed in Mbit/s; `null` if it is not known
   * (`ETHTOOL_A_LINKMODES_SPEED`).
   */
  speed?: number | null;
  /** Duplex mode (`ETHTOOL_A_LINKMODES_DUPLEX`). */
  duplex?: keyof typeof ETHTOOL_DUPLEXES | number;
  /** How many lanes there are (`ETHTOOL_A_LINKMODES_LANES`). */
  lanes?: number;
  /** Which role is wanted (`ETHTOOL_A_LINKMODES_MASTER_SLAVE_CFG`). */
  wantedRole?: keyof typeof ETHTOOL_MASTER_SLAVE_CONFIGS | number;
}

/** Speeds, and what is negotiated. */
export interface LinkModes
  extends LinkModesSettings, EthtoolState<EthtoolLinkModes> {
  /** Modes that the other end advertises (`ETHTOOL_A_LINKMODES_PEER`). */
  peerModes?: EthtoolBits;
  /** Role (`ETHTOOL_A_LINKMODES_MASTER_SLAVE_STATE`). */
  role?: keyof typeof ETHTOOL_MASTER_SLAVE_STATES | number;
  /** How the PHY matches other rates (`ETHTOOL_A_LINKMODES_RATE_MATCHING`). */
  rateMatching?: keyof typeof ETHTOOL_RATE_MATCHINGS | number;
}

/** A speed that is not known (`SPEED_UNKNOWN`). */
const UNKNOWN = 0xffffffff;

/** Speeds, and what is negotiated. */
export const linkModesSetting: DeviceSetting<LinkModes, EthtoolLinkModes> =
  setting({
    noun: "link modes",
    codec: ethtoolLinkModes,
    get: ETHTOOL_MSG_LINKMODES_GET,
    set: ETHTOOL_MSG_LINKMODES_SET,
    notification: ETHTOOL_MSG_LINKMODES_NTF,
    names: { ours: "link-modes", peer: "link-modes" },
    fields: () => ({
      autoneg: boolean,
      modes: ["ours", bits],
      peerModes: readOnly("peer", bits),
      speed: orNull(uint32, UNKNOWN),
      duplex: enumeration(ETHTOOL_DUPLEXES),
      lanes: number,
      wantedRole: ["masterSlaveCfg", enumeration(ETHTOOL_MASTER_SLAVE_CONFIGS)],
      role: readOnly(
        "masterSlaveState",
        enumeration(ETHTOOL_MASTER_SLAVE_STATES),
      ),
      rateMatching: readOnly(
        "rateMatching",
        enumeration(ETHTOOL_RATE_MATCHINGS),
      ),
    }),
  });

/** Whether there is a link, and why not. */
export interface LinkStateInfo extends EthtoolState<EthtoolLinkState> {
  /** Whether there is a link (`ETHTOOL_A_LINKSTATE_LINK`). */
  up?: boolean;
  /** Quality of the signal, 0 to the greatest (`ETHTOOL_A_LINKSTATE_SQI`). */
  signalQuality?: number;
  /** Greatest quality of the signal (`ETHTOOL_A_LINKSTATE_SQI_MAX`). */
  maxSignalQuality?: number;
  /** Why there is no link (`ETHTOOL_A_LINKSTATE_EXT_STATE`). */
  reason?: keyof typeof ETHTOOL_LINK_EXT_STATES | number;
  /** More precisely why (`ETHTOOL_A_LINKSTATE_EXT_SUBSTATE`). */
  detail?: string | number;
  /** How often the link went down (`ETHTOOL_A_LINKSTATE_EXT_DOWN_CNT`). */
  downCount?: number;
}

/** Whether there is a link, and why not. */
export const linkStateSetting: DeviceSetting<LinkStateInfo, EthtoolLinkState> =
  setting({
    noun: "link state",
    codec: ethtoolLinkState,
    get: ETHTOOL_MSG_LINKSTATE_GET,
    fields: () => ({
      up: readOnly("link", boolean),
      signalQuality: readOnly("sqi", number),
      maxSignalQuality: readOnly("sqiMax", number),
      reason: readOnly("extState", enumeration(ETHTOOL_LINK_EXT_STATES)),
      detail: {
        from: ["extState", "extSubstate"],
        read: ({ extState = -1, extSubstate }) =>
          extSubstate === undefined
            ? undefined
            : ETHTOOL_LINK_EXT_SUBSTATES[extState]?.[extSubstate] ??
              extSubstate,
        write: () => {},
        readOnly: true,
      },
      downCount: readOnly("extDownCnt", number),
    }),
  });

/** What of a driver's log can be set. */
export interface DriverLogSettings {
  /** Kinds of messages that it logs, such as `link` (`ETHTOOL_A_DEBUG_MSGMASK`). */
  messages?: EthtoolBits;
}

/** What a driver logs. */
export interface DriverLog
  extends DriverLogSettings, EthtoolState<EthtoolDebug> {}

/** What a driver logs. */
export const driverLogSetting: DeviceSetting<DriverLog, EthtoolDebug> = setting(
  {
    noun: "what is logged",
    codec: ethtoolDebug,
    get: ETHTOOL_MSG_DEBUG_GET,
    set: ETHTOOL_MSG_DEBUG_SET,
    notification: ETHTOOL_MSG_DEBUG_NTF,
    names: { msgmask: "msg-classes" },
    fields: () => ({ messages: ["msgmask", bits] }),
  },
);

/** What wakes a machine up. */
export interface WakeOnLanSettings {
  /**
   * What can wake it up, such as `magic`, and whether it does
   * (`ETHTOOL_A_WOL_MODES`).
   */
  modes?: EthtoolBits;
  /**
   * Password of the mode `magicsecure`, 6 bytes such as `00:11:22:33:44:55`
   * (`ETHTOOL_A_WOL_SOPASS`).
   */
  password?: string;
}

/** What wakes a machine up. */
export interface WakeOnLan
  extends WakeOnLanSettings, EthtoolState<EthtoolWakeOnLan> {}

/** Bytes of a password (`SOPASS_MAX`). */
const PASSWORD = 6;

const password = readFrom<string, EthtoolWakeOnLan, "sopass">(
  "sopass",
  (bytes) =>
    bytes.length === PASSWORD
      ? Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0"))
        .join(":")
      : undefined,
  (data, value, fieldPath) => {
    // An error does not have it, as it is secret.
    if (
      typeof value !== "string" || !/^[\da-f]{2}(:[\da-f]{2}){5}$/i.test(value)
    ) {
      throw fieldPath.wrong("…", `${PASSWORD} bytes as xx:xx:… are expected`);
    }
    data.sopass = Uint8Array.from(
      value.split(":"),
      (hex) => Number.parseInt(hex, 16),
    );
  },
);

/** What wakes a machine up. */
export const wakeOnLanSetting: DeviceSetting<WakeOnLan, EthtoolWakeOnLan> =
  setting({
    noun: "Wake-on-LAN",
    codec: ethtoolWakeOnLan,
    get: ETHTOOL_MSG_WOL_GET,
    set: ETHTOOL_MSG_WOL_SET,
    notification: ETHTOOL_MSG_WOL_NTF,
    names: { modes: "wol-modes" },
    fields: () => ({
      modes: bits,
      password,
    }),
  });
