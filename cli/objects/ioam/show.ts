/**
 * `ip ioam namespace show` and `ip ioam schema show`.
 *
 * @module
 */

import { ioam6Family } from "../../../api/generic/ioam6_family.ts";
import {
  IOAM6_CMD_DUMP_NAMESPACES,
  IOAM6_CMD_DUMP_SCHEMAS,
  type Ioam6Attributes,
} from "../../../messages/generic/ioam6.ts";
import type { Arguments } from "../../parse/grammar.ts";
import { hex } from "../../print/format.ts";
import type { Printer } from "../../print/printer.ts";
import type { Context } from "../../runtime/context.ts";
import { showAll, withFamily } from "../../runtime/generic.ts";

/** Shows namespaces. */
export async function showNamespaces(
  _args: Arguments,
  context: Context,
): Promise<number> {
  return await show(context, IOAM6_CMD_DUMP_NAMESPACES, formatNamespace);
}

/** Shows schemas. */
export async function showSchemas(
  _args: Arguments,
  context: Context,
): Promise<number> {
  return await show(context, IOAM6_CMD_DUMP_SCHEMAS, formatSchema);
}

async function show(
  context: Context,
  command: number,
  format: (printer: Printer, attributes: Ioam6Attributes) => void,
): Promise<number> {
  const { printer } = context;
  return await withFamily(
    context,
    ioam6Family,
    (family) =>
      showAll(context, family, {
        command,
        attributes: {},
        format: ({ attributes }) =>
          printer.object(null, () => {
            format(printer, attributes);
            printer.newline();
          }),
      }),
  );
}

function formatNamespace(
  printer: Printer,
  { nsId = 0, scId, nsData, nsDataWide }: Ioam6Attributes,
): void {
  printer.value("namespace", nsId, `namespace ${nsId}`);
  if (scId !== undefined) printer.value("schema", scId, ` [schema ${scId}]`);
  if (nsData !== undefined) {
    const text = padded(nsData, 10);
    printer.value("data", nsData.toString(16), `, data ${text}`);
  }
  if (nsDataWide !== undefined) {
    const text = padded(nsDataWide, 18);
    printer.value("wide", hex(nsDataWide), `, wide ${text}`);
  }
}

/** As C's `%#0…x` writes it: 0 has no prefix. */
function padded(value: number | bigint, width: number): string {
  const digits = value.toString(16);
  return BigInt(value) === 0n
    ? digits.padStart(width, "0")
    : `0x${digits.padStart(width - 2, "0")}`;
}

function formatSchema(
  printer: Printer,
  { nsId, scId = 0, scData = new Uint8Array() }: Ioam6Attributes,
): void {
  printer.value("schema", scId, `schema ${scId}`);
  if (nsId !== undefined) {
    printer.value("namespace", nsId, ` [namespace ${nsId}]`);
  }
  printer.value("data", null, ", data:");
  for (const byte of scData) {
    printer.value("", byte, ` ${byte.toString(16).padStart(2, "0")}`);
  }
}
