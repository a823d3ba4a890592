/**
 * `ip link … type veth`: pairs of links.
 *
 * @module
 */

import type { Kind } from "./kind.ts";
import { peerParser } from "./peer.ts";
import type { VethData } from "../../../../messages/link/kinds/veth.ts";

/** Virtual Ethernet pairs. */
export const kind: Kind<VethData> = {
  usage: "ip link <options> type veth",
  parse: peerParser("veth"),
};
