import { assert, assertEquals, assertRejects } from "@std/assert";
import fc from "fast-check";
import { Connection } from "../../api/connection/connection.ts";
import { NetlinkError } from "../../api/connection/errors.ts";
import { listDump } from "../../api/object/list_dump.ts";
import { Listing, listingOf } from "../../api/connection/listing.ts";
import { readingOf } from "../../api/reading/reading.ts";
import { Routes } from "../../api/route/route.ts";
import {
  ack,
  done,
  FakeKernel,
  type FakeRequest,
  object,
} from "../support/fake_kernel.ts";
import { ask, thing, thingCodec } from "../support/thing.ts";

/** A listing of chunks, and what happens to it. */
function listingOfChunks(chunks: number[][], end?: Error) {
  const log: string[] = [];
  const listing = new Listing(async function* () {
    log.push("start");
    try {
      for (const chunk of chunks) {
        await Promise.resolve();
        yield chunk;
      }
      if (end !== undefined) throw end;
    } finally {
      log.push("end");
    }
  });
  return { listing, log };
}

const anyChunks = fc.array(fc.array(fc.nat()));

Deno.test("Listing has the same objects one by one, in arrays and at once", async () => {
  await fc.assert(fc.asyncProperty(anyChunks, async (chunks) => {
    const { listing, log } = listingOfChunks(chunks);
    assertEquals(log, []);
    assertEquals(await Array.fromAsync(listing), chunks.flat());
    assertEquals(await listing.toArray(), chunks.flat());
    assertEquals(
      await Array.fromAsync(listing.chunks()),
      chunks.filter(({ length }) => length > 0),
    );
    assertEquals(log.length, 6);
  }));
});

Deno.test("Listing loses nothing to calls of next() that overlap", async () => {
  await fc.assert(
    fc.asyncProperty(
      anyChunks,
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
      async (chunks, bursts) => {
        const objects = listingOfChunks(chunks).listing[Symbol.asyncIterator]();
        const all = chunks.flat();
        const found: unknown[] = [];
        for (let i = 0; found.length <= all.length; i++) {
          const burst = bursts[i % bursts.length]!;
          const calls = Array.from({ length: burst }, () => objects.next());
          for (const { value } of await Promise.all(calls)) found.push(value);
        }
        assertEquals(found.slice(0, all.length), all);
        assert(found.slice(all.length).every((value) => value === undefined));
      },
    ),
  );
});

Deno.test("Listing ends its dump with the loop", async () => {
  const { listing, log } = listingOfChunks([[1, 2], [3]]);
  for await (const object of listing) {
    assertEquals(object, 1);
    break;
  }
  assertEquals(log, ["start", "end"]);
  const objects = listing[Symbol.asyncIterator]();
  await objects.next();
  const [overlapping, last] = await Promise.all([
    objects.next(),
    objects.return!(),
  ]);
  assertEquals(overlapping, { done: false, value: 2 });
  assertEquals(last.done, true);
  assertEquals(await objects.next(), { done: true, value: undefined });
  assertEquals(log, ["start", "end", "start", "end"]);
});

Deno.test("Listing rejects where its dump fails, and has an end then", async () => {
  const { listing } = listingOfChunks([[1]], new Error("lost"));
  const objects = listing[Symbol.asyncIterator]();
  assertEquals(await objects.next(), { done: false, value: 1 });
  await assertRejects(() => objects.next(), Error, "lost");
  assertEquals((await objects.next()).done, true);
  await assertRejects(() => listing.toArray(), Error, "lost");
  await assertRejects(() => Array.fromAsync(listing.chunks()), Error, "lost");
});

Deno.test("Listing can be awaited by accident, and stays what it is", async () => {
  const { listing, log } = listingOfChunks([[1]]);
  assert(!("then" in listing));
  assert(await Promise.resolve(listing) === listing);
  assertEquals(log, []);
});

Deno.test("listingOf() lists objects that come one by one", async () => {
  const listing = listingOf(async function* () {
    yield* await Promise.resolve([1, 2]);
  });
  assertEquals(await listing.toArray(), [1, 2]);
  assertEquals(await Array.fromAsync(listing.chunks()), [[1], [2]]);
});

/** One datagram for each thing, then DONE. */
function things(request: FakeRequest, count: number, end = done(request)) {
  const numbers = Array.from({ length: count }, (_, i) => i);
  return [
    ...numbers.map((i) => object(request, thingCodec, thing(i), { flags: 2 })),
    end,
  ];
}

const reading = readingOf(thingCodec, ({ index }) => index);

Deno.test("listDump() drops what a test does not let pass", async () => {
  const kernel = new FakeKernel((request) => things(request, 40));
  using connection = new Connection(kernel);
  for (const streaming of [false, true]) {
    const listing = listDump(connection, () => ({
      ...ask(0, { type: 18 }),
      reply: reading.replies({ test: ({ index }) => index % 10 === 0 }),
    }), { streaming });
    assertEquals(await Array.fromAsync(listing), [0, 10, 20, 30]);
    assertEquals(await listing.toArray(), [0, 10, 20, 30]);
    const nothing = listDump(connection, () => ({
      ...ask(0, { type: 18 }),
      reply: reading.replies({ test: () => false }),
    }), { streaming });
    assertEquals(await Array.fromAsync(nothing), []);
  }
  assertEquals(connection.pending, 0);
});

Deno.test("Routes.list() has no routes of tables that do not exist", async () => {
  const kernel = new FakeKernel((request) => [ack(request, 2)]);
  using connection = new Connection(kernel);
  const routes = new Routes(connection);
  assertEquals(await Array.fromAsync(routes.list({ table: 77 })), []);
  assertEquals(await routes.list({ table: 77 }).toArray(), []);
  await assertRejects(() => routes.list().toArray(), NetlinkError);
  await assertRejects(() => Array.fromAsync(routes.list()), NetlinkError);
  kernel.serve = (request) => [ack(request, 1)];
  await assertRejects(() => routes.list({ table: 77 }).toArray(), NetlinkError);
});
