/**
 * Filters of the kind `flower`, which compare fields of packets.
 *
 * @module
 */

import {
  type FlowerData,
  flowerData,
} from "../../../../messages/tc/filters/flower/flower.ts";
import {
  FLOWER_CT_STATES,
  FLOWER_FRAGMENT_FLAGS,
  FLOWER_TUNNEL_FLAGS,
} from "../../../../messages/tc/filters/flower/network.ts";
import { uint16, uint32, uint8 } from "../../../mapping/conversions.ts";
import { type Device, deviceName } from "../../../mapping/device.ts";
import { type IpProtocol, ipProtocol } from "../../../mapping/ip_protocol.ts";
import {
  type Field,
  type Mapping,
  mapping,
  readOnly,
} from "../../../mapping/mapping.ts";
import { type FilterHardware, hardwareFields } from "../flags.ts";
import {
  type Bits,
  type Masked,
  masked,
  maskedBits,
  maskedIp,
} from "../masked.ts";
import { flowerLinkFields, type FlowerLinkProperties } from "./link.ts";
import { ctLabels, type FlowerCtLabels } from "./labels.ts";
import {
  type FlowerTunnelOptionsProperties,
  tunnelOptionsField,
} from "./options.ts";
import {
  destinationPort,
  type FlowerPorts,
  icmpCode,
  icmpType,
  sourcePort,
} from "./ports.ts";

/** State of a connection, by flags (`TCA_FLOWER_KEY_CT_FLAGS_*`). */
export type FlowerCtState = Bits<keyof typeof FLOWER_CT_STATES>;
/** Whether and which fragments (`TCA_FLOWER_KEY_FLAGS_*`). */
export type FlowerFragments = Bits<keyof typeof FLOWER_FRAGMENT_FLAGS>;
/** Flags of a tunnel (`TCA_FLOWER_KEY_FLAGS_TUNNEL_*`). */
export type FlowerTunnelFlags = Bits<keyof typeof FLOWER_TUNNEL_FLAGS>;

/**
 * Settings of a filter of the kind `flower`: what packets have to have, all of
 * it. Of most numbers, a mask can limit which bits count.
 */
export interface FlowerOptions extends FlowerLinkProperties, FilterHardware {
  /** Device that packets have to come by (`TCA_FLOWER_INDEV`). */
  inputDevice?: Device;
  /** Protocol above IP (`TCA_FLOWER_KEY_IP_PROTO`). */
  ipProtocol?: IpProtocol;
  /** Source, in CIDR notation (`TCA_FLOWER_KEY_IPV4_SRC`). */
  source?: string;
  /** Destination, in CIDR notation (`TCA_FLOWER_KEY_IPV4_DST`). */
  destination?: string;
  /** Type of service, or traffic class (`TCA_FLOWER_KEY_IP_TOS`). */
  tos?: Masked;
  /** Time to live, or hop limit (`TCA_FLOWER_KEY_IP_TTL`). */
  ttl?: Masked;
  /** Whether it is a fragment (`TCA_FLOWER_KEY_FLAGS`). */
  fragments?: FlowerFragments;
  /** Source port of TCP, UDP or SCTP (`TCA_FLOWER_KEY_TCP_SRC`). */
  sourcePort?: FlowerPorts;
  /** Destination port of TCP, UDP or SCTP (`TCA_FLOWER_KEY_TCP_DST`). */
  destinationPort?: FlowerPorts;
  /** Flags of TCP, of 12 bits (`TCA_FLOWER_KEY_TCP_FLAGS`). */
  tcpFlags?: Masked;
  /** Type of ICMP or ICMPv6 (`TCA_FLOWER_KEY_ICMPV4_TYPE`). */
  icmpType?: Masked;
  /** Code of ICMP or ICMPv6 (`TCA_FLOWER_KEY_ICMPV4_CODE`). */
  icmpCode?: Masked;
  /** Session of L2TPv3 (`TCA_FLOWER_KEY_L2TPV3_SID`). */
  l2tpv3Session?: number;
  /** Security parameters index of IPsec (`TCA_FLOWER_KEY_SPI`). */
  spi?: Masked;
  /** State of the connection (`TCA_FLOWER_KEY_CT_STATE`). */
  ctState?: FlowerCtState;
  /** Zone of the connection (`TCA_FLOWER_KEY_CT_ZONE`). */
  ctZone?: Masked;
  /** Mark of the connection (`TCA_FLOWER_KEY_CT_MARK`). */
  ctMark?: Masked;
  /** Labels of the connection (`TCA_FLOWER_KEY_CT_LABELS`). */
  ctLabels?: FlowerCtLabels;
  /** Hash of the flow (`TCA_FLOWER_KEY_HASH`). */
  hash?: Masked;
  /** Key of the tunnel that the packet came by (`TCA_FLOWER_KEY_ENC_KEY_ID`). */
  tunnelId?: number;
  /** Remote endpoint of the tunnel (`TCA_FLOWER_KEY_ENC_IPV4_SRC`). */
  tunnelSource?: string;
  /** Local endpoint of the tunnel (`TCA_FLOWER_KEY_ENC_IPV4_DST`). */
  tunnelDestination?: string;
  /** Source port of the tunnel (`TCA_FLOWER_KEY_ENC_UDP_SRC_PORT`). */
  tunnelSourcePort?: Masked;
  /** Destination port of the tunnel (`TCA_FLOWER_KEY_ENC_UDP_DST_PORT`). */
  tunnelDestinationPort?: Masked;
  /** Type of service of the tunnel (`TCA_FLOWER_KEY_ENC_IP_TOS`). */
  tunnelTos?: Masked;
  /** Time to live of the tunnel (`TCA_FLOWER_KEY_ENC_IP_TTL`). */
  tunnelTtl?: Masked;
  /** Flags of the tunnel (`TCA_FLOWER_KEY_ENC_FLAGS`). */
  tunnelFlags?: FlowerTunnelFlags;
  /** Options of the tunnel's protocol (`TCA_FLOWER_KEY_ENC_OPTS`). */
  tunnelOptions?: FlowerTunnelOptionsProperties;
  /**
   * Number of devices that have it in hardware; read-only
   * (`TCA_FLOWER_IN_HW_COUNT`).
   */
  readonly hardwareCount?: number;
}

type Number = Extract<
  {
    [K in keyof FlowerData]-?: FlowerData[K] extends number | undefined ? K
      : never;
  }[
    keyof FlowerData
  ],
  string
>;

const of = (bits: 8 | 16 | 32) => (name: Number): Field<Masked, FlowerData> =>
  masked<FlowerData>(
    name,
    `${name}Mask` as Number,
    bits === 8 ? uint8 : bits === 16 ? uint16 : uint32,
    2 ** bits - 1,
  );

const [byte, port, word] = [of(8), of(16), of(32)];

const fields: Mapping<FlowerOptions, FlowerData> = mapping(() => ({
  inputDevice: deviceName,
  ...flowerLinkFields,
  ipProtocol: ipProtocol,
  source: maskedIp(
    "ipv4Source",
    "ipv4SourceMask",
    "ipv6Source",
    "ipv6SourceMask",
  ),
  destination: maskedIp(
    "ipv4Destination",
    "ipv4DestinationMask",
    "ipv6Destination",
    "ipv6DestinationMask",
  ),
  tos: byte("tos"),
  ttl: byte("ttl"),
  fragments: maskedBits("flags", "flagsMask", FLOWER_FRAGMENT_FLAGS),
  sourcePort,
  destinationPort,
  tcpFlags: masked<FlowerData>("tcpFlags", "tcpFlagsMask", uint16, 0xfff),
  icmpType,
  icmpCode,
  l2tpv3Session: uint32,
  spi: word("spi"),
  ctState: maskedBits("ctState", "ctStateMask", FLOWER_CT_STATES),
  ctZone: port("ctZone"),
  ctMark: word("ctMark"),
  ctLabels,
  hash: word("hash"),
  tunnelId: uint32,
  tunnelSource: maskedIp(
    "tunnelIpv4Source",
    "tunnelIpv4SourceMask",
    "tunnelIpv6Source",
    "tunnelIpv6SourceMask",
  ),
  tunnelDestination: maskedIp(
    "tunnelIpv4Destination",
    "tunnelIpv4DestinationMask",
    "tunnelIpv6Destination",
    "tunnelIpv6DestinationMask",
  ),
  tunnelSourcePort: port("tunnelSourcePort"),
  tunnelDestinationPort: port("tunnelDestinationPort"),
  tunnelTos: byte("tunnelTos"),
  tunnelTtl: byte("tunnelTtl"),
  tunnelFlags: maskedBits(
    "tunnelFlags",
    "tunnelFlagsMask",
    FLOWER_TUNNEL_FLAGS,
  ),
  tunnelOptions: tunnelOptionsField,
  ...hardwareFields<FlowerData>("filterFlags"),
  hardwareCount: readOnly("hardwareCount", { fromKernel: (value) => value }),
}), flowerData);

/** How {@linkcode FlowerOptions} and {@linkcode FlowerData} correspond. */
export const flowerMapping: Mapping<FlowerOptions, FlowerData> = {
  ...fields,
  get names() {
    return fields.names;
  },
  get fields() {
    return fields.fields;
  },
  get readOnly() {
    return fields.readOnly!;
  },
  // In which properties ports and types of ICMP are depends on the protocol.
  toKernel: (value, fieldPath, data) => {
    const { ipProtocol } = value ?? {};
    return fields.toKernel(
      ipProtocol === undefined ? value : { ipProtocol, ...value },
      fieldPath,
      data,
    );
  },
};
