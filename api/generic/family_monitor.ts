/**
 * Watching what families of generic netlink report.
 *
 * @module
 */

import type { FamilyInfo } from "../connection/generic_family.ts";
import { checkOptions } from "../mapping/options.ts";
import {
  EventMonitor,
  eventMonitorChecks,
  type EventMonitorOptions,
} from "../monitor/event_monitor.ts";
import type { OpenTransport } from "../monitor/open.ts";

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
