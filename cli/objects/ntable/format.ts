/**
 * Shows neighbor tables.
 *
 * @module
 */

import {
  neighborParameters,
  neighborTableAttributes,
  neighborTableConfig,
  type NeighborTableMessage,
  neighborTableMessage,
  neighborTableStats,
} from "../../../messages/neighbor_table/neighbor_table.ts";
import { familyName } from "../../parse/prefixes.ts";
import { complete } from "../../runtime/complete.ts";
import type { Context } from "../../runtime/context.ts";
import { printSettings } from "../link/kinds/settings.ts";
import type { PrintData } from "../link/kinds/setting.ts";
import { CONFIG, LIMITS, PARAMETERS, STATS } from "./parameters.ts";

const printLimits = printSettings(neighborTableAttributes, LIMITS);
const printConfig = printSettings(neighborTableConfig, CONFIG);
const printParameters = printSettings(neighborParameters, PARAMETERS);
const printStats = printSettings(neighborTableStats, STATS);

/**
 * Writes a table, or the parameters of one device.
 *
 * @param message The table.
 */
export function formatNeighborTable(
  context: Context,
  message: NeighborTableMessage,
): void {
  const { printer, links, options } = context;
  const { family, attributes } = complete(neighborTableMessage, message);
  const { name, config, parameters, stats } = attributes;
  function print<D>(
    indent: string,
    printData: PrintData<D>,
    data: D | undefined,
  ): void {
    if (data === undefined) return;
    printer.text(indent);
    printData(context, data);
    printer.newline();
  }
  printer.object(null, () => {
    printer.value("family", familyName(family), `${familyName(family)} `);
    if (name !== undefined) printer.value("name", name, `${name} `);
    printer.newline();
    if (hasLimits(attributes)) print("    ", printLimits, attributes);
    if (options.stats > 0) print("", printConfig, config);
    if (parameters?.index !== undefined) {
      const name = links.nameOf(parameters.index);
      printer.text("    dev ");
      printer.colored("ifname", "dev", name, `${name} `);
      printer.newline();
    }
    print("    ", printParameters, parameters);
    if (options.stats > 0) print("    stats ", printStats, stats);
    printer.text("\n");
  });
}

function hasLimits(attributes: NeighborTableMessage["attributes"]): boolean {
  return Object.keys(LIMITS).some((limit) =>
    attributes[limit as keyof typeof attributes] !== undefined
  );
}
