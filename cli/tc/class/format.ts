/**
 * How `tc` writes a class.
 *
 * @module
 */

import type {
  ClassAttributes,
  ClassMessage,
} from "../../../messages/tc/class.ts";
import { majorOf, minorOf, TC_H_ROOT } from "../../../messages/tc/handle.ts";
import { propertyOfQdisc } from "../../../messages/tc/qdiscs/mod.ts";
import type { Context } from "../../runtime/context.ts";
import { hex } from "../../print/format.ts";
import { formatOldStats, formatStats } from "../format_stats.ts";
import { classIdText } from "../handles.ts";
import type { AnyQdiscKind } from "../kind.ts";
import { qdiscKindOf } from "../kinds.ts";

/** How a class is written. */
export interface ClassStyle {
  /** Whether it is gone. */
  readonly deleted?: boolean;
  /** Whether its device is written. */
  readonly withDevice?: boolean;
  /** Whether only minor numbers are written. */
  readonly minorOnly?: boolean;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * Writes a class.
 *
 * @param message The class.
 * @param style How it is written.
 */
export function formatClass(
  context: Context,
  { handle, index, parent, info, attributes }: ClassMessage,
  { deleted = false, withDevice = true, minorOnly = false }: ClassStyle = {},
): void {
  const { printer, io, links } = context;
  const { kind: name } = attributes;
  if (name === undefined) return io.err("print_class: NULL kind\n");
  const kind = qdiscKindOf(name);
  const idText = (id: number) =>
    classIdText(context, minorOnly ? minorOf(id) : id);
  printer.openObject(null);
  if (deleted) printer.value("deleted", null, "deleted ");
  printer.named("class", name);
  const text = handle === 0 ? "" : idText(handle);
  printer.value("handle", text, `${text} `);
  if (withDevice) {
    printer.text("dev ");
    const device = links.nameOf(index);
    printer.colored("ifname", "dev", device, `${device} `);
  }
  if (parent === TC_H_ROOT) printer.value("root", true, "root ");
  else {
    const above = idText(parent);
    printer.named("parent", above);
  }
  if (info !== 0) {
    const leaf = majorOf(info);
    printer.value("leaf", hex(leaf), `leaf ${leaf.toString(16)}: `);
  }
  formatClassOptions(context, attributes, kind, name);
  printer.newline();
  if (context.options.stats > 0) {
    printer.object(
      "stats",
      () => formatCounters(context, attributes, kind, name),
    );
  }
  printer.closeObject();
}

/**
 * Writes the options of a class.
 *
 * @param attributes The attributes of its message.
 * @param kind Its kind.
 * @param name Name of the kind.
 */
export function formatClassOptions(
  context: Context,
  attributes: ClassAttributes,
  kind: AnyQdiscKind | undefined,
  name: string,
): void {
  const values = attributes as unknown as Values;
  const data = values[propertyOfQdisc(name)];
  if (kind?.class?.print === undefined) {
    if (data !== undefined || attributes.options !== undefined) {
      context.io.err("[cannot parse class parameters]");
    }
    return;
  }
  if (data !== undefined) kind.class.print(context, data as never, name);
}

function formatCounters(
  context: Context,
  attributes: ClassAttributes,
  kind: AnyQdiscKind | undefined,
  name: string,
): void {
  const { printer } = context;
  const { stats, stats2 } = attributes;
  if (stats2 !== undefined) formatStats(context, stats2);
  else if (stats !== undefined) formatOldStats(context, stats);
  if (stats2 !== undefined || stats !== undefined) printer.text("\n");
  const property = `${propertyOfQdisc(name)}Stats`;
  const known = (stats2 as Values | undefined)?.[property] ??
    (attributes as unknown as Values)[property];
  const print = kind?.printClassStats ?? kind?.printStats;
  if (known !== undefined && print !== undefined) {
    print(context, known as never, name);
    printer.text("\n");
  }
}
