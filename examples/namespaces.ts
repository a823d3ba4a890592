/**
 * Makes a network namespace, configures it, runs a program in it, and deletes
 * it. Needs root, and `ping` or whatever is given.
 *
 *     sudo deno run --allow-ffi --allow-run --allow-env \
 *       examples/namespaces.ts ip address
 */

// deno-lint-ignore-file no-console
import { spawn } from "node:child_process";
import { once } from "node:events";
import process from "node:process";
import { Rtnetlink } from "@netlink/netlink";

const given = process.argv.slice(2);
const [program = "ping", ...args] = given.length > 0
  ? given
  : ["ping", "-c1", "127.0.0.1"];

using net = Rtnetlink.open();
net.netns.add("red");
try {
  for await (const { name } of net.netns.list()) console.log(name);

  // The socket stays in that namespace; the rest of this program never is.
  using red = Rtnetlink.open({ netns: "red" });
  await red.link.set("lo", { up: true });

  const child = net.netns.spawn("red", {
    spawn: () => spawn(program, args, { stdio: "inherit" }),
  });
  const [code] = await once(child, "exit");
  console.log(`${program} ended with ${code}`);
} finally {
  net.netns.delete("red");
}
