import { assertEquals, assertMatch } from "@std/assert";
import { LITTLE_ENDIAN } from "../../messages/codec/mod.ts";
import { run } from "../support/ip.ts";
import { testIo } from "../support/io.ts";
import { liveTest, sh } from "../support/live.ts";

const BPF_PROG_LOAD = 5n;
const BPF_OBJ_PIN = 6n;
/** Number of the system call on the machines that tests have. */
const SYSCALL = 321n;
/** Two instructions: r0 = 0, exit. */
const PROGRAM = [0xb7, 0, 0, 0, 0, 0, 0, 0, 0x95, 0, 0, 0, 0, 0, 0, 0];

/** Loads a program of a type (`BPF_PROG_TYPE_*`) and pins it. */
function pin(type: number, path: string): void {
  const { symbols, close } = openLibrary();
  try {
    const instructions = new Uint8Array(PROGRAM);
    const license = new TextEncoder().encode("GPL\0");
    const name = new TextEncoder().encode(`${path}\0`);
    const load = new DataView(new ArrayBuffer(128));
    load.setUint32(0, type, LITTLE_ENDIAN);
    load.setUint32(4, PROGRAM.length / 8, LITTLE_ENDIAN);
    load.setBigUint64(8, pointerTo(instructions), LITTLE_ENDIAN);
    load.setBigUint64(16, pointerTo(license), LITTLE_ENDIAN);
    const fd = symbols.syscall(SYSCALL, BPF_PROG_LOAD, load.buffer, 128n);
    const pinning = new DataView(new ArrayBuffer(16));
    pinning.setBigUint64(0, pointerTo(name), LITTLE_ENDIAN);
    pinning.setUint32(8, Number(fd), LITTLE_ENDIAN);
    const result = symbols.syscall(SYSCALL, BPF_OBJ_PIN, pinning.buffer, 16n);
    if (fd < 0n || result !== 0n) throw new Error(`Cannot pin ${path}: ${fd}`);
    symbols.close(Number(fd));
  } finally {
    close();
  }
}

function openLibrary() {
  const library = Deno.dlopen(
    "libc.so.6",
    {
      syscall: {
        parameters: ["i64", "i64", "buffer", "i64"],
        result: "i64",
      },
      close: { parameters: ["i32"], result: "i32" },
    } as const,
  );
  return { symbols: library.symbols, close: () => library.close() };
}

function pointerTo(bytes: Uint8Array<ArrayBuffer>): bigint {
  return Deno.UnsafePointer.value(Deno.UnsafePointer.of(bytes));
}

/** Has programs pinned in a file system that is there for a test. */
async function withPinned(
  programs: Record<string, number>,
  body: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = Deno.makeTempDirSync();
  sh("mount", "-t", "bpf", "bpf", folder);
  try {
    for (const [name, type] of Object.entries(programs)) {
      pin(type, `${folder}/${name}`);
    }
    await body(folder);
  } finally {
    sh("umount", folder);
    Deno.removeSync(folder);
  }
}

/** How many programs of BPF this process has descriptors of. */
function openPrograms(): number {
  let count = 0;
  for (const { name } of Deno.readDirSync("/proc/self/fd")) {
    try {
      if (Deno.readLinkSync(`/proc/self/fd/${name}`).includes("bpf-prog")) {
        count++;
      }
    } catch {
      // That of the folder is closed.
    }
  }
  return count;
}

async function ours(words: string): Promise<[number, string]> {
  const io = testIo();
  const code = await run(words.split(" "), io);
  return [code, new TextDecoder().decode(io.written) + io.errors];
}

liveTest(
  "ip route adds routes with programs that are pinned to files",
  { needs: ["vm", "kind dummy"] },
  () =>
    withPinned({ in: 10, out: 11, xmit: 12 }, async (folder) => {
      sh("ip", "link", "add", "d0", "type", "dummy");
      sh("ip", "link", "set", "d0", "up");
      const add = "route add 10.0.0.0/8 dev d0 encap bpf";
      const programs = `in pinned ${folder}/in out p ${folder}/out ` +
        `xmit fd ${folder}/xmit headroom 14`;
      assertEquals(await ours(`${add} ${programs}`), [0, ""]);
      assertMatch(
        (await ours("route show 10.0.0.0/8"))[1],
        /encap bpf in in:\[\*fsobj\] out out:\[\*fsobj\] xmit xmit:\[\*fsobj\] /,
      );
      assertEquals(await ours(`${add} in pinned ${folder}/none`), [
        255,
        `Couldn't retrieve pinned program '${folder}/none': ` +
        "No such file or directory\n" +
        "Failed to parse eBPF program: Operation not permitted\n",
      ]);
      assertEquals(openPrograms(), 0);
    }),
);

liveTest(
  "ip link attaches programs that are pinned to files, and detaches them",
  { needs: ["vm", "kind dummy"] },
  () =>
    withPinned({ xdp: 6 }, async (folder) => {
      sh("ip", "link", "add", "d0", "type", "dummy");
      const set = "link set d0 xdpgeneric";
      assertEquals(await ours(`${set} pinned ${folder}/xdp`), [0, ""]);
      assertMatch((await ours("-d link show d0"))[1], /prog\/xdp id \d+/);
      assertEquals(await ours(`${set} off`), [0, ""]);
      assertEquals(openPrograms(), 0);
    }),
);
