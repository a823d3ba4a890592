/**
 * `ip link … type veth`: pairs of links.
 *
 * @module
 */

import type { Kind } from "./kind.ts";
import { peerParser } from "./peer.ts";
import type { VethData } from "../../../../messages/link/kinds/veth.ts";

const HELP = `\
Usage: ip link <options> type veth [peer <options>]
To get <options> type 'ip link add help'
`;

/** Virtual Ethernet pairs. */
export const kind: Kind<VethData> = { help: HELP, parse: peerParser(HELP) };
