/**
 * Links, as a kind of objects that can be watched.
 *
 * @module
 */

import { objects } from "../../messages/objects.ts";
import { AF_UNSPEC } from "../../messages/families.ts";
import { type LinkMessage, linkMessage } from "../../messages/link/link.ts";
import { RTEXT_FILTER_MRP } from "../../messages/link/constants.ts";
import { links } from "../link/spec.ts";
import type { Kind } from "./kind.ts";
import { KeyedStore } from "./store.ts";
import { blank } from "../../messages/codec/mod.ts";

/** Counters, timers, and what is about the message rather than the link. */
const IGNORED: ReadonlySet<string> = new Set([
  "allMulti",
  "cacheInfo",
  "change",
  "event",
  "forwardDelayTimer",
  "gcTimer",
  "helloTimer",
  "holdTimer",
  "icmp6Stats",
  "ipOtherTimer",
  "ipv6OtherTimer",
  "messageAgeTimer",
  "promiscuity",
  "stats",
  "stats64",
  "tcnTimer",
  "topologyChangeTimer",
]);

/** Links. */
export const link: Kind<LinkMessage> = {
  object: objects.link,
  codec: linkMessage,
  reading: links,
  // Bridges report their ports, and wireless drivers what happens, in
  // messages that are no links.
  accepts: ({ family, attributes }) =>
    family === AF_UNSPEC && attributes.wireless === undefined,
  isEvent: ({ attributes }) => attributes.event !== undefined,
  known: {
    makeStore: () =>
      new KeyedStore<LinkMessage>({
        key: ({ index }) => index,
        ignored: IGNORED,
        names: ({ index, attributes: { name, alternativeNames } }) => [
          index,
          ...(name === undefined ? [] : [name]),
          ...(alternativeNames ?? []),
        ],
      }),
    consistent: true,
    dumps: [{
      message: blank(linkMessage, {
        // A list with any mask has room for the largest link.
        attributes: { extMask: RTEXT_FILTER_MRP },
      }),
    }],
  },
};
