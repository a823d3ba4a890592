/**
 * Ports that receive foo over UDP, family `fou`: `FOU_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/fou.h | linux/fou.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/ipv4/fou_core.c | net/ipv4/fou_core.c}
 * @see {@link https://man7.org/linux/man-pages/man8/ip-fou.8.html | ip-fou(8)}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  be16,
  type Codec,
  flag,
  ipv4Address,
  ipv6Address,
  s32,
  u8,
} from "../codec/mod.ts";
import { type GenericMessage, genericMessage } from "./header.ts";

/** Name of the family. */
export const FOU_GENL_NAME = "fou";

/** Version of the family's interface. */
export const FOU_GENL_VERSION = 1;

/** Adds a port. */
export const FOU_CMD_ADD = 1;
/** Deletes a port. */
export const FOU_CMD_DEL = 2;
/** Asks for ports. */
export const FOU_CMD_GET = 3;

/** Not specified. */
export const FOU_ENCAP_UNSPEC = 0;
/** Packets of one protocol. */
export const FOU_ENCAP_DIRECT = 1;
/** Generic UDP Encapsulation. */
export const FOU_ENCAP_GUE = 2;

/** Names of what comes in (`FOU_ENCAP_*`). */
export const FOU_ENCAPSULATIONS = {
  direct: FOU_ENCAP_DIRECT,
  gue: FOU_ENCAP_GUE,
} as const;

/** Attributes of a port: `FOU_ATTR_*`. */
export interface FouAttributes extends Attributes {
  /** UDP port (`FOU_ATTR_PORT`). */
  port?: number;
  /** Address family, `AF_INET` or `AF_INET6` (`FOU_ATTR_AF`). */
  af?: number;
  /** Protocol of the packets inside, `IPPROTO_*` (`FOU_ATTR_IPPROTO`). */
  ipproto?: number;
  /** `FOU_ENCAP_*` (`FOU_ATTR_TYPE`). */
  type?: number;
  /** Remote checksums are computed at once (`FOU_ATTR_REMCSUM_NOPARTIAL`). */
  remcsumNopartial?: true;
  /** IPv4 address of this end (`FOU_ATTR_LOCAL_V4`). */
  localV4?: string;
  /** IPv6 address of this end (`FOU_ATTR_LOCAL_V6`). */
  localV6?: string;
  /** IPv4 address of the peer (`FOU_ATTR_PEER_V4`). */
  peerV4?: string;
  /** IPv6 address of the peer (`FOU_ATTR_PEER_V6`). */
  peerV6?: string;
  /** UDP port of the peer (`FOU_ATTR_PEER_PORT`). */
  peerPort?: number;
  /** Index of the link that packets come from (`FOU_ATTR_IFINDEX`). */
  ifindex?: number;
}

/** A message of the family `fou`. */
export type FouMessage = GenericMessage<FouAttributes>;

/** Codec of {@linkcode FouAttributes}. */
export const fouAttributes: Codec<FouAttributes> = attributes({
  port: ["FOU_ATTR_PORT", 1, be16],
  af: ["FOU_ATTR_AF", 2, u8],
  ipproto: ["FOU_ATTR_IPPROTO", 3, u8],
  type: ["FOU_ATTR_TYPE", 4, u8],
  remcsumNopartial: ["FOU_ATTR_REMCSUM_NOPARTIAL", 5, flag],
  localV4: ["FOU_ATTR_LOCAL_V4", 6, ipv4Address],
  localV6: ["FOU_ATTR_LOCAL_V6", 7, ipv6Address],
  peerV4: ["FOU_ATTR_PEER_V4", 8, ipv4Address],
  peerV6: ["FOU_ATTR_PEER_V6", 9, ipv6Address],
  peerPort: ["FOU_ATTR_PEER_PORT", 10, be16],
  ifindex: ["FOU_ATTR_IFINDEX", 11, s32],
});

/** Codec of {@linkcode FouMessage}. */
export const fouMessage: Codec<FouMessage> = genericMessage(
  fouAttributes,
);
