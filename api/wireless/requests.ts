/**
 * Requests of the family `nl80211`.
 *
 * @module
 */

import { errnoOf } from "../../messages/errno.ts";
import { NL80211_CMD_GET_WIPHY } from "../../messages/generic/nl80211/commands.ts";
import type {
  Nl80211Attributes,
  Nl80211Message,
} from "../../messages/generic/nl80211/nl80211.ts";
import type { Connection, RequestOptions } from "../connection/connection.ts";
import { NetlinkError } from "../connection/errors.ts";
import { FamilyRequests } from "../generic/family_requests.ts";
import { type Device, device } from "../mapping/device.ts";
import { FieldPath } from "../mapping/field_path.ts";
import type { OpenTransport } from "../monitor/open.ts";
import { wirelessFamily } from "./family.ts";
import { checkWiphy, type WiphyReference } from "./wiphy_reference.ts";

/** Sends requests of the family; names of devices are looked up. */
export class WirelessRequests extends FamilyRequests<Nl80211Attributes> {
  /** Opens a socket for reports. */
  readonly open: OpenTransport | undefined;

  /**
   * Makes the object.
   *
   * @param connection A connection to `NETLINK_GENERIC`.
   * @param routing A connection to `NETLINK_ROUTE`, where links are looked up.
   * @param open Opens a socket for reports in the same network namespace.
   */
  constructor(
    connection: Connection,
    routing: Connection,
    open?: OpenTransport,
  ) {
    super(connection, routing, wirelessFamily);
    this.open = open;
  }

  /**
   * Finds the index of a wireless device.
   *
   * @param reference The device.
   * @param command The command that needs it, for error messages.
   * @param options How to ask.
   * @returns Its index.
   * @throws {TypeError} If it is not of the right sort.
   * @throws {NetlinkError} If there is none of that name (`ENODEV`).
   */
  async wiphy(
    reference: WiphyReference,
    command: number,
    options: RequestOptions,
  ): Promise<number> {
    const wanted = checkWiphy(reference, FieldPath.root.at("wiphy"));
    if (typeof wanted === "number") return wanted;
    const messages = this.family.dump(NL80211_CMD_GET_WIPHY, {}, options);
    let found: number | undefined;
    for await (const { attributes } of messages) {
      if (attributes.wiphyName === wanted) found = attributes.wiphy;
    }
    if (found !== undefined) return found;
    const describe = this.family.describing(command);
    throw new NetlinkError(errnoOf("ENODEV"), {
      request: describe({ ifname: wanted }, () => undefined),
    });
  }
}

/**
 * The request of a filter.
 *
 * @param cmd The command.
 * @param attributes What it has in any case.
 * @returns What makes it.
 */
export function question(
  cmd: number,
  attributes: Nl80211Attributes = {},
): () => Nl80211Message {
  return () => ({
    cmd,
    version: wirelessFamily.version,
    reserved: 0,
    attributes: { ...attributes },
  });
}

/**
 * The attribute that names an interface.
 *
 * @param link The interface.
 * @param fieldPath Where it stands.
 * @returns The attribute.
 * @throws {TypeError} If it is not of the right sort.
 */
export function about(
  link: Device,
  fieldPath: FieldPath,
): Pick<Nl80211Attributes, "ifindex"> {
  return { ifindex: device.toKernel(link, fieldPath.at("device"))! };
}
