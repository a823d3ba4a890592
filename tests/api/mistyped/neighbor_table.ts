import type {
  NeighborTableFilter,
  NeighborTableKey,
  NeighborTableSpec,
} from "../../../api/neighbor_table/neighbor_table.ts";
import {
  at,
  atLists,
  atRequests,
  type Case,
  net,
} from "../../support/mistyped.ts";

const tableSpec: Required<NeighborTableSpec> = {
  name: "arp_cache",
  family: "inet",
  device: 1,
  threshold1: 1,
  threshold2: 1,
  threshold3: 1,
  gcInterval: 1,
  baseReachableTime: 1,
  retransmitTime: 1,
  gcStaleTime: 1,
  delayProbeTime: 1,
  queueLength: 1,
  queueLengthBytes: 1,
  appProbes: 1,
  unicastProbes: 1,
  multicastProbes: 1,
  multicastReprobes: 1,
  anycastDelay: 1,
  proxyDelay: 1,
  proxyQueueLength: 1,
  lockTime: 1,
  intervalProbeTime: 1,
};

export const cases: Case[] = [
  ...at<NeighborTableFilter>(
    "neighborTable.list",
    { family: "inet", name: "arp_cache", device: 1 },
    (filter) => net.neighborTable.list(filter).toArray(),
  ),
  ...at<NeighborTableSpec>(
    "neighborTable.change",
    tableSpec,
    (spec) => net.neighborTable.change(spec),
  ),
  ...at<NeighborTableKey>(
    "neighborTable.get",
    { name: "arp_cache", family: "inet", device: 1 },
    (key) => net.neighborTable.get(key),
    (key) => net.neighborTable.find(key),
  ),
  ...atLists(
    (options) => net.neighborTable.list({}, options).toArray(),
  ),
  ...atRequests(
    (options) => net.neighborTable.get({ name: "arp_cache" }, options),
    (options) => net.neighborTable.find({ name: "arp_cache" }, options),
    (options) => net.neighborTable.change({ name: "arp_cache" }, options),
  ),
];
