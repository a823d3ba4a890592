/**
 * Makes a network namespace, configures it, runs a program in it, and deletes
 * it. Needs root, and `ping` or whatever is given.
 *
 *     sudo deno run --allow-ffi --allow-run examples/namespaces.ts ip address
 */

// deno-lint-ignore-file no-console
import { Rtnetlink } from "@netlink/netlink";

const [program = "ping", ...args] = Deno.args.length > 0
  ? Deno.args
  : ["ping", "-c1", "127.0.0.1"];

using net = Rtnetlink.open();
net.netns.add("red");
try {
  for await (const { name } of net.netns.list()) console.log(name);

  // The socket stays in that namespace; the rest of this program never is.
  using red = Rtnetlink.open({ netns: "red" });
  await red.link.set("lo", { up: true });

  const command = new Deno.Command(program, { args });
  const { code } = await net.netns.spawn("red", command).status;
  console.log(`${program} ended with ${code}`);
} finally {
  net.netns.delete("red");
}
