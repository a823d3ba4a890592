/**
 * Gateways in another family than the route: `struct rtvia`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

import {
  type Codec,
  DecodeError,
  EncodeError,
  hardwareAddress,
  ipv4Address,
  ipv6Address,
  u16,
} from "../codec/mod.ts";
import { within } from "../codec/errors.ts";
import { AF_INET, AF_INET6 } from "../families.ts";

/** A gateway with its family (`struct rtvia`). */
export interface RouteVia {
  /** Address family (`rtvia_family`). */
  family: number;
  /**
   * IPv4 or IPv6 address; the bytes in hexadecimal, as a hardware address is
   * written, for other families (`rtvia_addr`).
   */
  address: string;
}

const samples: readonly RouteVia[] = [
  { family: 2, address: "192.0.2.1" },
  { family: 10, address: "2001:db8::1" },
  { family: 17, address: "02:00:00:00:00:01" },
  { family: 17, address: "" },
];

/** Codec of {@linkcode RouteVia}. */
export const routeVia: Codec<RouteVia> = {
  shape: { kind: "custom", name: "rtvia", samples },
  size: 2,
  decode: (view, start, end) => {
    const family = u16.decode(view, start, start + 2);
    const codec = addressOf(family);
    const length = end - start - 2;
    if (codec !== hardwareAddress && length !== codec.size) {
      throw new DecodeError(
        `Cannot decode a gateway of family ${family}: it has ${length} bytes`,
      );
    }
    return { family, address: codec.decode(view, start + 2, end) };
  },
  encode: (writer, value) => {
    if (typeof value !== "object" || value === null) {
      throw new EncodeError(value, "is not an object");
    }
    encodeMember("family", () => u16.encode(writer, value.family));
    encodeMember(
      "address",
      () => addressOf(value.family).encode(writer, value.address),
    );
  },
};

function addressOf(family: number): Codec<string> {
  if (family === AF_INET) return ipv4Address;
  return family === AF_INET6 ? ipv6Address : hardwareAddress;
}

function encodeMember(name: keyof RouteVia, encode: () => void): void {
  try {
    encode();
  } catch (error) {
    throw within(error, name);
  }
}
