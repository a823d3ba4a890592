/**
 * Which filters to list.
 *
 * @module
 */

import { blank } from "../../messages/codec/mod.ts";
import { TCM_IFINDEX_MAGIC_BLOCK } from "../../messages/tc/constants.ts";
import { type FilterMessage, filterMessage } from "../../messages/tc/filter.ts";
import {
  type FilterKinds,
  filterKinds,
} from "../../messages/tc/filters/mod.ts";
import { boolean, integer, text, uint32 } from "../mapping/conversions.ts";
import { device } from "../mapping/device.ts";
import { conditions } from "../mapping/conditions.ts";
import {
  type Filter,
  filter,
  type FilterConditions,
} from "../mapping/filter.ts";
import { etherType } from "./ether_type.ts";
import type { FilterPosition, TrafficFilterKey } from "./filter_spec.ts";
import { filterParent } from "./handle.ts";

/**
 * Which filters to list: those of a device or a block. What is missing lets all
 * pass, but that filters at the root are listed where there is no parent.
 */
export interface TrafficFilterQuery extends Omit<TrafficFilterKey, "handle"> {
  /**
   * Whether preferences are listed, too, before their filters: they have a kind
   * and nothing else.
   */
  preferences?: boolean;
}

/** Where a message has the options of a filter. */
const OPTIONS = [
  "attributes.options",
  ...(Object.keys(filterKinds) as (keyof FilterKinds)[]).map((kind) =>
    `attributes.${kind}` as const
  ),
] as const;

const { equal, where, ask } = conditions<FilterMessage>();

/** How {@linkcode FilterPosition} is asked for: the kernel lists nothing else. */
export const positionConditions: FilterConditions<
  FilterPosition,
  FilterMessage
> = {
  device: ask(device, (request, index) => {
    request.index = index;
  }),
  block: ask(integer(1, 0xffffffff), (request, block) => {
    request.index = TCM_IFINDEX_MAGIC_BLOCK | 0;
    request.parent = block;
  }),
  // The root is reported by its handle.
  parent: ask(filterParent, (request, parent) => {
    request.parent = parent;
  }),
  chain: equal("attributes.chain", uint32, { sent: true, missing: 0 }),
};

/** How {@linkcode TrafficFilterQuery} is put into the kernel's terms. */
export const trafficFilterQuery: Filter<TrafficFilterQuery, FilterMessage> =
  filter({
    ...positionConditions,
    kind: equal("attributes.kind", text),
    preference: where({
      value: integer(0, 0xffff),
      send: (request, value) => {
        request.info = (request.info & 0xffff | value << 16) >>> 0;
      },
      reads: ["info"],
      accepts: (wanted) => (info) => info >>> 16 === wanted,
    }),
    protocol: where({
      value: etherType,
      reads: ["info"],
      accepts: (wanted) => {
        const swapped = (wanted & 0xff) << 8 | wanted >>> 8;
        return (info) => (info & 0xffff) === swapped;
      },
    }),
    preferences: where({
      value: boolean,
      reads: OPTIONS,
      accepts: (wanted) => (...options) =>
        wanted === 1 || options.some((value) => value !== undefined),
      absent: false,
    }),
  }, () => blank(filterMessage));
