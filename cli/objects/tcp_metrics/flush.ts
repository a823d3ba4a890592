/**
 * `ip tcp_metrics flush`.
 *
 * @module
 */

import type { GenericFamily } from "../../../api/connection/generic_family.ts";
import { errorText } from "../../../messages/errno.ts";
import {
  TCP_METRICS_CMD_DEL,
  TCP_METRICS_CMD_GET,
  type TcpMetricsAttributes,
} from "../../../messages/generic/tcp_metrics.ts";
import type { Context } from "../../runtime/context.ts";
import { exit, isKernelError, refused } from "../../parse/errors.ts";
import { formatTcpMetrics } from "./format.ts";
import { isSelected, type Selection } from "./parse_filter.ts";

/**
 * Forgets peers, until there are none left.
 *
 * @param family The family.
 * @param selection Which peers.
 * @returns The exit code.
 */
export async function flush(
  context: Context,
  family: GenericFamily<TcpMetricsAttributes>,
  selection: Selection,
): Promise<number> {
  const { printer, options, io } = context;
  for (let round = 0;; round++) {
    const found = await list(family, selection);
    if (found.length === 0) {
      if (round === 0) io.err("Nothing to flush.\n");
      else if (options.stats > 0) {
        const rounds = `${round} round${round > 1 ? "s" : ""}`;
        printer.text(`*** Flush is complete after ${rounds} ***\n`);
      }
      return 0;
    }
    for (const message of found) {
      const { addrIpv4, addrIpv6, saddrIpv4, saddrIpv6 } = message.attributes;
      const key = {
        ...addrIpv4 !== undefined ? { addrIpv4 } : { addrIpv6 },
        ...saddrIpv4 !== undefined ? { saddrIpv4 } : { saddrIpv6 },
      } as TcpMetricsAttributes;
      await forget(family, key);
    }
    if (options.stats > 1) {
      await context.renderAll(
        found,
        (message) => formatTcpMetrics(context, message, true),
      );
    }
    if (options.stats > 0) {
      printer.text(
        `\n*** Round ${round + 1}, deleting ${found.length} entries ***\n`,
      );
    }
    printer.flush();
  }
}

async function list(
  family: GenericFamily<TcpMetricsAttributes>,
  selection: Selection,
) {
  const all = await Array.fromAsync(family.dump(TCP_METRICS_CMD_GET, {}))
    .catch(refused(exit, 1, "Flush terminated"));
  return all.filter((message) => isSelected(message, selection));
}

async function forget(
  family: GenericFamily<TcpMetricsAttributes>,
  key: TcpMetricsAttributes,
): Promise<void> {
  try {
    await family.request(TCP_METRICS_CMD_DEL, key);
  } catch (error) {
    if (!isKernelError(error)) throw error;
    const reason = errorText(error.errno);
    throw exit(1, `Failed to send flush request\n: ${reason}`);
  }
}
