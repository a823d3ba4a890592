/**
 * `ip mptcp monitor`, `ip ioam monitor` and `ip xfrm monitor` beside the real
 * program, while things happen.
 *
 * @module
 */
import { assertEquals, assertGreater, assertMatch } from "@std/assert";
import { ours, Program, settle, theirs } from "../support/lasting_program.ts";
import { liveTest, type Need, sh } from "../support/live.ts";

/** How long a program may take until it watches. */
const PATIENCE_MS = 240_000;
/** How long programs may take to show a change. */
const WRITING_MS = 30_000;
/** How long a test may take, in seconds: emulated machines are slow. */
const LONGEST = 900;

/** What is watched. */
interface Watched {
  /** The object. */
  readonly object: string;
  /** What the test needs. */
  readonly needs: readonly Need[];
  /** Options and arguments, around `OBJECT monitor`. */
  readonly variants: readonly (readonly [string[], string[]])[];
  /** Prepares the namespace. */
  readonly prepare: () => void;
  /** Has something happen that each variant shows. */
  readonly change: () => void;
  /** What has to be in the output of the first variant. */
  readonly expected: readonly RegExp[];
}

const support = new URL("../support/", import.meta.url);
const pathOf = (name: string) => new URL(name, support).pathname;

/** Commands of `ip`, one a line. */
function ip(lines: string): void {
  for (const line of lines.trim().split("\n")) {
    sh("ip", ...line.trim().split(" ") as [string]);
  }
}

const STATE = "src 192.0.2.1 dst 192.0.2.2 proto esp spi 0x100";
const CIPHER = "enc cbc(aes) 0x0102030405060708090a0b0c0d0e0f10";
const HASH = "auth-trunc hmac(sha256) 0x0001020304050607 128";

const all: readonly Watched[] = [
  {
    object: "mptcp",
    needs: ["family mptcp_pm", "command python3"],
    variants: [[[], []], [["-json"], []]],
    prepare: () => {
      ip("link set dev lo up");
      ip("mptcp limits set subflows 4 add_addr_accepted 4");
      ip("mptcp endpoint add 127.0.0.2 dev lo subflow");
      ip("mptcp endpoint add 127.0.0.3 dev lo signal backup");
    },
    change: () => void sh("python3", pathOf("mptcp.py")),
    expected: [
      /\[\s*CREATED\] token=[\da-f]{8}/,
      /\[\s*ESTABLISHED\]/,
      /\[\s*CLOSED\]/,
    ],
  },
  {
    object: "ioam",
    needs: ["family IOAM6", "command python3", "kernel 6.9"],
    variants: [[[], []], [["-json"], []]],
    prepare: () => {
      sh("ip", "netns", "add", "ioam");
      ip("link add name v0 type veth peer name v1 netns ioam");
      ip("link set dev v0 up");
      ip("address add 2001:db8::1/64 dev v0 nodad");
      ip("-n ioam link set dev v1 up");
      ip("-n ioam address add 2001:db8::2/64 dev v1 nodad");
      // What arrives here is reported here.
      const conf = "/proc/sys/net/ipv6/conf";
      Deno.writeTextFileSync(`${conf}/v0/ioam6_enabled`, "1");
      Deno.writeTextFileSync(`${conf}/v0/ioam6_id`, "11");
      ip("ioam namespace add 7 data 0xdeadbeef");
    },
    change: () =>
      void sh(
        ..."ip netns exec ioam python3".split(" ") as ["ip"],
        ...[pathOf("ioam.py"), "2001:db8::1", "7"],
      ),
    expected: [/^\[TRACE\] Namespace=7 NodeLen=4 Type=0xf0000000 Data=3f/m],
  },
  {
    object: "xfrm",
    needs: ["quick starts", "command python3"],
    variants: [
      [[], []],
      [[], ["all", "nokeys"]],
      [["-statistics"], []],
      [["-tshort"], ["all"]],
      [[], ["policy", "SA", "expire"]],
    ],
    prepare: () => {
      ip("link add name d0 type dummy");
      ip("link set dev d0 up");
      ip("address add 192.0.2.1/24 dev d0");
      ip("route add 10.0.2.0/24 via 192.0.2.2");
    },
    change: () => {
      ip(
        `xfrm state add ${STATE} mode tunnel ${CIPHER} ${HASH} reqid 7 limit time-soft 900 limit packet-hard 99`,
      );
      ip(`xfrm state update ${STATE} mode tunnel ${CIPHER} ${HASH} reqid 7`);
      ip(
        "xfrm state add src 192.0.2.1 dst 192.0.2.3 proto ah spi 0x101 auth hmac(sha1) 0x0001020304050607 limit byte-soft 500 replay-window 64 flag esn",
      );
      ip(
        "xfrm state allocspi src 192.0.2.1 dst 192.0.2.4 proto esp min 0x300 max 0x300",
      );
      ip(
        "xfrm policy add src 192.0.2.0/24 dst 10.0.2.0/24 proto icmp dir out priority 5 tmpl src 192.0.2.1 dst 192.0.2.2 proto esp reqid 9 mode tunnel",
      );
      ip(
        "xfrm policy update src 192.0.2.0/24 dst 10.0.2.0/24 proto icmp dir out priority 6 mark 0 tmpl src 192.0.2.1 dst 192.0.2.2 proto ah reqid 9 mode transport",
      );
      ip("xfrm policy setdefault in block");
      ip("xfrm policy setdefault in accept");
      // There is no state for this: the kernel asks for one.
      sh("python3", pathOf("ping.py"), "10.0.2.1", "1");
      ip(
        "xfrm policy delete src 192.0.2.0/24 dst 10.0.2.0/24 proto icmp dir out",
      );
      ip("xfrm policy add src 2001:db8::/32 dst ::/0 dir fwd action block");
      ip(`xfrm state delete ${STATE}`);
      ip("xfrm policy flush");
      ip("xfrm state flush");
    },
    expected: [
      /^src 192\.0\.2\.1 dst 192\.0\.2\.2$/m,
      /^Updated /m,
      /^Deleted /m,
      /^acquire /m,
      /^Flushed /m,
    ],
  },
];

for (const { object, needs, variants, prepare, change, expected } of all) {
  liveTest(
    `ip ${object} monitor shows what the real one shows`,
    { needs: ["vm", "ip 7.3", ...needs], seconds: LONGEST },
    async () => {
      using programs = new DisposableStack();
      programs.defer(() => sh("ip", "-all", "netns", "delete"));
      prepare();
      const pairs = variants.map(([options, args]) =>
        [theirs, ours].map((command) =>
          programs.use(
            new Program(command, [...options, object, "monitor", ...args]),
          )
        )
      );
      const both = pairs.flat();
      // They watch once they have shown a change.
      const start = Date.now();
      while (both.some(({ size }) => size === 0)) {
        if (Date.now() - start > PATIENCE_MS) break;
        change();
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
      await settle(both);
      await settle(both);
      for (const program of both) program.start();
      change();
      const written = () =>
        pairs.map((pair) => pair.map((each) => each.read()));
      const end = Date.now() + WRITING_MS;
      do await settle(both); while (
        Date.now() < end &&
        written().some(([their, our]) => `${their!.out}` !== `${our!.out}`)
      );
      for (const [i, [options, args]] of variants.entries()) {
        const [their, our] = written()[i]!;
        const name = [...options, object, "monitor", ...args].join(" ");
        assertEquals(our!.out, their!.out, name);
        assertEquals(our!.err, their!.err, name);
        const text = their!.out.join("\n");
        assertGreater(text.length, 50, name);
        if (i > 0) continue;
        for (const pattern of expected) assertMatch(text, pattern);
      }
    },
  );
}
