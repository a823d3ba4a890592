/**
 * Which queueing disciplines to list.
 *
 * @module
 */

import { blank } from "../../messages/codec/mod.ts";
import { type QdiscMessage, qdiscMessage } from "../../messages/tc/qdisc.ts";
import { boolean, text } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { conditions } from "../mapping/conditions.ts";
import { type Filter, filter } from "../mapping/filter.ts";
import { type Handle, handle, type Parent, parent } from "./handle.ts";

/** Which queueing disciplines to list; what is not given does not matter. */
export interface QdiscFilter {
  /** Those of this device. */
  device?: Device;
  /** Those that are there. */
  parent?: Parent;
  /** Those with this handle. */
  handle?: Handle;
  /** Those of this kind, such as `fq_codel`. */
  kind?: string;
  /** Whether those are listed, too, that the kernel has made itself and hides. */
  hidden?: boolean;
}

const { equal, ask } = conditions<QdiscMessage>();

/** How {@linkcode QdiscFilter} is put into the kernel's terms. */
export const qdiscFilter: Filter<QdiscFilter, QdiscMessage> = filter({
  device: equal("index", device, { sent: true }),
  parent: equal("parent", parent),
  handle: equal("handle", handle),
  kind: equal("attributes.kind", text),
  hidden: ask(boolean, ({ attributes }, hidden) => {
    if (hidden === 1) attributes.dumpInvisible = true;
  }, { detail: true }),
}, () => blank(qdiscMessage));
