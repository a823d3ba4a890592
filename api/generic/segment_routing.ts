/**
 * Segment routing with IPv6: keys, and the source address of tunnels: `ip sr`.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/ip-sr.8.html | ip-sr(8)}
 *
 * @module
 */

import {
  SEG6_CMD_DUMPHMAC,
  SEG6_CMD_GET_TUNSRC,
  SEG6_CMD_SET_TUNSRC,
  SEG6_CMD_SETHMAC,
  SEG6_HMAC_ALGORITHMS,
  SEG6_HMAC_SECRET_LEN,
  type Seg6Attributes,
  seg6Attributes,
  type Seg6Message,
} from "../../messages/generic/seg6.ts";
import type {
  Connection,
  DumpOptions,
  RequestOptions,
} from "../connection/connection.ts";
import type { Listing } from "../connection/listing.ts";
import { ipv6 } from "../mapping/address_conversions.ts";
import { integer } from "../mapping/conversions.ts";
import { enumeration } from "../mapping/enumerations.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import {
  type Conversion,
  mapping,
  originalMessage,
} from "../mapping/mapping.ts";
import { withMessage } from "../mapping/origin.ts";
import { checkRequired } from "../mapping/properties.ts";
import { FamilyRequests } from "./family_requests.ts";
import { seg6Family } from "./seg6_family.ts";

/** A key with which headers are signed. */
export interface HmacKeySpec {
  /** Identifier, not 0 (`SEG6_ATTR_HMACKEYID`). */
  id: number;
  /** Algorithm (`SEG6_ATTR_ALGID`). */
  algorithm: keyof typeof SEG6_HMAC_ALGORITHMS | number;
  /** The secret, 1 to 64 bytes; it prints as `(hidden)` (`SEG6_ATTR_SECRET`). */
  secret: Uint8Array;
}

/** A key with which headers are signed. */
export interface HmacKey extends HmacKeySpec {
  /** The message that this was read from. */
  readonly message: Seg6Message;
}

const secret: Conversion<Uint8Array, Uint8Array> = {
  fromKernel: (bytes) => bytes,
  toKernel: (value, fieldPath) => {
    if (!(value instanceof Uint8Array)) {
      throw fieldPath.wrong("…", "a Uint8Array is expected");
    }
    const { length } = value;
    if (length < 1 || length > SEG6_HMAC_SECRET_LEN) {
      throw fieldPath.outside(
        "…",
        `it has ${length} bytes, not 1 to ${SEG6_HMAC_SECRET_LEN}`,
      );
    }
    return value;
  },
};

const hmacKey = mapping<Partial<HmacKey>, Seg6Attributes>(
  () => ({
    id: ["hmackeyid", integer(1, 0xffffffff)],
    algorithm: ["algid", enumeration(SEG6_HMAC_ALGORITHMS)],
    secret: secret,
    message: originalMessage,
  }),
  seg6Attributes,
  { secret: true },
);

/**
 * Segment routing with IPv6: `ip sr`.
 */
export class SegmentRouting {
  readonly #requests: FamilyRequests<Seg6Attributes>;

  /**
   * Makes the methods.
   *
   * @param connection A connection to `NETLINK_GENERIC`.
   * @param routing A connection to `NETLINK_ROUTE`.
   */
  constructor(connection: Connection, routing: Connection) {
    this.#requests = new FamilyRequests(connection, routing, seg6Family);
  }

  /**
   * Lists keys: `ip sr hmac show`.
   *
   * @param options How to ask.
   * @returns The keys, with their secrets.
   * @throws {NetlinkError} If the kernel has no segment routing (`ENOENT`), or
   * no keys (`EOPNOTSUPP`).
   */
  listKeys(options: DumpOptions = {}): Listing<HmacKey> {
    return this.#requests.all(SEG6_CMD_DUMPHMAC, toHmacKey, options);
  }

  /**
   * Sets a key, which replaces one with the same identifier: `ip sr hmac set`.
   *
   * @param spec The key.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async setKey(
    spec: HmacKeySpec,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.#requests.send(
      SEG6_CMD_SETHMAC,
      (fieldPath) => fromKey(spec, fieldPath),
      options,
    );
  }

  /**
   * Deletes a key.
   *
   * @param id Its identifier.
   * @param options How to ask.
   * @throws {TypeError} If the identifier is not of the right sort.
   * @throws {RangeError} If it is too small or too large.
   * @throws {NetlinkError} If there is no such key (`ENOENT`).
   */
  async deleteKey(id: number, options: RequestOptions = {}): Promise<void> {
    await this.#requests.send(
      SEG6_CMD_SETHMAC,
      (fieldPath) => ({
        ...hmacKey.toKernel({ id }, fieldPath),
        secretlen: 0,
        algid: SEG6_HMAC_ALGORITHMS.sha1,
      }),
      options,
    );
  }

  /**
   * Gets the source address of packets that are encapsulated: `ip sr tunsrc
   * show`.
   *
   * @param options How to ask.
   * @returns The address; `::` if the kernel chooses one.
   * @throws {NetlinkError} If the kernel has no segment routing (`ENOENT`).
   */
  async getTunnelSource(options: RequestOptions = {}): Promise<string> {
    const { attributes } = await this.#requests.family.get(
      SEG6_CMD_GET_TUNSRC,
      {},
      options,
    );
    return attributes.dst ?? "::";
  }

  /**
   * Sets the source address of packets that are encapsulated: `ip sr tunsrc
   * set`.
   *
   * @param address The address; `::` lets the kernel choose one.
   * @param options How to ask.
   * @throws {TypeError} If it is no IPv6 address.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async setTunnelSource(
    address: string,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.#requests.send(
      SEG6_CMD_SET_TUNSRC,
      (fieldPath) => ({
        dst: ipv6.toKernel(address, fieldPath.at("address"))!,
      }),
      options,
    );
  }
}

function fromKey(spec: HmacKeySpec, fieldPath: FieldPath): Seg6Attributes {
  const attributes = hmacKey.toKernel(spec, fieldPath);
  checkRequired(spec, ["id", "algorithm", "secret"], fieldPath);
  return { ...attributes, secretlen: attributes.secret!.length };
}

/**
 * Reads a key.
 *
 * @param message The message.
 * @returns The key.
 */
export function toHmacKey(message: Seg6Message): HmacKey {
  const value = hmacKey.fromKernel(message.attributes);
  return withMessage(value as Omit<HmacKey, "message">, message);
}
