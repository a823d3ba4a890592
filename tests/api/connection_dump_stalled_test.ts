import { assertEquals, assertRejects } from "@std/assert";
import { Connection } from "../../api/connection/connection.ts";
import { DumpStalledError, isRetryable } from "../../api/connection/errors.ts";
import {
  ack,
  done,
  FakeKernel,
  type FakeRequest,
  object,
} from "../support/fake_kernel.ts";
import { ask, thing, thingCodec } from "../support/thing.ts";

const NLM_F_MULTI = 2;
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

/**
 * A kernel that lists one thing, and then sends empty datagrams for as long as
 * the second one does not fit.
 */
function stalling(): FakeKernel & { stuck: boolean } {
  const kernel = Object.assign(new FakeKernel(), { stuck: true });
  kernel.serve = (request) => {
    if (request.type !== 18) return [ack(request)];
    // The kernel fails a dump with EBUSY while another runs.
    assertEquals(kernel.queued, 0);
    const [first, ...rest] = things(request, 2);
    const next = (): Uint8Array<ArrayBuffer> => {
      kernel.deliver(...kernel.stuck ? [next] : rest);
      return new Uint8Array();
    };
    return [first!, next];
  };
  return kernel;
}

for (const call of ["dumpAll", "dump", "dumpChunks"] as const) {
  const run = async (connection: Connection) => {
    if (call === "dumpAll") return await connection.dumpAll(list);
    return (await Array.fromAsync<unknown>(connection[call](list))).flat();
  };

  Deno.test(`${call}() reports at once that the kernel cannot go on, and goes on when it can`, async () => {
    const kernel = stalling();
    using connection = new Connection(kernel);
    const error = await assertRejects(
      () => run(connection),
      DumpStalledError,
      "Cannot list links: the kernel sends empty datagrams without end",
    );
    assertEquals(indexes(error.partial as { index: number }[]), [0]);
    assertEquals(isRetryable(error), false);
    assertEquals(kernel.waits, 0);
    // Requests are carried out, other dumps are not.
    await connection.request(ask());
    for (let i = 0; i < 2; i++) {
      const error = await assertRejects(
        () => run(connection),
        DumpStalledError,
      );
      assertEquals(error.partial, []);
    }
    assertEquals(kernel.requests.filter(({ type }) => type === 18).length, 1);
    kernel.stuck = false;
    assertEquals((await run(connection)).length, 2);
    assertEquals(connection.pending, 0);
  });
}

Deno.test("dump() that streams hands out what comes before the kernel cannot go on", async () => {
  using connection = new Connection(stalling());
  const seen: number[] = [];
  const error = await assertRejects(async () => {
    for await (
      const { index } of connection.dump(list, { streaming: true })
    ) seen.push(index);
  }, DumpStalledError);
  assertEquals(seen, [0]);
  assertEquals(error.partial, []);
});

Deno.test("dump() goes on after a few empty datagrams, and after those of others", async () => {
  const nothing = new Uint8Array();
  const kernel = new FakeKernel((request) => [
    ...Array.from({ length: 9 }, () => ({ bytes: nothing, sender: 7 })),
    nothing,
    ...things(request, 2).flatMap((part) => [nothing, nothing, part]),
  ]);
  using connection = new Connection(kernel);
  assertEquals((await connection.dumpAll(list)).length, 2);
});
