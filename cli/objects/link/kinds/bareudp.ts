/**
 * `ip link … type bareudp`.
 *
 * @module
 */

import { invalidArgument, missingArgument } from "../../../parse/errors.ts";
import { number } from "../../../parse/grammar.ts";
import {
  type Kind,
  kindParser,
  printNumbers,
  unique,
  unknownCommand,
} from "./kind.ts";
import type { BareudpData } from "../../../../messages/link/kinds/bareudp.ts";

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
export const kind: Kind<BareudpData> = {
  help: HELP,
  print({ printer, names }, data) {
    printNumbers(printer, data, { port: "dstport" });
    if (data.ethertype !== undefined) {
      printer.named(
        "ethertype",
        names.ethernetProtocols.nameOf(data.ethertype),
      );
    }
    printNumbers(printer, data, { srcportMin: "srcportmin" });
    const multiple = data.multiprotoMode === true;
    printer.value("multiproto", multiple, `${multiple ? "" : "no"}multiproto `);
  },
  parse: kindParser<BareudpData>({
    "dstport*": unique("port", number("port", 16, "dstport"), "dstport"),
    "ethertype*": unique("ethertype", (data, { words, context }) => {
      const word = words.take();
      const protocol = context.names.ethernetProtocolOf(word);
      if (protocol === undefined) throw invalidArgument("ethertype", word);
      data.ethertype = protocol;
    }, "ethertype"),
    "srcportmin*": unique(
      "srcportmin",
      number("srcportMin", 16, "srcportmin"),
      "srcportmin",
    ),
    "multiproto*": unique(
      "multiproto",
      (data) => void (data.multiprotoMode = true),
    ),
    "nomultiproto*": unique("multiproto", () => {}),
  }, {
    help: HELP,
    unknown: unknownCommand,
    finish({ port, ethertype }) {
      if (port === undefined) throw missingArgument("dstport");
      if (ethertype === undefined) throw missingArgument("ethertype");
    },
  }),
};
