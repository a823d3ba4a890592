/**
 * `ip xfrm monitor`.
 *
 * @module
 */

import { exit, usage } from "../../parse/errors.ts";
import type { Form } from "../../parse/form.ts";
import { type Grammar, parse, takes } from "../../parse/grammar.ts";
import type { Command, Context } from "../../runtime/context.ts";
import { openWatching, type Received, watch } from "../../runtime/watch.ts";
import { NETLINK_XFRM } from "../../../messages/families.ts";
import { NLMSG_MIN_TYPE } from "../../../messages/header.ts";
import * as c from "../../../messages/xfrm/constants.ts";
import { NETLINK_LISTEN_ALL_NSID } from "../../../socket/options.ts";
import { headers, namespaceOf } from "../monitor/time.ts";
import { EVENTS } from "./format_event.ts";

/** What is watched. */
interface Selection {
  readonly groups: Set<number>;
  file?: string;
  allNamespaces: boolean;
}

const OBJECTS: Readonly<Record<string, number>> = {
  "acquire*": c.XFRMNLGRP_ACQUIRE,
  "expire*": c.XFRMNLGRP_EXPIRE,
  "SA*": c.XFRMNLGRP_SA,
  "aevent*": c.XFRMNLGRP_AEVENTS,
  "policy*": c.XFRMNLGRP_POLICY,
  "report*": c.XFRMNLGRP_REPORT,
};

/** All groups that there are; those that a kernel lacks are left out. */
const ALL: readonly number[] = [
  ...Object.values(OBJECTS),
  c.XFRMNLGRP_MIGRATE,
  c.XFRMNLGRP_MAPPING,
];

const OBJECT_KEYWORDS: Grammar<Selection> = Object.fromEntries(
  Object.entries(OBJECTS).map(([name, group]) => [
    name,
    ({ groups }: Selection) => void groups.add(group),
  ]),
);

const FILE: Grammar<Selection> = {
  "file*": takes("FILENAME:file", (selection, { args }) => {
    selection.file = args.take();
  }),
};

const OPTIONS: Grammar<Selection> = {
  // Reports of packets have no keys, and those of states show them.
  nokeys: () => {},
};

const NAMESPACES: Grammar<Selection> = {
  "all-nsid*": (selection) => {
    selection.allNamespaces = true;
  },
};

const KEYWORDS: Grammar<Selection> = {
  ...FILE,
  ...OPTIONS,
  all: () => {},
  ...NAMESPACES,
  ...OBJECT_KEYWORDS,
  "help*": () => {
    throw usage({ of: "ip xfrm monitor", form: FORM });
  },
};

const FORM: Form = [
  { options: { ...OPTIONS, ...NAMESPACES, ...FILE } },
  "[ all | help ]",
  { maybe: { name: "OBJECTS", means: { oneOf: OBJECT_KEYWORDS } } },
];

/** Runs `ip xfrm monitor`. */
export const command: Command = takes(FORM, async (args, context) => {
  const selection: Selection = { groups: new Set(), allNamespaces: false };
  await parse(KEYWORDS, selection, args, context, (_, { word }) => {
    throw exit(
      255,
      `Argument "${word}" is unknown, try "ip xfrm monitor help".`,
    );
  });
  return selection.file === undefined
    ? await listen(context, selection)
    : await replay(context, selection.file, selection);
});

function listen(
  context: Context,
  selection: Selection,
): Promise<number> {
  const { groups, allNamespaces } = selection;
  const socket = openWatching(context, NETLINK_XFRM, (socket) => {
    for (const group of groups.size === 0 ? ALL : groups) socket.join(group);
    if (allNamespaces) socket.setOption(NETLINK_LISTEN_ALL_NSID, 1);
  });
  return watch(context, socket, {
    decode,
    show: (received) => show(context, received, selection),
  });
}

async function replay(
  context: Context,
  path: string,
  selection: Selection,
): Promise<number> {
  const { replayAs } = await import("../monitor/file.ts");
  return replayAs(context, path, {
    decode,
    show: async (received) => {
      if (received.type < NLMSG_MIN_TYPE) return;
      await show(context, received, selection);
    },
  });
}

/** The message; if it is too short, how much longer than its header it is. */
function decode(
  type: number,
  view: DataView,
  start: number,
  end: number,
): unknown {
  const codec = EVENTS.get(type)?.codec;
  if (codec === undefined) return undefined;
  const excess = end - start - (codec.size + 3 & ~3);
  return excess < 0 ? excess : codec.decode(view, start, end);
}

async function show(
  context: Context,
  received: Received,
  selection: Selection,
): Promise<void> {
  const { type, flags, length, message } = received;
  const { io, options } = context;
  const known = EVENTS.get(type);
  const head = headers(context.options, received.time) +
    namespaceOf(received, selection);
  if (known === undefined) {
    const hex = (value: number) => `0x${value.toString(16).padStart(8, "0")}`;
    const size = String(length).padStart(8, "0");
    io.out(`${head}Unknown message: ${size} ${hex(type)} ${hex(flags)}\n`);
    return;
  }
  if (typeof message === "number") {
    io.out(head);
    io.err(`BUG: wrong nlmsg len ${message}\n`);
    return;
  }
  let text = "";
  await context.render(() => {
    text = known.format(message as never, context);
  });
  io.out(head + text + (options.oneline && known.endsLine ? "\n" : ""));
}
