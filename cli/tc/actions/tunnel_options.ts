/**
 * Options of tunnels, as the action `tunnel_key` has them.
 *
 * @module
 */

import type {
  TunnelKeyErspan,
  TunnelKeyOptions,
} from "../../../messages/tc/actions/tunnel_key.ts";
import type { GeneveOption } from "../../../messages/route/encap/tunnel_options.ts";
import { unsigned } from "../../parse/numbers.ts";
import { hexString } from "../../print/format.ts";
import type { Printer } from "../../print/printer.ts";
import { hexBytes } from "./hex_bytes.ts";

/** The parts between separators, as `strtok` finds them. */
function parts(word: string, separator: string): string[] {
  return word.split(separator).filter((part) => part !== "");
}

/**
 * Reads options of Geneve, such as `0102:80:00880022`.
 *
 * @param word The word; commas separate several.
 * @returns The options, or `undefined` if the argument is none.
 */
export function geneveOptions(word: string): TunnelKeyOptions | undefined {
  const geneve = parts(word, ",").map(geneveOption);
  return geneve.includes(undefined)
    ? undefined
    : { geneve: geneve.map((option) => [option!]) };
}

function geneveOption(word: string): GeneveOption | undefined {
  const [classText, typeText, dataText, ...more] = parts(word, ":");
  const option = {
    ...classText !== undefined && { class: unsigned(classText, 16, 16) },
    ...typeText !== undefined && { type: unsigned(typeText, 8, 16) },
    ...dataText !== undefined && { data: hexBytes(dataText) },
  };
  return more.length > 0 || Object.values(option).includes(undefined)
    ? undefined
    : option as GeneveOption;
}

/**
 * Reads options of VXLAN: the number of the group policy.
 *
 * @param word The argument.
 * @returns The options, or `undefined` if the argument is none.
 */
export function vxlanOptions(word: string): TunnelKeyOptions | undefined {
  const groupPolicy = unsigned(word, 32);
  return groupPolicy === undefined ? undefined : { vxlan: { groupPolicy } };
}

/**
 * Reads options of ERSPAN, such as `1:2:0:0`.
 *
 * @param word The argument.
 * @returns The options, or `undefined` if the argument is none.
 */
export function erspanOptions(word: string): TunnelKeyOptions | undefined {
  const [version, index, direction, hardware, ...more] = parts(word, ":");
  const erspan = {
    ...version !== undefined && { version: unsigned(version, 8) },
    ...index !== undefined && { index: unsigned(index, 32) },
    ...direction !== undefined && { direction: unsigned(direction, 8) },
    ...hardware !== undefined && { hardware: unsigned(hardware, 8) },
  };
  return more.length > 0 || Object.values(erspan).includes(undefined)
    ? undefined
    : { erspan: erspan as TunnelKeyErspan };
}

/**
 * Prints options of tunnels.
 *
 * @param printer Where to.
 * @param options The options.
 */
export function printTunnelOptions(
  printer: Printer,
  { geneve, vxlan, erspan }: TunnelKeyOptions,
): void {
  if (geneve !== undefined) {
    printOptions(
      printer,
      "geneve_opts",
      () => printGeneve(printer, geneve.flat()),
    );
  } else if (vxlan !== undefined) {
    const { groupPolicy = 0 } = vxlan;
    printOptions(printer, "vxlan_opts", () =>
      printer.object(
        null,
        () => printer.value("gbp", groupPolicy, `${groupPolicy}`),
      ));
  } else if (erspan !== undefined) {
    printOptions(printer, "erspan_opts", () => printErspan(printer, erspan));
  }
}

function printOptions(printer: Printer, name: string, body: () => void): void {
  printer.newline();
  printer.array(name, body, `\t${name} `);
}

function printGeneve(
  printer: Printer,
  options: readonly GeneveOption[],
): void {
  for (const [i, option] of options.entries()) {
    const { class: number = 0, type = 0, data = new Uint8Array() } = option;
    printer.object(null, () => {
      printer.field("class", number);
      printer.field("type", type);
      printer.array("data", () => {
        for (const byte of data) printer.field(null, byte);
      });
    });
    const digits = (value: number, count: number) =>
      value.toString(16).padStart(count, "0");
    const more = i < options.length - 1 ? "," : "";
    printer.text(
      `${digits(number, 4)}:${digits(type, 2)}:${hexString(data)}${more}`,
    );
  }
}

function printErspan(printer: Printer, erspan: TunnelKeyErspan): void {
  const { version = 0 } = erspan;
  const index = version === 1 ? erspan.index ?? 0 : 0;
  const direction = version === 1 ? 0 : erspan.direction ?? 0;
  const hardware = version === 1 ? 0 : erspan.hardware ?? 0;
  printer.object(null, () => {
    printer.value("ver", version, `${version}`);
    printer.value("index", index, `:${index}`);
    printer.value("dir", direction, `:${direction}`);
    printer.value("hwid", hardware, `:${hardware}`);
  });
}
