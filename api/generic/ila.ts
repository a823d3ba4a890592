/**
 * Mappings of Identifier Locator Addressing: `ip ila`.
 *
 * @module
 */

import {
  ILA_CMD_ADD,
  ILA_CMD_DEL,
  ILA_CMD_FLUSH,
  ILA_CMD_GET,
  type IlaAttributes,
  ilaAttributes,
  type IlaMessage,
} from "../../messages/generic/ila.ts";
import {
  ILA_CHECKSUM_MODES,
  ILA_IDENTIFIER_TYPES,
} from "../../messages/route/encap/ila.ts";
import type {
  Connection,
  DumpOptions,
  RequestOptions,
} from "../connection/connection.ts";
import type { DeleteOptions } from "../object/existence.ts";
import type { Listing } from "../connection/listing.ts";
import { conditions } from "../mapping/conditions.ts";
import { type Device, device, deviceIndex } from "../mapping/device.ts";
import { enumeration } from "../mapping/enumerations.ts";
import { type Conversion, unlessZero } from "../mapping/mapping.ts";
import { type FamilyObject, familyObject } from "./family_object.ts";
import { EditableFamilyObjects } from "./family_objects.ts";
import { FamilyRequests } from "./family_requests.ts";
import { ilaFamily } from "./ila_family.ts";

/** What identifies a mapping. */
export interface IlaMappingKey {
  /**
   * Locator that packets have to have: the first 64 bits of their address, as
   * `2001:db8:0:1` (`ILA_ATTR_LOCATOR_MATCH`).
   */
  match: string;
  /** Link that packets come from; any if it is missing (`ILA_ATTR_IFINDEX`). */
  device?: Device;
}

/** A mapping to be added. */
export interface IlaMappingSpec extends IlaMappingKey {
  /** Locator that is written instead (`ILA_ATTR_LOCATOR`). */
  locator: string;
  /** How checksums are kept right (`ILA_ATTR_CSUM_MODE`). */
  checksumMode?: keyof typeof ILA_CHECKSUM_MODES | number;
  /** What identifiers are (`ILA_ATTR_IDENT_TYPE`). */
  identifierType?: keyof typeof ILA_IDENTIFIER_TYPES | number;
}

/** A mapping of one locator to another. */
export interface IlaMapping extends IlaMappingSpec {
  /** Index of the link that packets come from. */
  device?: number;
  /** The message that this was read from. */
  readonly message: IlaMessage;
}

/** Which mappings to list; what is not given does not matter. */
export interface IlaMappingFilter {
  /** Mappings for packets from this link. */
  device?: Device;
}

const GROUPS = /^([\da-f]{1,4}:){3}[\da-f]{1,4}$/i;

const locator: Conversion<string, bigint> = {
  fromKernel: (value) =>
    [48n, 32n, 16n, 0n].map((shift) => (value >> shift & 0xffffn).toString(16))
      .join(":"),
  toKernel: (value, fieldPath) => {
    if (typeof value !== "string" || !GROUPS.test(value)) {
      throw fieldPath.wrong(
        value,
        "a locator such as 2001:db8:0:1 is expected",
      );
    }
    return value.split(":").reduce(
      (all, group) => all << 16n | BigInt(`0x${group}`),
      0n,
    );
  },
};

const { equal } = conditions<IlaMessage>();

const ilaMapping: FamilyObject<IlaMapping, IlaAttributes, IlaMappingFilter> =
  familyObject({
    definition: ilaFamily,
    codec: ilaAttributes,
    get: ILA_CMD_GET,
    fields: () => ({
      match: ["locatorMatch", locator],
      locator: locator,
      device: unlessZero("ifindex", deviceIndex),
      checksumMode: ["csumMode", enumeration(ILA_CHECKSUM_MODES)],
      identifierType: ["identType", enumeration(ILA_IDENTIFIER_TYPES)],
    }),
    key: { match: "locatorMatch", device: "ifindex" },
    optional: ["device"],
    filter: () => ({ device: equal("attributes.ifindex", device) }),
    missing: ["ENOENT", "ESRCH"],
  });

/** Mappings of Identifier Locator Addressing: `ip ila`. */
export class Ila {
  readonly #requests: FamilyRequests<IlaAttributes>;
  readonly #mappings: EditableFamilyObjects<
    IlaMapping,
    IlaMappingSpec,
    IlaMappingKey,
    IlaMappingFilter,
    IlaAttributes
  >;

  /**
   * Makes the methods.
   *
   * @param connection A connection to `NETLINK_GENERIC`.
   * @param routing A connection to `NETLINK_ROUTE`, where devices are looked
   * up.
   */
  constructor(connection: Connection, routing: Connection) {
    this.#requests = new FamilyRequests(connection, routing, ilaFamily);
    this.#mappings = new EditableFamilyObjects(this.#requests, ilaMapping, {
      add: ILA_CMD_ADD,
      required: ["match", "locator"],
      delete: ILA_CMD_DEL,
    });
  }

  /**
   * Lists mappings.
   *
   * @param filter Which ones.
   * @param options How to ask.
   * @returns The mappings.
   * @throws {TypeError} If a condition is wrong.
   * @throws {NetlinkError} If the kernel has no mappings (`ENOENT`).
   */
  list(
    filter: IlaMappingFilter = {},
    options: DumpOptions = {},
  ): Listing<IlaMapping> {
    return this.#mappings.list(filter, options);
  }

  /**
   * Adds a mapping.
   *
   * @param spec The mapping.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If there is one (`EEXIST`), or the kernel refuses.
   */
  async add(
    spec: IlaMappingSpec,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.#mappings.add(spec, options);
  }

  /**
   * Deletes a mapping.
   *
   * @param key The mapping.
   * @param options How to ask, and whether there has to be one.
   * @returns Whether there was one.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {NetlinkError} If there is none (`ENOENT`).
   */
  async delete(
    key: IlaMappingKey,
    options: DeleteOptions = {},
  ): Promise<boolean> {
    return await this.#mappings.delete(key, options);
  }

  /**
   * Deletes all mappings.
   *
   * @param options How to ask.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async flush(options: RequestOptions = {}): Promise<void> {
    await this.#requests.send(ILA_CMD_FLUSH, () => ({}), options);
  }
}

/**
 * Reads a mapping.
 *
 * @param message The message.
 * @returns The mapping.
 */
export function toIlaMapping(message: IlaMessage): IlaMapping {
  return ilaMapping.read(message);
}
