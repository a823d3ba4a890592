/**
 * Forwarding entries, as the kernel keys them.
 *
 * A bridge has one entry for each address in each VLAN, whichever port it leads
 * to. A VXLAN device has one for each address in each network; one for groups,
 * or for all addresses that have none, may lead to several remote endpoints,
 * which come and go one by one.
 *
 * Ages are not reported. Neither is what hardware has taken over from bridges.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/bridge/br_fdb.c | net/bridge/br_fdb.c}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/drivers/net/vxlan/vxlan_core.c | drivers/net/vxlan/vxlan_core.c}
 *
 * @module
 */

import type { NeighborMessage } from "../../messages/neighbor/neighbor.ts";
import {
  NTF_OFFLOADED,
  NUD_REACHABLE,
  NUD_STALE,
} from "../../messages/neighbor/constants.ts";
import { same } from "./compare.ts";
import { type Item, keptLike, messageIn } from "./kept_message.ts";
import { type Difference, KeyedStore, type Report } from "./store.ts";

const VOLATILE: ReadonlySet<string> = new Set(["cacheInfo", "probes"]);
/** What is compared with more care. */
const AGES: ReadonlySet<string> = new Set([...VOLATILE, "state", "flags"]);

/**
 * Returns whether an entry is one of a bridge or a VXLAN device. The others are
 * the addresses that a device listens to, of which the kernel reports only
 * those that were added by hand.
 *
 * @param message The entry.
 * @returns Whether it is.
 */
export function isForwarding({ attributes }: NeighborMessage): boolean {
  return attributes.master !== undefined || attributes.cacheInfo !== undefined;
}

/**
 * What is known about forwarding entries.
 *
 * @typeParam T How their messages are kept.
 */
export class ForwardingStore<T extends Item<NeighborMessage> = NeighborMessage>
  extends KeyedStore<NeighborMessage, T> {
  /** The entries of one address with several remote endpoints. */
  readonly #siblings = new Map<string, Map<string, T>>();

  /** Makes an empty store. */
  constructor() {
    super({
      key: (message) => `${entryKey(message)}${remoteKey(message)}`,
      ignored: VOLATILE,
      alike,
      names: ({ attributes: { linkAddress = "" } }) => [linkAddress],
    });
  }

  /**
   * Takes over an entry of a dump.
   *
   * @param item The entry.
   */
  override fill(item: T): void {
    super.fill(item);
    this.#keep(item, messageOf(item));
  }

  /**
   * Takes over a notification.
   *
   * @param report The notification.
   * @returns What has changed.
   */
  override apply(
    report: Report<T>,
  ): readonly Difference<T>[] {
    const differences = super.apply(report);
    const { deleted, message: item } = report;
    const message = messageOf(item);
    if (!hasSeveral(message)) return differences;
    if (deleted) {
      this.#drop(message);
      return differences;
    }
    return [...differences, ...this.#keep(item, message)];
  }

  /**
   * Finds the entries of the same address.
   *
   * @param item An entry; without an endpoint, all endpoints are meant.
   * @returns The entries.
   */
  override find(item: T): readonly T[] {
    const message = messageOf(item);
    const { destination } = message.attributes;
    if (destination !== undefined || !hasSeveral(message)) {
      return super.find(item);
    }
    return [...this.#siblings.get(entryKey(message))?.values() ?? []];
  }

  /**
   * State and flags are those of the address: what changes them by way of one
   * endpoint changes them for all, which is not reported.
   */
  #keep(item: T, message: NeighborMessage): readonly Difference<T>[] {
    if (!hasSeveral(message)) return [];
    const entry = entryKey(message);
    const siblings = this.#siblings.get(entry) ?? new Map<string, T>();
    this.#siblings.set(entry, siblings);
    siblings.set(remoteKey(message), item);
    const { state } = message;
    return [...siblings].flatMap(([remote, item]) => {
      const sibling = messageOf(item);
      const offloaded = sibling.flags & NTF_OFFLOADED;
      const flags = message.flags & ~NTF_OFFLOADED | offloaded;
      if (sibling.state === state && sibling.flags === flags) return [];
      const now = keptLike(item, { ...sibling, state, flags });
      siblings.set(remote, now);
      return super.apply({ deleted: false, flags: 0, message: now });
    });
  }

  #drop(message: NeighborMessage): void {
    const entry = entryKey(message);
    const siblings = this.#siblings.get(entry);
    siblings?.delete(remoteKey(message));
    if (siblings?.size === 0) this.#siblings.delete(entry);
  }
}

function messageOf(item: Item<NeighborMessage>): NeighborMessage {
  return messageIn<NeighborMessage>(item);
}

/** What distinguishes the entries of a bridge or a VXLAN device. */
function entryKey({ index, attributes }: NeighborMessage): string {
  const { master, linkAddress, vlan = 0, sourceVni = 0 } = attributes;
  return master === undefined
    ? `self ${index} ${linkAddress} ${sourceVni}`
    : `${master} ${linkAddress} ${vlan}`;
}

/** What distinguishes the remote endpoints of one entry. */
function remoteKey(message: NeighborMessage): string {
  if (!hasSeveral(message)) return "";
  const { destination, port, vni, outputDevice } = message.attributes;
  return ` ${destination} ${port} ${vni} ${outputDevice}`;
}

/** Whether an entry may lead to several remote endpoints. */
function hasSeveral(
  { attributes: { master, linkAddress = "", nexthopId } }: NeighborMessage,
): boolean {
  if (master !== undefined || nexthopId !== undefined) return false;
  return linkAddress === "00:00:00:00:00:00" ||
    (Number.parseInt(linkAddress.slice(0, 2), 16) & 1) === 1;
}

function alike(a: NeighborMessage, b: NeighborMessage): boolean {
  return lasting(a) === lasting(b) && flagsOf(a) === flagsOf(b) &&
    same(a, b, AGES);
}

/** The state, as far as it does not change with time. */
function lasting({ state }: NeighborMessage): number {
  return state & NUD_STALE ? state & ~NUD_STALE | NUD_REACHABLE : state;
}

function flagsOf({ flags, attributes: { master } }: NeighborMessage): number {
  return master === undefined ? flags : flags & ~NTF_OFFLOADED;
}
