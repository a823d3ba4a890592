/**
 * `ip link … type hsr`.
 *
 * @module
 */

import { type HsrData, hsrData } from "../../../../messages/link/kinds/hsr.ts";
import { device } from "./notations.ts";
import type { Kind } from "./kind.ts";
import { kindOfSettings } from "./settings.ts";
import type { Setting } from "./setting.ts";

/** Redundant rings and networks. */
export const kind: Kind<HsrData> = kindOfSettings(hsrData, {
  slave1: port("slave1"),
  slave2: port("slave2"),
  interlink: {
    word: "interlink INTERLINK-IF:device",
    ...device,
    problem: "No such interface",
    // The text is in color, too.
    print: ({ links, printer }, { json }, index) => {
      const name = links.nameOf(index);
      printer.colored("ifname", json, name, `interlink ${name} `);
    },
  },
  seqNr: { json: "seq_nr", text: "sequence" },
  supervisionAddr: { json: "supervision_addr", text: "supervision" },
  multicastSpec: {
    word: "supervision* ADDR-BYTE",
    problem: "ADDR-BYTE is invalid",
    print: null,
  },
  protocol: { word: "proto* PROTOCOL", problem: "protocol is invalid" },
  version: "version*",
}, {
  usage: "ip link add name NAME type hsr",
  first: "supervision",
  problem: (name) => `${name} is invalid`,
  unknown: (name, word) => `${name}: what is "${word}"?\n`,
});

function port(name: "slave1" | "slave2"): Setting<HsrData, number> {
  return {
    word: `${name}*`,
    argument: `${name.toUpperCase()}-IF:device`,
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
