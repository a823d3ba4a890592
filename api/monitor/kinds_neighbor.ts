/**
 * Neighbors and forwarding databases, as kinds of objects that can be watched.
 *
 * @module
 */

import { objects } from "../../messages/objects.ts";
import { AF_BRIDGE, AF_UNSPEC } from "../../messages/families.ts";
import {
  type NeighborMessage,
  neighborMessage,
} from "../../messages/neighbor/neighbor.ts";
import {
  NTF_PROXY,
  NUD_INCOMPLETE,
  NUD_NOARP,
} from "../../messages/neighbor/constants.ts";
import { forwardings } from "../forwarding/spec.ts";
import { neighbors } from "../neighbor/spec.ts";
import { ForwardingStore, isForwarding } from "./forwarding_store.ts";
import type { DumpRequest, Kind } from "./kind.ts";
import { KeyedStore } from "./store.ts";
import { blank } from "../../messages/codec/mod.ts";

function dump(family: number): DumpRequest<NeighborMessage> {
  return {
    message: blank(neighborMessage, { family }),
  };
}

const shared = {
  object: objects.neighbor,
  codec: neighborMessage,
} as const;

const ignored: ReadonlySet<string> = new Set(["cacheInfo", "probes"]);

/**
 * Neighbors. The kernel does not report those that it is a proxy for, nor of
 * those that it keeps while it does not have their link address or needs none.
 * It does not report either when one goes from stale to delay.
 */
export const neighbor: Kind<NeighborMessage> = {
  ...shared,
  reading: neighbors,
  accepts: ({ family, flags }) =>
    family !== AF_BRIDGE && (flags & NTF_PROXY) === 0,
  known: {
    makeStore: () =>
      new KeyedStore<NeighborMessage>({
        key: ({ family, index, attributes }) =>
          `${family} ${index} ${attributes.destination}`,
        ignored,
        names: ({ attributes: { destination = "" } }) => [destination],
      }),
    hidden: ({ state }) => (state & ~(NUD_INCOMPLETE | NUD_NOARP)) === 0,
    dumps: [dump(AF_UNSPEC)],
  },
};

/**
 * Entries of the forwarding databases of bridges and VXLANs. Those that a
 * device has itself are reported, but not kept: see {@linkcode isForwarding}.
 */
export const forwarding: Kind<NeighborMessage> = {
  ...shared,
  reading: forwardings,
  accepts: ({ family }) => family === AF_BRIDGE,
  known: {
    makeStore: () => new ForwardingStore(),
    untracked: (message) => !isForwarding(message),
    dumps: [dump(AF_BRIDGE)],
  },
};
