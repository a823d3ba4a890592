/**
 * Fields of packets that filters of the kind `flower` have once for each
 * protocol above IP.
 *
 * @module
 */

import {
  IPPROTO_ICMP,
  IPPROTO_ICMPV6,
  IPPROTO_SCTP,
  IPPROTO_TCP,
  IPPROTO_UDP,
} from "../../../../messages/ip_protocols.ts";
import type { FlowerData } from "../../../../messages/tc/filters/flower/flower.ts";
import { uint16, uint8 } from "../../../mapping/conversions.ts";
import type { PropertiesOf } from "../../../mapping/enumerations.ts";
import type { Field } from "../../../mapping/mapping.ts";
import {
  type NumberRange,
  numberRange,
} from "../../../mapping/number_range.ts";
import { type Masked, masked } from "../masked.ts";

/** A port, one and which of its bits count, or all from one to another. */
export type FlowerPorts = Masked | Exclude<NumberRange, number>;

type Property = PropertiesOf<FlowerData, number>;

/** The properties of each protocol, by its number. */
type Alternatives = Readonly<
  Record<number, readonly [value: Property, mask: Property]>
>;

/** A number that is in other properties for each protocol. */
function byProtocol(
  alternatives: Alternatives,
  bits: 8 | 16,
  state: string,
): Field<Masked, FlowerData> {
  const conversion = bits === 8 ? uint8 : uint16;
  const fields = new Map(
    Object.entries(alternatives).map(([protocol, [value, mask]]) => [
      Number(protocol),
      masked<FlowerData>(value, mask, conversion, 2 ** bits - 1),
    ]),
  );
  return {
    from: [...fields.values()].flatMap(({ from }) => from!),
    read: (data) => {
      for (const field of fields.values()) {
        const value = field.read(data);
        if (value !== undefined) return value;
      }
      return undefined;
    },
    write: (data, value, fieldPath) => {
      const field = fields.get(data.ipProtocol ?? -1);
      if (field === undefined) {
        throw fieldPath.wrong(value, `ipProtocol is not ${state}`);
      }
      field.write(data, value, fieldPath);
    },
  };
}

const range = numberRange("start", "end", 0xffff);

/** Ports: one with a mask, or a range of them. */
function ports(
  which: "source" | "destination",
): Field<FlowerPorts, FlowerData> {
  const name = which === "source" ? "Source" : "Destination";
  const one = byProtocol(
    {
      [IPPROTO_TCP]: [`tcp${name}`, `tcp${name}Mask`],
      [IPPROTO_UDP]: [`udp${name}`, `udp${name}Mask`],
      [IPPROTO_SCTP]: [`sctp${name}`, `sctp${name}Mask`],
    },
    16,
    "tcp, udp or sctp",
  );
  const [min, max] = [`${which}PortMin`, `${which}PortMax`] as const;
  return {
    from: [...one.from!, min, max],
    read: (data) => {
      const [start, end] = [data[min], data[max]];
      return start === undefined || end === undefined
        ? one.read(data)
        : { from: start, to: end };
    },
    write: (data, value, fieldPath) => {
      const isRange = typeof value === "object" && value !== null &&
        ("from" in value || "to" in value);
      if (!isRange) return one.write(data, value as Masked, fieldPath);
      const { start, end } = range.toKernel(
        value as Exclude<NumberRange, number>,
        fieldPath,
      )!;
      if (start === end) return one.write(data, start, fieldPath);
      data[min] = start;
      data[max] = end;
    },
  };
}

/** How the source port is stored. */
export const sourcePort: Field<FlowerPorts, FlowerData> = ports("source");
/** How the destination port is stored. */
export const destinationPort: Field<FlowerPorts, FlowerData> = ports(
  "destination",
);

const ICMP = "icmp or ipv6-icmp";

/** How the type of ICMP is stored. */
export const icmpType: Field<Masked, FlowerData> = byProtocol(
  {
    [IPPROTO_ICMP]: ["icmpv4Type", "icmpv4TypeMask"],
    [IPPROTO_ICMPV6]: ["icmpv6Type", "icmpv6TypeMask"],
  },
  8,
  ICMP,
);

/** How the code of ICMP is stored. */
export const icmpCode: Field<Masked, FlowerData> = byProtocol(
  {
    [IPPROTO_ICMP]: ["icmpv4Code", "icmpv4CodeMask"],
    [IPPROTO_ICMPV6]: ["icmpv6Code", "icmpv6CodeMask"],
  },
  8,
  ICMP,
);
