import {
  assert,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { UnsupportedError } from "../../socket.ts";
import {
  findLibc,
  libcCandidates,
  type Surroundings,
} from "../../socket/libc.ts";
import { runProgram } from "./support.ts";
import { kernelTest } from "../support/live.ts";

const anything: Surroundings = {
  os: "linux",
  arch: "x86_64",
  permitted: () => true,
  request: () => false,
};

/** Opens only some paths, and notes what was tried. */
function opener(...there: string[]): {
  open: (path: string) => void;
  tried: string[];
} {
  const tried: string[] = [];
  return {
    tried,
    open(path) {
      tried.push(path);
      if (!there.includes(path)) throw new Error(`no ${path}`);
    },
  };
}

Deno.test("libcCandidates() finds glibc and musl on both architectures", () => {
  const intel = libcCandidates("x86_64");
  assertEquals(intel[0], "libc.so.6");
  for (
    const path of [
      "/lib/x86_64-linux-gnu/libc.so.6",
      "/lib64/libc.so.6",
      "/usr/lib/libc.so.6",
      "/lib/libc.musl-x86_64.so.1",
      "/lib/ld-musl-x86_64.so.1",
    ]
  ) assert(intel.includes(path), path);
  const arm = libcCandidates("aarch64");
  assert(arm.includes("/lib/aarch64-linux-gnu/libc.so.6"));
  assert(arm.includes("/lib/libc.musl-aarch64.so.1"));
  assert(!arm.some((path) => path.includes("x86_64")));
});

Deno.test("findLibc() takes the first library that loads", () => {
  const glibc = opener("libc.so.6", "/lib64/libc.so.6");
  assertEquals(findLibc(glibc.open, anything), "libc.so.6");
  assertEquals(glibc.tried, ["libc.so.6"]);
  const musl = "/lib/ld-musl-aarch64.so.1";
  const arm = { ...anything, arch: "aarch64" };
  assertEquals(findLibc(opener(musl).open, arm), musl);
});

Deno.test("findLibc() tries only the paths that are permitted", () => {
  const path = "/usr/lib64/libc.so.6";
  const { open, tried } = opener(path, "libc.so.6");
  const narrowed = { ...anything, permitted: (at?: string) => at === path };
  assertEquals(findLibc(open, narrowed), path);
  assertEquals(tried, [path]);
});

Deno.test("findLibc() asks for the permission once", () => {
  let asked = 0;
  const { open } = opener("libc.so.6");
  const surroundings = {
    ...anything,
    permitted: () => false,
    request: () => ++asked > 0,
  };
  assertEquals(findLibc(open, surroundings), "libc.so.6");
  assertEquals(asked, 1);
});

Deno.test("findLibc() names the permission that it needs", () => {
  const none = { ...anything, permitted: () => false };
  const error = assertThrows(
    () => findLibc(opener("libc.so.6").open, none),
    UnsupportedError,
  );
  assertEquals(error.reason, "permission");
  assertEquals(
    error.message,
    "Cannot open a netlink socket: no permission to call the C library, " +
      "run again with --allow-ffi or with --allow-ffi=/lib/x86_64-linux-gnu/libc.so.6",
  );
});

Deno.test("findLibc() reports that other systems have no netlink", () => {
  for (const os of ["darwin", "windows", "freebsd"]) {
    const error = assertThrows(
      () => findLibc(opener("libc.so.6").open, { ...anything, os }),
      UnsupportedError,
    );
    assertEquals(error.reason, "platform");
    assertEquals(
      error.message,
      `Cannot open a netlink socket: netlink is a part of Linux, and this is ${os}`,
    );
  }
});

Deno.test("findLibc() reports where it looked in vain", () => {
  const error = assertThrows(
    () => findLibc(opener().open, anything),
    UnsupportedError,
  );
  assertEquals(error.reason, "libc");
  assertStringIncludes(error.message, "/usr/lib64/libc.so.6");
  assertStringIncludes(error.message, "useLibc()");
  assertEquals((error.cause as Error).message, "no libc.so.6");
});

const PROGRAM = `
import * as netlink from "./socket.ts";
const { NetlinkSocket } = netlink;
using socket = new NetlinkSocket(0, { groups: [1] });
const getLink = new Uint8Array(32);
new Uint32Array(getLink.buffer)[0] = 32;
new Uint16Array(getLink.buffer).set([18, 1], 2);
new Int32Array(getLink.buffer)[5] = 1;
socket.send(getLink);
const { sender } = await socket.receive();
const waiting = socket.receive();
await socket.sendLong(getLink);
await waiting;
socket.setOption(netlink.NETLINK_PKTINFO, 1);
socket.send(getLink);
const { group } = await socket.receive();
let code = "";
try { new NetlinkSocket(77); } catch (error) { code = error.code; }
socket.attachFilter([{ code: 6 }]);
console.log(sender, group, socket.tryReceive(), socket.memberships(), code);
`;
const OUTPUT = "0 0 undefined [ 1 ] EPROTONOSUPPORT\n";

/** The C library that programs of this machine run with. */
function installed(): string | undefined {
  return libcCandidates(Deno.build.arch).find((path) => {
    try {
      return path.startsWith("/") && Deno.statSync(path).isFile;
    } catch {
      return false;
    }
  });
}

kernelTest("NetlinkSocket works with --allow-ffi", async () => {
  const outcome = await runProgram(PROGRAM);
  assertEquals(outcome.stdout, OUTPUT, outcome.stderr);
});

kernelTest(
  "NetlinkSocket works with --allow-ffi of the library only",
  async () => {
    const outcome = await runProgram(PROGRAM, [`--allow-ffi=${installed()}`]);
    assertEquals(outcome.stdout, OUTPUT, outcome.stderr);
  },
);

Deno.test("libc is read with --allow-ffi of the library only", async () => {
  const library = installed();
  assert(library !== undefined);
  const root = new URL("../../", import.meta.url).href;
  const code = `
    import { listDirectory } from "${root}socket/directory.ts";
    import { hostByAddress } from "${root}cli/names/host_lookup.ts";
    import { ipProtocolName, ipProtocolOf } from "${root}cli/names/ip_protocols.ts";
    console.log(listDirectory("/").sort().join("/"));
    console.log(hostByAddress(Uint8Array.of(127, 0, 0, 1), 2));
    console.log(ipProtocolName(6), ipProtocolOf("tcp"));`;
  const free = await runProgram(code);
  assertStringIncludes(free.stdout, "/etc/", free.stderr);
  const narrowed = await runProgram(code, [`--allow-ffi=${library}`]);
  assertEquals(narrowed.stdout, free.stdout, narrowed.stderr);
});

kernelTest(
  "NetlinkSocket works with a library that useLibc() names",
  async () => {
    const directory = await Deno.makeTempDir();
    try {
      const link = `${directory}/libc.so`;
      await Deno.symlink(installed()!, link);
      const code = PROGRAM.replace(
        "using socket",
        `netlink.useLibc(${JSON.stringify(link)}); using socket`,
      );
      const outcome = await runProgram(code, [`--allow-ffi=${link}`]);
      assertEquals(outcome.stdout, OUTPUT, outcome.stderr);
    } finally {
      await Deno.remove(directory, { recursive: true });
    }
  },
);

Deno.test("NetlinkSocket without permission names the remedy", async () => {
  const outcome = await runProgram(
    `import { NetlinkSocket } from "./socket.ts";
     try {
       new NetlinkSocket(0);
     } catch (error) {
       console.log(error.name, error.reason, error.message);
     }`,
    [],
  );
  assertStringIncludes(
    outcome.stdout,
    "UnsupportedError permission Cannot open a netlink socket: " +
      "no permission to call the C library, run again with --allow-ffi",
    outcome.stderr,
  );
});
