/**
 * Protocols of PPP.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/ppp_defs.h | linux/ppp_defs.h}
 *
 * @module
 */

/** Names of protocols of PPP (`PPP_*`). */
export const PPP_PROTOCOLS = {
  /** IPv4 (`PPP_IP`). */
  ip: 0x21,
  /** AppleTalk (`PPP_AT`). */
  at: 0x29,
  /** IPX (`PPP_IPX`). */
  ipx: 0x2b,
  /** Compressed TCP (`PPP_VJC_COMP`). */
  vjc_comp: 0x2d,
  /** Uncompressed TCP (`PPP_VJC_UNCOMP`). */
  vjc_uncomp: 0x2f,
  /** Multilink (`PPP_MP`). */
  mp: 0x3d,
  /** IPv6 (`PPP_IPV6`). */
  ipv6: 0x57,
  /** Compressed fragment (`PPP_COMPFRAG`). */
  compfrag: 0xfb,
  /** Compressed (`PPP_COMP`). */
  comp: 0xfd,
  /** MPLS (`PPP_MPLS_UC`). */
  mpls_uc: 0x281,
  /** MPLS, multicast (`PPP_MPLS_MC`). */
  mpls_mc: 0x283,
  /** Control of IPv4 (`PPP_IPCP`). */
  ipcp: 0x8021,
  /** Control of AppleTalk (`PPP_ATCP`). */
  atcp: 0x8029,
  /** Control of IPX (`PPP_IPXCP`). */
  ipxcp: 0x802b,
  /** Control of IPv6 (`PPP_IPV6CP`). */
  ipv6cp: 0x8057,
  /** Control of compression of links in a bundle (`PPP_CCPFRAG`). */
  ccpfrag: 0x80fb,
  /** Control of compression (`PPP_CCP`). */
  ccp: 0x80fd,
  /** Control of MPLS (`PPP_MPLSCP`). */
  mplscp: 0x80fd,
  /** Control of the link (`PPP_LCP`). */
  lcp: 0xc021,
  /** Authentication by passwords (`PPP_PAP`). */
  pap: 0xc023,
  /** Reports of quality (`PPP_LQR`). */
  lqr: 0xc025,
  /** Authentication by challenges (`PPP_CHAP`). */
  chap: 0xc223,
  /** Callback (`PPP_CBCP`). */
  cbcp: 0xc029,
} as const;
