import { assertEquals, assertNotEquals } from "@std/assert";
import { run } from "../support/ip.ts";
import { liveTest, sh } from "../support/live.ts";
import { testIo } from "../support/io.ts";

/** Runs our program; files of names may be read. */
async function ours(
  words: string,
  input: Uint8Array = new Uint8Array(),
): Promise<{ code: number; out: Uint8Array; err: string }> {
  const io = testIo({ input });
  const code = await run(words.split(" "), io);
  return { code, out: io.written, err: io.errors };
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** What the real program writes, as bytes. */
function theirs(words: string, input?: string): Uint8Array {
  const command = `ip ${words} ${input === undefined ? "" : `< ${input}`}`;
  const { stdout, stderr, success } = new Deno.Command("sh", {
    args: ["-c", command],
  }).outputSync();
  if (!success) throw new Error(`Cannot ${command}: ${text(stderr)}`);
  return stdout;
}

/**
 * The file without what differs from run to run: flags, sequence numbers and
 * ports.
 */
function withoutHeaders(file: Uint8Array): Uint8Array {
  const copy = file.slice();
  const view = new DataView(copy.buffer);
  for (let at = 4; at < copy.length;) {
    const length = view.getUint32(at, true);
    copy.fill(0, at + 6, at + 16);
    at += length + 3 & ~3;
  }
  return copy;
}

function prepare(): void {
  sh("ip", "link", "add", "name", "a", "type", "veth", "peer", "name", "b");
  for (
    const words of [
      "192.0.2.1/24 brd + dev a",
      "192.0.2.2/24 dev a label a:2",
      "10.0.0.1 peer 10.0.0.2 dev b",
      "2001:db8::1/64 nodad dev a",
    ]
  ) sh("ip", "addr", "add", ...words.split(" "));
}

liveTest("ip address save writes what ip writes", {}, async () => {
  prepare();
  const file = Deno.makeTempFileSync();
  for (const words of ["addr save", "addr save dev a", "-6 addr save up"]) {
    const { code, out } = await ours(words);
    assertEquals(code, 0);
    assertEquals(withoutHeaders(out), withoutHeaders(theirs(words)), words);
    Deno.writeFileSync(file, out);
    const shown = text(theirs("addr showdump", file));
    assertEquals(text((await ours("addr showdump", out)).out), shown);
    const json = text(theirs("-j -p addr showdump", file));
    assertEquals(text((await ours("-j -p addr showdump", out)).out), json);
  }
  Deno.removeSync(file);
});

liveTest("ip address restore brings saved addresses back", {}, async () => {
  prepare();
  const { out } = await ours("addr save");
  const before = sh("ip", "-j", "addr", "show");
  sh("ip", "addr", "flush", "dev", "a");
  sh("ip", "addr", "flush", "dev", "b");
  assertEquals((await ours("addr restore", out)).code, 0);
  assertEquals(sh("ip", "-j", "addr", "show"), before);
  const file = Deno.makeTempFileSync();
  Deno.writeFileSync(file, out);
  // What the kernel reports about addresses that are there differs.
  const { stderr } = new Deno.Command("sh", {
    args: ["-c", `ip addr restore < ${file}`],
  }).outputSync();
  const second = await ours("addr restore", out);
  assertEquals(second, { code: 0, out: new Uint8Array(), err: text(stderr) });
  assertNotEquals(second.err, "");
  sh("ip", "addr", "flush", "dev", "a");
  theirs("addr restore 2>/dev/null", file);
  assertEquals(sh("ip", "-j", "addr", "show"), before);
  Deno.removeSync(file);
});

liveTest("ip rule save and restore do what ip does", {}, async () => {
  sh("ip", "rule", "add", "from", "192.0.2.0/24", "table", "77", "pref", "10");
  sh("ip", "rule", "add", "fwmark", "1/3", "goto", "10", "pref", "5");
  const before = sh("ip", "rule").split("\n");
  const { code, out } = await ours("rule save");
  assertEquals(code, 0);
  assertEquals(withoutHeaders(out), withoutHeaders(theirs("rule save")));
  sh("ip", "rule", "flush");
  const restored = await ours("rule restore", out);
  assertEquals(restored, { code: 0, out: new Uint8Array(), err: "" });
  // The rule of priority 0 was there still, and is now there twice.
  assertEquals(sh("ip", "rule").split("\n"), [before[0]!, ...before]);
});
