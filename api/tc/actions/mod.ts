/**
 * The kinds of actions, in people's terms.
 *
 * To add one, write its file next to this one and name it below: import and
 * export, one property of {@linkcode ActionKindOptions} and one of
 * {@linkcode actionKindMappings}. A kind of the messages without an entry does not
 * compile.
 *
 * @module
 */

import type { ActionKinds } from "../../../messages/tc/actions/mod.ts";
import type { ActionMapping } from "./kind.ts";
import { bpfActionMapping, type BpfActionOptions } from "./bpf.ts";
import { connmarkMapping, type ConnmarkOptions } from "./connmark.ts";
import { csumMapping, type CsumOptions } from "./csum.ts";
import { ctMapping, type CtOptions } from "./ct.ts";
import { ctinfoMapping, type CtinfoOptions } from "./ctinfo.ts";
import { gactMapping, type GactOptions } from "./gact.ts";
import { gateMapping, type GateOptions } from "./gate.ts";
import { ifeMapping, type IfeOptions } from "./ife.ts";
import { mirredMapping, type MirredOptions } from "./mirred.ts";
import { mplsActionMapping, type MplsActionOptions } from "./mpls.ts";
import { natMapping, type NatOptions } from "./nat.ts";
import { peditMapping, type PeditOptions } from "./pedit.ts";
import { policeMapping, type PoliceOptions } from "./police.ts";
import { sampleMapping, type SampleOptions } from "./sample.ts";
import { simpleMapping, type SimpleOptions } from "./simple.ts";
import { skbeditMapping, type SkbeditOptions } from "./skbedit.ts";
import { skbmodMapping, type SkbmodOptions } from "./skbmod.ts";
import { type TunnelKeyActionOptions, tunnelKeyMapping } from "./tunnel_key.ts";
import { vlanActionMapping, type VlanActionOptions } from "./vlan.ts";

export * from "./bpf.ts";
export * from "./connmark.ts";
export * from "./control.ts";
export * from "./csum.ts";
export * from "./ct.ts";
export * from "./ctinfo.ts";
export * from "./gact.ts";
export * from "./gate.ts";
export * from "./ife.ts";
export * from "./kind.ts";
export * from "./mirred.ts";
export * from "./mpls.ts";
export * from "./nat.ts";
export * from "./pedit.ts";
export * from "./police.ts";
export * from "./sample.ts";
export * from "./simple.ts";
export * from "./skbedit.ts";
export * from "./skbmod.ts";
export * from "./tunnel_key.ts";
export * from "./vlan.ts";
export type { PeditFieldChange, PeditFieldName } from "./pedit_fields.ts";

/** Settings of an action, under the name of its kind. */
export interface ActionKindOptions {
  /** An action that decides by a BPF program. */
  bpf?: BpfActionOptions;
  /** An action that copies the mark of a connection. */
  connmark?: ConnmarkOptions;
  /** An action that computes checksums anew. */
  csum?: CsumOptions;
  /** An action that tracks connections. */
  ct?: CtOptions;
  /** An action that restores what connections have. */
  ctinfo?: CtinfoOptions;
  /** An action that only decides. */
  gact?: GactOptions;
  /** An action that lets packets pass at certain times. */
  gate?: GateOptions;
  /** An action that puts packets into frames. */
  ife?: IfeOptions;
  /** An action that sends packets to other devices. */
  mirred?: MirredOptions;
  /** An action that changes MPLS labels. */
  mpls?: MplsActionOptions;
  /** An action that translates IPv4 addresses. */
  nat?: NatOptions;
  /** An action that changes bytes. */
  pedit?: PeditOptions;
  /** An action that keeps packets to a rate. */
  police?: PoliceOptions;
  /** An action that samples packets. */
  sample?: SampleOptions;
  /** An action that writes into the log. */
  simple?: SimpleOptions;
  /** An action that changes what the kernel keeps beside packets. */
  skbedit?: SkbeditOptions;
  /** An action that changes Ethernet headers. */
  skbmod?: SkbmodOptions;
  /** An action that sets where tunnels send packets. */
  tunnelKey?: TunnelKeyActionOptions;
  /** An action that changes VLAN tags. */
  vlan?: VlanActionOptions;
}

/** How the settings of each kind are stored. */
export const actionKindMappings: {
  readonly [K in keyof ActionKinds]-?: ActionMapping<
    NonNullable<ActionKindOptions[K]>,
    NonNullable<ActionKinds[K]>
  >;
} = {
  bpf: bpfActionMapping,
  connmark: connmarkMapping,
  csum: csumMapping,
  ct: ctMapping,
  ctinfo: ctinfoMapping,
  gact: gactMapping,
  gate: gateMapping,
  ife: ifeMapping,
  mirred: mirredMapping,
  mpls: mplsActionMapping,
  nat: natMapping,
  pedit: peditMapping,
  police: policeMapping,
  sample: sampleMapping,
  simple: simpleMapping,
  skbedit: skbeditMapping,
  skbmod: skbmodMapping,
  tunnelKey: tunnelKeyMapping,
  vlan: vlanActionMapping,
};
