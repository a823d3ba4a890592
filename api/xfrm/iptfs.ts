/**
 * Settings of the mode `iptfs`, which aggregates and fragments packets.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc9347 | RFC 9347}
 *
 * @module
 */

import type { XfrmAttributes } from "../../messages/xfrm/attributes.ts";
import { duration, presence, uint16, uint32 } from "../mapping/conversions.ts";
import { type Mapping, mapping } from "../mapping/mapping.ts";

/** Settings of the mode `iptfs`. */
export interface XfrmIptfs {
  /** How long to wait for a missing packet, in seconds (`XFRMA_IPTFS_DROP_TIME`). */
  dropTime?: number;
  /** How many packets may be out of order (`XFRMA_IPTFS_REORDER_WINDOW`). */
  reorderWindow?: number;
  /** Whether packets are not fragmented (`XFRMA_IPTFS_DONT_FRAG`). */
  dontFragment?: boolean;
  /** How long to wait for more packets, in seconds (`XFRMA_IPTFS_INIT_DELAY`). */
  initialDelay?: number;
  /** Most bytes that wait (`XFRMA_IPTFS_MAX_QSIZE`). */
  queueSize?: number;
  /** Size of outer packets in bytes, 0 for the path MTU (`XFRMA_IPTFS_PKT_SIZE`). */
  packetSize?: number;
}

/** Names of the attributes of {@linkcode XfrmIptfs}. */
export const IPTFS_ATTRIBUTES = [
  "iptfsDropTime",
  "iptfsReorderWindow",
  "iptfsDontFragment",
  "iptfsInitialDelay",
  "iptfsQueueSize",
  "iptfsPacketSize",
] as const;

/** The attributes of {@linkcode XfrmIptfs}. */
export type IptfsAttributes = Pick<
  XfrmAttributes,
  typeof IPTFS_ATTRIBUTES[number]
>;

const microseconds = duration(1e6);

/** How {@linkcode XfrmIptfs} is stored. */
export const iptfs: Mapping<XfrmIptfs, IptfsAttributes> = mapping({
  dropTime: ["iptfsDropTime", microseconds],
  reorderWindow: ["iptfsReorderWindow", uint16],
  dontFragment: ["iptfsDontFragment", presence],
  initialDelay: ["iptfsInitialDelay", microseconds],
  queueSize: ["iptfsQueueSize", uint32],
  packetSize: ["iptfsPacketSize", uint32],
});
