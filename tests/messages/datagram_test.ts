import fc from "fast-check";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { EncodeError } from "../../messages/codec/mod.ts";
import { decode, encode, type Message } from "../../messages/datagram.ts";
import {
  NLM_F_ACK_TLVS,
  NLM_F_DUMP,
  NLM_F_REQUEST,
} from "../../messages/header.ts";
import { RTM_GETLINK, RTM_NEWLINK } from "../../messages/link/mod.ts";
import { routeMessageTypes } from "../../messages/registry.ts";
import { uncappedErrorMessage } from "../../messages/uncapped_error.ts";
import { hex } from "./codec/support.ts";

const link: Message = {
  header: { length: 40, type: RTM_NEWLINK, flags: 2, sequence: 7, portId: 9 },
  body: {
    family: 0,
    type: 1,
    index: 3,
    flags: 0,
    change: 0,
    attributes: { mtu: 1500 },
  },
};

Deno.test("decode() reads every message of a datagram", () => {
  const done: Message = {
    header: { length: 20, type: 3, flags: 2, sequence: 7, portId: 9 },
    body: { error: 0, attributes: {} },
  };
  const bytes = encode([link, link, done]);
  assertEquals(decode(bytes), { messages: [link, link, done] });
});

Deno.test("decode() keeps messages of unknown types, and what is no message", () => {
  const raw: Message = {
    header: { length: 19, type: 0x7fff, flags: 0, sequence: 0, portId: 0 },
    body: hex("01 02 03"),
  };
  const bytes = Uint8Array.from([...encode([raw, link]), 1, 2, 3]);
  assertEquals(decode(bytes), { messages: [raw, link], rest: hex("010203") });
});

Deno.test("decode() reads an error that repeats the request", () => {
  const request = { length: 23, type: 16, flags: 5, sequence: 7, portId: 0 };
  const error: Message = {
    header: { length: 56, type: 2, flags: 0x200, sequence: 7, portId: 9 },
    body: {
      error: -19,
      request,
      payload: hex("01 02 03 04 05 06 07"),
      attributes: { message: "no" },
    },
  };
  const bytes = encode([error]);
  assertEquals(decode(bytes).messages[0]!.body, error.body);
});

Deno.test("encode() names the message in which a value does not fit", () => {
  const bad = { ...link, body: { ...link.body as object, index: 2 ** 40 } };
  assertEquals(
    assertThrows(() => encode([link, bad]), EncodeError).path,
    "[1].index",
  );
});

Deno.test("decode() survives any bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const { messages, rest } = decode(bytes);
      const size = messages.reduce(
        (sum, { header }) => sum + (header.length + 3 & ~3),
        0,
      );
      assertEquals(
        Math.min(size, bytes.length) + (rest?.length ?? 0),
        bytes.length,
      );
    }),
    { numRuns: 2000 },
  );
});

/** A netlink message. */
function message(
  type: number,
  flags: number,
  body: string,
): Uint8Array<ArrayBuffer> {
  const payload = hex(body);
  const bytes = new Uint8Array(16 + ((payload.length + 3) & ~3));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 16 + payload.length, true);
  view.setUint16(4, type, true);
  view.setUint16(6, flags, true);
  bytes.set(payload, 16);
  return bytes;
}

const good = encode([link]);

for (
  const [what, bad] of Object.entries({
    "an error with a wrong length inside": message(
      2,
      0,
      "ed ff ff ff ff ff ff 7f 12 00 05 00 00 00 00 00 00 00 00 00",
    ),
    "an error with a short length inside": message(
      2,
      0,
      "ed ff ff ff 03 00 00 00 12 00 05 00 00 00 00 00 00 00 00 00",
    ),
    "an error that is cut": message(2, 0, "ed ff ff ff 14 00"),
    "an end that is cut": message(3, 2, "00"),
    "options of a router that are cut": message(68, 0, "0a 00 ff ff 01"),
    "options of a router that claim too much": message(
      68,
      0,
      "0a 00 ff ff 01 00 00 00 86 00 00 00 00 00 00 00",
    ),
    "a link of one byte": message(RTM_NEWLINK, 0, "00"),
    "nothing": message(RTM_NEWLINK, 0, ""),
  })
) {
  Deno.test(`decode() goes on behind a bad message: ${what}`, () => {
    const all = Uint8Array.from([...bad, ...good]);
    for (let i = 0; i < 300; i++) {
      const { messages, rest } = decode(all);
      assertEquals(rest, undefined);
      assertEquals(messages.length, 2);
      assertEquals(messages[1], link);
    }
    assertEquals(encode(decode(all).messages), all);
  });
}

Deno.test("decode() names what the shortest dump requests ask for", () => {
  const dump = NLM_F_REQUEST | NLM_F_DUMP;
  const request = message(RTM_GETLINK, dump, "0a 00 00 00");
  assertEquals(decode(request).messages[0]!.body, {
    family: 10,
    attributes: {},
  });
  assertEquals(encode(decode(request).messages), request);
  assertEquals(
    encode([{
      header: {
        length: 0,
        type: RTM_GETLINK,
        flags: dump,
        sequence: 0,
        portId: 0,
      },
      body: { family: 10, attributes: {} },
    }]),
    request,
  );
  const filtered = message(
    RTM_GETLINK,
    dump,
    "0a 00 00 00 08 00 1d 00 01 00 00 00",
  );
  assertEquals(decode(filtered).messages[0]!.body, {
    family: 10,
    attributes: { extMask: 1 },
  });
  assertEquals(encode(decode(filtered).messages), filtered);
  const bare = message(RTM_GETLINK, dump, "0a");
  assertEquals(decode(bare).messages[0]!.body, { family: 10, attributes: {} });
});

Deno.test("every type that can be dumped takes the shortest request", () => {
  const dump = NLM_F_REQUEST | NLM_F_DUMP;
  for (const { type, name, codec, requestCodec } of routeMessageTypes) {
    const { shape } = requestCodec ?? codec;
    if ((type & 3) !== 2 || shape.kind !== "message") continue;
    const bytes = message(type, dump, "02 00 00 00");
    const [found] = decode(bytes).messages;
    assert(!(found!.body instanceof Uint8Array), name);
    assertEquals((found!.body as { family: number }).family, 2, name);
    assertEquals(encode([found!]), bytes, name);
  }
});

Deno.test("an error that repeats the request aligns from where it starts", () => {
  const bytes = message(
    2,
    NLM_F_ACK_TLVS,
    "ed ff ff ff 13 00 00 00 12 00 05 00 00 00 00 00 00 00 00 00" +
      "01 02 03 00 08 00 02 00 10 00 00 00",
  );
  const expected = decode(bytes).messages;
  assertEquals(
    (expected[0]!.body as { attributes: unknown }).attributes,
    { offset: 16 },
  );
  for (const shift of [1, 2, 3]) {
    const shifted = new Uint8Array(bytes.length + shift);
    shifted.set(bytes, shift);
    assertEquals(decode(shifted.subarray(shift)).messages, expected);
    const view = new DataView(shifted.buffer);
    assertEquals(
      uncappedErrorMessage.decode(view, shift + 16, shifted.length) as unknown,
      expected[0]!.body,
    );
  }
});
