import { assertEquals, assertThrows } from "@std/assert";
import {
  inNamespace,
  NetlinkSocket,
  openNamespace,
  SocketError,
} from "../../socket.ts";
import { countDescriptors, leavesNone } from "../support/descriptors.ts";
import { getLink, namespaceTest, NETLINK_ROUTE } from "./support.ts";
import { kernelTest } from "../support/live.ts";

const MANY = 10_000;

kernelTest(
  "NetlinkSocket leaves no descriptor open after 10,000 sockets",
  () => {
    new NetlinkSocket(NETLINK_ROUTE).close();
    const before = countDescriptors();
    for (let i = 0; i < MANY; i++) {
      using socket = new NetlinkSocket(NETLINK_ROUTE, { groups: [1] });
      if (i % 100 === 0) socket.send(getLink(1));
    }
    assertEquals(countDescriptors(), before);
  },
);

kernelTest(
  "NetlinkSocket leaves no descriptor open after 10,000 failures",
  () => {
    const attempts = [
      () => new NetlinkSocket(77),
      () => new NetlinkSocket(NETLINK_ROUTE, { groups: [1, 9999] }),
      () => new NetlinkSocket(NETLINK_ROUTE, { netns: "there-is-no-such" }),
      () => new NetlinkSocket(NETLINK_ROUTE, { netns: "/dev/null" }),
      () => inNamespace({ fd: 99_999 }, () => 0),
    ];
    for (const attempt of attempts) assertThrows(attempt, SocketError);
    const before = countDescriptors();
    for (let i = 0; i < MANY; i++) {
      for (const attempt of attempts) {
        try {
          attempt();
        } catch {
          // That it throws was tested above.
        }
      }
    }
    assertEquals(countDescriptors(), before);
  },
);

/** Waits with a socket, and closes it. */
async function waitOnce(): Promise<void> {
  using socket = new NetlinkSocket(NETLINK_ROUTE);
  const readable = socket.readable();
  socket.send(getLink(1));
  await readable;
}

kernelTest(
  "What waits for sockets leaves nothing open with the last one",
  async () => {
    new NetlinkSocket(NETLINK_ROUTE).close();
    const before = countDescriptors();
    for (let i = 0; i < 3; i++) {
      await waitOnce();
      await leavesNone(before);
    }
  },
);

kernelTest("NetlinkSocket leaves nothing open after waiting", async () => {
  await waitOnce();
  const before = countDescriptors();
  for (let i = 0; i < 200; i++) {
    const socket = new NetlinkSocket(NETLINK_ROUTE);
    const waits = [
      socket.readable(),
      socket.readable(AbortSignal.abort()),
      socket.receive(),
    ];
    socket.close();
    const outcomes = await Promise.allSettled(waits);
    assertEquals(outcomes.map(({ status }) => status), [
      "rejected",
      "rejected",
      "rejected",
    ]);
  }
  await leavesNone(before);
});

namespaceTest("inNamespace() leaves no descriptor open", () => {
  const fd = openNamespace("/proc/thread-self/ns/net");
  const before = countDescriptors();
  for (let i = 0; i < 1000; i++) {
    inNamespace({ fd }, () => new NetlinkSocket(NETLINK_ROUTE).close());
    assertThrows(() =>
      inNamespace({ fd }, () => {
        throw new Error("no");
      })
    );
  }
  assertEquals(countDescriptors(), before);
  Deno.readTextFileSync(`/proc/self/fdinfo/${fd}`);
});
