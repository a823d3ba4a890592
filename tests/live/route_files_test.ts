import { assertEquals, assertGreater } from "@std/assert";
import { openConnection } from "../../cli/runtime/open.ts";
import type { Io } from "../../cli/runtime/io.ts";
import { run } from "../support/ip.ts";
import { header, NLM_F_MULTI } from "../../messages/header.ts";
import { Writer } from "../../messages/codec/mod.ts";
import { routeMessage } from "../../messages/route/route.ts";
import type { RouteMessage } from "../../messages/route/route.ts";
import { captured } from "../support/captured.ts";
import { liveTest, sh, shWithJudge } from "../support/live.ts";

const MAGIC = 0x45311224;
const RTM_NEWROUTE = 24;

/** What a command prints, with a file as its input. */
async function output(
  words: string[],
  input = new Uint8Array(),
): Promise<{ code: number; out: Uint8Array; err: string }> {
  const chunks: Uint8Array[] = [];
  const encoder = new TextEncoder();
  let err = "";
  const io: Io = {
    isTerminal: false,
    inputIsTerminal: false,
    out: (data) =>
      void chunks.push(typeof data === "string" ? encoder.encode(data) : data),
    err: (text) => void (err += text),
    lines: () => [],
    input: () => input,
    env: () => undefined,
    mayRead: () => true,
    readTextFile: (path) => {
      try {
        return Deno.readTextFileSync(path);
      } catch {
        return undefined;
      }
    },
    readDirectory: () => [],
  };
  const code = await run(
    words,
    io,
    (options, io) => Promise.resolve(openConnection(options, io)),
  );
  const parts = chunks.map((chunk) => Array.from(chunk)).flat();
  return { code, out: Uint8Array.from(parts), err };
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Size of `struct rtmsg`, and of `struct rtnexthop`. */
const ROUTE_HEADER = 12;
const HOP_HEADER = 8;
const RTA_MULTIPATH = 9;

/** Takes away `NLA_F_NESTED`, which the kernel does not set in answers. */
function clearNested(view: DataView, start: number, end: number): void {
  for (let at = start; at + 4 <= end;) {
    const length = view.getUint16(at, true);
    const type = view.getUint16(at + 2, true) & 0x7fff;
    view.setUint16(at + 2, type, true);
    if (type === RTA_MULTIPATH) {
      for (let hop = at + 4; hop < at + length;) {
        const size = view.getUint16(hop, true);
        clearNested(view, hop + HOP_HEADER, hop + size);
        hop += (size + 3) & ~3;
      }
    }
    at += (length + 3) & ~3;
  }
}

/** A file with all routes that were captured. */
function allRoutes(): Uint8Array<ArrayBuffer> {
  const writer = new Writer();
  writer.view.setUint32(writer.reserve(4), MAGIC, true);
  for (const { type, body } of captured("route")) {
    const route = body as RouteMessage;
    // What ip sends as the name of an algorithm, it cannot read.
    const unreadable = route.attributes.metrics?.congestionControl;
    if (type !== RTM_NEWROUTE || unreadable !== undefined) continue;
    const start = writer.length;
    header.encode(writer, {
      length: 0,
      type,
      flags: NLM_F_MULTI,
      sequence: 1,
      portId: 0,
    });
    const attributes = writer.length + ROUTE_HEADER;
    routeMessage.encode(writer, route);
    clearNested(writer.view, attributes, writer.length);
    writer.view.setUint32(start, writer.length - start, true);
    writer.reserve(-writer.length & 3);
  }
  return writer.finish().slice();
}

for (
  const options of ["", "-d", "-o", "-s", "-N", "-c=always", "-6 -d", "-M"]
) {
  liveTest(
    `ip ${options} route showdump shows all encapsulations as ip does`,
    { needs: ["ip 7.3"] },
    async () => {
      const file = Deno.makeTempFileSync();
      try {
        const bytes = allRoutes();
        assertGreater(bytes.length, 3000);
        Deno.writeFileSync(file, bytes);
        sh("ip", "link", "add", "d0", "type", "veth", "peer", "name", "d1");
        const theirs = shWithJudge(
          "sh",
          "-c",
          `ip ${options} route showdump < ${file}`,
        );
        const words = options.split(" ").filter((word) => word !== "");
        const ours = await output([...words, "route", "showdump"], bytes);
        assertEquals(text(ours.out).split("\n"), theirs.split("\n"));
        assertEquals(ours.code, 0);
      } finally {
        Deno.removeSync(file);
      }
    },
  );
}

liveTest("ip route save and restore exchange files with ip", {}, async () => {
  const file = Deno.makeTempFileSync();
  try {
    sh("ip", "link", "add", "d0", "type", "veth", "peer", "name", "d1");
    sh("ip", "link", "set", "d0", "up");
    sh("ip", "link", "set", "d1", "up");
    sh("ip", "address", "add", "192.0.2.1/24", "dev", "d0");
    const routes = [
      "default via 192.0.2.2",
      "10.0.0.0/8 via 192.0.2.3 metric 5 mtu lock 1400",
      "blackhole 11.0.0.0/8",
      "12.0.0.0/8 nexthop dev d0 weight 2 nexthop dev d1",
    ];
    for (const route of routes) {
      sh("ip", "route", "add", ...route.split(" "));
    }
    const before = sh("ip", "-d", "route");
    const saved = await output(["route", "save"]);
    Deno.writeFileSync(file, saved.out);
    const flush = () => sh("ip", "route", "flush", "table", "main");

    flush();
    sh("sh", "-c", `ip route restore < ${file} 2>&1`);
    assertEquals(sorted(sh("ip", "-d", "route")), sorted(before));

    sh("sh", "-c", `ip route save > ${file}`);
    flush();
    const restored = await output(
      ["route", "restore"],
      Deno.readFileSync(file),
    );
    assertEquals(restored.code, 0, restored.err);
    assertEquals(sorted(sh("ip", "-d", "route")), sorted(before));
    const second = await output(["route", "restore"], Deno.readFileSync(file));
    assertEquals(second.code, 0);
  } finally {
    Deno.removeSync(file);
  }
});

function sorted(lines: string): string[] {
  return lines.split(/\n(?!\t)/).sort();
}

liveTest("ip route restore refuses files that are none", {}, async () => {
  const wrong = await output(["route", "restore"], new Uint8Array(8));
  assertEquals(wrong.err, "Magic mismatch (1 elems, 0 magic)\n");
  assertEquals(wrong.code, 1);
  const cut = await output(
    ["route", "showdump"],
    allRoutes().subarray(0, 30),
  );
  assertEquals(cut.code, 2);
});
