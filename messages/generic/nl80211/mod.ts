/**
 * The family `nl80211`: wireless networks of 802.11.
 *
 * @module
 */

export * from "./access_point.ts";
export * from "./access_point_attributes.ts";
export * from "./band.ts";
export * from "./capability_attributes.ts";
export * from "./channel.ts";
export * from "./combination.ts";
export * from "./commands.ts";
export * from "./device_attributes.ts";
export * from "./elements.ts";
export * from "./event_attributes.ts";
export * from "./features.ts";
export * from "./ftm.ts";
export * from "./ftm_capability.ts";
export * from "./interface_attributes.ts";
export * from "./join.ts";
export * from "./key.ts";
export * from "./measurement.ts";
export * from "./mesh.ts";
export * from "./names.ts";
export * from "./nan.ts";
export * from "./network_attributes.ts";
export * from "./nl80211.ts";
export * from "./pattern.ts";
export * from "./queue.ts";
export * from "./rate.ts";
export * from "./regulatory.ts";
export * from "./scan.ts";
export * from "./security_attributes.ts";
export * from "./station.ts";
export * from "./station_attributes.ts";
export * from "./suites.ts";
export * from "./wowlan.ts";
export * from "./wowlan_support.ts";
