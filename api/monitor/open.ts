/**
 * Opens the sockets of a watcher.
 *
 * @module
 */

import { SocketError } from "../../socket/error.ts";
import type { Transport } from "../../socket/transport.ts";
import { Connection } from "../connection/connection.ts";
import { checkIterable, FieldPath } from "../mapping/field_path.ts";
import type { MonitoredObject } from "./change.ts";
import { type Source, sources, triggerGroups } from "./sources.ts";

/** Options of the socket that receives notifications. */
export interface ListenerOptions {
  /** Size of the receive buffer in bytes. */
  receiveBuffer: number;
  /** Whether to receive what happens in all network namespaces with an id. */
  allNamespaces: boolean;
}

/** Opens a socket: for notifications with options, for dumps without. */
export type OpenTransport = (options?: ListenerOptions) => Transport;

/** Options of {@linkcode openSockets}. */
export interface OpenOptions {
  /** Whether to report what is there already. */
  snapshot: boolean;
  /** Whether to keep nothing in mind, and dump nothing. */
  stateless: boolean;
  /** How often to dump everything again, in seconds. */
  verifyEvery: number;
  /** Whether to report only objects that are kept in mind. */
  keptOnly: boolean;
  /** Returns whether anybody wants the objects in people's terms. */
  wanted: () => boolean;
  /** Size of the receive buffer in bytes. */
  receiveBuffer: number;
  /** Whether to receive what happens in all network namespaces with an id. */
  allNamespaces: boolean;
  /** Whether the event loop goes on while the kernel lists what is there. */
  nonblocking: boolean;
}

/** What a watcher is made of. */
export interface Sockets {
  /** What to watch. */
  readonly objects: readonly MonitoredObject[];
  /** Receives notifications. */
  readonly transport: Transport;
  /** Asks for dumps; without it, nothing is known but notifications. */
  readonly connection: Connection | undefined;
  /** How to watch. */
  readonly options: OpenOptions;
}

/**
 * Opens the sockets of a watcher and joins the groups.
 *
 * @param objects Names of the kinds to watch.
 * @param open Opens a socket.
 * @param options What to watch, and how.
 * @returns The sockets, which receive from now on.
 * @throws {TypeError} If there is no such kind, or none is named.
 * @throws {SocketError} If the kernel refuses.
 */
export function openSockets(
  objects: Iterable<MonitoredObject>,
  open: OpenTransport,
  options: OpenOptions,
): Sockets {
  checkIterable(objects, FieldPath.root.at("objects"));
  const names = [...new Set(objects)];
  const unknown = names.find((name) => !Object.hasOwn(sources, name));
  if (names.length === 0 || unknown !== undefined) {
    const known = Object.keys(sources).join(", ");
    const what = names.length === 0 ? "nothing" : JSON.stringify(unknown);
    throw new TypeError(`Cannot watch ${what}: there are ${known}`);
  }
  const { receiveBuffer, allNamespaces, stateless, nonblocking } = options;
  const transport = open({ receiveBuffer, allNamespaces });
  try {
    join(transport, names.map((name) => sources[name]), stateless);
    const connection = stateless
      ? undefined
      : new Connection(open(), { nonblocking });
    return { objects: names, transport, connection, options };
  } catch (error) {
    transport[Symbol.dispose]();
    throw error;
  }
}

function join(
  transport: Transport,
  chosen: Iterable<Source>,
  stateless: boolean,
): void {
  const groups = new Set<number>();
  const more = new Set<number>();
  for (const source of chosen) {
    for (const group of source.groups) groups.add(group);
    if (stateless) continue;
    for (const name of source.triggers ?? []) {
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
