/**
 * Selectors, identities and lifetimes, as `ip xfrm` shows them.
 *
 * @module
 */

import {
  IPPROTO_GRE,
  IPPROTO_ICMP,
  IPPROTO_ICMPV6,
  IPPROTO_MH,
} from "../../../messages/ip_protocols.ts";
import { ipProtocolName } from "../../names/ip_protocols.ts";
import type { Context } from "../../runtime/context.ts";
import { AF_UNSPEC } from "../../../messages/families.ts";
import { XFRM_INF } from "../../../messages/xfrm/constants.ts";
import { XFRM_MODES } from "../../../messages/xfrm/names.ts";
import type {
  XfrmId,
  XfrmLifetime,
  XfrmSelector,
  XfrmUsage,
} from "../../../messages/xfrm/selector.ts";
import {
  addressText,
  hex,
  lineEnd,
  nameOf,
  protocolText,
  timeText,
} from "./text.ts";

/**
 * A protocol above IP.
 *
 * @param protocol The protocol.
 * @returns Its name, or its number.
 */
export function ipProtocolText(context: Context, protocol: number): string {
  return ipProtocolName(protocol, context.io) ?? String(protocol);
}

/**
 * A selector.
 *
 * @param selector The selector.
 * @param family Its family, if it has none itself.
 * @returns The text, with its line end.
 */
export function formatSelector(
  context: Context,
  selector: XfrmSelector,
  family: number,
): string {
  const own = selector.family || family || context.family;
  const { source, sourceLength, destination, destinationLength } = selector;
  let text = `src ${addressText(context, source, own)}/${sourceLength} ` +
    `dst ${addressText(context, destination, own)}/${destinationLength} `;
  if (selector.protocol !== 0) {
    text += `proto ${ipProtocolText(context, selector.protocol)} `;
  }
  text += formatPorts(context, selector);
  if (selector.index > 0) {
    text += `dev ${context.links.nameOf(selector.index)} `;
  }
  if (context.options.stats > 0) text += `uid ${selector.user}`;
  return text + lineEnd(context);
}

function formatPorts({ options }: Context, selector: XfrmSelector): string {
  const { sourcePort, destinationPort, protocol } = selector;
  const hasSource = selector.sourcePortMask !== 0;
  const hasDestination = selector.destinationPortMask !== 0;
  switch (protocol) {
    case IPPROTO_ICMP:
    case IPPROTO_ICMPV6:
      return (hasSource ? `type ${sourcePort} ` : "") +
        (hasDestination ? `code ${destinationPort} ` : "");
    case IPPROTO_GRE:
      return hasSource || hasDestination
        ? `key ${sourcePort * 0x10000 + destinationPort} `
        : "";
    case IPPROTO_MH:
      return (hasSource ? `type ${sourcePort} ` : "") +
        (hasDestination && options.stats > 0
          ? `(dport) ${hex(swapped(destinationPort), 4)} `
          : "");
    default:
      return (hasSource ? `sport ${sourcePort} ` : "") +
        (hasDestination ? `dport ${destinationPort} ` : "");
  }
}

/** Two bytes the other way round: `ip` shows them as they lie in memory. */
function swapped(port: number): number {
  return (port & 0xff) << 8 | port >> 8;
}

/** What names a state, or the one that a template needs. */
export interface Identity {
  /** Source address. */
  readonly source: string;
  /** All else. */
  readonly id: XfrmId;
  /** `XFRM_MODE_*`. */
  readonly mode: number;
  /** Number of the templates. */
  readonly requestId: number;
  /** Address family. */
  readonly family: number;
}

/** Modes that have a name in `ip`. */
const { iptfs: _, ...MODES } = XFRM_MODES;

/**
 * What names a state.
 *
 * @param identity What names it.
 * @param prefix What the second line begins with.
 * @param isShown Whether an index of 0 is shown.
 * @returns Two lines.
 */
export function formatIdentity(
  context: Context,
  { source, id, mode, requestId, family }: Identity,
  prefix: string,
  isShown: boolean,
): string {
  const { options: { stats } } = context;
  const end = lineEnd(context);
  let text = `src ${addressText(context, source, family)} ` +
    `dst ${addressText(context, id.destination, family)}${end}` +
    `${prefix}\tproto ${protocolText(id.protocol)} `;
  if (stats > 0 || isShown || id.spi !== 0) text += formatSpi(context, id.spi);
  text += `reqid ${requestId}`;
  if (stats > 0) text += `(${hex(requestId, 8)})`;
  return `${text} mode ${nameOf(MODES, mode)}${end}`;
}

/**
 * A security parameter index.
 *
 * @param spi The index.
 * @returns The text, with a space behind it.
 */
export function formatSpi({ options }: Context, spi: number): string {
  return `spi ${hex(spi, 8)}${options.stats > 0 ? `(${spi})` : ""} `;
}

function limit(value: bigint): string {
  return value === XFRM_INF ? "(INF)" : String(value);
}

/**
 * A lifetime, and how much of it is over.
 *
 * @param lifetime The lifetime.
 * @param usage What is over.
 * @param prefix What the lines begin with.
 * @returns The lines.
 */
export function formatLifetime(
  context: Context,
  lifetime: XfrmLifetime,
  usage: XfrmUsage,
  prefix: string,
): string {
  const end = lineEnd(context);
  return [
    "lifetime config:",
    `  limit: soft ${limit(lifetime.softByteLimit)}(bytes), ` +
    `hard ${limit(lifetime.hardByteLimit)}(bytes)`,
    `  limit: soft ${limit(lifetime.softPacketLimit)}(packets), ` +
    `hard ${limit(lifetime.hardPacketLimit)}(packets)`,
    `  expire add: soft ${lifetime.softAddExpires}(sec), ` +
    `hard ${lifetime.hardAddExpires}(sec)`,
    `  expire use: soft ${lifetime.softUseExpires}(sec), ` +
    `hard ${lifetime.hardUseExpires}(sec)`,
    "lifetime current:",
    `  ${usage.bytes}(bytes), ${usage.packets}(packets)`,
    `  add ${timeText(usage.addTime)} use ${timeText(usage.useTime)}`,
  ].map((line) => prefix + line + end).join("");
}

/**
 * Whether a selector has nothing in it.
 *
 * @param selector The selector.
 * @returns Whether all of its bytes are zero.
 */
export function isZero(
  { destination, source, ...rest }: XfrmSelector,
): boolean {
  return isAny(destination) && isAny(source) &&
    Object.values(rest).every((value) => value === 0);
}

function isAny(address: string): boolean {
  return address === "::" || address === "0.0.0.0";
}

/**
 * The family of a selector, or another one if it has none.
 *
 * @param selectors The selectors, the first of which comes first.
 * @param otherwise The family if none has one.
 * @returns The family.
 */
export function familyOf(
  selectors: readonly XfrmSelector[],
  otherwise: number,
): number {
  return selectors.find(({ family }) => family !== AF_UNSPEC)?.family ??
    otherwise;
}
