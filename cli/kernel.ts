/**
 * What the commands need of a connection to the kernel, which is what
 * `Connection` of `api/` has; tests put something else in its place.
 *
 * @module
 */

import type { Codec } from "../messages/codec/mod.ts";

/** A message for the kernel. */
export interface KernelRequest<T, R = T> {
  /** Message type, such as `RTM_GETLINK`. */
  type: number;
  /** `NLM_F_*` besides those that the method sets. */
  flags?: number;
  /** Codec of the message. */
  codec: Codec<T>;
  /** The message. */
  message: T;
  /** Codec of the replies, if it is another one. */
  reply?: Codec<R>;
}

/** A connection to the kernel. */
export interface Kernel extends Disposable {
  /**
   * Sends a request and waits for its acknowledgement.
   *
   * @param request The request.
   * @returns The replies.
   */
  request<T, R = T>(request: KernelRequest<T, R>): Promise<R[]>;
  /**
   * Asks for one object.
   *
   * @param request The request.
   * @returns The object.
   */
  get<T, R = T>(request: KernelRequest<T, R>): Promise<R>;
  /**
   * Asks for all objects.
   *
   * @param request The request.
   * @returns The objects.
   */
  dumpAll<T, R = T>(request: KernelRequest<T, R>): Promise<R[]>;
  /**
   * Asks for all objects, and yields them a datagram at a time.
   *
   * @param request The request.
   * @param options Whether to yield them before the dump is complete.
   * @returns The objects.
   */
  dumpChunks<T, R = T>(
    request: KernelRequest<T, R>,
    options?: { streaming?: boolean },
  ): AsyncGenerator<R[], void>;
}
