import { assert, assertEquals, assertGreater } from "@std/assert";
import { findCommand, objectNames } from "../../cli/program.ts";
import { ip } from "../support/ip.ts";
import { ipBatch, liveTest } from "../support/live.ts";

const decoder = new TextDecoder();
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

/** Runs a program with a small pipe that does not block, and reads it slowly. */
const SLOW = `
import fcntl, os, subprocess, sys, time
r, w = os.pipe()
fcntl.fcntl(w, fcntl.F_SETPIPE_SZ, 8192)
os.set_blocking(w, False)
child = subprocess.Popen(sys.argv[1:], stdout=w)
os.close(w)
time.sleep(1)
while part := os.read(r, 3000):
    os.write(1, part)
    time.sleep(0.001)
sys.exit(child.wait())
`;

for (
  const [what, ...words] of [
    ["lines, one by one", "-batch", "BATCH"],
    ["lines at once", "address", "show"],
    // The list has no line feed but its last byte.
    ["one long line", "-json", "address", "show"],
  ]
) {
  liveTest(
    `a pipe that is full and does not block gets all output once: ${what}`,
    { needs: ["no virtual machine", "command python3"] },
    () => {
      ipBatch(Array.from(
        { length: 1000 },
        (_, i) => `address add 10.0.${i >> 8}.${i & 255}/32 dev lo`,
      ));
      const batch = Deno.makeTempFileSync();
      Deno.writeTextFileSync(batch, "link show dev lo\n".repeat(1000));
      const command = [
        ...ours.split(" "),
        ...words.map((word) => word === "BATCH" ? batch : word),
      ];
      const output = (program: string, args: string[]) => {
        const { code, stdout, stderr } = new Deno.Command(program, { args })
          .outputSync();
        return [code, ...[stdout, stderr].map((all) => decoder.decode(all))];
      };
      const expected = output(command[0]!, command.slice(1));
      assertEquals(expected[0], 0);
      assertGreater(expected[1]!.toString().length, 50_000);
      assertEquals(output("python3", ["-c", SLOW, ...command]), expected);
      Deno.removeSync(batch);
    },
  );
}

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
