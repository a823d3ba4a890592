/**
 * Watching what families of generic netlink report.
 *
 * @module
 */

import type { Connection } from "../connection/connection.ts";
import type {
  FamilyDefinition,
  FamilyInfo,
  KnownFamily,
} from "../connection/generic_family.ts";
import { checkOptions } from "../connection/options.ts";
import {
  EventMonitor,
  eventMonitorChecks,
  type EventMonitorOptions,
} from "../monitor/event_monitor.ts";
import type { OpenTransport } from "../monitor/open.ts";
import { FamilyRequests } from "./family_requests.ts";

/** What a monitor of a family watches. */
export interface FamilyWatch<E> {
  /**
   * Name of its multicast group, or names of several, of which old kernels may
   * have some only.
   */
  readonly group: string | readonly string[];
  /** Reads an event; `undefined` for what this library has no type for. */
  readonly read: (
    view: DataView,
    start: number,
    end: number,
  ) => E | undefined;
}

/**
 * Watches a family, whose groups are asked for first.
 *
 * @typeParam E The events.
 * @param info Asks for the family.
 * @param watch What to watch.
 * @param open Opens a socket.
 * @param options How to watch it.
 * @returns The monitor.
 * @throws {TypeError} If an option is wrong, there is no way to open a socket,
 * or the family has no such group.
 * @throws {SocketError} If the kernel refuses.
 */
export async function watchEvents<E>(
  info: (options: { signal?: AbortSignal }) => Promise<FamilyInfo>,
  watch: FamilyWatch<E>,
  open: OpenTransport | undefined,
  options: EventMonitorOptions,
): Promise<EventMonitor<E>> {
  checkOptions(options, eventMonitorChecks);
  if (open === undefined) {
    throw new TypeError(
      "Cannot monitor: there is no way to open a socket for reports",
    );
  }
  const { signal } = options;
  const { id, name, groups } = await info(
    signal === undefined ? {} : { signal },
  );
  const names = [watch.group].flat();
  const known = names.map((name) => groups[name])
    .filter((group) => group !== undefined);
  if (known.length === 0) {
    throw new TypeError(
      `Cannot watch ${name}: there is no group ${names.join(" or ")}`,
    );
  }
  return new EventMonitor<E>(
    {
      groups: known,
      load: () => (type, view, start, end) =>
        type === id ? watch.read(view, start, end) : undefined,
    },
    open,
    options,
  );
}

/**
 * Methods of a family that reports what happens.
 *
 * @typeParam A The attributes of its messages.
 * @typeParam E The reports.
 */
export abstract class ReportingFamily<A, E> {
  /** The family. */
  protected abstract readonly definition: FamilyDefinition<A>;
  /** What it reports. */
  protected abstract readonly watch: FamilyWatch<E>;
  readonly #connection: Connection;
  readonly #routing: Connection;
  readonly #open: OpenTransport | undefined;
  readonly #known: KnownFamily = {};
  #requests: FamilyRequests<A> | undefined;

  /**
   * Makes the methods.
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
    this.#connection = connection;
    this.#routing = routing;
    this.#open = open;
  }

  /** Sends the requests. */
  protected get requests(): FamilyRequests<A> {
    return this.#requests ??= this.requestsOf(this.definition);
  }

  /**
   * Makes what sends requests that have attributes of their own.
   *
   * @typeParam B The attributes.
   * @param definition The family with these attributes.
   * @returns What sends them; the family is asked for once for all of them.
   */
  protected requestsOf<B>(definition: FamilyDefinition<B>): FamilyRequests<B> {
    return new FamilyRequests(
      this.#connection,
      this.#routing,
      definition,
      this.#known,
    );
  }

  /**
   * Watches what the family reports.
   *
   * @param options How to watch it.
   * @returns The monitor, to be iterated over; it is closed when the loop over
   * it is left.
   * @throws {TypeError} If an option is wrong.
   * @throws {SocketError} If the kernel refuses (`EPERM`).
   * @throws {NetlinkError} If the kernel has no such family (`ENOENT`).
   */
  async monitor(options: EventMonitorOptions = {}): Promise<EventMonitor<E>> {
    const { family } = this.requests;
    return await watchEvents(
      (options) => family.info(options),
      this.watch,
      this.#open,
      options,
    );
  }
}
