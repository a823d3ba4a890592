/**
 * Ports that receive foo over UDP: `ip fou`.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/ip-fou.8.html | ip-fou(8)}
 *
 * @module
 */

import { AF_INET, AF_INET6 } from "../../messages/families.ts";
import {
  FOU_CMD_ADD,
  FOU_CMD_DEL,
  FOU_CMD_GET,
  FOU_ENCAP_DIRECT,
  FOU_ENCAP_GUE,
  type FouAttributes,
  type FouMessage,
} from "../../messages/generic/fou.ts";
import { ip } from "../mapping/address_conversions.ts";
import type {
  Connection,
  DumpOptions,
  RequestOptions,
} from "../connection/connection.ts";
import type { Listing } from "../connection/listing.ts";
import { integer, presence } from "../mapping/conversions.ts";
import { type IpProtocol, ipProtocol } from "../mapping/ip_protocol.ts";
import { type Device, device } from "../mapping/device.ts";
import {
  type DeleteOptions,
  missing,
  orUndefined,
} from "../connection/existence.ts";
import { fouFamily } from "./families.ts";
import { FamilyRequests } from "./family_requests.ts";
import { choice } from "../mapping/enumerations.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { properties } from "../mapping/properties.ts";
import { withMessage } from "../mapping/origin.ts";

/** What names a port. */
export interface FouKey {
  /** UDP port (`FOU_ATTR_PORT`). */
  port: number;
  /**
   * Address family; by default that of the addresses, or else `inet`
   * (`FOU_ATTR_AF`).
   */
  family?: "inet" | "inet6";
  /** Address of this end; any if it is missing (`FOU_ATTR_LOCAL_V4`). */
  local?: string;
  /** Address of the peer; any if it is missing (`FOU_ATTR_PEER_V4`). */
  peer?: string;
  /** UDP port of the peer (`FOU_ATTR_PEER_PORT`). */
  peerPort?: number;
  /** Link that packets come from; any if it is missing (`FOU_ATTR_IFINDEX`). */
  device?: Device;
}

/** A port to be added. */
export interface FouSpec extends FouKey {
  /**
   * What comes in: packets of one protocol, or Generic UDP Encapsulation
   * (`FOU_ATTR_TYPE`).
   *
   * @default {"direct"}
   */
  type?: "direct" | "gue";
  /**
   * Protocol of the packets inside, such as `ipip` or `gre`; needed for
   * `direct` (`FOU_ATTR_IPPROTO`).
   */
  protocol?: IpProtocol;
  /**
   * Whether remote checksums are computed at once
   * (`FOU_ATTR_REMCSUM_NOPARTIAL`).
   */
  remoteChecksumAtOnce?: boolean;
}

/** A port that receives foo over UDP. */
export interface FouPort extends FouSpec {
  /** Address family. */
  family: "inet" | "inet6";
  /** What comes in. */
  type: "direct" | "gue";
  /** Index of the link that packets come from. */
  device?: number;
  /** The message that this was read from. */
  readonly message: FouMessage;
}

// Deleting fails with EINVAL, getting with ESRCH.
const isMissing = missing("EINVAL", "ESRCH");

const udpPort = integer(1, 0xffff);

/** Ports that receive foo over UDP: `ip fou`. */
export class FouPorts {
  readonly #requests: FamilyRequests<FouAttributes>;

  /**
   * Makes the verbs.
   *
   * @param connection A connection to `NETLINK_GENERIC`.
   * @param routing A connection to `NETLINK_ROUTE`, where devices are looked
   * up.
   */
  constructor(connection: Connection, routing: Connection) {
    this.#requests = new FamilyRequests(connection, routing, fouFamily);
  }

  /**
   * Lists ports.
   *
   * @param options How to ask.
   * @returns The ports.
   * @throws {NetlinkError} If the kernel has no such ports (`ENOENT`).
   */
  list(options: DumpOptions = {}): Listing<FouPort> {
    return this.#requests.all(FOU_CMD_GET, toFouPort, options);
  }

  /**
   * Adds a port.
   *
   * @param spec The port.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If the port is in use (`EADDRINUSE`, `EALREADY`), or
   * the kernel refuses.
   */
  async add(spec: FouSpec, options: RequestOptions = {}): Promise<void> {
    await this.#requests.send(
      FOU_CMD_ADD,
      (fieldPath) => fromSpec(spec, fieldPath),
      options,
    );
  }

  /**
   * Gets a port.
   *
   * @param key The port.
   * @param options How to ask.
   * @returns The port.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If there is none (`ESRCH`).
   */
  async get(key: FouKey, options: RequestOptions = {}): Promise<FouPort> {
    const message = await this.#requests.send(
      FOU_CMD_GET,
      (fieldPath) => fromKey(key, fieldPath),
      options,
    );
    return toFouPort(message!);
  }

  /**
   * Gets a port, if it is there.
   *
   * @param key The port.
   * @param options How to ask.
   * @returns The port; `undefined` if there is none, or no such device.
   * @throws {NetlinkError} If the kernel refuses for another reason.
   */
  async find(
    key: FouKey,
    options: RequestOptions = {},
  ): Promise<FouPort | undefined> {
    return await orUndefined(this.get(key, options), isMissing);
  }

  /**
   * Deletes a port.
   *
   * @param key The port.
   * @param options How to ask, and whether there has to be one.
   * @returns Whether there was one.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If there is none (`EINVAL`).
   */
  async delete(key: FouKey, options: DeleteOptions = {}): Promise<boolean> {
    return await this.#requests.delete(
      FOU_CMD_DEL,
      (fieldPath) => fromKey(key, fieldPath),
      options,
      isMissing,
    );
  }
}

const checkPort = properties<FouPort, FouSpec>({
  port: "required",
  family: "optional",
  local: "optional",
  peer: "optional",
  peerPort: "optional",
  device: "optional",
  type: "optional",
  protocol: "optional",
  remoteChecksumAtOnce: "optional",
  message: "ignored",
});

const fouFamilies = choice({ inet: AF_INET, inet6: AF_INET6 });

function fromKey(key: FouKey, fieldPath: FieldPath): FouAttributes {
  checkPort(key, fieldPath);
  const attributes: FouAttributes = {
    port: udpPort.toKernel(key.port, fieldPath.at("port"))!,
  };
  let { family } = key;
  if (family !== undefined) {
    fouFamilies.toKernel(family, fieldPath.at("family"));
  }
  for (const name of ["local", "peer"] as const) {
    const value = key[name];
    if (value === undefined) continue;
    const address = ip.toKernel(value, fieldPath.at(name))!;
    const own = address.includes(":") ? "inet6" : "inet";
    if (own !== (family ??= own)) {
      throw fieldPath.at(name).wrong(
        value,
        `it is not of the family ${family}`,
      );
    }
    attributes[`${name}${own === "inet6" ? "V6" : "V4"}`] = address;
  }
  attributes.af = fouFamilies.toKernel(
    family ?? "inet",
    fieldPath.at("family"),
  )!;
  if (key.peerPort !== undefined) {
    attributes.peerPort = udpPort.toKernel(
      key.peerPort,
      fieldPath.at("peerPort"),
    )!;
  }
  if (key.device !== undefined) {
    attributes.ifindex = device.toKernel(key.device, fieldPath.at("device"))!;
  }
  return attributes;
}

function fromSpec(spec: FouSpec, fieldPath: FieldPath): FouAttributes {
  const { type = "direct", protocol, remoteChecksumAtOnce } = spec;
  if (type !== "direct" && type !== "gue") {
    throw fieldPath.at("type").wrong(type, '"direct" or "gue" is expected');
  }
  return {
    ...fromKey(spec, fieldPath),
    type: type === "gue" ? FOU_ENCAP_GUE : FOU_ENCAP_DIRECT,
    ...protocol !== undefined && {
      ipproto: ipProtocol.toKernel(protocol, fieldPath.at("protocol"))!,
    },
    ...remoteChecksumAtOnce !== undefined &&
      presence.toKernel(
        remoteChecksumAtOnce,
        fieldPath.at("remoteChecksumAtOnce"),
      ) &&
      { remcsumNopartial: true },
  };
}

/** An address, unless it is the one that stands for any. */
function known(address: string | undefined): string | undefined {
  return address === "0.0.0.0" || address === "::" ? undefined : address;
}

/**
 * Converts a port to people's terms.
 *
 * @param message The message.
 * @returns The port.
 */
export function toFouPort(message: FouMessage): FouPort {
  const { attributes } = message;
  const local = known(attributes.localV4 ?? attributes.localV6);
  const peer = known(attributes.peerV4 ?? attributes.peerV6);
  const { peerPort, ifindex, ipproto } = attributes;
  return withMessage({
    port: attributes.port ?? 0,
    family: attributes.af === AF_INET6 ? "inet6" : "inet",
    type: attributes.type === FOU_ENCAP_GUE ? "gue" : "direct",
    ...ipproto && { protocol: ipProtocol.fromKernel(ipproto) },
    ...attributes.remcsumNopartial && { remoteChecksumAtOnce: true },
    ...local !== undefined && { local },
    ...peer !== undefined && { peer },
    ...peerPort && { peerPort },
    ...ifindex && { device: ifindex },
  }, message);
}
