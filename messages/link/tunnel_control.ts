/**
 * What tunnels are made of by `ioctl`, as they were before netlink had a request
 * for it: a `struct ifreq` with the name of a tunnel, or of the one that the
 * kernel has of each kind, and a pointer to one of these structs.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_tunnel.h | linux/if_tunnel.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/ip6_tunnel.h | linux/ip6_tunnel.h}
 *
 * @module
 */

import {
  be16,
  be32,
  type Codec,
  fixedString,
  ipv4Address,
  ipv6Address,
  s32,
  struct,
  u16,
  u32,
  u8,
} from "../codec/mod.ts";

/** Reports a tunnel. */
export const SIOCGETTUNNEL = 0x89f0;
/** Makes a tunnel. */
export const SIOCADDTUNNEL = 0x89f1;
/** Removes a tunnel. */
export const SIOCDELTUNNEL = 0x89f2;
/** Changes a tunnel. */
export const SIOCCHGTUNNEL = 0x89f3;
/** Reports the potential routers of an ISATAP tunnel. */
export const SIOCGETPRL = 0x89f4;
/** Adds a potential router. */
export const SIOCADDPRL = 0x89f5;
/** Removes a potential router, or all of them. */
export const SIOCDELPRL = 0x89f6;
/** Changes a potential router. */
export const SIOCCHGPRL = 0x89f7;
/** Reports the 6rd prefixes of a tunnel. */
export const SIOCGET6RD = 0x89f8;
/** Sets the 6rd prefixes. */
export const SIOCADD6RD = 0x89f9;
/** Sets the 6rd prefixes back. */
export const SIOCDEL6RD = 0x89fa;
/** Changes the 6rd prefixes. */
export const SIOCCHG6RD = 0x89fb;

/** The router is a default router. */
export const PRL_DEFAULT = 0x1;

/** The header of IPv4 packets (`struct iphdr`). */
export interface Ipv4Header {
  /** Version, in the upper four bits, and length in words of four bytes. */
  versionAndLength: number;
  /** Type of service. */
  tos: number;
  /** Length of the packet in bytes. */
  length: number;
  /** Identification of fragments. */
  id: number;
  /** Flags, in the upper three bits, and offset of the fragment. */
  fragment: number;
  /** Time to live. */
  ttl: number;
  /** What follows: `IPPROTO_*`. */
  protocol: number;
  /** Checksum of the header. */
  checksum: number;
  /** Source. */
  source: string;
  /** Destination. */
  destination: string;
}

/** The header of IPv4 packets (`struct iphdr`). */
export const ipv4Header: Codec<Ipv4Header> = struct({
  versionAndLength: u8,
  tos: u8,
  length: be16,
  id: be16,
  fragment: be16,
  ttl: u8,
  protocol: u8,
  checksum: be16,
  source: ipv4Address,
  destination: ipv4Address,
});

/** A tunnel over IPv4 (`struct ip_tunnel_parm`). */
export interface Ip4TunnelParameters {
  /** Its name; empty for one that the kernel chooses. */
  name: string;
  /** Index of the lower device, or 0. */
  link: number;
  /** What incoming packets must have: `GRE_*`. */
  iflags: number;
  /** What outgoing packets get: `GRE_*`. */
  oflags: number;
  /** Key of incoming packets. */
  ikey: number;
  /** Key of outgoing packets. */
  okey: number;
  /** The header that outgoing packets get. */
  header: Ipv4Header;
}

/** A tunnel over IPv4 (`struct ip_tunnel_parm`). */
export const ip4TunnelParameters: Codec<Ip4TunnelParameters> = struct({
  name: fixedString(16),
  link: s32,
  iflags: be16,
  oflags: be16,
  ikey: be32,
  okey: be32,
  header: ipv4Header,
});

/** A tunnel over IPv6 (`struct ip6_tnl_parm2`). */
export interface Ip6TunnelParameters {
  /** Its name; empty for one that the kernel chooses. */
  name: string;
  /** Index of the lower device, or 0. */
  link: number;
  /** What it carries: `IPPROTO_*`, or 0 for anything. */
  protocol: number;
  /** How often packets may be wrapped. */
  encapLimit: number;
  /** Hop limit; 0 for that of the packet inside. */
  hopLimit: number;
  /** Traffic class and flow label, as in the header. */
  flowinfo: number;
  /** `IP6_TNL_F_*`. */
  flags: number;
  /** Source. */
  local: string;
  /** Destination. */
  remote: string;
  /** What incoming packets must have: `GRE_*`. */
  iflags: number;
  /** What outgoing packets get: `GRE_*`. */
  oflags: number;
  /** Key of incoming packets. */
  ikey: number;
  /** Key of outgoing packets. */
  okey: number;
}

/** A tunnel over IPv6 (`struct ip6_tnl_parm2`). */
export const ip6TunnelParameters: Codec<Ip6TunnelParameters> = struct({
  name: fixedString(16),
  link: s32,
  protocol: u8,
  encapLimit: u8,
  hopLimit: u8,
  flowinfo: be32,
  flags: u32,
  local: ipv6Address,
  remote: ipv6Address,
  iflags: be16,
  oflags: be16,
  ikey: be32,
  okey: be32,
});

/** A potential router of an ISATAP tunnel (`struct ip_tunnel_prl`). */
export interface PotentialRouter {
  /** Its address; `0.0.0.0` for all. */
  address: string;
  /** `PRL_DEFAULT`, or 0. */
  flags: number;
  /** Not used. */
  reserved: number;
  /** How many bytes of routers follow. */
  dataLength: number;
  /** Not used. */
  reserved2: number;
}

/** A potential router of an ISATAP tunnel (`struct ip_tunnel_prl`). */
export const potentialRouter: Codec<PotentialRouter> = struct({
  address: ipv4Address,
  flags: u16,
  reserved: u16,
  dataLength: u32,
  reserved2: u32,
});

/** Prefixes of a 6rd tunnel (`struct ip_tunnel_6rd`). */
export interface SixrdPrefixes {
  /** The IPv6 prefix. */
  prefix: string;
  /** The IPv4 prefix that addresses of relays have in common. */
  relayPrefix: string;
  /** Length of the IPv6 prefix in bits. */
  prefixLength: number;
  /** Length of the IPv4 prefix in bits. */
  relayPrefixLength: number;
}

/** Prefixes of a 6rd tunnel (`struct ip_tunnel_6rd`). */
export const sixrdPrefixes: Codec<SixrdPrefixes> = struct({
  prefix: ipv6Address,
  relayPrefix: ipv4Address,
  prefixLength: u16,
  relayPrefixLength: u16,
});
