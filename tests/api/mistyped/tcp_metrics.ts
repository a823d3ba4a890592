import type {
  TcpMetricsFilter,
  TcpMetricsKey,
} from "../../../api/generic/tcp_metrics.ts";
import {
  at,
  atDeletes,
  atLists,
  atRequests,
  type Case,
  generic,
} from "../../support/mistyped.ts";

export const cases: Case[] = [
  ...at<TcpMetricsFilter>(
    "tcpMetrics.list",
    { family: "inet", within: "10.0.0.0/8", sourceWithin: "10.0.0.0/8" },
    (filter) => generic.tcpMetrics.list(filter).toArray(),
    (filter) => generic.tcpMetrics.flush(filter),
  ),
  ...at<TcpMetricsKey>(
    "tcpMetrics.get",
    { address: "192.0.2.1", source: "192.0.2.2" },
    (key) => generic.tcpMetrics.get(key),
    (key) => generic.tcpMetrics.delete(key),
  ),
  ...atLists(
    (options) => generic.tcpMetrics.list({}, options).toArray(),
  ),
  ...atRequests(
    (options) => generic.tcpMetrics.get({ address: "192.0.2.1" }, options),
    (options) => generic.tcpMetrics.find({ address: "192.0.2.1" }, options),
    (options) => generic.tcpMetrics.flush({ all: true }, options),
    (options) => generic.tcpMetrics.flush({ family: "inet" }, options),
  ),
  ...atDeletes(
    (options) => generic.tcpMetrics.delete({ address: "192.0.2.1" }, options),
  ),
];
