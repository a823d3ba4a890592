import type {
  XfrmDefaults,
  XfrmPolicyFilter,
  XfrmPolicyKey,
  XfrmPolicySpec,
  XfrmThresholds,
} from "../../../api/xfrm/mod.ts";
import { at, atRequests, type Case, xfrm } from "../../support/mistyped.ts";

const policySpec: Required<XfrmPolicySpec> = {
  direction: "in",
  selector: { source: "192.0.2.0/24" },
  action: "allow",
  templates: [{ protocol: "esp" }],
  priority: 5,
  index: 5,
  type: "main",
  flags: ["localok"],
  share: "any",
  limits: { hardBytes: 5 },
  mark: 5,
  interfaceId: 5,
  securityContext: "a",
  offload: 1,
};

export const cases: Case[] = [
  ...at<XfrmPolicySpec>(
    "xfrm.policy.add",
    policySpec,
    (spec) => xfrm.policy.add(spec),
    (spec) => xfrm.policy.update(spec),
  ),
  ...at<XfrmPolicyKey>(
    "xfrm.policy.get",
    {
      direction: "in",
      selector: { source: "192.0.2.0/24" },
      index: 5,
      type: "main",
      mark: 5,
      interfaceId: 5,
      securityContext: "a",
    },
    (key) => xfrm.policy.get(key),
    (key) => xfrm.policy.find(key),
    (key) => xfrm.policy.delete(key),
  ),
  ...at<XfrmPolicyFilter>(
    "xfrm.policy.list",
    {
      family: "inet",
      direction: "in",
      source: "192.0.2.1",
      destination: "192.0.2.2",
      protocol: "tcp",
      device: 1,
      index: 5,
      type: "main",
      action: "allow",
      priority: 5,
      flags: ["localok"],
      interfaceId: 5,
      ofSocket: true,
    },
    (filter) => xfrm.policy.list(filter).toArray(),
    (filter) => xfrm.policy.list(filter).chunks().next(),
    (filter) => xfrm.policy.flush(filter),
  ),
  ...at<Partial<XfrmDefaults>>(
    "xfrm.policy.setDefault",
    { in: "block", fwd: "block", out: "accept" },
    (defaults) => xfrm.policy.setDefault(defaults),
  ),
  ...at<XfrmThresholds>(
    "xfrm.policy.setThresholds",
    { ipv4: { local: 5, remote: 5 }, ipv6: { local: 5, remote: 5 } },
    (thresholds) => xfrm.policy.setThresholds(thresholds),
  ),
  ...atRequests(
    (options) => xfrm.policy.add(policySpec, options),
    (options) => xfrm.policy.getDefault(options),
  ),
];
