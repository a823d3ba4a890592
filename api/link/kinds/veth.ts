/**
 * Virtual Ethernet pairs and virtual CAN tunnels, which are made two ends at a
 * time: kinds `veth` and `vxcan`.
 *
 * @module
 */

import type { VethData } from "../../../messages/link/kinds/veth.ts";
import type { VxcanData } from "../../../messages/link/kinds/vxcan.ts";
import { type LinkMessage, linkMessage } from "../../../messages/link/link.ts";
import {
  type LinkCreation,
  type LinkProperties,
  linkProperties,
} from "../properties.ts";
import { type Mapping, mapping, writeOnly } from "../../mapping/mapping.ts";

/** The other end of a pair of links. */
export interface LinkPeer extends LinkProperties, LinkCreation {}

/** How {@linkcode LinkPeer} is stored. */
export const linkPeer: Mapping<LinkPeer, LinkMessage> = mapping(
  linkProperties,
  linkMessage,
);

/** Settings of a pair of links. */
export interface VethOptions {
  /**
   * The other end, which may be in another network namespace; never reported
   * (`VETH_INFO_PEER`).
   */
  peer?: LinkPeer;
}

/** How {@linkcode VethOptions} and {@linkcode VethData} correspond. */
export const vethMapping: Mapping<VethOptions, VethData> = mapping({
  peer: writeOnly("peer", linkPeer),
});

/** How {@linkcode VethOptions} and {@linkcode VxcanData} correspond. */
export const vxcanMapping: Mapping<VethOptions, VxcanData> = mapping({
  peer: writeOnly("peer", linkPeer),
});
