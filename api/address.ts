/**
 * Addresses of links: `ip address`.
 *
 * @module
 */

import {
  RTM_DELADDR,
  RTM_GETADDR,
  RTM_NEWADDR,
} from "../messages/address/constants.ts";
import {
  type AddressMessage,
  addressMessage,
} from "../messages/address/address.ts";
import { AF_INET, AF_INET6 } from "../messages/families.ts";
import {
  type Address,
  type AddressFlag,
  type AddressKey,
  type AddressSpec,
  blankAddress,
  fromAddress,
  nameAddress,
  toAddress,
} from "./address/spec.ts";
import { isWithin, parsePrefix } from "./addresses.ts";
import type { Connection, RequestOptions } from "./connection.ts";
import { type Device, device } from "./device.ts";
import { NetlinkError } from "./error.ts";
import { notFound } from "./not_found.ts";
import { Objects } from "./objects.ts";
import { readingOf } from "./reading.ts";
import type { Place } from "./place.ts";
import { enumeration } from "./names.ts";
import { type RouteScope, routeScope } from "./routing.ts";

export * from "./address/spec.ts";

const EADDRNOTAVAIL = 99;

/** Which addresses to list; what is missing lets all pass. */
export interface AddressFilter {
  /** Addresses of this link. */
  device?: Device;
  /** Addresses of this family. */
  family?: "inet" | "inet6" | number;
  /** Addresses of this scope. */
  scope?: RouteScope;
  /** Addresses with this label. */
  label?: string;
  /** Addresses in this prefix, such as `192.0.2.0/24`. */
  within?: string;
  /** Addresses that have all of these properties. */
  flags?: AddressFlag[];
}

const families = enumeration({ inet: AF_INET, inet6: AF_INET6 }, 8);

/** Addresses of links: `ip address`. */
export class Addresses extends Objects<
  AddressMessage,
  Address,
  AddressSpec,
  AddressKey,
  AddressFilter
> {
  readonly #connection: Connection;

  /**
   * Makes the verbs.
   *
   * @param connection Where to send requests.
   */
  constructor(connection: Connection) {
    super(connection, {
      types: [RTM_NEWADDR, RTM_DELADDR, RTM_GETADDR],
      codec: addressMessage,
      reading: readingOf(addressMessage, toAddress),
      write: fromAddress,
      name: nameAddress,
      select,
      matches,
    });
    this.#connection = connection;
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
    const [address] = key.address.split("/");
    const within = `${address}/${address!.includes(":") ? 128 : 32}`;
    const filter = { device: key.device, within };
    for await (const found of this.list(filter, options)) {
      const { prefixLength } = nameAddress({ ...key, device: 1 });
      const hasLength = key.address.includes("/") ||
        key.prefixLength !== undefined;
      if (!hasLength || found.prefixLength === prefixLength) return found;
    }
    throw notFound(EADDRNOTAVAIL, RTM_GETADDR, key);
  }

  /**
   * Deletes all addresses that a filter lets pass.
   *
   * @param filter Which ones.
   * @param options How to ask.
   * @returns How many were deleted.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async flush(
    filter: AddressFilter,
    options: RequestOptions = {},
  ): Promise<number> {
    let deleted = 0;
    const messages = await this.messages(filter, options).toArray();
    for (const message of messages) {
      try {
        await this.#connection.request(
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

/** The request for the addresses that a filter lets pass. */
function select(filter: AddressFilter, place: Place): AddressMessage {
  const message = blankAddress();
  if (filter.device !== undefined) {
    message.index = device.toKernel(filter.device, place.at("device"))!;
  }
  const family = filter.family ??
    (filter.within === undefined
      ? undefined
      : filter.within.includes(":")
      ? "inet6"
      : "inet");
  if (family !== undefined) {
    message.family = families.toKernel(family, place.at("family"))!;
  }
  if (filter.scope !== undefined) {
    routeScope.toKernel(filter.scope, place.at("scope"));
  }
  if (filter.within !== undefined) {
    parsePrefix(filter.within, place.at("within"));
  }
  return message;
}

function matches(
  message: AddressMessage,
  filter: AddressFilter,
  selected: AddressMessage,
): boolean {
  if (selected.index !== 0 && message.index !== selected.index) return false;
  if (selected.family !== 0 && message.family !== selected.family) return false;
  const { scope, label, within, flags } = filter;
  const address = toAddress(message);
  if (scope !== undefined) {
    const numbers = [scope, address.scope].map((word) =>
      typeof word === "number" ? routeScope.toWords(word) : word
    );
    if (numbers[0] !== numbers[1]) return false;
  }
  if (label !== undefined && address.label !== label) return false;
  if (flags !== undefined) {
    if (!flags.every((flag) => address.flags.includes(flag))) return false;
  }
  return within === undefined || isWithin(within, address.address);
}
