/**
 * Words of packets that filters of the kind `u32` compare, and fields of headers
 * that are such words.
 *
 * @module
 */

import {
  ipv4Address,
  ipv6Address,
  Writer,
} from "../../../messages/codec/mod.ts";
import type { U32Key } from "../../../messages/tc/filters/u32_key.ts";
import { parsePrefix } from "../../mapping/address_conversions.ts";
import {
  boolean,
  int32,
  type integer,
  uint16,
  uint32,
  uint8,
} from "../../mapping/conversions.ts";
import { checkObject, type FieldPath } from "../../mapping/field_path.ts";
import { type IpProtocol, ipProtocol } from "../../mapping/ip_protocol.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";
import { type Masked, maskedToKernel } from "./masked.ts";

/** A word of 32 bits that packets have to have. */
export interface U32Word {
  /** What it has to be, as if the packet's bytes were a number. */
  value: number;
  /** Which bits count; all by default. */
  mask?: number;
  /** Where it is, in bytes from the header of IP on; 0 by default. */
  offset?: number;
  /** Whether the offset counts from the header above IP on. */
  nextHeader?: boolean;
}

/** Fields of IP, and of the header above an IP header without options. */
export interface U32Ip {
  /** Source, in CIDR notation. */
  source?: string;
  /** Destination, in CIDR notation. */
  destination?: string;
  /** Protocol above IP. */
  ipProtocol?: IpProtocol;
  /** Type of service, or traffic class. */
  tos?: Masked;
  /** Source port. */
  sourcePort?: Masked;
  /** Destination port. */
  destinationPort?: Masked;
}

/** How {@linkcode U32Word} is stored. */
export const u32Word: Mapping<U32Word, U32Key> = mapping({
  value: uint32,
  mask: uint32,
  offset: int32,
  nextHeader: {
    from: ["offsetMask"],
    read: ({ offsetMask }) => offsetMask === 0 ? undefined : true,
    write: (data, value, fieldPath) => {
      data.offsetMask = -boolean.toKernel(value, fieldPath)!;
    },
  },
}, () => ({ mask: 0xffffffff, value: 0, offset: 0, offsetMask: 0 }));

/** Where a field is in a header, and how wide it is. */
interface Position {
  readonly offset: number;
  readonly bits: 8 | 16;
  readonly shift?: number;
  readonly conversion: ReturnType<typeof integer>;
}

const port = (offset: number): Position => ({
  offset,
  bits: 16,
  conversion: uint16,
});

const byte = (offset: number, shift = 0): Position => ({
  offset,
  bits: 8,
  shift,
  conversion: uint8,
});

const protocol = (offset: number): Position => ({
  offset,
  bits: 8,
  conversion: ipProtocol as ReturnType<typeof integer>,
});

type Numbers = Exclude<keyof U32Ip, "source" | "destination">;

const POSITIONS: Readonly<Record<4 | 6, Readonly<Record<Numbers, Position>>>> =
  {
    4: {
      ipProtocol: protocol(9),
      tos: byte(1),
      sourcePort: port(20),
      destinationPort: port(22),
    },
    6: {
      ipProtocol: protocol(6),
      // The traffic class begins four bits after the beginning of the header.
      tos: byte(0, 4),
      sourcePort: port(40),
      destinationPort: port(42),
    },
  };

const ADDRESSES: Readonly<
  Record<4 | 6, Readonly<Record<"source" | "destination", number>>>
> = {
  4: { source: 12, destination: 16 },
  6: { source: 8, destination: 24 },
};

/**
 * The keys for fields of a header.
 *
 * @param version Version of IP.
 * @param packet The fields.
 * @param fieldPath Where they stand.
 * @returns The keys, one for each word of the packet.
 * @throws {TypeError} If a field is of the wrong sort, or unknown.
 * @throws {RangeError} If a value is too small or too large.
 */
export function u32IpFields(
  version: 4 | 6,
  packet: U32Ip,
  fieldPath: FieldPath,
): U32Key[] {
  checkObject(packet, fieldPath);
  const keys = new Map<number, U32Key>();
  const add = (offset: number, value: number, mask: number) => {
    const at = offset & ~3;
    const key = keys.get(at);
    if (key === undefined) {
      keys.set(at, { mask, value, offset: at, offsetMask: 0 });
    } else {
      key.mask = (key.mask | mask) >>> 0;
      key.value = (key.value | value) >>> 0;
    }
  };
  for (const [name, given] of Object.entries(packet)) {
    if (given === undefined) continue;
    const path = fieldPath.at(name);
    if (name === "source" || name === "destination") {
      addPrefix(version, ADDRESSES[version][name], given, path, add);
      continue;
    }
    if (!Object.hasOwn(POSITIONS[version], name)) {
      throw fieldPath.noProperty(name, given, Object.keys(POSITIONS[version]));
    }
    const position = POSITIONS[version][name as Numbers];
    const { value, mask } = maskedToKernel(
      given,
      position.conversion,
      2 ** position.bits - 1,
      path,
    );
    const { offset, bits, shift = 0 } = position;
    const left = 32 - bits - shift - (offset & 3) * 8;
    add(offset, (value & mask) * 2 ** left, mask * 2 ** left);
  }
  return [...keys.values()];
}

function addPrefix(
  version: 4 | 6,
  offset: number,
  prefix: string,
  fieldPath: FieldPath,
  add: (offset: number, value: number, mask: number) => void,
): void {
  const { address, length } = parsePrefix(prefix, fieldPath);
  if (address.includes(":") !== (version === 6)) {
    throw fieldPath.wrong(prefix, `an address of IPv${version} is expected`);
  }
  const writer = new Writer();
  (version === 4 ? ipv4Address : ipv6Address).encode(writer, address);
  for (
    let at = 0;
    at < writer.length && at * 8 < Math.max(length, 1);
    at += 4
  ) {
    const bits = Math.min(32, length - at * 8);
    const mask = bits <= 0 ? 0 : (0xffffffff << (32 - bits)) >>> 0;
    add(offset + at, (writer.view.getUint32(at) & mask) >>> 0, mask);
  }
}
