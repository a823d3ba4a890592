import { assertEquals, assertMatch, assertThrows } from "@std/assert";
import { compareResults, parseResults } from "../../tools/selftests/results.ts";
import {
  iproute2Script,
  KERNEL_SCRIPTS,
  kernelScript,
  makePrograms,
} from "../../tools/selftests/scripts.ts";
import {
  iproute2Scripts,
  kernelScripts,
  Unavailable,
} from "../../tools/selftests/sources.ts";
import { patient } from "../support/patience.ts";

const TOOL = new URL("../../tools/selftests.ts", import.meta.url).pathname;

/** In seconds; what hangs fails. */
const LONGEST = 1200;

/** The script that is run among the tests: the others take longer. */
const SHORT = "vrf_strict_mode_test";

const reason = reasonAgainst();

Deno.test("parseResults() reads each form of result", () => {
  const output = [
    "    TEST: rule4 check: tos   [ OK ]",
    "TEST: a group   [FAIL]",
    "TEST: a flow   [XFAIL]",
    "    TEST: TEST OK: no outcome",
    "PASS: a link",
    "SKIP: a module",
    "tests/ip/link/new_link.t: Add dev-aBcDeF succeeded",
    "tests/ip/link/new_link.t: Show dev-aBcDeF succeeded with output:",
    "tests/ip/link/new_link.t: Del dev-aBcDeF failed:",
    'test on: "dev-aBcDeF" [SUCCESS]',
    "test on lines count (2):  [FAILED]",
    "[Testing nothing]",
  ].join("\n");
  assertEquals([...parseResults(output)], [
    ["rule4 check: tos", "pass"],
    ["a group", "fail"],
    ["a flow", "fail"],
    ["a link", "pass"],
    ["a module", "skip"],
    ["tests/ip/link/new_link.t: Add dev-*", "pass"],
    ["tests/ip/link/new_link.t: Show dev-*", "pass"],
    ["tests/ip/link/new_link.t: Del dev-*", "fail"],
    ['test on: "dev-*"', "pass"],
    ["test on lines count (2):", "fail"],
  ]);
});

Deno.test("parseResults() counts tests of one name", () => {
  const results = parseResults("PASS: a\nFAIL: a\nPASS: b\nSKIP: a\n");
  assertEquals([...results], [
    ["a", "pass"],
    ["a (2)", "fail"],
    ["b", "pass"],
    ["a (3)", "skip"],
  ]);
});

Deno.test("compareResults() finds what differs, and what is missing", () => {
  const { equal, differences } = compareResults(
    parseResults("PASS: a\nPASS: b\nFAIL: c\nSKIP: d\nPASS: e\n"),
    parseResults("PASS: a\nFAIL: b\nFAIL: c\nSKIP: d\nPASS: f\n"),
  );
  assertEquals(equal, { pass: 1, fail: 1, skip: 1 });
  assertEquals(differences, [
    { name: "b", real: "pass", ours: "fail" },
    { name: "e", real: "pass", ours: "missing" },
    { name: "f", real: "missing", ours: "pass" },
  ]);
});

Deno.test("iproute2Scripts() takes sources that have tests", () => {
  const folder = Deno.makeTempDirSync();
  try {
    assertThrows(() => iproute2Scripts(true, "9.9", folder), Unavailable);
    for (const path of ["lib", "tests/bridge/vlan", "tests/ip/link"]) {
      Deno.mkdirSync(`${folder}/testsuite/${path}`, { recursive: true });
    }
    Deno.writeTextFileSync(`${folder}/testsuite/lib/generic.sh`, "");
    for (const file of ["bridge/vlan/a.t", "ip/link/b.t", "ip/link/b.nl"]) {
      Deno.writeTextFileSync(`${folder}/testsuite/tests/${file}`, "");
    }
    const { command } = iproute2Script(iproute2Scripts(true, "9.9", folder));
    assertEquals(command.slice(4), [
      "tests/ip/link/b.t",
      "tests/bridge/vlan/a.t",
    ]);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});

Deno.test("kernelScript() runs a script, or the parts of it that are named", () => {
  const { command } = kernelScript("/net", "fib_tests");
  assertEquals(command, ["bash", "./fib_tests.sh"]);
  assertEquals(kernelScript("/net", "fib_tests", "down carrier").command, [
    ...["bash", "./fib_tests.sh", "-t", "down carrier"],
  ]);
});

Deno.test({
  name: "makePrograms() makes an ip of the command line that is given",
  ignore: Deno.build.os === "windows",
  fn: () => {
    const folder = Deno.makeTempDirSync();
    try {
      Deno.writeTextFileSync(
        `${folder}/cli.js`,
        "console.log(JSON.stringify(Deno.args));",
      );
      makePrograms(`${folder}/bin`, "/real", `${folder}/cli.js`);
      assertEquals(Deno.readLinkSync(`${folder}/bin/tc`), "/real/tc");
      const { stdout } = new Deno.Command(`${folder}/bin/ip`, {
        args: ["-6", "a b", ""],
      }).outputSync();
      assertEquals(JSON.parse(new TextDecoder().decode(stdout)), [
        "-6",
        "a b",
        "",
      ]);
    } finally {
      Deno.removeSync(folder, { recursive: true });
    }
  },
});

Deno.test("tools/selftests.ts names the scripts that there are", () => {
  const { code, stdout } = new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-all", "--no-check", TOOL, "nothing"],
  }).outputSync();
  assertEquals(code, 64);
  for (const name of ["iproute2", ...KERNEL_SCRIPTS]) {
    assertMatch(new TextDecoder().decode(stdout), new RegExp(`\\b${name}\\b`));
  }
});

Deno.test({
  name: reason === undefined
    ? `ip passes what it should of the kernel's ${SHORT}`
    : `ip passes what it should of the kernel's ${SHORT} (${reason})`,
  ignore: reason !== undefined,
  fn: patient(LONGEST, async () => {
    const { code, stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "--allow-all", "--no-check", TOOL, "--offline", SHORT],
    }).output();
    const text = new TextDecoder().decode(stdout);
    assertMatch(text, /^\d+ passed, 0 failed, 0 skipped$/m);
    assertEquals(code, 0, text);
  }),
});

/** Why the kernel's scripts cannot be run here. */
function reasonAgainst(): string | undefined {
  if (Deno.env.get("KERNEL_VM") !== undefined) return "this is inside of one";
  try {
    kernelScripts(true);
    return undefined;
  } catch (error) {
    if (
      !(error instanceof Unavailable || error instanceof Deno.errors.NotFound)
    ) {
      throw error;
    }
    return "needs what tools/selftests.ts downloads";
  }
}
