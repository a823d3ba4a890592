/**
 * Addresses that connections of Multipath TCP use: `ip mptcp endpoint`.
 *
 * @module
 */

import { AF_INET, AF_INET6, IP_FAMILIES } from "../../messages/families.ts";
import {
  MPTCP_ENDPOINT_FLAGS,
  MPTCP_PM_CMD_ADD_ADDR,
  MPTCP_PM_CMD_DEL_ADDR,
  MPTCP_PM_CMD_FLUSH_ADDRS,
  MPTCP_PM_CMD_GET_ADDR,
  MPTCP_PM_CMD_SET_FLAGS,
  type MptcpAttributes,
  mptcpAttributes,
  type MptcpMessage,
} from "../../messages/generic/mptcp.ts";
import type { RequestOptions } from "../connection/connection.ts";
import type { DeleteOptions } from "../object/existence.ts";
import { eitherFamily } from "../mapping/address_conversions.ts";
import { conditions } from "../mapping/conditions.ts";
import { boolean, integer } from "../mapping/conversions.ts";
import { type Device, device, deviceIndex } from "../mapping/device.ts";
import { choice, enumeration, flagNames } from "../mapping/enumerations.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { mapping, readOnly, unlessZero, within } from "../mapping/mapping.ts";
import { checkRequired } from "../mapping/properties.ts";
import { type FamilyObject, familyObject } from "./family_object.ts";
import { EditableFamilyObjects } from "./family_objects.ts";
import type { FamilyRequests } from "./family_requests.ts";
import { mptcpFamily } from "./mptcp_family.ts";

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

/** What identifies an endpoint. */
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

/** Which endpoints to list; what is not given does not matter. */
export interface MptcpEndpointFilter {
  /** Endpoints of this family. */
  family?: "inet" | "inet6";
  /** Endpoints of this link. */
  device?: Device;
}

const { where } = conditions<MptcpMessage>();

const endpoint: FamilyObject<
  MptcpEndpoint,
  MptcpAttributes,
  MptcpEndpointFilter
> = familyObject({
  definition: mptcpFamily,
  codec: mptcpAttributes,
  get: MPTCP_PM_CMD_GET_ADDR,
  fields: () =>
    within<MptcpAttributes, "addr", Omit<MptcpEndpoint, "message">>("addr", {
      address: eitherFamily("addr4", "addr6"),
      family: readOnly("family", enumeration(IP_FAMILIES, 16)),
      id: integer(0, 255),
      port: unlessZero("port", integer(0, 0xffff)),
      device: unlessZero("ifIdx", deviceIndex),
      flags: flagNames(MPTCP_ENDPOINT_FLAGS),
    }),
  reported: ({ addr }) => ({ addr: { flags: 0, id: 0, ...addr } }),
  filter: () => ({
    family: where({
      value: choice(IP_FAMILIES),
      reads: ["attributes.addr"],
      accepts: (wanted) => (addr) => addr?.family === wanted,
    }),
    device: where({
      value: device,
      reads: ["attributes.addr"],
      accepts: (wanted) => (addr) => addr?.ifIdx === wanted,
    }),
  }),
  missing: ["EINVAL", "ENOENT"],
});

/** Addresses that connections of Multipath TCP use: `ip mptcp endpoint`. */
export class MptcpEndpoints extends EditableFamilyObjects<
  MptcpEndpoint,
  MptcpEndpointSpec,
  MptcpEndpointKey,
  MptcpEndpointFilter,
  MptcpAttributes
> {
  /**
   * Makes the methods.
   *
   * @param requests Requests of the family.
   */
  constructor(requests: FamilyRequests<MptcpAttributes>) {
    super(requests, endpoint, {
      add: MPTCP_PM_CMD_ADD_ADDR,
      required: ["address"],
      complete: ({ addr }) => ({
        addr: {
          ...addr,
          family: addr?.addr4 === undefined ? AF_INET6 : AF_INET,
        },
      }),
      delete: MPTCP_PM_CMD_DEL_ADDR,
    });
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
    await this.requests.send(
      MPTCP_PM_CMD_SET_FLAGS,
      (fieldPath) => {
        const { addr } = this.keyOf(key, fieldPath);
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
  override async delete(
    key: MptcpEndpointKey & { address?: string },
    options: DeleteOptions = {},
  ): Promise<boolean> {
    return await this.requests.delete(
      MPTCP_PM_CMD_DEL_ADDR,
      (fieldPath) => {
        const named = this.keyOf(key, fieldPath);
        return named.addr?.id === 0
          ? this.specOf(key as MptcpEndpointSpec, fieldPath)
          : named;
      },
      options,
      this.isMissing,
    );
  }

  /**
   * Deletes all endpoints.
   *
   * @param options How to ask.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async flush(options: RequestOptions = {}): Promise<void> {
    await this.requests.send(MPTCP_PM_CMD_FLUSH_ADDRS, () => ({}), options);
  }

  /** Endpoints are named by their identifier only, whatever else is given. */
  protected override keyOf(
    key: MptcpEndpointKey,
    fieldPath: FieldPath,
  ): MptcpAttributes {
    const { addr } = endpoint.mapping.toKernel(key as MptcpEndpoint, fieldPath);
    checkRequired(key, ["id"], fieldPath);
    return { addr: { id: addr!.id! } };
  }
}

const changes = mapping<
  MptcpEndpointChange,
  { backup: number; fullmesh: number }
>(
  { backup: boolean, fullmesh: boolean },
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
  return endpoint.read(message);
}
