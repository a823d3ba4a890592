/**
 * What the kinds of IP tunnels have in common.
 *
 * @module
 */

import {
  TUNNEL_ENCAP_FLAG_CSUM,
  TUNNEL_ENCAP_FLAG_CSUM6,
  TUNNEL_ENCAP_FLAG_REMCSUM,
  TUNNEL_ENCAPS,
} from "../../../messages/link/kinds/tunnel_encap.ts";
import { ipv4, ipv6 } from "../../mapping/address_conversions.ts";
import {
  number,
  orNull,
  presence,
  special,
  uint16,
  uint8,
} from "../../mapping/conversions.ts";
import { type Device, deviceOrNull } from "../../mapping/device.ts";
import { bit, enumeration } from "../../mapping/enumerations.ts";
import {
  type Conversion,
  type Field,
  sharedFields,
} from "../../mapping/mapping.ts";

/** An IPv4 address, or `null` for any. */
export const ipv4OrAny: Conversion<string | null, string> = orNull(
  ipv4,
  "0.0.0.0",
);
/** An IPv6 address, or `null` for any. */
export const ipv6OrAny: Conversion<string | null, string> = orNull(ipv6, "::");
/** A time to live, or `"inherit"` for the inner packet's. */
export const ttlOrInherit: Conversion<number | "inherit", number> = special(
  uint8,
  "inherit",
  0,
);
/** A type of service, or `"inherit"` for the inner packet's. */
export const tosOrInherit: Conversion<number | "inherit", number> = special(
  uint8,
  "inherit",
  1,
);

/** Encapsulation of a tunnel's packets in UDP. */
export interface TunnelEncapOptions {
  /** Protocol of the encapsulation (`TUNNEL_ENCAP_*`). */
  encapType?: keyof typeof TUNNEL_ENCAPS | number;
  /** UDP source port; `"auto"` chooses one by flow. */
  encapSourcePort?: number | "auto";
  /** UDP destination port. */
  encapDestinationPort?: number;
  /** Whether UDP checksums are sent over IPv4 (`TUNNEL_ENCAP_FLAG_CSUM`). */
  encapChecksum?: boolean;
  /** Whether UDP checksums are sent over IPv6 (`TUNNEL_ENCAP_FLAG_CSUM6`). */
  encapChecksum6?: boolean;
  /**
   * Whether checksum offload is left to the other end
   * (`TUNNEL_ENCAP_FLAG_REMCSUM`).
   */
  encapRemoteChecksum?: boolean;
}

/** Where {@linkcode TunnelEncapOptions} are stored. */
export interface TunnelEncapData {
  /** Protocol of the encapsulation. */
  encapType?: number;
  /** `TUNNEL_ENCAP_FLAG_*`. */
  encapFlags?: number;
  /** UDP source port. */
  encapSport?: number;
  /** UDP destination port. */
  encapDport?: number;
}

/** How {@linkcode TunnelEncapOptions} are stored in a tunnel's attributes. */
export const tunnelEncapFields: {
  readonly [P in keyof TunnelEncapOptions]-?: Field<
    Exclude<TunnelEncapOptions[P], undefined>,
    TunnelEncapData
  >;
} = sharedFields<TunnelEncapOptions, TunnelEncapData>({
  encapType: enumeration(TUNNEL_ENCAPS),
  encapSourcePort: ["encapSport", special(uint16, "auto", 0)],
  encapDestinationPort: ["encapDport", number],
  encapChecksum: bit("encapFlags", TUNNEL_ENCAP_FLAG_CSUM),
  encapChecksum6: bit("encapFlags", TUNNEL_ENCAP_FLAG_CSUM6),
  encapRemoteChecksum: bit("encapFlags", TUNNEL_ENCAP_FLAG_REMCSUM),
});

/** Settings of tunnels that their packets need not carry. */
export interface TunnelOptions extends TunnelEncapOptions {
  /** The lower device; `null` for none. */
  device?: Device | null;
  /** Firewall mark of outer packets; 0 for none. */
  fwmark?: number;
  /** Whether addresses come with each packet, from routes or filters. */
  external?: boolean;
}

/** Where {@linkcode TunnelOptions} are stored. */
export interface TunnelData extends TunnelEncapData {
  /** Index of the lower device. */
  link?: number;
  /** Firewall mark. */
  fwmark?: number;
  /** Whether addresses come with each packet. */
  collectMetadata?: true;
}

/** How {@linkcode TunnelOptions} are stored in a tunnel's attributes. */
export const tunnelFields: {
  readonly [P in keyof TunnelOptions]-?: Field<
    Exclude<TunnelOptions[P], undefined>,
    TunnelData
  >;
} = sharedFields<TunnelOptions, TunnelData>({
  device: ["link", deviceOrNull],
  fwmark: number,
  external: ["collectMetadata", presence],
  ...tunnelEncapFields,
});
