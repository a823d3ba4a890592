import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { ip } from "../support/ip.ts";
import { reasonAgainstLive } from "../support/live.ts";
import { parseCases, quote, splitArguments } from "./case.ts";
import { difference, mask, withoutChance } from "./compare.ts";
import { type Outcome, runCase, type RunOurs } from "./run_case.ts";
import { runShell } from "./theirs.ts";

const ignore = reasonAgainstLive() !== undefined;

const same: RunOurs = (_, words) =>
  Promise.resolve(runShell([`ip ${words.map(quote).join(" ")}`])[0]!);

function run(text: string, runOurs: RunOurs): Promise<Outcome> {
  return runCase(ip, parseCases(`# case\n${text}`)[0]!, runOurs);
}

Deno.test("parseCases() reads headings, needs and lines", () => {
  const [first, second] = parseCases(
    `// comment
# one [vm, kind vlan]
ip link set lo up
> -d link show

# two
~ a,b link
! link show 'x y'
= link add a`,
  );
  assertEquals(first, {
    name: "one",
    line: 2,
    needs: ["vm", "kind vlan"],
    steps: [
      { type: "setup", command: "ip link set lo up" },
      { type: "show", words: ["-d", "link", "show"], masked: [] },
    ],
    text: "ip link set lo up\n> -d link show",
  });
  assertEquals(second?.steps, [
    { type: "show", words: ["link"], masked: ["a", "b"] },
    { type: "error", words: ["link", "show", "x y"] },
    { type: "make", words: ["link", "add", "a"] },
  ]);
});

Deno.test("splitArguments() splits as a shell does", () => {
  assertEquals(splitArguments(`a 'b c' "d \\" e"f g\\ h ''`), [
    "a",
    "b c",
    `d " ef`,
    "g h",
    "",
  ]);
});

Deno.test("quote() keeps any word whole", () => {
  const words = ["a b", "it's", "*", "$HOME", "", "plain-1.2/3", "\\"];
  assertEquals(splitArguments(words.map(quote).join(" ")), words);
});

Deno.test("mask() hides the objects that a program lists", () => {
  const text =
    "Usage: x\nwhere  OBJECT := { a | b |\n   c }\n  OPTIONS := { y }";
  assertEquals(
    mask(text, []),
    "Usage: x\nwhere  OBJECT := { … }\n  OPTIONS := { y }",
  );
});

Deno.test("mask() hides numbers in text and in JSON", () => {
  assertEquals(mask("timer    1.25 x 5", ["timer"]), "timer    # x 5");
  assertEquals(mask('{"timer":1.25,"x":5}', ["timer"]), '{"timer":#,"x":5}');
});

Deno.test("withoutChance() numbers random addresses only", () => {
  assertEquals(
    withoutChance(
      "aa:bb:cc:dd:ee:01 02:00:00:00:00:01 8000.aa:bb:cc:dd:ee:1 00:11:22:33:44:55 ff:ff:ff:ff:ff:ff fe80::a8bb:ccff:fedd:ee01",
      "address 02:00:00:00:00:01",
    ),
    "<random 1> 02:00:00:00:00:01 8000.<random 1> 00:11:22:33:44:55 ff:ff:ff:ff:ff:ff <link-local>",
  );
});

Deno.test("difference() returns the first difference", () => {
  assertEquals(difference("a\nb\n", "a\nb\n"), undefined);
  assertEquals(
    difference("a\nbcd\n", "a\nbcx\n"),
    "line 2, column 3:\n         a\n  theirs bcd\n  ours   bcx",
  );
});

Deno.test({
  name: "runCase() finds no difference between ip and itself",
  ignore,
  async fn() {
    const outcome = await run(
      `ip link add name a type veth
> link show
~ mtu link show
! link show dev nothing
= link add name b type veth
> -j link show`,
      same,
    );
    assertEquals(outcome, { failures: [], compared: 5 });
  },
});

Deno.test({
  name: "runCase() tells differences of output, errors and exit code",
  ignore,
  async fn() {
    const { failures, compared } = await run(
      "> link show\n! link show dev nothing",
      (_, words) =>
        Promise.resolve({ code: 0, stdout: words.join(" "), stderr: "" }),
    );
    assertEquals(compared, 2);
    assertEquals(failures.length, 4);
    assertMatch(
      failures[0] ?? "",
      /^ip link show \(stdout\)\nline 1, column 1/,
    );
    assertStringIncludes(failures[2] ?? "", "(stderr)");
    assertStringIncludes(failures[3] ?? "", "exit code 1 of theirs, 0 of ours");
  },
});

Deno.test({
  name: "runCase() tells differences of what was made",
  ignore,
  async fn() {
    const { failures } = await run(
      "= link add name a mtu 1400 type veth",
      (program, words) =>
        same(program, words.map((word) => word === "1400" ? "1300" : word)),
    );
    assertEquals(failures.length, 1);
    assertMatch(
      failures[0] ?? "",
      /state by ip -d -j link show[^]*"mtu": 1400/,
    );
  },
});

Deno.test({
  name: "runCase() refuses an error that is none and a failing preparation",
  ignore,
  async fn() {
    const none = await run("! link show", same);
    assertStringIncludes(none.failures[0] ?? "", "ip accepts what should be");
    const broken = await run("ip link set nothing up", same);
    assertStringIncludes(
      broken.failures[0] ?? "",
      "Cannot set up: ip link set",
    );
  },
});

Deno.test({
  name: "runCase() skips what the kernel does not have",
  ignore,
  async fn() {
    const { skipped } = await run("ip link add name a type nothing", same);
    assert(skipped?.includes("Unknown device type"));
  },
});
