import {
  assert,
  assertEquals,
  assertInstanceOf,
  assertRejects,
  assertStrictEquals,
  assertThrows,
} from "@std/assert";
import { NetlinkSocket, SocketClosedError, SocketError } from "../../socket.ts";
import { getLink, message, NETLINK_ROUTE, typeOf } from "./support.ts";
import { kernelTest } from "../support/live.ts";

const RTM_NEWLINK = 16;
const RTM_GETLINK = 18;

function socketError(error: unknown): SocketError {
  assertInstanceOf(error, SocketError);
  return error;
}

kernelTest("NetlinkSocket sends without holding the event loop", async () => {
  using socket = new NetlinkSocket(NETLINK_ROUTE);
  await socket.sendLong(getLink(1));
  assertEquals(typeOf(socket.tryReceive()!.bytes), RTM_NEWLINK);
  await Promise.all([
    socket.sendLong(getLink(1)),
    socket.sendLong(getLink(1)),
  ]);
  assert(socket.tryReceive());
  assert(socket.tryReceive());
});

kernelTest("NetlinkSocket reports why it could not send", async () => {
  using socket = new NetlinkSocket(NETLINK_ROUTE, { sendBuffer: 4096 });
  const datagram = message(RTM_GETLINK, 0, 100_000);
  const error = socketError(assertThrows(() => socket.send(datagram)));
  assertEquals(error.code, "EMSGSIZE");
  const later = await assertRejects(() => socket.sendLong(datagram));
  assertEquals(socketError(later).code, "EMSGSIZE");
});

kernelTest(
  "NetlinkSocket stays usable while it is closed in a send",
  async () => {
    for (let i = 0; i < 50; i++) {
      const socket = new NetlinkSocket(NETLINK_ROUTE);
      const sent = socket.sendLong(getLink(1));
      socket.close();
      assertThrows(() => socket.send(getLink(1)), SocketClosedError);
      await sent;
    }
  },
);

kernelTest("NetlinkSocket receives in another thread", async () => {
  using socket = new NetlinkSocket(NETLINK_ROUTE);
  assertStrictEquals(await socket.receiveLong(), undefined);
  await socket.sendLong(getLink(1));
  const datagram = await socket.receiveLong();
  assert(datagram);
  assertEquals(typeOf(datagram.bytes), RTM_NEWLINK);
  assertEquals(datagram.sender, 0);
  assertEquals(datagram.groups, 0);
  assertStrictEquals(await socket.receiveLong(), undefined);
});

kernelTest(
  "NetlinkSocket takes an answer that comes while another thread looks for none",
  async () => {
    using socket = new NetlinkSocket(NETLINK_ROUTE);
    // The thread takes its time to start, where there has to be one.
    await socket.sendLong(getLink(1));
    assert(await socket.receiveLong());
    for (let i = 0; i < 3; i++) {
      const received = socket.receiveLong();
      const soon = performance.now() + 5;
      while (performance.now() < soon);
      socket.send(getLink(1));
      assert(await received ?? await socket.receiveLong());
      assertStrictEquals(await socket.receiveLong(), undefined);
    }
  },
);

kernelTest("NetlinkSocket learns of a loss in another thread", async () => {
  using socket = new NetlinkSocket(NETLINK_ROUTE, { receiveBuffer: 1 });
  for (let i = 0; i < 50; i++) {
    try {
      socket.send(getLink(1));
    } catch {
      // The buffer is full.
    }
  }
  const error = socketError(await assertRejects(() => socket.receiveLong()));
  assertEquals(error.code, "ENOBUFS");
  while (await socket.receiveLong() !== undefined);
});

kernelTest(
  "NetlinkSocket can be closed while another thread uses it",
  async () => {
    for (let i = 0; i < 20; i++) {
      const socket = new NetlinkSocket(NETLINK_ROUTE);
      socket.send(getLink(1));
      const received = assertRejects(() => socket.receiveLong());
      socket.close();
      assertInstanceOf(await received, SocketClosedError);
      assertInstanceOf(
        await assertRejects(() => socket.sendLong(getLink(1))),
        SocketClosedError,
      );
    }
  },
);
