/**
 * What the kernel keys routes by.
 *
 * @module
 */

import { NLA_TYPE_MASK } from "../../messages/codec/writer.ts";
import { ipAddress, LITTLE_ENDIAN } from "../../messages/codec/mod.ts";
import { AF_INET, AF_INET6 } from "../../messages/families.ts";
import {
  RTA_DST,
  RTA_PRIORITY,
  RTA_SRC,
  RTA_TABLE,
} from "../../messages/route/constants.ts";
import type { RouteMessage } from "../../messages/route/route.ts";
import { type Item, KeptMessage } from "./kept_message.ts";

/**
 * What routes are found by first: the number of an IPv4 address, and the text
 * of other ones. Default routes have 0 and the empty text.
 */
export type Destination = number | string;

/** Size of `struct rtmsg`. */
const HEADER = 12;

/** What the kernel keys routes by. */
export class RouteKey {
  /** Address or labels of the destination. */
  destination: Destination = 0;
  /** Length of its prefix. */
  length = 0;
  /** Address family. */
  family = 0;
  /** The table. */
  table = 0;
  /** The metric (`RTA_PRIORITY`). */
  priority = 0;
  /** Type of service. */
  tos = 0;
  /** Address of the source that they are for; empty for none. */
  source = "";
  /** Length of its prefix. */
  sourceLength = 0;

  /**
   * Reads the key of a route.
   *
   * @param route The route.
   * @returns The key itself.
   */
  of(route: Item<RouteMessage>): this {
    if (!(route instanceof KeptMessage)) this.#ofMessage(route);
    else if (route.at < 0 || !this.#ofBytes(route.view, route.at, route.end)) {
      this.#ofMessage(route.message);
    }
    return this;
  }

  #ofMessage(route: RouteMessage): void {
    const { attributes } = route;
    this.length = route.destinationLength;
    this.family = route.family;
    this.table = attributes.table ?? route.table;
    this.priority = attributes.priority ?? 0;
    this.tos = route.tos;
    this.source = attributes.source ?? "";
    this.sourceLength = route.sourceLength;
    const ipv4 = route.family === AF_INET;
    if (route.destinationLength === 0) this.destination = ipv4 ? 0 : "";
    else {
      const text = attributes.destination ??
        attributes.destinationLabels?.join("/") ?? "";
      this.destination = ipv4 ? ipv4Number(text) ?? text : text;
    }
  }

  /** Whether the bytes can be read without decoding all of them. */
  #ofBytes(view: DataView, start: number, end: number): boolean {
    const family = view.getUint8(start);
    if (family !== AF_INET && family !== AF_INET6) return false;
    this.family = family;
    this.length = view.getUint8(start + 1);
    this.sourceLength = view.getUint8(start + 2);
    this.tos = view.getUint8(start + 3);
    this.table = view.getUint8(start + 4);
    this.priority = 0;
    this.source = "";
    this.destination = family === AF_INET ? 0 : "";
    for (let at = start + HEADER; end - at >= 4;) {
      const size = view.getUint16(at, LITTLE_ENDIAN);
      if (size < 4 || size > end - at) return false;
      switch (view.getUint16(at + 2, LITTLE_ENDIAN) & NLA_TYPE_MASK) {
        case RTA_DST:
          if (this.length === 0) break;
          if (family === AF_INET) {
            if (size !== 8) return false;
            this.destination = view.getInt32(at + 4);
          } else {
            if (size !== 20) return false;
            this.destination = ipAddress.decode(view, at + 4, at + size, {});
          }
          break;
        case RTA_SRC:
          this.source = ipAddress.decode(view, at + 4, at + size, {});
          break;
        case RTA_PRIORITY:
          this.priority = view.getUint32(at + 4, LITTLE_ENDIAN);
          break;
        case RTA_TABLE:
          this.table = view.getUint32(at + 4, LITTLE_ENDIAN);
      }
      at += (size + 3) & ~3;
    }
    return true;
  }

  /**
   * Whether another key is the same.
   *
   * @param other The other key.
   * @returns Whether it is.
   */
  equals(other: RouteKey): boolean {
    return this.destination === other.destination &&
      this.length === other.length && this.family === other.family &&
      this.table === other.table && this.priority === other.priority &&
      this.tos === other.tos && this.sourceLength === other.sourceLength &&
      this.source === other.source;
  }

  /** The key as text, but for the destination. */
  get text(): string {
    const { length, family, table, priority, tos, source } = this;
    return `${length} ${family} ${table} ${priority} ${tos} ` +
      `${source}/${this.sourceLength}`;
  }
}

const ZERO = 48;
const DOT = 46;

/**
 * The number of an IPv4 address, in the range of 32-bit integers with a sign:
 * V8 finds these fastest.
 *
 * @param text The address, written as messages have it.
 * @param end Where it ends in the text.
 * @returns The number; `undefined` for anything else.
 */
export function ipv4Number(
  text: string,
  end: number = text.length,
): number | undefined {
  let number = 0;
  let byte = -1;
  let dots = 0;
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === DOT) {
      if (byte < 0) return undefined;
      number = number << 8 | byte;
      byte = -1;
      dots++;
      continue;
    }
    const digit = code - ZERO;
    // 0 stands alone.
    if (digit < 0 || digit > 9 || byte === 0) return undefined;
    byte = byte < 0 ? digit : byte * 10 + digit;
    if (byte > 255) return undefined;
  }
  return dots === 3 && byte >= 0 ? number << 8 | byte : undefined;
}
