/**
 * IPsec: states and policies of a network namespace.
 *
 * @module
 */

import { NETLINK_ROUTE, NETLINK_XFRM } from "../../messages/families.ts";
import { NetlinkSocket } from "../../socket/netlink.ts";
import type { SocketOptions } from "../../socket/open.ts";
import {
  Connection,
  type ConnectionOptions,
} from "../connection/connection.ts";
import { checkOpen, checkOptions, openChecks } from "../connection/options.ts";
import type {
  EventMonitor,
  EventMonitorOptions,
} from "../monitor/event_monitor.ts";
import type { OpenTransport } from "../monitor/open.ts";
import { watchXfrm, XFRM_GROUPS, type XfrmWatched } from "./monitor.ts";
import type { XfrmEvent } from "./events.ts";
import { onFirstUse } from "../object/on_first_use.ts";
import type { XfrmPolicies } from "./policies.ts";
import type { XfrmRequests } from "./requests.ts";
import type { XfrmStates } from "./states.ts";

/** Options of {@linkcode Xfrm.open}. */
export interface XfrmOpenOptions extends SocketOptions, ConnectionOptions {}

/**
 * IPsec: `ip xfrm` as an object. It needs `CAP_NET_ADMIN`.
 *
 * @example A tunnel: what goes from one network to the other is encrypted
 * ```ts ignore
 * import { Xfrm } from "@netlink/netlink";
 *
 * using xfrm = Xfrm.open();
 * await xfrm.state.add({
 *   source: "192.0.2.1",
 *   destination: "192.0.2.2",
 *   protocol: "esp",
 *   spi: 0x100,
 *   mode: "tunnel",
 *   aead: { name: "rfc4106(gcm(aes))", key, icvLength: 16 },
 * });
 * await xfrm.policy.add({
 *   direction: "out",
 *   selector: { source: "10.0.0.0/24", destination: "10.1.0.0/24" },
 *   templates: [{
 *     source: "192.0.2.1",
 *     destination: "192.0.2.2",
 *     protocol: "esp",
 *     mode: "tunnel",
 *   }],
 * });
 * ```
 */
export class Xfrm implements Disposable {
  readonly #connection: Connection;
  readonly #routing: Connection;
  readonly #openTransport: OpenTransport | undefined;
  /** States: `ip xfrm state`. */
  readonly state: XfrmStates;
  /** Policies: `ip xfrm policy`. */
  readonly policy: XfrmPolicies;

  /**
   * Makes the object.
   *
   * @param connection A connection to `NETLINK_XFRM`; it is closed with this
   * object.
   * @param routing A connection to `NETLINK_ROUTE`, where devices are looked
   * up; it is closed with this object.
   * @param openTransport Opens a socket for reports in the same network
   * namespace.
   */
  constructor(
    connection: Connection,
    routing: Connection,
    openTransport?: OpenTransport,
  ) {
    this.#connection = connection;
    this.#routing = routing;
    this.#openTransport = openTransport;
    async function requests(): Promise<XfrmRequests> {
      const { XfrmRequests } = await import("./requests.ts");
      return new XfrmRequests(connection, routing);
    }
    this.state = onFirstUse(async () => {
      const { XfrmStates } = await import("./states.ts");
      return new XfrmStates(await requests());
    }, { list: "listing" });
    this.policy = onFirstUse(async () => {
      const { XfrmPolicies } = await import("./policies.ts");
      return new XfrmPolicies(await requests());
    }, { list: "listing" });
  }

  /**
   * Opens sockets.
   *
   * @param options Where and how to open them.
   * @returns IPsec of a network namespace.
   * @throws {SocketError} If there is no such namespace, or no socket.
   * @throws {UnsupportedError} If there are no netlink sockets here.
   */
  static open(options: XfrmOpenOptions = {}): Xfrm {
    checkOptions(options, openChecks);
    const first = new NetlinkSocket(NETLINK_XFRM, options);
    const connection = new Connection(first, options);
    try {
      const routing = new NetlinkSocket(NETLINK_ROUTE, options);
      return new Xfrm(
        connection,
        new Connection(routing, options),
        (listener) => {
          checkOpen(first);
          const { receiveBuffer = options.receiveBuffer } = listener ?? {};
          return new NetlinkSocket(NETLINK_XFRM, {
            ...options,
            ...receiveBuffer !== undefined && { receiveBuffer },
          });
        },
      );
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  /**
   * Watches what happens: `ip xfrm monitor`.
   *
   * @param watched What to watch; everything by default.
   * @param options How to watch it.
   * @returns The monitor, to be iterated over; it is closed when the loop over
   * it is left.
   * @throws {TypeError} If something cannot be watched.
   * @throws {SocketError} If the kernel refuses.
   */
  monitor(
    watched: Iterable<XfrmWatched> = Object.keys(XFRM_GROUPS) as XfrmWatched[],
    options: EventMonitorOptions = {},
  ): EventMonitor<XfrmEvent> {
    if (this.#openTransport === undefined) {
      throw new TypeError(
        "Cannot monitor: there is no way to open a socket for reports",
      );
    }
    return watchXfrm(watched, this.#openTransport, options);
  }

  /** The connection, for requests that this object has no methods for. */
  get connection(): Connection {
    return this.#connection;
  }

  /** Closes the sockets; requests that wait fail. */
  close(): void {
    this.#connection.close();
    this.#routing.close();
  }

  /** Same as {@linkcode Xfrm.close}. */
  [Symbol.dispose](): void {
    this.close();
  }
}
