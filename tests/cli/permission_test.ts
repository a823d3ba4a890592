import { assertEquals, assertMatch } from "@std/assert";

Deno.test("run() names which permission is missing, in one line", () => {
  const cli = new URL("../../cli.ts", import.meta.url).pathname;
  const { code, stdout, stderr } = new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-check", "--no-prompt", cli, "link", "show"],
    env: { NO_COLOR: "1" },
  }).outputSync();
  const decoder = new TextDecoder();
  assertEquals(code, 1);
  assertEquals(decoder.decode(stdout), "");
  assertMatch(
    decoder.decode(stderr),
    /^Cannot open a netlink socket: no permission .* --allow-ffi.*\n$/,
  );
});
