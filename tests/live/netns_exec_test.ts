import { assertEquals } from "@std/assert";
import { liveTest, sh } from "../support/live.ts";

const cli = new URL("../../cli.ts", import.meta.url).pathname;

function ours(...words: string[]) {
  const { code, stdout, stderr } = new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-ffi", "--no-prompt", cli, ...words],
    env: { NO_COLOR: "1" },
  }).outputSync();
  const decoder = new TextDecoder();
  return { code, out: decoder.decode(stdout), err: decoder.decode(stderr) };
}

liveTest("ip netns exec runs programs in a namespace", {
  needs: ["vm"],
}, () => {
  sh("ip", "netns", "add", "blue");
  sh("ip", "netns", "add", "red");
  try {
    sh("ip", "-n", "blue", "link", "add", "d7", "type", "dummy");
    assertEquals(
      ours("netns", "exec", "blue", "cat", "/sys/class/net/d7/flags"),
      { code: 0, out: "0x82\n", err: "" },
    );
    assertEquals(ours("netns", "exec", "red", "sh", "-c", "exit 7").code, 7);
    assertEquals(ours("netns", "exec", "blue", "/no/such/program"), {
      code: 1,
      out: "",
      err: 'exec of "/no/such/program" failed: No such file or directory\n',
    });
    assertEquals(ours("netns", "exec", "green", "true"), {
      code: 255,
      out: "",
      err: 'Cannot open network namespace "green": No such file or directory\n',
    });
    const { code, out } = ours("-all", "netns", "exec", "echo", "here");
    assertEquals(code, 0);
    assertEquals(out.split("\n").toSorted(), [
      "",
      "",
      "",
      "here",
      "here",
      "netns: blue",
      "netns: red",
    ]);
  } finally {
    sh("ip", "netns", "delete", "blue");
    sh("ip", "netns", "delete", "red");
  }
});

liveTest("ip vrf exec runs programs outside of any VRF", {}, () => {
  assertEquals(ours("vrf", "exec", "default", "sh", "-c", "echo hi; exit 7"), {
    code: 7,
    out: "hi\n",
    err: "",
  });
  assertEquals(ours("vrf", "exec", "default", "/no/such/program"), {
    code: 1,
    out: "",
    err: 'exec of "/no/such/program" failed: No such file or directory\n',
  });
});
