/**
 * Watching states and policies: `ip xfrm monitor`.
 *
 * @module
 */

import * as c from "../../messages/xfrm/constants.ts";
import { checkIterable, FieldPath } from "../mapping/field_path.ts";
import {
  EventMonitor,
  type EventMonitorOptions,
} from "../monitor/event_monitor.ts";
import type { OpenTransport } from "../monitor/open.ts";
import type { XfrmEvent } from "./events.ts";

/** The multicast groups in which each of what can be watched is reported. */
export const XFRM_GROUPS = {
  state: c.XFRMNLGRP_SA,
  policy: c.XFRMNLGRP_POLICY,
  expire: c.XFRMNLGRP_EXPIRE,
  acquire: c.XFRMNLGRP_ACQUIRE,
  counters: c.XFRMNLGRP_AEVENTS,
  report: c.XFRMNLGRP_REPORT,
  migrate: c.XFRMNLGRP_MIGRATE,
  mapping: c.XFRMNLGRP_MAPPING,
} as const;

/** What can be watched. */
export type XfrmWatched = keyof typeof XFRM_GROUPS;

/**
 * Watches states and policies. The kernel asks for states (`acquire`) only while
 * somebody watches that.
 *
 * @param watched What to watch.
 * @param open Opens a socket.
 * @param options How to watch it.
 * @returns The monitor.
 * @throws {TypeError} If something cannot be watched, nothing is named, or an
 * option is wrong.
 * @throws {SocketError} If the kernel refuses.
 */
export function watchXfrm(
  watched: Iterable<XfrmWatched>,
  open: OpenTransport,
  options: EventMonitorOptions = {},
): EventMonitor<XfrmEvent> {
  checkIterable(watched, FieldPath.root.at("watched"));
  const names = [...watched];
  const unknown = names.find((name) => !Object.hasOwn(XFRM_GROUPS, name));
  if (names.length === 0 || unknown !== undefined) {
    const known = Object.keys(XFRM_GROUPS).join(", ");
    const what = names.length === 0 ? "nothing" : JSON.stringify(unknown);
    throw new TypeError(`Cannot watch ${what}: there are ${known}`);
  }
  const groups = names.map((name) => XFRM_GROUPS[name]);
  return new EventMonitor<XfrmEvent>(
    {
      groups,
      load: async () => {
        const { eventReaders } = await import("./events.ts");
        return (type, view, start, end) =>
          eventReaders.get(type)?.(view, start, end);
      },
    },
    open,
    options,
  );
}
