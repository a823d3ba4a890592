/**
 * The family of data channels of OpenVPN.
 *
 * @module
 */

import { genericMessage } from "../../messages/generic/header.ts";
import {
  OVPN_CMD_KEY_DEL,
  OVPN_CMD_KEY_GET,
  OVPN_CMD_KEY_NEW,
  OVPN_CMD_KEY_SWAP,
  OVPN_CMD_PEER_DEL,
  OVPN_CMD_PEER_GET,
  OVPN_CMD_PEER_NEW,
  OVPN_CMD_PEER_SET,
  OVPN_FAMILY_NAME,
  OVPN_FAMILY_VERSION,
  OVPN_KEY_SLOTS,
  type OvpnAttributes,
  ovpnAttributes,
  type OvpnMessage,
} from "../../messages/generic/ovpn.ts";
import type { FamilyDefinition } from "../connection/generic_family.ts";
import { integer } from "../mapping/conversions.ts";
import { enumeration } from "../mapping/enumerations.ts";
import type { Conversion, Mapping } from "../mapping/mapping.ts";
import { withMessage } from "../mapping/origin.ts";
import type { ReadFrom } from "./family_object.ts";

/** The slots of the keys of a peer. */
export type OvpnSlot = keyof typeof OVPN_KEY_SLOTS | number;

/** Slots of keys, by name. */
export const ovpnSlot: Conversion<OvpnSlot, number> = enumeration(
  OVPN_KEY_SLOTS,
  32,
);

/** Numbers of peers, which have 24 bits. */
export const ovpnPeerId: Conversion<number, number> = integer(0, 0xffffff);

/** The family `ovpn`. */
export const ovpnFamily: FamilyDefinition<OvpnAttributes> = {
  name: OVPN_FAMILY_NAME,
  version: OVPN_FAMILY_VERSION,
  codec: genericMessage(ovpnAttributes),
  actions: {
    [OVPN_CMD_PEER_NEW]: "add peer",
    [OVPN_CMD_PEER_SET]: "change peer",
    [OVPN_CMD_PEER_GET]: "get peer",
    [OVPN_CMD_PEER_DEL]: "delete peer",
    [OVPN_CMD_KEY_NEW]: "add key",
    [OVPN_CMD_KEY_GET]: "get key",
    [OVPN_CMD_KEY_SWAP]: "swap keys",
    [OVPN_CMD_KEY_DEL]: "delete key",
  },
  subject: ({ ifindex, peer, keyconf }, nameOf) => {
    if (ifindex === undefined) return undefined;
    const { slot, peerId } = keyconf ?? {};
    const which = [
      peer?.id,
      slot === undefined ? undefined : ovpnSlot.fromKernel(slot),
      peerId === undefined ? undefined : `of peer ${peerId}`,
    ].filter((word) => word !== undefined);
    return [...which, "of", nameOf(ifindex) ?? ifindex].join(" ");
  },
};

/**
 * Reads an object of a device.
 *
 * @typeParam T The object.
 * @param mapping How it is read.
 * @param message The message.
 * @param ifindex Index of the device that was asked about, as answers lack it.
 * @returns The object.
 */
export function readOvpn<T extends ReadFrom<OvpnAttributes>>(
  mapping: Mapping<T, OvpnAttributes>,
  message: OvpnMessage,
  ifindex?: number,
): T {
  const { attributes } = message;
  return withMessage<T>(
    mapping.fromKernel(
      ifindex === undefined ? attributes : { ...attributes, ifindex },
    ),
    message,
  );
}
