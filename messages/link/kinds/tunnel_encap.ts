/**
 * UDP encapsulation of IP tunnels: `TUNNEL_ENCAP_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_tunnel.h | linux/if_tunnel.h}
 * @see {@link https://man7.org/linux/man-pages/man8/ip-fou.8.html | ip-fou(8)}
 *
 * @module
 */

/** None. */
export const TUNNEL_ENCAP_NONE = 0;
/** Foo over UDP. */
export const TUNNEL_ENCAP_FOU = 1;
/** Generic UDP Encapsulation. */
export const TUNNEL_ENCAP_GUE = 2;
/** MPLS. */
export const TUNNEL_ENCAP_MPLS = 3;

/** Names of the encapsulations (`TUNNEL_ENCAP_*`). */
export const TUNNEL_ENCAPS = {
  none: TUNNEL_ENCAP_NONE,
  fou: TUNNEL_ENCAP_FOU,
  gue: TUNNEL_ENCAP_GUE,
  mpls: TUNNEL_ENCAP_MPLS,
} as const;

/** UDP checksums over IPv4 are sent. */
export const TUNNEL_ENCAP_FLAG_CSUM = 0x1;
/** UDP checksums over IPv6 are sent. */
export const TUNNEL_ENCAP_FLAG_CSUM6 = 0x2;
/** Checksum offload is left to the other end. */
export const TUNNEL_ENCAP_FLAG_REMCSUM = 0x4;
