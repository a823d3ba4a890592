/**
 * What filters of the kind `flower` compare of tunnels and connections, as
 * `tc filter` shows it.
 *
 * @module
 */

import { toHex } from "../../../../messages/codec/text.ts";
import type { FlowerData } from "../../../../messages/tc/filters/flower/flower.ts";
import type { FlowerTunnelOptions } from "../../../../messages/tc/filters/flower/tunnel_options.ts";
import type { Context } from "../../../runtime/context.ts";
import { CT_STATES, FRAGMENT_FLAGS, TUNNEL_FLAGS } from "./names.ts";
import {
  printBits,
  printMasked,
  printNumber,
  printPrefix,
  printText,
} from "./format_fields.ts";

function printEnd(
  context: Context,
  data: FlowerData,
  name: string,
  end: "Source" | "Destination",
): void {
  const mask4 = data[`tunnelIpv4${end}Mask`];
  if (mask4 !== undefined) {
    return printPrefix(context, name, 4, data[`tunnelIpv4${end}`], mask4);
  }
  const mask6 = data[`tunnelIpv6${end}Mask`];
  printPrefix(context, name, 6, data[`tunnelIpv6${end}`], mask6);
}

type Options = FlowerTunnelOptions;

/** Options of one protocol: as JSON, if it has them, and as text. */
interface OptionFormat {
  readonly name: string;
  readonly json?: (context: Context, options: Options) => void;
  readonly text: (options: Options) => string[];
}

const hex = (value: number, width: number) =>
  value.toString(16).padStart(width, "0");

const NONE = new Uint8Array();

/** Numbers as members of an object in an array. */
function members(
  values: (options: Options) => Readonly<Record<string, number | bigint>>,
): NonNullable<OptionFormat["json"]> {
  return ({ printer }, options) =>
    printer.object(null, () => {
      for (const [name, value] of Object.entries(values(options))) {
        printer.field(name, value);
      }
    });
}

/** Of ERSPAN, which members count depends on the version. */
function erspanOf({ erspan = {} }: Options) {
  const { version: ver = 0, index = 0, direction = 0, hardwareId = 0 } = erspan;
  return ver === 1
    ? { ver, index, dir: 0, hwid: 0 }
    : { ver, index: 0, dir: direction, hwid: hardwareId };
}

const FORMATS: {
  readonly [K in keyof Omit<Options, "unknown">]-?: OptionFormat;
} = {
  geneve: {
    name: "geneve",
    json: ({ printer }, { geneve = [] }) => {
      for (const { class: group = 0, type = 0, data = NONE } of geneve.flat()) {
        printer.object(null, () => {
          printer.field("class", group);
          printer.field("type", type);
          printer.array("data", () => {
            for (const byte of data) printer.field(null, byte);
          });
        });
      }
    },
    text: ({ geneve = [] }) =>
      geneve.flat().map(({ class: group = 0, type = 0, data = NONE }) =>
        `${hex(group, 4)}:${hex(type, 2)}:${toHex(data)}`
      ),
  },
  vxlan: {
    name: "vxlan",
    json: members(({ vxlan }) => ({ gbp: vxlan?.groupPolicy ?? 0 })),
    text: ({ vxlan }) => [String(vxlan?.groupPolicy ?? 0)],
  },
  erspan: {
    name: "erspan",
    json: members(erspanOf),
    text: (options) => [Object.values(erspanOf(options)).join(":")],
  },
  gtp: {
    name: "gtp",
    text: ({ gtp = {} }) => [
      `${hex(gtp.pduType ?? 0, 2)}:${hex(gtp.qosFlow ?? 0, 2)}`,
    ],
  },
  pfcp: {
    name: "pfcp",
    // The session is cut to 32 bits there.
    json: members(({ pfcp = {} }) => ({
      type: pfcp.type ?? 0,
      seid: BigInt.asUintN(32, pfcp.session ?? 0n),
    })),
    text: ({ pfcp = {} }) => [
      `${hex(pfcp.type ?? 0, 2)}:${(pfcp.session ?? 0n).toString(16)}`,
    ],
  },
};

function printOptions(
  context: Context,
  { tunnelOptions: value, tunnelOptionsMask: mask = {} }: FlowerData,
): void {
  if (value === undefined) return;
  const { printer } = context;
  const kind = (Object.keys(FORMATS) as (keyof typeof FORMATS)[]).find((kind) =>
    value[kind] !== undefined
  );
  if (kind === undefined) return;
  const { name, json, text } = FORMATS[kind];
  if (json !== undefined) {
    printer.array(`${name}_opt_key`, () => json(context, value));
    if (mask[kind] !== undefined) {
      printer.array(`${name}_opt_mask`, () => json(context, mask));
    }
  }
  const masks = text(mask);
  const pairs = text(value).map((part, i) => `${part}/${masks[i] ?? ""}`);
  printer.newline();
  printer.text(`  ${name}_opts ${pairs.join(",")}`);
}

function printConnection(context: Context, data: FlowerData): void {
  const { ctState, ctStateMask = 0xffff, ctLabels, ctLabelsMask } = data;
  if (ctState !== undefined) {
    const states = CT_STATES.filter(([, bit]) => (ctStateMask & bit) !== 0)
      .map(([name, bit]) => `${(ctState & bit) !== 0 ? "+" : "-"}${name}`);
    printText(context, "ct_state", states.join(""));
  }
  printMasked(context, "ct_zone", data.ctZone, data.ctZoneMask, 16);
  printMasked(context, "ct_mark", data.ctMark, data.ctMarkMask, 32);
  if (ctLabels !== undefined) {
    const isWhole = ctLabels.length === 16 &&
      (ctLabelsMask?.every((byte) => byte === 0xff) ?? true);
    const mask = isWhole
      ? ""
      : `/${ctLabelsMask === undefined ? "" : toHex(ctLabelsMask)}`;
    printText(context, "ct_label", `${toHex(ctLabels)}${mask}`);
  }
}

/**
 * Prints what is compared of tunnels and connections.
 *
 * @param data The options.
 */
export function printTunnel(context: Context, data: FlowerData): void {
  printEnd(context, data, "enc_dst_ip", "Destination");
  printEnd(context, data, "enc_src_ip", "Source");
  printNumber(context, "enc_key_id", data.tunnelId);
  const { tunnelDestinationPort, tunnelDestinationPortMask } = data;
  printMasked(
    context,
    "enc_dst_port",
    tunnelDestinationPort,
    tunnelDestinationPortMask,
    16,
  );
  printMasked(context, "enc_tos", data.tunnelTos, data.tunnelTosMask, 8);
  printMasked(context, "enc_ttl", data.tunnelTtl, data.tunnelTtlMask, 8);
  printOptions(context, data);
  printBits(context, "ip_flags", data.flags, data.flagsMask, FRAGMENT_FLAGS);
  printBits(
    context,
    "enc_flags",
    data.tunnelFlags,
    data.tunnelFlagsMask,
    TUNNEL_FLAGS,
  );
  printNumber(context, "l2_miss", data.layer2Miss);
  printConnection(context, data);
}
