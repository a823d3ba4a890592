/**
 * Addresses of IPsec: always 16 bytes, of which IPv4 uses the first four.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/xfrm.h | linux/xfrm.h}
 *
 * @module
 */

import {
  type Codec,
  DecodeError,
  ipAddress,
  ipv4Address,
  ipv6Address,
  LITTLE_ENDIAN,
} from "../codec/mod.ts";
import { once } from "../codec/once.ts";
import { AF_INET } from "../families.ts";

const SIZE = 16;

/** A codec that shows what it is made of. */
type Shaped = Pick<Codec<unknown>, "shape">;

/** Addresses that no family changes: bytes behind the fourth are not zero. */
const samples = ["2001:db8::1", "fe80::1:2:3:4", "1:2:3:4:5:6:7:8"];

/**
 * An address (`xfrm_address_t`). What has bytes behind the fourth is written as
 * an IPv6 address, whatever its family is, so that none of them is lost.
 */
function address(isIpv4: (view: DataView, at: number) => boolean) {
  return {
    shape: { kind: "custom", name: "xfrm_address_t", samples, alignment: 4 },
    size: SIZE,
    decode: (view, start, end) => {
      if (end - start !== SIZE) {
        throw new DecodeError(
          `Cannot decode xfrm_address_t: it has ${end - start} bytes`,
        );
      }
      return isIpv4(view, start) && isShort(view, start)
        ? ipv4Address.decode(view, start, start + ipv4Address.size)
        : ipv6Address.decode(view, start, end);
    },
    encode: (writer, value) => {
      const start = writer.length;
      ipAddress.encode(writer, value);
      writer.reserve(start + SIZE - writer.length);
    },
  } satisfies Codec<string>;
}

/** Whether all bytes behind the fourth are zero. */
function isShort(view: DataView, at: number): boolean {
  return view.getUint32(at + 4) === 0 && view.getUint32(at + 8) === 0 &&
    view.getUint32(at + 12) === 0;
}

/**
 * An address that stands where no family is given: it is read as one of IPv4 if
 * its bytes behind the fourth are zero.
 */
export const anyXfrmAddress: Codec<string> = address(() => true);

/**
 * An address in a struct that has its family, too.
 *
 * @param struct The struct.
 * @param member Path of the address in the struct, such as `id.destination`.
 * @param family Path of its family in the struct.
 * @returns The codec.
 */
export function xfrmAddressIn(
  struct: () => Shaped,
  member: string,
  family = "family",
): Codec<string> {
  const distance = once(() =>
    offsetOf(struct(), family) - offsetOf(struct(), member)
  );
  return address((view, start) => {
    const at = start + distance();
    // A struct that ends before does not have the family.
    return at + 2 <= view.byteLength &&
      view.getUint16(at, LITTLE_ENDIAN) === AF_INET;
  });
}

/** Where a member of a struct is. */
function offsetOf({ shape }: Shaped, path: string): number {
  const [name, ...rest] = path.split(".");
  const member = shape.kind === "struct"
    ? shape.members.find((member) => member.name === name)
    : undefined;
  if (member === undefined) {
    throw new TypeError(`Cannot find ${path}: the struct has no such member`);
  }
  return rest.length === 0
    ? member.offset
    : member.offset + offsetOf(member.codec, rest.join("."));
}
