import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { Connection } from "../../api/connection/connection.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { SocketError } from "../../socket/error.ts";
import { ack, done, FakeKernel, message } from "../support/fake_kernel.ts";
import { ask } from "../support/thing.ts";

/** Calls of a user, and how the kernel answers. */
interface Call {
  kernel: FakeKernel;
  call: (net: Rtnetlink) => Promise<unknown>;
}

function refusing(): FakeKernel {
  return new FakeKernel((request) => [ack(request, 22)]);
}

async function iterate(iterable: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of iterable);
}

const calls: Record<string, () => Call> = {
  "a refused request": () => ({
    kernel: refusing(),
    call: (net) => net.route.add({ to: "192.0.2.0/24", gateway: "192.0.2.1" }),
  }),
  "a refused request of a link": () => ({
    kernel: refusing(),
    call: (net) => net.link.add({ name: "v0", vlan: { id: 5 }, up: true }),
  }),
  "a refused change": () => ({
    kernel: refusing(),
    call: (net) => net.link.set(3, { mtu: 9 }),
  }),
  "an object that is not there": () => ({
    kernel: refusing(),
    call: (net) => net.link.get("v0"),
  }),
  "a device that is not there": () => ({
    kernel: new FakeKernel((request) => [ack(request, 19)]),
    call: (net) => net.address.add({ device: "v0", address: "192.0.2.1/24" }),
  }),
  "a refused dump": () => ({
    kernel: refusing(),
    call: (net) => iterate(net.route.list()),
  }),
  "a refused dump, all at once": () => ({
    kernel: refusing(),
    call: (net) => net.rule.list().toArray(),
  }),
  "a refused dump, in arrays": () => ({
    kernel: refusing(),
    call: (net) => iterate(net.link.list().chunks()),
  }),
  "a refused dump of tables": () => ({
    kernel: refusing(),
    call: (net) => iterate(net.neighborTable.list()),
  }),
  "a filter with a device that is not there": () => ({
    kernel: new FakeKernel((request) => [ack(request, 19)]),
    call: (net) => iterate(net.address.list({ device: "v0" })),
  }),
  "a dump that is refused in the end": () => ({
    kernel: new FakeKernel((request) => [done(request, { errno: 22 })]),
    call: (net) => iterate(net.link.list()),
  }),
  "a value of the wrong sort, nested deeply": () => ({
    kernel: refusing(),
    call: (net) =>
      net.link.add({
        name: "v0",
        veth: { peer: { name: "v1", mtu: "five" as never } },
      }),
  }),
  "a message that cannot be encoded": () => ({
    kernel: refusing(),
    call: (net) =>
      net.connection.request(ask(1, { message: { index: "one" } as never })),
  }),
  "an answer that does not come": () => ({
    kernel: new FakeKernel(),
    call: (net) => net.link.get(3, { timeout: 0.001 }),
  }),
  "a dump that does not come": () => ({
    kernel: new FakeKernel(),
    call: (net) => net.connection.dumpAll(ask(), { timeout: 0.001 }),
  }),
  "an answer that is cut short": () => ({
    kernel: new FakeKernel(({ sequence }) => [
      message({ type: 2, sequence }),
    ]),
    call: (net) => net.link.set(3, { mtu: 9 }),
  }),
  "a batch": () => ({
    kernel: refusing(),
    call: (net) => net.connection.batch([ask(), ask()]),
  }),
  "a socket that does not send": () => {
    const kernel = refusing();
    kernel.sendErrors.push(new SocketError("send", 105, "send"));
    return { kernel, call: (net) => net.link.set(3, { mtu: 9 }) };
  },
  "a socket that does not receive": () => ({
    kernel: new FakeKernel(() => [new SocketError("recvfrom", 9, "receive")]),
    call: (net) => net.link.set(3, { mtu: 9 }),
  }),
  "a closed connection": () => {
    const kernel = refusing();
    return {
      kernel,
      call: (net) => {
        net.close();
        return net.link.set(3, { mtu: 9 });
      },
    };
  },
};

for (const [name, make] of Object.entries(calls)) {
  Deno.test(`The stack of an error shows the user's code: ${name}`, async () => {
    const { kernel, call } = make();
    using net = new Rtnetlink(new Connection(kernel));
    const error = await codeOfUser(() => call(net));
    assert(error instanceof Error, `${error}`);
    assertStringIncludes(error.stack!, "codeOfUser");
    assertStringIncludes(error.stack!, `${error.name}: ${error.message}`);
  });
}

async function codeOfUser(call: () => Promise<unknown>): Promise<unknown> {
  try {
    return await call();
  } catch (error) {
    return error;
  }
}

Deno.test("Requests that are given up leave the stack of the reason alone", async () => {
  using net = new Rtnetlink(new Connection(new FakeKernel()));
  const stop = new AbortController();
  const reason = new Error("enough");
  const { stack } = reason;
  const { signal } = stop;
  const waiting = Promise.allSettled([
    net.link.get(3, { signal }),
    net.connection.dumpAll(ask(), { signal }),
    net.connection.dumpAll(ask(), { signal }),
    net.connection.batch([ask()], { signal }),
  ]);
  await new Promise((resolve) => setTimeout(resolve, 1));
  stop.abort(reason);
  for (const result of await waiting) {
    assertEquals(result.status === "rejected" && result.reason, reason);
  }
  assertEquals(reason.stack, stack);
});
