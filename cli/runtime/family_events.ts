/**
 * Events of families of generic netlink, for commands that watch.
 *
 * @module
 */

import { Listener } from "../../api/connection/listener.ts";
import type { FamilyInfo } from "../../api/connection/generic_family.ts";
import type { Codec } from "../../messages/codec/mod.ts";
import { errorText } from "../../messages/errno.ts";
import { NETLINK_GENERIC } from "../../messages/families.ts";
import { NLMSG_HDRLEN } from "../../messages/header.ts";
import { NetlinkSocket, SocketError } from "../../socket.ts";
import { host } from "../../socket/ffi_deno.ts";
import { exit } from "../parse/errors.ts";
import type { Context } from "./context.ts";

/** Size of the receive buffer in bytes. */
const RECEIVE_BUFFER = 8 << 20;
const ENOENT = 2;
const ENOBUFS = 105;

/** What {@linkcode watchFamily} watches, and how it is shown. */
export interface WatchOptions<E> {
  /** The family. */
  readonly family: FamilyInfo;
  /** Name of its multicast group. */
  readonly group: string;
  /** Error text in front of the reason why it cannot be watched. */
  readonly problem: string;
  /** Codec of the events. */
  readonly codec: Codec<E>;
  /** Whether events are shown as JSON, if that is asked for; `true` by default. */
  readonly json?: boolean;
  /** Shows an event; `time` is in milliseconds since 1970. */
  readonly format: (event: E, time: number) => void;
}

/**
 * Shows what a family reports, until the program is stopped; JSON is finished
 * then.
 *
 * @typeParam E The events.
 * @param options What to watch, and how to show it.
 * @returns The exit code.
 * @throws {CommandError} If the family cannot be watched.
 */
export async function watchFamily<E>(
  context: Context,
  { family, group, problem, codec, json = true, format }: WatchOptions<E>,
): Promise<number> {
  const { printer, io } = context;
  using listener = new Listener(open(context, family.groups[group], problem));
  using stop = stopSignal();
  if (json) printer.begin();
  let events: { event: E; time: number }[] = [];
  while (!stop.signal.aborted) {
    const found = listener.read(({ type, view, start, end, time }) => {
      if (type !== family.id) return;
      const event = codec.decode(view, start + NLMSG_HDRLEN, end);
      events.push({ event, time });
    });
    if (found === "overrun") {
      io.err(`netlink receive error ${errorText(ENOBUFS)} (${ENOBUFS})\n`);
    }
    await context.renderAll(events, ({ event, time }) => format(event, time));
    if (events.length > 0) printer.flush();
    events = [];
    if (found !== "nothing") continue;
    try {
      await listener.readable(stop.signal);
    } catch (error) {
      if (!stop.signal.aborted) throw error;
    }
  }
  printer.end();
  printer.flush();
  return 0;
}

function open(
  { options }: Context,
  group: number | undefined,
  problem: string,
): NetlinkSocket {
  if (group === undefined) throw exit(1, `${problem}: ${errorText(ENOENT)}`);
  const { netns, receiveBuffer = RECEIVE_BUFFER } = options;
  const socket = new NetlinkSocket(NETLINK_GENERIC, {
    ...netns !== undefined && { netns },
    receiveBuffer,
  });
  try {
    socket.join(group);
    return socket;
  } catch (error) {
    socket.close();
    if (!(error instanceof SocketError)) throw error;
    throw exit(1, `${problem}: ${errorText(error.errno)}`);
  }
}

/** Aborts when the program is asked to stop. */
function stopSignal(): { signal: AbortSignal } & Disposable {
  const controller = new AbortController();
  const stop = () => controller.abort();
  const names = ["SIGINT", "SIGTERM"] as const;
  for (const name of names) host().addSignalListener(name, stop);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      for (const name of names) host().removeSignalListener(name, stop);
    },
  };
}
