/**
 * `ip link … type vlan`.
 *
 * @module
 */

import type { Argument } from "../../../parse/form.ts";
import {
  VLAN_FLAG_BRIDGE_BINDING,
  VLAN_FLAG_GVRP,
  VLAN_FLAG_LOOSE_BINDING,
  VLAN_FLAG_MVRP,
  VLAN_FLAG_REORDER_HDR,
  type VlanData,
  vlanData,
  type VlanQosMapping,
} from "../../../../messages/link/kinds/vlan.ts";
import { invalidArgument } from "../../../parse/errors.ts";
import { takeStrictOnOff } from "../../../parse/choices.ts";
import type { Arguments } from "../../../parse/grammar.ts";
import { unsigned } from "../../../parse/numbers.ts";
import {
  etherType,
  flagList,
  switchedFlags,
  VLAN_PROTOCOL,
} from "./notations.ts";
import type { Kind } from "./kind.ts";
import { kindOfSettings } from "./settings.ts";
import type { Setting } from "./setting.ts";

const FLAGS = {
  REORDER_HDR: VLAN_FLAG_REORDER_HDR,
  GVRP: VLAN_FLAG_GVRP,
  MVRP: VLAN_FLAG_MVRP,
  LOOSE_BINDING: VLAN_FLAG_LOOSE_BINDING,
  BRIDGE_BINDING: VLAN_FLAG_BRIDGE_BINDING,
};

const QOS_MAP: Argument = {
  name: "QOS-MAP",
  means: { many: { name: "QOS-MAPPING", means: "FROM:TO" } },
};

/** VLANs. */
export const kind: Kind<VlanData> = kindOfSettings(vlanData, {
  protocol: {
    word: "protocol*",
    argument: { ...VLAN_PROTOCOL, name: "VLANPROTO" },
    read: etherType.read,
    absent: 0,
    print: (context, names, value, data) => {
      if (data.protocol !== undefined) {
        etherType.print(context, names, value, data);
      } else context.printer.named(names.json, "802.1q");
    },
  },
  id: "id* VLANID",
  flags: { json: "flags", ...flagList(FLAGS) },
  ingressQos: qosMap("ingress-qos-map", "ingressQos"),
  egressQos: qosMap("egress-qos-map", "egressQos"),
}, {
  needs: "id",
  problem: (name) => `${name} is invalid`,
  ...switchedFlags(
    Object.fromEntries(
      Object.entries(FLAGS).map(([name, bit]) => [
        `${name.toLowerCase()}*`,
        bit,
      ]),
    ),
    takeStrictOnOff,
  ),
});

function qosMap(
  name: string,
  property: "ingressQos" | "egressQos",
): Setting<VlanData, VlanQosMapping[]> {
  return {
    word: `${name}*`,
    json: name.replace("-map", "").replace("-", "_"),
    text: name,
    argument: QOS_MAP,
    take: (data, { args }) => {
      data[property] = takeMap(args, `invalid ${name}`);
    },
    print: ({ printer }, { json, text }, mappings) =>
      printer.array(
        json,
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
      ),
  };
}

function takeMap(args: Arguments, problem: string): VlanQosMapping[] {
  const mappings: VlanQosMapping[] = [];
  let arg = args.take();
  for (;;) {
    const colon = arg.indexOf(":");
    if (colon < 0) {
      args.back();
      return mappings;
    }
    const from = unsigned(arg.slice(0, colon), 32);
    const to = unsigned(arg.slice(colon + 1), 32);
    if (from === undefined || to === undefined) {
      throw invalidArgument(problem, arg.slice(0, colon));
    }
    mappings.push({ from, to });
    if (args.left === 0) return mappings;
    arg = args.take();
  }
}
