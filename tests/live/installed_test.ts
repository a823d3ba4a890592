import { assertEquals } from "@std/assert";
import { objectNames } from "../../cli/program.ts";
import { ip } from "../support/ip.ts";
import { liveTest } from "../support/live.ts";

const cli = new URL("../../cli.ts", import.meta.url).pathname;
/** What runs without an end, or shows no usage. */
const WORDS: Readonly<Record<string, string[]>> = {
  decode: ["decode", "--help"],
  netconf: ["netconf", "show", "dev", "lo"],
};

liveTest(
  "a program that is installed from a clone runs every command",
  { needs: ["no virtual machine"] },
  () => {
    const root = Deno.makeTempDirSync();
    const install = ["install", "-g", "-A", "--root", root, "-n", "nip", cli];
    const { success, stderr } = new Deno.Command(Deno.execPath(), {
      args: install,
      cwd: root,
    }).outputSync();
    assertEquals(success, true, new TextDecoder().decode(stderr));
    for (const name of objectNames(ip)) {
      const { code, stdout, stderr } = new Deno.Command(`${root}/bin/nip`, {
        args: WORDS[name] ?? [name, "help"],
        cwd: root,
        env: { NO_COLOR: "1" },
      }).outputSync();
      const text = new TextDecoder().decode(stdout) +
        new TextDecoder().decode(stderr);
      assertEquals(
        /at fault|Cannot|error:/.exec(text),
        null,
        `${name}: ${text}`,
      );
      assertEquals([0, 255].includes(code), true, `${name}: ${code} ${text}`);
    }
    Deno.removeSync(root, { recursive: true });
  },
);

liveTest("what cannot be read without a permission names which", {
  needs: ["no virtual machine"],
}, () => {
  for (
    const [permissions, words, error] of [
      [
        ["--allow-read"],
        ["maddress"],
        'Cannot open "/proc/net/dev_mcast": Permission denied, all permissions are needed (--allow-all)\n',
      ],
      [
        ["--allow-read"],
        ["vrf", "identify"],
        "Failed to lookup vrf association: Permission denied, all permissions are needed (--allow-all)\n",
      ],
      [
        [],
        ["vrf", "identify"],
        "Failed to lookup vrf association: Permission denied, all permissions are needed (--allow-all)\n",
      ],
      [
        [],
        ["-batch", "/nonexistent"],
        'Cannot open file "/nonexistent" for reading: Permission denied, read access is needed (--allow-read)\n',
      ],
      [
        ["--allow-read"],
        ["-batch", "/nonexistent"],
        'Cannot open file "/nonexistent" for reading: No such file or directory\n',
      ],
      [
        [],
        ["decode", "/nonexistent"],
        'Cannot open "/nonexistent": Permission denied, read access is needed (--allow-read)\n',
      ],
    ] as const
  ) {
    const { code, stderr } = new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "--no-prompt",
        "--no-check",
        "--allow-ffi",
        ...permissions,
        cli,
        ...words,
      ],
      env: { NO_COLOR: "1" },
    }).outputSync();
    assertEquals(new TextDecoder().decode(stderr), error);
    assertEquals(code, 1);
  }
});
