/**
 * Addresses of links: `ip address`.
 *
 * @module
 */

import { objects } from "../../messages/objects.ts";
import { NLM_F_REPLACE } from "../../messages/header.ts";
import { RTM_DELADDR } from "../../messages/address/constants.ts";
import {
  type AddressMessage,
  addressMessage,
} from "../../messages/address/address.ts";
import { type AddressFilter, addressFilter } from "./filter.ts";
import {
  type Address,
  addresses,
  type AddressKey,
  type AddressSpec,
  fromAddress,
  nameAddress,
} from "./spec.ts";
import type { Connection, RequestOptions } from "../connection/connection.ts";
import { NetlinkError } from "../connection/errors.ts";
import type { All } from "../mapping/filter.ts";
import { Objects } from "../object/objects.ts";
import { FieldPath } from "../mapping/field_path.ts";

export type { AddressFilter } from "./filter.ts";
export * from "./spec.ts";

/** Addresses of links: `ip address`. */
export class Addresses extends Objects<
  AddressMessage,
  Address,
  AddressSpec,
  AddressKey,
  AddressFilter
> {
  /**
   * Makes the object.
   *
   * @param connection Where to send requests.
   */
  constructor(connection: Connection) {
    super(connection, {
      object: objects.address,
      codec: addressMessage,
      reading: addresses,
      write: fromAddress,
      name: nameAddress,
      filter: addressFilter,
      missing: ["EADDRNOTAVAIL"],
      changeFlags: NLM_F_REPLACE,
    });
  }

  /**
   * Changes an address, which has to be there: the kernel would add it, so that
   * it is asked before.
   *
   * @param spec The address as it shall be.
   * @param options How to ask.
   * @throws {NetlinkError} With code `EADDRNOTAVAIL` if the link has no such
   * address, or if the kernel refuses.
   */
  override async change(
    spec: AddressSpec,
    options: RequestOptions = {},
  ): Promise<void> {
    fromAddress(spec, FieldPath.unresolved);
    const { device, address, prefixLength } = spec;
    await this.get({
      device,
      address,
      ...prefixLength !== undefined && { prefixLength },
    }, options);
    await super.change(spec, options);
  }

  /**
   * Gets one address.
   *
   * @param key Which one; the length of the prefix does not matter if it is not
   * given.
   * @param options How to ask.
   * @returns The address.
   * @throws {NetlinkError} With code `EADDRNOTAVAIL` if the link has no such
   * address.
   */
  override async get(
    key: AddressKey,
    options: RequestOptions = {},
  ): Promise<Address> {
    // The kernel finds single addresses of IPv6 only.
    return await this.search(
      key,
      (named) => ({ device: named.index, within: named.attributes.local! }),
      options,
      ({ prefixLength }, named) => {
        const hasLength = key.address.includes("/") ||
          key.prefixLength !== undefined;
        return !hasLength || prefixLength === named.prefixLength;
      },
    );
  }

  /**
   * Deletes all addresses that a filter lets pass.
   *
   * @param filter Which ones; `{ all: true }` for all of all links.
   * @param options How to ask.
   * @returns How many were deleted.
   * @throws {TypeError} If the filter has no condition.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async flush(
    filter: AddressFilter | All,
    options: RequestOptions = {},
  ): Promise<number> {
    const wanted = addressFilter.demand(filter, FieldPath.root);
    let deleted = 0;
    const messages = await this.messages(wanted, options).toArray();
    for (const message of messages) {
      try {
        await this.connection.request(
          { type: RTM_DELADDR, codec: addressMessage, message },
          options,
        );
        deleted++;
      } catch (error) {
        // Secondary addresses go with the first one of their subnet.
        const gone = error instanceof NetlinkError &&
          error.code === "EADDRNOTAVAIL";
        if (!gone) throw error;
      }
    }
    return deleted;
  }
}
