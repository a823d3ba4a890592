/**
 * Attributes of IP tunnels (kinds `ipip`, `sit` and `ip6tnl`): `IFLA_IPTUN_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_tunnel.h | linux/if_tunnel.h}
 *
 * @module
 */

/** Index of the lower device. */
export const IFLA_IPTUN_LINK = 1;
/** Address of this end. */
export const IFLA_IPTUN_LOCAL = 2;
/** Address of the other end. */
export const IFLA_IPTUN_REMOTE = 3;
/** Time to live or hop limit of outer packets. */
export const IFLA_IPTUN_TTL = 4;
/** Type of service of outer packets. */
export const IFLA_IPTUN_TOS = 5;
/** Tunnel encapsulation limit, over IPv6. */
export const IFLA_IPTUN_ENCAP_LIMIT = 6;
/** Traffic class and flow label, over IPv6. */
export const IFLA_IPTUN_FLOWINFO = 7;
/** `SIT_ISATAP` or `IP6_TNL_F_*`. */
export const IFLA_IPTUN_FLAGS = 8;
/** Protocol of inner packets. */
export const IFLA_IPTUN_PROTO = 9;
/** Path MTU discovery. */
export const IFLA_IPTUN_PMTUDISC = 10;
/** 6rd prefix. */
export const IFLA_IPTUN_6RD_PREFIX = 11;
/** Prefix of the 6rd domain's IPv4 addresses. */
export const IFLA_IPTUN_6RD_RELAY_PREFIX = 12;
/** Length of the 6rd prefix in bits. */
export const IFLA_IPTUN_6RD_PREFIXLEN = 13;
/** Length of the IPv4 prefix in bits. */
export const IFLA_IPTUN_6RD_RELAY_PREFIXLEN = 14;
/** UDP encapsulation. */
export const IFLA_IPTUN_ENCAP_TYPE = 15;
/** `TUNNEL_ENCAP_FLAG_*`. */
export const IFLA_IPTUN_ENCAP_FLAGS = 16;
/** UDP source port. */
export const IFLA_IPTUN_ENCAP_SPORT = 17;
/** UDP destination port. */
export const IFLA_IPTUN_ENCAP_DPORT = 18;
/** Addresses come with each packet, from routes or filters. */
export const IFLA_IPTUN_COLLECT_METADATA = 19;
/** Firewall mark of outer packets. */
export const IFLA_IPTUN_FWMARK = 20;
