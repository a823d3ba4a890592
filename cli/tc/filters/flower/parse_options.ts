/**
 * Options of tunnel protocols, as `tc filter … flower` takes them: numbers with
 * colons between, and behind a slash those of the mask.
 *
 * @module
 */

import { fromHex } from "../../../../messages/codec/text.ts";
import type { GeneveOption } from "../../../../messages/route/encap/tunnel_options.ts";
import type { FlowerTunnelOptions } from "../../../../messages/tc/filters/flower/tunnel_options.ts";
import { unsigned, unsigned64 } from "../../../parse/numbers.ts";

/** Options, and which of their bits count. */
export interface OptionPair {
  /** The options. */
  readonly value: FlowerTunnelOptions;
  /** Which bits count. */
  readonly mask: FlowerTunnelOptions;
}

/** A member between colons. */
interface Part {
  readonly name: string;
  readonly bits: 8 | 16 | 32 | 64;
  readonly base: 0 | 16;
}

/** Reads members; empty ones are left out. */
function readParts(
  text: string,
  parts: readonly Part[],
): Record<string, number | bigint> | undefined {
  const words = text.split(":");
  if (words.length > parts.length) return undefined;
  const value: Record<string, number | bigint> = {};
  for (const [i, word] of words.entries()) {
    if (word === "") continue;
    const { name, bits, base } = parts[i]!;
    const read = bits === 64
      ? unsigned64(word, base)
      : unsigned(word, bits, base);
    if (read === undefined) return undefined;
    value[name] = read;
  }
  return value;
}

/** Reads options of a fixed number of members. */
function reader(
  property: keyof FlowerTunnelOptions,
  parts: readonly Part[],
  maskOf: (text: string) => string | undefined,
): (word: string) => OptionPair | undefined {
  return (word) => {
    const [text, given] = word.split(/\/(.*)/s, 2) as [string, string?];
    const mask = given ?? maskOf(text);
    const pair = [text, mask].map((part) =>
      part === undefined ? undefined : readParts(part, parts)
    );
    const [value, bits] = pair;
    if (value === undefined || bits === undefined) return undefined;
    return { value: { [property]: value }, mask: { [property]: bits } };
  };
}

/** Options of VXLAN: the group policy. */
export const vxlanOptions: (word: string) => OptionPair | undefined = reader(
  "vxlan",
  [{ name: "groupPolicy", bits: 32, base: 0 }],
  () => "0xffffffff",
);

/** Options of ERSPAN: version, index, direction and hardware id. */
export const erspanOptions: (word: string) => OptionPair | undefined = reader(
  "erspan",
  [
    { name: "version", bits: 8, base: 0 },
    { name: "index", bits: 32, base: 0 },
    { name: "direction", bits: 8, base: 0 },
    { name: "hardwareId", bits: 8, base: 0 },
  ],
  (text) => {
    const colon = text.indexOf(":");
    return colon < 0
      ? undefined
      : `${text.slice(0, colon)}:0xffffffff:0xff:0xff`;
  },
);

/** Options of GTP: type of the PDU session container, and QoS flow. */
export const gtpOptions: (word: string) => OptionPair | undefined = reader(
  "gtp",
  [
    { name: "pduType", bits: 8, base: 16 },
    { name: "qosFlow", bits: 8, base: 16 },
  ],
  () => "ff:ff",
);

/** Options of PFCP: type and session. */
export const pfcpOptions: (word: string) => OptionPair | undefined = reader(
  "pfcp",
  [
    { name: "type", bits: 8, base: 16 },
    { name: "session", bits: 64, base: 16 },
  ],
  () => "ff:ffffffffffffffff",
);

/** One option of Geneve: class, type and bytes. */
function geneveOption(text: string): GeneveOption | undefined {
  const words = text.split(":");
  if (words.length > 3) return undefined;
  const [group = "", type = "", data = ""] = words;
  const option: GeneveOption = {};
  if (group !== "") {
    const value = unsigned(group, 16, 16);
    if (value === undefined) return undefined;
    option.class = value;
  }
  if (type !== "") {
    const value = unsigned(type, 8, 16);
    if (value === undefined) return undefined;
    option.type = value;
  }
  if (data !== "") {
    const digits = data.slice(0, data.length & ~1);
    if (!/^[0-9a-f]*$/i.test(digits)) return undefined;
    option.data = fromHex(digits);
  }
  return option;
}

/**
 * Options of Geneve, with commas between.
 *
 * @param word The argument.
 * @returns The options and their mask; `undefined` if they are wrong.
 */
export function geneveOptions(word: string): OptionPair | undefined {
  const [values, masks]: [GeneveOption[][], GeneveOption[][]] = [[], []];
  for (const text of word.split(",")) {
    const [key, given] = text.split(/\/(.*)/s, 2) as [string, string?];
    if (!/^[^:]+:[^:]+:[^:]+$/.test(key)) return undefined;
    const data = key.slice(key.lastIndexOf(":") + 1);
    const mask = given ?? `ffff:ff:${"f".repeat(data.length)}`;
    const [value, bits] = [geneveOption(key), geneveOption(mask)];
    if (value === undefined || bits === undefined) return undefined;
    values.push([value]);
    masks.push([bits]);
  }
  return { value: { geneve: values }, mask: { geneve: masks } };
}
