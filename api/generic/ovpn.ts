/**
 * Data channels of OpenVPN in the kernel, family `ovpn`: peers, keys, and what
 * happens to them.
 *
 * @see {@link https://docs.kernel.org/networking/netlink_spec/ovpn.html | ovpn netlink specification}
 *
 * @module
 */

import {
  OVPN_MCGRP_PEERS,
  type OvpnAttributes,
} from "../../messages/generic/ovpn.ts";
import type { Connection } from "../connection/connection.ts";
import type { OpenTransport } from "../monitor/open.ts";
import { ReportingFamily } from "./family_monitor.ts";
import { FamilyRequests } from "./family_requests.ts";
import { type OvpnEvent, readOvpnEvent } from "./ovpn_event.ts";
import { ovpnFamily } from "./ovpn_family.ts";
import { OvpnKeys } from "./ovpn_keys.ts";
import { OvpnPeers } from "./ovpn_peers.ts";

/**
 * Data channels of OpenVPN in the kernel. Their devices are links of kind
 * `ovpn`; a program does all the rest of the protocol through the same socket.
 * Where this is a module, the kernel loads it when the family is asked for, and
 * not when such a link is added.
 *
 * @example Let the kernel encrypt what goes to a server
 * ```ts ignore
 * await generic.resolve("ovpn");
 * await net.link.add({ name: "ovpn0", ovpn: { mode: "p2p" }, up: true });
 * await generic.ovpn.peers.add({
 *   device: "ovpn0",
 *   id: 7,
 *   socket: descriptor,
 *   remote: "192.0.2.1",
 *   remotePort: 1194,
 *   keepalive: { interval: 10, timeout: 60 },
 * });
 * await generic.ovpn.keys.add({
 *   device: "ovpn0",
 *   peer: 7,
 *   slot: "primary",
 *   id: 0,
 *   cipher: "chacha20-poly1305",
 *   encrypt: { key: ourKey, nonceTail: ourNonce },
 *   decrypt: { key: theirKey, nonceTail: theirNonce },
 * });
 * ```
 *
 * {@linkcode Ovpn.monitor} reports peers that are deleted or have another
 * address, and keys that are used up, of all devices whose sockets are in this
 * network namespace.
 *
 * @example Renew keys when the kernel asks for it
 * ```ts ignore
 * for await (const event of await generic.ovpn.monitor()) {
 *   if (event.kind === "key-swap-needed") await renewKey(event.value.peer);
 *   if (event.kind === "peer-deleted") console.log(event.value.reason);
 * }
 * ```
 */
export class Ovpn extends ReportingFamily<OvpnAttributes, OvpnEvent> {
  /** Peers. */
  readonly peers: OvpnPeers;
  /** Keys of peers. */
  readonly keys: OvpnKeys;

  /**
   * Makes the object.
   *
   * @param connection A connection to `NETLINK_GENERIC`.
   * @param routing A connection to `NETLINK_ROUTE`, where devices are looked
   * up.
   * @param open Opens a socket for reports in the same network namespace.
   */
  constructor(
    connection: Connection,
    routing: Connection,
    open?: OpenTransport,
  ) {
    super(
      new FamilyRequests(connection, routing, ovpnFamily),
      () => ({ group: OVPN_MCGRP_PEERS, read: readOvpnEvent }),
      open,
    );
    this.peers = new OvpnPeers(this.requests);
    this.keys = new OvpnKeys(this.requests);
  }
}
