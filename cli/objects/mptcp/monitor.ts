/**
 * `ip mptcp monitor`.
 *
 * @module
 */

import {
  MPTCP_EVENTS,
  MPTCP_PM_EV_FLAG_DENY_JOIN_ID0,
  MPTCP_PM_EV_FLAG_SERVER_SIDE,
  MPTCP_PM_EV_GRP_NAME,
  mptcpEvent,
  type MptcpEventAttributes,
  type MptcpEventMessage,
} from "../../../messages/generic/mptcp_event.ts";
import { nameOf } from "../../../messages/value_names.ts";
import type { Arguments } from "../../parse/grammar.ts";
import { hex } from "../../print/format.ts";
import type { Printer } from "../../print/printer.ts";
import type { Context } from "../../runtime/context.ts";
import { unknownVerb } from "../../runtime/verbs.ts";
import { watchFamily } from "../../runtime/family_events.ts";
import { headers } from "../monitor/time.ts";
import type { Mptcp } from "./mod.ts";

/** Shows what happens to connections, until the program is stopped. */
export async function monitor(
  args: Arguments,
  context: Context,
  family: Mptcp,
): Promise<number> {
  if (args.left > 0) throw unknownVerb(context.program, "mptcp", args.take());
  return await watchFamily(context, {
    family: await family.info(),
    group: MPTCP_PM_EV_GRP_NAME,
    problem: "can't subscribe to mptcp events",
    codec: mptcpEvent,
    format: (event, time) => format(context, event, time),
  });
}

/** How `ip` calls events. */
const KEYWORDS: Readonly<Record<string, string>> = {
  "subflow-established": "SF_ESTABLISHED",
  "subflow-closed": "SF_CLOSED",
  "subflow-priority": "SF_PRIO",
};

function format(
  context: Context,
  { cmd, attributes }: MptcpEventMessage,
  time: number,
): void {
  const { printer, options } = context;
  printer.object(null, () => {
    printer.text(headers(options, time));
    const name = nameOf(MPTCP_EVENTS, cmd);
    if (name === undefined) {
      printer.value("event", `UNKNOWN ${cmd}`, `[UNKNOWN ${cmd}]`);
    } else {
      const word = KEYWORDS[name] ?? name.toUpperCase().replaceAll("-", "_");
      printer.value("event", word, `[${word.padStart(16)}]`);
      formatAttributes(context, attributes);
    }
    printer.newline();
  });
}

function formatAttributes(
  { printer, links }: Context,
  attributes: MptcpEventAttributes,
): void {
  const { token, remId, locId, ifIdx, resetFlags } = attributes;
  if (token !== undefined) {
    const digits = token.toString(16).padStart(8, "0");
    printer.value("token", hex(token), ` token=${digits}`);
  }
  number(printer, "remid", remId);
  number(printer, "locid", locId);
  for (const key of ["saddr4", "daddr4", "saddr6", "daddr6"] as const) {
    const address = attributes[key];
    if (address === undefined) continue;
    printer.text(` ${key}=`);
    const color = key.endsWith("4") ? "inet" : "inet6";
    printer.colored(color, key, address, address);
  }
  for (const key of ["sport", "dport", "backup", "error", "timeout"] as const) {
    number(printer, key, attributes[key]);
  }
  if (ifIdx !== undefined) {
    number(printer, "ifindex", ifIdx);
    if (ifIdx !== 0) {
      const name = links.nameOf(ifIdx);
      printer.text(" dev=");
      printer.colored("ifname", "dev", name, name);
    }
  }
  number(printer, "reset_reason", attributes.resetReason);
  if (resetFlags !== undefined) hexadecimal(printer, "reset_flags", resetFlags);
  formatFlags(printer, attributes);
}

function formatFlags(
  printer: Printer,
  { flags = 0, serverSide = 0 }: MptcpEventAttributes,
): void {
  if (flags & MPTCP_PM_EV_FLAG_SERVER_SIDE || serverSide !== 0) {
    printer.value("server_side", true, " server_side");
  }
  if (flags & MPTCP_PM_EV_FLAG_DENY_JOIN_ID0) {
    printer.value("deny_join_id0", true, " deny_join_id0");
  }
  const rest = flags &
    ~(MPTCP_PM_EV_FLAG_SERVER_SIDE | MPTCP_PM_EV_FLAG_DENY_JOIN_ID0);
  if (rest !== 0) hexadecimal(printer, "flags", rest);
}

function number(
  printer: Printer,
  key: string,
  value: number | undefined,
): void {
  if (value !== undefined) printer.value(key, value, ` ${key}=${value}`);
}

function hexadecimal(printer: Printer, key: string, value: number): void {
  printer.value(key, hex(value), ` ${key}=${hex(value)}`);
}
