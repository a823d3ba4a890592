import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { hasCommand } from "../support/live.ts";

const ignore = !hasCommand("flock");
const reason = ignore ? " (needs command flock)" : "";

/** Runs a program in `tools/` with a folder of unpacked packages of its own. */
function run(folder: string, tool: string, ...args: string[]) {
  const path = new URL(`../../tools/${tool}`, import.meta.url).pathname;
  const { code, stdout, stderr } = new Deno.Command(path, {
    args,
    env: { NETLINK_JUDGES: folder },
  }).outputSync();
  const decoder = new TextDecoder();
  return {
    code,
    out: decoder.decode(stdout),
    err: decoder.decode(stderr),
  };
}

function inFolder(body: (folder: string) => void): () => void {
  return () => {
    const folder = Deno.makeTempDirSync();
    try {
      body(folder);
    } finally {
      Deno.removeSync(folder, { recursive: true });
    }
  };
}

Deno.test({
  name: `tools/debian says what is not here, and leaves nothing${reason}`,
  ignore,
  fn: inFolder((folder) => {
    const { code, out, err } = run(folder, "debian", "-n", "nothing", "9.9");
    assertEquals([code, out], [69, ""]);
    assertStringIncludes(err, "nothing 9.9 is not here");
    const left = [...Deno.readDirSync(folder)].map(({ name }) => name);
    assertEquals(left.toSorted(), ["apt", "lock"]);
    for (
      const args of [
        ...[[], ["x"], ["-z", "x", "1"], ["x", "../1"], ["x", "v1"]],
        ...[["-s", "x"], ["-s", "x", "1", "program"]],
      ]
    ) {
      assertEquals(run(folder, "debian", ...args).code, 64, args.join(" "));
    }
  }),
});

Deno.test({
  name: `tools/debian keeps sources apart from programs${reason}`,
  ignore,
  fn: inFolder((folder) => {
    Deno.mkdirSync(`${folder}/x-9.9-source`);
    Deno.writeTextFileSync(`${folder}/x-9.9-source/ready`, "");
    const source = run(folder, "debian", "-n", "-s", "x", "9.9");
    assertEquals([source.code, source.out], [0, `${folder}/x-9.9-source\n`]);
    assertEquals(run(folder, "debian", "-n", "x", "9.9").code, 69);
  }),
});

Deno.test({
  name: `tools/judges takes what was unpacked, if it is whole${reason}`,
  ignore,
  fn: inFolder((folder) => {
    const bin = `${folder}/iproute2-9.9/bin`;
    Deno.mkdirSync(bin, { recursive: true });
    Deno.writeTextFileSync(`${folder}/iproute2-9.9/ready`, "");
    for (const program of ["ip", "bridge", "tc", "ss", "rtmon"]) {
      Deno.writeTextFileSync(`${bin}/${program}`, "", { mode: 0o755 });
    }
    const whole = run(folder, "judges", "-n", "9.9");
    assertEquals([whole.code, whole.out], [0, `${bin}\n`]);
    Deno.removeSync(`${bin}/tc`);
    assertEquals(run(folder, "judges", "-n", "9.9").code, 69);
  }),
});

for (const tool of ["kernel-vm", "kernel-qemu"]) {
  Deno.test({
    name: `tools/${tool} says that a kernel is not here${reason}`,
    ignore,
    fn: inFolder((folder) => {
      const args = ["-k", "9.9", "--check", "--offline"];
      const { code, err } = run(folder, tool, ...args);
      assertEquals(code, 69);
      assertMatch(err, /not (here|installed)/);
      assertEquals(run(folder, tool, "-x").code, 64);
    }),
  });
}
