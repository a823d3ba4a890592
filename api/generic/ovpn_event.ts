/**
 * What the family `ovpn` reports.
 *
 * @module
 */

import { genericMessage } from "../../messages/generic/header.ts";
import {
  OVPN_CMD_KEY_SWAP_NTF,
  OVPN_CMD_PEER_DEL_NTF,
  OVPN_CMD_PEER_FLOAT_NTF,
  OVPN_DEL_PEER_REASONS,
  type OvpnAttributes,
  ovpnKeySwapAttributes,
} from "../../messages/generic/ovpn.ts";
import { number } from "../mapping/conversions.ts";
import { deviceIndex } from "../mapping/device.ts";
import { enumeration } from "../mapping/enumerations.ts";
import {
  type Mapping,
  mapping,
  originalMessage,
  within,
} from "../mapping/mapping.ts";
import type { ReadFrom } from "./family_object.ts";
import { type Report, type ReportReader, reportsOf } from "./family_reports.ts";
import { ovpnFamily, readOvpn } from "./ovpn_family.ts";
import { type OvpnPeer, ovpnRemoteFields } from "./ovpn_peer_spec.ts";

/** What a report is about. */
export interface OvpnReported extends ReadFrom<OvpnAttributes> {
  /** Index of the device (`OVPN_A_IFINDEX`). */
  device: number;
}

/** A peer that is gone. */
export interface OvpnDeletedPeer extends OvpnReported {
  /** Number of the peer (`OVPN_A_PEER_ID`). */
  id: number;
  /** Why (`OVPN_A_PEER_DEL_REASON`). */
  reason: keyof typeof OVPN_DEL_PEER_REASONS | number;
}

/** A peer that packets came from another address of, where it now is. */
export interface OvpnFloatedPeer
  extends
    OvpnReported,
    Pick<OvpnPeer, "remote" | "remotePort" | "remoteScope"> {
  /** Number of the peer (`OVPN_A_PEER_ID`). */
  id: number;
}

/** A key that no more packets can be encrypted with. */
export interface OvpnExhaustedKey extends OvpnReported {
  /** Number of the peer (`OVPN_A_KEYCONF_PEER_ID`). */
  peer: number;
  /** Number of the key (`OVPN_A_KEYCONF_KEY_ID`). */
  id: number;
}

/** What each report of the family `ovpn` has. */
export interface OvpnReports {
  /** A peer is gone (`OVPN_CMD_PEER_DEL_NTF`). */
  "peer-deleted": OvpnDeletedPeer;
  /** A peer has another address (`OVPN_CMD_PEER_FLOAT_NTF`). */
  "peer-floated": OvpnFloatedPeer;
  /**
   * A peer needs another key, as the numbers of packets of the primary one are
   * used up (`OVPN_CMD_KEY_SWAP_NTF`).
   */
  "key-swap-needed": OvpnExhaustedKey;
}

/** A report of the family `ovpn`. */
export type OvpnEvent = Report<OvpnReports>;

const basics = {
  device: ["ifindex", deviceIndex],
  message: originalMessage,
} as const;

const deletedPeer = mapping<OvpnDeletedPeer, OvpnAttributes>(() => ({
  ...basics,
  ...within<OvpnAttributes, "peer", Pick<OvpnDeletedPeer, "id" | "reason">>(
    "peer",
    {
      id: number,
      reason: ["delReason", enumeration(OVPN_DEL_PEER_REASONS, 32)],
    },
  ),
}));

const floatedPeer = mapping<OvpnFloatedPeer, OvpnAttributes>(() => ({
  ...basics,
  ...within<
    OvpnAttributes,
    "peer",
    Omit<OvpnFloatedPeer, keyof OvpnReported>
  >("peer", { id: number, ...ovpnRemoteFields }),
}));

const exhaustedKey = mapping<OvpnExhaustedKey, OvpnAttributes>(() => ({
  ...basics,
  ...within<OvpnAttributes, "keyconf", Pick<OvpnExhaustedKey, "peer" | "id">>(
    "keyconf",
    { peer: ["peerId", number], id: ["keyId", number] },
  ),
}));

function readerOf<T extends OvpnReported>(
  mapping: Mapping<T, OvpnAttributes>,
  codec: ReportReader<T>["definition"]["codec"] = ovpnFamily.codec,
): ReportReader<T> {
  return {
    definition: { codec },
    read: (message) => readOvpn(mapping, message),
  };
}

/** How reports are read: from where to where a message stands. */
export const readOvpnEvent: (
  view: DataView,
  start: number,
  end: number,
) => OvpnEvent | undefined = reportsOf<OvpnReports>({
  "peer-deleted": [OVPN_CMD_PEER_DEL_NTF, readerOf(deletedPeer)],
  "peer-floated": [OVPN_CMD_PEER_FLOAT_NTF, readerOf(floatedPeer)],
  "key-swap-needed": [
    OVPN_CMD_KEY_SWAP_NTF,
    readerOf(exhaustedKey, genericMessage(ovpnKeySwapAttributes)),
  ],
});
