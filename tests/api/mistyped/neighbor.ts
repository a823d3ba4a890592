import type {
  NeighborFilter,
  NeighborSpec,
} from "../../../api/neighbor/neighbor.ts";
import {
  at,
  atDeletes,
  atLists,
  atRequests,
  type Case,
  net,
} from "../../support/mistyped.ts";

const neighborSpec: Required<NeighborSpec> = {
  device: 1,
  address: "192.0.2.2",
  proxy: true,
  linkAddress: "02:00:00:00:00:01",
  state: "permanent",
  flags: ["router"],
  protocol: "static",
  vlan: 5,
  vni: 5,
};

const neighborKey = { device: 1, address: "192.0.2.2" };

export const cases: Case[] = [
  ...at<NeighborFilter>(
    "neighbor.list",
    {
      device: 1,
      family: "inet",
      master: 1,
      states: ["stale"],
      within: "192.0.2.0/24",
      proxy: true,
    },
    (filter) => net.neighbor.list(filter).toArray(),
    (filter) => net.neighbor.flush(filter),
  ),
  ...at<NeighborSpec>(
    "neighbor.add",
    neighborSpec,
    (spec) => net.neighbor.add(spec),
    (spec) => net.neighbor.replace(spec),
  ),
  ...atLists(
    (options) => net.neighbor.list({}, options).toArray(),
  ),
  ...atRequests(
    (options) => net.neighbor.get(neighborKey, options),
    (options) => net.neighbor.flush({ device: 1 }, options),
  ),
  ...atDeletes(
    (options) => net.neighbor.delete(neighborKey, options),
  ),
];
