import type {
  NexthopBucketFilter,
  NexthopFilter,
  NexthopSpec,
} from "../../../api/nexthop/nexthop.ts";
import {
  at,
  atDeletes,
  atLists,
  atRequests,
  type Case,
  net,
} from "../../support/mistyped.ts";

export const cases: Case[] = [
  ...at<NexthopFilter>(
    "nexthop.list",
    {
      family: "inet",
      device: 1,
      master: 1,
      groups: true,
      fdb: true,
      protocol: "static",
      statistics: "hardware",
    },
    (filter) => net.nexthop.list(filter).toArray(),
    (filter) => net.nexthop.flush(filter),
  ),
  ...at<NexthopSpec>(
    "nexthop.add",
    {
      id: 1,
      family: "inet",
      protocol: "static",
      device: 1,
      gateway: "192.0.2.1",
      blackhole: true,
      onlink: true,
      fdb: true,
      encap: { mpls: { labels: [100] } } as never,
      group: [{ id: 5 }],
      groupType: "mpath",
      resilient: { buckets: 4 },
      hardwareStatistics: true,
      destinationPort: 4789,
    },
    (spec) => net.nexthop.add(spec),
  ),
  ...at<{ id: number }>(
    "nexthop.get",
    { id: 5 },
    (key) => net.nexthop.get(key),
    (key) => net.nexthop.delete(key),
  ),
  ...at<NexthopBucketFilter>(
    "nexthop.buckets",
    { group: 1, nexthop: 1, device: 1, master: 1 },
    (filter) => net.nexthop.buckets(filter).toArray(),
  ),
  ...atLists(
    (options) => net.nexthop.list({}, options).toArray(),
    (options) => net.nexthop.buckets({}, options).toArray(),
  ),
  ...atRequests(
    (options) => net.nexthop.bucket(1, 0, options),
    (options) => net.nexthop.get({ id: 5 }, options),
    (options) => net.nexthop.flush({ device: 1 }, options),
  ),
  ...atDeletes(
    (options) => net.nexthop.delete({ id: 5 }, options),
  ),
];
