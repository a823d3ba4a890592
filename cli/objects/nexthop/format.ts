/**
 * How next hop objects are shown.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import { significant } from "../../print/format.ts";
import type { Printer } from "../../print/printer.ts";
import { formatEncapsulation } from "../route/encap/kinds.ts";
import { formatFlags } from "../route/format_flags.ts";
import { formatDevice, formatGateway } from "../route/format_next_hops.ts";
import {
  RT_SCOPE_UNIVERSE,
  RTPROT_UNSPEC,
  USER_HZ,
} from "../../../messages/constants.ts";
import {
  NEXTHOP_GRP_TYPE_MPATH,
  NEXTHOP_GRP_TYPE_RES,
} from "../../../messages/nexthop/constants.ts";
import type {
  NexthopAttributes,
  NexthopGroupMember,
  NexthopGroupStats,
  NexthopMessage,
  NexthopResilientBucket,
  NexthopResilientGroup,
} from "../../../messages/nexthop/nexthop.ts";

/**
 * Writes a next hop on a line of its own.
 *
 * @param message The next hop.
 * @param deleted Whether this is about its end.
 */
export function formatNexthop(
  context: Context,
  message: NexthopMessage,
  deleted = false,
): void {
  formatEntry(context, message, null, deleted);
  context.printer.text("\n");
}

/**
 * Writes a next hop.
 *
 * @param message The next hop.
 * @param key Name in JSON, or `null` for an item of an array.
 * @param deleted Whether this is about its end.
 */
export function formatEntry(
  context: Context,
  message: NexthopMessage,
  key: string | null,
  deleted = false,
): void {
  const { printer, names, options: { details, stats } } = context;
  const { family, scope, protocol, flags, attributes } = message;
  const { id = 0, group, groupType, resilientGroup } = attributes;
  printer.object(key, () => {
    if (deleted) printer.value("deleted", true, "Deleted ");
    printer.named("id", id);
    if (group !== undefined) formatGroup(context, group);
    if (groupType !== undefined && groupType !== NEXTHOP_GRP_TYPE_MPATH) {
      printer.named(
        "type",
        groupType === NEXTHOP_GRP_TYPE_RES ? "resilient" : "<unknown type>",
      );
    }
    if (resilientGroup !== undefined) formatResilient(context, resilientGroup);
    formatEncapsulation(context, attributes);
    const { gateway, outputDevice } = attributes;
    if (gateway !== undefined) formatGateway(context, family, gateway);
    if (outputDevice !== undefined && outputDevice !== 0) {
      formatDevice(context, outputDevice, "dev");
    }
    if (scope !== RT_SCOPE_UNIVERSE || details) {
      printer.named("scope", names.scopes.nameOf(scope));
    }
    if (attributes.blackhole) printer.value("blackhole", null, "blackhole ");
    if (protocol !== RTPROT_UNSPEC || details) {
      const name = names.protocols.nameOf(protocol);
      printer.value("protocol", name, `proto ${name} `);
    }
    formatFlags(printer, flags);
    if (attributes.fdb) printer.value("fdb", null, "fdb ");
    const { destinationPort } = attributes;
    printer.named("dst_port", destinationPort);
    if (stats > 0) formatStatistics(printer, attributes);
  });
}

function formatGroup(
  { printer }: Context,
  group: readonly NexthopGroupMember[],
): void {
  printer.array(
    "group",
    () => {
      for (const [at, { id, weight, weightHigh }] of group.entries()) {
        const less = weightHigh << 8 | weight;
        printer.object(null, () => {
          if (at > 0) printer.text("/");
          printer.value("id", id, String(id));
          if (less !== 0) printer.value("weight", less + 1, `,${less + 1}`);
        });
      }
    },
    "group ",
    " ",
  );
}

function formatStatistics(
  printer: Printer,
  { hardwareStatsEnable: enable, hardwareStatsUsed: used = 0, groupStats }:
    NexthopAttributes,
): void {
  if (enable !== undefined) {
    printer.object("hw_stats", () => {
      printer.onOff("enabled", enable !== 0, "hw_stats");
      printer.onOff("used", used !== 0);
    });
  }
  if (groupStats !== undefined) formatMembers(printer, groupStats);
}

function formatMembers(
  printer: Printer,
  members: readonly NexthopGroupStats[],
): void {
  printer.newline();
  printer.text("  stats:");
  printer.newline();
  printer.array("group_stats", () => {
    for (const [at, member] of members.entries()) {
      const { id = 0, packets = 0n, packetsHardware } = member;
      if (at > 0) printer.newline();
      printer.object(null, () => {
        printer.value("id", id, `    id ${id}`);
        printer.spaced("packets", packets);
        if (packetsHardware === undefined) return;
        const text = ` packets_hw ${packetsHardware}`;
        printer.value("packets_hw", packetsHardware, text);
      });
    }
  });
}

function formatResilient(context: Context, group: NexthopResilientGroup): void {
  const { printer } = context;
  printer.object("resilient_args", () => {
    printer.named("buckets", group.buckets ?? 0);
    formatTime(context, "idle_timer", group.idleTimer ?? 0);
    formatTime(context, "unbalanced_timer", group.unbalancedTimer ?? 0);
    formatTime(context, "unbalanced_time", group.unbalancedTime ?? 0n);
  });
}

/**
 * Writes a bucket of a resilient group.
 *
 * @param message The bucket.
 */
export function formatBucket(
  context: Context,
  { flags, attributes: { id, resilientBucket } }: NexthopMessage,
): void {
  const { printer } = context;
  printer.object(null, () => {
    printer.named("id", id);
    if (resilientBucket !== undefined) formatDetails(context, resilientBucket);
    formatFlags(printer, flags);
    printer.text("\n");
  });
}

function formatDetails(
  context: Context,
  { index, idleTime, nexthopId }: NexthopResilientBucket,
): void {
  const { printer } = context;
  printer.object("bucket", () => {
    printer.named("index", index);
    if (idleTime !== undefined) formatTime(context, "idle_time", idleTime);
    printer.named("nhid", nexthopId);
  });
}

function formatTime(
  { printer }: Context,
  key: string,
  ticks: number | bigint,
): void {
  const text = significant(Number(ticks) / USER_HZ);
  printer.raw(key, text, `${key} ${text} `);
}
