/**
 * Opens the sockets of a watcher.
 *
 * @module
 */

import { SocketError } from "../../socket/error.ts";
import type { Transport } from "../../socket/transport.ts";
import { Connection } from "../connection/connection.ts";
import type { Kind } from "./kind.ts";
import { kinds } from "./kinds.ts";
import { Listener } from "../connection/listener.ts";
import { triggerGroups } from "./triggers.ts";
import { Watcher } from "./watcher.ts";

/** Options of the socket that hears notifications. */
export interface ListenerOptions {
  /** Size of the receive buffer in bytes. */
  receiveBuffer: number;
  /** Whether to hear what happens in all network namespaces with an id. */
  allNamespaces: boolean;
}

/** Opens a socket: for notifications with options, for dumps without. */
export type OpenTransport = (options?: ListenerOptions) => Transport;

/** Options of {@linkcode openWatcher}. */
export interface OpenOptions {
  /** Whether to report what is there already. */
  snapshot: boolean;
  /** Whether to keep nothing in mind, and dump nothing. */
  stateless: boolean;
  /** How often to dump everything again, in seconds. */
  verifyEvery: number;
  /** Whether to report only objects that are kept in mind. */
  keptOnly: boolean;
  /** Says whether anybody wants the objects in people's words. */
  wanted: () => boolean;
  /** Size of the receive buffer in bytes. */
  receiveBuffer: number;
  /** Whether to hear what happens in all network namespaces with an id. */
  allNamespaces: boolean;
  /** Whether the event loop goes on while the kernel lists what is there. */
  nonblocking: boolean;
}

/**
 * Opens the sockets of a watcher and joins the groups.
 *
 * @param objects Names of the kinds to watch.
 * @param open Opens a socket.
 * @param options What to watch, and how.
 * @returns The watcher.
 * @throws {TypeError} If there is no such kind.
 * @throws {SocketError} If the kernel refuses.
 */
export function openWatcher(
  objects: Iterable<keyof typeof kinds>,
  open: OpenTransport,
  options: OpenOptions,
): Watcher {
  const chosen = new Map<string, Kind<unknown>>();
  for (const name of objects) {
    if (!Object.hasOwn(kinds, name)) {
      const known = Object.keys(kinds).join(", ");
      throw new TypeError(
        `Cannot watch ${JSON.stringify(name)}: there are ${known}`,
      );
    }
    chosen.set(name, kinds[name] as unknown as Kind<unknown>);
  }
  const { receiveBuffer, allNamespaces, nonblocking } = options;
  const transport = open({ receiveBuffer, allNamespaces });
  try {
    join(transport, chosen.values(), options.stateless);
    const { snapshot, verifyEvery, keptOnly, wanted } = options;
    return new Watcher({
      kinds: chosen,
      listener: new Listener(transport),
      connection: options.stateless
        ? undefined
        : new Connection(open(), { nonblocking }),
      snapshot,
      verifyEvery,
      keptOnly,
      wanted,
    });
  } catch (error) {
    transport[Symbol.dispose]();
    throw error;
  }
}

function join(
  transport: Transport,
  chosen: Iterable<Kind<unknown>>,
  stateless: boolean,
): void {
  const groups = new Set<number>();
  const more = new Set<number>();
  for (const kind of chosen) {
    for (const group of kind.groups) groups.add(group);
    if (stateless) continue;
    for (const name of kind.known?.triggers ?? []) {
      for (const group of triggerGroups[name]) more.add(group);
    }
  }
  for (const group of groups) transport.join(group);
  for (const group of more) {
    if (groups.has(group)) continue;
    try {
      transport.join(group);
    } catch (error) {
      // A kernel without the group has no such objects either.
      if (!(error instanceof SocketError && error.code === "EINVAL")) {
        throw error;
      }
    }
  }
}
