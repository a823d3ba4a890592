/**
 * Counters of links.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import { count, widen } from "../../print/format.ts";
import { type Counters, ipv6Counters } from "./ipv6_counters.ts";
import type { LinkAttributes } from "../../../messages/link/link.ts";

/** Widths that columns have at least: those of their headings. */
const WIDTHS: readonly number[] = [10, 7, 6, 7, 7, 7, 10, 9];

/**
 * Writes the counters of a link.
 *
 * @param attributes The link's attributes.
 */
export function printLinkStatistics(
  context: Context,
  attributes: LinkAttributes,
): void {
  const { stats64, stats, inet6 } = attributes;
  const counters: Counters | undefined = stats64 ?? stats ??
    (inet6?.stats && ipv6Counters(inet6.stats));
  if (counters === undefined) return;
  const key = counters === stats ? "stats" : "stats64";
  printCounters(context, counters, attributes.carrierChanges, key);
}

/**
 * Writes counters.
 *
 * @param counters The counters.
 * @param carrierChanges How often the carrier came or went, if that is known.
 * @param key What they are called in JSON; nothing if the object is open already.
 */
export function printCounters(
  context: Context,
  counters: Counters,
  carrierChanges: number | undefined,
  key: string | undefined,
): void {
  const { printer } = context;
  if (!printer.json) {
    printTable(context, counters, carrierChanges);
    return;
  }
  if (key !== undefined) printer.openObject(key);
  printer.object("rx", () => {
    fields(context, counters, RX_FIELDS, RX_ERRORS);
  });
  printer.object("tx", () => {
    fields(context, counters, TX_FIELDS, TX_ERRORS);
    if (context.options.stats > 1 && carrierChanges !== undefined) {
      printer.field("carrier_changes", carrierChanges);
    }
  });
  if (key !== undefined) printer.closeObject();
}

/** Names of counters in JSON; those that end in `?` are left out if they are 0. */
type Names = readonly (readonly [key: string, property: keyof Counters])[];

const RX_FIELDS: Names = [
  ["bytes", "rxBytes"],
  ["packets", "rxPackets"],
  ["errors", "rxErrors"],
  ["dropped", "rxDropped"],
  ["over_errors", "rxOverErrors"],
  ["multicast", "multicast"],
  ["compressed?", "rxCompressed"],
];

const RX_ERRORS: Names = [
  ["length_errors", "rxLengthErrors"],
  ["crc_errors", "rxCrcErrors"],
  ["frame_errors", "rxFrameErrors"],
  ["fifo_errors", "rxFifoErrors"],
  ["missed_errors", "rxMissedErrors"],
  ["nohandler?", "rxNoHandler"],
  ["otherhost?", "rxOtherHostDropped"],
];

const TX_FIELDS: Names = [
  ["bytes", "txBytes"],
  ["packets", "txPackets"],
  ["errors", "txErrors"],
  ["dropped", "txDropped"],
  ["carrier_errors", "txCarrierErrors"],
  ["collisions", "collisions"],
  ["compressed?", "txCompressed"],
];

const TX_ERRORS: Names = [
  ["aborted_errors", "txAbortedErrors"],
  ["fifo_errors", "txFifoErrors"],
  ["window_errors", "txWindowErrors"],
  ["heartbeat_errors", "txHeartbeatErrors"],
];

function fields(
  { printer, options }: Context,
  counters: Counters,
  always: Names,
  errors: Names,
): void {
  for (
    const [key, property] of options.stats > 1 ? [...always, ...errors] : always
  ) {
    const value = counters[property] ?? 0;
    if (!key.endsWith("?")) printer.field(key, value);
    else if (BigInt(value) !== 0n) printer.field(key.slice(0, -1), value);
  }
}

function printTable(
  { printer, options }: Context,
  counters: Counters,
  carrierChanges: number | undefined,
): void {
  const c = new Proxy(counters, {
    get: (target, name) => target[name as keyof Counters] ?? 0,
  }) as Required<Counters>;
  const more = options.stats > 1;
  const widths = [...WIDTHS];
  const rx = [
    c.rxBytes,
    c.rxPackets,
    c.rxErrors,
    c.rxDropped,
    c.rxMissedErrors,
    c.multicast,
  ];
  const rxErrors = [
    c.rxLengthErrors,
    c.rxCrcErrors,
    c.rxFrameErrors,
    c.rxFifoErrors,
    c.rxOverErrors,
  ];
  const tx = [
    c.txBytes,
    c.txPackets,
    c.txErrors,
    c.txDropped,
    c.txCarrierErrors,
    c.collisions,
  ];
  const txErrors = [
    c.txAbortedErrors,
    c.txFifoErrors,
    c.txWindowErrors,
    c.txHeartbeatErrors,
  ];
  widen(widths, [...rx, c.rxCompressed], options);
  if (more) {
    widen(
      widths,
      [0, ...rxErrors, c.rxNoHandler, c.rxOtherHostDropped],
      options,
    );
  }
  widen(widths, [...tx, c.txCompressed], options);
  if (more) widen(widths, [0, 0, ...txErrors, carrierChanges ?? 0], options);

  const line = (text: string) => printer.text(text + printer.line);
  const counts = (values: readonly (number | bigint)[], first: number) =>
    values.map((value, i) => count(value, widths[first + i]!, options)).join(
      "",
    );
  const heading = (names: readonly string[], first: number) =>
    names.map((name, i) => ` ${name.padStart(widths[first + i]!)}`).join("");
  const present = (value: number | bigint) => BigInt(value) !== 0n;

  line(
    `    RX:${` ${"bytes".padStart(widths[0]! - 4)}`}${
      heading(["packets", "errors", "dropped", "missed", "mcast"], 1)
    }${heading([present(c.rxCompressed) ? "compressed" : ""], 6)}`,
  );
  printer.text(`    ${counts(rx, 0)}`);
  if (present(c.rxCompressed)) printer.text(counts([c.rxCompressed], 6));
  if (more) {
    printer.text(printer.line);
    line(
      `    RX errors:${"".padStart(widths[0]! - 10)}${
        heading(["length", "crc", "frame", "fifo", "overrun"], 1)
      }${present(c.rxNoHandler) ? " nohandler".padStart(widths[6]! + 1) : ""}${
        present(c.rxOtherHostDropped)
          ? " otherhost".padStart(widths[7]! + 1)
          : ""
      }`,
    );
    printer.text("".padStart(widths[0]! + 5) + counts(rxErrors, 1));
    if (present(c.rxNoHandler)) printer.text(counts([c.rxNoHandler], 6));
    if (present(c.rxOtherHostDropped)) {
      printer.text(counts([c.rxOtherHostDropped], 7));
    }
  }
  printer.text(printer.line);
  line(
    `    TX:${` ${"bytes".padStart(widths[0]! - 4)}`}${
      heading(["packets", "errors", "dropped", "carrier", "collsns"], 1)
    }${heading([present(c.txCompressed) ? "compressed" : ""], 6)}`,
  );
  printer.text(`    ${counts(tx, 0)}`);
  if (present(c.txCompressed)) printer.text(counts([c.txCompressed], 6));
  if (more) {
    printer.text(printer.line);
    line(
      `    TX errors:${"".padStart(widths[0]! - 10)}${
        heading(["aborted", "fifo", "window", "heartbt"], 1)
      }${heading([carrierChanges === undefined ? "" : "transns"], 5)}`,
    );
    printer.text("".padStart(widths[0]! + 5) + counts(txErrors, 1));
    if (carrierChanges !== undefined) printer.text(counts([carrierChanges], 5));
  }
}
