/**
 * Fields of headers that actions can change by their names.
 *
 * @module
 */

import {
  PEDIT_COMMANDS,
  PEDIT_HEADERS,
} from "../../../messages/tc/actions/pedit.ts";
import {
  type Codec,
  ipv4Address,
  ipv6Address,
  macAddress,
  Writer,
} from "../../../messages/codec/mod.ts";
import { ipv4, ipv6, mac } from "../../mapping/address_conversions.ts";
import { checkInteger } from "../../mapping/conversions.ts";
import type { FieldPath } from "../../mapping/field_path.ts";
import type { Conversion } from "../../mapping/mapping.ts";

/** A field: its header, where it is there, and how long it is, in bits. */
export interface PeditField {
  /** One of {@linkcode PEDIT_HEADERS}. */
  readonly header: number;
  /** Where it starts, in bits. */
  readonly start: number;
  /** How long it is, in bits. */
  readonly bits: number;
  /** Which addresses it has, if it has some. */
  readonly address?: "ipv4" | "ipv6" | "mac";
}

function fields<N extends string>(
  header: number,
  table: Readonly<
    Record<N, readonly [start: number, bits: number, PeditField["address"]?]>
  >,
): Readonly<Record<N, PeditField>> {
  return Object.fromEntries(
    Object.entries<readonly [number, number, PeditField["address"]?]>(table)
      .map(([name, [start, bits, address]]) => [name, {
        header,
        start,
        bits,
        ...address !== undefined && { address },
      }]),
  ) as Record<N, PeditField>;
}

/** Names of fields. */
export type PeditFieldName =
  | `eth.${"destination" | "source" | "type"}`
  | `ipv4.${
    | "headerLength"
    | "dsField"
    | "ttl"
    | "protocol"
    | "source"
    | "destination"}`
  | `ipv6.${
    | "trafficClass"
    | "flowLabel"
    | "payloadLength"
    | "nextHeader"
    | "hopLimit"
    | "source"
    | "destination"}`
  | `${"tcp" | "udp"}.${"sourcePort" | "destinationPort"}`
  | "tcp.flags";

/** A change of a field of a header. */
export interface PeditFieldChange {
  /** The field, such as `"ipv4.ttl"`. */
  field: PeditFieldName;
  /** What it becomes: a number, or an address. */
  set?: number | string;
  /** A number that is added; -1 to reduce it by one. */
  add?: number;
}

/** The fields by their names. */
export const peditFields: Readonly<Record<PeditFieldName, PeditField>> = {
  ...fields(PEDIT_HEADERS.eth, {
    "eth.destination": [0, 48, "mac"],
    "eth.source": [48, 48, "mac"],
    "eth.type": [96, 16],
  }),
  ...fields(PEDIT_HEADERS.ipv4, {
    "ipv4.headerLength": [4, 4],
    "ipv4.dsField": [8, 8],
    "ipv4.ttl": [64, 8],
    "ipv4.protocol": [72, 8],
    "ipv4.source": [96, 32, "ipv4"],
    "ipv4.destination": [128, 32, "ipv4"],
  }),
  ...fields(PEDIT_HEADERS.ipv6, {
    "ipv6.trafficClass": [4, 8],
    "ipv6.flowLabel": [12, 20],
    "ipv6.payloadLength": [32, 16],
    "ipv6.nextHeader": [48, 8],
    "ipv6.hopLimit": [56, 8],
    "ipv6.source": [64, 128, "ipv6"],
    "ipv6.destination": [192, 128, "ipv6"],
  }),
  ...fields(PEDIT_HEADERS.tcp, {
    "tcp.sourcePort": [0, 16],
    "tcp.destinationPort": [16, 16],
    "tcp.flags": [104, 8],
  }),
  ...fields(PEDIT_HEADERS.udp, {
    "udp.sourcePort": [0, 16],
    "udp.destinationPort": [16, 16],
  }),
};

/** How addresses are checked, and their bytes. */
const ADDRESSES: Readonly<
  Record<
    NonNullable<PeditField["address"]>,
    readonly [Conversion<string, string>, Codec<string>]
  >
> = {
  ipv4: [ipv4, ipv4Address],
  ipv6: [ipv6, ipv6Address],
  mac: [mac, macAddress],
};

/** A change of 32 bits. */
interface WordChange {
  header: number;
  command: number;
  offset: number;
  value: number;
  mask: number;
  at: number;
  atMask: number;
  shift: number;
}

/**
 * The changes of 32 bits each that change a field.
 *
 * @param change The change.
 * @param fieldPath Where it stands, for error messages.
 * @param known The fields that there are.
 * @returns One to five changes.
 * @throws {TypeError} If there is no such field, or not one of `set` and `add`.
 * @throws {RangeError} If the value does not fit.
 */
export function fieldChanges(
  { field: name, set, add, ...more }: PeditFieldChange,
  fieldPath: FieldPath,
  known: Readonly<Record<string, PeditField>>,
): WordChange[] {
  const [[other, otherValue] = []] = Object.entries(more);
  if (other !== undefined) {
    throw fieldPath.noProperty(other, otherValue, ["field", "set", "add"]);
  }
  if (!Object.hasOwn(known, name)) {
    throw fieldPath.at("field").wrong(name, "there is no such field");
  }
  if ((set === undefined) === (add === undefined)) {
    throw fieldPath.wrong(set, "one of set and add is expected");
  }
  const field = known[name]!;
  const { header, start, bits, address } = field;
  const command = add === undefined ? PEDIT_COMMANDS.set : PEDIT_COMMANDS.add;
  const value = address === undefined
    ? numberOf(field, set, add, fieldPath)
    : addressOf(address, set, fieldPath.at("set"));
  const changes: WordChange[] = [];
  for (let word = start >> 5; 32 * word < start + bits; word++) {
    // How far the field's last bit is from the last one of this word.
    const shift = BigInt(32 * (word + 1) - (start + bits));
    const moved = (number: bigint) =>
      Number(
        BigInt.asUintN(32, shift >= 0n ? number << shift : number >> -shift),
      );
    changes.push({
      header,
      command,
      offset: 4 * word,
      value: moved(value),
      mask: ~moved((1n << BigInt(bits)) - 1n) >>> 0,
      at: 0,
      atMask: 0,
      shift: 0,
    });
  }
  return changes;
}

function numberOf(
  { bits }: PeditField,
  set: unknown,
  add: unknown,
  fieldPath: FieldPath,
): bigint {
  const most = 2 ** bits - 1;
  if (add === undefined) {
    return BigInt(checkInteger(set, 0, most, fieldPath.at("set")));
  }
  const number = checkInteger(add, -most, most, fieldPath.at("add"));
  return BigInt.asUintN(bits, BigInt(number));
}

function addressOf(
  type: NonNullable<PeditField["address"]>,
  set: unknown,
  fieldPath: FieldPath,
): bigint {
  const [conversion, codec] = ADDRESSES[type];
  const writer = new Writer();
  codec.encode(writer, conversion.toKernel(set as string, fieldPath)!);
  return writer.finish().reduce((all, byte) => all << 8n | BigInt(byte), 0n);
}
