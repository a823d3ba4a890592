/**
 * What objects are called by those who look for them.
 *
 * @module
 */

import type { MonitoredMessages } from "./kinds.ts";

/** What an object is called. */
export type MirrorKey = string | number;

/** What messages may have by which their objects are called. */
interface Named {
  readonly index?: number;
  readonly prefixLength?: number;
  readonly destinationLength?: number;
  readonly attributes: {
    readonly name?: string;
    readonly alternativeNames?: readonly string[];
    readonly local?: string;
    readonly address?: string;
    readonly destination?: string;
    readonly linkAddress?: string;
    readonly id?: number;
    readonly nsid?: number;
    readonly priority?: number;
  };
}

type Caller = (message: Named, key: MirrorKey) => boolean;

const callers: Partial<Record<keyof MonitoredMessages, Caller>> = {
  link: ({ index, attributes: { name, alternativeNames } }, key) =>
    index === key || name === key ||
    (alternativeNames?.includes(key as string) ?? false),
  address: ({ prefixLength, attributes: { address, local = address } }, key) =>
    local === key || `${local}/${prefixLength}` === key,
  route: ({ destinationLength, attributes: { destination } }, key) =>
    destinationLength === 0
      ? key === "default"
      : `${destination}/${destinationLength}` === key || destination === key,
  neighbor: ({ attributes }, key) => attributes.destination === key,
  fdb: ({ attributes }, key) => attributes.linkAddress === key,
  nexthop: ({ attributes }, key) => attributes.id === key,
  nsid: ({ attributes }, key) => attributes.nsid === key,
  rule: ({ attributes }, key) => (attributes.priority ?? 0) === key,
};

/**
 * Tells whether an object is called so.
 *
 * @param object What kind of object.
 * @param message The object.
 * @param key What it may be called.
 * @returns Whether it is.
 */
export function isCalled<K extends keyof MonitoredMessages>(
  object: K,
  message: MonitoredMessages[K],
  key: MirrorKey,
): boolean {
  const caller = callers[object];
  if (caller !== undefined) return caller(message as Named, key);
  return (message as Partial<Named>).index === key;
}
