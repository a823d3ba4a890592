/**
 * Neighbors and forwarding databases, as kinds of objects that can be watched.
 *
 * @module
 */

import {
  AF_BRIDGE,
  AF_UNSPEC,
  RTNLGRP_NEIGH,
} from "../../messages/families.ts";
import {
  type NeighborMessage,
  neighborMessage,
  RTM_DELNEIGH,
  RTM_GETNEIGH,
  RTM_NEWNEIGH,
} from "../../messages/neighbor/mod.ts";
import type { DumpRequest, Kind } from "./kind.ts";
import { KeyedStore } from "./store.ts";

const NUD_INCOMPLETE = 0x01;
const NUD_NOARP = 0x40;
const NTF_SELF = 0x02;
const NTF_MASTER = 0x04;
const NTF_PROXY = 0x08;

function dump(family: number): DumpRequest<NeighborMessage> {
  return {
    type: RTM_GETNEIGH,
    message: { family, index: 0, state: 0, flags: 0, type: 0, attributes: {} },
  };
}

const shared = {
  groups: [RTNLGRP_NEIGH],
  newTypes: [RTM_NEWNEIGH],
  deleteTypes: [RTM_DELNEIGH],
  codec: neighborMessage,
} as const;

const ignored: ReadonlySet<string> = new Set(["cacheInfo", "probes"]);

/**
 * Neighbors. The kernel says nothing of those that it is a proxy for, nor of
 * those that it keeps while it does not know their link address or needs none.
 * It does not tell either when one goes from stale to delay.
 */
export const neighbor: Kind<NeighborMessage> = {
  ...shared,
  accepts: ({ family, flags }) =>
    family !== AF_BRIDGE && (flags & NTF_PROXY) === 0,
  known: {
    makeStore: () =>
      new KeyedStore({
        key: ({ family, index, attributes }) =>
          `${family} ${index} ${attributes.destination}`,
        ignored,
      }),
    hidden: ({ state }) => (state & ~(NUD_INCOMPLETE | NUD_NOARP)) === 0,
    dumps: [dump(AF_UNSPEC)],
  },
};

/** Entries of the forwarding databases of bridges, VXLANs and devices. */
export const fdb: Kind<NeighborMessage> = {
  ...shared,
  accepts: ({ family }) => family === AF_BRIDGE,
  known: {
    makeStore: () =>
      new KeyedStore({
        key: ({ index, flags, attributes }) =>
          [
            index,
            flags & (NTF_SELF | NTF_MASTER),
            attributes.linkAddress,
            attributes.vlan,
            attributes.sourceVni,
            attributes.destination,
            attributes.port,
            attributes.vni,
            attributes.outputDevice,
          ].join(" "),
        ignored,
      }),
    dumps: [dump(AF_BRIDGE)],
  },
};
