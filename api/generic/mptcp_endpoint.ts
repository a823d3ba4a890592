/**
 * Addresses that connections of Multipath TCP use: `ip mptcp endpoint`.
 *
 * @module
 */

import { AF_INET, AF_INET6 } from "../../messages/families.ts";
import {
  MPTCP_ENDPOINT_FLAGS,
  MPTCP_PM_CMD_ADD_ADDR,
  MPTCP_PM_CMD_DEL_ADDR,
  MPTCP_PM_CMD_FLUSH_ADDRS,
  MPTCP_PM_CMD_GET_ADDR,
  MPTCP_PM_CMD_SET_FLAGS,
  type MptcpAddress,
  mptcpAddress,
  type MptcpAttributes,
  type MptcpMessage,
} from "../../messages/generic/mptcp.ts";
import type { DumpOptions, RequestOptions } from "../connection/connection.ts";
import {
  type DeleteOptions,
  missing,
  orUndefined,
} from "../connection/existence.ts";
import type { Listing } from "../connection/listing.ts";
import { eitherFamily } from "../mapping/address_conversions.ts";
import { boolean, integer } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { choice, enumeration, flagNames } from "../mapping/enumerations.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { conditions } from "../mapping/conditions.ts";
import { filter } from "../mapping/filter.ts";
import {
  mapping,
  originalMessage,
  readFrom,
  readOnly,
} from "../mapping/mapping.ts";
import { withMessage } from "../mapping/origin.ts";
import { checkRequired } from "../mapping/properties.ts";
import type { FamilyListing, FamilyRequests } from "./family_requests.ts";

/** What an endpoint is used for. */
export type MptcpEndpointFlag = keyof typeof MPTCP_ENDPOINT_FLAGS;

/** An endpoint to be added. */
export interface MptcpEndpointSpec {
  /** Its address (`MPTCP_PM_ADDR_ATTR_ADDR4`). */
  address: string;
  /** Identifier; the kernel chooses one if it is missing (`MPTCP_PM_ADDR_ATTR_ID`). */
  id?: number;
  /**
   * TCP port that is announced and listened at, with the flag `signal`
   * (`MPTCP_PM_ADDR_ATTR_PORT`).
   */
  port?: number;
  /** Link that subflows go through (`MPTCP_PM_ADDR_ATTR_IF_IDX`). */
  device?: Device;
  /** What it is used for (`MPTCP_PM_ADDR_ATTR_FLAGS`). */
  flags?: (MptcpEndpointFlag | number)[];
}

/** An address that connections use. */
export interface MptcpEndpoint extends MptcpEndpointSpec {
  /** Address family (`MPTCP_PM_ADDR_ATTR_FAMILY`). */
  readonly family: "inet" | "inet6" | number;
  /** Identifier. */
  id: number;
  /** Index of the link that subflows go through. */
  device?: number;
  /** What it is used for. */
  flags: (MptcpEndpointFlag | number)[];
  /** The message that this was read from. */
  readonly message: MptcpMessage;
}

/** What names an endpoint. */
export interface MptcpEndpointKey {
  /** Identifier. */
  id: number;
}

/** What can be changed of an endpoint, and of the subflows that use it. */
export interface MptcpEndpointChange {
  /** Whether its subflows are used only if there are no others. */
  backup: boolean;
  /** Whether subflows go to all addresses of the peer. */
  fullmesh: boolean;
}

/** Which endpoints to list; what is missing lets all pass. */
export interface MptcpEndpointFilter {
  /** Endpoints of this family. */
  family?: "inet" | "inet6";
  /** Endpoints of this link. */
  device?: Device;
}

const FAMILIES = { inet: AF_INET, inet6: AF_INET6 } as const;
const isMissing = missing("EINVAL", "ENOENT");

const endpoint = mapping<
  Partial<Omit<MptcpEndpoint, "device">> & Pick<MptcpEndpointSpec, "device">,
  MptcpAddress
>(() => ({
  address: eitherFamily("addr4", "addr6"),
  family: readOnly("family", enumeration(FAMILIES, 16)),
  id: ["id", integer(0, 255)],
  port: readFrom(
    "port",
    (port) => port || undefined,
    (data, value, fieldPath) => {
      data.port = integer(0, 0xffff).toKernel(value, fieldPath)!;
    },
  ),
  device: readFrom(
    "ifIdx",
    (index) => index || undefined,
    (data, value, fieldPath) => {
      data.ifIdx = device.toKernel(value, fieldPath)!;
    },
  ),
  flags: ["flags", flagNames(MPTCP_ENDPOINT_FLAGS)],
  message: originalMessage,
}), mptcpAddress);

const { where } = conditions<MptcpMessage>();

const listing: FamilyListing<
  MptcpAttributes,
  MptcpEndpointFilter,
  MptcpEndpoint
> = {
  command: MPTCP_PM_CMD_GET_ADDR,
  filter: filter<MptcpEndpointFilter, MptcpMessage>(
    {
      family: where({
        value: choice(FAMILIES),
        reads: ["attributes.addr"],
        accepts: (wanted) => (addr) => addr?.family === wanted,
      }),
      device: where({
        value: device,
        reads: ["attributes.addr"],
        accepts: (wanted) => (addr) => addr?.ifIdx === wanted,
      }),
    },
    () => ({
      cmd: MPTCP_PM_CMD_GET_ADDR,
      version: 1,
      reserved: 0,
      attributes: {},
    }),
  ),
  read: toMptcpEndpoint,
};

/** Addresses that connections of Multipath TCP use: `ip mptcp endpoint`. */
export class MptcpEndpoints {
  readonly #requests: FamilyRequests<MptcpAttributes>;

  /**
   * Makes the methods.
   *
   * @param requests Requests of the family.
   */
  constructor(requests: FamilyRequests<MptcpAttributes>) {
    this.#requests = requests;
  }

  /**
   * Lists endpoints.
   *
   * @param filter Which ones.
   * @param options How to ask.
   * @returns The endpoints.
   * @throws {TypeError} If a condition is wrong.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If the kernel has no Multipath TCP (`ENOENT`).
   */
  list(
    filter: MptcpEndpointFilter = {},
    options: DumpOptions = {},
  ): Listing<MptcpEndpoint> {
    return this.#requests.list(listing, filter, options);
  }

  /**
   * Gets an endpoint.
   *
   * @param key The endpoint.
   * @param options How to ask.
   * @returns The endpoint.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {NetlinkError} If there is none (`EINVAL`).
   */
  async get(
    key: MptcpEndpointKey,
    options: RequestOptions = {},
  ): Promise<MptcpEndpoint> {
    const message = await this.#requests.send(
      MPTCP_PM_CMD_GET_ADDR,
      (fieldPath) => fromKey(key, fieldPath),
      options,
    );
    return toMptcpEndpoint(message!);
  }

  /**
   * Gets an endpoint, if it is there.
   *
   * @param key The endpoint.
   * @param options How to ask.
   * @returns The endpoint; `undefined` if there is none.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {NetlinkError} If the kernel refuses for another reason.
   */
  async find(
    key: MptcpEndpointKey,
    options: RequestOptions = {},
  ): Promise<MptcpEndpoint | undefined> {
    return await orUndefined(this.get(key, options), isMissing);
  }

  /**
   * Adds an endpoint.
   *
   * @param spec The endpoint.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If the address is in use (`EEXIST`), or the kernel
   * refuses.
   */
  async add(
    spec: MptcpEndpointSpec,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.#requests.send(
      MPTCP_PM_CMD_ADD_ADDR,
      (fieldPath) => fromSpec(spec, fieldPath),
      options,
    );
  }

  /**
   * Changes an endpoint, and the subflows that use it.
   *
   * @param key The endpoint.
   * @param change What it is used for: both flags are set.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {NetlinkError} If there is none (`EINVAL`).
   */
  async change(
    key: MptcpEndpointKey,
    change: MptcpEndpointChange,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.#requests.send(
      MPTCP_PM_CMD_SET_FLAGS,
      (fieldPath) => {
        const { addr } = fromKey(key, fieldPath);
        return { addr: { ...addr, flags: fromChange(change, fieldPath) } };
      },
      options,
    );
  }

  /**
   * Deletes an endpoint, and the subflows that use it.
   *
   * @param key The endpoint; that with the id 0 needs its address.
   * @param options How to ask, and whether there has to be one.
   * @returns Whether there was one.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {NetlinkError} If there is none (`EINVAL`).
   */
  async delete(
    key: MptcpEndpointKey & { address?: string },
    options: DeleteOptions = {},
  ): Promise<boolean> {
    return await this.#requests.delete(
      MPTCP_PM_CMD_DEL_ADDR,
      (fieldPath) => {
        const named = fromKey(key, fieldPath);
        return named.addr?.id === 0 ? fromSpec(key, fieldPath) : named;
      },
      options,
      isMissing,
    );
  }

  /**
   * Deletes all endpoints.
   *
   * @param options How to ask.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async flush(options: RequestOptions = {}): Promise<void> {
    await this.#requests.send(MPTCP_PM_CMD_FLUSH_ADDRS, () => ({}), options);
  }
}

function fromKey(key: MptcpEndpointKey, fieldPath: FieldPath): MptcpAttributes {
  const { id } = endpoint.toKernel(key, fieldPath);
  checkRequired(key, ["id"], fieldPath);
  return { addr: { id: id! } };
}

function fromSpec(
  spec: MptcpEndpointSpec | { address?: string },
  fieldPath: FieldPath,
): MptcpAttributes {
  const addr = endpoint.toKernel(spec, fieldPath);
  checkRequired(spec, ["address"], fieldPath);
  addr.family = addr.addr4 === undefined ? AF_INET6 : AF_INET;
  return { addr };
}

const changes = mapping<
  MptcpEndpointChange,
  { backup: number; fullmesh: number }
>(
  { backup: ["backup", boolean], fullmesh: ["fullmesh", boolean] },
  () => ({ backup: 0, fullmesh: 0 }),
);

function fromChange(change: MptcpEndpointChange, fieldPath: FieldPath): number {
  const { backup, fullmesh } = changes.toKernel(change, fieldPath);
  checkRequired(change, ["backup", "fullmesh"], fieldPath);
  return backup * MPTCP_ENDPOINT_FLAGS.backup +
    fullmesh * MPTCP_ENDPOINT_FLAGS.fullmesh;
}

/**
 * Reads an endpoint.
 *
 * @param message The message.
 * @returns The endpoint.
 */
export function toMptcpEndpoint(message: MptcpMessage): MptcpEndpoint {
  const { flags = 0, id = 0, ...rest } = message.attributes.addr ?? {};
  const value = endpoint.fromKernel({ flags, id, ...rest });
  return withMessage(value as Omit<MptcpEndpoint, "message">, message);
}
