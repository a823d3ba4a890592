/**
 * Settings of IP and MPLS on devices: `ip netconf`.
 *
 * Netlink reports them, and reports when they change; they are set by `sysctl`.
 *
 * @module
 */

import { once } from "../../messages/codec/once.ts";
import { AF_UNSPEC } from "../../messages/families.ts";
import {
  NETCONFA_IFINDEX_ALL,
  NETCONFA_IFINDEX_DEFAULT,
  REVERSE_PATH_FILTERS,
  RTM_GETNETCONF,
} from "../../messages/netconf/constants.ts";
import {
  type NetconfMessage,
  netconfMessage,
} from "../../messages/netconf/netconf.ts";
import type {
  Connection,
  DumpOptions,
  RequestOptions,
} from "../connection/connection.ts";
import { type Listing, listingOf } from "../connection/listing.ts";
import { boolean } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { NetlinkError } from "../connection/errors.ts";
import { type IsMissing, missing } from "../object/existence.ts";
import { conditions } from "../mapping/conditions.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { checkNames, type Filter, filter } from "../mapping/filter.ts";
import { describing } from "../connection/request_names.ts";
import { Lookup } from "../object/lookup.ts";
import { enumeration } from "../mapping/enumerations.ts";
import { checkRequired } from "../mapping/properties.ts";
import { type RouteFamily, routeFamily } from "../mapping/routing_names.ts";
import { type Conversion, type Mapping, mapping } from "../mapping/mapping.ts";
import { withMessage } from "../mapping/origin.ts";
import { Finder } from "../object/requester.ts";

/** How source addresses are checked (`rp_filter`). */
export type ReversePathFilter = keyof typeof REVERSE_PATH_FILTERS | number;

/**
 * Whose settings: those of a device, those of all devices, or the defaults of
 * devices that will be made.
 */
export type NetconfDevice = Device | { readonly scope: "all" | "default" };

/** Settings of IP or MPLS. */
export interface Netconf {
  /** The protocol: `inet`, `inet6` or `mpls`. */
  family: RouteFamily;
  /**
   * Whose settings these are: a device's by its index, or those of a scope
   * (`NETCONFA_IFINDEX`).
   */
  device: number | { readonly scope: "all" | "default" };
  /** Whether packets are forwarded (`NETCONFA_FORWARDING`). */
  forwarding?: boolean;
  /** How source addresses are checked, for IPv4 (`NETCONFA_RP_FILTER`). */
  reversePathFilter?: ReversePathFilter;
  /** Whether multicast packets are forwarded (`NETCONFA_MC_FORWARDING`). */
  multicastForwarding?: boolean;
  /**
   * Whether the device answers for neighbors elsewhere
   * (`NETCONFA_PROXY_NEIGH`).
   */
  proxyNeighbor?: boolean;
  /**
   * Whether routes of links without carrier are ignored
   * (`NETCONFA_IGNORE_ROUTES_WITH_LINKDOWN`).
   */
  ignoreRoutesWithLinkdown?: boolean;
  /** Whether MPLS packets are accepted (`NETCONFA_INPUT`). */
  input?: boolean;
  /** Whether directed broadcasts are forwarded (`NETCONFA_BC_FORWARDING`). */
  broadcastForwarding?: boolean;
  /**
   * Whether IPv6 packets are forwarded whatever holds for all devices
   * (`NETCONFA_FORCE_FORWARDING`).
   */
  forceForwarding?: boolean;
  /** The message that this was read from. */
  readonly message: NetconfMessage;
}

/** Which settings to list; what is not given does not matter. */
export interface NetconfFilter {
  /** Settings of this protocol. */
  family?: RouteFamily;
  /** Settings of this device, or of this scope. */
  device?: NetconfDevice;
}

/** What identifies the settings of one device. */
export interface NetconfKey {
  /** The protocol; `inet` by default. */
  family?: RouteFamily;
  /** The device, or the scope. */
  device: NetconfDevice;
}

/**
 * Protocols whose settings are listed one by one where the kernel lists no
 * others.
 */
const FAMILIES: readonly RouteFamily[] = ["inet", "inet6", "mpls"];

const filters = enumeration(REVERSE_PATH_FILTERS);

type MappedNetconf = Omit<Netconf, "family" | "device" | "message">;

const fields: Mapping<MappedNetconf, NetconfMessage["attributes"]> = mapping({
  forwarding: boolean,
  reversePathFilter: filters,
  multicastForwarding: boolean,
  proxyNeighbor: boolean,
  ignoreRoutesWithLinkdown: boolean,
  input: boolean,
  broadcastForwarding: boolean,
  forceForwarding: boolean,
}, () => ({}));

/**
 * Converts settings to people's terms.
 *
 * @param message The settings' message.
 * @returns The settings.
 */
export function toNetconf(message: NetconfMessage): Netconf {
  const { index = NETCONFA_IFINDEX_ALL } = message.attributes;
  return withMessage({
    family: routeFamily.fromKernel(message.family),
    device: index === NETCONFA_IFINDEX_ALL
      ? { scope: "all" }
      : index === NETCONFA_IFINDEX_DEFAULT
      ? { scope: "default" }
      : index,
    ...fields.fromKernel(message.attributes),
  }, message);
}

const netconfDevice: Pick<Conversion<NetconfDevice, number>, "toKernel"> = {
  toKernel: (whose, fieldPath) => {
    if (typeof whose !== "object" || whose === null || !("scope" in whose)) {
      return device.toKernel(whose, fieldPath);
    }
    const { scope } = whose;
    if (scope === "all") return NETCONFA_IFINDEX_ALL;
    if (scope === "default") return NETCONFA_IFINDEX_DEFAULT;
    throw fieldPath.at("scope").wrong(scope, "all or default is expected");
  },
};

const names = once(() =>
  new Set([...fields.names, "family", "device", "message"])
);

function checkNetconfKey(key: NetconfKey, fieldPath: FieldPath): void {
  checkNames(key, names(), fieldPath);
  checkRequired(key, ["device"], fieldPath);
}

const { equal } = conditions<NetconfMessage>();

const netconfFilter: Filter<NetconfFilter, NetconfMessage> = filter({
  family: equal("family", routeFamily, { sent: true }),
  // The kernel refuses lists of one device.
  device: equal("attributes.index", netconfDevice),
}, () => ({ family: AF_UNSPEC, attributes: {} }));

/**
 * Settings of IP and MPLS on devices: `ip netconf`.
 *
 * @example Print which devices forward packets
 * ```ts ignore
 * using net = Rtnetlink.open();
 * for await (const { device, forwarding } of net.netconf.list({ family: "inet" })) {
 *   if (forwarding) console.log(device);
 * }
 * ```
 */
export class NetworkSettings extends Finder<Connection, NetconfKey, Netconf> {
  /** There is no such device, or it has none of the protocol. */
  protected override readonly isMissing: IsMissing = missing("EINVAL");

  /**
   * Lists settings.
   *
   * @param filter Which ones; all of them if it is missing.
   * @param options How to dump them.
   * @returns The settings.
   * @throws {UnknownDeviceError} If the filter names a device that is not
   * there.
   * @throws {NetlinkError} If the kernel refuses.
   */
  list(
    filter: NetconfFilter = {},
    options: DumpOptions = {},
  ): Listing<Netconf> {
    return listingOf(() => this.#settings(filter, options));
  }

  async *#settings(
    filter: NetconfFilter,
    options: DumpOptions,
  ): AsyncGenerator<Netconf, void> {
    using lookup = new Lookup(this.requests, options);
    const { message: { family }, test } = await lookup.select(
      netconfFilter,
      filter,
      RTM_GETNETCONF,
    );
    for await (const message of this.#messages(family, options)) {
      if (test === undefined || test(message)) yield toNetconf(message);
    }
  }

  async *#messages(
    family: number,
    options: DumpOptions,
  ): AsyncGenerator<NetconfMessage, void> {
    try {
      yield* this.requests.dump({
        type: RTM_GETNETCONF,
        codec: netconfMessage,
        message: { family, attributes: {} },
      }, options);
    } catch (error) {
      const unknown = error instanceof NetlinkError &&
        error.code === "EOPNOTSUPP";
      if (!unknown || family !== AF_UNSPEC) throw error;
      for (const each of FAMILIES) yield* this.#ifKnown(each, options);
    }
  }

  /** The settings of one protocol; none if the kernel does not have it. */
  async *#ifKnown(
    family: RouteFamily,
    options: DumpOptions,
  ): AsyncGenerator<NetconfMessage, void> {
    try {
      for await (const { message } of this.list({ family }, options)) {
        yield message;
      }
    } catch (error) {
      if (!(error instanceof NetlinkError && error.code === "EOPNOTSUPP")) {
        throw error;
      }
    }
  }

  /**
   * Gets the settings of one device.
   *
   * @param key Whose.
   * @param options How to ask.
   * @returns The settings.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If the device has no such settings.
   */
  override async get(
    key: NetconfKey,
    options: RequestOptions = {},
  ): Promise<Netconf> {
    using lookup = new Lookup(this.requests, options);
    const message = await lookup.build((fieldPath) => {
      checkNetconfKey(key, fieldPath);
      const { family = "inet", device } = key;
      const index = netconfDevice.toKernel(device, fieldPath.at("device"))!;
      return {
        family: routeFamily.toKernel(family, fieldPath.at("family"))!,
        attributes: { index },
      };
    }, describing(RTM_GETNETCONF));
    const request = {
      type: RTM_GETNETCONF,
      codec: netconfMessage,
      message,
      nameOf: lookup.nameOf,
    };
    return toNetconf(
      await lookup.answer(this.requests.get(request, options)),
    );
  }
}
