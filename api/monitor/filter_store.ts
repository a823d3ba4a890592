/**
 * What is known about filters of traffic control, kept as the kernel keys them:
 * by where they are, by chain and preference, and by handle.
 *
 * @module
 */

import { TCM_IFINDEX_MAGIC_BLOCK } from "../../messages/tc/constants.ts";
import type { FilterMessage } from "../../messages/tc/filter.ts";
import {
  handleOf,
  majorOf,
  TC_H_INGRESS,
  TC_H_MIN_EGRESS,
  TC_H_MIN_INGRESS,
} from "../../messages/tc/handle.ts";
import { same } from "./compare.ts";
import { type Item, messageIn } from "./kept_message.ts";
import { type Difference, KeyedStore, type Report } from "./store.ts";

/** Counters, and who else uses an action: nothing of it is reported. */
export const FILTER_COUNTERS: ReadonlySet<string> = new Set([
  "bindings",
  "counters",
  "inHardwareCount",
  "lastUsed",
  "installed",
  "firstUsed",
  "expires",
  "references",
  "stats",
  "stats2",
  "success",
]);

const INGRESS = majorOf(TC_H_INGRESS);
const EGRESS = handleOf(INGRESS, TC_H_MIN_EGRESS);
const BLOCK = TCM_IFINDEX_MAGIC_BLOCK | 0;

/**
 * Where filters are. The queueing discipline `ingress` has one position for them,
 * whatever the request calls it, and reports it by that name.
 *
 * @param message One of the filters.
 * @returns The parent, as it is reported of `clsact`.
 */
export function filterParentOf({ index, parent }: FilterMessage): number {
  if (index === BLOCK || majorOf(parent) !== INGRESS) return parent;
  return parent === EGRESS ? EGRESS : handleOf(INGRESS, TC_H_MIN_INGRESS);
}

/** What filters of one preference have in common. */
function preferenceKey(message: FilterMessage): string {
  const { info, attributes: { chain = 0 } } = message;
  return `${positionOf(message)} ${chain} ${info >>> 16}`;
}

function positionOf(message: FilterMessage): string {
  return `${message.index} ${filterParentOf(message)}`;
}

/** Whether a handle of the kind `u32` is that of a filter, and not of a table. */
function isKeyHandle(handle: number): boolean {
  return (handle & 0xfffff) !== 0;
}

function isU32({ attributes: { kind } }: FilterMessage): boolean {
  return kind === "u32";
}

/**
 * Filters. A notification without a handle reports that all of a preference are
 * gone.
 *
 * @typeParam T How the messages are kept.
 */
export class FilterStore<T extends Item<FilterMessage> = FilterMessage>
  extends KeyedStore<FilterMessage, T> {
  /**
   * Whether something is missing, or too much: the kernel makes a table with the
   * first filter of the kind `u32`, which goes with the last one, and does not
   * report all of each filter.
   */
  incomplete = false;
  /** The filters of each preference. */
  readonly #preferences = new Map<string, Map<number, T>>();
  /** How many preferences each position has. */
  readonly #positions = new Map<string, number>();

  /** Makes an empty store. */
  constructor() {
    super({
      key: (message) => `${preferenceKey(message)} ${message.handle}`,
      ignored: FILTER_COUNTERS,
      alike: (a, b) =>
        same(
          { ...a, parent: filterParentOf(a) },
          { ...b, parent: filterParentOf(b) },
          FILTER_COUNTERS,
        ),
      names: ({ index, parent }) => [index === BLOCK ? parent : index],
    });
  }

  /**
   * Takes over a filter of a dump.
   *
   * @param item The filter.
   */
  override fill(item: T): void {
    // Before the filters of a preference, a list has what they have in common.
    if (messageIn<FilterMessage>(item).handle === 0) return;
    super.fill(item);
    this.#keep(item);
  }

  #keep(item: T): void {
    const message = messageIn<FilterMessage>(item);
    const key = preferenceKey(message);
    let siblings = this.#preferences.get(key);
    if (siblings === undefined) {
      siblings = new Map();
      this.#preferences.set(key, siblings);
      this.#count(positionOf(message), 1);
    }
    siblings.set(message.handle, item);
  }

  #count(position: string, more: number): void {
    const count = (this.#positions.get(position) ?? 0) + more;
    if (count === 0) this.#positions.delete(position);
    else this.#positions.set(position, count);
  }

  /**
   * Whether a notification may be about filters of the queueing discipline
   * `ingress`, which takes requests for outgoing packets as well.
   */
  #isDoubtful(message: FilterMessage): boolean {
    return message.index !== BLOCK && message.parent === EGRESS &&
      !this.#positions.has(positionOf(message));
  }

  /**
   * Takes over a notification.
   *
   * @param report The notification.
   * @returns What has changed.
   */
  override apply(report: Report<T>): readonly Difference<T>[] {
    const message = messageIn<FilterMessage>(report.message);
    const key = preferenceKey(message);
    if (this.#isDoubtful(message)) this.incomplete = true;
    if (!report.deleted) {
      // The kernel reports the first filter of the kind `matchall` without any
      // of its properties.
      if (message.handle === 0) {
        this.incomplete = true;
        return [];
      }
      if (isU32(message) && !this.#preferences.has(key)) this.incomplete = true;
      const differences = super.apply(report);
      this.#keep(report.message);
      return differences;
    }
    const siblings = this.#preferences.get(key);
    if (siblings === undefined) return [];
    const found = siblings.get(message.handle);
    const gone = message.handle === 0
      ? [...siblings.values()]
      : found === undefined
      ? []
      : [found];
    for (const item of gone) {
      siblings.delete(messageIn<FilterMessage>(item).handle);
    }
    if (siblings.size === 0) {
      this.#preferences.delete(key);
      this.#count(positionOf(message), -1);
    } else if (isU32(message)) {
      this.incomplete ||= ![...siblings.keys()].some(isKeyHandle);
    }
    return gone.flatMap((item) => super.apply({ ...report, message: item }));
  }
}
