/**
 * Messages that are made to break decoders: the time for each byte stays the
 * same, however long they are.
 *
 * @module
 */

import process from "node:process";
import { linkMessage } from "../../messages/link/mod.ts";
import {
  type Codec,
  DecodeError,
  LITTLE_ENDIAN,
  NLA_F_NESTED,
  Writer,
} from "../../messages/codec/mod.ts";
import { messageTypesByProtocol } from "../../messages/registry.ts";
import {
  hostile as makeHostile,
  HOSTILITIES,
} from "../../tests/support/hostile.ts";
import { SeededRandom } from "../../tests/support/seeded_random.ts";
import { formatTable, formatTime } from "../support/table.ts";

const IFLA_IFNAME = 3;
const IFLA_MTU = 4;
const IFLA_LINKINFO = 18;
const IFLA_PROP_LIST = 52;
const IFLA_ALT_IFNAME = 53;
const UNKNOWN = 999;

/** Writes one attribute that is repeated: the number of it decides between two. */
type Repeated = (writer: Writer, i: number) => void;

const SHAPES: Readonly<Record<string, Repeated>> = {
  "names that are empty": attribute(IFLA_IFNAME, []),
  "names": attribute(IFLA_IFNAME, [97, 0]),
  "names that are not UTF-8": attribute(IFLA_IFNAME, [0xff, 0]),
  "numbers": attribute(IFLA_MTU, [1, 2, 3, 4]),
  "numbers that are too short": attribute(IFLA_MTU, [1]),
  "unknown ones": attribute(UNKNOWN, [1]),
  "unknown ones between numbers": (writer, i) =>
    (i % 2 ? attribute(IFLA_MTU, [1, 2, 3, 4]) : attribute(UNKNOWN, [1]))(
      writer,
      i,
    ),
  "kinds that change": attribute(IFLA_LINKINFO | NLA_F_NESTED, [
    ...[8, 0, 1, 0, 97, 0, 0, 0],
    ...[4, 0, 2, 0],
  ]),
  "lists": attribute(IFLA_PROP_LIST | NLA_F_NESTED, [
    ...[6, 0, IFLA_ALT_IFNAME, 0, 97, 0, 0, 0],
  ]),
};

function attribute(type: number, payload: readonly number[]): Repeated {
  const bytes = Uint8Array.from(payload);
  return (writer) =>
    writer.attribute(type, (writer, bytes) => writer.bytes(bytes), bytes);
}

/**
 * Sizes in bytes. Above some 500 KiB, values outlive a collection of the young
 * generation, which doubles the time once.
 */
const SIZES = [16_384, 65_536, 262_144, 1_048_576];

/** Sizes for each of the many codecs. */
const FEWER = SIZES.slice(0, 3);

function title(size: number): string {
  return `${size >> 10} KiB`;
}

/** Yields tables of times for each byte. */
export async function* hostile(): AsyncGenerator<string> {
  await Promise.resolve();
  const head = [
    "repeated",
    ...SIZES.map(title),
    "last/first",
  ];
  yield formatTable(
    head,
    Object.entries(SHAPES).map(([name, repeat]) =>
      row(
        name,
        SIZES.map((size) => costOf(linkMessage, repeated(repeat, size))),
      )
    ),
  );
  const codecs = new Map(
    [...messageTypesByProtocol.values()].flat().map((
      { name, codec },
    ) => [codec, name]),
  );
  for (const hostility of HOSTILITIES) {
    yield formatTable(
      [hostility, ...FEWER.map(title), "last/first"],
      [...codecs].map(([codec, name]) =>
        row(
          name,
          FEWER.map((size) => costOf(codec, bytesFor(codec, hostility, size))),
        )
      ),
    );
  }
}

function row(name: string, costs: number[]): string[] {
  const [first, last] = [costs[0]!, costs.at(-1)!];
  return [name, ...costs.map(formatTime), (last / first).toFixed(2)];
}

/** A link with one attribute again and again. */
function repeated(repeat: Repeated, size: number): Uint8Array<ArrayBuffer> {
  const writer = new Writer();
  writer.reserve(linkMessage.size);
  for (let i = 0; writer.length < size; i++) repeat(writer, i);
  return writer.finish();
}

/** Hostile messages of a codec, made into one of a size by repeating attributes. */
function bytesFor(
  codec: Codec<unknown>,
  hostility: typeof HOSTILITIES[number],
  size: number,
): Uint8Array<ArrayBuffer> {
  const { shape } = codec;
  const start = shape.kind === "message" ? (shape.header.size + 3) & ~3 : 0;
  const writer = new Writer();
  writer.reserve(start);
  for (let seed = 1; writer.length < size; seed++) {
    const options = { hostility, size: 2000 };
    const bytes = makeHostile(codec, new SeededRandom(seed), options);
    if (shape.kind !== "message") return bytes;
    writer.bytes(wholeAttributes(bytes.subarray(start)));
    if (seed > size) break;
  }
  return writer.finish();
}

/** The attributes at the start of some bytes, so that others can follow. */
function wholeAttributes(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  while (bytes.length - at >= 4) {
    const length = view.getUint16(at, LITTLE_ENDIAN);
    const next = at + ((length + 3) & ~3);
    if (length < 4 || next > bytes.length) break;
    at = next;
  }
  return bytes.subarray(0, at);
}

/** Nanoseconds of processor time to decode and encode, for each byte. */
function costOf<T>(codec: Codec<T>, bytes: Uint8Array<ArrayBuffer>): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const writer = new Writer();
  const repeats = Math.max(2, Math.ceil(500_000 / (bytes.length + 1)));
  const before = process.cpuUsage();
  for (let i = 0; i < repeats; i++) {
    decodeAndEncode(codec, view, writer);
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) * 1000 / repeats / Math.max(1, bytes.length);
}

/** Bytes that a codec refuses are only decoded, as far as they can be. */
function decodeAndEncode<T>(
  codec: Codec<T>,
  view: DataView<ArrayBuffer>,
  writer: Writer,
): void {
  let value: T;
  try {
    value = codec.decode(view, 0, view.byteLength);
  } catch (error) {
    if (error instanceof DecodeError) return;
    throw error;
  }
  writer.reset();
  codec.encode(writer, value);
}
