/**
 * Runs random command lines with both programs and prints where they differ:
 * `deno run -A tests/differential/random.ts [--seed N] [--rounds N] [OBJECT…]`.
 *
 * A difference that is found this way becomes a case in `cases/`. Run it in the
 * virtual machine: what the words ask for is asked of the kernel.
 *
 * @module
 */
import { parseArgs } from "@std/cli";
import { inNewNamespace } from "../support/namespace.ts";
import { quote } from "./case.ts";
import { difference, withoutChance } from "./compare.ts";
import { ip } from "../support/ip.ts";
import { runOurs } from "./ours.ts";
import { type Result, runShell } from "./theirs.ts";
import { OBJECTS, VALUES } from "./vocabulary.ts";

// The second of two namespaces would have the tunnels of a module that the
// first one has loaded.
if (Deno.env.get("KERNEL_VM") !== undefined) {
  Deno.writeTextFileSync(
    "/proc/sys/net/core/fb_tunnels_only_for_init_net",
    "1",
  );
}

/** How many command lines share a namespace. */
const LINES = 40;

const SETUP = [
  "ip link set lo up",
  "ip link add d0 address 02:00:00:00:00:01 type dummy",
  "ip link add d1 address 02:00:00:00:00:02 type dummy",
  "ip link set d0 up",
  "ip link set d1 up",
  "ip address add 192.0.2.2/24 dev d0",
  "ip address add 2001:db8::2/64 dev d0 nodad",
];

const STATES = [
  "ip -j -d link show",
  "ip -j addr show",
  "ip -j route show table all",
  "ip -j -6 route show table all",
  "ip -j rule",
  "ip -j -6 rule",
  "ip -j neigh show nud all | tr -d []",
  "ip -j neigh show proxy",
  "ip -j nexthop show",
  "ip -j addrlabel",
  "ip -j maddr",
];

const options = parseArgs(Deno.args, {
  string: ["seed", "rounds"],
});
const { seed = "1", rounds = "10" } = options;
const objects = options._.length > 0
  ? options._.map(String)
  : Object.keys(OBJECTS);
for (let i = 0; i < Number(rounds); i++) {
  const random = generator(Number(seed) + i);
  const lines = Array.from({ length: LINES }, () => commandLine(random));
  await compare(lines, Number(seed) + i);
}

/** A repeatable source of numbers below 1 (xorshift). */
function generator(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

function pick<T>(random: () => number, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}

interface Line {
  readonly options: readonly string[];
  readonly words: readonly string[];
  readonly batch: boolean;
}

function commandLine(random: () => number): Line {
  const object = pick(random, objects);
  const words = OBJECTS[object]!.trim().split(/\s+/);
  const line = [object, pick(random, words.slice(0, 8))];
  const length = Math.floor(random() * 9);
  while (line.length < length + 2) {
    // Mostly a word of the object, and then a value.
    const expected = line.length % 2 === 0 ? words : VALUES;
    const other = expected === words ? VALUES : words;
    line.push(pick(random, random() < 0.75 ? expected : other));
  }
  // Nothing that runs programs, blocks, or that the kernel cannot bear.
  const safe = line.filter((word) => !/^encap/.test(word));
  return {
    options: pick(random, [
      [],
      [],
      [],
      ["-4"],
      ["-6"],
      ["-j"],
      ["-d"],
      ["-0"],
      ["-s"],
      ["-o"],
      ["-br"],
      ["-N"],
    ]),
    words: safe,
    batch: random() < 0.4,
  };
}

async function compare(lines: readonly Line[], seed: number): Promise<void> {
  const folder = Deno.makeTempDirSync({ prefix: "random-" });
  const commands = lines.map(({ options, words, batch }, i) => {
    if (!batch) return [...options, ...words];
    const file = `${folder}/${i}`;
    const text = words.map((word) => word === "" ? '""' : word).join(" ");
    Deno.writeTextFileSync(file, `${text}\nlink show dev lo\n`);
    return [...options, "-force", "-batch", file];
  });
  const theirs = await inNewNamespace(() => {
    prepare();
    const results = runShell(
      commands.map((words) =>
        `timeout 5 ip ${words.map(quote).join(" ")} < /dev/null`
      ),
    );
    return { results, states: runShell(STATES) };
  });
  const ours = await inNewNamespace(async () => {
    prepare();
    const results: Result[] = [];
    for (const words of commands) {
      results.push(await runOurs(ip, words));
    }
    return { results, states: runShell(STATES) };
  });
  const title = (i: number) =>
    `${seed}:${i} ${lines[i]!.options.join(" ")} ${
      lines[i]!.batch ? "-force -batch: " : ""
    }${lines[i]!.words.map(quote).join(" ")}`;
  for (const [i, their] of theirs.results.entries()) {
    const our = ours.results[i]!;
    if (their.code === 124 || their.code === 139) continue;
    if (lines[i]!.words[1] === "save") continue;
    if (
      their.code === our.code && sorted(their) === sorted(our) &&
      difference(their.stderr, our.stderr) === undefined
    ) continue;
    print(`DIFFERENT ${title(i)}
  theirs ${their.code}: ${clip(their.stdout + their.stderr)}
  ours   ${our.code}: ${clip(our.stdout + our.stderr)}`);
  }
  for (const [i, their] of theirs.states.entries()) {
    const [a, b] = [their, ours.states[i]!].map(({ stdout }) =>
      withoutChance(stdout, "").replaceAll(/"(pref|valid)[a-z_]*":\d+/g, "")
        .split("},{").sort().join("},{")
    );
    if (a !== b) print(`STATE ${seed} ${STATES[i]}\n  ${a}\n  ${b}`);
  }
  Deno.removeSync(folder, { recursive: true });
}

function prepare(): void {
  runShell(["ip -all netns delete"]);
  for (const { code, stderr } of runShell(SETUP)) {
    if (code !== 0) throw new Error(`Cannot prepare: ${stderr}`);
  }
}

/** Output without its order: lists come as the kernel's tables have them. */
function sorted({ stdout }: Result): string {
  return withoutChance(stdout, "").split("\n").sort().join("\n");
}

function clip(text: string): string {
  return JSON.stringify(text.length > 600 ? `${text.slice(0, 600)}…` : text);
}

function print(text: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${text}\n`));
}
