import { assertEquals, assertThrows } from "@std/assert";
import {
  anyTaskstats,
  blank,
  type Codec,
  DecodeError,
  EncodeError,
  type Taskstats,
  taskstats,
  taskstatsReply,
  Writer,
} from "../../../messages/mod.ts";

function encode<T>(codec: Codec<T>, value: T): Uint8Array<ArrayBuffer> {
  const writer = new Writer();
  codec.encode(writer, value);
  return writer.finish().slice();
}

function decode<T>(codec: Codec<T>, bytes: Uint8Array): T {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return codec.decode(view, 0, bytes.length);
}

/** Bytes that differ from each other, with a version in front. */
function bytesOf(version: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from({ length }, (_, i) => i * 7 + (i >> 8));
  bytes.set([version, 0]);
  const command = version === 15 ? 128 : 80;
  bytes.fill(0, command, command + 32);
  bytes.set(new TextEncoder().encode("sh"), command);
  return bytes;
}

/** Bytes of each version, and the last counter that it has. */
const VERSIONS: readonly [number, number, keyof Taskstats][] = [
  [7, 312, "cpuScaledRunRealTotal"],
  [8, 328, "freepagesDelayTotal"],
  [9, 344, "thrashingDelayTotal"],
  [10, 352, "acBtime64"],
  [11, 368, "compactDelayTotal"],
  [12, 400, "acExeInode"],
  [13, 416, "wpcopyDelayTotal"],
  [14, 432, "irqDelayTotal"],
  [15, 560, "irqDelayMin"],
  [16, 560, "irqDelayMin"],
  [17, 688, "irqDelayMaxTs"],
];

for (const [version, length, last] of VERSIONS) {
  Deno.test(`anyTaskstats reads and writes version ${version}`, () => {
    const bytes = bytesOf(version, length);
    const stats = decode(anyTaskstats, bytes);
    const names = Object.keys(stats);
    assertEquals(names.at(-1), last);
    assertEquals(encode(anyTaskstats, stats), bytes);
    if (version > 7) {
      const { version: _, ...rest } = stats;
      // Without what is remembered of the bytes, only padding is lost.
      const second = encode(anyTaskstats, { version, ...rest });
      assertEquals(decode(anyTaskstats, second), stats);
    }
  });
}

Deno.test("anyTaskstats keeps counters of newer kernels", () => {
  const bytes = bytesOf(99, 720);
  const stats = decode(anyTaskstats, bytes);
  assertEquals(stats.version, 99);
  assertEquals(encode(anyTaskstats, stats), bytes);
});

Deno.test("anyTaskstats finds the longest delays behind totals in version 15", () => {
  const bytes = bytesOf(15, 560);
  const view = new DataView(bytes.buffer);
  const stats = decode(anyTaskstats, bytes);
  assertEquals(stats.cpuDelayTotal, view.getBigUint64(24, true));
  assertEquals(stats.cpuDelayMax, view.getBigUint64(32, true));
  assertEquals(stats.cpuDelayMin, view.getBigUint64(40, true));
  assertEquals(stats.blkioCount, view.getBigUint64(48, true));
  assertEquals(stats.acUid, view.getUint32(168, true));
  assertEquals(stats.irqDelayMin, view.getBigUint64(552, true));
  const other = decode(anyTaskstats, bytesOf(16, 560));
  assertEquals(other.blkioCount, view.getBigUint64(32, true));
  assertEquals(other.acUid, view.getUint32(120, true));
});

Deno.test("anyTaskstats refuses what is no struct", () => {
  assertThrows(() => encode(anyTaskstats, undefined as never), EncodeError);
  const { acPid: _, ...rest } = blank(taskstats, { version: 16 });
  const error = assertThrows(
    () => encode(anyTaskstats, rest as Taskstats),
    EncodeError,
  );
  assertEquals(error.path, "acPid");
});

Deno.test("taskstatsReply reads a struct that padding aligns", () => {
  const stats = encode(anyTaskstats, blank(taskstats, { version: 13 }));
  const bytes = new Uint8Array(16 + 4 + stats.length);
  const view = new DataView(bytes.buffer);
  const put = (at: number, length: number, type: number) => {
    view.setUint16(at, length, true);
    view.setUint16(at + 2, type, true);
  };
  put(0, bytes.length, 4);
  put(4, 8, 1);
  view.setUint32(8, 77, true);
  put(12, 4, 6);
  put(16, 4 + stats.length, 3);
  bytes.set(stats, 20);
  const reply = decode(taskstatsReply, bytes);
  assertEquals(reply.aggrPid?.pid, 77);
  assertEquals(reply.aggrPid?.stats?.version, 13);
  assertEquals(reply.aggrPid?.unknown, undefined);
  assertEquals(encode(taskstatsReply, reply), bytes);
});

Deno.test("taskstatsReply keeps an empty struct as bytes", () => {
  const bytes = Uint8Array.of(8, 0, 4, 0, 4, 0, 3, 0);
  const reply = decode(taskstatsReply, bytes);
  assertEquals(reply.aggrPid?.stats, undefined);
  assertEquals(reply.aggrPid?.unknown?.length, 1);
  assertEquals(encode(taskstatsReply, reply), bytes);
  assertThrows(() => decode(anyTaskstats, new Uint8Array(0)), DecodeError);
});
