import {
  assert,
  assertEquals,
  assertRejects,
  assertStrictEquals,
} from "@std/assert";
import { NetlinkSocket, SocketClosedError } from "../../socket.ts";
import {
  getLink,
  namespaceTest,
  NETLINK_ROUTE,
  runProgram,
  setUp,
  typeOf,
} from "./support.ts";
import { kernelTest } from "../support/live.ts";

const RTM_NEWLINK = 16;
const RTNLGRP_LINK = 1;

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Returns whether a promise is pending still. */
async function isPending(promise: Promise<unknown>): Promise<boolean> {
  const pending = Symbol();
  return await Promise.race([promise, sleep(30).then(() => pending)]) ===
    pending;
}

kernelTest(
  "readable() resolves when there is something to receive",
  async () => {
    using socket = new NetlinkSocket(NETLINK_ROUTE);
    for (let i = 0; i < 20; i++) {
      const readable = socket.readable();
      if (i === 0) assert(await isPending(readable));
      socket.send(getLink(1));
      await readable;
      assert(socket.tryReceive());
    }
  },
);

kernelTest("readable() resolves at once if something is there", async () => {
  using socket = new NetlinkSocket(NETLINK_ROUTE);
  socket.send(getLink(1));
  await socket.readable();
  await socket.readable();
  assertEquals(typeOf((await socket.receive()).bytes), RTM_NEWLINK);
});

kernelTest("readable() wakes all that wait for the same socket", async () => {
  using socket = new NetlinkSocket(NETLINK_ROUTE);
  const waits = [socket.readable(), socket.readable(), socket.readable()];
  socket.send(getLink(1));
  await Promise.all(waits);
});

kernelTest(
  "readable() distinguishes those that wait for different sockets",
  async () => {
    using a = new NetlinkSocket(NETLINK_ROUTE);
    using b = new NetlinkSocket(NETLINK_ROUTE);
    const both = [a.readable(), b.readable()] as const;
    b.send(getLink(1));
    await both[1];
    assert(await isPending(both[0]));
    a.send(getLink(1));
    await both[0];
  },
);

kernelTest(
  "readable() waits for longer than the poller's patience",
  async () => {
    using socket = new NetlinkSocket(NETLINK_ROUTE);
    const received = socket.receive();
    await sleep(700);
    socket.send(getLink(1));
    assertEquals(typeOf((await received).bytes), RTM_NEWLINK);
  },
);

kernelTest(
  "readable() rejects when it is aborted, others wait on",
  async () => {
    using socket = new NetlinkSocket(NETLINK_ROUTE);
    const controller = new AbortController();
    const aborted = socket.readable(controller.signal);
    const other = socket.readable();
    const reason = new Error("enough");
    controller.abort(reason);
    assertStrictEquals(await aborted.catch((error) => error), reason);
    assert(await isPending(other));
    socket.send(getLink(1));
    await other;
    assertStrictEquals(
      await socket.readable(controller.signal).catch((error) => error),
      reason,
    );
  },
);

kernelTest("readable() works on after everyone was aborted", async () => {
  using socket = new NetlinkSocket(NETLINK_ROUTE);
  for (let i = 0; i < 20; i++) {
    const controller = new AbortController();
    const wait = socket.receive(controller.signal);
    controller.abort();
    await assertRejects(() => wait, DOMException);
  }
  const received = socket.receive();
  socket.send(getLink(1));
  await received;
});

kernelTest("close() wakes all who wait", async () => {
  const socket = new NetlinkSocket(NETLINK_ROUTE);
  const waits = [socket.readable(), socket.receive(), socket.readable()];
  await sleep(10);
  socket.close();
  for (const wait of waits) {
    const error = await assertRejects(() => wait, SocketClosedError);
    assertEquals(error.message, "Cannot receive: the socket is closed");
  }
});

kernelTest(
  "close() spares the socket that gets the descriptor next",
  async () => {
    const first = new NetlinkSocket(NETLINK_ROUTE);
    const lost = first.readable();
    await sleep(10);
    first.close();
    using second = new NetlinkSocket(NETLINK_ROUTE);
    const wait = second.readable();
    await assertRejects(() => lost, SocketClosedError);
    assert(await isPending(wait));
    second.send(getLink(1));
    await wait;
  },
);

kernelTest(
  "readable() of a hundred sockets leaves threads for files",
  async () => {
    const sockets = Array.from(
      { length: 100 },
      () => new NetlinkSocket(NETLINK_ROUTE),
    );
    const waits = sockets.map((socket) => socket.receive());
    await sleep(20);
    // Were all threads taken, these would wait as long as the sockets do.
    await Promise.all(
      Array.from({ length: 8 }, () => Deno.readTextFile("/proc/self/status")),
    );
    assert(await isPending(waits[0]!));
    for (const socket of sockets) socket.send(getLink(1));
    for (const wait of waits) assertEquals((await wait).sender, 0);
    for (const socket of sockets) socket.close();
  },
);

namespaceTest("readable() brings notifications, with their group", async () => {
  const { inNewNamespace } = await import("../../socket.ts");
  const [monitor, control] = inNewNamespace(() => [
    new NetlinkSocket(NETLINK_ROUTE, { groups: [RTNLGRP_LINK] }),
    new NetlinkSocket(NETLINK_ROUTE),
  ]);
  using _monitor = monitor!;
  using _control = control!;
  for (let i = 0; i < 50; i++) {
    const received = monitor!.receive(AbortSignal.timeout(5000));
    control!.send(setUp(1, i % 2 === 0));
    const { bytes, groups, sender } = await received;
    assertEquals([typeOf(bytes), groups, sender], [RTM_NEWLINK, 1, 0]);
    while (monitor!.tryReceive() !== undefined);
  }
});

namespaceTest(
  "tryReceive() reports lost notifications and goes on",
  async () => {
    const { inNewNamespace, SocketError } = await import("../../socket.ts");
    const [monitor, control] = inNewNamespace(() => [
      new NetlinkSocket(NETLINK_ROUTE, {
        groups: [RTNLGRP_LINK],
        receiveBuffer: 4096,
      }),
      new NetlinkSocket(NETLINK_ROUTE),
    ]);
    using _monitor = monitor!;
    using _control = control!;
    const { promise, resolve } = Promise.withResolvers<string>();
    monitor!.receive().catch((error) => resolve((error as Error).message));
    for (let i = 0; i < 20; i++) control!.send(setUp(1, i % 2 === 0));
    assertEquals(
      await promise,
      "Cannot receive: No buffer space available (ENOBUFS)",
    );
    const error = new SocketError("recvfrom", 105, "receive");
    assertEquals(error.code, "ENOBUFS");
    while (monitor!.tryReceive() !== undefined);
    control!.send(setUp(1, true));
    assertEquals(typeOf((await monitor!.receive()).bytes), RTM_NEWLINK);
  },
);

const PREAMBLE = `
import { NetlinkSocket } from "./socket.ts";
const socket = new NetlinkSocket(0);
const getLink = new Uint8Array(32);
new Uint32Array(getLink.buffer)[0] = 32;
new Uint16Array(getLink.buffer).set([18, 1], 2);
new Int32Array(getLink.buffer)[5] = 1;
`;

const PROGRAMS: [name: string, code: string, output: string, exit: number][] = [
  ["ends with an open socket", `console.log("end");`, "end\n", 0],
  [
    "ends with an unrefed socket that waits",
    `socket.unref(); socket.receive(); console.log("end");`,
    "end\n",
    0,
  ],
  [
    "ends with a socket that waits and is unrefed then",
    `socket.receive();
     setTimeout(() => { socket.unref(); console.log("end"); }, 20);`,
    "end\n",
    0,
  ],
  [
    "ends when the last wait is aborted",
    `const stop = new AbortController();
     socket.receive(stop.signal).catch(() => console.log("end"));
     setTimeout(() => stop.abort(), 20);`,
    "end\n",
    0,
  ],
  [
    "ends when the socket that waits is closed",
    `socket.receive().catch(() => console.log("end"));
     setTimeout(() => socket.close(), 20);`,
    "end\n",
    0,
  ],
  [
    "ends on an uncaught error while a socket waits",
    `socket.receive();
     setTimeout(() => { console.log("end"); throw new Error("no"); }, 20);`,
    "end\n",
    1,
  ],
  [
    "ends on Deno.exit() while a socket waits",
    `socket.receive();
     setTimeout(() => { console.log("end"); Deno.exit(7); }, 20);`,
    "end\n",
    7,
  ],
  [
    "goes on while a socket waits",
    `socket.receive().then(() => console.log("end"));
     Deno.unrefTimer(setTimeout(() => socket.send(getLink), 1200));`,
    "end\n",
    0,
  ],
  [
    "goes on while a socket waits that is refed again",
    `socket.unref();
     socket.receive().then(() => console.log("end"));
     socket.ref();
     Deno.unrefTimer(setTimeout(() => socket.send(getLink), 1200));`,
    "end\n",
    0,
  ],
  [
    "goes on while one of two sockets that wait is refed",
    `const other = new NetlinkSocket(0);
     other.unref();
     other.receive().catch(() => {});
     socket.receive().then(() => { console.log("end"); });
     Deno.unrefTimer(setTimeout(() => socket.send(getLink), 700));`,
    "end\n",
    0,
  ],
  [
    "receives on an unrefed socket as long as something else goes on",
    `socket.unref();
     const timer = setInterval(() => socket.send(getLink), 100);
     for (let count = 0; count < 9; count++) await socket.receive();
     console.log("end");
     clearInterval(timer);`,
    "end\n",
    0,
  ],
];

for (const [name, code, output, exit] of PROGRAMS) {
  kernelTest(`A program ${name}`, async () => {
    const outcome = await runProgram(PREAMBLE + code);
    assertEquals(outcome.stdout, output, outcome.stderr);
    assertEquals(outcome.code, exit, outcome.stderr);
  });
}
