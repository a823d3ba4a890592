/**
 * Constants of multicast databases of bridges: `MDBA_*`, `MDBE_*` and `MDB_*`,
 * and the types of their messages.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_bridge.h | linux/if_bridge.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

// Message types.

/** An entry was added or changed, or is to be. */
export const RTM_NEWMDB = 84;
/** An entry was deleted, or is to be. */
export const RTM_DELMDB = 85;
/** Asks for entries. */
export const RTM_GETMDB = 86;

// Attributes.

/** Nothing. */
export const MDBA_UNSPEC = 0;
/** Entries. */
export const MDBA_MDB = 1;
/** Ports with multicast routers. */
export const MDBA_ROUTER = 2;
/** Entries of one group. */
export const MDBA_MDB_ENTRY = 1;
/** One entry. */
export const MDBA_MDB_ENTRY_INFO = 1;

// Attributes of an entry.

/** Nothing. */
export const MDBA_MDB_EATTR_UNSPEC = 0;
/** Time until the entry goes. */
export const MDBA_MDB_EATTR_TIMER = 1;
/** Sources. */
export const MDBA_MDB_EATTR_SRC_LIST = 2;
/** Filter mode. */
export const MDBA_MDB_EATTR_GROUP_MODE = 3;
/** Source. */
export const MDBA_MDB_EATTR_SOURCE = 4;
/** Who added the entry. */
export const MDBA_MDB_EATTR_RTPROT = 5;
/** Remote VXLAN endpoint. */
export const MDBA_MDB_EATTR_DST = 6;
/** UDP port of the remote endpoint. */
export const MDBA_MDB_EATTR_DST_PORT = 7;
/** VXLAN network of the remote endpoint. */
export const MDBA_MDB_EATTR_VNI = 8;
/** Index of the device to the remote endpoint. */
export const MDBA_MDB_EATTR_IFINDEX = 9;
/** VXLAN network of the entry. */
export const MDBA_MDB_EATTR_SRC_VNI = 10;
/** Nothing. */
export const MDBA_MDB_SRCLIST_UNSPEC = 0;
/** One source. */
export const MDBA_MDB_SRCLIST_ENTRY = 1;
/** Nothing. */
export const MDBA_MDB_SRCATTR_UNSPEC = 0;
/** Address of the source. */
export const MDBA_MDB_SRCATTR_ADDRESS = 1;
/** Time until the source goes. */
export const MDBA_MDB_SRCATTR_TIMER = 2;

// Ports with multicast routers.

/** Nothing. */
export const MDBA_ROUTER_UNSPEC = 0;
/** One port. */
export const MDBA_ROUTER_PORT = 1;
/** Nothing. */
export const MDBA_ROUTER_PATTR_UNSPEC = 0;
/** Time until the port is no longer one. */
export const MDBA_ROUTER_PATTR_TIMER = 1;
/** How it became one. */
export const MDBA_ROUTER_PATTR_TYPE = 2;
/** Time until the port is no longer one, for IPv4. */
export const MDBA_ROUTER_PATTR_INET_TIMER = 3;
/** Time until the port is no longer one, for IPv6. */
export const MDBA_ROUTER_PATTR_INET6_TIMER = 4;
/** VLAN. */
export const MDBA_ROUTER_PATTR_VID = 5;
/** Never a router port. */
export const MDB_RTR_TYPE_DISABLED = 0;
/** A router port while queries come in. */
export const MDB_RTR_TYPE_TEMP_QUERY = 1;
/** Always a router port. */
export const MDB_RTR_TYPE_PERM = 2;
/** A router port for a while. */
export const MDB_RTR_TYPE_TEMP = 3;

// States and flags of an entry.

/** The entry goes after some time. */
export const MDB_TEMPORARY = 0;
/** The entry stays. */
export const MDB_PERMANENT = 1;
/** The entry is in hardware. */
export const MDB_FLAGS_OFFLOAD = 0x1;
/** The entry goes as soon as the host leaves the group. */
export const MDB_FLAGS_FAST_LEAVE = 0x2;
/** The entry was added for all sources but some. */
export const MDB_FLAGS_STAR_EXCL = 0x4;
/** Packets of the source are not forwarded. */
export const MDB_FLAGS_BLOCKED = 0x8;
/** The entry was to be in hardware, which refused. */
export const MDB_FLAGS_OFFLOAD_FAILED = 0x10;

// Attributes of requests.

/** Nothing. */
export const MDBA_SET_ENTRY_UNSPEC = 0;
/** The entry to add, change or delete. */
export const MDBA_SET_ENTRY = 1;
/** More about it. */
export const MDBA_SET_ENTRY_ATTRS = 2;
/** Nothing. */
export const MDBA_GET_ENTRY_UNSPEC = 0;
/** The entry to get. */
export const MDBA_GET_ENTRY = 1;
/** More about it. */
export const MDBA_GET_ENTRY_ATTRS = 2;
/** Nothing. */
export const MDBE_ATTR_UNSPEC = 0;
/** Source. */
export const MDBE_ATTR_SOURCE = 1;
/** Sources. */
export const MDBE_ATTR_SRC_LIST = 2;
/** Filter mode. */
export const MDBE_ATTR_GROUP_MODE = 3;
/** Who adds the entry. */
export const MDBE_ATTR_RTPROT = 4;
/** Remote VXLAN endpoint. */
export const MDBE_ATTR_DST = 5;
/** UDP port of the remote endpoint. */
export const MDBE_ATTR_DST_PORT = 6;
/** VXLAN network of the remote endpoint. */
export const MDBE_ATTR_VNI = 7;
/** Index of the device to the remote endpoint. */
export const MDBE_ATTR_IFINDEX = 8;
/** VXLAN network of the entry. */
export const MDBE_ATTR_SRC_VNI = 9;
/** Which states to flush. */
export const MDBE_ATTR_STATE_MASK = 10;
/** Nothing. */
export const MDBE_SRC_LIST_UNSPEC = 0;
/** One source. */
export const MDBE_SRC_LIST_ENTRY = 1;
/** Nothing. */
export const MDBE_SRCATTR_UNSPEC = 0;
/** Address of the source. */
export const MDBE_SRCATTR_ADDRESS = 1;
