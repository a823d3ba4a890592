/**
 * Questions about the way of packets.
 *
 * @module
 */

import { AF_INET, AF_INET6, AF_MPLS } from "../../messages/families.ts";
import {
  RTM_F_FIB_MATCH,
  RTM_F_LOOKUP_TABLE,
} from "../../messages/route/constants.ts";
import { type RouteMessage, routeMessage } from "../../messages/route/route.ts";
import { ip } from "../mapping/address_conversions.ts";
import {
  checkBoolean,
  integer,
  uint16,
  uint32,
  uint8,
} from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { type IpProtocol, ipProtocol } from "../mapping/ip_protocol.ts";
import { checkObject, type FieldPath } from "../mapping/field_path.ts";
import { checkRequired } from "../mapping/properties.ts";
import { mplsStack } from "./encap/labels.ts";
import { familyOf } from "./gateway.ts";
import {
  type Field,
  type Mapping,
  mapping,
  within,
} from "../mapping/mapping.ts";
import { blank } from "../../messages/codec/mod.ts";

/** A packet whose way is asked for. */
export interface RouteQuery {
  /** Destination: an address, or an MPLS label such as `100` (`RTA_DST`). */
  to: string;
  /** Source address (`RTA_SRC`). */
  from?: string;
  /** Type of service (`rtm_tos`). */
  tos?: number;
  /** Device that the packet comes from, if it is forwarded (`RTA_IIF`). */
  inputDevice?: Device;
  /** Device that the packet is to leave by, or a VRF (`RTA_OIF`). */
  device?: Device;
  /** Firewall mark (`RTA_MARK`). */
  mark?: number;
  /** User who sends it (`RTA_UID`). */
  uid?: number;
  /**
   * Protocol above IP: `tcp`, `udp`, `icmp` or `ipv6-icmp` (`RTA_IP_PROTO`).
   */
  ipProtocol?: IpProtocol;
  /** Source port (`RTA_SPORT`). */
  sourcePort?: number;
  /** Destination port (`RTA_DPORT`). */
  destinationPort?: number;
  /** IPv6 flow label (`RTA_FLOWLABEL`). */
  flowLabel?: number;
  /** Whether to report the route as it is in its table (`RTM_F_FIB_MATCH`). */
  match?: boolean;
}

const to: Field<string, RouteMessage> = {
  read: () => undefined,
  write: (message, value, fieldPath) => {
    if (typeof value === "string" && /^\d+$/.test(value)) {
      message.family = AF_MPLS;
      message.destinationLength = 20;
      const labels = mplsStack.toKernel([Number(value)], fieldPath)!;
      message.attributes.destinationLabels = labels;
      return;
    }
    const address = ip.toKernel(value, fieldPath)!;
    message.family = familyOf(address);
    message.destinationLength = message.family === AF_INET6 ? 128 : 32;
    message.attributes.destination = address;
  },
};

const from: Field<string, RouteMessage> = {
  read: () => undefined,
  write: (message, value, fieldPath) => {
    const address = ip.toKernel(value, fieldPath)!;
    if (familyOf(address) !== message.family) {
      throw fieldPath.wrong(
        value,
        "it is not of the family of the destination",
      );
    }
    message.sourceLength = message.family === AF_INET6 ? 128 : 32;
    message.attributes.source = address;
  },
};

const fields: Mapping<RouteQuery, RouteMessage> = mapping({
  to,
  from,
  tos: uint8,
  match: {
    read: () => undefined,
    write: (message, value, fieldPath) => {
      if (checkBoolean(value, fieldPath)) message.flags |= RTM_F_FIB_MATCH;
    },
  },
  ...within<
    RouteMessage,
    "attributes",
    Omit<RouteQuery, "to" | "from" | "tos" | "match">
  >("attributes", {
    inputDevice: device,
    device: ["outputDevice", device],
    mark: uint32,
    uid: uint32,
    ipProtocol: ipProtocol,
    sourcePort: uint16,
    destinationPort: uint16,
    flowLabel: integer(0, 0xfffff),
  }),
}, () => blank(routeMessage));

/**
 * Puts a question into a message.
 *
 * @param query The packet.
 * @param fieldPath Where it stands.
 * @returns The message.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromQuery(
  query: RouteQuery,
  fieldPath: FieldPath,
): RouteMessage {
  checkObject(query, fieldPath);
  const { to, ...rest } = query;
  const message = fields.toKernel({ to, ...rest }, fieldPath);
  checkRequired(query, ["to"], fieldPath);
  // Only IPv4 has the flag, and always reports the main table without it.
  if (message.family === AF_INET) message.flags |= RTM_F_LOOKUP_TABLE;
  return message;
}
