/**
 * Constants of addresses: `IFA_F_*`, `IFAPROT_*`, and the types of their messages.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_addr.h | linux/if_addr.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

// Message types.

/** An address was added or changed, or is to be. */
export const RTM_NEWADDR = 20;
/** An address was deleted, or is to be. */
export const RTM_DELADDR = 21;
/** Asks for addresses. */
export const RTM_GETADDR = 22;
/** A link has joined a multicast group. */
export const RTM_NEWMULTICAST = 56;
/** A link has left a multicast group. */
export const RTM_DELMULTICAST = 57;
/** Asks for the multicast groups that links have joined. */
export const RTM_GETMULTICAST = 58;
/** A link has got an anycast address. */
export const RTM_NEWANYCAST = 60;
/** A link has lost an anycast address. */
export const RTM_DELANYCAST = 61;
/** Asks for anycast addresses. */
export const RTM_GETANYCAST = 62;

// Flags.

/** An IPv4 address in the subnet of another one of the link. */
export const IFA_F_SECONDARY = 0x1;
/** A temporary IPv6 address; the same bit as {@linkcode IFA_F_SECONDARY}. */
export const IFA_F_TEMPORARY = 0x1;
/** No duplicate address detection. */
export const IFA_F_NODAD = 0x2;
/** The address may be used during duplicate address detection. */
export const IFA_F_OPTIMISTIC = 0x4;
/** Another machine has the address. */
export const IFA_F_DADFAILED = 0x8;
/** The home address of Mobile IPv6. */
export const IFA_F_HOMEADDRESS = 0x10;
/** The preferred lifetime is over. */
export const IFA_F_DEPRECATED = 0x20;
/** Duplicate address detection is not over. */
export const IFA_F_TENTATIVE = 0x40;
/** The address has no end of life. */
export const IFA_F_PERMANENT = 0x80;
/** The kernel makes temporary addresses from this one. */
export const IFA_F_MANAGETEMPADDR = 0x100;
/** The kernel adds no route to the prefix. */
export const IFA_F_NOPREFIXROUTE = 0x200;
/** The link joins the multicast group of the address. */
export const IFA_F_MCAUTOJOIN = 0x400;
/** The interface identifier is stable and opaque (RFC 7217). */
export const IFA_F_STABLE_PRIVACY = 0x800;

/** Names of the flags of addresses (`IFA_F_*`); `secondary` of IPv4 is `temporary` of IPv6. */
export const ADDRESS_FLAGS = {
  secondary: IFA_F_SECONDARY,
  temporary: IFA_F_TEMPORARY,
  nodad: IFA_F_NODAD,
  optimistic: IFA_F_OPTIMISTIC,
  dadfailed: IFA_F_DADFAILED,
  home: IFA_F_HOMEADDRESS,
  deprecated: IFA_F_DEPRECATED,
  tentative: IFA_F_TENTATIVE,
  permanent: IFA_F_PERMANENT,
  mngtmpaddr: IFA_F_MANAGETEMPADDR,
  noprefixroute: IFA_F_NOPREFIXROUTE,
  autojoin: IFA_F_MCAUTOJOIN,
  "stable-privacy": IFA_F_STABLE_PRIVACY,
} as const;

// Who added an address.

/** Unknown. */
export const IFAPROT_UNSPEC = 0;
/** The kernel, for the loopback link. */
export const IFAPROT_KERNEL_LO = 1;
/** The kernel, from a router advertisement. */
export const IFAPROT_KERNEL_RA = 2;
/** The kernel, as the link-local address. */
export const IFAPROT_KERNEL_LL = 3;

/** Names of who added an address (`IFAPROT_*`). */
export const ADDRESS_PROTOCOLS = {
  unspec: IFAPROT_UNSPEC,
  kernel_lo: IFAPROT_KERNEL_LO,
  kernel_ra: IFAPROT_KERNEL_RA,
  kernel_ll: IFAPROT_KERNEL_LL,
} as const;
