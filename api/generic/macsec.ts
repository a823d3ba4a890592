/**
 * Channels and associations of MACsec links: `ip macsec`.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/ip-macsec.8.html | ip-macsec(8)}
 *
 * @module
 */

import { errnoOf } from "../../messages/errno.ts";
import type { MACSEC_OFFLOADS } from "../../messages/link/kinds/macsec.ts";
import * as c from "../../messages/generic/macsec.ts";
import type {
  Connection,
  DumpOptions,
  RequestOptions,
} from "../connection/connection.ts";
import type { Listing } from "../connection/listing.ts";
import { type Device, device } from "../mapping/device.ts";
import {
  type DeleteOptions,
  type IsMissing,
  missing,
} from "../object/existence.ts";
import { type MacsecFilter, macsecFilter } from "./macsec_filter.ts";
import { macsecFamily } from "./families.ts";
import { FamilyRequests } from "./family_requests.ts";
import { macsecOffloadMode } from "../link/kinds/macsec.ts";
import { NetlinkError } from "../connection/errors.ts";
import type { NameOf } from "../connection/subject.ts";
import { Lookup } from "../object/lookup.ts";
import {
  fromAssociation,
  fromAssociationChange,
  fromChannel,
  type MacsecAssociationChange,
  type MacsecAssociationSpec,
  type MacsecChannelSpec,
  type MacsecLink,
  nameAssociation,
  nameChannel,
  toMacsecLink,
} from "./macsec_spec.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { Finder } from "../object/requester.ts";

export type { MacsecFilter } from "./macsec_filter.ts";
export type * from "./macsec_spec.ts";
export { fromAssociation, fromChannel, toMacsecLink } from "./macsec_spec.ts";

/**
 * Channels and associations of MACsec links: `ip macsec`. The links themselves
 * are made as all links are, with the kind `macsec`.
 *
 * @example Talk to a peer in secret
 * ```ts ignore
 * using generic = GenericNetlink.open();
 * const { macsec } = generic;
 * await macsec.addTransmitAssociation("macsec0", {
 *   number: 0,
 *   packetNumber: 1,
 *   active: true,
 *   keyId: "01",
 *   key: "12345678901234567890123456789012",
 * });
 * await macsec.addChannel("macsec0", { sci: "0200000000020001", active: true });
 * ```
 */
export class Macsec
  extends Finder<FamilyRequests<c.MacsecAttributes>, Device, MacsecLink> {
  /** There is no such link. */
  protected override readonly isMissing: IsMissing = missing("ENODEV");
  readonly #routing: Connection;

  /**
   * Makes the object.
   *
   * @param connection A connection to `NETLINK_GENERIC`.
   * @param routing A connection to `NETLINK_ROUTE`, where devices are looked
   * up.
   */
  constructor(connection: Connection, routing: Connection) {
    super(new FamilyRequests(connection, routing, macsecFamily));
    this.#routing = routing;
  }

  /**
   * Lists MACsec links with all channels and associations.
   *
   * @param filter Which ones; all of them if it is missing.
   * @param options How to ask.
   * @returns The links.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If the kernel has no MACsec (`ENOENT`).
   */
  list(
    filter: MacsecFilter = {},
    options: DumpOptions = {},
  ): Listing<MacsecLink> {
    return this.requests.list(
      { get: c.MACSEC_CMD_GET_TXSC, filter: macsecFilter, read: toMacsecLink },
      filter,
      options,
    );
  }

  /**
   * Gets a MACsec link with all channels and associations.
   *
   * @param link The link.
   * @param options How to ask.
   * @returns The link.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If it is no MACsec link (`ENODEV`), or the kernel
   * has no MACsec (`ENOENT`).
   */
  override async get(
    link: Device,
    options: RequestOptions = {},
  ): Promise<MacsecLink> {
    using lookup = new Lookup(this.#routing, options);
    const describe = (index: number, nameOf: NameOf) => ({
      ...this.requests.family.describing(c.MACSEC_CMD_GET_TXSC)({}, nameOf),
      action: `get MACsec link ${nameOf(index) ?? index}`,
    });
    const index = await lookup.build(
      (fieldPath) => device.toKernel(link, fieldPath.at("link"))!,
      describe,
    );
    const [found] = await this.list({ device: index }, options).toArray();
    if (found !== undefined) return found;
    const request = describe(index, lookup.nameOf);
    throw await lookup.explain(
      new NetlinkError(errnoOf("ENODEV"), { request }),
    );
  }

  /**
   * Adds an association for sending.
   *
   * @param link The MACsec link.
   * @param spec The association.
   * @param options How to ask.
   * @throws {NetlinkError} If it is there already (`EBUSY`), or the kernel
   * refuses.
   */
  async addTransmitAssociation(
    link: Device,
    spec: MacsecAssociationSpec,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.#send(c.MACSEC_CMD_ADD_TXSA, link, (fieldPath) => ({
      saConfig: fromAssociation(spec, fieldPath),
    }), options);
  }

  /**
   * Changes an association for sending.
   *
   * @param link The MACsec link.
   * @param change The association's number, and what to change.
   * @param options How to ask.
   * @throws {NetlinkError} If it is not there (`ENODEV`), or the kernel
   * refuses.
   */
  async changeTransmitAssociation(
    link: Device,
    change: MacsecAssociationChange,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.#send(c.MACSEC_CMD_UPD_TXSA, link, (fieldPath) => ({
      saConfig: fromAssociationChange(change, fieldPath),
    }), options);
  }

  /**
   * Deletes an association for sending.
   *
   * @param link The MACsec link.
   * @param association The association's number.
   * @param options How to ask, and whether there has to be one.
   * @returns Whether there was one.
   * @throws {NetlinkError} If it is in use (`EBUSY`), or not there (`ENODEV`).
   */
  async deleteTransmitAssociation(
    link: Device,
    association: { number: number },
    options: DeleteOptions = {},
  ): Promise<boolean> {
    return await this.#delete(c.MACSEC_CMD_DEL_TXSA, link, (fieldPath) => ({
      saConfig: nameAssociation(association, fieldPath),
    }), options);
  }

  /**
   * Adds a receive channel.
   *
   * @param link The MACsec link.
   * @param spec The channel.
   * @param options How to ask.
   * @throws {NetlinkError} If it is there already (`EEXIST`), or the kernel
   * refuses.
   */
  async addChannel(
    link: Device,
    spec: MacsecChannelSpec,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.#send(c.MACSEC_CMD_ADD_RXSC, link, (fieldPath) => ({
      rxscConfig: fromChannel(spec, fieldPath),
    }), options);
  }

  /**
   * Changes a receive channel.
   *
   * @param link The MACsec link.
   * @param spec The channel.
   * @param options How to ask.
   * @throws {NetlinkError} If it is not there (`ENODEV`).
   */
  async changeChannel(
    link: Device,
    spec: MacsecChannelSpec,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.#send(c.MACSEC_CMD_UPD_RXSC, link, (fieldPath) => ({
      rxscConfig: fromChannel(spec, fieldPath),
    }), options);
  }

  /**
   * Deletes a receive channel with its associations.
   *
   * @param link The MACsec link.
   * @param channel The channel's identifier.
   * @param options How to ask, and whether there has to be one.
   * @returns Whether there was one.
   * @throws {NetlinkError} If it is not there (`ENODEV`).
   */
  async deleteChannel(
    link: Device,
    channel: { sci: string },
    options: DeleteOptions = {},
  ): Promise<boolean> {
    return await this.#delete(c.MACSEC_CMD_DEL_RXSC, link, (fieldPath) => ({
      rxscConfig: nameChannel(channel, fieldPath),
    }), options);
  }

  /**
   * Adds an association to a receive channel.
   *
   * @param link The MACsec link.
   * @param channel The channel's identifier.
   * @param spec The association.
   * @param options How to ask.
   * @throws {NetlinkError} If it is there already (`EBUSY`), or the kernel
   * refuses.
   */
  async addReceiveAssociation(
    link: Device,
    channel: { sci: string },
    spec: MacsecAssociationSpec,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.#send(c.MACSEC_CMD_ADD_RXSA, link, (fieldPath) => ({
      rxscConfig: nameChannel(channel, fieldPath),
      saConfig: fromAssociation(spec, fieldPath),
    }), options);
  }

  /**
   * Changes an association of a receive channel.
   *
   * @param link The MACsec link.
   * @param channel The channel's identifier.
   * @param change The association's number, and what to change.
   * @param options How to ask.
   * @throws {NetlinkError} If it is not there (`ENODEV`), or the kernel
   * refuses.
   */
  async changeReceiveAssociation(
    link: Device,
    channel: { sci: string },
    change: MacsecAssociationChange,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.#send(c.MACSEC_CMD_UPD_RXSA, link, (fieldPath) => ({
      rxscConfig: nameChannel(channel, fieldPath),
      saConfig: fromAssociationChange(change, fieldPath),
    }), options);
  }

  /**
   * Deletes an association of a receive channel.
   *
   * @param link The MACsec link.
   * @param channel The channel's identifier.
   * @param association The association's number.
   * @param options How to ask, and whether there has to be one.
   * @returns Whether there was one.
   * @throws {NetlinkError} If it is in use (`EBUSY`), or not there (`ENODEV`).
   */
  async deleteReceiveAssociation(
    link: Device,
    channel: { sci: string },
    association: { number: number },
    options: DeleteOptions = {},
  ): Promise<boolean> {
    return await this.#delete(c.MACSEC_CMD_DEL_RXSA, link, (fieldPath) => ({
      rxscConfig: nameChannel(channel, fieldPath),
      saConfig: nameAssociation(association, fieldPath),
    }), options);
  }

  /**
   * Chooses who does the work.
   *
   * @param link The MACsec link.
   * @param offload The kernel itself, or the device below.
   * @param options How to ask.
   * @throws {NetlinkError} If the device cannot (`EOPNOTSUPP`).
   */
  async setOffload(
    link: Device,
    offload: keyof typeof MACSEC_OFFLOADS,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.#send(c.MACSEC_CMD_UPD_OFFLOAD, link, (fieldPath) => ({
      offload: {
        type: macsecOffloadMode.toKernel(offload, fieldPath.at("offload"))!,
      },
    }), options);
  }

  async #delete(
    command: number,
    link: Device,
    write: (fieldPath: FieldPath) => c.MacsecAttributes,
    options: DeleteOptions,
  ): Promise<boolean> {
    return await this.requests.delete(
      command,
      ofLink(link, write),
      options,
      this.isMissing,
    );
  }

  async #send(
    command: number,
    link: Device,
    write: (fieldPath: FieldPath) => c.MacsecAttributes,
    options: RequestOptions,
  ): Promise<void> {
    await this.requests.send(command, ofLink(link, write), options);
  }
}

/** What belongs to a link. */
function ofLink(
  link: Device,
  write: (fieldPath: FieldPath) => c.MacsecAttributes,
): (fieldPath: FieldPath) => c.MacsecAttributes {
  return (fieldPath) => ({
    ifindex: device.toKernel(link, fieldPath.at("link"))!,
    ...write(fieldPath),
  });
}
