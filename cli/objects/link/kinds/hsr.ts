/**
 * `ip link … type hsr`.
 *
 * @module
 */

import { device, number } from "../../../parse/grammar.ts";
import { type Kind, kindParser } from "./kind.ts";
import type { HsrData } from "../../../../messages/link/kinds/hsr.ts";

const HELP = `\
Usage:	ip link add name NAME type hsr slave1 SLAVE1-IF slave2 SLAVE2-IF
	[ supervision ADDR-BYTE ] [version VERSION] [proto PROTOCOL]

NAME
	name of new hsr device (e.g. hsr0)
SLAVE1-IF, SLAVE2-IF
	the two slave devices bound to the HSR device
ADDR-BYTE
	0-255; the last byte of the multicast address used for HSR supervision
	frames (default = 0)
VERSION
	0,1; the protocol version to be used. (default = 0)
PROTOCOL
	0 - HSR, 1 - PRP. (default = 0 - HSR)
`;

/** Redundant rings and networks. */
export const kind: Kind<HsrData> = {
  help: HELP,
  print(
    { printer, links },
    { slave1, slave2, seqNr, supervisionAddr, protocol },
  ) {
    const port = (key: string, index: number | undefined) => {
      if (index === undefined) printer.value(key, null, `${key} <none> `);
      else printer.named(key, links.nameOf(index));
    };
    port("slave1", slave1);
    port("slave2", slave2);
    if (seqNr !== undefined) {
      printer.value("seq_nr", seqNr, `sequence ${seqNr} `);
    }
    if (supervisionAddr !== undefined) {
      printer.value(
        "supervision_addr",
        supervisionAddr,
        `supervision ${supervisionAddr} `,
      );
    }
    if (protocol !== undefined) printer.named("proto", protocol);
  },
  parse: kindParser<HsrData>({
    "supervision*": number("multicastSpec", 8, "ADDR-BYTE is invalid"),
    "version*": number("version", 8, "version is invalid"),
    "proto*": number("protocol", 8, "protocol is invalid"),
    "slave1*": device("slave1", "No such interface"),
    "slave2*": device("slave2", "No such interface"),
  }, {
    help: HELP,
    unknown: (name, word) => `${name}: what is "${word}"?\n`,
  }),
};
