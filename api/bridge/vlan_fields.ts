/**
 * VLANs of a port or a bridge, in people's and in the kernel's terms.
 *
 * @module
 */

import {
  BRIDGE_PORT_STATES,
  BRIDGE_VLAN_INFO_PVID,
  BRIDGE_VLAN_INFO_UNTAGGED,
} from "../../messages/link/bridge/constants.ts";
import type {
  VlanDatabaseMessage,
  VlanEntry,
  VlanStats,
} from "../../messages/vlan_database/vlan_database.ts";
import { boolean, uint32, uint8 } from "../mapping/conversions.ts";
import { device } from "../mapping/device.ts";
import { bit, enumeration } from "../mapping/enumerations.ts";
import { conditions } from "../mapping/conditions.ts";
import { type Filter, filter } from "../mapping/filter.ts";
import {
  type Conversion,
  type Mapping,
  mapping,
  readOnly,
  within,
} from "../mapping/mapping.ts";
import { overlap, type Range, range } from "./ranges.ts";
import type {
  BridgeVlan,
  BridgeVlanFilter,
  BridgeVlanStatistics,
} from "./vlan_types.ts";

/** The largest number of a VLAN. */
const MOST_VLAN = 4094;
/** The largest number of a tunnel. */
const MOST_TUNNEL = 0xffffff;

/** Ranges of VLANs. */
export const vlanRange = range(MOST_VLAN);
const tunnelRange = range(MOST_TUNNEL);

/** VLANs of a port or a bridge that are alike. */
export interface VlanPart {
  /** Index of the port or the bridge. */
  index: number;
  /** Their numbers. */
  vlans: Range;
  /** `BRIDGE_VLAN_INFO_*`. */
  flags: number;
  /** The tunnels that they are to be mapped to. */
  tunnels?: Range;
  /** All that the kernel has of them, the numbers and the flags as well. */
  entry: VlanEntry;
}

/**
 * VLANs that are none yet.
 *
 * @returns The VLANs.
 */
export function blankVlan(): VlanPart {
  return { index: 0, vlans: { first: 0, last: 0 }, flags: 0, entry: {} };
}

/**
 * The VLANs that a message has.
 *
 * @param message The message.
 * @returns The VLANs, those that are alike together.
 */
export function partsOf(
  { index, attributes: { entries = [] } }: VlanDatabaseMessage,
): VlanPart[] {
  return entries.map((entry) => {
    const { info, range } = entry;
    const first = info === undefined ? 0 : info.vid;
    const flags = info === undefined ? 0 : info.flags;
    return { index, vlans: { first, last: range ?? first }, flags, entry };
  });
}

const statistics = {
  fromKernel: (
    { rxBytes = 0n, rxPackets = 0n, txBytes = 0n, txPackets = 0n }: VlanStats,
  ): BridgeVlanStatistics => ({ rxBytes, rxPackets, txBytes, txPackets }),
};

/** How VLANs are read and written. */
export const fields: Mapping<BridgeVlan, VlanPart> = mapping({
  device: ["index", device as Conversion<number, number>],
  vlan: ["vlans", vlanRange as Conversion<BridgeVlan["vlan"], Range>],
  pvid: bit<VlanPart>("flags", BRIDGE_VLAN_INFO_PVID),
  untagged: bit<VlanPart>("flags", BRIDGE_VLAN_INFO_UNTAGGED),
  tunnelId: {
    from: ["vlans", "entry"],
    read: ({ vlans: { first, last }, entry: { tunnelInfo } }) => {
      const { id } = tunnelInfo ?? {};
      return id === undefined ? undefined : tunnelRange.fromKernel({
        first: id,
        last: id + last - first,
      }) as Exclude<BridgeVlan["tunnelId"], undefined>;
    },
    write: (part, value, fieldPath) => {
      part.tunnels = tunnelRange.toKernel(value, fieldPath)!;
    },
  },
  ...within<
    VlanPart,
    "entry",
    Pick<
      BridgeVlan,
      | "state"
      | "multicastRouter"
      | "multicastMaxGroups"
      | "multicastGroups"
      | "neighborSuppress"
      | "neighborForwardGratuitous"
      | "statistics"
    >
  >("entry", {
    state: enumeration(BRIDGE_PORT_STATES, 8),
    multicastRouter: uint8,
    multicastMaxGroups: uint32,
    multicastGroups: readOnly("multicastGroups", uint32),
    neighborSuppress: boolean,
    neighborForwardGratuitous: boolean,
    statistics: readOnly("stats", statistics),
  }),
}, blankVlan);

const { bit: flag, equal, where, ask } = conditions<VlanPart>();

/** How {@linkcode BridgeVlanFilter} is put into the kernel's terms. */
export const vlanFilter: Filter<BridgeVlanFilter, VlanPart> = filter({
  device: equal("index", device),
  vlan: where({
    value: vlanRange,
    reads: ["vlans"],
    accepts: (wanted) => (vlans) => overlap(vlans, wanted),
  }),
  pvid: flag("flags", BRIDGE_VLAN_INFO_PVID),
  untagged: flag("flags", BRIDGE_VLAN_INFO_UNTAGGED),
  // What is asked for decides, and not what is there.
  statistics: ask(boolean, () => {}, { detail: true }),
}, blankVlan);
