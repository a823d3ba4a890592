/**
 * Events of families of generic netlink, for commands that watch.
 *
 * @module
 */

import type { FamilyInfo } from "../../api/connection/generic_family.ts";
import type { Codec } from "../../messages/codec/mod.ts";
import { errnoOf, errorText } from "../../messages/errno.ts";
import { NETLINK_GENERIC } from "../../messages/families.ts";
import { type NetlinkSocket, SocketError } from "../../socket.ts";
import { host } from "../../socket/ffi_deno.ts";
import { exit } from "../parse/errors.ts";
import type { Context } from "./context.ts";
import { openWatching, watch } from "./watch.ts";

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
  const { printer } = context;
  const socket = openWatching(
    context,
    NETLINK_GENERIC,
    (socket) => join(socket, family.groups[group], problem),
  );
  using stop = stopSignal();
  if (json) printer.begin();
  await watch(context, socket, {
    decode: (type, view, start, end) =>
      type === family.id ? codec.decode(view, start, end) : undefined,
    show: async ({ type, message, time }) => {
      if (type !== family.id) return;
      await context.render(() => format(message as E, time));
      printer.flush();
    },
  }, stop.signal);
  printer.end();
  printer.flush();
  return 0;
}

function join(
  socket: NetlinkSocket,
  group: number | undefined,
  problem: string,
): void {
  if (group === undefined) {
    throw exit(1, `${problem}: ${errorText(errnoOf("ENOENT"))}`);
  }
  try {
    socket.join(group);
  } catch (error) {
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
