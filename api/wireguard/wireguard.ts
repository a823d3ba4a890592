/**
 * Devices of WireGuard and their peers: `wg`.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/wg.8.html | wg(8)}
 * @see {@link https://www.wireguard.com/ | WireGuard}
 *
 * @module
 */

import {
  WG_CMD_GET_DEVICE,
  WG_CMD_SET_DEVICE,
  WG_GENL_NAME,
  WG_GENL_VERSION,
  type WgDevice,
  type WgMessage,
} from "../../messages/generic/wireguard.ts";
import {
  joinWgDevice,
  splitWgDevice,
} from "../../messages/generic/wireguard_parts.ts";
import type {
  Connection,
  DumpOptions,
  RequestOptions,
} from "../connection/connection.ts";
import { type IsMissing, missing, orUndefined } from "../object/existence.ts";
import { GenericFamily } from "../connection/generic_family.ts";
import { type Listing, listingOf } from "../connection/listing.ts";
import { Links } from "../link/link.ts";
import { uint16 } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { conditions } from "../mapping/conditions.ts";
import { filter } from "../mapping/filter.ts";
import { Lookup } from "../object/lookup.ts";
import { wireguardFamily } from "./family.ts";
import {
  firewallMark,
  fromWireguardSettings,
  publicKey,
  toWireguardDevice,
} from "./mapping.ts";
import { WireguardMonitor, type WireguardMonitorOptions } from "./monitor.ts";
import {
  fromWireguardConfig,
  planWireguard,
  type WireguardDifferences,
} from "./plan.ts";
import type {
  WireguardConfig,
  WireguardDevice,
  WireguardFilter,
  WireguardSettings,
} from "./spec.ts";
import { Finder } from "../object/requester.ts";

export type * from "./spec.ts";
export type { WireguardDifferences } from "./plan.ts";

const { equal, where } = conditions<WgMessage>();

const wireguardFilter = filter<WireguardFilter, WgMessage>(
  () => ({
    listenPort: equal("attributes.listenPort", uint16),
    firewallMark: equal("attributes.fwmark", firewallMark, { missing: 0 }),
    publicKey: where({
      value: publicKey,
      reads: ["attributes.publicKey"],
      accepts: (wanted) => (key) => isSame(wanted, key),
    }),
    peer: where({
      value: publicKey,
      reads: ["attributes.peers"],
      accepts: (wanted) => (peers = []) =>
        peers.some(({ publicKey }) => isSame(wanted, publicKey)),
    }),
  }),
  () => messageOf({}),
);

function isSame(a: Uint8Array, b: Uint8Array | undefined): boolean {
  return b !== undefined && a.every((byte, i) => byte === b[i]);
}

function messageOf(attributes: WgDevice): WgMessage {
  return {
    cmd: WG_CMD_GET_DEVICE,
    version: WG_GENL_VERSION,
    reserved: 0,
    attributes,
  };
}

/**
 * Devices of WireGuard and their peers: `wg`. The links themselves are made as
 * all links are, with the kind `wireguard`.
 *
 * @example Add a peer
 * ```ts ignore
 * using generic = GenericNetlink.open();
 * await generic.wireguard.set("wg0", {
 *   peers: [{
 *     publicKey: "hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmo=",
 *     endpoint: "192.0.2.1:51820",
 *     allowedIps: ["10.0.0.0/24"],
 *     keepalive: 25,
 *   }],
 * });
 * ```
 */
export class Wireguard
  extends Finder<GenericFamily<WgDevice>, Device, WireguardDevice> {
  /** There is no such link, or it is none of WireGuard. */
  protected override readonly isMissing: IsMissing = missing(
    "ENODEV",
    "EOPNOTSUPP",
  );
  readonly #routing: Connection;

  /**
   * Makes the methods.
   *
   * @param connection A connection to `NETLINK_GENERIC`.
   * @param routing A connection to `NETLINK_ROUTE`, where devices are looked
   * up.
   */
  constructor(connection: Connection, routing: Connection) {
    super(new GenericFamily(connection, wireguardFamily));
    this.#routing = routing;
  }

  /**
   * Lists devices with their peers: `wg show all`.
   *
   * @param filter Which ones.
   * @param options How to ask.
   * @returns The devices. Those that are deleted meanwhile are left out.
   * @throws {TypeError} If a condition is wrong.
   * @throws {NetlinkError} If the kernel refuses (`EPERM`), or has no WireGuard
   * (`ENOENT`).
   */
  list(
    filter: WireguardFilter = {},
    options: DumpOptions = {},
  ): Listing<WireguardDevice> {
    return listingOf(() => this.#listed(filter, options));
  }

  async *#listed(
    wanted: WireguardFilter,
    options: DumpOptions,
  ): AsyncGenerator<WireguardDevice, void> {
    const { test = () => true } = wireguardFilter.select(
      wanted,
      FieldPath.root,
    );
    const links = new Links(this.#routing).list({ kind: WG_GENL_NAME }, {
      ...options,
      statistics: false,
    });
    for (const { index } of await links.toArray()) {
      const found = await orUndefined(
        this.#read(index, options),
        this.isMissing,
      );
      if (found === undefined) continue;
      const message = messageOf(found);
      if (test(message)) yield toWireguardDevice(message);
    }
  }

  /**
   * Gets a device with its peers: `wg show`.
   *
   * @param link The link.
   * @param options How to ask.
   * @returns The device.
   * @throws {UnknownDeviceError} If there is no such link.
   * @throws {NetlinkError} If it is none of WireGuard (`EOPNOTSUPP`), or the
   * kernel refuses (`EPERM`), or has no WireGuard (`ENOENT`).
   */
  override async get(
    link: Device,
    options: RequestOptions = {},
  ): Promise<WireguardDevice> {
    return toWireguardDevice(messageOf(await this.#read(link, options)));
  }

  /**
   * Changes a device, and adds, changes and removes peers: `wg set`. Many peers
   * take several requests, of which the kernel may refuse a later one.
   *
   * @param link The link.
   * @param settings What to change.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such link.
   * @throws {NetlinkError} If it is none of WireGuard (`EOPNOTSUPP`), the port
   * is in use (`EADDRINUSE`), or the kernel refuses for another reason.
   */
  async set(
    link: Device,
    settings: WireguardSettings,
    options: RequestOptions = {},
  ): Promise<void> {
    using lookup = new Lookup(this.#routing, options);
    const request = await lookup.build((fieldPath) => ({
      ifindex: device.toKernel(link, fieldPath.at("link"))!,
      ...fromWireguardSettings(settings, fieldPath),
    }), this.requests.describing(WG_CMD_SET_DEVICE));
    await this.#send(request, lookup, options);
  }

  /**
   * Makes a device what it is to be, and sends only what differs, so that
   * sessions with other peers go on: `wg syncconf`.
   *
   * @param link The link.
   * @param config What it is to be: peers that are not in it are removed. What
   * is missing of the device, and the endpoint of a peer, stays as it is.
   * @param options How to ask.
   * @returns What was different.
   * @throws {TypeError} If a value is not of the right sort, or two peers have
   * the same key.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such link.
   * @throws {NetlinkError} If it is none of WireGuard (`EOPNOTSUPP`), or the
   * kernel refuses.
   */
  async apply(
    link: Device,
    config: WireguardConfig,
    options: RequestOptions = {},
  ): Promise<WireguardDifferences> {
    using lookup = new Lookup(this.#routing, options);
    const { ifindex, ...wanted } = await lookup.build((fieldPath) => ({
      ifindex: device.toKernel(link, fieldPath.at("link"))!,
      ...fromWireguardConfig(config, fieldPath),
    }), this.requests.describing(WG_CMD_SET_DEVICE));
    const current = await this.#read(ifindex, options, lookup);
    const { request, differences } = planWireguard(current, wanted);
    if (request !== undefined) {
      await this.#send({ ifindex, ...request }, lookup, options);
    }
    return differences;
  }

  /**
   * Watches a device. The kernel reports nothing about WireGuard, so that the
   * device is asked for again and again.
   *
   * @param link The link.
   * @param options How often, and what to report.
   * @returns The monitor, to be iterated over.
   * @throws {TypeError} If an option is wrong.
   * @throws {UnknownDeviceError} If there is no such link.
   * @throws {NetlinkError} If it is none of WireGuard (`EOPNOTSUPP`), or the
   * kernel refuses.
   */
  async monitor(
    link: Device,
    options: WireguardMonitorOptions = {},
  ): Promise<WireguardMonitor> {
    return await WireguardMonitor.start(
      link,
      {
        get: (link, options) => this.get(link, options),
        find: (link, options) => this.find(link, options),
      },
      options,
    );
  }

  /** Asks for a device, which may take several messages. */
  async #read(
    link: Device,
    options: RequestOptions,
    known?: Lookup,
  ): Promise<WgDevice> {
    using own = new Lookup(this.#routing, options);
    const lookup = known ?? own;
    const request = await lookup.build(
      (fieldPath) => ({
        ifindex: device.toKernel(link, fieldPath.at("link"))!,
      }),
      this.requests.describing(WG_CMD_GET_DEVICE),
    );
    const { nameOf } = lookup;
    const messages = await lookup.answer(
      Array.fromAsync(
        this.requests.dump(WG_CMD_GET_DEVICE, request, options, nameOf),
      ),
    );
    return joinWgDevice(messages.map(({ attributes }) => attributes)) ??
      request;
  }

  async #send(
    request: WgDevice,
    lookup: Lookup,
    options: RequestOptions,
  ): Promise<void> {
    for (const part of splitWgDevice(request)) {
      await lookup.answer(
        this.requests.request(WG_CMD_SET_DEVICE, part, options, lookup.nameOf),
      );
    }
  }
}
