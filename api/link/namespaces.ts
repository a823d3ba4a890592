/**
 * Connections to the network namespaces that the parts of one request are in.
 *
 * @module
 */

import { NETLINK_ROUTE } from "../../messages/families.ts";
import type { NetworkNamespace } from "../../socket/namespace.ts";
import { NetlinkSocket } from "../../socket/netlink.ts";
import { Connection } from "../connection/connection.ts";

/** Connections to network namespaces, opened when they are first needed. */
export class Namespaces implements Disposable {
  readonly #home: Connection;
  readonly #opened = new Map<string, Connection>();

  /**
   * Makes the object.
   *
   * @param home The connection to the namespace that requests begin in.
   */
  constructor(home: Connection) {
    this.#home = home;
  }

  /**
   * Finds the connection to a namespace.
   *
   * @param netns The namespace; `undefined` for the one that requests begin in.
   * @returns The connection, which this object closes.
   * @throws {SocketError} If there is no such namespace, or no right to enter it.
   */
  connection(netns: NetworkNamespace | undefined): Connection {
    if (netns === undefined) return this.#home;
    const key = JSON.stringify(netns);
    let connection = this.#opened.get(key);
    if (connection === undefined) {
      connection = new Connection(new NetlinkSocket(NETLINK_ROUTE, { netns }));
      this.#opened.set(key, connection);
    }
    return connection;
  }

  /** Closes the connections that were opened. */
  [Symbol.dispose](): void {
    for (const connection of this.#opened.values()) connection.close();
    this.#opened.clear();
  }
}
