/**
 * Options of Geneve, VXLAN and ERSPAN tunnels that routes lead into.
 *
 * @module
 */

import { fromHex } from "../../../../messages/codec/text.ts";
import type { IpEncap } from "../../../../messages/route/encap/ip.ts";
import {
  type ErspanTunnelOptions,
  erspanTunnelOptions,
  type GeneveOption,
  type TunnelOptions,
} from "../../../../messages/route/encap/tunnel_options.ts";
import { duplicateOrGarbage, invalidArgument } from "../../../parse/errors.ts";
import { type Grammar, takes } from "../../../parse/grammar.ts";
import { unsigned } from "../../../parse/numbers.ts";
import type { Printer } from "../../../print/printer.ts";
import type { Context } from "../../../runtime/context.ts";
import { shapesOf } from "../../link/kinds/settings.ts";

/** Prints what is wrong. */
type Report = (text: string) => void;

/** Reads an argument; `undefined` if it is wrong. */
type Read = (arg: string, report: Report) => TunnelOptions | undefined;

const UNKNOWN = 'Unknown "geneve_opts" type\n';

const READERS: Readonly<Record<string, Read>> = {
  geneve_opts: readGeneve,
  vxlan_opts: readVxlan,
  erspan_opts: readErspan,
};

/** The keywords of options, of which there may be one. */
export const OPTION_KEYWORDS: Grammar<Pick<IpEncap, "options">> = Object
  .fromEntries(
    Object.entries(READERS).map(([name, read]) => [
      name,
      takes("OPTS", (encap, { args, seen, context: { io } }) => {
        if (seen.has("opts")) throw duplicateOrGarbage("opts", name);
        seen.add("opts");
        const arg = args.take();
        const options = read(arg, (text) => io.err(text));
        if (options === undefined) {
          const shown = read === readVxlan ? arg : arg.split(/[,:]/)[0]!;
          throw invalidArgument(`"${name}" value is invalid\n`, shown);
        }
        encap.options = options;
      }),
    ]),
  );

/** Options of Geneve: `CLASS:TYPE:DATA`, several with commas. */
function readGeneve(arg: string, report: Report): TunnelOptions | undefined {
  const geneve: GeneveOption[][] = [];
  for (const part of arg.split(",")) {
    const option = geneveOption(part, report);
    if (option === undefined) return undefined;
    geneve.push([option]);
  }
  return { geneve };
}

function geneveOption(arg: string, report: Report): GeneveOption | undefined {
  const [optionClass = "", type = "", data = "", ...more] = arg.split(":");
  const option: GeneveOption = {};
  if (optionClass !== "") {
    const value = unsigned(optionClass, 16);
    if (value === undefined) return undefined;
    option.class = value;
  }
  if (type !== "") {
    const value = unsigned(type, 8);
    if (value === undefined) return undefined;
    option.type = value;
  }
  if (data !== "") {
    const digits = data.slice(0, data.length & ~1);
    if (!/^[0-9a-fA-F]*$/.test(digits)) return undefined;
    option.data = fromHex(digits);
  }
  if (more.length > 0) {
    report(UNKNOWN);
    return undefined;
  }
  return option;
}

/** The option of VXLAN: its group policy. */
function readVxlan(arg: string): TunnelOptions | undefined {
  const groupPolicy = unsigned(arg, 32);
  return groupPolicy === undefined ? undefined : { vxlan: { groupPolicy } };
}

/** Options of ERSPAN: `VERSION:INDEX:DIRECTION:HARDWARE`. */
function readErspan(arg: string, report: Report): TunnelOptions | undefined {
  const erspan: Record<string, number> = {};
  const members = [...shapesOf(erspanTunnelOptions)];
  for (const [at, text] of arg.split(":").entries()) {
    const [name, shape] = members[at] ?? [];
    if (name === undefined || shape?.kind !== "integer") {
      report(UNKNOWN);
      return undefined;
    }
    if (text === "") continue;
    const value = unsigned(text, shape.bits as 8 | 32);
    if (value === undefined) return undefined;
    erspan[name] = value;
  }
  return { erspan };
}

/**
 * Prints options.
 *
 * @param options The options.
 */
export function printTunnelOptions(
  { printer }: Context,
  _: unknown,
  { geneve, vxlan, erspan }: TunnelOptions,
): void {
  if (geneve !== undefined) printGeneve(printer, geneve[0] ?? []);
  else if (vxlan !== undefined) {
    const { groupPolicy = 0 } = vxlan;
    printOptions(printer, "vxlan_opts", () =>
      printer.object(
        null,
        () => printer.value("gbp", groupPolicy, `${groupPolicy} `),
      ));
  } else if (erspan !== undefined) printErspan(printer, erspan);
}

function printOptions(
  printer: Printer,
  name: string,
  print: () => void,
): void {
  printer.newline();
  printer.text(`\t${name} `);
  printer.array(name, print);
}

function printGeneve(printer: Printer, options: readonly GeneveOption[]): void {
  printOptions(printer, "geneve_opts", () => {
    for (const [at, option] of options.entries()) {
      const { class: optionClass = 0, type = 0, data } = option;
      const digits = Array.from(
        data ?? [],
        (byte) => byte.toString(16).padStart(2, "0"),
      ).join("");
      printer.object(null, () => {
        printer.value("class", optionClass, String(optionClass));
        printer.value("type", type, `:${type}`);
        const end = at < options.length - 1 ? "," : " ";
        printer.value("data", digits, `:${digits}${end}`);
      });
    }
  });
}

function printErspan(printer: Printer, options: ErspanTunnelOptions): void {
  const { version = 0, index = 0, direction = 0, hardwareId = 0 } = options;
  const [row, way, id] = version === 1
    ? [index, 0, 0]
    : [0, direction, hardwareId];
  printOptions(printer, "erspan_opts", () =>
    printer.object(null, () => {
      printer.value("ver", version, String(version));
      printer.value("index", row, `:${row}`);
      printer.value("dir", way, `:${way}`);
      printer.value("hwid", id, `:${id} `);
    }));
}
