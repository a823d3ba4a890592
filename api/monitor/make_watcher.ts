/**
 * Makes watchers, with all that is known of the objects that can be watched.
 *
 * @module
 */

import { Listener } from "../connection/listener.ts";
import type { MonitoredObject } from "./change.ts";
import type { Kind } from "./kind.ts";
import { kinds } from "./kinds.ts";
import {
  type OpenOptions,
  openSockets,
  type OpenTransport,
  type Sockets,
} from "./open.ts";
import { Watcher } from "./watcher.ts";

/**
 * Makes a watcher.
 *
 * @param sockets Its sockets, which are its own from now on.
 * @returns The watcher.
 */
export function makeWatcher(
  { objects, transport, connection, options }: Sockets,
): Watcher {
  const { snapshot, verifyEvery, keptOnly, wanted } = options;
  return new Watcher({
    kinds: new Map(
      objects.map((name) => [name, kinds[name] as unknown as Kind<unknown>]),
    ),
    listener: new Listener(transport),
    connection,
    snapshot,
    verifyEvery,
    keptOnly,
    wanted,
  });
}

/**
 * Opens the sockets of a watcher and makes it.
 *
 * @param objects Names of the kinds to watch.
 * @param open Opens a socket.
 * @param options What to watch, and how.
 * @returns The watcher.
 * @throws {TypeError} If there is no such kind.
 * @throws {SocketError} If the kernel refuses.
 */
export function openWatcher(
  objects: Iterable<MonitoredObject>,
  open: OpenTransport,
  options: OpenOptions,
): Watcher {
  return makeWatcher(openSockets(objects, open, options));
}
