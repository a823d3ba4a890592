/**
 * Waiting for what the kernel reports about a request.
 *
 * @module
 */

import {
  type Nl80211Message,
  nl80211Message,
} from "../../messages/generic/nl80211/nl80211.ts";
import type { RequestOptions } from "../connection/connection.ts";
import { watchEvents } from "../generic/family_monitor.ts";
import type { Device } from "../mapping/device.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { NL80211_CMD_GET_INTERFACE } from "../../messages/generic/nl80211/commands.ts";
import { about, type WirelessRequests } from "./requests.ts";

/** How to ask, and how long to wait for what comes of it. */
export interface WaitOptions extends RequestOptions {
  /**
   * Seconds to wait for what comes of it.
   *
   * @default {30}
   */
  wait?: number;
}

/** Seconds to wait, if nothing else is wanted. */
const WAIT = 30;

/** What to wait for. */
export interface Awaited {
  /** Name of the group that reports it. */
  readonly group: string;
  /** What it is called in errors. */
  readonly noun: string;
  /** The events, one of which is to come. */
  readonly commands: readonly number[];
  /** The interface that they are to be about. */
  readonly link: Device;
  /** Starts what they report. */
  readonly start: () => Promise<unknown>;
}

/**
 * Starts something, and waits for the event that reports its end.
 *
 * @param requests Requests of the family.
 * @param awaited What to wait for.
 * @param options How long.
 * @returns The event.
 * @throws {TypeError} If there is no way to open a socket for reports, or the
 * time is none.
 * @throws {DOMException} If there is no event in time (`TimeoutError`).
 */
export async function waitFor(
  requests: WirelessRequests,
  { group, noun, commands, link, start }: Awaited,
  options: WaitOptions,
): Promise<Nl80211Message> {
  const { wait = WAIT, ...rest } = options ?? {};
  if (!(typeof wait === "number" && wait >= 0)) {
    throw FieldPath.root.at("wait").wrong(
      wait,
      "a number of seconds is expected",
    );
  }
  const timeout = new AbortController();
  const { signal } = rest;
  const abort = () => timeout.abort(signal?.reason);
  signal?.addEventListener("abort", abort);
  const timer = setTimeout(() => {
    timeout.abort(
      new DOMException(
        `Cannot wait for ${noun}: it takes longer than ${wait} seconds`,
        "TimeoutError",
      ),
    );
  }, Math.min(1000 * wait, 0x7fffffff));
  try {
    using monitor = await watchEvents<Nl80211Message>(
      (options) => requests.family.info(options),
      {
        group,
        read: (view, start, end) => nl80211Message.decode(view, start, end),
      },
      requests.open,
      { signal: timeout.signal },
    );
    const reply = await requests.send(
      NL80211_CMD_GET_INTERFACE,
      (fieldPath) => about(link, fieldPath),
      rest,
    );
    const index = reply?.attributes.ifindex;
    await start();
    for await (const event of monitor) {
      if (
        "cmd" in event && event.attributes.ifindex === index &&
        commands.includes(event.cmd)
      ) return event;
    }
    throw new DOMException(`Cannot wait for ${noun}: it ended`, "AbortError");
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
}
