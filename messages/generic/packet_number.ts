/**
 * Packet numbers of MACsec, whose width the cipher suite decides.
 *
 * @module
 */

import { type Codec, DecodeError, u32, u64 } from "../codec/mod.ts";

/**
 * A packet number: 32 bits as `number`, 64 bits (extended packet numbers) as
 * `bigint`. The kernel refuses the wrong width, so that the type of the value
 * decides it.
 */
export const packetNumber: Codec<number | bigint> = {
  shape: {
    kind: "custom",
    name: "packet number",
    samples: [0, 1, 0xffffffff, 0n, 1n, 0xffffffffffffffffn],
  },
  size: 4,
  decode: (view, start, end) => {
    if (end - start === 4) return u32.decode(view, start, end);
    if (end - start === 8) return u64.decode(view, start, end);
    throw new DecodeError(
      `Cannot decode packet number: it has ${end - start} bytes`,
    );
  },
  encode: (writer, value) => {
    if (typeof value === "bigint") u64.encode(writer, value);
    else u32.encode(writer, value);
  },
};
