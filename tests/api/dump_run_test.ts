import { assertEquals, assertRejects } from "@std/assert";
import { Connection } from "../../api/connection/connection.ts";
import {
  DumpInterruptedError,
  MalformedAnswerError,
} from "../../api/connection/errors.ts";
import { Routes } from "../../api/route/route.ts";
import { toRoute } from "../../api/route/spec.ts";
import { AF_INET } from "../../messages/families.ts";
import { NLM_F_DUMP_INTR, NLM_F_MULTI } from "../../messages/header.ts";
import { type RouteMessage, routeMessage } from "../../messages/route/route.ts";
import {
  datagram,
  done,
  FakeKernel,
  type FakeRequest,
  message as emptyMessage,
  object,
} from "../support/fake_kernel.ts";
import { blank } from "../../messages/codec/mod.ts";

const RTM_NEWROUTE = 24;

function message(number: number): RouteMessage {
  const octets = `${number >> 16}.${number >> 8 & 255}.${number & 255}`;
  return blank(routeMessage, {
    family: AF_INET,
    destinationLength: 32,
    table: 254,
    protocol: 4,
    type: 1,
    attributes: {
      destination: `203.${octets}`,
      gateway: "192.0.2.254",
      outputDevice: 3,
    },
  });
}

const routes = Array.from({ length: 1000 }, (_, number) => message(number));
const expected = routes.map(toRoute);

function bytesOf(
  request: FakeRequest,
  route: RouteMessage,
  flags = 0,
): Uint8Array<ArrayBuffer> {
  const options = { type: RTM_NEWROUTE, flags: NLM_F_MULTI | flags };
  return object(request, routeMessage, route, options);
}

/** Lists routes that a kernel sends, in datagrams of some routes each. */
function listed(
  perDatagram: number,
  change: (
    parts: Uint8Array<ArrayBuffer>[],
    request: FakeRequest,
  ) => void = () => {},
) {
  const kernel = new FakeKernel((request) => {
    const parts = routes.map((route) => bytesOf(request, route));
    change(parts, request);
    const datagrams: Uint8Array<ArrayBuffer>[] = [];
    for (let at = 0; at < parts.length; at += perDatagram) {
      datagrams.push(datagram(...parts.slice(at, at + perDatagram)));
    }
    return [...datagrams, done(request)];
  });
  return new Routes(new Connection(kernel));
}

for (const size of [1, 7, 300, 1000]) {
  Deno.test(`list() reads objects, and their messages, out of datagrams of ${size}`, async () => {
    const all = await listed(size).list().toArray();
    assertEquals(all, expected);
    assertEquals(all.map(({ message }) => message), routes);
  });

  Deno.test(`list() reads the objects that a filter lets pass out of datagrams of ${size}`, async () => {
    for (const wanted of [[5], [0, 3], routes.keys().toArray()]) {
      const list = listed(size, (parts, request) => {
        for (const [i, route] of routes.entries()) {
          if (wanted.includes(i)) continue;
          const attributes = { ...route.attributes, outputDevice: 4 };
          parts[i] = bytesOf(request, { ...route, attributes });
        }
      });
      const some = await list.list({ device: 3 }).toArray();
      assertEquals(some, wanted.map((i) => expected[i]!));
      assertEquals(
        some.map(({ message }) => message),
        wanted.map((i) => routes[i]!),
      );
    }
  });
}

Deno.test("list() skips what belongs to another request, in the midst of a datagram", async () => {
  const list = listed(50, (parts) => {
    for (const i of [0, 77, 999]) {
      new DataView(parts[i]!.buffer, parts[i]!.byteOffset).setUint32(
        8,
        4711,
        true,
      );
    }
  });
  assertEquals(
    await list.list().toArray(),
    expected.filter((_, i) => ![0, 77, 999].includes(i)),
  );
});

Deno.test("list() notices that a dump was interrupted, in the midst of a datagram", async () => {
  const list = listed(50, (parts, request) => {
    parts[77] = bytesOf(request, routes[77]!, NLM_F_DUMP_INTR);
  });
  const found: unknown[] = [];
  await assertRejects(async () => {
    for await (const route of list.list({}, { streaming: true })) {
      found.push(route);
    }
  }, DumpInterruptedError);
  assertEquals(found, expected);
});

Deno.test("list() reports a message that cannot be read, in the midst of a datagram", async () => {
  const list = listed(50, (parts, request) => {
    const head = { type: RTM_NEWROUTE, sequence: request.sequence };
    parts[77] = emptyMessage(head);
  });
  await assertRejects(() => list.list().toArray(), MalformedAnswerError);
});

Deno.test("list() reports a message that is longer than the rest of the datagram", async () => {
  const list = listed(50, (parts) => {
    new DataView(parts[77]!.buffer, parts[77]!.byteOffset).setUint32(
      0,
      1e6,
      true,
    );
  });
  await assertRejects(() => list.list().toArray(), MalformedAnswerError);
});
