/**
 * `ip link … type hsr`.
 *
 * @module
 */

import { type HsrData, hsrData } from "../../../../messages/link/kinds/hsr.ts";
import { device } from "./notations.ts";
import type { Kind } from "./kind.ts";
import { kindOfSettings, type Setting } from "./settings.ts";

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
export const kind: Kind<HsrData> = kindOfSettings(hsrData, HELP, {
  slave1: port("slave1"),
  slave2: port("slave2"),
  seqNr: { json: "seq_nr", text: "sequence" },
  supervisionAddr: { json: "supervision_addr", text: "supervision" },
  multicastSpec: {
    word: "supervision*",
    problem: "ADDR-BYTE is invalid",
    print: null,
  },
  version: { word: "version*", print: null },
  protocol: { word: "proto*", problem: "protocol is invalid" },
}, {
  first: "supervision",
  problem: (name) => `${name} is invalid`,
  unknown: (name, word) => `${name}: what is "${word}"?\n`,
});

function port(name: "slave1" | "slave2"): Setting<HsrData, number> {
  return {
    word: `${name}*`,
    read: device.read,
    problem: "No such interface",
    absent: 0,
    print: (context, names, index, data) => {
      const { printer } = context;
      if (data[name] === undefined) {
        printer.value(name, null, `${name} <none> `);
      } else device.print(context, names, index, data);
    },
  };
}
