/**
 * Files with families that have no addresses, attributes that come twice, types
 * with flags, and bytes that are no attribute. What is expected is what ip 6.1
 * writes; `tests/differential/cases/hostile_files.txt` has such files for
 * `ip monitor file`.
 */
import { assertEquals } from "@std/assert";
import { run } from "../support/ip.ts";
import { Connection } from "../../api/connection/connection.ts";
import { RTM_NEWROUTE } from "../../messages/route/constants.ts";
import { ack, FakeKernel } from "../support/fake_kernel.ts";
import { testIo } from "../support/io.ts";

/** What files of addresses and of routes begin with. */
const ADDRESSES = "22123647";
const ROUTES = "24123145";

/** Runs a command with a file as its input. */
async function runWith(words: string, hex: string) {
  const kernel = new FakeKernel((request) => [ack(request)]);
  const io = testIo({ input: Uint8Array.fromHex(hex) });
  const open = () => Promise.resolve(new Connection(kernel));
  const code = await run(words.split(" "), io, open);
  const out = new TextDecoder().decode(io.written);
  return { code, out, err: io.errors, requests: kernel.requests };
}

const files: readonly [
  words: string,
  messages: string,
  out: string,
  err: string,
][] = [
  [
    "address showdump",
    "38000000140000000000000000000000371880000000000008000200c000020108000400c000026308000500c0000201060003007a000000",
    "if0:\n    family 55 ???/24 brd ??? any ??? scope global z\n",
    "",
  ],
  [
    "-j address showdump",
    "38000000140000000000000000000000371880000000000008000200c000020108000400c000026308000500c0000201060003007a000000",
    '[{"addr_info":[{"index":0,"family_index":55,"local":"???","prefixlen":24,"broadcast":"???","anycast":"???","scope":"global","label":"z"}]}]\n',
    "",
  ],
  [
    "address showdump",
    "20000000140000000000000000000000001880000000000008000100c0000201",
    "if0:\n    family 0 ???/24 scope global \n",
    "",
  ],
  [
    "address showdump",
    "20000000140000000000000000000000111880000000000008000200c0000201",
    "if0:\n    link c0:00:02:01/24 scope global \n",
    "",
  ],
  [
    "address showdump",
    "2c00000014000000000000000000000002188000000000001400020020010db8000000000000000000000007",
    "if0:\n    inet 32.1.13.184/24 scope global \n",
    "",
  ],
  [
    "address showdump",
    "340000001400000000000000000000000a1880000000000008000100c000020108000400c00002630c0003006162636465666768",
    "if0:\n    inet6 c000:201:800:400:c000:263:c00:300/24 brd c000:263:c00:300:6162:6364:6566:6768 scope global abcdefgh\n",
    "",
  ],
  [
    "address showdump",
    "70000000140000000000000000000000021880000000000008000200c000020108000200c0000263080003006f6e65000800030074776f001400060007000000070000000000000000000000140006000800000008000000000000000000000008000800800000000800080040000000",
    "if0:\n    inet 192.0.2.1/24 scope global one\n       valid_lft 7sec preferred_lft 7sec\n",
    "",
  ],
  [
    "address showdump",
    "30000000140000000000000000000000021880000000000008000280c0000201060003406500000008000100c0000263",
    "if0:\n    inet 192.0.2.99/24 scope global \n",
    "",
  ],
  [
    "address showdump",
    "21000000140000000000000000000000021880000000000008000200c000020109000000",
    "if0:\n    inet 192.0.2.1/24 scope global \n",
    "!!!Deficit 1, rta_len=9\n",
  ],
  [
    "address showdump",
    "23000000140000000000000000000000021880000000000008000200c000020109010300",
    "if0:\n    inet 192.0.2.1/24 scope global \n",
    "!!!Deficit 3, rta_len=265\n",
  ],
  [
    "address showdump",
    "25000000140000000000000000000000021880000000000008000200c00002010300020001000000",
    "if0:\n    inet 192.0.2.1/24 scope global \n",
    "!!!Deficit 5, rta_len=3\n",
  ],
  [
    "address showdump",
    "28000000140000000000000000000000021880000000000008000200c00002014d00030061626300",
    "if0:\n    inet 192.0.2.1/24 scope global \n",
    "!!!Deficit 8, rta_len=77\n",
  ],
  [
    "address showdump",
    "25000000140000000000000000000000021880000000000008000200c000020105000b0005000000",
    "if0:\n    inet 192.0.2.1/24 scope global proto 0x5 \n",
    "!!!Deficit -3, rta_len=0\n",
  ],
  [
    "route showdump",
    "3c00000018000000000000000000000063180000fe0300010000000008000100c000020108000500c000026308000700c00002010800060005000000",
    "???/24 metric 5 \n",
    "",
  ],
  [
    "-j route showdump",
    "3c00000018000000000000000000000063180000fe0300010000000008000100c000020108000500c000026308000700c00002010800060005000000",
    "???/24 metric 5 \n",
    "",
  ],
  [
    "route showdump",
    "2400000018000000000000000000000008200000fe0300010000000008000100c0000201",
    "???/32 \n",
    "",
  ],
  [
    "route showdump",
    "2400000018000000000000000000000080200000fe0300050000000008000100c0000201",
    "multicast 192.0.2.1/32 \n",
    "",
  ],
  [
    "route showdump",
    "6000000018000000000000000000000002180000fe0300010000000008000100c000020108000100c00002630800060005000000080006000600000008000f000700000008000f000800000014000800080002007805000008000200dc050000",
    "192.0.2.1/24 table 7 metric 5 mtu 1400 \n",
    "",
  ],
  [
    "route showdump",
    "4400000018000000000000000000000002180000fe0300010000000008000100c000020108000480030000000c00088008000200780500000c0008000800028014050000",
    "192.0.2.1/24 \n",
    "",
  ],
  [
    "route showdump",
    "2c00000018000000000000000000000002180000fe0300010000000008000100c00002010600150001000000",
    "192.0.2.1/24 \n",
    "",
  ],
  [
    "route showdump",
    "3000000018000000000000000000000002180000fe0300010000000008000100c00002010a0012006300010203040000",
    "192.0.2.1/24 via ??? ??? \n",
    "",
  ],
  [
    "route showdump",
    "2800000018000000000000000000000002180000fe0300010000000008000100c0000201ffff0100",
    "192.0.2.1/24 \n",
    "!!!Deficit 4, rta_len=65535\n",
  ],
  [
    "address showdump",
    "34000000140000000000000000000000021880000000000008000200c000020111000300612d6c6f6e672d6c6162656c0000000021000000140000000000000000000000021880000000000008000200c000020101000000",
    "if0:\n    inet 192.0.2.1/24 scope global a-long-label\nif0:\n    inet 192.0.2.1/24 scope global \n",
    "!!!Deficit 1, rta_len=1\n",
  ],
  [
    "route showdump",
    "3000000018000000000000000000000002180000fe0300010000000008000100c00002010c00770031323334353637382900000018000000000000000000000002180000fe0300010000000008000100c00002010500700005000000",
    "192.0.2.1/24 \n192.0.2.1/24 \n",
    "!!!Deficit -3, rta_len=13877\n",
  ],
];

for (const [words, messages, out, err] of files) {
  Deno.test(`ip ${words} reads ${messages} as ip does`, async () => {
    const magic = words.includes("route") ? ROUTES : ADDRESSES;
    const { requests: _, ...rest } = await runWith(words, magic + messages);
    assertEquals(rest, { code: 0, out, err });
  });
}

/** A message about a route to a prefix of 8 bits. */
function route(attributes: string): string {
  const body = `02080000fe03000100000000${attributes}`;
  const header = "18000000" + "0".repeat(16);
  return `${hex32(16 + body.length / 2)}${header}${body}`;
}

function hex32(value: number): string {
  return new Uint8Array(Uint32Array.of(value).buffer).toHex();
}

Deno.test("ip route restore reports in each round what is no attribute, and sends it", async () => {
  const message = route("080001000a000000" + "01020304");
  const { code, err, requests } = await runWith(
    "route restore",
    ROUTES + message,
  );
  assertEquals(code, 0);
  assertEquals(err, "!!!Deficit 4, rta_len=513\n".repeat(3));
  assertEquals(requests.map(({ type }) => type), [RTM_NEWROUTE]);
  assertEquals(requests[0]!.bytes.slice(16).toHex(), message.slice(32));
});

Deno.test("ip route restore adds a route last that has a gateway, if ip has its type", async () => {
  const flagged = route("08000580c0000201");
  const gateway = route("08000500c0000202");
  const { requests } = await runWith(
    "route restore",
    ROUTES + gateway + flagged,
  );
  const ends = requests.map(({ bytes }) => bytes.slice(-4).toHex());
  assertEquals(ends, ["c0000201", "c0000202"]);
});
