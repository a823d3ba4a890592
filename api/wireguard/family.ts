/**
 * The family of WireGuard.
 *
 * @module
 */

import {
  WG_CMD_GET_DEVICE,
  WG_CMD_SET_DEVICE,
  WG_GENL_NAME,
  WG_GENL_VERSION,
  type WgDevice,
  wgMessage,
} from "../../messages/generic/wireguard.ts";
import type { FamilyDefinition } from "../connection/generic_family.ts";

/** The family `wireguard`. */
export const wireguardFamily: FamilyDefinition<WgDevice> = {
  name: WG_GENL_NAME,
  version: WG_GENL_VERSION,
  codec: wgMessage,
  actions: {
    [WG_CMD_GET_DEVICE]: "get WireGuard device",
    [WG_CMD_SET_DEVICE]: "change WireGuard device",
  },
  // What is set of a device may be secret: errors have its name only.
  subject: ({ ifindex, ifname }, nameOf) =>
    ifname ??
      (ifindex === undefined ? undefined : nameOf(ifindex) ?? String(ifindex)),
};
