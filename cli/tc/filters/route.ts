/**
 * `tc filter … route`.
 *
 * @module
 */

import type { RouteFilterData } from "../../../messages/tc/filters/route.ts";
import { takes, type Word } from "../../parse/grammar.ts";
import { unsigned } from "../../parse/numbers.ts";
import {
  action,
  classId,
  type Draft,
  type FilterKind,
  filterKind,
  illegal,
  numericHandle,
  police,
} from "./kind.ts";
import { printClassId, printDeeds, printHex } from "./format_parts.ts";

/** A filter, and its place among those of the same realms. */
type RouteDraft = Draft<RouteFilterData> & { order?: number };

const INTERFACE = 0x8000;

function realm(name: "to" | "from"): Word<RouteDraft> {
  return takes("REALM", ({ data }, { args, context }) => {
    const id = context.names.realms.numberOf(args.take());
    if (id === undefined) throw illegal(name);
    data[name] = id;
  });
}

/** The handle that the kernel expects, from what the filter compares. */
function handleOf({ data, order }: RouteDraft): number {
  const { to, from, inputDevice } = data;
  const source = inputDevice !== undefined
    ? INTERFACE | inputDevice
    : from ?? 0xffff;
  let low = 0x8000;
  if (to !== undefined) low = to & 0xff;
  if (order !== undefined && order !== 0) {
    low = low & ~0x7f00 | order << 8 & 0x7f00;
  }
  return (source << 16 | low) >>> 0;
}

/** How filters of the kind `route` are parsed and printed. */
export const kind: FilterKind<RouteFilterData> = filterKind(
  "route",
  {
    words: {
      "to*": realm("to"),
      "from*": realm("from"),
      "fromif*": takes("TAG:device", async ({ data }, { args, context }) => {
        const index = await context.links.indexOf(args.take());
        if (index === 0) throw illegal("fromif");
        data.inputDevice = index;
      }),
      "classid* flowid": classId(),
      "police*": police(),
      "action*": action(),
      "order*": takes("NUMBER", (draft: RouteDraft, { args }) => {
        const order = unsigned(args.take(), 32);
        if (order === undefined) throw illegal("order");
        draft.order = order;
      }),
    },
    handle: numericHandle,
    finish: (draft) => {
      if (draft.header.handle === 0) draft.header.handle = handleOf(draft);
    },
  },
  (context, data, { handle }) => {
    const { printer, names, links } = context;
    if (handle !== 0) {
      const digits = handle.toString(16).padStart(8, "0");
      printHex(context, "fh", handle, `fh 0x${digits} `);
    }
    if ((handle & 0x7f00) !== 0) {
      const order = handle >>> 8 & 0x7f;
      printer.named("order", order);
    }
    printClassId(context, data.classId);
    for (const direction of ["to", "from"] as const) {
      const id = data[direction];
      if (id === undefined) continue;
      const name = names.realms.nameOf(id);
      printer.value("name", name, `${direction} ${name} `);
    }
    if (data.inputDevice !== undefined) {
      const name = links.nameOf(data.inputDevice);
      printer.colored("ifname", "fromif", name, `fromif ${name}`);
    }
    printDeeds(context, data);
  },
);
