/**
 * The messages of netlink, as the kernel defines them: numbers, and the names
 * of the UAPI headers. Each message is a codec; nothing here needs a permission
 * or a kernel.
 *
 * @example Decode a datagram
 * ```ts
 * import { decode } from "@netlink/netlink/messages";
 *
 * const datagram = Uint8Array.fromHex(
 *   "280000001400050601000000000000000218000001000000" +
 *     "08000200c000020108000100c0000201",
 * );
 * for (const { header, body } of decode(datagram).messages) {
 *   console.log(header.type, body);
 * }
 * ```
 *
 * @module
 */

export * from "./codec/mod.ts";
export * from "./codec/secret.ts";
export * from "./codec/socket_address.ts";
export * from "./address/mod.ts";
export * from "./address_label/mod.ts";
export * from "./constants.ts";
export * from "./datagram.ts";
export * from "./errno.ts";
export * from "./extended_ack.ts";
export * from "./families.ts";
export {
  generalCodec,
  type GeneralHeader,
  generalHeader,
  type GeneralMessage,
} from "./general_message.ts";
export * from "./generic/mod.ts";
export * from "./header.ts";
export * from "./ip_protocols.ts";
export * from "./link/mod.ts";
export * from "./mdb/mod.ts";
export * from "./multicast_route/mod.ts";
export * from "./nd_user_option/mod.ts";
export * from "./neighbor/mod.ts";
export * from "./neighbor_table/mod.ts";
export * from "./netconf/mod.ts";
export * from "./nexthop/mod.ts";
export * from "./nsid/mod.ts";
export * from "./prefix/mod.ts";
export * from "./registry.ts";
export * from "./route/mod.ts";
export * from "./rtmon.ts";
export * from "./rule/mod.ts";
export * from "./stats/mod.ts";
export * from "./tc/mod.ts";
export * from "./tunnel/mod.ts";
export * from "./uncapped_error.ts";
export * from "./vlan_database/mod.ts";
export * from "./xfrm/mod.ts";
