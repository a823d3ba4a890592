import { assertEquals } from "@std/assert";
import { run } from "../support/ip.ts";
import { formats } from "../../cli/objects/monitor/formats.ts";
import { Connection } from "../../api/connection/connection.ts";
import { bytes, type Codec, Writer } from "../../messages/codec/mod.ts";
import { addressMessage } from "../../messages/address/address.ts";
import { RTM_NEWADDR } from "../../messages/address/constants.ts";
import { header, NLMSG_HDRLEN } from "../../messages/header.ts";
import { RTM_GETLINK } from "../../messages/link/constants.ts";
import { RTM_NEWROUTE } from "../../messages/route/constants.ts";
import { routeMessage } from "../../messages/route/route.ts";
import { NLMSG_TSTAMP, rtmonTimestamp } from "../../messages/rtmon.ts";
import { ack, done, FakeKernel } from "../support/fake_kernel.ts";
import { hostile } from "../support/hostile.ts";
import { testIo } from "../support/io.ts";
import { processorTime } from "../support/processor.ts";
import { SeededRandom } from "../support/seeded_random.ts";

/** How many messages of each type there are for each way of showing them. */
const MESSAGES = Number(Deno.env.get("FUZZ") ?? 60);
/** How many of them are in one file. */
const PER_FILE = 20;
/** No file takes longer to show, in ms of processor time. */
const LONGEST_MS = 2000;
/** What only a mistake of ours writes. */
const MISTAKE = /undefined|NaN|\[object|at fault|Infinity/;

const ENODEV = 19;

/** A kernel that has no devices. */
function kernelWithout(): FakeKernel {
  return new FakeKernel((request) =>
    request.type === RTM_GETLINK && (request.flags & 0x300) !== 0
      ? [done(request)]
      : [ack(request, ENODEV)]
  );
}

interface Message {
  readonly type: number;
  readonly body: Uint8Array;
}

function fileOf(
  messages: readonly Message[],
  magic?: number,
): Uint8Array<ArrayBuffer> {
  const writer = new Writer();
  if (magic !== undefined) bytes.encode(writer, words(magic));
  for (const { type, body } of messages) {
    const length = NLMSG_HDRLEN + body.length;
    header.encode(writer, { length, type, flags: 0, sequence: 0, portId: 0 });
    writer.bytes(body);
    writer.reserve(-body.length & 3);
  }
  return writer.finish().slice();
}

function words(...numbers: number[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Uint32Array.from(numbers).buffer);
}

/** Shows a file; what is wrong with that, or `undefined`. */
async function problem(
  words: readonly string[],
  file: Uint8Array<ArrayBuffer>,
): Promise<string | undefined> {
  const io = { ...testIo({ input: file }), readFile: () => file };
  let out = "";
  let err = "";
  io.out = (data) => {
    out += typeof data === "string" ? data : new TextDecoder().decode(data);
  };
  io.err = (text) => void (err += text);
  const kernel = kernelWithout();
  const open = () => Promise.resolve(new Connection(kernel));
  const start = processorTime();
  await run(words, io, open);
  const time = processorTime() - start;
  const found = MISTAKE.exec(out + err);
  if (found !== null) return `${found[0]} in ${out}${err}`;
  return time > LONGEST_MS ? `it takes ${time} ms` : undefined;
}

/** Options that lead through other code. */
const OPTIONS: readonly (readonly string[])[] = [
  [],
  ["-details"],
  ["-json", "-pretty", "-details"],
  ["-statistics", "-statistics", "-oneline"],
  ["-brief"],
  ["-Numeric", "-human", "-iec"],
  ["-6", "-color"],
];

/** What makes files that are shown. */
const FILES: Readonly<
  Record<
    string,
    readonly [
      words: readonly string[],
      magic: number | undefined,
      types: readonly (readonly [type: number, codec: Codec<unknown>])[],
    ]
  >
> = {
  "monitor file": [
    ["monitor", "file", "x", "label"],
    undefined,
    [
      ...Object.entries(formats).map(([type, [{ codec }]]) =>
        [Number(type), codec as unknown as Codec<unknown>] as const
      ),
      [NLMSG_TSTAMP, rtmonTimestamp as Codec<unknown>],
    ],
  ],
  "address showdump": [
    ["address", "showdump"],
    0x47361222,
    [[RTM_NEWADDR, addressMessage as Codec<unknown>]],
  ],
  "route showdump": [
    ["route", "showdump"],
    0x45311224,
    [[RTM_NEWROUTE, routeMessage as Codec<unknown>]],
  ],
};

for (const [name, [command, magic, types]] of Object.entries(FILES)) {
  for (const options of OPTIONS) {
    const words = [...options, ...command];
    Deno.test(`ip ${words.join(" ")} bears hostile messages`, async () => {
      for (const [type, codec] of types) {
        const random = new SeededRandom(type);
        for (let i = 0; i < MESSAGES; i += PER_FILE) {
          const messages = Array.from({ length: PER_FILE }, () => ({
            type,
            body: hostile(codec, random, { wellFormed: random.oneIn(2) }),
          }));
          const all = await problem(words, fileOf(messages, magic));
          if (all === undefined) continue;
          // The one message that does it is easier to look at.
          for (const message of messages) {
            const file = fileOf([message], magic);
            assertEquals(
              await problem(words, file),
              undefined,
              `${type}: ${message.body.toHex()}`,
            );
          }
          assertEquals(all, undefined);
        }
      }
    });
  }

  Deno.test(`ip ${name} bears files of any bytes`, async () => {
    const random = new SeededRandom(8);
    for (let i = 0; i < MESSAGES; i++) {
      const [type, codec] = random.pick(types);
      const body = hostile(codec, random);
      const file = fileOf([{ type, body }, { type, body }], magic);
      const start = magic === undefined ? 0 : 4;
      for (let n = random.below(4); n >= 0; n--) {
        file[start + random.below(file.length - start)] = random.below(256);
      }
      const cut = file.slice(0, random.below(file.length + 1));
      assertEquals(await problem(command, cut), undefined, cut.toHex());
    }
  });
}

Deno.test("a route of 2000 next hops asks for each name once", async () => {
  const HOPS = 2000;
  const body = new Writer();
  routeMessage.encode(body, {
    family: 2,
    destinationLength: 0,
    sourceLength: 0,
    tos: 0,
    table: 254,
    protocol: 3,
    scope: 0,
    type: 1,
    flags: 0,
    attributes: {
      multipath: Array.from({ length: HOPS }, (_, i) => ({
        flags: 0,
        hops: 0,
        outputDevice: i + 2,
        attributes: {},
      })),
    },
  });
  const route = { type: RTM_NEWROUTE, body: body.finish().slice(0, 16380) };
  const input = fileOf([route], 0x45311224);
  const kernel = kernelWithout();
  const open = () => Promise.resolve(new Connection(kernel));
  const io = testIo({ input });
  assertEquals(await run(["route", "showdump"], io, open), 0);
  const text = new TextDecoder().decode(io.written);
  assertEquals(text.split("nexthop").length - 1, HOPS);
  assertEquals(kernel.requests.length, HOPS);
});
