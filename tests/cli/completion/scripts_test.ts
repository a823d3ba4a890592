import { assert, assertEquals } from "@std/assert";
import { SCRIPTS } from "../../../cli/completion/scripts.ts";
import { hasCommand } from "../../support/live.ts";

const CLI = new URL("../../../cli.ts", import.meta.url).pathname;
/** How our program is called in these tests. */
const NAME = "nip-trial";

/** Runs a script of bash, after that which completes for our program. */
async function bash(script: string): Promise<string> {
  const run = `${Deno.execPath()} run -A --no-check ${CLI}`;
  const whole = `${SCRIPTS.bash!(NAME)}\n${NAME}() { ${run} "$@"; }\n${script}`;
  const { code, stdout, stderr } = await new Deno.Command("bash", {
    args: ["--norc", "-c", whole],
    env: { NO_COLOR: "1" },
  }).output();
  const text = new TextDecoder();
  assertEquals([code, text.decode(stderr)], [0, ""]);
  return text.decode(stdout);
}

/** What bash completes a command line to. */
async function completed(...lines: string[]): Promise<string[][]> {
  const function_ = /^\w+/.exec(SCRIPTS.bash!(NAME))![0];
  const text = await bash(
    lines.map((line) => `
COMP_LINE=${JSON.stringify(`${NAME} ${line}`)}
COMP_POINT=\${#COMP_LINE}
${function_}
echo "\${COMPREPLY[*]}"
`).join(""),
  );
  return text.trimEnd().split("\n").map((line) => line.split(" "));
}

Deno.test({
  name: "bash completes objects, verbs, options, link kinds and their settings",
  ignore: !hasCommand("bash"),
  async fn() {
    assertEquals(
      await completed(
        "addrl",
        "-c",
        "link s",
        "link set lo pro",
        "link add x type vxl",
        "route show table ma",
      ),
      [
        ["addrlabel"],
        ["-color"],
        ["set", "show"],
        ["promisc", "protodown", "protodown_reason"],
        ["vxlan"],
        ["main"],
      ],
    );
    const [settings = [], ...none] = await completed("link add type macvlan m");
    assert(settings.includes("mode"), settings.join());
    assertEquals(none, []);
  },
});

Deno.test({
  name: "bash completes names of files and words after a colon",
  ignore: !hasCommand("bash"),
  async fn() {
    const folder = await Deno.makeTempDir();
    try {
      await Deno.writeTextFile(`${folder}/commands`, "");
      assertEquals(await completed(`-batch ${folder}/comm`), [
        [`${folder}/commands`],
      ]);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
    const [words = []] = await completed("addr add fe80::1/64 brd + dev");
    assertEquals(words, ["dev"]);
  },
});

for (const shell of ["bash", "zsh", "fish"]) {
  const has = hasCommand(shell);
  Deno.test({
    name: `The script for ${shell} has no errors of syntax${
      has ? "" : ` (needs ${shell})`
    }`,
    ignore: !has,
    async fn() {
      const file = await Deno.makeTempFile();
      try {
        await Deno.writeTextFile(file, SCRIPTS[shell]!(NAME));
        const { code, stderr } = await new Deno.Command(shell, {
          args: ["-n", file],
        }).output();
        assertEquals([code, new TextDecoder().decode(stderr)], [0, ""]);
      } finally {
        await Deno.remove(file);
      }
    },
  });
}

Deno.test("Scripts name the program, and functions after it", () => {
  for (const [shell, script] of Object.entries(SCRIPTS)) {
    const text = script("my-ip");
    assert(text.includes("my-ip completions --complete -- "), shell);
    assert(text.includes("_my_ip_complete"), shell);
    assertEquals(text.includes("nip"), false, shell);
  }
});
