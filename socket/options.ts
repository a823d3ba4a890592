/**
 * Options of netlink sockets.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/netlink.h}
 * @see {@link https://man7.org/linux/man-pages/man7/netlink.7.html | netlink(7)}
 *
 * @module
 */

/** Level of the options of netlink sockets. */
export const SOL_NETLINK = 270;
/** Level of the options that all sockets have. */
export const SOL_SOCKET = 1;

/** Joins a multicast group. */
export const NETLINK_ADD_MEMBERSHIP = 1;
/** Leaves a multicast group. */
export const NETLINK_DROP_MEMBERSHIP = 2;
/** Returns the group of each datagram, as {@linkcode Datagram.group}. */
export const NETLINK_PKTINFO = 3;
/** Makes whoever sends notifications learn that this socket lost some. */
export const NETLINK_BROADCAST_ERROR = 4;
/**
 * Hides lost notifications: no `ENOBUFS` when the receive buffer overflows.
 *
 * Programs that watch for changes need the error, to resync.
 */
export const NETLINK_NO_ENOBUFS = 5;
/** Memory-mapped receive ring; Linux has none since 4.6. */
export const NETLINK_RX_RING = 6;
/** Memory-mapped send ring; Linux has none since 4.6. */
export const NETLINK_TX_RING = 7;
/**
 * Receives the notifications of all network namespaces that have an id in the
 * socket's own, with the id as {@linkcode Datagram.nsid}; needs
 * `CAP_NET_BROADCAST`.
 */
export const NETLINK_LISTEN_ALL_NSID = 8;
/** Lists the groups joined; read by {@linkcode NetlinkSocket.memberships}. */
export const NETLINK_LIST_MEMBERSHIPS = 9;
/** Leaves the request's payload out of acknowledgements. */
export const NETLINK_CAP_ACK = 10;
/** Explains errors with attributes of extended acknowledgements. */
export const NETLINK_EXT_ACK = 11;
/** Checks the header and the attributes of dump and get requests. */
export const NETLINK_GET_STRICT_CHK = 12;
