/**
 * Makes 20 links of a lab slow and lossy, as far as each should be, and shows
 * what has become of them. Needs root, if only in a namespace of its own, and a
 * kernel with `sch_netem`:
 *
 *     unshare -rn deno run --allow-ffi examples/impair_links.ts
 */

// deno-lint-ignore-file no-console
import { Rtnetlink } from "@netlink/netlink";

using net = Rtnetlink.open();
const names = Array.from({ length: 20 }, (_, i) => `lab${i}`);

for (const [i, name] of names.entries()) {
  await net.link.add({ name, dummy: {}, up: true });
  // A second attempt changes what the first one has made.
  await net.tc.qdisc.replace({
    device: name,
    handle: "1:",
    netem: {
      delay: 0.005 * (i + 1),
      jitter: 0.001,
      loss: i / 1000,
      rate: `${i + 1}mbit`,
    },
  });
}

for await (const { netem } of net.tc.qdisc.list({ kind: "netem" })) {
  const { delay = 0, loss = 0, rate = 0 } = netem ?? {};
  console.log(`${delay} s, ${loss} lost, ${rate} bytes a second`);
}

for (const name of names) {
  await net.tc.qdisc.delete({ device: name });
  await net.link.delete(name);
}
