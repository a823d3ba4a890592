import {
  assert,
  assertEquals,
  assertInstanceOf,
  assertRejects,
  assertStrictEquals,
} from "@std/assert";
import { Connection } from "../../api/connection/connection.ts";
import {
  AnswerLostError,
  ConnectionClosedError,
  isRetryable,
  MalformedAnswerError,
  NetlinkError,
  RequestTimeoutError,
} from "../../api/connection/errors.ts";
import { type Codec, DecodeError } from "../../messages/codec/mod.ts";
import { TruncatedError } from "../../socket/error.ts";
import {
  ack,
  datagram,
  done,
  FakeKernel,
  message,
  object,
  overflow,
} from "../support/fake_kernel.ts";
import { ask, type Thing, thing, thingCodec } from "../support/thing.ts";

const list = ask(0, { type: 18 });

/** Every way to ask that waits for the kernel. */
const calls: Record<
  string,
  (
    connection: Connection,
    options: { signal?: AbortSignal },
  ) => Promise<unknown>
> = {
  request: (connection, options) => connection.request(ask(), options),
  get: (connection, options) => connection.get(list, options),
  dumpAll: (connection, options) => connection.dumpAll(list, options),
  dump: (connection, options) =>
    Array.fromAsync(connection.dump(list, options)),
  "dump that streams": (connection, options) =>
    Array.fromAsync(connection.dump(list, { ...options, streaming: true })),
  batch: (connection, options) => connection.batch([ask(), ask()], options),
};

for (const [name, call] of Object.entries(calls)) {
  Deno.test(`Connection rejects a ${name} whose signal is aborted already`, async () => {
    const kernel = new FakeKernel();
    using connection = new Connection(kernel);
    const reason = new Error("enough");
    const error = await assertRejects(
      () => call(connection, { signal: AbortSignal.abort(reason) }),
    );
    assertStrictEquals(error, reason);
    assertEquals(kernel.sent.length, 0);
  });

  Deno.test(`Connection rejects a ${name} that is aborted while it waits`, async () => {
    const kernel = new FakeKernel();
    using connection = new Connection(kernel);
    const controller = new AbortController();
    const promise = call(connection, { signal: controller.signal });
    await kernel.awaited();
    assertEquals(kernel.waiting, 1);
    controller.abort(new Error("enough"));
    await assertRejects(() => promise, Error, "enough");
    // Nobody waits any more, and the connection is as good as new.
    assertEquals(kernel.waiting, 0);
    kernel.serve = (request) => [
      request.type === 18 ? done(request) : ack(request),
    ];
    await connection.request(ask());
    assertEquals(await connection.dumpAll(list), []);
    assertEquals(connection.pending, 0);
  });

  Deno.test(`Connection rejects a ${name} when it is closed meanwhile`, async () => {
    const kernel = new FakeKernel();
    const connection = new Connection(kernel);
    const promise = call(connection, {});
    await kernel.awaited();
    connection.close();
    await assertRejects(
      () => promise,
      ConnectionClosedError,
      "the connection is closed",
    );
    assertEquals(connection.pending, 0);
    await assertRejects(() => call(connection, {}), ConnectionClosedError);
  });

  Deno.test(`Connection rejects a ${name} when the socket is closed under it`, async () => {
    const kernel = new FakeKernel();
    const connection = new Connection(kernel);
    const promise = call(connection, {});
    await kernel.awaited();
    kernel[Symbol.dispose]();
    await assertRejects(() => promise, ConnectionClosedError);
  });

  Deno.test(`Connection rejects a ${name} that is not answered in time`, async () => {
    const kernel = new FakeKernel();
    using connection = new Connection(kernel, { timeout: 0.005 });
    const error = await assertRejects(
      () => call(connection, {}),
      RequestTimeoutError,
      "no answer within 0.005 s",
    );
    assertEquals(error.timeout, 0.005);
    assert(error.request?.name.startsWith("RTM_"));
    assert(!isRetryable(error));
    assertEquals(kernel.waiting, 0);
  });
}

Deno.test("Connection rejects everyone who waits when it is closed", async () => {
  const kernel = new FakeKernel();
  const connection = new Connection(kernel);
  const all = Object.values(calls).map((call) => call(connection, {}));
  await kernel.awaited(4);
  connection[Symbol.dispose]();
  connection[Symbol.dispose]();
  for (const result of await Promise.allSettled(all)) {
    assertEquals(result.status, "rejected");
    assertInstanceOf(
      (result as PromiseRejectedResult).reason,
      ConnectionClosedError,
    );
  }
});

Deno.test("Connection drops the answer of a request that was given up", async () => {
  const kernel = new FakeKernel();
  using connection = new Connection(kernel);
  const controller = new AbortController();
  const promise = connection.request(ask(1), { signal: controller.signal });
  const other = connection.request(ask(2));
  await kernel.awaited(2);
  controller.abort();
  await assertRejects(() => promise, DOMException);
  const [first, second] = kernel.requests;
  kernel.deliver(ack(first!, 1), ack(second!));
  await other;
  assertEquals(connection.pending, 0);
});

Deno.test("Connection leaves no listeners on a signal that serves many requests", async () => {
  const kernel = new FakeKernel((request) => {
    setTimeout(() => kernel.deliver(ack(request)), 0);
    return [];
  });
  using connection = new Connection(kernel);
  const { signal } = new AbortController();
  let listeners = 0;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (...args: Parameters<typeof add>) => {
    listeners++;
    add(...args);
  };
  signal.removeEventListener = (...args: Parameters<typeof remove>) => {
    listeners--;
    remove(...args);
  };
  for (let i = 0; i < 10; i++) await connection.request(ask(), { signal });
  assertEquals(listeners, 0);
});

Deno.test("Connection gives each of 10,000 requests at once its own answer", async () => {
  const waiting: (() => void)[] = [];
  const kernel = new FakeKernel((request) => {
    const answer = object(
      request,
      thingCodec,
      thing(new DataView(request.bytes.buffer).getInt32(20, true)),
    );
    waiting.push(() => kernel.deliver(answer));
    return [];
  });
  using connection = new Connection(kernel);
  const all = Array.from({ length: 10_000 }, (_, i) => connection.get(ask(i)));
  while (waiting.length < 10_000) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  // In an order that has nothing to do with that of the requests.
  while (waiting.length > 0) {
    waiting.splice(waiting.length * 7919 % 104729 % waiting.length, 1)[0]!();
  }
  const things = await Promise.all(all);
  assertEquals(things.map(({ index }) => index), [...things.keys()]);
  assertEquals(connection.pending, 0);
});

Deno.test("Connection goes on counting at 1 after the last sequence number", async () => {
  const kernel = new FakeKernel((request) => [ack(request)]);
  using connection = new Connection(kernel, { firstSequence: 0xfffffffe });
  for (let i = 0; i < 4; i++) await connection.request(ask());
  assertEquals(
    kernel.requests.map(({ sequence }) => sequence),
    [0xfffffffe, 0xffffffff, 1, 2],
  );
});

Deno.test("Connection runs on past the wrap for 70,000 requests without keeping anything", async () => {
  const kernel = new FakeKernel((request) => [ack(request)]);
  using connection = new Connection(kernel, {
    firstSequence: 2 ** 32 - 35_000,
  });
  for (let i = 0; i < 70_000; i++) {
    await connection.request(ask());
    kernel.sent.length = kernel.requests.length = 0;
  }
  assertEquals(connection.pending, 0);
  assertEquals(kernel.waits, 0);
});

Deno.test("Connection lets timers run during an endless row of requests", async () => {
  const kernel = new FakeKernel((request) => [ack(request)]);
  using connection = new Connection(kernel);
  const signal = AbortSignal.timeout(20);
  await assertRejects(async () => {
    for (;;) {
      await connection.request(ask(), { signal });
      kernel.sent.length = kernel.requests.length = 0;
    }
  }, DOMException);
});

for (
  const [name, length] of [
    ["no length", 0],
    ["less than a header", 15],
    ["more than there is", 400],
    ["almost 4 GiB", 0xffffffff],
  ] as const
) {
  Deno.test(`Connection fails the request when its answer claims ${name}`, async () => {
    const kernel = new FakeKernel((request) => [
      datagram(
        message({ type: 16, sequence: request.sequence, length }),
        // What follows cannot be distinguished from garbage.
        ack(request),
      ),
    ]);
    using connection = new Connection(kernel);
    const error = await assertRejects(
      () => connection.request(ask()),
      MalformedAnswerError,
      `the answer claims ${length} bytes`,
    );
    assertEquals(error.request?.name, "RTM_NEWLINK");
    assertEquals(connection.pending, 0);
    kernel.serve = (request) => [ack(request)];
    await connection.request(ask());
  });
}

Deno.test("Connection ignores garbage that belongs to nobody", async () => {
  const kernel = new FakeKernel((request) => [
    new Uint8Array(),
    new Uint8Array(15),
    new Uint8Array(64),
    new Uint8Array(64).fill(0xff),
    datagram(message({ sequence: 99, length: 7 }), ack(request, 1)),
    datagram(ack(request), Uint8Array.of(1, 2, 3)),
  ]);
  using connection = new Connection(kernel);
  await connection.request(ask());
});

Deno.test("Connection survives datagrams of random bytes", async () => {
  let state = 1;
  const random = () => (state = Math.imul(state, 48271) >>> 0) >>> 16;
  const kernel = new FakeKernel((request) => {
    const answer = ack(request);
    const noise = Array.from({ length: 20 }, () => {
      const bytes = datagram(
        object(request, thingCodec, thing(1, { name: "noise" })),
        answer.slice(),
      );
      for (let i = 0; i < 6; i++) bytes[random() % bytes.length] = random();
      return bytes;
    });
    return [...noise, answer];
  });
  using connection = new Connection(kernel, { timeout: 1 });
  for (let i = 0; i < 500; i++) {
    await connection.request(ask()).catch((error) => {
      assert(
        error instanceof NetlinkError || error instanceof MalformedAnswerError,
        String(error),
      );
    });
    await connection.dumpAll(list).catch((error) => {
      assert(
        error instanceof NetlinkError || error instanceof MalformedAnswerError,
        String(error),
      );
    });
  }
});

Deno.test("Connection rejects a request whose answer cannot be decoded", async () => {
  const kernel = new FakeKernel((request) => [
    object(request, thingCodec, thing(1)),
    ack(request),
  ]);
  using connection = new Connection(kernel);
  const reply: Codec<Thing> = {
    ...thingCodec,
    decode: () => {
      throw new DecodeError("Cannot decode: nobody could");
    },
  };
  const error = await assertRejects(
    () => connection.request(ask(1, { reply })),
    MalformedAnswerError,
    "Cannot change link with index 1: the kernel's answer makes no sense",
  );
  assertInstanceOf(error.cause, DecodeError);
  // The acknowledgement that came after it is nobody's.
  kernel.serve = (request) => [ack(request)];
  await connection.request(ask());
});

Deno.test("Connection rejects an acknowledgement that is cut short", async () => {
  const kernel = new FakeKernel((request) => [
    message({ type: 2, sequence: request.sequence }),
  ]);
  using connection = new Connection(kernel);
  await assertRejects(
    () => connection.request(ask()),
    MalformedAnswerError,
    "the kernel's acknowledgement is cut short",
  );
});

for (
  const [name, loss] of [
    ["the receive buffer overflowed", () => overflow()],
    ["a datagram was too large", () => new TruncatedError(70_000, 65_536)],
    ["NLMSG_OVERRUN came", () => message({ type: 4 })],
  ] as const
) {
  Deno.test(`Connection rejects a request whose answer is lost because ${name}`, async () => {
    const kernel = new FakeKernel(() => [loss()]);
    using connection = new Connection(kernel);
    const error = await assertRejects(
      () => connection.request(ask()),
      AnswerLostError,
      'Cannot determine the outcome of "change link": the answer was lost',
    );
    assert(isRetryable(error));
    assertEquals(connection.pending, 0);
    await assertRejects(() => connection.get(list), AnswerLostError);
    await assertRejects(() => connection.batch([ask()]), AnswerLostError);
  });

  Deno.test(`Connection takes an answer that is there although ${name}`, async () => {
    const kernel = new FakeKernel((request) => [loss(), ack(request)]);
    using connection = new Connection(kernel);
    await connection.request(ask());
  });

  Deno.test(`Connection repeats a dump because ${name}`, async () => {
    let dumps = 0;
    const kernel = new FakeKernel((request) => [
      object(request, thingCodec, thing(1)),
      ...(++dumps === 1 ? [loss()] : [
        object(request, thingCodec, thing(2)),
      ]),
      // DONE is lost as well the first time.
      ...(dumps === 1 ? [] : [done(request)]),
    ]);
    using connection = new Connection(kernel);
    assertEquals(await connection.dumpAll(list), [thing(1), thing(2)]);
    assertEquals(dumps, 2);
  });
}

Deno.test("isRetryable() recognizes what is temporary", () => {
  assert(isRetryable(new NetlinkError(16)));
  assert(isRetryable(overflow()));
  assert(!isRetryable(new NetlinkError(17)));
  assert(!isRetryable(new ConnectionClosedError()));
  assert(!isRetryable(new Error("EBUSY")));
  assert(!isRetryable(undefined));
});
