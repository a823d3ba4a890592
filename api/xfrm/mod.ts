/**
 * IPsec.
 *
 * @module
 */

export type * from "./algorithms.ts";
export type { XfrmEvent, XfrmStateReference } from "./events.ts";
export type { XfrmIptfs } from "./iptfs.ts";
export type { XfrmLimits, XfrmTraffic } from "./limits.ts";
export * from "./monitor.ts";
export type {
  XfrmDefaultAction,
  XfrmEncapsulationType,
  XfrmExtraFlag,
  XfrmFamily,
  XfrmMode,
  XfrmPolicyAction,
  XfrmPolicyDirection,
  XfrmPolicyFlag,
  XfrmPolicyKind,
  XfrmProtocol,
  XfrmShare,
  XfrmStateDirection,
  XfrmStateFlag,
} from "./names.ts";
export * from "./objects.ts";
export * from "./policies.ts";
export type { XfrmPolicy, XfrmPolicySpec } from "./policy_spec.ts";
export type { XfrmSequenceNumbers } from "./replay.ts";
export * from "./requests.ts";
export type { XfrmPort, XfrmSelectorSpec } from "./selector.ts";
export type { XfrmState, XfrmStateSpec } from "./state_spec.ts";
export * from "./states.ts";
export type { XfrmTemplateSpec } from "./template.ts";
export type {
  XfrmEncapsulationSpec,
  XfrmMarkSpec,
  XfrmOffloadSpec,
} from "./values.ts";
export * from "./xfrm.ts";
