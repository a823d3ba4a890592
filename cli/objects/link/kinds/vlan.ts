/**
 * `ip link … type vlan`.
 *
 * @module
 */

import type { Context } from "../../../runtime/context.ts";
import { invalidArgument } from "../../../parse/errors.ts";
import {
  type Grammar,
  number,
  takeStrictOnOff,
  type Word,
  type Words,
} from "../../../parse/grammar.ts";
import { unsigned } from "../../../parse/numbers.ts";
import { printFlags } from "../flags.ts";
import { type Kind, kindParser, unknownCommand } from "./kind.ts";
import {
  VLAN_FLAG_BRIDGE_BINDING,
  VLAN_FLAG_GVRP,
  VLAN_FLAG_LOOSE_BINDING,
  VLAN_FLAG_MVRP,
  VLAN_FLAG_REORDER_HDR,
  type VlanData,
  type VlanQosMapping,
} from "../../../../messages/link/kinds/vlan.ts";

const FLAGS: readonly (readonly [number, string])[] = [
  [VLAN_FLAG_REORDER_HDR, "REORDER_HDR"],
  [VLAN_FLAG_GVRP, "GVRP"],
  [VLAN_FLAG_MVRP, "MVRP"],
  [VLAN_FLAG_LOOSE_BINDING, "LOOSE_BINDING"],
  [VLAN_FLAG_BRIDGE_BINDING, "BRIDGE_BINDING"],
];

const HELP = `\
Usage: ... vlan id VLANID
		[ protocol VLANPROTO ]
		[ reorder_hdr { on | off } ]
		[ gvrp { on | off } ]
		[ mvrp { on | off } ]
		[ loose_binding { on | off } ]
		[ bridge_binding { on | off } ]
		[ ingress-qos-map QOS-MAP ]
		[ egress-qos-map QOS-MAP ]

VLANID := 0-4095
VLANPROTO: [ 802.1Q | 802.1ad ]
QOS-MAP := [ QOS-MAP ] QOS-MAPPING
QOS-MAPPING := FROM:TO
`;

const grammar: Grammar<VlanData> = {
  "protocol*": (data, { words, context }) => {
    const word = words.take();
    const protocol = context.names.ethernetProtocolOf(word);
    if (protocol === undefined) {
      throw invalidArgument("protocol is invalid", word);
    }
    data.protocol = protocol;
  },
  "id*": number("id", 16, "id is invalid"),
  "reorder_hdr*": flag("reorder_hdr", VLAN_FLAG_REORDER_HDR),
  "gvrp*": flag("gvrp", VLAN_FLAG_GVRP),
  "mvrp*": flag("mvrp", VLAN_FLAG_MVRP),
  "loose_binding*": flag("loose_binding", VLAN_FLAG_LOOSE_BINDING),
  "bridge_binding*": flag("bridge_binding", VLAN_FLAG_BRIDGE_BINDING),
  "ingress-qos-map*": (data, { words }) => {
    data.ingressQos = takeMap(words, "invalid ingress-qos-map");
  },
  "egress-qos-map*": (data, { words }) => {
    data.egressQos = takeMap(words, "invalid egress-qos-map");
  },
};

/** VLANs. */
export const kind: Kind<VlanData> = {
  help: HELP,
  print,
  parse: kindParser(grammar, {
    help: HELP,
    unknown: unknownCommand,
    finish(data) {
      const { flags } = data;
      delete data.flags;
      if (flags !== undefined) data.flags = flags;
    },
  }),
};

function print(context: Context, data: VlanData): void {
  const { printer, names } = context;
  const { id, protocol, flags, ingressQos, egressQos } = data;
  if (id === undefined) return;
  printer.named(
    "protocol",
    protocol === undefined
      ? "802.1q"
      : names.ethernetProtocols.nameOf(protocol),
  );
  printer.named("id", id);
  if (flags !== undefined) {
    printer.array(
      "flags",
      () => printFlags(printer, flags.flags, FLAGS),
      "<",
      "> ",
    );
  }
  printMap(context, "ingress_qos", "ingress-qos-map", ingressQos);
  printMap(context, "egress_qos", "egress-qos-map", egressQos);
}

function printMap(
  { printer }: Context,
  key: string,
  text: string,
  mappings: readonly VlanQosMapping[] | undefined,
): void {
  if (mappings === undefined) return;
  printer.array(
    key,
    () => {
      for (const { from, to } of mappings) {
        printer.object(null, () => {
          printer.field("from", from);
          printer.field("to", to);
        });
        printer.text(`${from}:${to} `);
      }
    },
    `${printer.line}      ${text} { `,
    "} ",
  );
}

function flag(name: string, bit: number): Word<VlanData> {
  return (data, { words }) => {
    const { flags, mask } = data.flags ?? { flags: 0, mask: 0 };
    const on = takeStrictOnOff(words, name);
    data.flags = { flags: on ? flags | bit : flags & ~bit, mask: mask | bit };
  };
}

function takeMap(words: Words, problem: string): VlanQosMapping[] {
  const mappings: VlanQosMapping[] = [];
  let word = words.take();
  for (;;) {
    const colon = word.indexOf(":");
    if (colon < 0) {
      words.back();
      return mappings;
    }
    const from = unsigned(word.slice(0, colon), 32);
    const to = unsigned(word.slice(colon + 1), 32);
    if (from === undefined || to === undefined) {
      throw invalidArgument(problem, word.slice(0, colon));
    }
    mappings.push({ from, to });
    if (words.left === 0) return mappings;
    word = words.take();
  }
}
