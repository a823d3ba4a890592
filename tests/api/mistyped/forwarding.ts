import type {
  ForwardingFilter,
  ForwardingSpec,
} from "../../../api/forwarding/forwarding.ts";
import {
  at,
  atDeletes,
  atLists,
  atRequests,
  type Case,
  net,
} from "../../support/mistyped.ts";

const forwardingSpec: Required<ForwardingSpec> = {
  device: 1,
  linkAddress: "02:00:00:00:00:01",
  vlan: 5,
  self: true,
  master: true,
  destination: "192.0.2.2",
  port: 5,
  vni: 5,
  sourceVni: 5,
  outputDevice: 1,
  nexthopId: 5,
  state: "static",
  sticky: true,
  externLearn: true,
  use: true,
  router: true,
};

const entryKey = { device: 1, linkAddress: "02:00:00:00:00:01" };

export const cases: Case[] = [
  ...at<ForwardingFilter>(
    "forwarding.list",
    {
      device: 1,
      bridge: 1,
      vlan: 5,
      state: "static",
      linkAddress: "02:00:00:00:00:01",
    },
    (filter) => net.forwarding.list(filter).toArray(),
    (filter) => net.forwarding.flush(filter),
  ),
  ...at<ForwardingSpec>(
    "forwarding.add",
    forwardingSpec,
    (spec) => net.forwarding.add(spec),
    (spec) => net.forwarding.append(spec),
    (key) => net.forwarding.get(key),
    (key) => net.forwarding.delete(key),
  ),
  ...atLists(
    (options) => net.forwarding.list({}, options).toArray(),
  ),
  ...atRequests(
    (options) => net.forwarding.get(entryKey, options),
    (options) => net.forwarding.append(entryKey, options),
    (options) => net.forwarding.flush({ device: 1 }, options),
  ),
  ...atDeletes(
    (options) => net.forwarding.delete(entryKey, options),
  ),
];
