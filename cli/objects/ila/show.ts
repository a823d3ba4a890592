/**
 * `ip ila list`.
 *
 * @module
 */

import type { GenericFamily } from "../../../api/connection/generic_family.ts";
import {
  ILA_CMD_GET,
  type IlaAttributes,
  type IlaMessage,
} from "../../../messages/generic/ila.ts";
import {
  ILA_CHECKSUM_MODES,
  ILA_IDENTIFIER_TYPES,
} from "../../../messages/route/encap/ila.ts";
import { nameOf } from "../../../messages/value_names.ts";
import { fail } from "../../parse/errors.ts";
import type { Arguments } from "../../parse/grammar.ts";
import { locatorText } from "../../parse/locator.ts";
import type { Printer } from "../../print/printer.ts";
import type { Context } from "../../runtime/context.ts";
import { showAll } from "../../runtime/generic.ts";

/** Shows all mappings. */
export async function show(
  args: Arguments,
  context: Context,
  family: GenericFamily<IlaAttributes>,
): Promise<number> {
  if (args.left > 0) {
    throw fail(1, '"ip ila show" does not take any arguments.');
  }
  return await showAll(context, family, {
    command: ILA_CMD_GET,
    attributes: {},
    code: 255,
    format: (message) => format(context, message),
  });
}

function format(
  { printer, links }: Context,
  { attributes }: IlaMessage,
): void {
  const { locatorMatch, locator, ifindex, csumMode, identType } = attributes;
  printer.object(null, () => {
    formatLocator(printer, "locator_match", locatorMatch);
    formatLocator(printer, "locator", locator);
    if (ifindex === undefined) printer.text("-".padEnd(10) + " ");
    else {
      const name = links.nameOf(ifindex);
      printer.colored("ifname", "interface", name, name.padEnd(16));
    }
    if (csumMode === undefined) printer.text("-".padEnd(10) + " ");
    else {
      const name = nameOf(ILA_CHECKSUM_MODES, csumMode) ?? "unknown";
      printer.value("csum_mode", name, name);
    }
    if (identType === undefined) printer.text("-");
    else {
      const name = nameOf(ILA_IDENTIFIER_TYPES, identType) ?? "unknown";
      printer.value("ident_type", name, name);
    }
    printer.newline();
  });
}

function formatLocator(
  printer: Printer,
  key: string,
  locator: bigint | undefined,
): void {
  const text = locator === undefined ? "-" : locatorText(locator);
  printer.value(key, text, text.padEnd(20));
}
