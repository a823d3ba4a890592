/**
 * Tunnels and sessions of L2TP version 3: `ip l2tp`.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/ip-l2tp.8.html | ip-l2tp(8)}
 *
 * @module
 */

import type { L2tpAttributes } from "../../messages/generic/l2tp.ts";
import type { Connection } from "../connection/connection.ts";
import { FamilyRequests } from "./family_requests.ts";
import { l2tpFamily } from "./l2tp_family.ts";
import { L2tpSessions } from "./l2tp_session.ts";
import { L2tpTunnels } from "./l2tp_tunnel.ts";

/**
 * Tunnels and sessions of L2TP version 3: `ip l2tp`.
 *
 * @example An Ethernet link to another host
 * ```ts ignore
 * await generic.l2tp.tunnel.add({
 *   id: 3000,
 *   peerId: 4000,
 *   encapsulation: "ip",
 *   local: "192.0.2.1",
 *   remote: "192.0.2.2",
 * });
 * await generic.l2tp.session.add({
 *   tunnelId: 3000,
 *   id: 1000,
 *   peerId: 2000,
 *   name: "l2tpeth0",
 * });
 * ```
 *
 * The kernel deletes tunnels and sessions a little later than it answers: until
 * then, they are still listed.
 */
export class L2tp {
  /** Tunnels: `ip l2tp add tunnel`. */
  readonly tunnel: L2tpTunnels;
  /** Sessions, each of which is a link: `ip l2tp add session`. */
  readonly session: L2tpSessions;

  /**
   * Makes the object.
   *
   * @param connection A connection to `NETLINK_GENERIC`.
   * @param routing A connection to `NETLINK_ROUTE`.
   */
  constructor(connection: Connection, routing: Connection) {
    const requests = new FamilyRequests<L2tpAttributes>(
      connection,
      routing,
      l2tpFamily,
    );
    this.tunnel = new L2tpTunnels(requests);
    this.session = new L2tpSessions(requests);
  }
}
