import type { EventMonitorOptions } from "../../../api/monitor/event_monitor.ts";
import { at, type Case, xfrm } from "../../support/mistyped.ts";

export const cases: Case[] = [
  ...at<EventMonitorOptions>(
    "options of xfrm.monitor",
    { signal: new AbortController().signal, receiveBuffer: 65536 },
    (options) => xfrm.monitor(["state"], options),
  ),
];
