/**
 * Options of monitors and mirrors.
 *
 * @module
 */

/** Options of a monitor. */
export interface MonitorOptions {
  /** Ends the monitor: its loop throws the signal's reason. */
  signal?: AbortSignal;
  /**
   * Whether to report first what is there, each object as `new`, and then
   * `snapshot-end`.
   *
   * @default {false}
   */
  snapshot?: boolean;
  /**
   * Whether to keep no copy of what is there: changes have no `old`, nothing is
   * dumped, and what is lost in an overrun stays lost.
   *
   * @default {false}
   */
  stateless?: boolean;
  /**
   * How often to compare with what is there, in seconds, apart from the
   * events after which the kernel changes objects without a notification.
   *
   * @default {Infinity}
   */
  verifyEvery?: number;
  /**
   * Size of the receive buffer, where notifications wait, in bytes. Without
   * `CAP_NET_ADMIN`, it is limited to `/proc/sys/net/core/rmem_max`.
   *
   * @default {8388608}
   */
  receiveBuffer?: number;
  /**
   * Whether to report also what happens in the other network namespaces that
   * have an id here. Their objects are not cached: such changes have no `old`.
   * It needs `CAP_NET_BROADCAST`.
   *
   * @default {false}
   */
  allNamespaces?: boolean;
  /**
   * Whether the event loop goes on while the kernel lists what is there: see
   * {@linkcode ConnectionOptions.nonblocking}. Notifications never make it
   * wait.
   *
   * @default {false}, or as the network configuration was opened
   */
  nonblocking?: boolean;
}

/** Options of a mirror. */
export type MirrorOptions = Omit<
  MonitorOptions,
  "snapshot" | "stateless" | "allNamespaces"
>;

/** Options of {@linkcode Mirror.until}. */
export interface UntilOptions {
  /** Gives up waiting: the promise rejects with the signal's reason. */
  signal?: AbortSignal;
  /**
   * How long to wait, in seconds.
   *
   * @default {Infinity}
   */
  timeout?: number;
}
