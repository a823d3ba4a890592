/**
 * Link kinds that define no attributes: `ifb`, `lowpan`, `netdevsim`, `nlmon`,
 * `openvswitch`, `pfcp`, `team`, `vcan`, `virt_wifi`, `vsockmon` and
 * `wireguard`. What can be set on them is set elsewhere: with generic netlink
 * (`team`, `wireguard`, `openvswitch`), sysfs (`netdevsim`), or not at all.
 *
 * @module
 */

import { type Attributes, attributes, type Codec } from "../../codec/mod.ts";

/** `IFLA_INFO_DATA` of a kind that defines no attributes. */
export interface NoData extends Attributes {}

/** Codec of {@linkcode NoData}. */
export const noData: Codec<NoData> = attributes({}, {
  nestedFlag: false,
});
