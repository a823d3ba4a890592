import {
  assert,
  assertEquals,
  assertInstanceOf,
  assertNotEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import {
  closeFile,
  inNamespace,
  inNewNamespace,
  MNT_DETACH,
  mount,
  MS_BIND,
  NETLINK_LISTEN_ALL_NSID,
  NetlinkSocket,
  O_CREAT,
  O_RDONLY,
  openFile,
  openNamespace,
  SocketError,
  unlinkFile,
  unmount,
} from "../../socket.ts";
import {
  getLink,
  message,
  namespaceTest,
  NETLINK_ROUTE,
  runProgram,
  setUp,
} from "./support.ts";

const HERE = "/proc/thread-self/ns/net";

/** Name of the namespace that the thread is in. */
function here(): string {
  return Deno.readLinkSync(HERE);
}

/** Makes a namespace, for as long as its descriptor is open. */
function makeNamespace(): { fd: number } & Disposable {
  const fd = inNewNamespace(() => openNamespace(HERE));
  return { fd, [Symbol.dispose]: () => closeFile(fd) };
}

namespaceTest("inNewNamespace() goes there and comes back", () => {
  const home = here();
  const away = inNewNamespace(() => here());
  assertNotEquals(away, home);
  assertEquals(here(), home);
});

namespaceTest("inNewNamespace() comes back after an error", () => {
  const home = here();
  const error = new Error("no");
  assertEquals(
    assertThrows(() =>
      inNewNamespace(() => {
        throw error;
      })
    ),
    error,
  );
  assertEquals(here(), home);
});

namespaceTest("inNamespace() takes descriptors, processes and paths", () => {
  using made = makeNamespace();
  const home = here();
  const there = inNamespace({ fd: made.fd }, here);
  assertNotEquals(there, home);
  assertEquals(inNamespace(`/proc/self/fd/${made.fd}`, here), there);
  assertEquals(inNamespace({ pid: Deno.pid }, here), mainThread());
  assertEquals(inNamespace(undefined, here), home);
  assertEquals(here(), home);
});

function mainThread(): string {
  return Deno.readLinkSync("/proc/self/ns/net");
}

namespaceTest("inNamespace() nests", () => {
  using a = makeNamespace();
  using b = makeNamespace();
  const home = here();
  inNamespace({ fd: a.fd }, () => {
    const inA = here();
    assertNotEquals(inNamespace({ fd: b.fd }, here), inA);
    assertEquals(here(), inA);
  });
  assertEquals(here(), home);
});

namespaceTest("inNamespace() accepts names of ip netns", async () => {
  const name = `socket-test-${Deno.pid}`;
  const { success } = await new Deno.Command("ip", {
    args: ["netns", "add", name],
  }).output().catch(() => ({ success: false }));
  if (!success) return;
  try {
    assertNotEquals(inNamespace(name, here), here());
    using socket = new NetlinkSocket(NETLINK_ROUTE, { netns: name });
    assertEquals(flagsOfLoopback(socket) & 1, 0);
  } finally {
    await new Deno.Command("ip", { args: ["netns", "del", name] }).output();
  }
});

namespaceTest("inNamespace() refuses what is no namespace", () => {
  const cases: [() => unknown, string][] = [
    [
      () => inNamespace("there-is-no-such", here),
      'Cannot open the network namespace "there-is-no-such": No such file or directory (ENOENT)',
    ],
    [
      () => inNamespace({ pid: 2 ** 22 + 1 }, here),
      "Cannot open the network namespace of process 4194305: No such file or directory (ENOENT)",
    ],
    [
      () => inNamespace("/dev/null", here),
      'Cannot enter the network namespace "/dev/null": Invalid argument (EINVAL)',
    ],
    [
      () => inNamespace({ fd: 99999 }, here),
      "Cannot open the network namespace of descriptor 99999: No such file or directory (ENOENT)",
    ],
  ];
  for (const [attempt, text] of cases) {
    const error = assertThrows(attempt);
    assertInstanceOf(error, SocketError);
    assertEquals(error.message, text);
  }
});

Deno.test("inNamespace() refuses what names no namespace", () => {
  for (const name of ["", ".", "..", "a/b"]) {
    assertThrows(
      () => inNamespace(name, here),
      TypeError,
      `Cannot open the network namespace ${JSON.stringify(name)}: ` +
        "it is neither a name nor an absolute path",
    );
  }
  assertThrows(() => inNamespace("/a\0b", here), TypeError, "NUL");
  for (const netns of [{ pid: 0 }, { pid: -1 }, { fd: -1 }, { fd: 0.5 }]) {
    assertThrows(() => inNamespace(netns, here), TypeError, "is none");
  }
  for (const netns of [null, 5, {}, true]) {
    assertThrows(
      () => inNamespace(netns as never, here),
      TypeError,
      "Cannot open a network namespace: " +
        "a name, a path, { pid } or { fd } is expected, not ",
    );
  }
});

namespaceTest("inNamespace() refuses to await", () => {
  using made = makeNamespace();
  const home = here();
  assertThrows(
    () => inNamespace({ fd: made.fd }, () => Promise.resolve()),
    TypeError,
    "Cannot await in another network namespace",
  );
  assertEquals(here(), home);
});

namespaceTest("NetlinkSocket stays in the namespace it was opened in", () => {
  using made = makeNamespace();
  using socket = new NetlinkSocket(NETLINK_ROUTE, { netns: { fd: made.fd } });
  assertEquals(flagsOfLoopback(socket) & 1, 0);
  socket.send(setUp(1, true));
  socket.tryReceive();
  using second = new NetlinkSocket(NETLINK_ROUTE, { netns: { fd: made.fd } });
  assertEquals(flagsOfLoopback(second) & 1, 1);
});

function flagsOfLoopback(socket: NetlinkSocket): number {
  socket.send(getLink(1));
  const { bytes } = socket.tryReceive()!;
  return new Uint32Array(bytes.buffer, bytes.byteOffset, 8)[6]!;
}

namespaceTest(
  "NetlinkSocket reports which namespace a datagram is from",
  async () => {
    using near = makeNamespace();
    using far = makeNamespace();
    using monitor = new NetlinkSocket(NETLINK_ROUTE, {
      netns: { fd: near.fd },
      groups: [1],
    });
    using control = new NetlinkSocket(NETLINK_ROUTE, {
      netns: { fd: near.fd },
    });
    using other = new NetlinkSocket(NETLINK_ROUTE, { netns: { fd: far.fd } });
    control.send(newNsid(far.fd, 7));
    monitor.setOption(NETLINK_LISTEN_ALL_NSID, 1);
    other.send(setUp(1, true));
    assertEquals((await monitor.receive()).nsid, 7);
    while (monitor.tryReceive() !== undefined);
    control.send(setUp(1, true));
    const datagram = await monitor.receive();
    assertEquals("nsid" in datagram, false);
  },
);

/** A request that gives a namespace an id. */
function newNsid(fd: number, nsid: number): Uint8Array<ArrayBuffer> {
  const RTM_NEWNSID = 88;
  const NETNSA_NSID = 1;
  const NETNSA_FD = 3;
  const bytes = message(RTM_NEWNSID, 4, 36);
  const words = new Uint32Array(bytes.buffer);
  const halves = new Uint16Array(bytes.buffer);
  halves.set([8, NETNSA_NSID], 10);
  words[6] = nsid;
  halves.set([8, NETNSA_FD], 14);
  words[8] = fd;
  return bytes;
}

namespaceTest("mount() keeps a namespace, unmount() lets it go", () => {
  const path = `/tmp/socket-test-${Deno.pid}`;
  closeFile(openFile(path, O_RDONLY | O_CREAT, 0o600));
  try {
    const there = inNewNamespace(() => {
      mount(HERE, path, "none", MS_BIND);
      return here();
    });
    assertEquals(inNamespace(path, here), there);
    unmount(path, MNT_DETACH);
    assertThrows(() => inNamespace(path, here), SocketError, "EINVAL");
  } finally {
    unlinkFile(path);
  }
});

Deno.test("openFile() and its like report what failed", () => {
  const path = "/proc/there/is/no/such";
  const calls: [() => unknown, string][] = [
    [() => openFile(path, O_RDONLY), `open ${path}`],
    [() => unlinkFile(path), `remove ${path}`],
    [() => unmount(path, 0), `unmount ${path}`],
  ];
  for (const [call, text] of calls) {
    const error = assertThrows(call, SocketError);
    assertStringIncludes(error.message, `Cannot ${text}: `);
    assert(["ENOENT", "EPERM"].includes(error.code));
  }
});

namespaceTest(
  "NamespaceError ends all work in the wrong namespace",
  async () => {
    const outcome = await runProgram(
      `
import { closeFile, inNewNamespace, NetlinkSocket } from "./socket.ts";
function attempt(action) {
  try {
    return action();
  } catch (error) {
    console.log(error.name, error.message);
  }
}
attempt(() => inNewNamespace(() => {
  for (let fd = 3; fd < 1000; fd++) {
    let link = "";
    try {
      link = Deno.readLinkSync(\`/proc/self/fd/\${fd}\`);
    } catch {}
    if (link.startsWith("net:")) closeFile(fd);
  }
}));
attempt(() => new NetlinkSocket(0));
attempt(() => inNewNamespace(() => 0));
`,
      ["--allow-all"],
    );
    const line =
      "NamespaceError Cannot return to the network namespace of this " +
      "process: Bad file descriptor (EBADF)\n";
    assertEquals(outcome.stdout, line.repeat(3), outcome.stderr);
  },
);

namespaceTest("becomeProgram() runs in the thread's namespace", async () => {
  const outcome = await runProgram(
    `
import { becomeProgram, inNewNamespace } from "./socket.ts";
inNewNamespace(() => becomeProgram("readlink", ["/proc/self/ns/net"]));
`,
  );
  assertStringIncludes(outcome.stdout, "net:[", outcome.stderr);
  assertNotEquals(outcome.stdout.trim(), here());
});

Deno.test("becomeProgram() reports that there is no such program", async () => {
  const outcome = await runProgram(
    `
import { becomeProgram } from "./socket.ts";
try {
  becomeProgram("/there-is-no-such", []);
} catch (error) {
  console.log(error.message);
}
`,
  );
  assertEquals(
    outcome.stdout,
    "Cannot execute /there-is-no-such: No such file or directory (ENOENT)\n",
    outcome.stderr,
  );
});
