/**
 * Multicast groups that links have joined, and anycast addresses: what
 * `ip maddress` shows, as far as netlink reports it.
 *
 * @module
 */

import {
  type AddressMessage,
  addressMessage,
} from "../../messages/address/address.ts";
import type {
  RTM_GETANYCAST,
  RTM_GETMULTICAST,
} from "../../messages/address/constants.ts";
import {
  AF_INET,
  AF_INET6,
  AF_UNSPEC,
  IP_FAMILIES,
} from "../../messages/families.ts";
import type { Connection, DumpOptions } from "../connection/connection.ts";
import { type Listing, listingOf } from "../connection/listing.ts";
import { type Device, device } from "../mapping/device.ts";
import { NetlinkError } from "../connection/errors.ts";
import { Lookup } from "../object/lookup.ts";
import { choice, enumeration } from "../mapping/enumerations.ts";
import { conditions } from "../mapping/conditions.ts";
import { type Filter, filter } from "../mapping/filter.ts";
import { type RouteScope, routeScope } from "../mapping/routing_names.ts";
import { withMessage } from "../mapping/origin.ts";
import { blank } from "../../messages/codec/mod.ts";

/** An address that a link has joined. */
export interface JoinedAddress {
  /** Index of the link. */
  device: number;
  /** Address family. */
  family: "inet" | "inet6" | number;
  /** The address, such as `ff02::1` (`IFA_MULTICAST`, `IFA_ANYCAST`). */
  address: string;
  /** How far the address is valid. */
  scope: RouteScope;
  /** When the link joined, in seconds since boot, if the kernel reports it. */
  readonly created?: number;
  /**
   * How often a multicast group was joined, from Linux 7.3 on
   * (`IFA_MC_USERS`).
   */
  readonly users?: number;
  /** The message that this was read from. */
  readonly message: AddressMessage;
}

/** Which addresses to list; what is not given does not matter. */
export interface JoinedAddressFilter {
  /** Addresses of this link. */
  device?: Device;
  /** Addresses of this family. */
  family?: "inet" | "inet6";
}

const families = enumeration(IP_FAMILIES, 8);

const { equal } = conditions<AddressMessage>();

const joinedAddressFilter: Filter<JoinedAddressFilter, AddressMessage> = filter(
  {
    device: equal("index", device),
    family: equal("family", choice(IP_FAMILIES), {
      sent: true,
    }),
  },
  () => blank(addressMessage),
);

/**
 * Converts an address that a link has joined to people's terms.
 *
 * @param message The address's message.
 * @returns The address.
 */
export function toJoinedAddress(message: AddressMessage): JoinedAddress {
  const { multicast, anycast, address = "", cacheInfo, multicastUsers: users } =
    message.attributes;
  return withMessage({
    device: message.index,
    family: families.fromKernel(message.family),
    address: multicast ?? anycast ?? address,
    scope: routeScope.fromKernel(message.scope),
    ...cacheInfo !== undefined && { created: cacheInfo.created / 100 },
    ...users !== undefined && { users },
  }, message);
}

/** Addresses that links have joined: multicast groups, or anycast addresses. */
export class JoinedAddresses {
  readonly #connection: Connection;
  readonly #type: typeof RTM_GETMULTICAST | typeof RTM_GETANYCAST;

  /**
   * Makes the verb.
   *
   * @param connection Where to send requests.
   * @param type Which addresses.
   */
  constructor(
    connection: Connection,
    type: typeof RTM_GETMULTICAST | typeof RTM_GETANYCAST,
  ) {
    this.#connection = connection;
    this.#type = type;
  }

  /**
   * Lists addresses.
   *
   * Kernels before Linux 6.13 list multicast groups of IPv6 only, and all list
   * anycast addresses of IPv6 only: without a family in the filter, what the
   * kernel does not list is left out.
   *
   * @param filter Which ones; all of them if it is missing.
   * @param options How to dump them.
   * @returns The addresses.
   * @throws {UnknownDeviceError} If the filter names a device that is not
   * there.
   * @throws {NetlinkError} With code `EOPNOTSUPP` if the kernel does not list
   * the addresses of the family that the filter names.
   */
  list(
    filter: JoinedAddressFilter = {},
    options: DumpOptions = {},
  ): Listing<JoinedAddress> {
    return listingOf(() => this.#addresses(filter, options));
  }

  async *#addresses(
    filter: JoinedAddressFilter,
    options: DumpOptions,
  ): AsyncGenerator<JoinedAddress, void> {
    using lookup = new Lookup(this.#connection, options);
    const { message: { family: asked }, test } = await lookup.select(
      joinedAddressFilter,
      filter,
      this.#type,
    );
    const isAsked = asked !== AF_UNSPEC;
    for (const family of isAsked ? [asked] : [AF_INET, AF_INET6]) {
      for (const message of await this.#fetch(family, isAsked, options)) {
        if (message.family !== family || test?.(message) === false) continue;
        yield toJoinedAddress(message);
      }
    }
  }

  async #fetch(
    family: number,
    isAsked: boolean,
    options: DumpOptions,
  ): Promise<AddressMessage[]> {
    try {
      return await this.#connection.dumpAll({
        type: this.#type,
        codec: addressMessage,
        message: blank(addressMessage, { family }),
      }, options);
    } catch (error) {
      const unknown = error instanceof NetlinkError &&
        error.code === "EOPNOTSUPP";
      if (isAsked || !unknown) throw error;
      return [];
    }
  }
}
