import {
  assert,
  assertEquals,
  assertGreater,
  assertLess,
  assertRejects,
} from "@std/assert";
import { Connection } from "../../api/connection/connection.ts";
import {
  AnswerLostError,
  DumpInterruptedError,
  isRetryable,
  MalformedAnswerError,
  NetlinkError,
} from "../../api/connection/errors.ts";
import {
  ack,
  datagram,
  done,
  FakeKernel,
  type FakeRequest,
  message,
  object,
  overflow,
} from "../support/fake_kernel.ts";
import { ask, thing, thingCodec } from "../support/thing.ts";

const NLM_F_MULTI = 2;
const NLM_F_DUMP_INTR = 0x10;
const list = ask(0, { type: 18 });

/** One datagram for each thing, then DONE. */
function things(request: FakeRequest, count: number, flags = 0) {
  const numbers = Array.from({ length: count }, (_, i) => i);
  return [
    ...numbers.map((i) =>
      object(request, thingCodec, thing(i), { flags: NLM_F_MULTI | flags })
    ),
    done(request, { flags }),
  ];
}

function indexes(things: readonly { index: number }[]): number[] {
  return things.map(({ index }) => index);
}

Deno.test("dump() asks for all objects, and takes them without waiting", async () => {
  const kernel = new FakeKernel((request) => things(request, 3));
  using connection = new Connection(kernel);
  const all = await Array.fromAsync(connection.dump(list));
  assertEquals(indexes(all), [0, 1, 2]);
  assertEquals(kernel.requests[0]!.flags, 0x301);
  assertEquals(kernel.waits, 0);
  assertEquals(connection.pending, 0);
});

Deno.test("dumpAll() finds DONE in one datagram with objects", async () => {
  const kernel = new FakeKernel((request) => [
    datagram(...things(request, 2)),
  ]);
  using connection = new Connection(kernel);
  assertEquals(indexes(await connection.dumpAll(list)), [0, 1]);
});

Deno.test("dumpAll() waits for parts that come later", async () => {
  const kernel = new FakeKernel((request) => {
    const parts = things(request, 3);
    const send = () => {
      kernel.deliver(parts.shift()!);
      if (parts.length > 0) setTimeout(send, 1);
    };
    setTimeout(send, 1);
    return [];
  });
  using connection = new Connection(kernel);
  assertEquals(indexes(await connection.dumpAll(list)), [0, 1, 2]);
});

Deno.test("dumpChunks() hands out one array a datagram, and reads no more than is asked for", async () => {
  const kernel = new FakeKernel((request) => {
    const [a, b, c, end] = things(request, 3);
    return [datagram(a!, b!), c!, end!];
  });
  using connection = new Connection(kernel);
  const chunks = connection.dumpChunks(list, { streaming: true });
  const left: number[] = [];
  const sizes: number[] = [];
  for await (const chunk of chunks) {
    sizes.push(chunk.length);
    left.push(kernel.queued);
  }
  assertEquals(sizes, [2, 1]);
  assertEquals(left, [2, 1]);
});

for (const call of ["dumpAll", "dump", "dumpChunks"] as const) {
  const run = async (connection: Connection) => {
    if (call === "dumpAll") return await connection.dumpAll(list);
    return (await Array.fromAsync<unknown>(connection[call](list))).flat();
  };

  Deno.test(`${call}() tries again when objects changed meanwhile`, async () => {
    let dumps = 0;
    const kernel = new FakeKernel((request) => {
      dumps++;
      return things(request, dumps, dumps < 3 ? NLM_F_DUMP_INTR : 0);
    });
    using connection = new Connection(kernel);
    assertEquals((await run(connection)).length, 3);
    assertEquals(dumps, 3);
    assertEquals(connection.pending, 0);
  });

  Deno.test(`${call}() gives up after five attempts, and returns what it read`, async () => {
    let dumps = 0;
    const kernel = new FakeKernel((request) =>
      things(request, ++dumps, NLM_F_DUMP_INTR)
    );
    using connection = new Connection(kernel);
    const error = await assertRejects(
      () => run(connection),
      DumpInterruptedError,
      "Cannot list links: objects changed in all 5 attempts",
    );
    assertEquals(dumps, 5);
    assertEquals(error.attempts, 5);
    assertEquals(
      indexes(error.partial as { index: number }[]),
      [0, 1, 2, 3, 4],
    );
    assert(isRetryable(error));
  });

  Deno.test(`${call}() rejects with an error in DONE`, async () => {
    const kernel = new FakeKernel((request) => [
      object(request, thingCodec, thing(1)),
      done(request, { errno: 22, attributes: { message: "Unknown filter" } }),
    ]);
    using connection = new Connection(kernel);
    const error = await assertRejects(
      () => run(connection),
      NetlinkError,
      "Cannot list links: EINVAL: Unknown filter",
    );
    assertEquals(error.reason, "Unknown filter");
    assertEquals(connection.pending, 0);
  });

  Deno.test(`${call}() rejects with an error instead of objects`, async () => {
    const kernel = new FakeKernel((request) => [ack(request, 95)]);
    using connection = new Connection(kernel);
    await assertRejects(
      () => run(connection),
      NetlinkError,
      "EOPNOTSUPP",
    );
  });

  Deno.test(`${call}() rejects when a part claims an impossible length, and the next one starts afresh`, async () => {
    const kernel = new FakeKernel((request) => [
      object(request, thingCodec, thing(1)),
      message({ type: 16, sequence: request.sequence, length: 5 }),
      ...things(request, 2),
    ]);
    using connection = new Connection(kernel);
    await assertRejects(() => run(connection), MalformedAnswerError);
    kernel.serve = (request) => things(request, 1);
    assertEquals((await run(connection)).length, 1);
    assertEquals(connection.pending, 0);
  });
}

Deno.test("dumpAll() can be aborted between two attempts", async () => {
  const controller = new AbortController();
  let dumps = 0;
  const kernel = new FakeKernel((request) => {
    if (++dumps === 2) setTimeout(() => controller.abort(new Error("enough")));
    return things(request, 1, NLM_F_DUMP_INTR);
  });
  using connection = new Connection(kernel);
  await assertRejects(
    () => connection.dumpAll(list, { signal: controller.signal }),
    Error,
    "enough",
  );
  assertLess(dumps, 5);
});

Deno.test("dump() that streams hands out everything before it reports that objects changed", async () => {
  const kernel = new FakeKernel((request) =>
    things(request, 3, NLM_F_DUMP_INTR)
  );
  using connection = new Connection(kernel);
  const seen: number[] = [];
  const error = await assertRejects(
    async () => {
      for await (
        const { index } of connection.dump(list, { streaming: true })
      ) seen.push(index);
    },
    DumpInterruptedError,
    "Cannot list links: objects changed meanwhile",
  );
  assertEquals(seen, [0, 1, 2]);
  assertEquals(error.attempts, 1);
  assertEquals(kernel.requests.length, 1);
});

Deno.test("dump() that streams stops between two objects when it is aborted", async () => {
  const kernel = new FakeKernel((request) => things(request, 5));
  using connection = new Connection(kernel);
  const controller = new AbortController();
  const seen: number[] = [];
  await assertRejects(
    async () => {
      const options = { streaming: true, signal: controller.signal };
      for await (const { index } of connection.dump(list, options)) {
        seen.push(index);
        if (index === 2) controller.abort(new Error("enough"));
      }
    },
    Error,
    "enough",
  );
  assertEquals(seen, [0, 1, 2]);
});

Deno.test("dump() reads the rest before the next dump when its loop is left early", async () => {
  const kernel = new FakeKernel((request) => things(request, 5));
  using connection = new Connection(kernel);
  for await (const { index } of connection.dump(list, { streaming: true })) {
    if (index === 1) break;
  }
  assertEquals(kernel.queued, 4);
  kernel.serve = (request) => {
    // The kernel fails a dump with EBUSY while another runs.
    assertEquals(kernel.queued, 0);
    return things(request, 3);
  };
  assertEquals((await connection.dumpAll(list)).length, 3);
  assertEquals(connection.pending, 0);
});

Deno.test("dump() can run inside the loop of another one", async () => {
  const kernel = new FakeKernel((request) => {
    assertEquals(kernel.queued, 0);
    return things(request, 3);
  });
  using connection = new Connection(kernel);
  const seen: string[] = [];
  for await (const a of connection.dump(list, { streaming: true })) {
    for await (const b of connection.dump(list, { streaming: true })) {
      for (const c of await connection.dumpAll(list)) {
        seen.push(`${a.index}${b.index}${c.index}`);
      }
    }
  }
  assertEquals(seen.length, 27);
  assertEquals(seen[5], "012");
  assertEquals(connection.pending, 0);
});

Deno.test("dump() waits its turn among many at once, first come first served", async () => {
  let running = 0;
  const order: number[] = [];
  const kernel = new FakeKernel((request) => {
    assertEquals(running++, 0);
    order.push(new DataView(request.bytes.buffer).getInt32(20, true));
    setTimeout(() => {
      running--;
      kernel.deliver(...things(request, 2));
    }, 0);
    return [];
  });
  using connection = new Connection(kernel);
  const all = await Promise.all(
    Array.from(
      { length: 20 },
      (_, i) => connection.dumpAll(ask(i, { type: 18 })),
    ),
  );
  assertEquals(all.map((things) => things.length), Array(20).fill(2));
  assertEquals(order, [...order.keys()]);
});

Deno.test("dump() that is given up in the queue lets those behind it go on", async () => {
  const kernel = new FakeKernel();
  using connection = new Connection(kernel);
  const controller = new AbortController();
  const { signal } = controller;
  const first = connection.dumpAll(ask(1, { type: 18 }));
  const second = connection.dumpAll(ask(2, { type: 18 }), { signal });
  const third = connection.dumpAll(ask(3, { type: 18 }));
  await kernel.awaited();
  controller.abort(new Error("enough"));
  await assertRejects(() => second, Error, "enough");
  await new Promise((resolve) => setTimeout(resolve, 1));
  // The first one still runs, so the third one must not have been sent.
  assertEquals(kernel.requests.length, 1);
  kernel.serve = (request) => things(request, 3);
  kernel.deliver(...things(kernel.requests[0]!, 1));
  assertEquals((await first).length, 1);
  assertEquals((await third).length, 3);
  assertEquals(connection.pending, 0);
});

Deno.test("dump() does not wait for ever for one that was given up without an answer", async () => {
  const kernel = new FakeKernel();
  using connection = new Connection(kernel);
  await assertRejects(
    () => connection.dumpAll(list, { signal: AbortSignal.timeout(1) }),
    DOMException,
  );
  kernel.serve = (request) => things(request, 1);
  assertEquals((await connection.dumpAll(list)).length, 1);
});

Deno.test("dump() blames its own request when it waits for another one in vain", async () => {
  const kernel = new FakeKernel();
  using connection = new Connection(kernel);
  const first = connection.dumpAll(list, { timeout: 0.05 });
  const second = connection.dumpAll(ask(0, { type: 26 }), { timeout: 0.01 });
  await assertRejects(() => second, Error, "Cannot list routes: no answer");
  await assertRejects(() => first, Error, "Cannot list links: no answer");
});

Deno.test("dump() goes on with requests between its parts", async () => {
  const kernel = new FakeKernel((request) =>
    request.type === 18 ? things(request, 3) : [ack(request)]
  );
  using connection = new Connection(kernel);
  const seen: number[] = [];
  for await (const { index } of connection.dump(list, { streaming: true })) {
    await connection.request(ask());
    seen.push(index);
  }
  assertEquals(seen, [0, 1, 2]);
});

Deno.test("dumpAll() lets the event loop turn while it reads much", async () => {
  const parts = Array.from({ length: 100 }, (_, i) => i);
  const kernel = new FakeKernel((request) => [
    ...parts.map((part) =>
      datagram(
        ...parts.map((i) =>
          object(request, thingCodec, thing(100 * part + i, { name: "n" }))
        ),
      )
    ),
    done(request),
  ]);
  using connection = new Connection(kernel);
  const receive = kernel.tryReceive.bind(kernel);
  kernel.tryReceive = () => {
    // As long as the kernel takes over a datagram.
    const until = performance.now() + 0.3;
    while (performance.now() < until);
    return receive();
  };
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  const all = await connection.dumpAll(list);
  clearInterval(timer);
  assertEquals(indexes(all), [...all.keys()]);
  assertGreater(turns, 3);
});

Deno.test("dump() has the socket prepared once, before the first one", async () => {
  const order: string[] = [];
  const kernel = Object.assign(
    new FakeKernel((request) => {
      order.push(request.type === 18 ? "dump" : "request");
      return request.type === 18 ? things(request, 2) : [ack(request)];
    }),
    { prepareDump: () => void order.push("prepare") },
  );
  using connection = new Connection(kernel);
  await connection.request(ask());
  assertEquals((await connection.dumpAll(list)).length, 2);
  assertEquals((await connection.dumpAll(list)).length, 2);
  assertEquals(order, ["request", "prepare", "dump", "dump"]);
});

Deno.test("dump() takes a loss that comes to light when the socket is prepared for a loss", async () => {
  const kernel = Object.assign(
    new FakeKernel((request) => request.type === 18 ? things(request, 2) : []),
    {
      prepareDump: () => {
        throw overflow();
      },
    },
  );
  using connection = new Connection(kernel);
  const lost = connection.request(ask());
  assertEquals((await connection.dumpAll(list)).length, 2);
  await assertRejects(() => lost, AnswerLostError);
});
