import {
  assert,
  assertEquals,
  assertRejects,
  assertStrictEquals,
} from "@std/assert";
import {
  Connection,
  type RequestOptions,
} from "../../api/connection/connection.ts";
import {
  ConnectionClosedError,
  RequestTimeoutError,
} from "../../api/connection/errors.ts";
import { SocketClosedError } from "../../socket/error.ts";
import type { Datagram } from "../../socket/transport.ts";
import {
  ack,
  done,
  FakeKernel,
  object,
  overflow,
  type Serve,
} from "../support/fake_kernel.ts";
import { ask, thing, thingCodec } from "../support/thing.ts";

const list = ask(0, { type: 18 });

/** A kernel that takes its time, so that nobody should wait in the event loop. */
class SlowKernel extends FakeKernel {
  /** What is under way in other threads: at most one of each. */
  readonly running = new Set<string>();
  /** Whether a dump has not come to its end. */
  dumping = false;
  /** Sending, or receiving, does not end before this does. */
  gate: Promise<void> = Promise.resolve();

  constructor(serve: Serve = answer) {
    super(serve);
  }

  override send(): void {
    throw new Error("the event loop has been held up by a send");
  }

  async sendLong(datagram: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.#elsewhere("send");
    super.send(datagram);
  }

  override tryReceive(): Datagram | undefined {
    assert(!this.dumping, "the event loop has been held up by a dump");
    assert(!this.running.has("receive"), "two receive at the same time");
    return super.tryReceive();
  }

  async receiveLong(): Promise<Datagram | undefined> {
    await this.#elsewhere("receive");
    if (this.closed) throw new SocketClosedError("receive");
    return super.tryReceive();
  }

  async #elsewhere(what: string): Promise<void> {
    assert(!this.running.has(what), `two ${what} at the same time`);
    this.running.add(what);
    await new Promise((resolve) => setTimeout(resolve, 1));
    await this.gate;
    this.running.delete(what);
  }
}

/** Two things, one a datagram, or an acknowledgement. */
function answer(this: unknown, request: Parameters<Serve>[0]) {
  if (request.type !== 18) return [ack(request)];
  return [
    object(request, thingCodec, thing(1)),
    object(request, thingCodec, thing(2)),
    done(request),
  ];
}

/** Answers, and notes when a dump begins and ends. */
function serving(kernel: SlowKernel): SlowKernel {
  kernel.serve = (request) => {
    if (request.type !== 18) return [ack(request)];
    assertEquals(kernel.dumping, false, "EBUSY");
    kernel.dumping = true;
    const parts = answer(request);
    const end = parts.pop()!;
    return [...parts, () => {
      kernel.dumping = false;
      return end;
    }];
  };
  return kernel;
}

const calls: Record<
  string,
  (connection: Connection, options?: RequestOptions) => Promise<unknown>
> = {
  request: (connection, options) => connection.request(ask(), options),
  get: (connection, options) => connection.get(ask(0, { type: 17 }), options),
  dumpAll: (connection, options) => connection.dumpAll(list, options),
  dump: (connection, options) =>
    Array.fromAsync(connection.dump(list, options)),
  "dump that streams": (connection, options) =>
    Array.fromAsync(connection.dump(list, { ...options, streaming: true })),
  batch: (connection, options) => connection.batch([ask(), ask()], options),
};

for (const [name, call] of Object.entries(calls)) {
  Deno.test(`Connection does not hold up the event loop with a ${name} that is nonblocking`, async () => {
    for (const all of [true, false]) {
      const kernel = serving(new SlowKernel());
      const { serve } = kernel;
      kernel.serve = (request) =>
        request.type === 17
          ? [object(request, thingCodec, thing(1), { flags: 0 })]
          : serve(request);
      using connection = new Connection(kernel, { nonblocking: all });
      await call(connection, all ? {} : { nonblocking: true });
      await call(connection, all ? {} : { nonblocking: true });
      assertEquals(connection.pending, 0);
    }
  });

  Deno.test(`Connection heeds timeout and signal of a ${name} that is nonblocking, while the kernel takes it`, async () => {
    const kernel = serving(new SlowKernel());
    const { promise, resolve } = Promise.withResolvers<void>();
    kernel.gate = promise;
    using connection = new Connection(kernel, { nonblocking: true });
    await assertRejects(
      () => call(connection, { timeout: 0.005 }),
      RequestTimeoutError,
    );
    const reason = new Error("enough");
    const stop = new AbortController();
    setTimeout(() => stop.abort(reason), 5);
    assertStrictEquals(
      await assertRejects(() => call(connection, { signal: stop.signal })),
      reason,
    );
    assertEquals(kernel.requests, []);
    resolve();
    assertEquals((await connection.dumpAll(list)).length, 2);
    await connection.request(ask());
    // The first had been taken; the second had not, and never will be.
    const types = kernel.requests.map(({ type }) => type);
    const first = name === "batch" ? 2 : 1;
    assertEquals(types.length, first + 2);
    assertEquals(types.slice(first), [18, 16]);
    assertEquals(connection.pending, 0);
  });
}

Deno.test("Connection sends what is nonblocking in order", async () => {
  const kernel = serving(new SlowKernel());
  using connection = new Connection(kernel, { nonblocking: true });
  const numbers = Array.from({ length: 8 }, (_, i) => i);
  await Promise.all(numbers.map((i) => connection.request(ask(i))));
  assertEquals(
    kernel.requests.map(({ bytes }) =>
      new DataView(bytes.buffer).getInt32(20, true)
    ),
    numbers,
  );
});

Deno.test("Connection mixes dumps and requests that are nonblocking", async () => {
  const kernel = serving(new SlowKernel());
  using connection = new Connection(kernel, { nonblocking: true });
  const results = await Promise.all([
    connection.dumpAll(list),
    connection.request(ask()),
    connection.dumpAll(list),
    connection.batch([ask(), ask()]),
    Array.fromAsync(connection.dump(list, { streaming: true })),
  ]);
  assertEquals(results.map((result) => result?.length), [
    2,
    0,
    2,
    undefined,
    2,
  ]);
  assertEquals(connection.pending, 0);
});

Deno.test("Connection repeats a dump of which a part was lost in another thread", async () => {
  let dumps = 0;
  const kernel = new SlowKernel((request) => {
    const [first, ...rest] = answer(request);
    return dumps++ === 0 ? [first!, overflow()] : [first!, ...rest];
  });
  using connection = new Connection(kernel, { nonblocking: true });
  assertEquals((await connection.dumpAll(list)).length, 2);
  assertEquals(dumps, 2);
});

Deno.test("Connection can be closed while another thread receives", async () => {
  const kernel = serving(new SlowKernel());
  const connection = new Connection(kernel, { nonblocking: true });
  const dump = connection.dumpAll(list);
  const rejected = assertRejects(() => dump, ConnectionClosedError);
  while (!kernel.running.has("receive")) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  connection.close();
  await rejected;
});

Deno.test("Connection receives in the event loop where there is no other way", async () => {
  const kernel = Object.assign(new FakeKernel(answer), {
    sendLong: (datagram: Uint8Array<ArrayBuffer>) =>
      Promise.resolve(kernel.send(datagram)),
  });
  using connection = new Connection(kernel, { nonblocking: true });
  assertEquals((await connection.dumpAll(list)).length, 2);
  using plain = new Connection(new FakeKernel(answer), { nonblocking: true });
  assertEquals((await plain.dumpAll(list)).length, 2);
});

Deno.test("Connection takes answers as fast as another thread sends", async () => {
  class LateKernel extends SlowKernel {
    override async sendLong(datagram: Uint8Array<ArrayBuffer>): Promise<void> {
      assertEquals(this.queued, 0, "an answer is still there");
      await super.sendLong(datagram);
    }
    override async readable(signal?: AbortSignal): Promise<void> {
      await new Promise((resolve) => setTimeout(resolve, 20));
      await super.readable(signal);
    }
  }
  const kernel = serving(new LateKernel());
  using connection = new Connection(kernel, { nonblocking: true });
  await Promise.all(
    Array.from({ length: 20 }, () => connection.request(ask())),
  );
  assertEquals(kernel.requests.length, 20);
});

Deno.test("Connection may be nonblocking, but for one request", async () => {
  let threads = 0;
  const kernel = Object.assign(new FakeKernel(answer), {
    sendLong: (datagram: Uint8Array<ArrayBuffer>) => {
      threads++;
      return Promise.resolve(kernel.send(datagram));
    },
  });
  using connection = new Connection(kernel, { nonblocking: true });
  await connection.request(ask(), { nonblocking: false });
  assertEquals(threads, 0);
  await connection.request(ask());
  assertEquals(threads, 1);
});
