/**
 * `ip route save`, `restore` and `showdump`.
 *
 * @module
 */

import { decodeAsRead } from "../../runtime/as_read.ts";
import type { Command, Context } from "../../runtime/context.ts";
import {
  type DumpFile,
  readMessages,
  type SavedMessage,
  startFile,
  writeMessages,
} from "../../runtime/dump_file.ts";
import {
  CommandError,
  fail,
  isKernelError,
  refusal,
} from "../../parse/errors.ts";
import { type Arguments, takes } from "../../parse/grammar.ts";
import { wrongLength } from "../monitor/format.ts";
import { bytes } from "../../../messages/codec/mod.ts";
import { NLM_F_CREATE } from "../../../messages/header.ts";
import {
  RTM_DELROUTE,
  RTM_NEWROUTE,
} from "../../../messages/route/constants.ts";
import {
  type RouteMessage,
  routeMessage,
} from "../../../messages/route/route.ts";
import { anyRoute, passes } from "./filter.ts";
import { formatRoute } from "./format.ts";
import { fetchRoutes } from "./show.ts";
import { parseSelection, SELECTOR } from "./parse_filter.ts";

/** Files with routes. */
const FILE: DumpFile = { name: "route", magic: 0x45311224 };

/** Writes routes to the output as the kernel reports them. */
export const save: Command = takes(SELECTOR, async (args, context) => {
  if (!startFile(context, FILE)) return 1;
  const selection = await parseSelection(args, context);
  const { family } = context.options;
  const write = (routes: readonly RouteMessage[]) => {
    const chosen = routes.filter((message) =>
      passes(selection.filter, message, family)
    );
    writeMessages(context, RTM_NEWROUTE, routeMessage, chosen);
    return Promise.resolve();
  };
  await write(await fetchRoutes(context, selection, write));
  return 0;
});

/** Shows the routes of a file. */
export async function showDump(
  _: Arguments,
  context: Context,
): Promise<number> {
  const { family } = context.options;
  const filter = { ...anyRoute(), cached: false };
  for (const saved of read(context)) {
    const { header: { type }, message } = saved;
    if (message === undefined) {
      context.printer.flush();
      context.io.err(problemOf(saved));
      continue;
    }
    if (saved.deficit !== "") context.io.err(saved.deficit);
    if (!passes(filter, message, family)) continue;
    await context.render(() =>
      formatRoute(context, message, filter, type === RTM_DELROUTE)
    );
  }
  return 0;
}

/** Adds the routes of a file: local ones, then direct ones, then others. */
export async function restore(_: Arguments, context: Context): Promise<number> {
  const saved = [...read(context)];
  for (const round of [0, 1, 2]) {
    for (const route of saved) {
      // Each round reads all of them.
      if (route.deficit !== "") context.io.err(route.deficit);
      if (roundOf(route.message) === round) await add(context, route);
    }
  }
  return 0;
}

function roundOf(message: RouteMessage | undefined): number {
  if (message === undefined) return 0;
  const { attributes } = message;
  const { gateway, preferredSource, destination } = attributes;
  if (gateway !== undefined) return 2;
  return preferredSource === undefined || preferredSource === destination
    ? 0
    : 1;
}

async function add(
  context: Context,
  { header: { type, flags }, body }: Saved,
): Promise<void> {
  const kernel = await context.connect();
  try {
    await kernel.request({
      type,
      flags: flags | NLM_F_CREATE,
      codec: bytes,
      message: body as Uint8Array<ArrayBuffer>,
    });
  } catch (error) {
    if (!isKernelError(error)) throw error;
    context.io.err(await refusal(error));
    if (error.code !== "EEXIST") throw fail(2);
  }
}

interface Saved extends SavedMessage {
  /** The route in it; `undefined` if it is of none, or too short. */
  message: RouteMessage | undefined;
  /** What is printed about bytes in it that are no attribute. */
  deficit: string;
}

/** What is printed about a message that is of no route, or too short. */
function problemOf({ header, body }: Saved): string {
  const { length, type, flags } = header;
  if (isRoute(type)) return wrongLength(body.length - routeMessage.size);
  const numbers = [length, type, flags].map((number) =>
    number.toString(16).padStart(8, "0")
  );
  return `Not a route: ${numbers.join(" ")}\n`;
}

function isRoute(type: number): boolean {
  return type === RTM_NEWROUTE || type === RTM_DELROUTE;
}

/** What `ip` ends with if the file is damaged, and if it is none. */
const DAMAGED = 2;
const WRONG = 1;

function* read(context: Context): Generator<Saved> {
  try {
    for (const saved of readMessages(context, FILE)) {
      const { header, body: { length }, memory } = saved;
      const readable = isRoute(header.type) && length >= routeMessage.size;
      yield readable
        ? { ...saved, ...decodeAsRead(routeMessage, memory, length, "none") }
        : { ...saved, message: undefined, deficit: "" };
    }
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const code = /^(Magic|Can't)/.test(error.message) ? WRONG : DAMAGED;
    throw new CommandError(code, false, error.message);
  }
}
