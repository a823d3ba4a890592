import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { programNames } from "../../cli/programs.ts";
import { kernelTest } from "../support/live.ts";
import { modulesLoaded, modulesRead } from "../support/modules.ts";
import { patient } from "../support/patience.ts";
import { withParentheses } from "../../tools/build/ahead.ts";
import { LAZY, withThunks } from "../../tools/build/thunks.ts";

const ROOT = new URL("../../", import.meta.url).pathname;
/** Building and checking take longer than most tests, in seconds. */
const LONGEST = 300;

/** What may be permitted: all that is loaded late, or nothing of that. */
const PERMISSIONS = [["--allow-ffi", "--allow-read"], ["--allow-ffi"]];

/** Commands of which the help comes from files of their own. */
const COMMANDS = ["address", "link", "macsec", "netns", "route", "rule"];

/** A program that uses the built library; one line of it must not compile. */
const USER = `
import { NetlinkError, Rtnetlink, SocketError } from "./mod.js";
import { type Codec, u32 } from "./codec.js";
import { decode } from "./messages.js";
import { NetlinkSocket, SocketError as Same } from "./socket.js";

type Link = Awaited<ReturnType<Rtnetlink["link"]["get"]>>;
// @ts-expect-error An MTU is a number.
const wrong: Link["mtu"] = "1500";
const codec: Codec<number> = u32;
const values = [NetlinkError, Rtnetlink, NetlinkSocket, decode, codec, wrong];
console.log(values.every(Boolean), SocketError === Same);
`;

let folder: Promise<string> | undefined;

/** Builds once for all tests of this file. */
function build(): Promise<string> {
  return folder ??= (async () => {
    const made = Deno.makeTempDirSync();
    globalThis.addEventListener("unload", () => {
      Deno.removeSync(made, { recursive: true });
    });
    const { code, stderr } = await deno(
      ["run", "--allow-all", "--no-check"],
      ["tools/build.ts", `--out=${made}`],
    );
    assertEquals(code, 0, stderr);
    return made;
  })();
}

/** Runs Deno on the sources or on what is built. */
async function deno(
  how: readonly string[],
  what: readonly string[],
): Promise<{ code: number; stdout: string; stderr: string }> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...how, ...what],
    cwd: ROOT,
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  return {
    code,
    stdout: decoder.decode(stdout),
    stderr: decoder.decode(stderr),
  };
}

for (const permissions of PERMISSIONS) {
  const how = ["run", ...permissions];
  Deno.test(
    `The built command line has every command with ${permissions.join(" ")}`,
    patient(LONGEST, async () => {
      const program = `${await build()}/cli.js`;
      for (const command of COMMANDS) {
        const words = [command, "help"];
        assertEquals(
          await deno(how, [program, ...words]),
          await deno(how, ["cli.ts", ...words]),
        );
      }
    }),
  );

  Deno.test(
    `The other programs are built with ${permissions.join(" ")}`,
    patient(LONGEST, async () => {
      for (const name of programNames().filter((name) => name !== "ip")) {
        const program = `${await build()}/${name}.js`;
        for (const words of [["help"], ["-Version"], ["nothing"]]) {
          assertEquals(
            await deno(how, [program, ...words]),
            await deno(how, [`cli/${name}.ts`, ...words]),
          );
        }
      }
    }),
  );

  kernelTest(
    `The built command line shows links with ${permissions.join(" ")}`,
    patient(LONGEST, async () => {
      const program = `${await build()}/cli.js`;
      const words = ["link", "show", "dev", "lo"];
      const ours = await deno(how, [program, ...words]);
      assertStringIncludes(ours.stdout, "LOOPBACK");
      assertEquals(ours, await deno(how, ["cli.ts", ...words]));
    }),
  );
}

Deno.test(
  "The built command line computes the names of what it loads late",
  patient(LONGEST, async () => {
    const parts = `${await build()}/programs`;
    const [core, ...more] = [...Deno.readDirSync(parts)]
      .map(({ name }) => name)
      .filter((name) => name.startsWith("core-"));
    assertEquals(more, []);
    const code = Deno.readTextFileSync(`${parts}/${core}`);
    assert(!/\bimport\(["'`]/.test(code), "Deno would read it at once");
    assert(/\bimport\(String\(/.test(code), "all would be in one file");
  }),
);

kernelTest(
  "The built command line is a program",
  patient(LONGEST, async () => {
    const program = `${await build()}/cli.js`;
    const words = ["link", "show", "dev", "lo"];
    const folder = Deno.execPath().replace(/\/[^/]*$/, "");
    const { success, stdout } = await new Deno.Command(program, {
      args: words,
      env: { NO_COLOR: "1", PATH: `${folder}:${Deno.env.get("PATH")}` },
    }).output();
    assert(success);
    assertStringIncludes(new TextDecoder().decode(stdout), "LOOPBACK");
  }),
);

kernelTest(
  "The built command line makes Deno read and load few files",
  patient(LONGEST, async () => {
    const program = new URL(`file://${await build()}/cli.js`);
    const read = await modulesRead(program);
    assert(read.length <= 4, `Deno reads ${read.join(", ")}`);
    const loaded = await modulesLoaded(program, "link", "show");
    assert(loaded.length <= 8, `Deno loads ${loaded.join(", ")}`);
    assert(!loaded.includes("programs/all.js"));
  }),
);

Deno.test(
  "Tables of the built library are in functions, and nothing else",
  () => {
    const code = `import { attributes, u8 } from "../codec/mod.ts";
import { mapping } from "./other.ts";
const one = attributes<One>({ a: ["A", 1, attributes({ b: ["B", 2, u8] })] });
const two = mapping({ a: 1 });
const three = attributes(one);
const four = () => attributes({ a: ["A", 1, u8] });
`;
    assertEquals(
      withThunks(code, `${ROOT}messages/link/test.ts`),
      code.replace(
        '{ a: ["A", 1, attributes({ b: ["B", 2, u8] })] }',
        '() => ({ a: ["A", 1, attributes(() => ({ b: ["B", 2, u8] }))] })',
      ),
    );
  },
);

Deno.test("The functions that tables are put into are where they are looked for", () => {
  for (const [name, module] of LAZY) {
    const code = Deno.readTextFileSync(module);
    assertStringIncludes(code, `export function ${name}<`);
  }
  const groups = "api/link/reference.ts";
  const code = Deno.readTextFileSync(ROOT + groups);
  assertStringIncludes(
    withThunks(code, ROOT + groups),
    "enumeration(() => ({",
  );
});

Deno.test("Functions that run at each start are put into parentheses", () => {
  const code = `#!/usr/bin/env deno
/* About the file. */
import { a } from "./a.js";
const one = (x) => a(x, (y) => y), two = async () => 2;
function three() { return () => 3; }
async function four() { function five() {} return [1].map((z) => z); }
export function six() {}
export { one, two, three, four };
`;
  /** Where the functions end that have these texts. */
  function ends(...texts: string[]): Set<number> {
    return new Set(texts.map((text) => code.indexOf(text) + text.length));
  }
  assertEquals(withParentheses(code, new Set()), code);
  assertEquals(
    withParentheses(
      code,
      ends("a(x, (y) => y)", "(y) => y", "() => 3; }", "(z) => z", "z); }"),
    ),
    `#!/usr/bin/env deno
/* About the file. */
var three = (function three() { return () => 3; });
var four = (async function four() { function five() {} return [1].map(((z) => z)); });
import { a } from "./a.js";
const one = ((x) => a(x, ((y) => y))), two = async () => 2;
;
;
export function six() {}
export { one, two, three, four };
`,
  );
  const exported = ends("six() {}");
  assertEquals(withParentheses(code, exported), code);
});

kernelTest(
  "Functions that list links are put into parentheses by the build",
  patient(LONGEST, async () => {
    const files = [`${await build()}/programs`, `${await build()}/chunks`];
    for (const file of files) {
      const codes = [...Deno.readDirSync(file)]
        .map(({ name }) => Deno.readTextFileSync(`${file}/${name}`));
      const marked = codes.filter((code) =>
        code.includes("var attributes = (function attributes(")
      );
      assert(marked.length > 0, `none in ${file}`);
    }
  }),
);

Deno.test(
  "The built library has types, and the same classes in all files",
  patient(LONGEST, async () => {
    const user = `${await build()}/user.ts`;
    Deno.writeTextFileSync(user, USER);
    const { code, stdout, stderr } = await deno(["run", "--check"], [user]);
    assertEquals({ code, stdout }, { code: 0, stdout: "true true\n" }, stderr);
  }),
);
