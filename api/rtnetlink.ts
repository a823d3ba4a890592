/**
 * The kernel's network configuration.
 *
 * @module
 */

import { NETLINK_ROUTE } from "../messages/families.ts";
import { NetlinkSocket } from "../socket/netlink.ts";
import type { SocketOptions } from "../socket/open.ts";
import type { Transport } from "../socket/transport.ts";
import { Connection, type ConnectionOptions } from "./connection.ts";
import { Links } from "./link.ts";

/** Options of {@linkcode Rtnetlink.open}. */
export interface RtnetlinkOptions extends SocketOptions, ConnectionOptions {}

/**
 * The kernel's network configuration: `ip` as an object.
 *
 * @example List links
 * ```ts ignore
 * import { Rtnetlink } from "@netlink/netlink";
 *
 * using net = Rtnetlink.open();
 * for await (const link of net.link.list()) console.log(link.name);
 * ```
 */
export class Rtnetlink implements Disposable {
  readonly #connection: Connection;
  /** Links: `ip link`. */
  readonly link: Links;

  /**
   * Makes the object.
   *
   * @param connection Where to send requests; it is closed with this object.
   * @param openTransport Opens a socket for notifications in the same network
   * namespace.
   */
  constructor(connection: Connection, openTransport?: () => Transport) {
    this.#connection = connection;
    this.link = new Links(connection, openTransport);
  }

  /**
   * Opens a socket.
   *
   * @param options Where and how to open it.
   * @returns The network configuration of a network namespace.
   * @throws {SocketError} If there is no such namespace, or no socket.
   * @throws {UnsupportedError} If there are no netlink sockets here.
   */
  static open(options: RtnetlinkOptions = {}): Rtnetlink {
    const open = () => new NetlinkSocket(NETLINK_ROUTE, options);
    return new Rtnetlink(new Connection(open(), options), open);
  }

  /** The connection, for requests that this object has no words for. */
  get connection(): Connection {
    return this.#connection;
  }

  /** Closes the socket; requests that wait fail. */
  close(): void {
    this.#connection.close();
  }

  /** Same as {@linkcode Rtnetlink.close}. */
  [Symbol.dispose](): void {
    this.close();
  }
}
