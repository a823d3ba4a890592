import { assert, assertEquals, assertRejects } from "@std/assert";
import { Connection } from "../../api/connection/connection.ts";
import { Listener } from "../../api/connection/listener.ts";
import { run } from "../support/ip.ts";
import { record } from "../../cli/objects/rtmon/record.ts";
import { CommandError } from "../../cli/parse/errors.ts";
import { NLM_F_MULTI, NLMSG_HDRLEN } from "../../messages/header.ts";
import { RTM_GETLINK, RTM_NEWLINK } from "../../messages/link/constants.ts";
import { routeMessageType } from "../../messages/registry.ts";
import { NLMSG_TSTAMP, splitRtmon } from "../../messages/rtmon.ts";
import { SocketClosedError } from "../../socket/error.ts";
import {
  ack,
  done,
  FakeKernel,
  message,
  overflow,
} from "../support/fake_kernel.ts";
import { hostile } from "../support/hostile.ts";
import { testIo } from "../support/io.ts";
import { processorTime } from "../support/processor.ts";
import { SeededRandom } from "../support/seeded_random.ts";

/** How many files are written. */
const ROUNDS = Number(Deno.env.get("FUZZ") ?? 40);
/** How many objects are listed, and how many datagrams are received, in each. */
const OBJECTS = 6;
const DATAGRAMS = 20;
/** No file takes longer to write, or to show, in ms of processor time. */
const LONGEST_MS = 2000;
/** What only a mistake of ours writes. */
const MISTAKE = /undefined|NaN|\[object|at fault|Infinity/;

/** Types of the messages that kernels send to groups. */
const TYPES = Array.from({ length: 128 }, (_, type) => type).filter((type) =>
  (type & 2) === 0 && routeMessageType(type) !== undefined
);

/** A message that is hostile behind its header. */
function hostileMessage(
  random: SeededRandom,
  type: number,
  flags = 0,
  sequence = 0,
): Uint8Array<ArrayBuffer> {
  const { codec } = routeMessageType(type)!;
  const body = hostile(codec, random, { wellFormed: random.oneIn(2) });
  return message({ type, flags, sequence }, (writer) => writer.bytes(body));
}

/** Records what a kernel sends, and compares that with the file. */
async function recording(seed: number): Promise<Uint8Array<ArrayBuffer>> {
  const random = new SeededRandom(seed);
  const expected: Uint8Array[] = [];
  const kernel = new FakeKernel(({ type, sequence }) => {
    assertEquals(type, RTM_GETLINK);
    const objects = Array.from(
      { length: OBJECTS },
      () => hostileMessage(random, RTM_NEWLINK, NLM_F_MULTI, sequence),
    );
    expected.push(...objects);
    return [...objects, done({ sequence })];
  });
  const news = new FakeKernel();
  const received: Uint8Array[] = [];
  let losses = 0;
  for (let i = 0; i < DATAGRAMS; i++) {
    const part = () => hostileMessage(random, random.pick(TYPES));
    const parts = Array.from({ length: 1 + random.below(3) }, part);
    received.push(...parts);
    // What comes after a length that cannot be is lost, and nothing else.
    const broken = random.oneIn(5);
    if (broken) {
      const bytes = part();
      new DataView(bytes.buffer).setUint32(
        0,
        random.pick([0, 15, 0xffff]),
        true,
      );
      parts.push(bytes);
      losses++;
    } else if (random.oneIn(8)) {
      news.deliver(overflow());
      losses++;
    }
    news.deliver(joined(parts));
  }
  let file = new Uint8Array();
  const output = {
    writeSync(bytes: Uint8Array): number {
      // Files may take less than they are given.
      const count = Math.min(bytes.length, 1 + random.below(300));
      file = joined([file, bytes.subarray(0, count)]);
      return count;
    },
  };
  let printed = "";
  using connection = new Connection(kernel);
  const listener = new Listener(news);
  const recorded = assertRejects(
    () =>
      record(output, listener, connection, (text) => void (printed += text)),
    SocketClosedError,
  );
  while (news.waiting === 0) await new Promise((go) => setTimeout(go, 1));
  listener[Symbol.dispose]();
  await recorded;
  assertEquals(
    printed.split("\n").length - 1,
    losses,
    `seed ${seed}: ${printed}`,
  );

  const view = new DataView(file.buffer);
  const messages = splitRtmon(view);
  const found: Uint8Array[] = [];
  let item = messages.next();
  let times = 0;
  for (; !item.done; item = messages.next()) {
    const { type, start, end } = item.value;
    if (type === NLMSG_TSTAMP) times++;
    else found.push(file.slice(start, end));
  }
  assertEquals(item.value.reason, "end", `seed ${seed}`);
  assertEquals(times, 1 + received.length);
  const all = [...expected, ...received];
  assertEquals(found.length, all.length);
  for (const [i, bytes] of found.entries()) {
    const length = new DataView(bytes.buffer).getUint32(0, true);
    assertEquals(bytes, all[i]!.slice(0, length), `seed ${seed}: ${i}`);
    assert(length >= NLMSG_HDRLEN);
  }
  return file;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(
    parts.reduce((sum, { length }) => sum + length, 0),
  );
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

Deno.test("rtmon writes hostile messages as they came, and ip monitor file bears them", async () => {
  for (let seed = 0; seed < ROUNDS; seed++) {
    const start = processorTime();
    const file = await recording(seed);
    const io = { ...testIo(), readFile: () => file };
    const kernel = new FakeKernel((request) => [ack(request, 19)]);
    const words = ["monitor", "file", "x", "label"];
    await run(words, io, () => Promise.resolve(new Connection(kernel)));
    const time = processorTime() - start;
    const text = new TextDecoder().decode(io.written) + io.errors;
    assertEquals(MISTAKE.exec(text)?.[0], undefined, `seed ${seed}: ${text}`);
    assert(time < LONGEST_MS, `seed ${seed} takes ${time} ms`);
  }
});

Deno.test("rtmon bears a kernel that refuses, and a file that is full", async () => {
  const refusing = new FakeKernel((request) => [ack(request, 1)]);
  const output = { writeSync: ({ length }: Uint8Array) => length };
  const full = {
    writeSync(): number {
      throw new Error("No space left on device (os error 28)");
    },
  };
  const listener = () => new Listener(new FakeKernel());
  await assertRejects(
    () => record(output, listener(), new Connection(refusing), () => {}),
    Error,
    "Cannot list links: EPERM",
  );
  await assertRejects(
    () => record(full, listener(), new Connection(refusing), () => {}),
    CommandError,
    "Cannot write the file: No space left on device",
  );
});

Deno.test("rtmon answers any words without a file with a message", async () => {
  const random = new SeededRandom(3);
  const words = ["all", "link", "li", "addr", "route", "help", "h", "", "\0"];
  for (let i = 0; i < ROUNDS * 5; i++) {
    const count = random.below(4);
    const some = Array.from({ length: count }, () => random.pick(words));
    const io = testIo();
    const never = () => Promise.reject(new Error("it connects"));
    assertEquals(await run(["rtmon", ...some], io, never), 255, `${some}`);
    assert(/^(Usage|Argument|Not enough|".*" may)/m.test(io.errors), io.errors);
  }
});
