import type { RuleSpec } from "../../../api/rule/rule.ts";
import {
  at,
  atDeletes,
  atLists,
  atRequests,
  type Case,
  net,
} from "../../support/mistyped.ts";

const ruleSpec: Required<RuleSpec> = {
  family: "inet",
  priority: 5,
  not: true,
  from: "10.0.0.0/8",
  to: "10.0.0.0/8",
  tos: 8,
  dscp: 1,
  dscpMask: 1,
  mark: 1,
  markMask: 1,
  inputDevice: "d0",
  outputDevice: "d0",
  users: 5,
  ipProtocol: 6,
  sourcePorts: 5,
  sourcePortMask: 5,
  destinationPorts: 5,
  destinationPortMask: 5,
  flowLabel: 5,
  flowLabelMask: 5,
  tunnelId: 5n,
  action: "lookup",
  table: 5,
  l3mdev: false,
  goto: 5,
  suppressPrefixLength: 5,
  suppressGroup: 5,
  realms: { to: 5 },
  protocol: "static",
};

export const cases: Case[] = [
  ...at<RuleSpec>(
    "rule",
    ruleSpec,
    (filter) => net.rule.list(filter).toArray(),
    (filter) => net.rule.flush(filter),
    (spec) => net.rule.add(spec),
    (key) => net.rule.get(key),
    (key) => net.rule.delete(key),
  ),
  ...atLists(
    (options) => net.rule.list({}, options).chunks().next(),
  ),
  ...atRequests(
    (options) => net.rule.flush({ priority: 5 }, options),
    (options) => net.rule.get({ priority: 5 }, options),
  ),
  ...atDeletes(
    (options) => net.rule.delete({ priority: 5 }, options),
  ),
];
