/**
 * `ip link … type vxcan`: pairs of CAN links.
 *
 * @module
 */

import type { Kind } from "./kind.ts";
import { peerParser } from "./peer.ts";
import type { VxcanData } from "../../../../messages/link/kinds/vxcan.ts";

/** Virtual CAN pairs. */
export const kind: Kind<VxcanData> = {
  usage: "ip link <options> type vxcan",
  parse: peerParser("vxcan"),
};
