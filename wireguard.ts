/**
 * WireGuard: keys and configuration files, and the types of what
 * `GenericNetlink.wireguard` takes and returns.
 *
 * @example Make the configuration of a new device
 * ```ts
 * import {
 *   formatWireguardConfig,
 *   generateWireguardKey,
 *   parseWireguardConfig,
 *   wireguardPublicKey,
 * } from "@netlink/netlink/wireguard";
 *
 * const privateKey = generateWireguardKey();
 * const publicKey = await wireguardPublicKey(privateKey);
 * const text = formatWireguardConfig({
 *   privateKey,
 *   listenPort: 51820,
 *   peers: [{
 *     publicKey: "hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmo=",
 *     endpoint: "192.0.2.1:51820",
 *     allowedIps: ["10.0.0.0/24"],
 *   }],
 * });
 * console.log(publicKey, parseWireguardConfig(text).listenPort);
 * ```
 *
 * @module
 */

export * from "./api/wireguard/config.ts";
export {
  generateWireguardKey,
  generateWireguardPresharedKey,
  wireguardPublicKey,
} from "./api/wireguard/key.ts";
export type * from "./api/wireguard/monitor.ts";
export type * from "./api/wireguard/wireguard.ts";
