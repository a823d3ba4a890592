/**
 * Filters of the kind `u32`, as `tc filter` shows them.
 *
 * @module
 */

import {
  ETH_P_IP,
  ETH_P_IPV6,
} from "../../../messages/link/constants_hardware.ts";
import { ipv4Address, Writer } from "../../../messages/codec/mod.ts";
import type { TcHeader } from "../../../messages/tc/header.ts";
import {
  TC_U32_EAT,
  TC_U32_OFFSET,
  TC_U32_TERMINAL,
  TC_U32_VAROFFSET,
  type U32Data,
  type U32Selector,
} from "../../../messages/tc/filters/u32.ts";
import type { U32Key } from "../../../messages/tc/filters/u32_key.ts";
import { hex } from "../../print/format.ts";
import type { Printer } from "../../print/printer.ts";
import type { Context } from "../../runtime/context.ts";
import { filterProtocol } from "../filter_header.ts";
import { printFlags } from "./kind.ts";
import { printClassId, printDeeds, printHex } from "./format_parts.ts";
import { u32HandleText } from "./u32_handle.ts";

const digits = (value: number) => value.toString(16).padStart(8, "0");

/** A word as it is. */
function printRaw({ printer }: Context, key: U32Key): void {
  const { value, mask, offset, offsetMask } = key;
  const from = offsetMask === 0 ? "" : "nexthdr+";
  printer.newline();
  printer.value("value", value.toString(16), `  match ${digits(value)}`);
  printer.value("mask", mask.toString(16), `/${digits(mask)} `);
  printer.value("offmask", from, `at ${from}`);
  printer.value("off", offset, String(offset));
}

/** The address and the length of a prefix, if the mask is one. */
function printPrefix(
  { printer }: Context,
  name: "src" | "dst",
  { value, mask }: U32Key,
): void {
  const length = 32 - Math.log2(2 ** 32 - mask);
  if (!Number.isInteger(length)) return;
  printer.newline();
  printer.text(`  match IP ${name} `);
  printer.openObject(name);
  const writer = new Writer();
  writer.view.setUint32(writer.reserve(4), value);
  const address = ipv4Address.decode(writer.view, 0, 4);
  printer.value("address", address, address);
  printer.value("prefixlen", length, `/${length}`);
  printer.closeObject();
}

/** Ports of IPv4: one of the source has a line of its own. */
function printPorts({ printer }: Context, { value, mask }: U32Key): void {
  const [source, destination] = [value >>> 16, value & 0xffff];
  if (mask === 0xffff) {
    printer.value("dport", destination, `match dport ${destination}`);
  } else if (mask === 0xffff0000) {
    printer.newline();
    printer.value("sport", source, `  match sport ${source}`);
  } else if (mask === 0xffffffff) printBothPorts(printer, source, destination);
}

/** Ports of IPv6: each has a line of its own. */
function printPorts6({ printer }: Context, { value, mask }: U32Key): void {
  const [source, destination] = [value >>> 16, value & 0xffff];
  if (mask === 0xffff) {
    printer.newline();
    printer.value("dport", destination, `  match dport ${destination}`);
  } else if (mask === 0xffff0000) {
    printer.newline();
    printer.value("sport", source, `  match sport ${source}`);
  } else if (mask === 0xffffffff) printBothPorts(printer, source, destination);
}

function printBothPorts(
  printer: Printer,
  source: number,
  destination: number,
): void {
  printer.newline();
  printer.value("dport", destination, `  match dport ${destination}, `);
  printer.value("sport", source, `match sport ${source}`);
}

/** A word as a field of IP, with `-pretty`; nothing if it is none of those. */
function printField(context: Context, version: 4 | 6, key: U32Key): void {
  const { printer } = context;
  const { offset, mask, value } = key;
  if (offset === 0 && mask === 0x0f000000) {
    printer.newline();
    const length = value >>> 24;
    printer.value("ip_ihl", length, `  match IP ihl ${length}`);
  } else if (offset === 0 && mask === 0x00ff0000) {
    printer.newline();
    const field = value >>> 16;
    const text = field === 0 ? "0" : hex(field);
    printHex(context, "ip_dsfield", field, `  match IP dsfield ${text}`);
  } else if (offset === 8 && mask === 0x00ff0000) {
    printer.newline();
    const protocol = value >>> 16;
    printer.value("ip_protocol", protocol, `  match IP protocol ${protocol}`);
  } else if (offset === 12) printPrefix(context, "src", key);
  else if (offset === 16) printPrefix(context, "dst", key);
  else if (version === 4 && offset === 20) printPorts(context, key);
  else if (version === 6 && offset === 40) printPorts6(context, key);
}

function printKey(context: Context, key: U32Key, protocol: number): void {
  const { printer, options } = context;
  printer.openObject("match");
  const version = protocol === ETH_P_IP
    ? 4
    : protocol === ETH_P_IPV6
    ? 6
    : undefined;
  if (options.pretty && version !== undefined) {
    printField(context, version, key);
  } else printRaw(context, key);
  printer.closeObject();
}

function printOffsets(context: Context, selector: U32Selector): void {
  const { printer } = context;
  const { flags, offset, offsetMask, offsetShift, offsetAt } = selector;
  if ((flags & (TC_U32_VAROFFSET | TC_U32_OFFSET)) !== 0) {
    printer.newline();
    printer.text("    offset ");
    if ((flags & TC_U32_VAROFFSET) !== 0) {
      const mask = offsetMask.toString(16);
      printer.value("offset_mask", mask, mask.padStart(4, "0"));
      printer.value("offset_shift", offsetShift, `>>${offsetShift} `);
      printer.value("offset_off", offsetAt, `at ${offsetAt} `);
    }
    if (offset !== 0) printer.named("plus", offset);
  }
  if ((flags & TC_U32_EAT) !== 0) printer.value(null, " eat ", " eat ");
  if (selector.hashMask !== 0) {
    printer.newline();
    const mask = selector.hashMask.toString(16);
    printer.value("hash_mask", mask, `    hash mask ${mask.padStart(8, "0")} `);
    printer.value("hash_off", selector.hashAt, `at ${selector.hashAt} `);
  }
}

function printTable(context: Context, data: U32Data): void {
  const { printer, io, options } = context;
  const { divisor, hash, classId, link, selector } = data;
  if (divisor !== undefined) {
    printer.value("ht_divisor", divisor | 0, `ht divisor ${divisor | 0} `);
  } else if (hash !== undefined) {
    const [table, bucket] = [hash >>> 20, hash >>> 12 & 0xff].map((part) =>
      part.toString(16)
    );
    printer.value("key_ht", table!, `key ht ${table} `);
    printer.value("bkt", bucket!, `bkt ${bucket} `);
  } else io.err("divisor and hash missing ");
  const isTerminal = selector !== undefined &&
    (selector.flags & TC_U32_TERMINAL) !== 0;
  if (classId !== undefined) {
    if (!isTerminal) printer.text("*");
    printClassId(context, classId);
  } else if (isTerminal) printer.text("terminal flowid ");
  if (link !== undefined) {
    printer.named("link", u32HandleText(link, options.raw));
  }
  if (data.flags !== undefined) {
    printFlags(context, data.flags, { before: "", after: " " });
  }
}

/**
 * Prints the options of a filter.
 *
 * @param data The options.
 * @param header The header of the message.
 */
export function printU32(
  context: Context,
  data: U32Data,
  header: TcHeader,
): void {
  const { printer, options } = context;
  const { handle } = header;
  const { selector, mark, inputDevice } = data;
  if (handle !== 0) printer.named("fh", u32HandleText(handle, options.raw));
  const node = handle & 0xfff;
  if (node !== 0) printer.named("order", node);
  printTable(context, data);
  const counters = options.stats > 0 ? data.counters : undefined;
  if (selector !== undefined && counters !== undefined) {
    const { checked, matched } = counters;
    printer.value("rule_hit", checked, `(rule hit ${checked} `);
    printer.value("success", matched, `success ${matched})`);
  }
  if (mark !== undefined) {
    const text = (value: number) => `0x${value.toString(16).padStart(4, "0")} `;
    printer.newline();
    printHex(context, "fwmark_value", mark.value, `  mark ${text(mark.value)}`);
    printHex(context, "fwmark_mask", mark.mask, text(mark.mask));
    const success = mark.success | 0;
    printer.value("fwmark_success", success, `(success ${success})`);
  }
  if (selector !== undefined) {
    const protocol = filterProtocol(header);
    for (
      const [i, key] of selector.keys.slice(0, selector.keyCount).entries()
    ) {
      printKey(context, key, protocol);
      const success = counters?.keys[i];
      if (success !== undefined) {
        printer.value("success", success, ` (success ${success} ) `);
      }
    }
    printOffsets(context, selector);
  }
  if (data.police !== undefined) {
    printDeeds(context, { police: data.police }, { police: true });
  }
  if (inputDevice !== undefined) {
    printer.newline();
    printer.value("input_dev", inputDevice, `  input dev ${inputDevice}`);
    printer.newline();
  }
  if (data.actions !== undefined) {
    printDeeds(context, { actions: data.actions });
  }
}
