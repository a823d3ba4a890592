/**
 * Watching a device of WireGuard by asking for it again and again, as the kernel
 * does not report changes.
 *
 * @module
 */

import type { RequestOptions } from "../connection/connection.ts";
import type { Device } from "../mapping/device.ts";
import {
  checkOptions,
  flagOption,
  type OptionChecks,
  signalOption,
} from "../connection/options.ts";
import type { WireguardDevice, WireguardPeer } from "./spec.ts";

/** Options of {@linkcode WireguardMonitor}. */
export interface WireguardMonitorOptions {
  /**
   * Seconds between two questions.
   *
   * @default {1}
   */
  interval?: number;
  /**
   * Whether changes of `receivedBytes` and `sentBytes` are reported, too.
   *
   * @default {false}
   */
  counters?: boolean;
  /** Ends the monitor: its loop throws the signal's reason. */
  signal?: AbortSignal;
}

/** The device as it is when the monitor starts. */
export interface WireguardSnapshot {
  /** What has happened. */
  readonly kind: "snapshot";
  /** The device. */
  readonly device: WireguardDevice;
}

/** Settings of the device have changed. */
export interface WireguardDeviceChange {
  /** What has happened. */
  readonly kind: "device-changed";
  /** The device as it is now. */
  readonly device: WireguardDevice;
  /** The device as it was. */
  readonly before: WireguardDevice;
  /** Names of the properties that have changed. */
  readonly properties: readonly (keyof WireguardDevice)[];
}

/** A peer was added or removed. */
export interface WireguardPeerPresence {
  /** What has happened. */
  readonly kind: "peer-added" | "peer-removed";
  /** The peer. */
  readonly peer: WireguardPeer;
}

/** A peer has changed. */
export interface WireguardPeerChange {
  /** What has happened. */
  readonly kind: "peer-changed";
  /** The peer as it is now. */
  readonly peer: WireguardPeer;
  /** The peer as it was. */
  readonly before: WireguardPeer;
  /** Names of the properties that have changed. */
  readonly properties: readonly (keyof WireguardPeer)[];
}

/** The device is not there any more, and the monitor ends. */
export interface WireguardDeletion {
  /** What has happened. */
  readonly kind: "deleted";
  /** The device as it was. */
  readonly before: WireguardDevice;
}

/** What a {@linkcode WireguardMonitor} reports. */
export type WireguardEvent =
  | WireguardSnapshot
  | WireguardDeviceChange
  | WireguardPeerPresence
  | WireguardPeerChange
  | WireguardDeletion;

/** Who is asked for the device. */
export interface WireguardSource {
  /** Gets a device, which has to be there. */
  readonly get: (
    link: Device,
    options: RequestOptions,
  ) => Promise<WireguardDevice>;
  /** Gets a device, if it is there. */
  readonly find: (
    link: Device,
    options: RequestOptions,
  ) => Promise<WireguardDevice | undefined>;
}

/** Seconds between two questions. */
const INTERVAL = 1;
/** The longest time in milliseconds that timers take. */
const LONGEST = 0x7fffffff;

const checks: OptionChecks<WireguardMonitorOptions> = {
  interval: {
    fits: (value) =>
      typeof value === "number" && value > 0 && 1000 * value <= LONGEST,
    expected: "a number of seconds that is not 0 is expected",
  },
  counters: flagOption,
  signal: signalOption,
};

const DEVICE = [
  "name",
  "privateKey",
  "publicKey",
  "listenPort",
  "firewallMark",
] as const satisfies readonly (keyof WireguardDevice)[];

const PEER = [
  "presharedKey",
  "endpoint",
  "keepalive",
  "allowedIps",
  "latestHandshake",
] as const satisfies readonly (keyof WireguardPeer)[];

const COUNTERS = [
  "receivedBytes",
  "sentBytes",
] as const satisfies readonly (keyof WireguardPeer)[];

/**
 * Returns the device, and then what changes about it, as long as it is iterated
 * over. What changes and changes back between two questions is not noticed.
 */
export class WireguardMonitor implements AsyncIterable<WireguardEvent> {
  readonly #source: WireguardSource;
  readonly #options: WireguardMonitorOptions;
  #device: WireguardDevice;

  private constructor(
    source: WireguardSource,
    options: WireguardMonitorOptions,
    device: WireguardDevice,
  ) {
    this.#source = source;
    this.#options = options;
    this.#device = device;
  }

  /**
   * Starts to watch a device.
   *
   * @param link The link.
   * @param source Who is asked.
   * @param options How often, and what to report.
   * @returns The monitor.
   * @throws {TypeError} If an option is wrong.
   * @throws {NetlinkError} If there is no such device.
   */
  static async start(
    link: Device,
    source: WireguardSource,
    options: WireguardMonitorOptions,
  ): Promise<WireguardMonitor> {
    checkOptions(options, checks);
    const { signal } = options;
    const device = await source.get(
      link,
      signal === undefined ? {} : { signal },
    );
    return new WireguardMonitor(source, options, device);
  }

  /**
   * Returns events one by one.
   *
   * @returns The events.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async *[Symbol.asyncIterator](): AsyncGenerator<WireguardEvent, void> {
    const { interval = INTERVAL, counters = false, signal } = this.#options;
    const options = signal === undefined ? {} : { signal };
    signal?.throwIfAborted();
    yield { kind: "snapshot", device: this.#device };
    for (;;) {
      await pause(1000 * interval, signal);
      const before = this.#device;
      // Its index names it even if it has got another name.
      const device = await this.#source.find(before.index, options);
      if (device === undefined) return yield { kind: "deleted", before };
      this.#device = device;
      yield* wireguardEvents(before, device, counters);
    }
  }
}

/**
 * Compares two states of a device.
 *
 * @param before The device as it was.
 * @param device The device as it is.
 * @param counters Whether changes of counters are reported, too.
 * @returns What has changed.
 */
export function* wireguardEvents(
  before: WireguardDevice,
  device: WireguardDevice,
  counters: boolean,
): Generator<WireguardEvent, void> {
  const properties = differing(DEVICE, before, device);
  if (properties.length > 0) {
    yield { kind: "device-changed", device, before, properties };
  }
  const names = counters ? [...PEER, ...COUNTERS] : PEER;
  const gone = new Map(before.peers.map((peer) => [peer.publicKey, peer]));
  for (const peer of device.peers) {
    const before = gone.get(peer.publicKey);
    gone.delete(peer.publicKey);
    if (before === undefined) {
      yield { kind: "peer-added", peer };
      continue;
    }
    const properties = differing(names, before, peer);
    if (properties.length > 0) {
      yield { kind: "peer-changed", peer, before, properties };
    }
  }
  for (const peer of gone.values()) yield { kind: "peer-removed", peer };
}

function differing<T, K extends keyof T>(
  names: readonly K[],
  a: T,
  b: T,
): K[] {
  return names.filter((name) => textOf(a[name]) !== textOf(b[name]));
}

/** Text by which values are compared; the order of networks is no difference. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.toSorted().join();
  return value instanceof Date ? `${value.getTime()}` : `${value}`;
}

function pause(time: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, time);
    if (signal?.aborted) abort();
    else signal?.addEventListener("abort", abort, { once: true });
  });
}
