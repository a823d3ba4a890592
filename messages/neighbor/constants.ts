/**
 * Constants of neighbors: `NTF_*`, `NUD_*` and `FDB_NOTIFY_*`, and the types
 * of their messages.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/neighbour.h | linux/neighbour.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

// Message types.

/** A neighbor was added or changed, or is to be. */
export const RTM_NEWNEIGH = 28;
/** A neighbor was deleted, or is to be. */
export const RTM_DELNEIGH = 29;
/** Asks for neighbors. */
export const RTM_GETNEIGH = 30;

// States: `ndm_state`.

/** No state. */
export const NUD_NONE = 0x0;
/** The address is being resolved. */
export const NUD_INCOMPLETE = 0x1;
/** The neighbor was reachable a moment ago. */
export const NUD_REACHABLE = 0x2;
/** The neighbor may be reachable. */
export const NUD_STALE = 0x4;
/** A packet was sent; a probe follows unless the neighbor is confirmed. */
export const NUD_DELAY = 0x8;
/** The neighbor is being probed. */
export const NUD_PROBE = 0x10;
/** The neighbor did not answer. */
export const NUD_FAILED = 0x20;
/** The neighbor needs no resolution. */
export const NUD_NOARP = 0x40;
/** The neighbor was set, and stays. */
export const NUD_PERMANENT = 0x80;

/** Names of the states of neighbors (`NUD_*`). */
export const NEIGHBOR_STATES = {
  none: NUD_NONE,
  incomplete: NUD_INCOMPLETE,
  reachable: NUD_REACHABLE,
  stale: NUD_STALE,
  delay: NUD_DELAY,
  probe: NUD_PROBE,
  failed: NUD_FAILED,
  noarp: NUD_NOARP,
  permanent: NUD_PERMANENT,
} as const;

/** Names of how long entries of forwarding tables of bridges last. */
export const FORWARDING_STATES = {
  permanent: NUD_NOARP | NUD_PERMANENT,
  static: NUD_NOARP | NUD_REACHABLE,
  dynamic: NUD_REACHABLE,
  stale: NUD_STALE,
} as const;

// Flags: `ndm_flags`.

/** Asks the kernel to resolve the neighbor. */
export const NTF_USE = 0x1;
/** The entry is in the table of the device itself. */
export const NTF_SELF = 0x2;
/** The entry is in the table of the device's master. */
export const NTF_MASTER = 0x4;
/** This machine answers for the address. */
export const NTF_PROXY = 0x8;
/** A program learned the entry. */
export const NTF_EXT_LEARNED = 0x10;
/** The entry is in hardware. */
export const NTF_OFFLOADED = 0x20;
/** The entry stays at its port. */
export const NTF_STICKY = 0x40;
/** The neighbor is a router. */
export const NTF_ROUTER = 0x80;

// Flags: `NDA_FLAGS_EXT`.

/** The kernel keeps the neighbor reachable. */
export const NTF_EXT_MANAGED = 0x1;
/** A locked port has the entry, which is not forwarded to. */
export const NTF_EXT_LOCKED = 0x2;
/** A program has validated the neighbor: the kernel does not remove it. */
export const NTF_EXT_EXT_VALIDATED = 0x4;

/**
 * Names of flags of neighbors (`NTF_*`), and 8 bits higher those of
 * `NDA_FLAGS_EXT` (`NTF_EXT_*`).
 */
export const NEIGHBOR_FLAGS = {
  use: NTF_USE,
  router: NTF_ROUTER,
  extern_learn: NTF_EXT_LEARNED,
  offload: NTF_OFFLOADED,
  managed: NTF_EXT_MANAGED << 8,
  extern_valid: NTF_EXT_EXT_VALIDATED << 8,
} as const;

// Flags: `NFEA_ACTIVITY_NOTIFY`.

/** Activity and expiry are notified. */
export const FDB_NOTIFY_BIT = 0x1;
/** The entry is inactive. */
export const FDB_NOTIFY_INACTIVE_BIT = 0x2;
