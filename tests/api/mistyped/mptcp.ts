import type {
  MptcpEndpointChange,
  MptcpEndpointFilter,
  MptcpEndpointKey,
  MptcpEndpointSpec,
} from "../../../api/generic/mptcp_endpoint.ts";
import type { MptcpLimitsSpec } from "../../../api/generic/mptcp_limits.ts";
import type { EventMonitorOptions } from "../../../api/monitor/event_monitor.ts";
import {
  at,
  atDeletes,
  atLists,
  atRequests,
  type Case,
  generic,
} from "../../support/mistyped.ts";

const { mptcp } = generic;

export const cases: Case[] = [
  ...at<MptcpEndpointFilter>(
    "mptcp.endpoint.list",
    { family: "inet", device: 1 },
    (filter) => mptcp.endpoint.list(filter).toArray(),
  ),
  ...at<MptcpEndpointSpec>(
    "mptcp.endpoint.add",
    { address: "192.0.2.1", id: 5, port: 5, device: 1, flags: ["signal"] },
    (spec) => mptcp.endpoint.add(spec),
  ),
  ...at<MptcpEndpointChange>(
    "mptcp.endpoint.change",
    { backup: true, fullmesh: false },
    (change) => mptcp.endpoint.change({ id: 5 }, change),
  ),
  ...at<MptcpEndpointKey>(
    "mptcp.endpoint.get",
    { id: 5 },
    (key) => mptcp.endpoint.get(key),
    (key) => mptcp.endpoint.find(key),
    (key) => mptcp.endpoint.delete(key),
    (key) => mptcp.endpoint.change(key, { backup: true, fullmesh: false }),
  ),
  ...at<MptcpLimitsSpec>(
    "mptcp.limits.set",
    { subflows: 5, acceptedAddresses: 5 },
    (spec) => mptcp.limits.set(spec),
  ),
  ...at<EventMonitorOptions>(
    "options of monitors of families",
    { signal: new AbortController().signal, receiveBuffer: 5 },
    (options) => mptcp.monitor(options),
  ),
  ...atLists(
    (options) => mptcp.endpoint.list({}, options).toArray(),
  ),
  ...atRequests(
    (options) => mptcp.endpoint.get({ id: 5 }, options),
    (options) => mptcp.endpoint.find({ id: 5 }, options),
    (options) => mptcp.endpoint.add({ address: "192.0.2.1" }, options),
    (options) => mptcp.endpoint.flush(options),
    (options) => mptcp.limits.get(options),
    (options) => mptcp.limits.set({ subflows: 5 }, options),
  ),
  ...atDeletes(
    (options) => mptcp.endpoint.delete({ id: 5 }, options),
  ),
];
