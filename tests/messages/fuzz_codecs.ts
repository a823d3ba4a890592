/**
 * What `fuzz_test.ts` checks of every codec, for one seed.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import {
  annotate,
  type Codec,
  DecodeError,
  locate,
  printMessage,
  Writer,
} from "../../messages/codec/mod.ts";
import { decode, encode } from "../../messages/datagram.ts";
import { doneMessage, errorMessage } from "../../messages/extended_ack.ts";
import { generalCodec } from "../../messages/general_message.ts";
import { genericCodecs } from "../../messages/generic/registry.ts";
import {
  NLM_F_DUMP,
  NLM_F_REQUEST,
  NLMSG_DONE,
  NLMSG_ERROR,
} from "../../messages/header.ts";
import { messageTypesByProtocol } from "../../messages/registry.ts";
import { rtmonTimestamp } from "../../messages/rtmon.ts";
import { uncappedErrorMessage } from "../../messages/uncapped_error.ts";
import { hostile, HOSTILITIES } from "../support/hostile.ts";
import { SeededRandom } from "../support/seeded_random.ts";

/** A codec, and the header of the messages that it is for. */
interface Target {
  readonly name: string;
  readonly codec: Codec<unknown>;
  readonly type?: number;
  readonly flags?: number;
  readonly protocol?: number;
}

/** Every codec of a message. */
export const targets: readonly Target[] = [
  ...uniqueCodecs(),
  ...[...genericCodecs()].map(([name, codec]) => ({ name, codec })),
  { name: "nlmsgerr", codec: plain(errorMessage), type: NLMSG_ERROR },
  { name: "uncapped", codec: plain(uncappedErrorMessage), type: NLMSG_ERROR },
  { name: "end", codec: plain(doneMessage), type: NLMSG_DONE },
  { name: "rtmon", codec: plain(rtmonTimestamp) },
];

function uniqueCodecs(): Target[] {
  const all = new Map<Codec<unknown>, Target>();
  for (const [protocol, types] of messageTypesByProtocol) {
    for (const { name, type, codec, requestCodec, dumpCodec } of types) {
      const own = { name, type, protocol };
      if (!all.has(codec)) all.set(codec, { ...own, codec, flags: 0 });
      const flags = NLM_F_REQUEST;
      if (requestCodec !== undefined) {
        all.set(requestCodec, { ...own, codec: requestCodec, flags });
      }
      if (dumpCodec !== undefined && !all.has(dumpCodec)) {
        all.set(dumpCodec, {
          ...own,
          codec: dumpCodec,
          flags: flags | NLM_F_DUMP,
        });
      }
      const general = generalCodec(requestCodec ?? codec);
      if ((type & 3) === 2 && general !== undefined) {
        const codec = plain(general);
        all.set(codec, { ...own, name: `${name} of rtgenmsg`, codec, flags });
      }
    }
  }
  return [...all.values()];
}

function plain<T>(codec: Codec<T>): Codec<unknown> {
  return codec as Codec<unknown>;
}

/** Checks the input of a seed. */
export function check(seed: number): void {
  const random = new SeededRandom(seed);
  const target = targets[seed % targets.length]!;
  const bytes = hostile(target.codec, random, {
    hostility: random.pick(HOSTILITIES),
    size: random.oneIn(3000) ? 60_000 : random.oneIn(100) ? 4000 : 300,
  });
  try {
    checkCodec(target.codec, bytes);
    checkDatagram(target, bytes);
    if (random.oneIn(4)) checkWalks(target.codec, bytes, random);
  } catch (error) {
    if (error instanceof Error) {
      error.message = `${target.name}: ${error.message}\n${bytes.toHex()}`;
    }
    throw error;
  }
}

/** Whatever can be decoded is encoded as the same bytes. */
function checkCodec(
  codec: Codec<unknown>,
  bytes: Uint8Array<ArrayBuffer>,
): void {
  const value = tryDecode(codec, bytes);
  if (value !== undefined) assertSame(encodeOne(codec, value), bytes);
}

function tryDecode(
  codec: Codec<unknown>,
  bytes: Uint8Array<ArrayBuffer>,
): unknown {
  // A view without room: whoever reads too far throws.
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    return codec.decode(view, 0, bytes.length);
  } catch (error) {
    if (error instanceof DecodeError) return undefined;
    throw error;
  }
}

function encodeOne(
  codec: Codec<unknown>,
  value: unknown,
): Uint8Array<ArrayBuffer> {
  const writer = new Writer();
  codec.encode(writer, value);
  return writer.finish().slice();
}

/** A message never loses the one behind it. */
function checkDatagram(
  { type, flags = 0, protocol }: Target,
  body: Uint8Array,
): void {
  if (type === undefined) return;
  const padded = (body.length + 3) & ~3;
  const bytes = new Uint8Array(16 + padded + 20);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 16 + body.length, true);
  view.setUint16(4, type, true);
  view.setUint16(6, flags, true);
  bytes.set(body, 16);
  view.setUint32(16 + padded, 20, true);
  view.setUint16(20 + padded, 0x7fff, true);
  const { messages, rest } = decode(bytes, protocol);
  assertEquals(rest, undefined);
  assertEquals(messages.length, 2);
  assertEquals(messages[1]!.body, new Uint8Array(4));
  assertSame(encode(messages, protocol), bytes);
}

/** Printers show each byte once; offsets are found. */
function checkWalks(
  codec: Codec<unknown>,
  bytes: Uint8Array<ArrayBuffer>,
  random: SeededRandom,
): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  for (const { start, end } of annotate(codec, view)) {
    assertEquals(start, at);
    at = end;
  }
  assertEquals(at, bytes.length);
  assert(printMessage(codec, view).length >= 3 * bytes.length - 1);
  locate(codec, view, random.below(bytes.length + 1));
}

function assertSame(found: Uint8Array, expected: Uint8Array): void {
  assertEquals(found.toHex(), expected.toHex());
}
