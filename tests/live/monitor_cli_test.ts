import { assertEquals, assertGreater } from "@std/assert";
import { changes } from "../support/changes.ts";
import { ipBatch, liveTest, sh } from "../support/live.ts";
import {
  environment,
  ours,
  Program,
  settle,
  sizeOf,
  theirs,
  withoutTimes,
} from "../support/lasting_program.ts";

/** A link that comes and goes until everyone watches. */
const LAST = "here";

/** A process each, so that monitors see the state that a change leaves. */
function change(): void {
  for (const line of changes) {
    const [first, ...words] = line.split(" ");
    if (first === "!") sh(...words as [string]);
    else sh("ip", first!, ...words);
  }
}

/** A change that everyone sees. */
function last(): void {
  ipBatch([
    `link add ${LAST} type dummy`,
    `link set ${LAST} up`,
    `address add 203.0.113.1/32 dev ${LAST}`,
    `address add 2001:db8:f::1 dev ${LAST} nodad`,
  ]);
}

/** Options that are compared at the same time, as the changes take long. */
const runs: string[][][] = [
  [
    ["monitor"],
    ["monitor", "all"],
    ["-details", "monitor", "label"],
    ["-statistics", "-oneline", "monitor", "link", "address", "route"],
  ],
  [
    ["-timestamp", "monitor"],
    ["-tshort", "-color=always", "monitor", "label"],
    ["-json", "-pretty", "monitor", "all"],
    ["-4", "monitor", "all"],
    ["-6", "monitor", "all"],
  ],
  [
    ["-brief", "monitor", "link", "address"],
    ["-N", "monitor", "route", "rule", "address"],
    ["monitor", "all-nsid", "label"],
    ["monitor", "neigh", "netconf", "nsid", "nexthop", "address"],
  ],
];

for (const group of runs) {
  const names = group.map((args) => args.join(" ")).join(", ");
  liveTest(
    `ip shows what the real one shows with ${names}`,
    { needs: ["vm", "quick starts", "ip 6.1", "command bridge"], seconds: 600 },
    async () => {
      using all = new DisposableStack();
      const pairs = group.map((args) =>
        [theirs, ours].map((command) => all.use(new Program(command, args)))
      );
      const programs = pairs.flat();
      // They are there once they have seen a change.
      while (programs.some(({ size }) => size === 0)) {
        last();
        await new Promise((resolve) => setTimeout(resolve, 300));
        sh("ip", "link", "delete", LAST);
      }
      await settle(programs);
      for (const program of programs) program.start();
      change();
      await settle(programs);
      for (const [i, args] of group.entries()) {
        const [their, our] = pairs[i]!.map((program) => program.read());
        const name = args.join(" ");
        assertEquals(our!.out, their!.out, name);
        assertEquals(our!.err, their!.err, name);
        assertGreater(their!.out.join("\n").length, 500);
      }
    },
  );
}

/** Waits until each file has the name of a link. */
async function written(files: readonly string[], name: string): Promise<void> {
  const has = (file: string) =>
    sizeOf(file) > 0 &&
    new TextDecoder("latin1").decode(Deno.readFileSync(file))
      .includes(`${name}\0`);
  while (!files.every(has)) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

liveTest(
  "ip monitor file shows what either rtmon has written as the real one does",
  { needs: ["vm", "quick starts", "ip 6.1", "command bridge"], seconds: 600 },
  async () => {
    const folder = Deno.makeTempDirSync();
    const files = ["theirs", "ours"].map((name) => `${folder}/${name}`);
    {
      using all = new DisposableStack();
      all.use(new Program([...environment, "rtmon"], ["file", files[0]!]));
      all.use(new Program(ours, ["rtmon", "file", files[1]!]));
      // They watch once they have listed what was there before.
      await written(files, "lo");
      change();
      for (let before = ""; before !== `${files.map(sizeOf)}`;) {
        before = `${files.map(sizeOf)}`;
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
      sh("ip", "link", "add", LAST, "type", "dummy");
      await written(files, LAST);
    }
    const read = (
      command: readonly string[],
      file: string,
      ...words: string[]
    ) => {
      const [program, ...args] = command;
      const options = words.filter((word) => word.startsWith("-"));
      const rest = words.filter((word) => !word.startsWith("-"));
      return sh(program!, ...args, ...options, "monitor", "file", file, ...rest)
        .split("\n");
    };
    const [theirFile, ourFile] = files as [string, string];
    const expected = read(theirs, theirFile);
    assertEquals(read(ours, theirFile), expected);
    assertEquals(read(ours, ourFile), read(theirs, ourFile));
    assertEquals(
      read(ours, ourFile).map(withoutTimes),
      expected.map(withoutTimes),
    );
    assertGreater(expected.length, 200);
    for (
      const words of [
        ["all"],
        ["dev", "lo"],
        ["label", "dev", "lo"],
        ["-4", "all"],
        ["-6", "label"],
      ]
    ) {
      assertEquals(
        read(ours, theirFile, ...words),
        read(theirs, theirFile, ...words),
      );
    }
    Deno.removeSync(folder, { recursive: true });
  },
);
