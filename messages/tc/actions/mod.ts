/**
 * The kinds of actions that this library supports: what `TCA_ACT_OPTIONS` holds
 * for each value of `TCA_ACT_KIND`.
 *
 * To add one, write its file next to this one and name it below: import and
 * export, one property of {@linkcode ActionKinds} and one of
 * {@linkcode actionKinds}. Leaving one out does not compile.
 *
 * @module
 */

import type { Codec } from "../../codec/mod.ts";
import { type BpfActionData, bpfActionData } from "./bpf.ts";
import { type ConnmarkData, connmarkData } from "./connmark.ts";
import { type CsumData, csumData } from "./csum.ts";
import { type CtData, ctData } from "./ct.ts";
import { type CtinfoData, ctinfoData } from "./ctinfo.ts";
import { type GactData, gactData } from "./gact.ts";
import { type GateData, gateData } from "./gate.ts";
import { type IfeData, ifeData } from "./ife.ts";
import { type MirredData, mirredData } from "./mirred.ts";
import { type MplsActionData, mplsActionData } from "./mpls.ts";
import { type NatData, natData } from "./nat.ts";
import { type PeditData, peditData } from "./pedit.ts";
import { type PoliceData, policeData } from "./police.ts";
import { type SampleData, sampleData } from "./sample.ts";
import { type SimpleData, simpleData } from "./simple.ts";
import { type SkbeditData, skbeditData } from "./skbedit.ts";
import { type SkbmodData, skbmodData } from "./skbmod.ts";
import { type TunnelKeyData, tunnelKeyData } from "./tunnel_key.ts";
import { type VlanActionData, vlanActionData } from "./vlan.ts";

export * from "./bpf.ts";
export * from "./connmark.ts";
export * from "./csum.ts";
export * from "./ct.ts";
export * from "./ctinfo.ts";
export * from "./gact.ts";
export * from "./gate.ts";
export * from "./ife.ts";
export * from "./mirred.ts";
export * from "./mpls.ts";
export * from "./nat.ts";
export * from "./parameters.ts";
export * from "./pedit.ts";
export * from "./police.ts";
export * from "./sample.ts";
export * from "./simple.ts";
export * from "./skbedit.ts";
export * from "./skbmod.ts";
export * from "./tunnel_key.ts";
export * from "./vlan.ts";

/** `TCA_ACT_OPTIONS`, under the name of the kind that defines it. */
export interface ActionKinds {
  /** An action that decides by a BPF program. */
  bpf?: BpfActionData;
  /** An action that copies the mark of a connection. */
  connmark?: ConnmarkData;
  /** An action that computes checksums anew. */
  csum?: CsumData;
  /** An action that tracks connections. */
  ct?: CtData;
  /** An action that restores what connections have. */
  ctinfo?: CtinfoData;
  /** An action that only decides. */
  gact?: GactData;
  /** An action that lets packets pass at certain times. */
  gate?: GateData;
  /** An action that puts packets into frames. */
  ife?: IfeData;
  /** An action that sends packets to other devices. */
  mirred?: MirredData;
  /** An action that changes MPLS labels. */
  mpls?: MplsActionData;
  /** An action that translates IPv4 addresses. */
  nat?: NatData;
  /** An action that changes bytes. */
  pedit?: PeditData;
  /** An action that keeps packets to a rate. */
  police?: PoliceData;
  /** An action that samples packets. */
  sample?: SampleData;
  /** An action that writes into the log. */
  simple?: SimpleData;
  /** An action that changes what the kernel keeps beside packets. */
  skbedit?: SkbeditData;
  /** An action that changes Ethernet headers. */
  skbmod?: SkbmodData;
  /** An action that sets where tunnels send packets. */
  tunnelKey?: TunnelKeyData;
  /** An action that changes VLAN tags. */
  vlan?: VlanActionData;
}

/** Codec for each of {@linkcode ActionKinds}. */
export const actionKinds: {
  readonly [K in keyof ActionKinds]-?: Codec<NonNullable<ActionKinds[K]>>;
} = {
  bpf: bpfActionData,
  connmark: connmarkData,
  csum: csumData,
  ct: ctData,
  ctinfo: ctinfoData,
  gact: gactData,
  gate: gateData,
  ife: ifeData,
  mirred: mirredData,
  mpls: mplsActionData,
  nat: natData,
  pedit: peditData,
  police: policeData,
  sample: sampleData,
  simple: simpleData,
  skbedit: skbeditData,
  skbmod: skbmodData,
  tunnelKey: tunnelKeyData,
  vlan: vlanActionData,
};

/** Kinds whose names are not those of the properties of {@linkcode ActionKinds}. */
export const actionKindNames: { readonly [K in keyof ActionKinds]?: string } = {
  tunnelKey: "tunnel_key",
};
