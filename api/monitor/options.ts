/**
 * Options of mirrors.
 *
 * @module
 */

import type { MonitorOptions } from "./monitor.ts";

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
