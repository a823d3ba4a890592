/**
 * Wireless networks of 802.11.
 *
 * @module
 */

export type * from "./band.ts";
export type { ChannelWidth, WirelessChannel } from "./channel.ts";
export type * from "./connection.ts";
export type * from "./event.ts";
export type * from "./interface.ts";
export type * from "./interface_spec.ts";
export type * from "./regulatory.ts";
export type { Finder, Requester } from "../object/requester.ts";
export type { WirelessRequests } from "./requests.ts";
export type * from "./scan.ts";
export type * from "./scan_spec.ts";
export type * from "./station.ts";
export type * from "./station_spec.ts";
export type * from "./survey.ts";
export type { WaitOptions } from "./wait.ts";
export type * from "./wiphy.ts";
export type * from "./wiphy_limits.ts";
export type { WiphyReference } from "./wiphy_reference.ts";
export type * from "./wiphy_spec.ts";
export type * from "./wireless.ts";
