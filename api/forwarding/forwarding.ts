/**
 * Forwarding entries of bridges and VXLAN devices: `bridge fdb`.
 *
 * @module
 */

import { objects } from "../../messages/objects.ts";
import {
  NLM_F_APPEND,
  NLM_F_CREATE,
  NLM_F_REPLACE,
} from "../../messages/header.ts";
import { NTF_SELF } from "../../messages/neighbor/constants.ts";
import {
  type NeighborMessage,
  neighborMessage,
} from "../../messages/neighbor/neighbor.ts";
import type { Connection, RequestOptions } from "../connection/connection.ts";
import { type ForwardingFilter, forwardingFilter } from "./filter.ts";
import {
  type Forwarding,
  type ForwardingKey,
  forwardings,
  type ForwardingSpec,
  fromForwarding,
  nameForwarding,
} from "./spec.ts";
import type { All } from "../mapping/filter.ts";
import { ManyObjects } from "../object/objects.ts";
import { FieldPath } from "../mapping/field_path.ts";

export type { ForwardingFilter } from "./filter.ts";
export * from "./spec.ts";

/** Forwarding entries: `bridge fdb`. */
export class ForwardingEntries extends ManyObjects<
  NeighborMessage,
  Forwarding,
  ForwardingSpec,
  ForwardingKey,
  ForwardingFilter
> {
  /**
   * Makes the object.
   *
   * @param connection Where to send requests.
   */
  constructor(connection: Connection) {
    super(connection, {
      object: objects.neighbor,
      codec: neighborMessage,
      reading: forwardings,
      write: fromForwarding,
      name: nameForwarding,
      filter: forwardingFilter,
      missing: ["ENOENT"],
    });
  }

  /**
   * Gets one entry.
   *
   * @param key Which one; what it does not give does not matter.
   * @param options How to ask.
   * @returns The first such entry.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If there is none (`ENOENT`).
   */
  override async get(
    key: ForwardingKey,
    options: RequestOptions = {},
  ): Promise<Forwarding> {
    // The kernel finds single entries of bridges and VXLAN devices only, and
    // not by what they lead to.
    return await this.search(
      key,
      ({ index, attributes: { linkAddress, vlan } }) => ({
        device: index,
        linkAddress: linkAddress!,
        ...vlan !== undefined && { vlan },
      }),
      options,
      ({ message }, named) => isNamed(message, named, key),
    );
  }

  /**
   * Changes an entry, which has to be there; the remote endpoint as well, if the
   * address is one that has only one.
   *
   * @param spec The entry as it shall be.
   * @param options How to ask.
   * @throws {NetlinkError} If it is not there, or the kernel refuses it.
   */
  override async change(
    spec: ForwardingSpec,
    options: RequestOptions = {},
  ): Promise<void> {
    const flags = hasSeveral(spec?.linkAddress) ? 0 : NLM_F_REPLACE;
    await this.create(spec, flags, options);
  }

  /**
   * Adds an entry beside those that are there for the address: one more remote
   * endpoint of a VXLAN device.
   *
   * @param spec The entry.
   * @param options How to ask.
   * @throws {NetlinkError} If the kernel refuses it.
   */
  async append(
    spec: ForwardingSpec,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.create(spec, NLM_F_CREATE | NLM_F_APPEND, options);
  }

  /**
   * Deletes all entries that a filter lets pass, but for permanent ones.
   *
   * @param filter Which ones; permanent ones if it asks for them.
   * `{ all: true }` for those of all devices.
   * @param options How to ask.
   * @returns How many were deleted.
   * @throws {TypeError} If the filter has no condition.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async flush(
    filter: ForwardingFilter | All,
    options: RequestOptions = {},
  ): Promise<number> {
    let deleted = 0;
    const wanted = forwardingFilter.demand(filter, FieldPath.root);
    const found = await this.list(wanted, options).toArray();
    for (const entry of found) {
      if (entry.state === "permanent" && wanted.state === undefined) continue;
      // It may have aged meanwhile.
      const rest = { ...options, ifExists: true };
      if (await this.delete(entry, rest)) deleted++;
    }
    return deleted;
  }
}

/** What a key can give besides what lists are filtered by. */
const MORE = [
  "destination",
  "port",
  "vni",
  "sourceVni",
  "outputDevice",
  "nexthopId",
] as const;

function isNamed(
  { flags, attributes }: NeighborMessage,
  named: NeighborMessage,
  { self, master }: ForwardingKey,
): boolean {
  const isGiven = self !== undefined || master !== undefined;
  // Entries that a bridge has come without any flag for that.
  const wanted = named.flags & NTF_SELF;
  if (isGiven && (flags & NTF_SELF) !== wanted) return false;
  return MORE.every((name) =>
    named.attributes[name] === undefined ||
    named.attributes[name] === attributes[name]
  );
}

/** Whether an address can have several remote endpoints: groups, and zero. */
function hasSeveral(linkAddress: unknown): boolean {
  const text = String(linkAddress);
  return (parseInt(text, 16) & 1) !== 0 || /^[0:]+$/.test(text);
}
