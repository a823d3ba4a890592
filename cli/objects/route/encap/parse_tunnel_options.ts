/**
 * Options of Geneve, VXLAN and ERSPAN on the command line.
 *
 * @module
 */

import { fromHex } from "../../../../messages/codec/text.ts";
import { unsigned } from "../../../parse/numbers.ts";
import type {
  ErspanTunnelOptions,
  GeneveOption,
  TunnelOptions,
} from "../../../../messages/route/encap/tunnel_options.ts";

/** Prints what is wrong. */
type Report = (text: string) => void;

const UNKNOWN = 'Unknown "geneve_opts" type\n';

/**
 * Reads options of Geneve: `CLASS:TYPE:DATA`, several with commas.
 *
 * @param arg The argument.
 * @param report Prints what is wrong.
 * @returns The options, or `undefined` if the argument is wrong.
 */
export function readGeneve(
  arg: string,
  report: Report,
): TunnelOptions | undefined {
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

/**
 * Reads an option of VXLAN: its group policy.
 *
 * @param arg The argument.
 * @returns The option, or `undefined` if the argument is wrong.
 */
export function readVxlan(arg: string): TunnelOptions | undefined {
  const groupPolicy = unsigned(arg, 32);
  return groupPolicy === undefined ? undefined : { vxlan: { groupPolicy } };
}

/**
 * Reads options of ERSPAN: `VERSION:INDEX:DIRECTION:HARDWARE`.
 *
 * @param arg The argument.
 * @param report Prints what is wrong.
 * @returns The options, or `undefined` if the argument is wrong.
 */
export function readErspan(
  arg: string,
  report: Report,
): TunnelOptions | undefined {
  const erspan: ErspanTunnelOptions = {};
  const members = [
    ["version", 8],
    ["index", 32],
    ["direction", 8],
    ["hardwareId", 8],
  ] as const;
  for (const [at, text] of arg.split(":").entries()) {
    const member = members[at];
    if (member === undefined) {
      report(UNKNOWN);
      return undefined;
    }
    if (text === "") continue;
    const value = unsigned(text, member[1]);
    if (value === undefined) return undefined;
    erspan[member[0]] = value;
  }
  return { erspan };
}
