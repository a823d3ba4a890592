/**
 * How the messages that `tc monitor` receives are shown.
 *
 * @module
 */

import type { Codec } from "../../../messages/codec/mod.ts";
import { objects, type RtnetlinkObject } from "../../../messages/objects.ts";
import { tcActionMessage } from "../../../messages/tc/action.ts";
import { classMessage } from "../../../messages/tc/class.ts";
import { RTM_GETACTION } from "../../../messages/tc/constants.ts";
import { filterMessage } from "../../../messages/tc/filter.ts";
import { qdiscMessage } from "../../../messages/tc/qdisc.ts";
import type { Context } from "../../runtime/context.ts";
import { printActionMessage } from "../actions/format_message.ts";
import { formatClass } from "../class/format.ts";
import { printFilter } from "../filter/format_filter.ts";
import { formatQdisc } from "../qdisc/format.ts";

/** What a message is. */
export interface Event {
  /** Its type. */
  readonly type: number;
  /** Its flags, `NLM_F_*`. */
  readonly flags: number;
  /** Whether it reports that an object is gone. */
  readonly deleted: boolean;
}

/** How the messages of a type are shown. */
export interface Format<M> {
  /** Codec of the messages. */
  readonly codec: Codec<M>;
  /** Writes a message. */
  readonly show: (context: Context, message: M, event: Event) => void;
}

/** A way to show messages, and whether they report that an object is gone. */
type Entry = readonly [format: Format<unknown>, deleted: boolean];

function shown<M>(
  object: RtnetlinkObject,
  format: Format<M>,
): (readonly [type: number, entry: Entry])[] {
  const any = format as unknown as Format<unknown>;
  return [[object.new, [any, false]], [object.delete, [any, true]]];
}

const action: Format<unknown> = {
  codec: tcActionMessage,
  show: printActionMessage,
} as Format<unknown>;

/** How the messages of each type are shown. */
export const formats: ReadonlyMap<number, Entry> = new Map([
  ...shown(objects.qdisc, { codec: qdiscMessage, show: formatQdisc }),
  ...shown(objects.class, {
    codec: classMessage,
    show: (context, message, { deleted }) =>
      formatClass(context, message, { deleted }),
  }),
  ...shown(objects.filter, { codec: filterMessage, show: printFilter }),
  ...shown(objects.chain, { codec: filterMessage, show: printFilter }),
  ...shown(objects.action, action),
  [RTM_GETACTION, [action, false]] as const,
]);
