/**
 * Shows what TCP remembers of its peers.
 *
 * @module
 */

import { AF_INET, AF_INET6 } from "../../../messages/families.ts";
import type {
  TcpMetricsAttributes,
  TcpMetricsMessage,
  TcpMetricValues,
} from "../../../messages/generic/tcp_metrics.ts";
import { familyColor } from "../address/format.ts";
import type { Context } from "../../runtime/context.ts";
import { significant } from "../../print/format.ts";
import { hostName } from "../../names/hosts.ts";
import type { Printer } from "../../print/printer.ts";

/** The most bytes of a cookie that are shown. */
const COOKIE = 16;

/**
 * Writes what is remembered of one peer.
 *
 * @param message What is remembered.
 * @param deleted Whether it is being forgotten.
 */
export function formatTcpMetrics(
  context: Context,
  { attributes }: TcpMetricsMessage,
  deleted = false,
): void {
  const { printer } = context;
  const { addrIpv4, addrIpv6, saddrIpv4, saddrIpv6 } = attributes;
  const address = addrIpv4 ?? addrIpv6;
  if (address === undefined) return;
  printer.object(null, () => {
    if (deleted) printer.value("deleted", true, "Deleted ");
    const host = hostName(context, address);
    const family = addrIpv4 === undefined ? AF_INET6 : AF_INET;
    printer.colored(familyColor(family), "dst", host, host);
    formatTimes(printer, attributes);
    if (attributes.vals !== undefined) formatValues(printer, attributes.vals);
    formatFastOpen(printer, attributes);
    const own = saddrIpv4 ?? saddrIpv6;
    if (own !== undefined) {
      const source = hostName(context, own);
      printer.spaced("source", source);
    }
    printer.text("\n");
  });
}

function formatTimes(
  printer: Printer,
  { age, twTsStamp, twTsval = 0 }: TcpMetricsAttributes,
): void {
  if (age !== undefined) {
    const seconds = Number(age) / 1000;
    printer.raw("age", significant(seconds), ` age ${seconds.toFixed(3)}sec`);
  }
  if (twTsStamp !== undefined) {
    const stamp = `${twTsval}/${twTsStamp}`;
    printer.value("tw_ts_stamp", stamp, ` tw_ts ${stamp} ago`);
  }
}

function formatValues(printer: Printer, values: TcpMetricValues): void {
  for (const name of ["ssthresh", "cwnd", "reordering"] as const) {
    printer.spaced(name, values[name]);
  }
  const { rtt = 0, rttvar = 0, rttUs, rttvarUs } = values;
  const times = {
    rtt: rttUs === undefined ? Math.floor(rtt * 1000 / 8) : rttUs >>> 3,
    rttvar: rttvarUs === undefined
      ? Math.floor(rttvar * 1000 / 4)
      : rttvarUs >>> 2,
  };
  for (const [name, time] of Object.entries(times)) {
    if (time === 0) continue;
    printer.raw(name, significant(time / 1e6), ` ${name} ${time}us`);
  }
}

function formatFastOpen(
  printer: Printer,
  { fopenMss, fopenSynDrops, fopenSynDropTs = 0n, fopenCookie }:
    TcpMetricsAttributes,
): void {
  if (fopenMss !== undefined) {
    printer.value("fopen_miss", fopenMss, ` fo_mss ${fopenMss}`);
  }
  if (fopenSynDrops !== undefined) {
    printer.value(
      "fopen_syn_drops",
      fopenSynDrops,
      ` fo_syn_drops ${fopenSynDrops}`,
    );
    const time = Number(fopenSynDropTs) / 1e6;
    printer.raw(
      "fopen_syn_drop_ts",
      significant(time),
      `/${time.toFixed(3)}usec ago`,
    );
  }
  if (fopenCookie !== undefined) {
    const cookie = Array.from(
      fopenCookie.subarray(0, COOKIE),
      (byte) => byte.toString(16).padStart(2, "0"),
    ).join("");
    printer.spaced("fo_cookie", cookie);
  }
}
