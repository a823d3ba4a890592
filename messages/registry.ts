/**
 * Which codec belongs to which message type: what tools and tests loop over.
 *
 * @module
 */

import { addressMessage } from "./address/address.ts";
import { addressLabelMessage } from "./address_label/address_label.ts";
import { linkMessage } from "./link/link.ts";
import { NETLINK_ROUTE, NETLINK_XFRM } from "./families.ts";
import { mdbMessage, mdbRequest } from "./mdb/mdb.ts";
import { type MessageType, share } from "./message_type.ts";
import { cacheReportMessage } from "./multicast_route/cache_report.ts";
import { ndUserOptionMessage } from "./nd_user_option/nd_user_option.ts";
import { neighborMessage } from "./neighbor/neighbor.ts";
import { neighborTableMessage } from "./neighbor_table/neighbor_table.ts";
import { netconfMessage } from "./netconf/netconf.ts";
import { nexthopMessage } from "./nexthop/nexthop.ts";
import { nsidMessage } from "./nsid/nsid.ts";
import { prefixMessage } from "./prefix/prefix.ts";
import { routeMessage } from "./route/route.ts";
import { ruleMessage } from "./rule/rule.ts";
import { statsMessage, statsRequest } from "./stats/stats.ts";
import { tcActionMessage } from "./tc/action.ts";
import { chainMessage } from "./tc/chain.ts";
import { classMessage } from "./tc/class.ts";
import { filterMessage } from "./tc/filter.ts";
import { qdiscMessage } from "./tc/qdisc.ts";
import { tunnelMessage } from "./tunnel/tunnel.ts";
import {
  vlanDatabaseMessage,
  vlanDatabaseRequest,
} from "./vlan_database/vlan_database.ts";
import { xfrmMessageTypes } from "./xfrm/registry.ts";
import type { Codec } from "./codec/mod.ts";
import { objects, type RtnetlinkObject } from "./objects.ts";

export type { MessageType } from "./message_type.ts";
export { xfrmMessageTypes } from "./xfrm/registry.ts";

const { RTM_NEWSTATS, ...statsRequests } = objects.stats.types;
const { RTM_GETVLAN, ...vlanChanges } = objects.vlan.types;

/** Every message type of `NETLINK_ROUTE` that this library supports. */
export const routeMessageTypes: readonly MessageType[] = [
  ...shared(linkMessage, objects.link, objects.linkProperty),
  ...share(statsMessage, { RTM_NEWSTATS: RTM_NEWSTATS! }),
  ...share(statsRequest, statsRequests),
  ...shared(
    addressMessage,
    objects.address,
    objects.multicastAddress,
    objects.anycastAddress,
  ),
  ...shared(routeMessage, objects.route),
  ...shared(neighborMessage, objects.neighbor),
  ...shared(ruleMessage, objects.rule),
  ...shared(qdiscMessage, objects.qdisc),
  ...shared(classMessage, objects.class),
  ...shared(filterMessage, objects.filter),
  ...shared(chainMessage, objects.chain),
  ...shared(tcActionMessage, objects.action),
  ...shared(prefixMessage, objects.prefix),
  ...shared(neighborTableMessage, objects.neighborTable),
  ...shared(ndUserOptionMessage, objects.ndUserOption),
  ...shared(addressLabelMessage, objects.addressLabel),
  ...shared(netconfMessage, objects.netconf),
  ...share(mdbMessage, objects.mdb.types, { requestCodec: mdbRequest }),
  ...shared(nsidMessage, objects.nsid),
  ...shared(cacheReportMessage, objects.cacheReport),
  ...shared(nexthopMessage, objects.nexthop, objects.nexthopBucket),
  ...share(vlanDatabaseMessage, vlanChanges),
  ...share(vlanDatabaseRequest, { RTM_GETVLAN: RTM_GETVLAN! }),
  ...shared(tunnelMessage, objects.tunnel),
];

/** All message types of objects that share a codec. */
function shared<T>(
  codec: Codec<T>,
  ...kinds: readonly RtnetlinkObject[]
): MessageType[] {
  return kinds.flatMap(({ types }) => share(codec, types));
}

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
