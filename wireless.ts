/**
 * Wireless networks: the types of what `GenericNetlink.wireless` takes and
 * returns, its error, and information elements.
 *
 * @example Print the channels that a device may use
 * ```ts
 * import { GenericNetlink } from "@netlink/netlink";
 * import type { WirelessBand } from "@netlink/netlink/wireless";
 *
 * function print({ band, frequencies }: WirelessBand): void {
 *   for (const { frequency, disabled, maxTxPower } of frequencies) {
 *     if (!disabled) console.log(band, `${frequency} MHz`, `${maxTxPower} dBm`);
 *   }
 * }
 *
 * using generic = GenericNetlink.open();
 * try {
 *   for await (const { bands } of generic.wireless.wiphy.list()) {
 *     bands.forEach(print);
 *   }
 * } catch (error) {
 *   // The kernel has no wireless networks.
 *   console.log(String(error));
 * }
 * ```
 *
 * @module
 */

export { ConnectError } from "./api/wireless/connection.ts";
export type * from "./api/wireless/mod.ts";
export {
  type InformationElement,
  readElements,
  readSecurityElement,
  type SecurityElement,
  writeElements,
} from "./messages/generic/nl80211/elements.ts";
