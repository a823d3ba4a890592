import { actionKindMappings } from "../../../api/tc/actions/mod.ts";
import type {
  TrafficActionFilter,
  TrafficActionKey,
} from "../../../api/tc/mod.ts";
import {
  at,
  atKinds,
  atLists,
  atRequests,
  type Case,
  net,
} from "../../support/mistyped.ts";

export const cases: Case[] = [
  ...at<TrafficActionFilter>(
    "tc.action.list",
    { kind: "gact", usedWithin: 1 },
    (filter) => net.tc.action.list(filter).toArray(),
  ),
  ...at<TrafficActionKey>(
    "tc.action.get",
    { kind: "gact", index: 1 },
    (key) => net.tc.action.get(key),
    (key) => net.tc.action.find(key),
    (key) => net.tc.action.delete(key),
  ),
  ...at<Pick<TrafficActionKey, "kind">>(
    "tc.action.flush",
    { kind: "gact" },
    (filter) => net.tc.action.flush(filter),
  ),
  ...atLists(
    (options) => net.tc.action.list({}, options).toArray(),
  ),
  ...atRequests(
    (options) => net.tc.action.add({ then: "drop" }, options),
    (options) => net.tc.action.delete({ kind: "gact", index: 1 }, options),
    (options) => net.tc.action.flush({ kind: "gact" }, options),
  ),
  ...atKinds(
    "tc.action.add",
    actionKindMappings,
    (kind) => net.tc.action.add(kind),
  ),
];
