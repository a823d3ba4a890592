/**
 * Shapers of what devices send, which devices do themselves, family
 * `net-shaper`.
 *
 * @see {@link https://docs.kernel.org/networking/net_shaper.html | Net shapers}
 * @see {@link https://docs.kernel.org/networking/netlink_spec/net_shaper.html | net_shaper netlink specification}
 *
 * @module
 */

import { genericMessage } from "../../messages/generic/header.ts";
import {
  NET_SHAPER_CMD_CAP_GET,
  NET_SHAPER_CMD_DELETE,
  NET_SHAPER_CMD_GET,
  NET_SHAPER_CMD_GROUP,
  NET_SHAPER_CMD_SET,
  NET_SHAPER_FAMILY_NAME,
  NET_SHAPER_FAMILY_VERSION,
  type NetShaperAttributes,
  type NetShaperCaps,
  netShaperCaps,
} from "../../messages/generic/net_shaper.ts";
import type {
  Connection,
  DumpOptions,
  RequestOptions,
} from "../connection/connection.ts";
import {
  type DeleteOptions,
  type IsMissing,
  missing,
} from "../object/existence.ts";
import type {
  FamilyDefinition,
  KnownFamily,
} from "../connection/generic_family.ts";
import type { Listing } from "../connection/listing.ts";
import type { Device } from "../mapping/device.ts";
import { type FamilyListing, FamilyRequests } from "./family_requests.ts";
import {
  capabilityFilter,
  fromGroup,
  fromShaperKey,
  type OfOneDevice,
  type Shaper,
  shaper,
  type ShaperCapabilities,
  type ShaperGroup,
  type ShaperKey,
  type ShaperSettings,
  shaperSettings,
  toShaperCapabilities,
} from "./net_shaper_spec.ts";
import { Finder } from "../object/requester.ts";

const capabilityFamily: FamilyDefinition<NetShaperCaps> = {
  name: NET_SHAPER_FAMILY_NAME,
  version: NET_SHAPER_FAMILY_VERSION,
  codec: genericMessage(netShaperCaps),
  actions: { [NET_SHAPER_CMD_CAP_GET]: "get capabilities of shapers" },
  subject: ({ ifindex }, nameOf) =>
    ifindex === undefined ? undefined : `of ${nameOf(ifindex) ?? ifindex}`,
};

const capabilities: FamilyListing<
  NetShaperCaps,
  OfOneDevice,
  ShaperCapabilities
> = {
  get: NET_SHAPER_CMD_CAP_GET,
  filter: capabilityFilter,
  read: toShaperCapabilities,
};

/** Shapers of what devices send. */
export class NetShapers
  extends Finder<FamilyRequests<NetShaperAttributes>, ShaperKey, Shaper> {
  /** There is no such shaper. */
  protected override readonly isMissing: IsMissing = missing("ENOENT");
  readonly #capabilities: FamilyRequests<NetShaperCaps>;

  /**
   * Makes the methods.
   *
   * @param connection A connection to `NETLINK_GENERIC`.
   * @param routing A connection to `NETLINK_ROUTE`, where devices are looked
   * up.
   */
  constructor(connection: Connection, routing: Connection) {
    const known: KnownFamily = {};
    super(new FamilyRequests(connection, routing, shaper.definition, known));
    this.#capabilities = new FamilyRequests(
      connection,
      routing,
      capabilityFamily,
      known,
    );
  }

  /**
   * Lists the shapers of a device.
   *
   * @param device The device.
   * @param options How to ask.
   * @returns The shapers.
   * @throws {TypeError} If the device is not of the right sort.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If it shapes nothing (`EOPNOTSUPP`), or the kernel
   * has no such family (`ENOENT`, before Linux 6.13).
   */
  list(device: Device, options: DumpOptions = {}): Listing<Shaper> {
    return this.requests.list(shaper, { device }, options);
  }

  /**
   * Gets a shaper.
   *
   * @param key The shaper.
   * @param options How to ask.
   * @returns The shaper.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {RangeError} If a number is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If there is none (`ENOENT`), or the device shapes
   * nothing (`EOPNOTSUPP`).
   */
  override async get(
    key: ShaperKey,
    options: RequestOptions = {},
  ): Promise<Shaper> {
    const message = await this.requests.send(
      NET_SHAPER_CMD_GET,
      (fieldPath) => fromShaperKey(key, fieldPath),
      options,
    );
    return shaper.read(message!);
  }

  /**
   * Makes or changes the shaper of a device or a queue; settings that are
   * missing become those by default. Nodes are made by
   * {@linkcode NetShapers.group}.
   *
   * @example Let a queue send no more than 100 Mbit/s
   * ```ts ignore
   * await generic.netShaper.set(
   *   { device: "eth0", scope: "queue", id: 3 },
   *   { metric: "bps", maxRate: 100_000_000 },
   * );
   * ```
   *
   * @param key The shaper.
   * @param settings How it shapes.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a number is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If the device cannot shape so (`EOPNOTSUPP`), or
   * the kernel refuses (`EPERM`).
   */
  async set(
    key: ShaperKey,
    settings: ShaperSettings,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.requests.send(
      NET_SHAPER_CMD_SET,
      (fieldPath) => ({
        ...fromShaperKey(key, fieldPath),
        ...shaperSettings.toKernel(settings, fieldPath),
      }),
      options,
    );
  }

  /**
   * Deletes a shaper; what it shaped is no longer limited by it.
   *
   * @param key The shaper.
   * @param options How to ask, and whether there has to be one.
   * @returns Whether there was one.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {RangeError} If a number is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If there is none (`ENOENT`), or the kernel refuses
   * (`EPERM`).
   */
  async delete(
    key: ShaperKey,
    options: DeleteOptions = {},
  ): Promise<boolean> {
    return await this.requests.delete(
      NET_SHAPER_CMD_DELETE,
      (fieldPath) => fromShaperKey(key, fieldPath),
      options,
      this.isMissing,
    );
  }

  /**
   * Puts queues below a node, which is made if it has no number, or below the
   * shaper of the device.
   *
   * @example Let two queues share 1 Gbit/s
   * ```ts ignore
   * const node = await generic.netShaper.group({
   *   device: "eth0",
   *   scope: "node",
   *   metric: "bps",
   *   maxRate: 1_000_000_000,
   *   leaves: [{ id: 0, weight: 1 }, { id: 1, weight: 3 }],
   * });
   * ```
   *
   * @param group The node, and its queues.
   * @param options How to ask.
   * @returns What identifies the node.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a number is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If there is no such node (`ENOENT`), the device
   * cannot shape so (`EOPNOTSUPP`), or the kernel refuses (`EPERM`).
   */
  async group(
    group: ShaperGroup,
    options: RequestOptions = {},
  ): Promise<Shaper> {
    const message = await this.requests.send(
      NET_SHAPER_CMD_GROUP,
      (fieldPath) => fromGroup(group, fieldPath),
      options,
    );
    return shaper.read(message!);
  }

  /**
   * Lists what a device supports, by scope.
   *
   * @param device The device.
   * @param options How to ask.
   * @returns What it supports, of the scopes that it has.
   * @throws {TypeError} If the device is not of the right sort.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If it shapes nothing (`EOPNOTSUPP`).
   */
  listCapabilities(
    device: Device,
    options: DumpOptions = {},
  ): Listing<ShaperCapabilities> {
    return this.#capabilities.list(capabilities, { device }, options);
  }
}
