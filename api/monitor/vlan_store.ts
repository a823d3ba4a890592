/**
 * What is known about the VLANs of bridges and their ports.
 *
 * @module
 */

import { BRIDGE_VLAN_INFO_PVID } from "../../messages/link/bridge/constants.ts";
import type {
  VlanDatabaseMessage,
  VlanEntry,
} from "../../messages/vlan_database/vlan_database.ts";
import { type Item, keptLike, messageIn } from "./kept_message.ts";
import { type Difference, KeyedStore, type Report } from "./store.ts";

/**
 * VLANs, of which a port or a bridge has one to which packets without a tag
 * belong: if it becomes another one, the kernel reports the other one only.
 *
 * @typeParam T How the messages are kept.
 */
export class VlanStore<
  T extends Item<VlanDatabaseMessage> = VlanDatabaseMessage,
> extends KeyedStore<VlanDatabaseMessage, T> {
  /** Makes an empty store. */
  constructor() {
    super({
      key: (message) => `${message.index} ${infoOf(message).vid}`,
      // Counters.
      ignored: new Set(["multicastGroups", "stats"]),
      names: ({ index }) => [index],
    });
  }

  /**
   * Takes over a notification.
   *
   * @param report The notification.
   * @returns What has changed.
   */
  override apply(report: Report<T>): readonly Difference<T>[] {
    const message = messageIn<VlanDatabaseMessage>(report.message);
    const { vid, flags } = infoOf(message);
    if (report.deleted || (flags & BRIDGE_VLAN_INFO_PVID) === 0) {
      return super.apply(report);
    }
    const others = this.named(message.index).flatMap((item) => {
      const other = messageIn<VlanDatabaseMessage>(item);
      const info = infoOf(other);
      if (info.vid === vid || (info.flags & BRIDGE_VLAN_INFO_PVID) === 0) {
        return [];
      }
      const [entry] = other.attributes.entries!;
      const now: VlanEntry = {
        ...entry,
        info: { vid: info.vid, flags: info.flags & ~BRIDGE_VLAN_INFO_PVID },
      };
      return super.apply({
        ...report,
        message: keptLike(item, { ...other, attributes: { entries: [now] } }),
      });
    });
    return [...others, ...super.apply(report)];
  }
}

/** Number and flags of the only VLAN of a message. */
function infoOf({ attributes: { entries = [] } }: VlanDatabaseMessage) {
  return entries[0]?.info ?? { vid: 0, flags: 0 };
}
