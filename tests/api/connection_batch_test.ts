import { assert, assertEquals, assertRejects } from "@std/assert";
import { Connection } from "../../api/connection/connection.ts";
import {
  AnswerLostError,
  BatchError,
  NetlinkError,
} from "../../api/connection/errors.ts";
import { EncodeError } from "../../messages/codec/mod.ts";
import { SocketError } from "../../socket/error.ts";
import {
  ack,
  FakeKernel,
  type FakeRequest,
  object,
  overflow,
} from "../support/fake_kernel.ts";
import { ask, thing, thingCodec } from "../support/thing.ts";

const NLM_F_REQUEST = 1;
const NLM_F_ACK = 4;

function indexOf({ bytes }: FakeRequest): number {
  return new DataView(bytes.buffer).getInt32(20, true);
}

/**
 * Fails requests as the kernel does: with or without NLM_F_ACK, and goes on.
 */
function kernelThatFails(errnos: Record<number, number>): FakeKernel {
  return new FakeKernel((request) => {
    const errno = errnos[indexOf(request)] ?? 0;
    return errno !== 0 || request.flags & NLM_F_ACK
      ? [ack(request, errno)]
      : [];
  });
}

function requests(count: number) {
  return Array.from({ length: count }, (_, i) => ask(i, { flags: 0x600 }));
}

Deno.test("batch() sends 32 requests a datagram, and asks for one acknowledgement each", async () => {
  const kernel = kernelThatFails({});
  using connection = new Connection(kernel);
  await connection.batch(requests(70));
  assertEquals(kernel.sent.map(({ length }) => length / 24), [32, 32, 6]);
  assertEquals(kernel.requests.map(indexOf), [...Array(70).keys()]);
  assertEquals(
    kernel.requests.flatMap(({ flags }, i) => flags & NLM_F_ACK ? [i] : []),
    [31, 63, 69],
  );
  assert(kernel.requests.every(({ flags }) => flags & NLM_F_REQUEST));
  assertEquals(kernel.waits, 0);
  assertEquals(connection.pending, 0);
});

Deno.test("batch() has each request acknowledged if asked to", async () => {
  const kernel = kernelThatFails({});
  using connection = new Connection(kernel);
  await connection.batch(requests(40), { acknowledge: "each" });
  assert(kernel.requests.every(({ flags }) => flags & NLM_F_ACK));
  assertEquals(kernel.queued, 0);
});

Deno.test("batch() keeps datagrams below the send buffer", async () => {
  const kernel = kernelThatFails({});
  using connection = new Connection(kernel);
  const big = { name: "x".repeat(20_000) };
  await connection.batch(
    requests(10).map((request) => ({ ...request, message: thing(1, big) })),
  );
  assertEquals(kernel.requests.length, 10);
  assert(kernel.sent.every(({ length }) => length < 100_000));
});

Deno.test("batch() does nothing for no requests", async () => {
  const kernel = new FakeKernel();
  using connection = new Connection(kernel);
  await connection.batch([]);
  assertEquals(kernel.sent.length, 0);
});

for (const acknowledge of ["last", "each"] as const) {
  Deno.test(`batch() reports which requests failed (acknowledge: ${acknowledge})`, async () => {
    const kernel = kernelThatFails({ 3: 17, 31: 1, 32: 2, 69: 22 });
    using connection = new Connection(kernel);
    const error = await assertRejects(
      () => connection.batch(requests(70), { acknowledge }),
      BatchError,
      "Cannot carry out 4 of 70 requests: the first is number 3: " +
        "Cannot create link with index 3: EEXIST: File exists",
    );
    assertEquals(
      error.failures.map(({ index, error }) => [
        index,
        (error as NetlinkError).code,
        ((error as NetlinkError).request?.message as { index: number }).index,
      ]),
      [
        [3, "EEXIST", 3],
        [31, "EPERM", 31],
        [32, "ENOENT", 32],
        [69, "EINVAL", 69],
      ],
    );
    assertEquals(error.succeeded, 66);
    assertEquals(error.unsent, 0);
    assertEquals(kernel.requests.length, 70);
    assertEquals(connection.pending, 0);
  });
}

Deno.test("batch() sends nothing more after a failure if asked to", async () => {
  const kernel = kernelThatFails({ 3: 17 });
  using connection = new Connection(kernel);
  const error = await assertRejects(
    () => connection.batch(requests(70), { stopOnError: true }),
    BatchError,
    "Cannot carry out 1 of 70 requests",
  );
  assertEquals(kernel.requests.length, 32);
  assertEquals([error.succeeded, error.unsent], [31, 38]);
});

Deno.test("batch() carries out the others when one cannot be encoded", async () => {
  const kernel = kernelThatFails({ 2: 17 });
  using connection = new Connection(kernel);
  const all = [ask(0), ask(2 ** 40), ask(2), ask(3), ask(2 ** 40)];
  const error = await assertRejects(
    () => connection.batch(all),
    BatchError,
  );
  assertEquals(kernel.requests.map(indexOf), [0, 2, 3]);
  assertEquals(error.failures.map(({ index }) => index), [1, 2, 4]);
  assert(error.failures[0]!.error instanceof EncodeError);
  assert(error.failures[1]!.error instanceof NetlinkError);
  assertEquals(error.succeeded, 2);
});

Deno.test("batch() takes requests when it is their turn", async () => {
  const kernel = kernelThatFails({});
  using connection = new Connection(kernel);
  const sentBefore: number[] = [];
  function* generate() {
    for (let i = 0; i < 64; i++) {
      sentBefore.push(kernel.requests.length);
      yield ask(i);
    }
  }
  await connection.batch(generate());
  assertEquals([sentBefore[31], sentBefore[32]], [0, 32]);
});

Deno.test("batch() ignores objects that the kernel sends along", async () => {
  const kernel = new FakeKernel((request) => [
    object(request, thingCodec, thing(1)),
    ...(request.flags & NLM_F_ACK ? [ack(request)] : []),
  ]);
  using connection = new Connection(kernel);
  await connection.batch(requests(3));
  assertEquals(connection.pending, 0);
});

Deno.test("batch() finds its answers among those of other requests", async () => {
  const kernel = new FakeKernel();
  using connection = new Connection(kernel);
  const all = [
    connection.batch(requests(3)),
    connection.request(ask(9)),
    connection.batch(requests(2)),
  ];
  await kernel.awaited(6);
  const [, second, last, lone, , other] = kernel.requests;
  kernel.deliver(
    ack(other!),
    ack(second!, 17),
    ack(lone!, 1),
    ack(last!),
  );
  const [one, two, three] = await Promise.allSettled(all);
  assertEquals(three!.status, "fulfilled");
  const { failures } = (one as PromiseRejectedResult).reason as BatchError;
  assertEquals(failures.map(({ index }) => index), [1]);
  assertEquals((two as PromiseRejectedResult).reason.code, "EPERM");
  assertEquals(connection.pending, 0);
});

Deno.test("batch() rejects when answers may have been lost", async () => {
  const kernel = new FakeKernel((request) =>
    request.flags & NLM_F_ACK ? [overflow(), ack(request)] : []
  );
  using connection = new Connection(kernel);
  await assertRejects(() => connection.batch(requests(3)), AnswerLostError);
  assertEquals(connection.pending, 0);
});

Deno.test("batch() stops when it is aborted between two datagrams", async () => {
  const controller = new AbortController();
  const kernel = kernelThatFails({});
  const { serve } = kernel;
  kernel.serve = (request) => {
    if (indexOf(request) === 40) controller.abort(new Error("enough"));
    return serve(request);
  };
  using connection = new Connection(kernel);
  await assertRejects(
    () => connection.batch(requests(100), { signal: controller.signal }),
    Error,
    "enough",
  );
  assertEquals(kernel.requests.length, 64);
});

Deno.test("batch() rejects with the error of the socket when it cannot send", async () => {
  const kernel = kernelThatFails({});
  kernel.sendErrors.push(new SocketError("sendto", 90, "send"));
  using connection = new Connection(kernel);
  await assertRejects(() => connection.batch(requests(3)), SocketError);
  assertEquals(connection.pending, 0);
  await connection.batch(requests(3));
});

Deno.test("batch() hands warnings to onWarning", async () => {
  const kernel = new FakeKernel((request) => [
    ack(request, 0, { message: `Number ${indexOf(request)} is odd` }),
  ]);
  using connection = new Connection(kernel);
  const warnings: string[] = [];
  await connection.batch(requests(2), {
    acknowledge: "each",
    onWarning: ({ message }) => warnings.push(message),
  });
  await new Promise((resolve) => setImmediate(resolve));
  assertEquals(warnings, ["Number 0 is odd", "Number 1 is odd"]);
});
