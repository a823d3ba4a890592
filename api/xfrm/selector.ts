/**
 * Which packets states and policies are for.
 *
 * @module
 */

import {
  IPPROTO_GRE,
  IPPROTO_ICMP,
  IPPROTO_ICMPV6,
  IPPROTO_MH,
} from "../../messages/ip_protocols.ts";
import { blank } from "../../messages/codec/mod.ts";
import { AF_INET, AF_INET6 } from "../../messages/families.ts";
import {
  type XfrmSelector,
  xfrmSelector,
} from "../../messages/xfrm/selector.ts";
import { parsePrefix } from "../mapping/address_conversions.ts";
import { integer, uint32 } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { type IpProtocol, ipProtocol } from "../mapping/ip_protocol.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { type Field, mapping, unlessZero } from "../mapping/mapping.ts";
import { joinFamily } from "./names.ts";

/** Which packets a state or a policy is for; by default, all. */
export interface XfrmSelectorSpec {
  /** Source, in CIDR notation (`saddr`, `prefixlen_s`). */
  source?: string;
  /** Destination, in CIDR notation (`daddr`, `prefixlen_d`). */
  destination?: string;
  /** Protocol above IP, such as `tcp` (`proto`). */
  protocol?: IpProtocol;
  /** Source port (`sport`). */
  sourcePort?: XfrmPort;
  /** Destination port (`dport`). */
  destinationPort?: XfrmPort;
  /** Type of ICMP messages (`sport`). */
  icmpType?: number;
  /** Code of ICMP messages (`dport`). */
  icmpCode?: number;
  /** Key of GRE packets (`sport`, `dport`). */
  greKey?: number;
  /** The device that packets come from or go to (`ifindex`). */
  device?: Device;
  /** User whose packets are meant (`user`). */
  user?: number;
}

/** A port, and which bits of it count if not all do. */
export type XfrmPort = number | {
  /** The port. */
  value: number;
  /** Which bits of it count. */
  mask: number;
};

const ALL_BITS = 0xffff;

const port = integer(0, ALL_BITS);

/** What ports are called by the protocol, whose packets may have none. */
function sortOf({ protocol }: XfrmSelector): "icmp" | "gre" | "ports" {
  if (protocol === IPPROTO_GRE) return "gre";
  const isIcmp = protocol === IPPROTO_ICMP || protocol === IPPROTO_ICMPV6 ||
    protocol === IPPROTO_MH;
  return isIcmp ? "icmp" : "ports";
}

/** A source or a destination. */
function network(
  address: "source" | "destination",
  length: "sourceLength" | "destinationLength",
): Field<string, XfrmSelector> {
  return {
    from: [address, length],
    read: (selector) => `${selector[address]}/${selector[length]}`,
    write: (selector, value, fieldPath) => {
      const prefix = parsePrefix(value, fieldPath);
      joinFamily(selector, prefix.address, fieldPath);
      selector[address] = prefix.address;
      selector[length] = prefix.length;
    },
  };
}

/** One of the two ports. */
function portOf(
  value: "sourcePort" | "destinationPort",
  mask: "sourcePortMask" | "destinationPortMask",
): Field<XfrmPort, XfrmSelector> {
  return {
    from: [value, mask, "protocol"],
    read: (selector) => {
      const bits = selector[mask];
      if (bits === 0 || sortOf(selector) !== "ports") return undefined;
      return bits === ALL_BITS
        ? selector[value]
        : { value: selector[value], mask: bits };
    },
    write: (selector, given, fieldPath) => {
      const isPair = typeof given === "object" && given !== null;
      selector[value] = port.toKernel(
        isPair ? given.value : given,
        isPair ? fieldPath.at("value") : fieldPath,
      )!;
      selector[mask] = isPair
        ? port.toKernel(given.mask, fieldPath.at("mask"))!
        : ALL_BITS;
    },
  };
}

/** Type or code of ICMP messages. */
function icmp(
  value: "sourcePort" | "destinationPort",
  mask: "sourcePortMask" | "destinationPortMask",
): Field<number, XfrmSelector> {
  return {
    from: [value, mask, "protocol"],
    read: (selector) =>
      selector[mask] === 0 || sortOf(selector) !== "icmp"
        ? undefined
        : selector[value],
    write: (selector, given, fieldPath) => {
      selector[value] = port.toKernel(given, fieldPath)!;
      selector[mask] = ALL_BITS;
    },
  };
}

const greKey: Field<number, XfrmSelector> = {
  from: [
    "sourcePort",
    "sourcePortMask",
    "destinationPort",
    "destinationPortMask",
    "protocol",
  ],
  read: (selector) => {
    const { sourcePortMask, destinationPortMask } = selector;
    const isSet = sourcePortMask !== 0 || destinationPortMask !== 0;
    return isSet && sortOf(selector) === "gre"
      ? selector.sourcePort * 0x10000 + selector.destinationPort
      : undefined;
  },
  write: (selector, value, fieldPath) => {
    const key = uint32.toKernel(value, fieldPath)!;
    selector.sourcePort = key >>> 16;
    selector.destinationPort = key & ALL_BITS;
    selector.sourcePortMask = selector.destinationPortMask = ALL_BITS;
  },
};

const fields = mapping<XfrmSelectorSpec, XfrmSelector>({
  source: network("source", "sourceLength"),
  destination: network("destination", "destinationLength"),
  protocol: unlessZero("protocol", ipProtocol),
  sourcePort: portOf("sourcePort", "sourcePortMask"),
  destinationPort: portOf("destinationPort", "destinationPortMask"),
  icmpType: icmp("sourcePort", "sourcePortMask"),
  icmpCode: icmp("destinationPort", "destinationPortMask"),
  greKey,
  device: unlessZero("index", device),
  user: unlessZero("user", uint32),
}, anySelector);

/**
 * A selector that lets all packets pass.
 *
 * @returns The selector.
 */
export function anySelector(): XfrmSelector {
  return blank(xfrmSelector, { destination: "0.0.0.0", source: "0.0.0.0" });
}

/**
 * Converts a selector to people's terms.
 *
 * @param selector The selector.
 * @returns The same; `undefined` if it has no family, and lets all packets
 * pass.
 */
export function toSelector(
  selector: XfrmSelector,
): XfrmSelectorSpec | undefined {
  const value = fields.fromKernel(selector);
  if (selector.family === AF_INET || selector.family === AF_INET6) return value;
  const { source: _, destination: __, ...rest } = value;
  return Object.keys(rest).length === 0 ? undefined : rest;
}

/**
 * Puts a selector into the kernel's terms.
 *
 * @param value The selector.
 * @param fieldPath Where it stands.
 * @returns The same; its family is 0 if it has no address.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromSelector(
  value: XfrmSelectorSpec,
  fieldPath: FieldPath,
): XfrmSelector {
  return fields.toKernel(value, fieldPath);
}
