import { assertEquals } from "@std/assert";
import { run } from "../support/ip.ts";
import type { Codec } from "../../messages/codec/mod.ts";
import {
  NLM_F_REQUEST,
  NLMSG_DONE,
  NLMSG_ERROR,
} from "../../messages/header.ts";
import { routeMessageTypes } from "../../messages/registry.ts";
import { uncappedErrorMessage } from "../../messages/uncapped_error.ts";
import { message } from "../support/fake_kernel.ts";
import { hostile } from "../support/hostile.ts";
import { testIo } from "../support/io.ts";
import { SeededRandom } from "../support/seeded_random.ts";

/** How many messages of each type there are. */
const MESSAGES = Number(Deno.env.get("FUZZ") ?? 20);

const TYPES: readonly (readonly [type: number, codec: Codec<unknown>])[] = [
  [NLMSG_ERROR, uncappedErrorMessage as Codec<unknown>],
  [NLMSG_DONE, uncappedErrorMessage as Codec<unknown>],
  ...routeMessageTypes.map(({ type, codec }) => [type, codec] as const),
  ...routeMessageTypes.map(({ type, codec, requestCodec = codec }) =>
    [type, requestCodec] as const
  ),
];

async function decode(input: Uint8Array): Promise<string> {
  const io = testIo({ input });
  let out = "";
  const world = {
    ...io,
    out: (data: string | Uint8Array) => void (out += data),
  };
  assertEquals(await run(["decode", "--format", "hex"], world), 0, out);
  return out;
}

Deno.test("ip decode shows what follows a hostile message", async () => {
  for (const [type, codec] of TYPES) {
    const random = new SeededRandom(type);
    for (let i = 0; i < MESSAGES; i++) {
      const body = hostile(codec, random);
      const flags = random.pick([0, NLM_F_REQUEST, 0x100]);
      const parts = [
        message({ type, flags }, (writer) => writer.bytes(body)),
        message({ type: NLMSG_DONE }, (writer) => void writer.reserve(4)),
      ];
      const hex = parts.map((part) => part.toHex()).join("");
      const out = await decode(new TextEncoder().encode(hex));
      assertEquals(out.includes("# NLMSG_DONE"), true, `${hex}: ${out}`);
      assertEquals(/at fault|\[object|NaN/.exec(out), null, hex);
    }
  }
});

Deno.test("ip decode ends on any bytes", async () => {
  const random = new SeededRandom(4);
  for (let i = 0; i < 50 * MESSAGES; i++) {
    const input = Uint8Array.from(
      { length: random.below(120) },
      () =>
        random.oneIn(2)
          ? random.pick([10, 13, 0x30, 0x61, 0x20, 0xd4])
          : random.below(256),
    );
    for (const format of ["hex", "pcap", "strace"]) {
      const io = testIo({ input });
      const code = await run(["decode", "-f", format], io);
      assertEquals([0, 1].includes(code), true);
      assertEquals(/at fault/.exec(io.errors), null, io.errors);
    }
  }
});
