/**
 * What bridges have besides ports and forwarding entries: `bridge`.
 *
 * @module
 */

import type { Connection } from "../connection/connection.ts";
import { GlobalVlans } from "./global_vlan.ts";
import { MulticastEntries } from "./mdb.ts";
import { PortTreeStates } from "./mst.ts";
import { BridgeVlans } from "./vlan.ts";
import { VxlanNetworks } from "./vni.ts";

/**
 * What bridges have besides ports and forwarding entries. Settings of ports are
 * those of links (`net.link.set("eth1", { bridgePort: … })`), and forwarding
 * entries `net.forwarding`.
 *
 * @example A trunk
 * ```ts ignore
 * await net.bridge.vlan.add({ device: "eth1", vlan: "100-199" });
 * await net.bridge.vlan.add({ device: "eth2", vlan: 100, pvid: true, untagged: true });
 * ```
 */
export class Bridges {
  /** VLANs of bridges and their ports: `bridge vlan`. */
  readonly vlan: BridgeVlans;
  /** Options of VLANs that bridges have: `bridge vlan global`. */
  readonly globalVlan: GlobalVlans;
  /** Multicast databases: `bridge mdb`. */
  readonly mdb: MulticastEntries;
  /** Networks of VXLAN devices: `bridge vni`. */
  readonly vni: VxlanNetworks;
  /** States of ports in spanning trees: `bridge mst`. */
  readonly mst: PortTreeStates;

  /**
   * Makes the objects.
   *
   * @param connection Where to send requests.
   */
  constructor(connection: Connection) {
    this.vlan = new BridgeVlans(connection);
    this.globalVlan = new GlobalVlans(connection);
    this.mdb = new MulticastEntries(connection);
    this.vni = new VxlanNetworks(connection);
    this.mst = new PortTreeStates(connection);
  }
}
