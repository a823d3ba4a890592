import { assert, assertEquals } from "@std/assert";
import { findCommand, objectNames } from "../../cli/program.ts";
import { ip } from "../support/ip.ts";
import { liveTest } from "../support/live.ts";

const cli = new URL("../../cli.ts", import.meta.url).pathname;
/** As `deno task ip` does: it starts faster. */
const ours =
  `${Deno.execPath()} run -A --no-check --unstable-lazy-dynamic-imports ${cli}`;

/** What runs without an end, or reads the input. */
const ENDLESS = ["decode", "monitor", "rtmon"];

/** A command line of each object, and what writes in other ways. */
const COMMANDS = [
  ...objectNames(ip).filter((name) => !ENDLESS.includes(name)),
  "monitor help",
  "monitor file /etc/passwd",
  "rtmon help",
  "decode --help",
  "decode /etc/passwd",
  "route save",
  "address save",
  "rule save",
  "route restore",
  "route showdump",
  "-json -pretty -details address",
  "-batch -",
  "-force -batch /nonexistent",
  "link show nothing",
  "nothing",
  "-Version",
];

/** Ways of not getting rid of output, in the language of the shell. */
const OUTPUTS: Readonly<Record<string, string>> = {
  closed: ">&- 2>&-",
  full: "> /dev/full 2> /dev/full",
  broken: "2>&1 | true",
  "without input": "<&-",
  "with a folder as input": "< /",
};

for (const [name, redirection] of Object.entries(OUTPUTS)) {
  liveTest(
    `no command shows where in the code it ends: output is ${name}`,
    { needs: ["no virtual machine"] },
    () => {
      for (const command of COMMANDS) {
        const { code, text } = run(`${ours} ${command} ${redirection}`);
        const trace = /\bat .*\.[jt]s|Uncaught|at fault/.exec(text);
        assertEquals(trace, null, `${command}: ${text}`);
        assert(
          code < 128 || code === 141 || code === 255,
          `${command}: ${code}`,
        );
      }
    },
  );
}

liveTest(
  "a pipe that is full and does not block loses nothing",
  { needs: ["no virtual machine", "command python3"] },
  () => {
    const script = `
import os, subprocess, sys, time
r, w = os.pipe()
os.set_blocking(w, False)
child = subprocess.Popen(sys.argv[1:], stdout=w)
os.close(w)
time.sleep(1)
data = b""
while True:
    part = os.read(r, 65536)
    if not part: break
    data += part
print(len(data), data.count(b"\\n"), child.wait())
`;
    const batch = Deno.makeTempFileSync();
    Deno.writeTextFileSync(batch, "link show dev lo\n".repeat(3000));
    const output = (...words: string[]) => {
      const { stdout, stderr } = new Deno.Command("python3", {
        args: ["-c", script, ...words],
      }).outputSync();
      assertEquals(new TextDecoder().decode(stderr), "");
      return new TextDecoder().decode(stdout).split(" ");
    };
    const [, lines, code] = output(
      ...ours.split(" "),
      "-batch",
      batch,
    );
    assertEquals([lines, code?.trim()], ["6000", "0"]);
    Deno.removeSync(batch);
  },
);

Deno.test("objectNames() has what can be found", () => {
  for (const name of objectNames(ip)) {
    assertEquals(typeof findCommand(ip, name), "function", name);
  }
});

function run(command: string): { code: number; text: string } {
  const { code, stdout, stderr } = new Deno.Command("bash", {
    args: ["-c", `set -o pipefail; ${command}`],
    stdin: "null",
    env: { NO_COLOR: "1" },
  }).outputSync();
  const decoder = new TextDecoder();
  return { code, text: decoder.decode(stdout) + decoder.decode(stderr) };
}
