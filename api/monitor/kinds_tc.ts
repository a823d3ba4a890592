/**
 * Traffic control, as kinds of objects that can be watched.
 *
 * @module
 */

import { RTNLGRP_TC } from "../../messages/families.ts";
import {
  RTM_DELQDISC,
  RTM_DELTCLASS,
  RTM_DELTFILTER,
  RTM_GETQDISC,
  RTM_NEWQDISC,
  RTM_NEWTCLASS,
  RTM_NEWTFILTER,
  type TcMessage,
  tcMessage,
} from "../../messages/tc/mod.ts";
import type { Kind } from "./kind.ts";
import { KeyedStore } from "./store.ts";

const shared = { groups: [RTNLGRP_TC], codec: tcMessage } as const;

/** Queueing disciplines. */
export const qdisc: Kind<TcMessage> = {
  ...shared,
  newTypes: [RTM_NEWQDISC],
  deleteTypes: [RTM_DELQDISC],
  known: {
    makeStore: () =>
      new KeyedStore({
        key: ({ index, parent, handle }) => `${index} ${parent} ${handle}`,
        // The reference count among others.
        ignored: new Set(["info", "kindStats", "rate", "stats", "stats2"]),
        names: ({ index }) => [index],
      }),
    dumps: [{
      type: RTM_GETQDISC,
      message: {
        family: 0,
        index: 0,
        handle: 0,
        parent: 0,
        info: 0,
        attributes: {},
      },
    }],
    // A link that goes up gets its first one, and goes away with all of them;
    // one takes those below it, and the kernel's own comes back in its place.
    triggers: ["link", "qdisc"],
  },
};

/** Traffic classes. */
export const trafficClass: Kind<TcMessage> = {
  ...shared,
  newTypes: [RTM_NEWTCLASS],
  deleteTypes: [RTM_DELTCLASS],
};

/** Traffic filters. */
export const trafficFilter: Kind<TcMessage> = {
  ...shared,
  newTypes: [RTM_NEWTFILTER],
  deleteTypes: [RTM_DELTFILTER],
};
