/**
 * Types of messages about address labels.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_addrlabel.h | linux/if_addrlabel.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

// Message types.

/** A label was added or changed, or is to be. */
export const RTM_NEWADDRLABEL = 72;
/** A label was deleted, or is to be. */
export const RTM_DELADDRLABEL = 73;
/** Asks for labels. */
export const RTM_GETADDRLABEL = 74;
