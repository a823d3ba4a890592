/**
 * Every dump of the kernel's specifications that needs no argument, on the
 * running kernel: it is answered, or refused with the kernel's error.
 *
 * @module
 */
import { assert, assertEquals, assertRejects } from "@std/assert";
import { NetlinkError, Rtnetlink } from "@netlink/netlink";
import { NLM_F_CREATE, NLM_F_EXCL } from "@netlink/netlink/messages";
import { openFamily, type SpecFamily, type Values } from "@netlink/netlink/ynl";
import { liveTest, type Need } from "../support/live.ts";
import { SPEC_NAMES, specFile, SPECS } from "../support/specs.ts";

const options: { needs: Need[] } = {
  needs: SPECS === undefined ? ["file ../shared/specs"] : [],
};

/** What a dump came to: how many objects, or the error. */
async function outcome(
  family: SpecFamily,
  operation: string,
): Promise<Values[] | string> {
  try {
    return await family.dump(operation).toArray();
  } catch (error) {
    if (!(error instanceof NetlinkError)) throw error;
    return error.code;
  }
}

liveTest("every dump of all specifications is answered or refused", {
  ...options,
  seconds: 600,
}, async () => {
  using net = Rtnetlink.open();
  await net.link.set("lo", { up: true });
  const answered: string[] = [];
  let refused = 0;
  for (const name of SPEC_NAMES) {
    using family = await openFamily(specFile(name));
    for (const { name: operation, modes } of family.spec.operations.list) {
      if (!modes.includes("dump")) continue;
      const found = await outcome(family, operation);
      if (typeof found !== "string") answered.push(`${name} ${operation}`);
      else {
        assert(/^E[A-Z]+$/.test(found), `${name} ${operation}: ${found}`);
        refused++;
      }
    }
  }
  for (
    const each of [
      "nlctrl getfamily",
      "rt-link getlink",
      "rt-addr getaddr",
      "rt-route getroute",
      "rt-rule getrule",
      "tc getqdisc",
    ]
  ) assert(answered.includes(each), `${each} is not answered`);
  assert(answered.length + refused > 90);
});

liveTest("links are the same by their specification", options, async () => {
  using net = Rtnetlink.open();
  await net.link.add({
    name: "left",
    mtu: 1400,
    veth: { peer: { name: "right" } },
  });
  using family = await openFamily(specFile("rt-link"));
  const links = await family.dump("getlink").toArray() as {
    ifiIndex: number;
    ifiFlags: unknown[];
    attributes: Values;
  }[];
  const listed = await net.link.list().toArray();
  assertEquals(
    links.map(({ ifiIndex, attributes: { ifname, mtu } }) => [
      ifiIndex,
      ifname,
      mtu,
    ]),
    listed.map(({ index, name, mtu }) => [index, name, mtu]),
  );
  const left = links.find(({ attributes }) => attributes.ifname === "left")!;
  assertEquals((left.attributes.linkinfo as Values).kind, "veth");
  // What was listed can be requested.
  const alone = await family.do("getlink", { ifiIndex: left.ifiIndex });
  assertEquals((alone as typeof left).attributes.ifname, "left");
});

liveTest("changes are reported by their specification", options, async () => {
  using net = Rtnetlink.open();
  using family = await openFamily(specFile("rt-link"));
  const monitor = await family.events("rtnlgrp-link");
  await net.link.set("lo", { up: true });
  for await (const event of monitor) {
    assertEquals(event.kind, "event");
    if (event.kind !== "event") continue;
    const { attributes } = event.values as { attributes: Values };
    assertEquals([event.operation, attributes.ifname], ["newlink-ntf", "lo"]);
    break;
  }
});

liveTest("links and qdiscs are made by their specifications", {
  needs: [...options.needs, "kind dummy", "vm"],
}, async () => {
  using net = Rtnetlink.open();
  using links = await openFamily(specFile("rt-link"));
  const made = { flags: NLM_F_CREATE | NLM_F_EXCL };
  await links.do("newlink", {
    ifname: "trial",
    mtu: 1400,
    linkinfo: { kind: "dummy" },
  }, made);
  const { index, mtu, kind } = await net.link.get("trial");
  assertEquals([mtu, kind], [1400, "dummy"]);
  await assertRejects(
    () => links.do("newlink", { ifname: "trial", linkinfo: {} }, made),
    NetlinkError,
    "Cannot run newlink of rt-link: EEXIST",
  );
  using tc = await openFamily(specFile("tc"));
  await tc.do("newqdisc", {
    ifindex: index,
    parent: 0xffffffff,
    handle: 0x10000,
    kind: "netem",
    options: { latency: 1_000_000, limit: 100 },
  }, made);
  const [qdisc] = await net.tc.qdisc.list({ device: "trial" }).toArray();
  assertEquals(qdisc?.netem?.delay, 0.064);
  assertEquals(qdisc?.netem?.limit, 100);
});
