import { assert, assertEquals, assertRejects } from "@std/assert";
import { BatchError } from "../../api/connection/batch_error.ts";
import { Connection } from "../../api/connection/connection.ts";
import {
  AnswerLostError,
  ConnectionClosedError,
} from "../../api/connection/errors.ts";
import { fromRoute, type RouteSpec } from "../../api/route/spec.ts";
import { UnknownDeviceError } from "../../api/object/lookup.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { linkMessage } from "../../messages/link/link.ts";
import { NLM_F_ACK, NLM_F_CREATE, NLM_F_EXCL } from "../../messages/header.ts";
import { RTM_GETLINK } from "../../messages/link/constants.ts";
import { RTM_DELROUTE, RTM_NEWROUTE } from "../../messages/route/constants.ts";
import { routeMessage } from "../../messages/route/route.ts";
import {
  ack,
  FakeKernel,
  type FakeRequest,
  object,
  overflow,
} from "../support/fake_kernel.ts";

function routes(count: number, device: string | number = 7): RouteSpec[] {
  return Array.from({ length: count }, (_, i) => ({
    to: `10.0.${i >> 8}.${i & 255}/32`,
    gateway: "192.0.2.1",
    device,
  }));
}

/** A kernel that carries out all but some requests, and has one device. */
function kernelThatRefuses(errors: Record<number, number>): FakeKernel {
  let count = 0;
  return new FakeKernel((request) => {
    if (request.type === RTM_GETLINK) {
      return [object(request, linkMessage, {
        family: 0,
        type: 1,
        index: 7,
        flags: 0,
        change: 0,
        attributes: { name: "eth0" },
      })];
    }
    const errno = errors[count++] ?? 0;
    return errno !== 0 || request.flags & NLM_F_ACK
      ? [ack(request, errno)]
      : [];
  });
}

function open(kernel: FakeKernel): Rtnetlink {
  return new Rtnetlink(new Connection(kernel));
}

function destinationOf({ bytes }: FakeRequest): string | undefined {
  const view = new DataView(bytes.buffer);
  return routeMessage.decode(view, 16, bytes.length).attributes.destination;
}

for (
  const [how, iterable] of Object.entries({
    "an array": (specs: RouteSpec[]) => specs,
    "a set": (specs: RouteSpec[]) => new Set(specs),
  })
) {
  Deno.test(`addAll() and deleteAll() take ${how} in datagrams of 32`, async () => {
    const kernel = kernelThatRefuses({});
    using net = open(kernel);
    const specs = routes(1200);
    await net.route.addAll(iterable(specs));
    await net.route.deleteAll(iterable(specs));
    const { requests, sent } = kernel;
    assertEquals(sent.length, 2 * Math.ceil(1200 / 32));
    assertEquals(requests.length, 2400);
    for (const [i, { type, flags, bytes }] of requests.entries()) {
      assertEquals(type, i < 1200 ? RTM_NEWROUTE : RTM_DELROUTE);
      const isLast = i % 1200 % 512 % 32 === 31 || i % 1200 === 1199;
      assertEquals((flags & NLM_F_ACK) !== 0, isLast, String(i));
      const spec = specs[i % 1200]!;
      assertEquals(
        `${destinationOf(requests[i]!)}/32`,
        spec.to,
      );
      const message = routeMessage.decode(
        new DataView(bytes.buffer),
        16,
        bytes.length,
      );
      assertEquals(message.attributes, fromRoute(spec).attributes);
    }
    const sequences = requests.map(({ sequence }) => sequence);
    assertEquals(new Set(sequences).size, 2400);
    assertEquals([kernel.waits, kernel.queued], [0, 0]);
    assertEquals(net.connection.pending, 0);
  });
}

Deno.test("addAll() reports which routes the kernel refuses, as batch() does", async () => {
  const errors = { 0: 17, 31: 1, 32: 22, 511: 17, 512: 17, 1199: 101 };
  const specs = routes(1200);
  using net = open(kernelThatRefuses(errors));
  const error = await assertRejects(() => net.route.addAll(specs), BatchError);
  using other = open(kernelThatRefuses(errors));
  const messages = kernelThatRefuses({});
  await open(messages).route.addAll(specs);
  const expected = await assertRejects(
    () =>
      other.connection.batch(
        messages.requests.map(({ type, bytes }) => ({
          type,
          flags: NLM_F_CREATE | NLM_F_EXCL,
          codec: routeMessage,
          message: routeMessage.decode(
            new DataView(bytes.buffer),
            16,
            bytes.length,
          ),
        })),
      ),
    BatchError,
  );
  assertEquals(error.message, expected.message);
  assertEquals(error.succeeded, expected.succeeded);
  assertEquals(
    error.failures.map(({ index, error }) => [index, error.message]),
    expected.failures.map(({ index, error }) => [index, error.message]),
  );
  assertEquals(error.failures.map(({ index }) => index), [
    0,
    31,
    32,
    511,
    512,
    1199,
  ]);
});

Deno.test("addAll() looks names up once", async () => {
  const kernel = kernelThatRefuses({ 700: 17 });
  using net = open(kernel);
  const error = await assertRejects(
    () => net.route.addAll(routes(1200, "eth0")),
    BatchError,
  );
  assertEquals(error.failures.map(({ index }) => index), [700]);
  const { requests } = kernel;
  assertEquals(
    requests.map(({ type }) => type === RTM_GETLINK).indexOf(true),
    0,
  );
  assertEquals(requests.length, 1201);
  for (const { bytes } of requests.slice(1)) {
    const view = new DataView(bytes.buffer);
    const { attributes } = routeMessage.decode(view, 16, bytes.length);
    assertEquals(attributes.outputDevice, 7);
  }
});

Deno.test("addAll() names the property that is wrong", async () => {
  const kernel = kernelThatRefuses({});
  using net = open(kernel);
  const specs = routes(1200);
  specs[600]!.gateway = "192.0.2.256";
  await assertRejects(
    () => net.route.addAll(specs),
    TypeError,
    'Cannot use "192.0.2.256" as [600].gateway: an IP address is expected',
  );
  assertEquals(kernel.requests.length, 512);
});

Deno.test("deleteAll() counts routes, of which some need not be there", async () => {
  const ESRCH = 3;
  const errors = { 3: ESRCH, 40: ESRCH, 600: 19, 1199: 2 };
  const specs = routes(1200);
  for (const options of [{}, { acknowledge: "each" }] as const) {
    using net = open(kernelThatRefuses(errors));
    const all = { ...options, ifExists: true };
    assertEquals(await net.route.deleteAll(specs, all), 1196);
    assertEquals(await net.route.deleteAll(specs, all), 1200);
    assertEquals(await net.route.deleteAll([], all), 0);
    using other = open(kernelThatRefuses(errors));
    const error = await assertRejects(
      () => other.route.deleteAll(specs, options),
      BatchError,
    );
    assertEquals([error.failures.length, error.succeeded], [4, 1196]);
  }
});

Deno.test("deleteAll() stops at errors, but not at routes that need not be there", async () => {
  const EPERM = 1;
  const specs = routes(1200);
  const options = { ifExists: true, stopOnError: true };
  using net = open(kernelThatRefuses({ 3: 3, 40: 3, 600: 3 }));
  assertEquals(await net.route.deleteAll(specs, options), 1197);
  using other = open(kernelThatRefuses({ 3: 3, 40: EPERM }));
  const error = await assertRejects(
    () => other.route.deleteAll(specs, options),
    BatchError,
  );
  assertEquals(error.failures.map(({ index }) => index), [40]);
  // Those in the same datagram are carried out.
  assertEquals([error.succeeded, error.unsent], [62, 448]);
});

Deno.test("deleteAll() passes over devices that are not there, if asked to", async () => {
  const kernel = kernelThatRefuses({});
  const { serve } = kernel;
  kernel.serve = (request) =>
    request.type === RTM_GETLINK && nameIn(request) === "eth9"
      ? [ack(request, 19)]
      : serve(request);
  using net = open(kernel);
  const specs = [...routes(2, "eth0"), ...routes(1, "eth9"), ...routes(1)];
  const error = await assertRejects(
    () => net.route.deleteAll(specs),
    UnknownDeviceError,
    "Cannot delete route 10.0.0.0/32 via 192.0.2.1 dev eth9: ENODEV: " +
      'No such device: "eth9" for [2].device',
  );
  assertEquals(error.device, "eth9");
  assertEquals(
    kernel.requests.some(({ type }) => type === RTM_DELROUTE),
    false,
  );
  assertEquals(await net.route.deleteAll(specs, { ifExists: true }), 3);
  const deleted = kernel.requests.filter(({ type }) => type === RTM_DELROUTE);
  assertEquals(deleted.length, 3);
});

function nameIn({ bytes }: FakeRequest): string | undefined {
  const view = new DataView(bytes.buffer);
  return linkMessage.decode(view, 16, bytes.length).attributes.name;
}

Deno.test("addAll() leaves the answers of other requests to them", async () => {
  const kernel = kernelThatRefuses({});
  using net = open(kernel);
  const answered = kernel.serve;
  let late: FakeRequest | undefined;
  kernel.serve = (request) => {
    late = request;
    return [];
  };
  const other = net.route.add({ to: "10.1.0.0/16", device: 7 });
  await kernel.awaited();
  kernel.serve = answered;
  await net.route.addAll(routes(100));
  kernel.deliver(ack(late!, 0));
  await other;
  assertEquals(net.connection.pending, 0);
});

Deno.test("addAll() takes answers that come late, and heeds its signal", async () => {
  const kernel = new FakeKernel();
  using net = open(kernel);
  const added = net.route.addAll(routes(40));
  await kernel.awaited(32);
  kernel.deliver(ack(kernel.requests[31]!));
  await kernel.awaited(40);
  kernel.deliver(ack(kernel.requests[39]!));
  await added;

  const reason = new Error("enough");
  await assertRejects(
    () => net.route.addAll(routes(5), { signal: AbortSignal.abort(reason) }),
    Error,
    "enough",
  );
  assertEquals(kernel.requests.length, 40);
});

Deno.test("addAll() rejects when the answer is lost, and when it is closed", async () => {
  const kernel = new FakeKernel(() => []);
  using net = open(kernel);
  kernel.deliver(overflow());
  await assertRejects(() => net.route.addAll(routes(5)), AnswerLostError);
  net.close();
  await assertRejects(() => net.route.addAll(routes(5)), ConnectionClosedError);
});

Deno.test("a request takes one send and one receive, and so do 32 in a batch", async () => {
  const kernel = kernelThatRefuses({});
  using net = open(kernel);
  let receives = 0;
  const { tryReceive } = kernel;
  kernel.tryReceive = function () {
    receives++;
    return tryReceive.call(this);
  };
  const calls: Record<string, () => Promise<unknown>> = {
    add: () => net.route.add({ to: "10.0.0.0/8", device: 7 }),
    delete: () => net.route.delete({ to: "10.0.0.0/8", device: 7 }),
    get: () => net.link.get(7),
    "get by name": () => net.link.get("eth0"),
    addAll: () => net.route.addAll(routes(32)),
  };
  for (const [name, call] of Object.entries(calls)) {
    const before = [kernel.sent.length, receives] as const;
    await call();
    assertEquals(
      [kernel.sent.length - before[0], receives - before[1]],
      [1, 1],
      name,
    );
  }
  assert(receives > 0);
});
