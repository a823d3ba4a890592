/**
 * `ip link … type vxcan`: pairs of CAN links.
 *
 * @module
 */

import type { Kind } from "./kind.ts";
import { peerParser } from "./peer.ts";
import type { VxcanData } from "../../../../messages/link/kinds/vxcan.ts";

const HELP = `\
Usage: ip link <options> type vxcan [peer <options>]
To get <options> type 'ip link add help'
`;

/** Virtual CAN pairs. */
export const kind: Kind<VxcanData> = { help: HELP, parse: peerParser(HELP) };
