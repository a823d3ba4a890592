import {
  assert,
  assertEquals,
  assertGreater,
  assertInstanceOf,
  assertNotEquals,
  assertRejects,
  assertStrictEquals,
  assertThrows,
} from "@std/assert";
import {
  NETLINK_BROADCAST_ERROR,
  NETLINK_CAP_ACK,
  NETLINK_EXT_ACK,
  NETLINK_GET_STRICT_CHK,
  NETLINK_NO_ENOBUFS,
  NETLINK_PKTINFO,
  NetlinkSocket,
  SocketClosedError,
  SocketError,
  TruncatedError,
} from "../../socket.ts";
import { errorOf, getLink, message, NETLINK_ROUTE, typeOf } from "./support.ts";
import { kernelTest } from "../support/live.ts";

const RTM_NEWLINK = 16;
const RTM_GETLINK = 18;
const NLMSG_DONE = 3;
const NLM_F_ACK = 4;
const NLM_F_DUMP = 0x300;
const EOPNOTSUPP = 95;

function socketError(error: unknown): SocketError {
  assertInstanceOf(error, SocketError);
  return error;
}

kernelTest("NetlinkSocket has the answer when send() returns", () => {
  using socket = new NetlinkSocket(NETLINK_ROUTE);
  socket.send(getLink(1));
  const datagram = socket.tryReceive();
  assert(datagram);
  assertEquals(typeOf(datagram.bytes), RTM_NEWLINK);
  assertEquals(datagram.sender, 0);
  assertEquals(datagram.groups, 0);
  assertStrictEquals(socket.tryReceive(), undefined);
});

kernelTest(
  "NetlinkSocket lends its buffer, receive() gives a copy",
  async () => {
    using socket = new NetlinkSocket(NETLINK_ROUTE);
    socket.send(getLink(1));
    const lent = socket.tryReceive()!;
    const before = lent.bytes.slice();
    socket.send(message(99, 0));
    const owned = await socket.receive();
    assertNotEquals(lent.bytes, before);
    const kept = owned.bytes.slice();
    socket.send(getLink(1));
    socket.tryReceive();
    assertEquals(owned.bytes, kept);
  },
);

kernelTest("NetlinkSocket is bound to a port of its own", () => {
  using a = new NetlinkSocket(NETLINK_ROUTE);
  using b = new NetlinkSocket(NETLINK_ROUTE);
  assertGreater(a.portId, 0);
  assertGreater(b.portId, 0);
  assertNotEquals(a.portId, b.portId);
});

kernelTest("NetlinkSocket opens any protocol", () => {
  const NETLINK_GENERIC = 16;
  using socket = new NetlinkSocket(NETLINK_GENERIC);
  assertGreater(socket.portId, 0);
});

kernelTest("NetlinkSocket closes its descriptor in other programs", () => {
  const before = descriptors();
  using socket = new NetlinkSocket(NETLINK_ROUTE);
  assertGreater(socket.portId, 0);
  const opened = [...descriptors()].filter((name) => !before.has(name));
  assertEquals(opened.length, 1);
  const info = Deno.readTextFileSync(`/proc/self/fdinfo/${opened[0]}`);
  const flags = parseInt(/^flags:\s*(\d+)/m.exec(info)![1]!, 8);
  assertEquals(flags & 0o2000000, 0o2000000);
});

/** Names of the descriptors that stay open. */
function descriptors(): Set<string> {
  const names = [...Deno.readDirSync("/proc/self/fd")].map(({ name }) => name);
  return new Set(names.filter((name) => exists(`/proc/self/fd/${name}`)));
}

function exists(link: string): boolean {
  try {
    return Deno.readLinkSync(link) !== "";
  } catch {
    return false;
  }
}

kernelTest("NetlinkSocket joins and leaves groups beyond the 32nd", () => {
  using socket = new NetlinkSocket(NETLINK_ROUTE, { groups: [1, 36] });
  assertEquals(socket.memberships(), [1, 36]);
  socket.join(32);
  socket.join(33);
  socket.leave(1);
  socket.leave(7);
  assertEquals(socket.memberships(), [32, 33, 36]);
});

kernelTest("NetlinkSocket refuses groups that the protocol lacks", () => {
  using socket = new NetlinkSocket(NETLINK_ROUTE);
  const error = socketError(assertThrows(() => socket.join(9999)));
  assertEquals(error.code, "EINVAL");
  assertEquals(
    error.message,
    "Cannot join multicast group 9999: Invalid argument (EINVAL)",
  );
  assertThrows(() => socket.leave(9999), SocketError);
});

kernelTest("NetlinkSocket explains errors and checks strictly at first", () => {
  using strict = new NetlinkSocket(NETLINK_ROUTE);
  assertEquals(strict.getOption(NETLINK_EXT_ACK), 1);
  assertEquals(strict.getOption(NETLINK_CAP_ACK), 1);
  assertEquals(strict.getOption(NETLINK_GET_STRICT_CHK), 1);
  using lax = new NetlinkSocket(NETLINK_ROUTE, { strict: false });
  assertEquals(lax.getOption(NETLINK_EXT_ACK), 1);
  assertEquals(lax.getOption(NETLINK_GET_STRICT_CHK), 0);
});

kernelTest("NetlinkSocket sets and reads options", () => {
  using socket = new NetlinkSocket(NETLINK_ROUTE);
  for (const option of [NETLINK_NO_ENOBUFS, NETLINK_BROADCAST_ERROR]) {
    assertEquals(socket.getOption(option), 0);
    socket.setOption(option, true);
    assertEquals(socket.getOption(option), 1);
    socket.setOption(option, 0);
    assertEquals(socket.getOption(option), 0);
  }
  const error = socketError(assertThrows(() => socket.setOption(99, 1)));
  assertEquals(error.code, "ENOPROTOOPT");
  assertEquals(error.syscall, "setsockopt");
  assertThrows(() => socket.getOption(99), SocketError, "ENOPROTOOPT");
});

kernelTest("NetlinkSocket sets the sizes of the kernel's buffers", () => {
  using socket = new NetlinkSocket(NETLINK_ROUTE, {
    receiveBuffer: 65536,
    sendBuffer: 32768,
  });
  assertEquals(socket.receiveBuffer, 131072);
  assertEquals(socket.sendBuffer, 65536);
  socket.setReceiveBuffer(100_000);
  assertEquals(socket.receiveBuffer, 200_000);
});

kernelTest(
  "NetlinkSocket reports the group where NETLINK_PKTINFO is on",
  () => {
    using socket = new NetlinkSocket(NETLINK_ROUTE);
    socket.send(getLink(1));
    assertStrictEquals(socket.tryReceive()?.group, undefined);
    socket.setOption(NETLINK_PKTINFO, 1);
    socket.send(getLink(1));
    const datagram = socket.tryReceive();
    assertEquals(datagram?.group, 0);
    assertEquals(datagram?.sender, 0);
    assertEquals(typeOf(datagram!.bytes), RTM_NEWLINK);
    assertStrictEquals(socket.tryReceive(), undefined);
  },
);

kernelTest("NetlinkSocket receives what fits no buffer, in a tiny room", () => {
  for (const room of [0, 1, 16, 100]) {
    using large = new NetlinkSocket(NETLINK_ROUTE);
    using tiny = new NetlinkSocket(NETLINK_ROUTE, { room });
    large.send(getLink(1));
    tiny.send(getLink(1));
    const { bytes } = tiny.tryReceive()!;
    assertEquals(bytes.length, large.tryReceive()!.bytes.length);
    assertEquals(typeOf(bytes), RTM_NEWLINK);
    assertStrictEquals(tiny.tryReceive(), undefined);
    assertEquals(dump(tiny), dump(large));
    tiny.setOption(NETLINK_PKTINFO, 1);
    tiny.send(getLink(1));
    assertEquals(tiny.tryReceive()!.bytes.length, bytes.length);
  }
});

/** Types and sizes of the messages of a dump of rules, which change seldom. */
function dump(socket: NetlinkSocket): [number, number][] {
  const RTM_GETRULE = 34;
  socket.send(message(RTM_GETRULE, NLM_F_DUMP, 28));
  const messages: [number, number][] = [];
  for (;;) {
    const datagram = socket.tryReceive();
    assert(datagram, "the dump has no end");
    const { buffer, byteOffset, byteLength } = datagram.bytes;
    const words = new Uint32Array(buffer, byteOffset, byteLength / 4);
    const halves = new Uint16Array(buffer, byteOffset, byteLength / 2);
    for (let at = 0; at < byteLength; at += words[at / 4]! + 3 & ~3) {
      messages.push([halves[at / 2 + 2]!, words[at / 4]!]);
      if (messages.at(-1)![0] === NLMSG_DONE) return messages;
    }
  }
}

kernelTest("NetlinkSocket never returns a part of a datagram", () => {
  using socket = new NetlinkSocket(NETLINK_ROUTE, {
    sendBuffer: 1 << 20,
    receiveBuffer: 1 << 20,
  });
  // Without CAP_ACK, an error carries the whole request back.
  socket.setOption(NETLINK_CAP_ACK, 0);
  const size = 300_000;
  const request = message(RTM_GETLINK + 4000, NLM_F_ACK, size);
  if (socket.sendBuffer < 2 * size) return;
  socket.send(request);
  const error = assertThrows(() => socket.tryReceive(), TruncatedError);
  assertEquals(error.code, "EMSGSIZE");
  assertEquals(error.room, 262144);
  assertGreater(error.length, size);
  assertEquals(
    error.message,
    `Cannot receive a datagram of ${error.length} bytes: there is room for 262144`,
  );
  socket.send(request);
  assertEquals(socket.tryReceive()?.bytes.length, error.length);
});

kernelTest("NetlinkSocket drops what a filter does not accept", () => {
  const BPF_RET = 6;
  using socket = new NetlinkSocket(NETLINK_ROUTE);
  socket.attachFilter([{ code: BPF_RET, value: 0 }]);
  socket.send(getLink(1));
  assertStrictEquals(socket.tryReceive(), undefined);
  socket.detachFilter();
  socket.send(getLink(1));
  assert(socket.tryReceive());
  assertThrows(() => socket.detachFilter(), SocketError, "ENOENT");
  assertThrows(() => socket.attachFilter([]), SocketError, "EINVAL");
});

kernelTest("NetlinkSocket filters by what a datagram holds", () => {
  using socket = new NetlinkSocket(NETLINK_ROUTE);
  // Loads the half word at 4, the message's type, in network byte order.
  const little = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
  socket.attachFilter([
    { code: 0x28, value: 4 },
    {
      code: 0x15,
      value: little ? RTM_NEWLINK << 8 : RTM_NEWLINK,
      jumpTrue: 0,
      jumpFalse: 1,
    },
    { code: 6, value: 0xffffffff },
    { code: 6 },
  ]);
  socket.send(message(RTM_GETLINK + 4000, 0));
  socket.send(getLink(1));
  assertEquals(typeOf(socket.tryReceive()!.bytes), RTM_NEWLINK);
  assertStrictEquals(socket.tryReceive(), undefined);
});

kernelTest("NetlinkSocket reports errors of the kernel as datagrams", () => {
  using socket = new NetlinkSocket(NETLINK_ROUTE);
  socket.send(message(RTM_GETLINK + 4000, 0));
  assertEquals(errorOf(socket.tryReceive()!.bytes), EOPNOTSUPP);
});

kernelTest("NetlinkSocket cannot be used once it is closed", async () => {
  const socket = new NetlinkSocket(NETLINK_ROUTE);
  assertEquals(socket.closed, false);
  socket.close();
  socket.close();
  socket[Symbol.dispose]();
  assertEquals(socket.closed, true);
  const uses: [string, () => unknown][] = [
    ["send", () => socket.send(getLink(1))],
    ["receive", () => socket.tryReceive()],
    ["join a multicast group", () => socket.join(1)],
    ["leave a multicast group", () => socket.leave(1)],
    ["list the multicast groups joined", () => socket.memberships()],
    ["ask for the port id", () => socket.portId],
    ["set socket option 5", () => socket.setOption(5, 1)],
    ["read socket option 8", () => socket.receiveBuffer],
    ["set the receive buffer", () => socket.setReceiveBuffer(1)],
    ["set the send buffer", () => socket.setSendBuffer(1)],
    ["attach the filter", () => socket.attachFilter([])],
    ["detach the filter", () => socket.detachFilter()],
  ];
  for (const [action, use] of uses) {
    const error = assertThrows(use, SocketClosedError);
    assertEquals(error.message, `Cannot ${action}: the socket is closed`);
    assertEquals(error.code, "EBADF");
  }
  await assertRejects(() => socket.sendLong(getLink(1)), SocketClosedError);
  await assertRejects(() => socket.readable(), SocketClosedError);
  await assertRejects(() => socket.receive(), SocketClosedError);
  socket.ref();
  socket.unref();
});

kernelTest("NetlinkSocket reports what it could not open", () => {
  const error = socketError(assertThrows(() => new NetlinkSocket(77)));
  assertEquals(error.errno, 93);
  assertEquals(error.syscall, "socket");
  assertEquals(
    error.message,
    "Cannot open a socket of netlink protocol 77: Protocol not supported (EPROTONOSUPPORT)",
  );
  for (const room of [-1, 1.5, NaN]) {
    assertThrows(() => new NetlinkSocket(0, { room }), RangeError);
  }
});
