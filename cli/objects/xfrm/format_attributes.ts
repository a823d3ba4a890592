/**
 * Attributes of states and policies, as `ip xfrm` shows them.
 *
 * @module
 */

import { toHex } from "../../../messages/codec/text.ts";
import type { Context } from "../../runtime/context.ts";
import type { XfrmAttributes } from "../../../messages/xfrm/attributes.ts";
import {
  XFRM_OFFLOAD_INBOUND,
  XFRM_OFFLOAD_PACKET,
} from "../../../messages/xfrm/constants.ts";
import {
  XFRM_ENCAPSULATIONS,
  XFRM_SHARES,
  XFRM_STATE_DIRECTIONS,
} from "../../../messages/xfrm/names.ts";
import type { XfrmTemplate } from "../../../messages/xfrm/policy.ts";
import type { XfrmReplayEsn } from "../../../messages/xfrm/replay.ts";
import { formatIdentity } from "./format_selector.ts";
import {
  addressText,
  hex,
  lineEnd,
  nameOf,
  sharpHex,
  timeText,
} from "./text.ts";

/** How attributes are shown. */
export interface AttributesStyle {
  /** Family of addresses that have none themselves. */
  readonly family: number;
  /** What lines begin with. */
  readonly prefix: string;
  /** Whether keys are hidden. */
  readonly nokeys: boolean;
  /** Whether offload has a direction. */
  readonly direction: boolean;
}

/** A line of attributes, without its end; the prefix is not in front yet. */
type Format = (
  attributes: XfrmAttributes,
  style: AttributesStyle,
  context: Context,
) => string | undefined;

const WORD = 32;

/**
 * The attributes.
 *
 * @param attributes The attributes.
 * @param style How they are shown.
 * @returns The lines.
 */
export function formatAttributes(
  context: Context,
  attributes: XfrmAttributes,
  style: AttributesStyle,
): string {
  const end = lineEnd(context);
  const line = (format: Format, prefix = style.prefix) => {
    const text = format(attributes, style, context);
    return text === undefined ? "" : prefix + text + end;
  };
  let text = line(marks, "\t");
  for (const format of ALGORITHMS) text += line(format);
  text += line(encapsulation);
  for (const template of attributes.templates ?? []) {
    text += formatTemplate(context, template, style.prefix);
  }
  for (const format of COUNTERS) text += line(format);
  if (attributes.replayEsn !== undefined) {
    text += formatEsn(attributes.replayEsn, style.prefix, end);
  }
  for (const format of SETTINGS) text += line(format);
  return text + line(direction, "\t") + line(cpu, "\t");
}

const marks: Format = ({ mark, outputMark, outputMarkMask }) => {
  if (mark === undefined && outputMark === undefined) return undefined;
  const own = mark === undefined
    ? ""
    : `mark ${sharpHex(mark.value)}/${sharpHex(mark.mask)} `;
  if (outputMark === undefined) return own;
  const mask = outputMarkMask === undefined ? "" : `/${hex(outputMarkMask)}`;
  return `${own}output-mark ${hex(outputMark)}${mask}`;
};

/** A name and a key, and what comes behind it. */
function algorithm(
  title: string,
  get: (attributes: XfrmAttributes) =>
    | { name: string; keyLength: number; key: Uint8Array; rest?: number }
    | undefined,
): Format {
  return (attributes, { nokeys }, { options }) => {
    const found = get(attributes);
    if (found === undefined) return undefined;
    const { name, keyLength, key, rest } = found;
    const size = Math.floor(keyLength / 8);
    let text = `${title} ${name} `;
    if (key.length < size) text += "(ERROR truncated)";
    else if (nokeys) text += "<<Keys hidden>>";
    else if (size > 0) {
      text += `0x${toHex(new Uint8Array(key).subarray(0, size))}`;
      if (options.stats > 0) text += ` (${keyLength} bits)`;
    }
    return rest === undefined ? text : `${text} ${rest}`;
  };
}

const ALGORITHMS: readonly Format[] = [
  algorithm(
    "auth",
    ({ auth, authTruncated }) => authTruncated === undefined ? auth : undefined,
  ),
  algorithm(
    "auth-trunc",
    ({ authTruncated: found }) =>
      found && { ...found, rest: found.truncationLength },
  ),
  algorithm(
    "aead",
    ({ aead }) => aead && { ...aead, rest: aead.icvLength },
  ),
  algorithm("enc", ({ encryption }) => encryption),
  algorithm("comp", ({ compression }) => compression),
];

const encapsulation: Format = ({ encapsulation }, { family }, context) => {
  if (encapsulation === undefined) return undefined;
  const { type, sourcePort, destinationPort, originalAddress } = encapsulation;
  return `encap type ${nameOf(XFRM_ENCAPSULATIONS, type)} ` +
    `sport ${sourcePort} dport ${destinationPort} ` +
    `addr ${addressText(context, originalAddress, family)}`;
};

const COUNTERS: readonly Format[] = [
  ({ careOfAddress }, { family }, context) =>
    careOfAddress === undefined
      ? undefined
      : `coa ${addressText(context, careOfAddress, family)}`,
  ({ lastUsed }) =>
    lastUsed === undefined ? undefined : `lastused ${timeText(lastUsed)}`,
  ({ replay }) =>
    replay === undefined
      ? undefined
      : `anti-replay context: seq ${hex(replay.sequence)}, ` +
        `oseq ${hex(replay.outputSequence)}, bitmap ${hex(replay.bitmap, 8)}`,
];

/** Words of a bitmap in a line. */
const KEYWORDS = 8;

function formatEsn(replay: XfrmReplayEsn, prefix: string, end: string): string {
  const lines = [
    "anti-replay esn context:",
    ` seq-hi ${hex(replay.sequenceHigh)}, seq ${hex(replay.sequence)}, ` +
    `oseq-hi ${hex(replay.outputSequenceHigh)}, ` +
    `oseq ${hex(replay.outputSequence)}`,
    ` replay_window ${replay.replayWindow}, ` +
    `bitmap-length ${replay.bitmapLength}`,
  ];
  const words = replay.bitmap.slice(0, replay.bitmapLength).reverse();
  for (let at = 0; at < words.length; at += KEYWORDS) {
    const row = words.slice(at, at + KEYWORDS);
    lines.push(
      ` ${row.map((word) => `${hex(word, WORD / 4).slice(2)} `).join("")}`,
    );
  }
  return lines.map((line) => prefix + line + end).join("");
}

const SETTINGS: readonly Format[] = [
  ({ offload }, { direction }, context) => {
    if (offload === undefined) return undefined;
    const { index, flags } = offload;
    const way = (flags & XFRM_OFFLOAD_INBOUND) === 0 ? "out" : "in";
    return `crypto offload parameters: dev ${context.links.nameOf(index)} ` +
      (direction ? `dir ${way} ` : "") +
      `mode ${(flags & XFRM_OFFLOAD_PACKET) === 0 ? "crypto" : "packet"}`;
  },
  ({ interfaceId }) =>
    interfaceId === undefined ? undefined : `if_id ${sharpHex(interfaceId)}`,
  ({ padding }) => padding === undefined ? undefined : `tfcpad ${padding}`,
];

const direction: Format = ({ direction }) => {
  if (direction === undefined) return undefined;
  const name = nameOf(XFRM_STATE_DIRECTIONS, direction);
  return name in XFRM_STATE_DIRECTIONS
    ? `dir ${name}`
    : `dir other (${direction})`;
};

const cpu: Format = ({ cpu }) =>
  cpu === undefined ? undefined : `pcpu-num ${cpu}`;

function formatTemplate(
  context: Context,
  template: XfrmTemplate,
  prefix: string,
): string {
  const { options: { stats } } = context;
  const end = lineEnd(context);
  const { optional, share } = template;
  let text = `${prefix}tmpl ${
    formatIdentity(context, template, prefix, false)
  }`;
  if (stats > 0 || optional !== 0) {
    text += `${prefix}\t`;
    if (optional === 1) text += "level use ";
    else if (optional !== 0) text += `level ${optional} `;
    else text += "level required ";
    if (stats > 0) text += `share ${nameOf(XFRM_SHARES, share)} `;
    text += end;
  }
  if (stats > 0) text += `${prefix}\t${formatMasks(template)}${end}`;
  return text;
}

/** Which algorithms may be used. */
interface AlgorithmMasks {
  readonly authAlgorithms: number;
  readonly encryptionAlgorithms: number;
  readonly compressionAlgorithms: number;
}

/**
 * Which algorithms may be used.
 *
 * @param masks The masks.
 * @returns The text.
 */
export function formatMasks(
  { authAlgorithms, encryptionAlgorithms, compressionAlgorithms }:
    AlgorithmMasks,
): string {
  const mask = (value: number) => value.toString(16).padStart(8, "0");
  return `enc-mask ${mask(encryptionAlgorithms)} ` +
    `auth-mask ${mask(authAlgorithms)} comp-mask ${
      mask(compressionAlgorithms)
    }`;
}

const decoder = new TextDecoder();

/**
 * A security context.
 *
 * @param attributes The attributes, which may have one.
 * @returns Its line, if there is one.
 */
export function formatSecurityContext(
  context: Context,
  { securityContext }: XfrmAttributes,
): string {
  if (securityContext === undefined) return "";
  const text = decoder.decode(
    securityContext.context.subarray(0, securityContext.contextLength),
  ).replace(/\0.*$/s, "");
  return `\tsecurity context ${text} ${lineEnd(context)}`;
}
