/**
 * Which codec belongs to which message type: what tools and tests loop over.
 *
 * @module
 */

import { addressMessage } from "./address/address.ts";
import {
  RTM_DELADDR,
  RTM_DELANYCAST,
  RTM_DELMULTICAST,
  RTM_GETADDR,
  RTM_GETANYCAST,
  RTM_GETMULTICAST,
  RTM_NEWADDR,
  RTM_NEWANYCAST,
  RTM_NEWMULTICAST,
} from "./address/constants.ts";
import { addressLabelMessage } from "./address_label/address_label.ts";
import {
  RTM_DELADDRLABEL,
  RTM_GETADDRLABEL,
  RTM_NEWADDRLABEL,
} from "./address_label/constants.ts";
import { linkMessage } from "./link/link.ts";
import {
  RTM_DELLINK,
  RTM_DELLINKPROP,
  RTM_GETLINK,
  RTM_GETLINKPROP,
  RTM_NEWLINK,
  RTM_NEWLINKPROP,
  RTM_SETLINK,
} from "./link/constants.ts";
import { NETLINK_ROUTE, NETLINK_XFRM } from "./families.ts";
import { mdbMessage, mdbRequest } from "./mdb/mdb.ts";
import { RTM_DELMDB, RTM_GETMDB, RTM_NEWMDB } from "./mdb/constants.ts";
import { type MessageType, share } from "./message_type.ts";
import { cacheReportMessage } from "./multicast_route/cache_report.ts";
import { RTM_NEWCACHEREPORT } from "./multicast_route/constants.ts";
import { ndUserOptionMessage } from "./nd_user_option/nd_user_option.ts";
import { RTM_NEWNDUSEROPT } from "./nd_user_option/constants.ts";
import { neighborMessage } from "./neighbor/neighbor.ts";
import {
  RTM_DELNEIGH,
  RTM_GETNEIGH,
  RTM_NEWNEIGH,
} from "./neighbor/constants.ts";
import { neighborTableMessage } from "./neighbor_table/neighbor_table.ts";
import {
  RTM_GETNEIGHTBL,
  RTM_NEWNEIGHTBL,
  RTM_SETNEIGHTBL,
} from "./neighbor_table/constants.ts";
import { netconfMessage } from "./netconf/netconf.ts";
import {
  RTM_DELNETCONF,
  RTM_GETNETCONF,
  RTM_NEWNETCONF,
} from "./netconf/constants.ts";
import { nexthopMessage } from "./nexthop/nexthop.ts";
import {
  RTM_DELNEXTHOP,
  RTM_DELNEXTHOPBUCKET,
  RTM_GETNEXTHOP,
  RTM_GETNEXTHOPBUCKET,
  RTM_NEWNEXTHOP,
  RTM_NEWNEXTHOPBUCKET,
} from "./nexthop/constants.ts";
import { nsidMessage } from "./nsid/nsid.ts";
import { RTM_DELNSID, RTM_GETNSID, RTM_NEWNSID } from "./nsid/constants.ts";
import { prefixMessage } from "./prefix/prefix.ts";
import { RTM_NEWPREFIX } from "./prefix/constants.ts";
import { routeMessage } from "./route/route.ts";
import { RTM_DELROUTE, RTM_GETROUTE, RTM_NEWROUTE } from "./route/constants.ts";
import { RTM_DELRULE, RTM_GETRULE, RTM_NEWRULE } from "./rule/constants.ts";
import { ruleMessage } from "./rule/rule.ts";
import { RTM_GETSTATS, RTM_NEWSTATS, RTM_SETSTATS } from "./stats/constants.ts";
import { statsMessage, statsRequest } from "./stats/stats.ts";
import {
  RTM_DELACTION,
  RTM_DELCHAIN,
  RTM_DELQDISC,
  RTM_DELTCLASS,
  RTM_DELTFILTER,
  RTM_GETACTION,
  RTM_GETCHAIN,
  RTM_GETQDISC,
  RTM_GETTCLASS,
  RTM_GETTFILTER,
  RTM_NEWACTION,
  RTM_NEWCHAIN,
  RTM_NEWQDISC,
  RTM_NEWTCLASS,
  RTM_NEWTFILTER,
} from "./tc/constants.ts";
import { tcActionMessage, tcMessage } from "./tc/tc.ts";
import {
  RTM_DELTUNNEL,
  RTM_GETTUNNEL,
  RTM_NEWTUNNEL,
} from "./tunnel/constants.ts";
import { tunnelMessage } from "./tunnel/tunnel.ts";
import {
  RTM_DELVLAN,
  RTM_GETVLAN,
  RTM_NEWVLAN,
} from "./vlan_database/constants.ts";
import {
  vlanDatabaseMessage,
  vlanDatabaseRequest,
} from "./vlan_database/vlan_database.ts";
import { xfrmMessageTypes } from "./xfrm/registry.ts";

export type { MessageType } from "./message_type.ts";
export { xfrmMessageTypes } from "./xfrm/registry.ts";

/** Every message type of `NETLINK_ROUTE` that this library supports. */
export const routeMessageTypes: readonly MessageType[] = [
  ...share(linkMessage, {
    RTM_NEWLINK,
    RTM_DELLINK,
    RTM_GETLINK,
    RTM_SETLINK,
    RTM_NEWLINKPROP,
    RTM_DELLINKPROP,
    RTM_GETLINKPROP,
  }),
  ...share(statsMessage, { RTM_NEWSTATS }),
  ...share(statsRequest, { RTM_GETSTATS, RTM_SETSTATS }),
  ...share(addressMessage, {
    RTM_NEWADDR,
    RTM_DELADDR,
    RTM_GETADDR,
    RTM_NEWMULTICAST,
    RTM_DELMULTICAST,
    RTM_GETMULTICAST,
    RTM_NEWANYCAST,
    RTM_DELANYCAST,
    RTM_GETANYCAST,
  }),
  ...share(routeMessage, { RTM_NEWROUTE, RTM_DELROUTE, RTM_GETROUTE }),
  ...share(neighborMessage, { RTM_NEWNEIGH, RTM_DELNEIGH, RTM_GETNEIGH }),
  ...share(ruleMessage, { RTM_NEWRULE, RTM_DELRULE, RTM_GETRULE }),
  ...share(tcMessage, {
    RTM_NEWQDISC,
    RTM_DELQDISC,
    RTM_GETQDISC,
    RTM_NEWTCLASS,
    RTM_DELTCLASS,
    RTM_GETTCLASS,
    RTM_NEWTFILTER,
    RTM_DELTFILTER,
    RTM_GETTFILTER,
    RTM_NEWCHAIN,
    RTM_DELCHAIN,
    RTM_GETCHAIN,
  }),
  ...share(tcActionMessage, { RTM_NEWACTION, RTM_DELACTION, RTM_GETACTION }),
  ...share(prefixMessage, { RTM_NEWPREFIX }),
  ...share(neighborTableMessage, {
    RTM_NEWNEIGHTBL,
    RTM_GETNEIGHTBL,
    RTM_SETNEIGHTBL,
  }),
  ...share(ndUserOptionMessage, { RTM_NEWNDUSEROPT }),
  ...share(addressLabelMessage, {
    RTM_NEWADDRLABEL,
    RTM_DELADDRLABEL,
    RTM_GETADDRLABEL,
  }),
  ...share(netconfMessage, { RTM_NEWNETCONF, RTM_DELNETCONF, RTM_GETNETCONF }),
  ...share(mdbMessage, { RTM_NEWMDB, RTM_DELMDB, RTM_GETMDB }, {
    requestCodec: mdbRequest,
  }),
  ...share(nsidMessage, { RTM_NEWNSID, RTM_DELNSID, RTM_GETNSID }),
  ...share(cacheReportMessage, { RTM_NEWCACHEREPORT }),
  ...share(nexthopMessage, {
    RTM_NEWNEXTHOP,
    RTM_DELNEXTHOP,
    RTM_GETNEXTHOP,
    RTM_NEWNEXTHOPBUCKET,
    RTM_DELNEXTHOPBUCKET,
    RTM_GETNEXTHOPBUCKET,
  }),
  ...share(vlanDatabaseMessage, { RTM_NEWVLAN, RTM_DELVLAN }),
  ...share(vlanDatabaseRequest, { RTM_GETVLAN }),
  ...share(tunnelMessage, { RTM_NEWTUNNEL, RTM_DELTUNNEL, RTM_GETTUNNEL }),
];

/**
 * The message types of each netlink protocol (`NETLINK_*`) whose types are
 * fixed; those of generic netlink are assigned by the kernel.
 */
export const messageTypesByProtocol: ReadonlyMap<
  number,
  readonly MessageType[]
> = new Map([
  [NETLINK_ROUTE, routeMessageTypes],
  [NETLINK_XFRM, xfrmMessageTypes],
]);

const byNumber = new Map(
  Array.from(messageTypesByProtocol, ([protocol, types]) => [
    protocol,
    new Map(types.map((type) => [type.type, type])),
  ]),
);

/**
 * Finds a message type of `NETLINK_ROUTE`.
 *
 * @param type Its number.
 * @returns The type, if this library supports it.
 */
export function routeMessageType(type: number): MessageType | undefined {
  return messageType(NETLINK_ROUTE, type);
}

/**
 * Finds a message type of any netlink protocol.
 *
 * @param protocol The protocol, `NETLINK_*`.
 * @param type Its number.
 * @returns The type, if this library supports it.
 */
export function messageType(
  protocol: number,
  type: number,
): MessageType | undefined {
  return byNumber.get(protocol)?.get(type);
}
