/**
 * The sockets behind monitors and mirrors.
 *
 * @module
 */

import {
  countOption,
  flagOption,
  type OptionChecks,
  secondsOption,
  signalOption,
} from "../connection/options.ts";
import type { MonitoredObject } from "./change.ts";
import type { MirrorOptions, MonitorOptions } from "./options.ts";
import { openSockets, type OpenTransport, type Sockets } from "./open.ts";

/** Size of the receive buffer in bytes: room for some ten thousand changes. */
const RECEIVE_BUFFER = 8 << 20;

/** How to watch. */
export interface WatchOptions extends MonitorOptions {
  /**
   * Whether to report only objects that are kept in mind.
   *
   * @default {false}
   */
  keptOnly?: boolean;
  /**
   * Returns whether anybody wants the objects in people's terms; always by
   * default.
   */
  wanted?: () => boolean;
}

/** Checks of the options of a mirror. */
export const mirrorChecks: OptionChecks<MirrorOptions> = {
  signal: signalOption,
  verifyEvery: secondsOption,
  receiveBuffer: countOption,
  nonblocking: flagOption,
};

/** Checks of the options of a monitor. */
export const monitorChecks: OptionChecks<MonitorOptions> = {
  ...mirrorChecks,
  snapshot: flagOption,
  stateless: flagOption,
  allNamespaces: flagOption,
};

/**
 * Opens the sockets of the watcher behind a monitor or a mirror.
 *
 * @param objects What to watch.
 * @param open Opens a socket.
 * @param options How to watch it.
 * @returns The sockets.
 */
export function watch(
  objects: Iterable<MonitoredObject>,
  open: OpenTransport,
  options: WatchOptions,
): Sockets {
  const { signal } = options;
  signal?.throwIfAborted();
  return openSockets(objects, open, {
    snapshot: options.snapshot ?? false,
    stateless: options.stateless ?? false,
    keptOnly: options.keptOnly ?? false,
    wanted: options.wanted ?? (() => true),
    verifyEvery: options.verifyEvery ?? Infinity,
    receiveBuffer: options.receiveBuffer ?? RECEIVE_BUFFER,
    allNamespaces: options.allNamespaces ?? false,
    nonblocking: options.nonblocking ?? false,
  });
}
