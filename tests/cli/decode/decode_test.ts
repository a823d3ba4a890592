import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { run } from "../../support/ip.ts";
import {
  flagsOf,
  meaningOf,
  messageFlags,
} from "../../../cli/objects/decode/meanings.ts";
import { parsePcap } from "../../../cli/objects/decode/pcap.ts";
import { parseStrace } from "../../../cli/objects/decode/strace.ts";
import { linkHeader } from "../../../messages/link/common.ts";
import { routeMessageTypes } from "../../../messages/registry.ts";
import { hostile } from "../../support/hostile.ts";
import { testIo } from "../../support/io.ts";
import { SeededRandom } from "../../support/seeded_random.ts";
import { hex } from "../../messages/codec/support.ts";

/** What `ip decode` prints for an input. */
async function decode(input: Uint8Array): Promise<string[]> {
  const io = testIo({ input });
  const open = () => Promise.reject(new Error("No kernel is needed"));
  assertEquals(await run(["decode"], io, open), 0, io.errors);
  assertEquals(io.errors, "");
  return new TextDecoder().decode(io.written).split("\n");
}

function decodeHex(text: string): Promise<string[]> {
  return decode(new TextEncoder().encode(text));
}

/** The notes behind the bytes. */
function notes(lines: string[]): string[] {
  return lines.filter((line) => line.includes("# "))
    .map((line) => line.slice(line.indexOf("# ") + 2));
}

Deno.test("ip decode shows names of enumerations and flags", async () => {
  const lines = notes(
    await decodeHex(`
      24000000 18000506 01000000 00000000
      02180000 fe030001 01000004
      08001600 64000000`.trim()),
  );
  for (
    const note of [
      "type: 24 (0x18) = RTM_NEWROUTE",
      "flags: 1541 (0x605) = NLM_F_REQUEST | NLM_F_ACK | NLM_F_EXCL | NLM_F_CREATE",
      "family: 2 = AF_INET",
      "table: 254 (0xfe) = RT_TABLE_MAIN",
      "protocol: 3 = RTPROT_BOOT",
      "scope: 0 = RT_SCOPE_UNIVERSE",
      "type: 1 = RTN_UNICAST",
      "flags: 67108865 (0x4000001) = RTNH_F_DEAD | 0x4000000",
    ]
  ) assert(lines.includes(note), `${note} is not in\n${lines.join("\n")}`);
});

Deno.test("flags that have no name are numbers", () => {
  const name = flagsOf(new Map([[1, "ONE"], [6, "BOTH"], [2, "TWO"]]));
  assertEquals(name(1), "ONE");
  assertEquals(name(3), "ONE | TWO");
  assertEquals(name(7), "ONE | BOTH");
  assertEquals(name(0x80000001), "ONE | 0x80000000");
  assertEquals(name(0x80000000), undefined);
  assertEquals(name(0), undefined);
  assertEquals(
    meaningOf(linkHeader.shape, "flags", 0x1003),
    "IFF_UP | IFF_BROADCAST | IFF_MULTICAST",
  );
  assertEquals(
    messageFlags(18, 0x301, "RTM_GETLINK"),
    "NLM_F_REQUEST | NLM_F_DUMP",
  );
  assertEquals(messageFlags(16, 0x2), "NLM_F_MULTI");
  assertEquals(messageFlags(2, 0x300), "NLM_F_CAPPED | NLM_F_ACK_TLVS");
  assertEquals(
    messageFlags(17, 0x201, "RTM_DELLINK"),
    "NLM_F_REQUEST | NLM_F_BULK",
  );
});

const REQUEST = "20000000 10000500 01000000 00000000" +
  "0a000100 00000000 01000000 00000000";

Deno.test("ip decode shows the request inside an error", async () => {
  const lines = notes(
    await decodeHex(`3c000000 02000002 01000000 e8030000 edffffff ${REQUEST}
      08000200 14000000`),
  );
  assertEquals(lines[0], "datagram of 60 bytes, port 1000");
  for (
    const note of [
      "error: -19 = ENODEV: No such device",
      "  RTM_NEWLINK",
      "  type: 16 (0x10) = RTM_NEWLINK",
      "  family: 10 (0xa) = AF_INET6",
      "  flags: 1 = IFF_UP",
      "offset (NLMSGERR_ATTR_OFFS 2)",
    ]
  ) assert(lines.includes(note), `${note} is not in\n${lines.join("\n")}`);
});

Deno.test("ip decode shows the header of a request that the error cuts", async () => {
  const lines = notes(
    await decodeHex(
      `24000000 02000001 01000000 e8030000 00000000 ${REQUEST.slice(0, 35)}`,
    ),
  );
  assert(lines.includes("  RTM_NEWLINK"), lines.join("\n"));
  assert(!lines.some((line) => line.includes("family")));
});

for (
  const [what, body] of Object.entries({
    "an error with a wrong length inside":
      "24000000 02000000 01000000 00000000 edffffff ffffff7f 10000500 01000000 00000000",
    "an error that is cut":
      "18000000 02000000 01000000 00000000 edffffff 14000000",
    "options of a router that are cut":
      "14000000 44000000 00000000 00000000 0a00ffff",
    "options of a router that claim too much":
      "20000000 44000000 00000000 00000000 0a00ffff 01000000 86000000 00000000",
    "a multicast group with more than an address":
      "38000000 54000000 00000000 00000000 07000000 02000000 20000180 1c000100" +
      "02000000 01000000 ffffffff ffffffff ffffffff ffffffff",
  })
) {
  Deno.test(`ip decode goes on behind a bad message: ${what}`, async () => {
    const lines = await decodeHex(`${body}\n${REQUEST}`);
    assertEquals(lines.filter((line) => line === "# RTM_NEWLINK").length, 1);
  });
}

Deno.test("ip decode names the family of the shortest dump requests", async () => {
  const lines = notes(
    await decodeHex("14000000 12000103 01000000 00000000 0a000000"),
  );
  assert(lines.includes("family: 10 (0xa) = AF_INET6"), lines.join("\n"));
});

Deno.test("ip decode survives hostile messages of every type", async () => {
  const random = new SeededRandom(3);
  for (const { type, codec } of routeMessageTypes) {
    const texts: string[] = [];
    for (let i = 0; i < 20; i++) {
      const body = hostile(codec, random, { size: 150 });
      const bytes = new Uint8Array(16 + body.length);
      const view = new DataView(bytes.buffer);
      view.setUint32(0, bytes.length, true);
      view.setUint16(4, type, true);
      view.setUint16(6, random.below(2), true);
      bytes.set(body, 16);
      texts.push(bytes.toHex());
    }
    const out = await decodeHex(texts.join("\n\n"));
    assertEquals(
      out.filter((line) => line.startsWith("# datagram")).length,
      20,
    );
  }
});

/** A packet of an nlmon link: the header in front, and a message. */
const PACKET = "0007 0338 0000 0000000000000000 0000" +
  "10000000 03000000 00000000 2a000000";

Deno.test("packets have times, directions and ports", async () => {
  const record = (fraction: string) =>
    `01b2c365 ${fraction} 20000000 20000000 ${PACKET}`;
  const file = (magic: string, fraction: string) =>
    hex(
      `${magic} 02000400 00000000 00000000 00000400 fd000000 ${
        record(fraction)
      }`,
    );
  const micro = file("d4c3b2a1", "40e20100");
  assertEquals(parsePcap(micro)[0]!.time, "2024-02-07T16:38:25.123456Z");
  const nano = file("4d3cb2a1", "15cd5b07");
  assertEquals(parsePcap(nano)[0]!.time, "2024-02-07T16:38:25.123456789Z");
  const [line] = await decode(micro);
  assertEquals(
    line,
    "# datagram of 16 bytes, 2024-02-07T16:38:25.123456Z, to the kernel, port 42",
  );
});

Deno.test("packets of the next generation have times in their own units", () => {
  const file = (options: string, high: string, low: string) => {
    const description = hex(`fd000000 00000400 ${options}`);
    const size = (n: number) =>
      hex((12 + n).toString(16).padStart(2, "0") + "000000");
    const packet = hex(`00000000 ${high} ${low} 20000000 20000000 ${PACKET}`);
    const block = (
      type: string,
      body: Uint8Array,
    ) => [...hex(type), ...size(body.length), ...body, ...size(body.length)];
    return Uint8Array.from([
      ...block("0a0d0d0a", hex("4d3c2b1a 01000000 ffffffff ffffffff")),
      ...block("01000000", description),
      ...block("06000000", packet),
    ]);
  };
  const time = (...args: Parameters<typeof file>) =>
    parsePcap(file(...args))[0]!.time;
  // 1707323905.123456 s in microseconds, in nanoseconds, and in 2^-8 s.
  assertEquals(
    time("", ...split(1707323905123456n)),
    "2024-02-07T16:38:25.123456Z",
  );
  assertEquals(
    time("09000100 09000000 00000000", ...split(1707323905123456789n)),
    "2024-02-07T16:38:25.123456789Z",
  );
  assertEquals(
    time("09000100 88000000", ...split(1707323905n * 256n + 128n)),
    "2024-02-07T16:38:25.500000Z",
  );
  function split(units: bigint): [string, string] {
    const bytes = new Uint8Array(8);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, Number(units >> 32n), true);
    view.setUint32(4, Number(units & 0xffffffffn), true);
    return [bytes.slice(0, 4).toHex(), bytes.slice(4).toHex()];
  }
});

Deno.test("traced calls keep process, time and port", () => {
  const string = `"${"\\x10" + "\\x00".repeat(15)}"`;
  const [datagram] = parseStrace(
    `[pid  77] 12:34:56.789012 sendto(3, ${string}, 16, 0, {sa_family=AF_NETLINK, nl_pid=5, nl_groups=00000000}, 12) = 16`,
  );
  assertStringIncludes(
    datagram!.origin!,
    "[pid  77] 12:34:56.789012 sendto(3)",
  );
  assertStringIncludes(datagram!.origin!, "nl_pid=5");
});
