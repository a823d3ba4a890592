/**
 * Ports that receive foo over UDP: `ip fou`.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/ip-fou.8.html | ip-fou(8)}
 *
 * @module
 */

import { isIpv6 } from "../../messages/codec/address.ts";
import { AF_INET, AF_INET6, IP_FAMILIES } from "../../messages/families.ts";
import {
  FOU_CMD_ADD,
  FOU_CMD_DEL,
  FOU_CMD_GET,
  FOU_ENCAP_DIRECT,
  FOU_ENCAPSULATIONS,
  type FouAttributes,
  fouAttributes,
  type FouMessage,
} from "../../messages/generic/fou.ts";
import type { Connection, DumpOptions } from "../connection/connection.ts";
import type { Listing } from "../connection/listing.ts";
import { eitherFamily } from "../mapping/address_conversions.ts";
import { integer, presence } from "../mapping/conversions.ts";
import { type Device, deviceIndex } from "../mapping/device.ts";
import { choice } from "../mapping/enumerations.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { type IpProtocol, ipProtocol } from "../mapping/ip_protocol.ts";
import { type Field, readFrom, unlessZero } from "../mapping/mapping.ts";
import { fouFamily } from "./families.ts";
import { type FamilyObject, familyObject } from "./family_object.ts";
import { EditableFamilyObjects } from "./family_objects.ts";
import { FamilyRequests } from "./family_requests.ts";

/** What identifies a port. */
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
  type?: keyof typeof FOU_ENCAPSULATIONS;
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
  type: keyof typeof FOU_ENCAPSULATIONS;
  /** Index of the link that packets come from. */
  device?: number;
  /** The message that this was read from. */
  readonly message: FouMessage;
}

const udpPort = integer(1, 0xffff);

/** A name of two, the first of which also stands for unknown numbers. */
function eitherName<N extends string>(
  property: "af" | "type",
  names: Record<N, number>,
): Field<N, FouAttributes> {
  const [first, second] = Object.keys(names) as [N, N];
  const { toKernel } = choice(names);
  return readFrom(
    property,
    (number) => number === names[second] ? second : first,
    (data, name, fieldPath) => {
      data[property] = toKernel(name, fieldPath)!;
    },
  );
}

/** An address, unless it is the one that stands for any. */
function address(
  v4: "localV4" | "peerV4",
  v6: "localV6" | "peerV6",
): Field<string, FouAttributes> {
  const field = eitherFamily<FouAttributes>(v4, v6);
  return {
    ...field,
    read: (data) => {
      const address = field.read(data);
      return address === "0.0.0.0" || address === "::" ? undefined : address;
    },
  };
}

const fouPort: FamilyObject<FouPort, FouAttributes, object> = familyObject({
  definition: fouFamily,
  codec: fouAttributes,
  get: FOU_CMD_GET,
  fields: () => ({
    port: udpPort,
    family: eitherName("af", IP_FAMILIES),
    type: eitherName("type", FOU_ENCAPSULATIONS),
    protocol: unlessZero("ipproto", ipProtocol),
    remoteChecksumAtOnce: ["remcsumNopartial", presence],
    local: address("localV4", "localV6"),
    peer: address("peerV4", "peerV6"),
    peerPort: unlessZero("peerPort", udpPort),
    device: unlessZero("ifindex", deviceIndex),
  }),
  reported: (attributes) => ({
    port: 0,
    af: AF_INET,
    type: FOU_ENCAP_DIRECT,
    ...attributes,
  }),
  key: {
    port: "port",
    family: "af",
    local: ["localV4", "localV6"],
    peer: ["peerV4", "peerV6"],
    peerPort: "peerPort",
    device: "ifindex",
  },
  optional: ["family", "local", "peer", "peerPort", "device"],
  filter: () => ({}),
  // Deleting fails with EINVAL, getting with ESRCH.
  missing: ["EINVAL", "ESRCH"],
});

/**
 * Ports that receive foo over UDP: `ip fou`. Adding one that is in use fails
 * with `EADDRINUSE` or `EALREADY`.
 */
export class FouPorts extends EditableFamilyObjects<
  FouPort,
  FouSpec,
  FouKey,
  object,
  FouAttributes
> {
  /**
   * Makes the object.
   *
   * @param connection A connection to `NETLINK_GENERIC`.
   * @param routing A connection to `NETLINK_ROUTE`, where devices are looked
   * up.
   */
  constructor(connection: Connection, routing: Connection) {
    super(new FamilyRequests(connection, routing, fouFamily), fouPort, {
      add: FOU_CMD_ADD,
      required: ["port"],
      delete: FOU_CMD_DEL,
    });
  }

  /**
   * Lists ports.
   *
   * @param options How to ask.
   * @returns The ports.
   * @throws {NetlinkError} If the kernel has no such ports (`ENOENT`).
   */
  override list(options: DumpOptions = {}): Listing<FouPort> {
    return this.requests.all(FOU_CMD_GET, toFouPort, options);
  }

  /** A port is of the family of its addresses. */
  protected override keyOf(key: FouKey, fieldPath: FieldPath): FouAttributes {
    return ofOneFamily(super.keyOf(key, fieldPath), key, fieldPath);
  }

  /** A new port is of the family of its addresses, too. */
  protected override specOf(
    spec: FouSpec,
    fieldPath: FieldPath,
  ): FouAttributes {
    const attributes = super.specOf(spec, fieldPath);
    return {
      type: FOU_ENCAP_DIRECT,
      ...ofOneFamily(attributes, spec, fieldPath),
    };
  }
}

function ofOneFamily(
  attributes: FouAttributes,
  key: FouKey,
  fieldPath: FieldPath,
): FouAttributes {
  let { af } = attributes;
  for (const name of ["local", "peer"] as const) {
    const value = key[name];
    if (value === undefined) continue;
    const own = isIpv6(value) ? AF_INET6 : AF_INET;
    if (own !== (af ??= own)) {
      const family = af === AF_INET6 ? "inet6" : "inet";
      throw fieldPath.at(name).wrong(
        value,
        `it is not of the family ${family}`,
      );
    }
  }
  return { ...attributes, af: af ?? AF_INET };
}

/**
 * Converts a port to people's terms.
 *
 * @param message The message.
 * @returns The port.
 */
export function toFouPort(message: FouMessage): FouPort {
  return fouPort.read(message);
}
