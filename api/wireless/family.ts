/**
 * The family of wireless networks.
 *
 * @module
 */

import {
  NL80211_CMD_ABORT_SCAN,
  NL80211_CMD_CONNECT,
  NL80211_CMD_DEL_INTERFACE,
  NL80211_CMD_DEL_STATION,
  NL80211_CMD_DISCONNECT,
  NL80211_CMD_GET_INTERFACE,
  NL80211_CMD_GET_POWER_SAVE,
  NL80211_CMD_GET_REG,
  NL80211_CMD_GET_SCAN,
  NL80211_CMD_GET_STATION,
  NL80211_CMD_GET_SURVEY,
  NL80211_CMD_GET_WIPHY,
  NL80211_CMD_JOIN_IBSS,
  NL80211_CMD_JOIN_MESH,
  NL80211_CMD_LEAVE_IBSS,
  NL80211_CMD_LEAVE_MESH,
  NL80211_CMD_NEW_INTERFACE,
  NL80211_CMD_RELOAD_REGDB,
  NL80211_CMD_REQ_SET_REG,
  NL80211_CMD_SET_CHANNEL,
  NL80211_CMD_SET_INTERFACE,
  NL80211_CMD_SET_POWER_SAVE,
  NL80211_CMD_SET_WIPHY,
  NL80211_CMD_SET_WIPHY_NETNS,
  NL80211_CMD_TRIGGER_SCAN,
} from "../../messages/generic/nl80211/commands.ts";
import {
  NL80211_GENL_NAME,
  type Nl80211Attributes,
  nl80211Message,
} from "../../messages/generic/nl80211/nl80211.ts";
import type { FamilyDefinition } from "../connection/generic_family.ts";
import type { NameOf } from "../connection/subject.ts";

/** The family `nl80211`. */
export const wirelessFamily: FamilyDefinition<Nl80211Attributes> = {
  name: NL80211_GENL_NAME,
  version: 1,
  codec: nl80211Message,
  actions: {
    [NL80211_CMD_GET_WIPHY]: "get wireless device",
    [NL80211_CMD_SET_WIPHY]: "change wireless device",
    [NL80211_CMD_SET_WIPHY_NETNS]: "move wireless device",
    [NL80211_CMD_GET_INTERFACE]: "get wireless interface",
    [NL80211_CMD_NEW_INTERFACE]: "create wireless interface",
    [NL80211_CMD_SET_INTERFACE]: "change wireless interface",
    [NL80211_CMD_DEL_INTERFACE]: "delete wireless interface",
    [NL80211_CMD_SET_CHANNEL]: "set channel of",
    [NL80211_CMD_SET_POWER_SAVE]: "set power save of",
    [NL80211_CMD_GET_POWER_SAVE]: "get power save of",
    [NL80211_CMD_GET_STATION]: "get station",
    [NL80211_CMD_DEL_STATION]: "remove station",
    [NL80211_CMD_GET_REG]: "get regulatory domain",
    [NL80211_CMD_REQ_SET_REG]: "set regulatory domain",
    [NL80211_CMD_RELOAD_REGDB]: "load the regulatory database",
    [NL80211_CMD_GET_SCAN]: "get scan results of",
    [NL80211_CMD_TRIGGER_SCAN]: "scan with",
    [NL80211_CMD_ABORT_SCAN]: "abort scan of",
    [NL80211_CMD_GET_SURVEY]: "get survey of",
    [NL80211_CMD_CONNECT]: "connect",
    [NL80211_CMD_DISCONNECT]: "disconnect",
    [NL80211_CMD_JOIN_IBSS]: "join ad-hoc network with",
    [NL80211_CMD_LEAVE_IBSS]: "leave ad-hoc network with",
    [NL80211_CMD_JOIN_MESH]: "join mesh with",
    [NL80211_CMD_LEAVE_MESH]: "leave mesh with",
  },
  subject,
};

/** What a request is about: its interface, its device, or its country. */
function subject(
  { ifname, ifindex, wdev, wiphy, mac, regAlpha2 }: Nl80211Attributes,
  nameOf: NameOf,
): string | undefined {
  if (ifname !== undefined) return ifname;
  if (ifindex !== undefined) {
    const device = nameOf(ifindex) ?? String(ifindex);
    return mac === undefined ? device : `${mac} of ${device}`;
  }
  if (wdev !== undefined) return `0x${wdev.toString(16)}`;
  return wiphy === undefined ? regAlpha2 : `phy#${wiphy}`;
}
