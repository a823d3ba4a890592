/**
 * The settings of ports of bridges, as `bridge link` reads and writes them.
 *
 * @module
 */

import type { BridgePort } from "../../../messages/link/ports/bridge.ts";

/** Properties of a port that are numbers. */
type NumberKey = Exclude<
  {
    [K in keyof BridgePort]-?: Exclude<BridgePort[K], undefined> extends number
      ? K
      : never;
  }[keyof BridgePort],
  undefined
>;

/** A setting that is on or off. */
export interface Toggle {
  /** The property of the message. */
  readonly key: NumberKey;
  /** Its keyword, which is its name in text and JSON. */
  readonly word: string;
}

/** A row of a table of settings: one that is on or off, or another one. */
export type Setting = Toggle | NumberKey;

/** The settings that `-details` shows, in the order of writing. */
export const SETTINGS: readonly Setting[] = [
  { key: "mode", word: "hairpin" },
  { key: "guard", word: "guard" },
  { key: "protect", word: "root_block" },
  { key: "fastLeave", word: "fastleave" },
  { key: "learning", word: "learning" },
  { key: "learningSync", word: "learning_sync" },
  { key: "unicastFlood", word: "flood" },
  { key: "multicastFlood", word: "mcast_flood" },
  { key: "broadcastFlood", word: "bcast_flood" },
  "multicastRouter",
  { key: "multicastToUnicast", word: "mcast_to_unicast" },
  { key: "neighborSuppress", word: "neigh_suppress" },
  { key: "neighborVlanSuppress", word: "neigh_vlan_suppress" },
  { key: "neighborForwardGratuitous", word: "neigh_forward_grat" },
  { key: "vlanTunnel", word: "vlan_tunnel" },
  "backupPort",
  "backupNexthopId",
  { key: "isolated", word: "isolated" },
  { key: "locked", word: "locked" },
  { key: "mab", word: "mab" },
  "multicastGroupCount",
  "multicastMaxGroups",
];

/** The settings that are on or off. */
export const TOGGLES: readonly Toggle[] = SETTINGS.filter((setting) =>
  typeof setting !== "string"
);
