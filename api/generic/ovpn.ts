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
import type { FamilyDefinition } from "../connection/generic_family.ts";
import { type FamilyWatch, ReportingFamily } from "./family_monitor.ts";
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
  /** The family. */
  protected override readonly definition: FamilyDefinition<OvpnAttributes> =
    ovpnFamily;
  /** What it reports. */
  protected override readonly watch: FamilyWatch<OvpnEvent> = {
    group: OVPN_MCGRP_PEERS,
    read: readOvpnEvent,
  };
  /** Peers. */
  readonly peers: OvpnPeers = new OvpnPeers(this.requests);
  /** Keys of peers. */
  readonly keys: OvpnKeys = new OvpnKeys(this.requests);
}
