/**
 * Families of generic netlink with what they report.
 *
 * @module
 */

import type { GenericMessage } from "../../messages/generic/header.ts";
import type { Connection, RequestOptions } from "../connection/connection.ts";
import {
  type FamilyDefinition,
  GenericFamily,
} from "../connection/generic_family.ts";
import type {
  EventMonitor,
  EventMonitorOptions,
} from "../monitor/event_monitor.ts";
import type { OpenTransport } from "../monitor/open.ts";
import type { FamilyPolicy } from "./policy.ts";

/**
 * A family that can be talked to and watched.
 *
 * @typeParam A The attributes of its messages.
 */
export class WatchedFamily<A> extends GenericFamily<A> {
  readonly #connection: Connection;
  readonly #definition: FamilyDefinition<A>;
  readonly #open: OpenTransport | undefined;

  /**
   * Makes the object.
   *
   * @param connection A connection to `NETLINK_GENERIC`.
   * @param definition The family.
   * @param open Opens a socket for reports in the same network namespace.
   */
  constructor(
    connection: Connection,
    definition: FamilyDefinition<A>,
    open?: OpenTransport,
  ) {
    super(connection, definition);
    this.#connection = connection;
    this.#definition = definition;
    this.#open = open;
  }

  /**
   * Watches what the family reports to a multicast group.
   *
   * @param group Name of the group, such as `monitor`.
   * @param options How to watch.
   * @returns The monitor, to be iterated over; it is closed when the loop over
   * it ends.
   * @throws {TypeError} If the family has no such group, or an option is wrong.
   * @throws {NetlinkError} If there is no such family (`ENOENT`).
   * @throws {SocketError} If the kernel refuses.
   */
  async events(
    group: string,
    options: EventMonitorOptions = {},
  ): Promise<EventMonitor<GenericMessage<A>>> {
    const { watchEvents } = await import("./family_monitor.ts");
    const { codec } = this.#definition;
    return await watchEvents<GenericMessage<A>>(
      (rest) => this.info(rest),
      { group, read: (view, start, end) => codec.decode(view, start, end) },
      this.#open,
      options,
    );
  }

  /**
   * Asks for what the kernel accepts in the family's attributes, by command.
   *
   * @param options How to ask.
   * @returns The policy; commands without one are not in it.
   * @throws {NetlinkError} If there is no such family (`ENOENT`), or the kernel
   * is older than Linux 5.10.
   */
  async policy(options: RequestOptions = {}): Promise<FamilyPolicy> {
    const { familyPolicy } = await import("./policy.ts");
    return await familyPolicy(this.#connection, this.#definition.name, options);
  }
}
