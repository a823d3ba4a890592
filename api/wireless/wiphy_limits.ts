/**
 * What wireless devices can be set up to do by themselves, and within which
 * limits.
 *
 * @module
 */

import type { Nl80211MbssidConfig } from "../../messages/generic/nl80211/access_point.ts";
import type {
  Nl80211CoalesceSupport,
  Nl80211PatternSupport,
} from "../../messages/generic/nl80211/pattern.ts";
import type { Nl80211SarLimit } from "../../messages/generic/nl80211/regulatory.ts";
import type {
  Nl80211WowlanSupport,
  Nl80211WowlanTcpSupport,
} from "../../messages/generic/nl80211/wowlan_support.ts";
import { milliseconds, uint32 } from "../mapping/conversions.ts";
import { type Mapping, mapping, readOnly } from "../mapping/mapping.ts";

/** Patterns of packets that a device can look for. */
export interface PacketPatternLimits {
  /** How many (`max_patterns`). */
  maxPatterns: number;
  /** Bytes of the shortest one (`min_pattern_len`). */
  minLength: number;
  /** Bytes of the longest one (`max_pattern_len`). */
  maxLength: number;
  /** Most bytes of the packet in front of one (`max_pkt_offset`). */
  maxOffset: number;
}

/** TCP connections that a device can keep alive while the machine sleeps. */
export interface WakeUpConnectionLimits {
  /** Most bytes that it sends (`NL80211_WOWLAN_TCP_DATA_PAYLOAD`). */
  maxSent?: number;
  /**
   * Longest time between them, in seconds (`NL80211_WOWLAN_TCP_DATA_INTERVAL`).
   */
  maxInterval?: number;
  /**
   * Most bytes that wake the machine up (`NL80211_WOWLAN_TCP_WAKE_PAYLOAD`).
   */
  maxAwaited?: number;
}

/** What can wake a sleeping machine up. */
export interface WakeUpSupport {
  /** Whatever happens (`NL80211_WOWLAN_TRIG_ANY`). */
  anything?: boolean;
  /** The end of the connection (`NL80211_WOWLAN_TRIG_DISCONNECT`). */
  disconnect?: boolean;
  /** A magic packet (`NL80211_WOWLAN_TRIG_MAGIC_PKT`). */
  magicPacket?: boolean;
  /** Packets with patterns (`NL80211_WOWLAN_TRIG_PKT_PATTERN`). */
  patterns?: PacketPatternLimits;
  /** The device renews group keys (`NL80211_WOWLAN_TRIG_GTK_REKEY_SUPPORTED`). */
  renewsGroupKeys?: boolean;
  /**
   * A group key that could not be renewed
   * (`NL80211_WOWLAN_TRIG_GTK_REKEY_FAILURE`).
   */
  groupKeyFailure?: boolean;
  /**
   * A request of EAP for the identity
   * (`NL80211_WOWLAN_TRIG_EAP_IDENT_REQUEST`).
   */
  identityRequest?: boolean;
  /** A handshake for keys (`NL80211_WOWLAN_TRIG_4WAY_HANDSHAKE`). */
  handshake?: boolean;
  /** The switch of the radio (`NL80211_WOWLAN_TRIG_RFKILL_RELEASE`). */
  radioSwitch?: boolean;
  /** Data in a TCP connection (`NL80211_WOWLAN_TRIG_TCP_CONNECTION`). */
  connection?: WakeUpConnectionLimits;
  /**
   * Networks that a scan finds, by at most so many conditions
   * (`NL80211_WOWLAN_TRIG_NET_DETECT`).
   */
  maxNetworks?: number;
}

/** How received packets can wait for others, so that they arrive together. */
export interface PacketCollectionLimits {
  /** Most rules (`max_rules`). */
  maxRules: number;
  /** Longest wait in seconds (`max_delay`). */
  maxDelay: number;
  /** Patterns of packets (`pat`). */
  patterns: PacketPatternLimits;
}

/** How many networks can be in one beacon. */
export interface MultipleNetworkLimits {
  /** Most networks (`NL80211_MBSSID_CONFIG_ATTR_MAX_INTERFACES`). */
  maxNetworks?: number;
  /**
   * Most beacons that they can be spread over
   * (`NL80211_MBSSID_CONFIG_ATTR_MAX_EMA_PROFILE_PERIODICITY`).
   */
  maxBeacons?: number;
}

/** A range of frequencies that can have a limit of absorption of its own. */
export interface AbsorptionRange {
  /** Where it begins, in MHz (`NL80211_SAR_ATTR_SPECS_START_FREQ`). */
  from?: number;
  /** Where it ends, in MHz (`NL80211_SAR_ATTR_SPECS_END_FREQ`). */
  to?: number;
}

const present = { fromKernel: () => true };
const megahertz = { fromKernel: (kilohertz: number) => kilohertz / 1000 };

const patterns = mapping<PacketPatternLimits, Nl80211PatternSupport>(() => ({
  maxPatterns: readOnly("maxPatterns", uint32),
  minLength: readOnly("minPatternLen", uint32),
  maxLength: readOnly("maxPatternLen", uint32),
  maxOffset: readOnly("maxPktOffset", uint32),
}));

const connection = mapping<WakeUpConnectionLimits, Nl80211WowlanTcpSupport>(
  () => ({
    maxSent: readOnly("dataPayload", uint32),
    maxInterval: readOnly("dataInterval", uint32),
    maxAwaited: readOnly("wakePayload", uint32),
  }),
);

/** Reads what can wake the machine up. */
export const wakeUpSupport: Mapping<WakeUpSupport, Nl80211WowlanSupport> =
  mapping(
    () => ({
      anything: readOnly("any", present),
      disconnect: readOnly("disconnect", present),
      magicPacket: readOnly("magicPkt", present),
      patterns: readOnly("pktPattern", patterns),
      renewsGroupKeys: readOnly("gtkRekeySupported", present),
      groupKeyFailure: readOnly("gtkRekeyFailure", present),
      identityRequest: readOnly("eapIdentRequest", present),
      handshake: readOnly("fourWayHandshake", present),
      radioSwitch: readOnly("rfkillRelease", present),
      connection: readOnly("tcpConnection", connection),
      maxNetworks: readOnly("netDetect", uint32),
    }),
  );

/** Reads how packets can wait for others. */
export const packetCollection: Mapping<
  PacketCollectionLimits,
  Nl80211CoalesceSupport
> = mapping(() => ({
  maxRules: readOnly("maxRules", uint32),
  maxDelay: readOnly("maxDelay", milliseconds),
  patterns: readOnly("pat", patterns),
}));

/** Reads how many networks can be in a beacon. */
export const multipleNetworks: Mapping<
  MultipleNetworkLimits,
  Nl80211MbssidConfig
> = mapping(() => ({
  maxNetworks: readOnly("maxInterfaces", uint32),
  maxBeacons: readOnly("maxEmaProfilePeriodicity", uint32),
}));

/** Reads a range of frequencies. */
export const absorptionRange: Mapping<AbsorptionRange, Nl80211SarLimit> =
  mapping(
    () => ({
      from: readOnly("startFreq", megahertz),
      to: readOnly("endFreq", megahertz),
    }),
  );
