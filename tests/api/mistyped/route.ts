import type { BatchOptions } from "../../../api/connection/connection.ts";
import type {
  RouteFilter,
  RouteQuery,
  RouteSpec,
} from "../../../api/route/route.ts";
import {
  at,
  atDeletes,
  atLists,
  atRequests,
  batchOptions,
  type Case,
  net,
} from "../../support/mistyped.ts";

const route = { to: "10.0.0.0/8" };

const routeSpec: Required<Omit<RouteSpec, "nexthopId">> = {
  to: "10.0.0.0/8",
  family: "inet",
  from: "10.0.0.0/8",
  tos: 8,
  table: 5,
  protocol: "static",
  scope: "global",
  type: "unicast",
  source: "192.0.2.1",
  metric: 5,
  metrics: { mtu: 1400 },
  nextHops: [{ device: 1 }],
  preference: "high",
  expires: 5,
  ttlPropagate: true,
  gateway: "192.0.2.2",
  device: 1,
  onlink: true,
  realms: { to: 5 },
  newDestination: [100],
  encap: { mpls: { labels: [100] } } as never,
};

export const cases: Case[] = [
  ...at<RouteFilter>(
    "route.list",
    {
      family: "inet",
      table: 5,
      protocol: "static",
      type: "unicast",
      scope: "global",
      tos: 8,
      device: 1,
      gateway: "192.0.2.1",
      source: "192.0.2.1",
      metric: 5,
      nexthopId: 5,
      to: "10.0.0.0/8",
      from: "10.0.0.0/8",
      root: "10.0.0.0/8",
      match: "10.0.0.0/8",
      cached: true,
    },
    (filter) => net.route.list(filter).toArray(),
    (filter) => net.route.list(filter).chunks().next(),
    (filter) => net.route.flush(filter),
  ),
  // A complete route with the number of a next hop counts as one that was
  // listed.
  ...at<Pick<RouteSpec, "to" | "nexthopId">>(
    "route.add with a next hop object",
    { to: "10.0.0.0/8", nexthopId: 5 },
    (spec) => net.route.add(spec),
    (spec) => net.route.get(spec),
    (spec) => net.route.delete(spec),
  ),
  ...at<Omit<RouteSpec, "nexthopId">>(
    "route.add",
    routeSpec,
    (spec) => net.route.add(spec),
    (spec) => net.route.append(spec),
    (spec) => net.route.get(spec),
    (spec) => net.route.find(spec),
    (spec) => net.route.delete(spec),
    (spec) => net.route.addAll([spec]),
    (spec) => net.route.deleteAll([spec]),
  ),
  ...at<RouteQuery>(
    "route.resolve",
    {
      to: "10.0.0.1",
      from: "10.0.0.2",
      tos: 8,
      inputDevice: 1,
      device: 1,
      mark: 5,
      uid: 5,
      ipProtocol: 6,
      sourcePort: 5,
      destinationPort: 5,
      flowLabel: 5,
      match: true,
    },
    (query) => net.route.resolve(query),
  ),
  ...at<BatchOptions & { replace?: boolean }>(
    "options of route.addAll",
    { ...batchOptions, replace: true },
    (options) => net.route.addAll([route], options),
  ),
  ...at<BatchOptions & { ifExists?: boolean }>(
    "options of route.deleteAll",
    { ...batchOptions, ifExists: true },
    (options) => net.route.deleteAll([route], options),
  ),
  ...atLists(
    (options) => net.route.list({}, options).toArray(),
  ),
  ...atRequests(
    (options) => net.route.add(route, options),
    (options) => net.route.get(route, options),
    (options) => net.route.find(route, options),
    (options) => net.route.replace(route, options),
    (options) => net.route.change(route, options),
    (options) => net.route.append(route, options),
    (options) => net.route.prepend(route, options),
    (options) => net.route.resolve("10.0.0.1", options),
    (options) => net.route.flush(route, options),
  ),
  ...atDeletes(
    (options) => net.route.delete(route, options),
  ),
];
