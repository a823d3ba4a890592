/**
 * Addresses of IP sockets: `struct sockaddr_in` and `struct sockaddr_in6`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/in.h | linux/in.h}
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/in6.h | linux/in6.h}
 *
 * @module
 */

import { ipv4Address, ipv6Address } from "./address.ts";
import type { Codec } from "./codec.ts";
import { DecodeError, EncodeError, within } from "./errors.ts";
import { be16, be32, u16, u32 } from "./scalars.ts";
import { bytesAt, remember, wireOf } from "./wire.ts";
import type { Writer } from "./writer.ts";

/** An address of an IP socket (`struct sockaddr_in`, `struct sockaddr_in6`). */
export interface SocketAddress {
  /** Address family, `AF_INET` or `AF_INET6` (`sin_family`, `sin6_family`). */
  family: number;
  /** Port (`sin_port`, `sin6_port`). */
  port: number;
  /** IPv4 or IPv6 address (`sin_addr`, `sin6_addr`). */
  address: string;
  /** Traffic class and flow label of IPv6; 0 is left out (`sin6_flowinfo`). */
  flowInfo?: number;
  /**
   * Index of the link that a link-local IPv6 address belongs to; 0 is left out
   * (`sin6_scope_id`).
   */
  scopeId?: number;
}

const AF_INET = 2;
const AF_INET6 = 10;
/** Bytes of `struct sockaddr_in`, the last eight of which are padding. */
const SIZE_4 = 16;
const PADDING_4 = 8;
/** Bytes of `struct sockaddr_in6`. */
const SIZE_6 = 28;

const samples: readonly SocketAddress[] = [
  { family: AF_INET, port: 51820, address: "192.0.2.1" },
  { family: AF_INET6, port: 53, address: "2001:db8::1" },
  { family: AF_INET6, port: 53, address: "fe80::1", flowInfo: 1, scopeId: 7 },
];

/** Codec of {@linkcode SocketAddress}. */
export const socketAddress: Codec<SocketAddress> = {
  shape: { kind: "custom", name: "sockaddr", samples, alignment: 4 },
  size: SIZE_4,
  decode: (view, start, end) => {
    const family = u16.decode(view, start, start + 2);
    const length = end - start;
    const expected = family === AF_INET
      ? SIZE_4
      : family === AF_INET6
      ? SIZE_6
      : -1;
    if (length !== expected) {
      throw new DecodeError(
        `Cannot decode a socket address of family ${family}: it has ${length} bytes`,
      );
    }
    const port = be16.decode(view, start + 2, start + 4);
    if (family === AF_INET) {
      const at = end - PADDING_4;
      const address = ipv4Address.decode(view, start + 4, at);
      const value: SocketAddress = { family, port, address };
      const tail = bytesAt(view, at, end);
      if (tail !== undefined) remember(value, { tail });
      return value;
    }
    const value: SocketAddress = {
      family,
      port,
      address: ipv6Address.decode(view, start + 8, start + 24),
    };
    const flowInfo = be32.decode(view, start + 4, start + 8);
    if (flowInfo !== 0) value.flowInfo = flowInfo;
    const scopeId = u32.decode(view, start + 24, end);
    if (scopeId !== 0) value.scopeId = scopeId;
    return value;
  },
  encode: (writer, value) => {
    if (typeof value !== "object" || value === null) {
      throw new EncodeError(value, "is not an object");
    }
    const { family, flowInfo = 0, scopeId = 0 } = value;
    if (family !== AF_INET && family !== AF_INET6) {
      throw within(
        new EncodeError(family, "is neither AF_INET nor AF_INET6"),
        "family",
      );
    }
    u16.encode(writer, family);
    member(writer, "port", be16, value.port);
    if (family === AF_INET) {
      member(writer, "address", ipv4Address, value.address);
      const tail = wireOf(value)?.tail;
      if (tail === undefined) writer.reserve(PADDING_4);
      else writer.bytes(tail);
    } else {
      member(writer, "flowInfo", be32, flowInfo);
      member(writer, "address", ipv6Address, value.address);
      member(writer, "scopeId", u32, scopeId);
    }
  },
};

function member<N extends keyof SocketAddress>(
  writer: Writer,
  name: N,
  codec: Codec<Exclude<SocketAddress[N], undefined>>,
  value: Exclude<SocketAddress[N], undefined>,
): void {
  try {
    codec.encode(writer, value);
  } catch (error) {
    throw within(error, name);
  }
}
