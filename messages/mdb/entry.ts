/**
 * Entries of multicast databases: `struct br_mdb_entry`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_bridge.h | linux/if_bridge.h}
 *
 * @module
 */

import { ETH_P_IP, ETH_P_IPV6 } from "../link/constants_hardware.ts";
import {
  be16,
  type Codec,
  DecodeError,
  EncodeError,
  ipv4Address,
  ipv6Address,
  macAddress,
  struct,
  u16,
  u32,
  u8,
} from "../codec/mod.ts";
import { within } from "../codec/errors.ts";

/** A multicast group (`addr` of `struct br_mdb_entry`). */
export interface MdbGroup {
  /**
   * IPv4, IPv6 or hardware address, as {@linkcode MdbGroup.protocol} selects
   * (`u`).
   */
  address: string;
  /** EtherType: 0x0800, 0x86dd, or 0 for a hardware address (`proto`). */
  protocol: number;
}

/** An entry of a multicast database (`struct br_mdb_entry`). */
export interface MdbEntry {
  /** Index of the port (`ifindex`). */
  port: number;
  /** `MDB_TEMPORARY` or `MDB_PERMANENT` (`state`). */
  state: number;
  /** `MDB_FLAGS_*` (`flags`). */
  flags: number;
  /** VLAN, zero for none (`vid`). */
  vlan: number;
  /** The group (`addr`). */
  group: MdbGroup;
}

const ADDRESS_SIZE = 16;
const samples: readonly MdbGroup[] = [
  { address: "239.1.1.1", protocol: ETH_P_IP },
  { address: "ff02::fb", protocol: ETH_P_IPV6 },
  { address: "01:00:5e:00:00:01", protocol: 0 },
];

/** Codec of {@linkcode MdbGroup}. */
export const mdbGroup: Codec<MdbGroup> = {
  shape: { kind: "custom", name: "br_mdb_entry.addr", samples },
  size: ADDRESS_SIZE + 4,
  decode: (view, start) => {
    const protocolAt = start + ADDRESS_SIZE;
    const protocol = be16.decode(view, protocolAt, protocolAt + 2);
    const codec = addressOf(protocol);
    for (let at = start + codec.size; at < start + ADDRESS_SIZE + 4; at++) {
      const isProtocol = at === protocolAt || at === protocolAt + 1;
      if (!isProtocol && view.getUint8(at) !== 0) {
        throw new DecodeError(
          `Cannot decode a group of protocol ${protocol}: there is more than an address`,
        );
      }
    }
    return {
      address: codec.decode(view, start, start + codec.size),
      protocol,
    };
  },
  encode: (writer, value) => {
    if (typeof value !== "object" || value === null) {
      throw new EncodeError(value, "is not an object");
    }
    const start = writer.length;
    try {
      addressOf(value.protocol).encode(writer, value.address);
    } catch (error) {
      throw within(error, "address");
    }
    writer.reserve(start + ADDRESS_SIZE - writer.length);
    try {
      be16.encode(writer, value.protocol);
    } catch (error) {
      throw within(error, "protocol");
    }
    writer.reserve(2);
  },
};

function addressOf(protocol: number): Codec<string> {
  if (protocol === ETH_P_IP) return ipv4Address;
  return protocol === ETH_P_IPV6 ? ipv6Address : macAddress;
}

/** Codec of {@linkcode MdbEntry}. */
export const mdbEntry: Codec<MdbEntry> = struct({
  port: u32,
  state: u8,
  flags: u8,
  vlan: u16,
  group: mdbGroup,
});
