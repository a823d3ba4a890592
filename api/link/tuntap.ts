/**
 * Links with a program at their end: `ip tuntap`.
 *
 * @see {@link https://docs.kernel.org/networking/tuntap.html | Universal TUN/TAP device driver}
 *
 * @module
 */

import type { TUN_TYPES } from "../../messages/link/kinds/tun.ts";
import { inNamespace, type NetworkNamespace } from "../../socket/namespace.ts";
import {
  addTun,
  deleteTun,
  IFF_MULTI_QUEUE,
  IFF_NO_PI,
  IFF_TAP,
  IFF_TUN,
  IFF_VNET_HDR,
} from "../../socket/tun.ts";
import { boolean, uint32 } from "../mapping/conversions.ts";
import { checkName, MAX_NAME } from "../mapping/device.ts";
import { checkOptions, namespaceOption } from "../connection/options.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { properties } from "../mapping/properties.ts";

/** What identifies a link with a program at its end. */
export interface TunTapKey {
  /** Its name. */
  name: string;
  /**
   * Whether it carries IP packets (`IFF_TUN`) or Ethernet frames (`IFF_TAP`).
   */
  type: keyof typeof TUN_TYPES;
}

/** A link to be made, for programs to attach to. */
export interface TunTapSpec extends TunTapKey {
  /** The user that may attach to it; any if it is missing (`TUNSETOWNER`). */
  owner?: number;
  /** The group that may attach to it; any if it is missing (`TUNSETGROUP`). */
  group?: number;
  /**
   * Whether packets begin with `struct tun_pi`; no by default (`IFF_NO_PI`).
   */
  packetInformation?: boolean;
  /** Whether packets begin with `struct virtio_net_hdr` (`IFF_VNET_HDR`). */
  virtioHeader?: boolean;
  /** Whether it may have several queues (`IFF_MULTI_QUEUE`). */
  multiQueue?: boolean;
}

/** Options of {@linkcode TunTaps}. */
export interface TunTapOptions {
  /** Another network namespace than that of the object. */
  netns?: NetworkNamespace;
}

/**
 * Calls a function with this thread in a network namespace.
 *
 * @typeParam T What the function returns.
 */
export type InNamespace = <T>(action: () => T) => T;

/**
 * Links with a program at their end: `ip tuntap`. To list them, list links of
 * the kind `tun`.
 *
 * @example Make a link that a user may attach to
 * ```ts ignore
 * using net = Rtnetlink.open();
 * net.tuntap.add({ name: "tap0", type: "tap", owner: 1000 });
 * ```
 */
export class TunTaps {
  readonly #inNamespace: InNamespace;

  /**
   * Makes the object.
   *
   * @param inNamespace Enters the network namespace of the links.
   */
  constructor(inNamespace: InNamespace) {
    this.#inNamespace = inNamespace;
  }

  /**
   * Makes a link that programs can attach to; it stays until it is deleted.
   *
   * @param spec The link.
   * @param options Where to make it.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {SocketError} If there is one of the name (`EBUSY`), or without the
   * right to (`EPERM`).
   */
  add(spec: TunTapSpec, options: TunTapOptions = {}): void {
    const request = toRequest(spec);
    const owner = {
      user: idOf(spec.owner, "owner"),
      group: idOf(spec.group, "group"),
    };
    this.#run(options, () => addTun(request, owner));
  }

  /**
   * Deletes a link, as soon as no program is attached to it.
   *
   * @param key The link.
   * @param options Where it is.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {SocketError} If it carries something else (`EINVAL`), or without
   * the right to (`EPERM`).
   */
  delete(key: TunTapKey | TunTapSpec, options: TunTapOptions = {}): void {
    const request = toRequest(key);
    this.#run(options, () => deleteTun(request));
  }

  #run(options: TunTapOptions, action: () => void): void {
    checkOptions(options, { netns: namespaceOption });
    const { netns } = options;
    if (netns === undefined) this.#inNamespace(action);
    else inNamespace(netns, action);
  }
}

function idOf(id: number | undefined, name: string): number | undefined {
  return id === undefined
    ? undefined
    : uint32.toKernel(id, FieldPath.root.at(name));
}

const checkTunTap = properties<TunTapSpec, TunTapSpec>({
  name: "required",
  type: "required",
  owner: "optional",
  group: "optional",
  packetInformation: "optional",
  virtioHeader: "optional",
  multiQueue: "optional",
});

function toRequest(spec: TunTapSpec): { name: string; flags: number } {
  const { root } = FieldPath;
  checkTunTap(spec, root);
  const { type } = spec;
  if (type !== "tun" && type !== "tap") {
    throw root.at("type").wrong(type, '"tun" or "tap" is expected');
  }
  const isOn = (name: "packetInformation" | "virtioHeader" | "multiQueue") =>
    boolean.toKernel(spec[name] ?? false, root.at(name)) === 1;
  return {
    name: checkName(spec.name, root.at("name"), MAX_NAME),
    flags: (type === "tap" ? IFF_TAP : IFF_TUN) |
      (isOn("packetInformation") ? 0 : IFF_NO_PI) |
      (isOn("virtioHeader") ? IFF_VNET_HDR : 0) |
      (isOn("multiQueue") ? IFF_MULTI_QUEUE : 0),
  };
}
