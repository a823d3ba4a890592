/**
 * The link kinds that this library knows: what `IFLA_INFO_DATA` holds for each
 * value of `IFLA_INFO_KIND`.
 *
 * To add one, write its file next to this one and name it below: import and
 * export, one property of {@linkcode LinkKinds} and one of
 * {@linkcode linkKinds}. Leaving one out does not compile.
 *
 * @module
 */

import type { Codec } from "../../codec/mod.ts";
import { type DummyData, dummyData } from "./dummy.ts";
import { type VethData, vethData } from "./veth.ts";
import { type VlanData, vlanData } from "./vlan.ts";

export * from "./dummy.ts";
export * from "./veth.ts";
export * from "./vlan.ts";

/** `IFLA_INFO_DATA`, under the name of the kind that defines it. */
export interface LinkKinds {
  /** A link that drops all it is given. */
  dummy?: DummyData;
  /** One end of a virtual Ethernet pair. */
  veth?: VethData;
  /** A VLAN of another link. */
  vlan?: VlanData;
}

/** Codec of each property of {@linkcode LinkKinds}. */
export const linkKinds: {
  readonly [K in keyof LinkKinds]-?: Codec<Exclude<LinkKinds[K], undefined>>;
} = {
  dummy: dummyData,
  veth: vethData,
  vlan: vlanData,
};
