import { assertEquals } from "@std/assert";
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

for (const [name, word] of Object.entries(NAMES)) {
  liveTest(
    `ip takes and shows the name ${JSON.stringify(name)}`,
    { needs: ["command bash"] },
    () => {
      const made = bash(`ip link add name ${word} type veth peer name d1`);
      assertEquals(made, { code: 0, out: "", err: "" });
      const shown = bash(`ip -br link show dev ${word}; ip -j link`);
      assertEquals(shown.err, "");
      assertEquals(shown.out.startsWith(`${name}@d1 `), true, shown.out);
      const links = JSON.parse(shown.out.slice(shown.out.indexOf("\n")));
      // Tunnels that the kernel makes by itself may be there, too.
      const names = links.map(({ ifname }: { ifname: string }) => ifname);
      assertEquals(names.includes(name) && names.includes("d1"), true);
      const batch = `printf 'link set dev %s alias %s\\n' ${word} ${word}`;
      assertEquals(bash(`${batch} | ip -batch -`).code, 0);
      const { out } = bash(`command ip link show dev d1; command ip link`);
      assertEquals(out.split(`alias ${name}\n`).length, 2, out);
      assertEquals(bash(`ip link del dev ${word}`).code, 0);
      assertEquals(bash("command ip -br link").out.includes("d1"), false);
    },
  );
}
