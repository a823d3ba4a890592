/**
 * Constants of namespace ids: `NETNSA_*`, and the types of their messages.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/net_namespace.h | linux/net_namespace.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

// Message types.

/** A namespace got an id, or is to get one. */
export const RTM_NEWNSID = 88;
/** A namespace lost its id. */
export const RTM_DELNSID = 89;
/** Asks for the ids of namespaces. */
export const RTM_GETNSID = 90;

// Values of `NETNSA_NSID`.

/** The namespace has no id. */
export const NETNSA_NSID_NOT_ASSIGNED: number = -1;
