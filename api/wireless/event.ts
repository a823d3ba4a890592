/**
 * What the kernel reports about wireless networks.
 *
 * @module
 */

import { NL80211_COMMANDS } from "../../messages/generic/nl80211/commands.ts";
import {
  NL80211_IFTYPES,
  NL80211_RADAR_EVENTS,
  NL80211_REG_INITIATORS,
  NL80211_REG_TYPES,
  NL80211_TIMEOUT_REASONS,
} from "../../messages/generic/nl80211/names.ts";
import {
  type Nl80211Attributes,
  nl80211Attributes,
  type Nl80211Message,
  nl80211Message,
} from "../../messages/generic/nl80211/nl80211.ts";
import { nameOf } from "../../messages/value_names.ts";
import { mac } from "../mapping/address_conversions.ts";
import { text, uint16, uint32, uint64 } from "../mapping/conversions.ts";
import { enumeration } from "../mapping/enumerations.ts";
import { mapping, readOnly } from "../mapping/mapping.ts";
import { withMessage } from "../mapping/origin.ts";
import { channelField, type WirelessChannel } from "./channel.ts";
import { networkName } from "./conversions.ts";
import type { WirelessInterfaceType } from "./interface_spec.ts";

/**
 * What has happened, under the name that the header has it by
 * (`NL80211_CMD_*`), such as `new-interface`, `new-scan-results`, `reg-change`,
 * `connect` or `disconnect`.
 */
export type WirelessEventKind = keyof typeof NL80211_COMMANDS;

/** What an event is about, as far as the kernel reports it. */
export interface WirelessEventDetails {
  /** Index of the device (`NL80211_ATTR_WIPHY`). */
  wiphy?: number;
  /** Name of the device (`NL80211_ATTR_WIPHY_NAME`). */
  wiphyName?: string;
  /** Index of the link (`NL80211_ATTR_IFINDEX`). */
  device?: number;
  /** Name of the link (`NL80211_ATTR_IFNAME`). */
  name?: string;
  /** Type of the interface (`NL80211_ATTR_IFTYPE`). */
  type?: WirelessInterfaceType;
  /** Identifier of the interface (`NL80211_ATTR_WDEV`). */
  identifier?: bigint;
  /** Address of the interface, the station or the access point (`NL80211_ATTR_MAC`). */
  address?: string;
  /** Name of the network (`NL80211_ATTR_SSID`). */
  ssid?: string;
  /** Channel (`NL80211_ATTR_WIPHY_FREQ`). */
  channel?: WirelessChannel;
  /** Frequencies that were scanned, in MHz (`NL80211_ATTR_SCAN_FREQUENCIES`). */
  frequencies?: number[];
  /** Names that were asked for (`NL80211_ATTR_SCAN_SSIDS`). */
  ssids?: string[];
  /** Status of 802.11, 0 for success (`NL80211_ATTR_STATUS_CODE`). */
  status?: number;
  /** Reason of 802.11 (`NL80211_ATTR_REASON_CODE`). */
  reason?: number;
  /** Whether there was no answer (`NL80211_ATTR_TIMED_OUT`). */
  timedOut?: boolean;
  /** What there was no answer to (`NL80211_ATTR_TIMEOUT_REASON`). */
  timeoutReason?: keyof typeof NL80211_TIMEOUT_REASONS | number;
  /** Whether the access point has ended it (`NL80211_ATTR_DISCONNECTED_BY_AP`). */
  byAccessPoint?: boolean;
  /** Country (`NL80211_ATTR_REG_ALPHA2`). */
  country?: string;
  /** Who has set the regulatory domain (`NL80211_ATTR_REG_INITIATOR`). */
  initiator?: keyof typeof NL80211_REG_INITIATORS | number;
  /** What it is (`NL80211_ATTR_REG_TYPE`). */
  regulatoryType?: keyof typeof NL80211_REG_TYPES | number;
  /** What has happened about radar (`NL80211_ATTR_RADAR_EVENT`). */
  radar?: keyof typeof NL80211_RADAR_EVENTS | number;
  /** A management frame (`NL80211_ATTR_FRAME`). */
  frame?: Uint8Array;
}

/** Something that has happened to wireless networks. */
export interface WirelessEvent extends WirelessEventDetails {
  /** What has happened. */
  kind: WirelessEventKind;
  /** The message that this was read from. */
  readonly message: Nl80211Message;
}

const present = { fromKernel: () => true };

const details = mapping<WirelessEventDetails, Nl80211Attributes>(() => ({
  wiphy: readOnly("wiphy", uint32),
  wiphyName: readOnly("wiphyName", text),
  device: readOnly("ifindex", uint32),
  name: readOnly("ifname", text),
  type: readOnly("iftype", enumeration(NL80211_IFTYPES)),
  identifier: readOnly("wdev", uint64),
  address: readOnly("mac", mac),
  ssid: readOnly("ssid", networkName),
  channel: channelField,
  frequencies: readOnly("scanFrequencies", { fromKernel: (all) => [...all] }),
  ssids: readOnly("scanSsids", {
    fromKernel: (names) => names.map((name) => networkName.fromKernel(name)),
  }),
  status: readOnly("statusCode", uint16),
  reason: readOnly("reasonCode", uint16),
  timedOut: readOnly("timedOut", present),
  timeoutReason: readOnly(
    "timeoutReason",
    enumeration(NL80211_TIMEOUT_REASONS),
  ),
  byAccessPoint: readOnly("disconnectedByAp", present),
  country: readOnly("regAlpha2", text),
  initiator: readOnly("regInitiator", enumeration(NL80211_REG_INITIATORS)),
  regulatoryType: readOnly("regType", enumeration(NL80211_REG_TYPES)),
  radar: readOnly("radarEvent", enumeration(NL80211_RADAR_EVENTS)),
  frame: readOnly("frame", { fromKernel: (frame) => frame }),
}), nl80211Attributes);

/**
 * Reads an event.
 *
 * @param view Holds the event.
 * @param start Where it starts, behind the netlink header.
 * @param end Where it ends.
 * @returns The event; `undefined` if it is not known.
 */
export function readWirelessEvent(
  view: DataView,
  start: number,
  end: number,
): WirelessEvent | undefined {
  const message = nl80211Message.decode(view, start, end);
  const kind = nameOf(NL80211_COMMANDS, message.cmd) as
    | WirelessEventKind
    | undefined;
  if (kind === undefined) return undefined;
  return withMessage<WirelessEvent>(
    { kind, ...details.fromKernel(message.attributes) },
    message,
  );
}
