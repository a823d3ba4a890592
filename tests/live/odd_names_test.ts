import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { textFromBytes } from "../../messages/codec/mod.ts";
import { liveTest } from "../support/live.ts";

const cli = new URL("../../cli.ts", import.meta.url).pathname;

/** Runs our program by a shell, which can write any bytes. */
function bash(script: string): { code: number; out: string; err: string } {
  const ip = `ip() { ${Deno.execPath()} run -A --no-check ${cli} "$@"; }`;
  const { code, stdout, stderr } = new Deno.Command("bash", {
    args: ["-c", `${ip}\n${script}`],
  }).outputSync();
  return { code, out: textFromBytes(stdout), err: textFromBytes(stderr) };
}

/** Names as a shell writes them. */
const NAMES = {
  "q\udcff": "$'q\\xff'",
  "\ufeffr": "$'\\xef\\xbb\\xbfr'",
  "c\x01\x1b": "$'c\\x01\\x1b'",
  "\ufffd": "$'\\xef\\xbf\\xbd'",
};

const names = Object.keys(NAMES);
const words = Object.values(NAMES);

liveTest(
  "ip takes and shows names of any bytes",
  { needs: ["quick starts", "command bash"], seconds: 300 },
  () => {
    for (const [i, word] of words.entries()) {
      assertEquals(
        bash(`ip link add name ${word} type veth peer name p${i}`),
        { code: 0, out: "", err: "" },
      );
    }
    const shown = bash("ip -br link show; ip -j link");
    assertEquals(shown.err, "");
    const at = shown.out.indexOf("\n[") + 1;
    const brief = shown.out.slice(0, at).split("\n")
      .map((line) => line.split(" ", 1)[0]);
    const links: { ifname: string }[] = JSON.parse(shown.out.slice(at));
    for (const [i, name] of names.entries()) {
      assert(brief.includes(`${name}@p${i}`), `${shown.out}`);
      for (const each of [name, `p${i}`]) {
        assert(links.some(({ ifname }) => ifname === each), each);
      }
    }
    assertStringIncludes(
      bash(`ip -br link show dev ${words[0]}`).out,
      `${names[0]}@p0 `,
    );
    const batch = `printf 'link set dev %s alias %s\\n'`;
    const pairs = words.flatMap((word) => [word, word]).join(" ");
    assertEquals(bash(`${batch} ${pairs} | ip -batch -`).code, 0);
    const { out } = bash("command ip link");
    for (const name of names) {
      assertEquals(out.split(`alias ${name}\n`).length, 2, out);
    }
    for (const word of words) {
      assertEquals(bash(`ip link del dev ${word}`).code, 0);
    }
    const left = bash("command ip -br link").out;
    for (const i of names.keys()) assert(!left.includes(`p${i}`), left);
  },
);
