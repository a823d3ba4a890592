/**
 * `ip link … type bareudp`.
 *
 * @module
 */

import {
  type BareudpData,
  bareudpData,
} from "../../../../messages/link/kinds/bareudp.ts";
import { missingArgument } from "../../../parse/errors.ts";
import { etherType, flagOrNo } from "./notations.ts";
import { type Kind, unique } from "./kind.ts";
import { kindOfSettings } from "./settings.ts";

const HELP = `\
Usage: ... bareudp dstport PORT
		ethertype PROTO
		[ srcportmin PORT ]
		[ [no]multiproto ]

Where:	PORT  := UDP_PORT
	PROTO := ETHERTYPE

Note: ETHERTYPE can be given as number or as protocol name ("ipv4", "ipv6",
      "mpls_uc", etc.).
`;

/** Tunnels of bare packets in UDP. */
export const kind: Kind<BareudpData> = kindOfSettings(bareudpData, HELP, {
  port: "dstport*",
  ethertype: { word: "ethertype*", ...etherType },
  srcportMin: "srcportmin*",
  multiprotoMode: {
    word: "multiproto*",
    ...flagOrNo,
    absent: false,
  },
}, {
  once: true,
  problem: (name) => name,
  words: { "nomultiproto*": unique("multiprotoMode", () => {}) },
  finish({ port, ethertype }) {
    if (port === undefined) throw missingArgument("dstport");
    if (ethertype === undefined) throw missingArgument("ethertype");
  },
});
