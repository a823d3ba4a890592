import { assertEquals, assertRejects } from "@std/assert";
import {
  NetlinkError,
  type Rule,
  type RuleSpec,
  UnknownDeviceError,
} from "../../api/mod.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { liveTest, sh } from "../support/live.ts";

async function find(net: Rtnetlink, spec: RuleSpec): Promise<Rule[]> {
  return await net.rule.list(spec).toArray();
}

const specs: RuleSpec[] = [
  { priority: 100, from: "192.0.2.0/24", table: 100 },
  { priority: 101, to: "2001:db8::/32", table: "main", not: true },
  { priority: 102, mark: 1, markMask: 0xff, action: "unreachable" },
  {
    priority: 103,
    inputDevice: "eth9",
    outputDevice: "eth8",
    table: 70000,
    protocol: "static",
  },
  {
    priority: 104,
    ipProtocol: "tcp",
    sourcePorts: { from: 1, to: 1024 },
    destinationPorts: 443,
    users: { from: 0, to: 1000 },
    table: "local",
  },
  { priority: 105, goto: 200, action: "goto" },
  { priority: 106, table: "main", suppressPrefixLength: 0, suppressGroup: 7 },
  { priority: 107, table: 5, realms: { from: 1, to: 2 }, tos: 16 },
  { priority: 108, l3mdev: true },
];

liveTest("Rules take devices by name, by index and as objects", {
  needs: ["kind ifb"],
}, async () => {
  using net = Rtnetlink.open();
  await net.link.add({ name: "i0", kind: "ifb" });
  const link = await net.link.get("i0");
  let priority = 100;
  for (const device of ["i0", link.index, link, { index: link.index }]) {
    const key: RuleSpec = { priority: priority++, inputDevice: device };
    await net.rule.add({ ...key, outputDevice: device, table: 100 });
    const rule = await net.rule.get(key);
    assertEquals([rule.inputDevice, rule.outputDevice], ["i0", "i0"]);
    assertEquals((await find(net, key)).length, 1);
    await net.rule.delete(key);
    assertEquals(await find(net, key), []);
  }
  await assertRejects(
    () => net.rule.add({ inputDevice: 9999, table: 100 }),
    UnknownDeviceError,
    ": ENODEV: No such device: 9999 for inputDevice",
  );
  await assertRejects(
    () => net.rule.add({ ipProtocol: "tpc" as "tcp", table: 100 }),
    TypeError,
    '"tpc" as ipProtocol',
  );
});

for (const spec of specs) {
  liveTest(
    `Rules lists what it adds: ${JSON.stringify(spec)}`,
    {},
    async () => {
      using net = Rtnetlink.open();
      await net.rule.add(spec);
      const [rule, ...others] = await find(net, { priority: spec.priority! });
      assertEquals(others, []);
      const { message: _, ...words } = rule!;
      assertEquals({ ...words, ...spec }, words);

      await assertRejects(() => net.rule.add(spec), NetlinkError, "EEXIST");
      await net.rule.delete(rule!);
      assertEquals(await find(net, { priority: spec.priority! }), []);
      await net.rule.add(rule!);
      const [second] = await find(net, { priority: spec.priority! });
      assertEquals(second, rule);
    },
  );
}

liveTest("Rules shows ip's rules and makes rules for ip", {}, async () => {
  using net = Rtnetlink.open();
  sh("ip", "rule", "add", "from", "10.0.0.0/8", "fwmark", "7", "table", "9");
  const [rule] = await find(net, { table: 9 });
  assertEquals(rule!.from, "10.0.0.0/8");
  assertEquals(rule!.mark, 7);
  await net.rule.add({ ...rule!, priority: 5, table: 10 });
  assertEquals(
    sh("ip", "rule", "show", "table", "10"),
    "5:\tfrom 10.0.0.0/8 fwmark 0x7 lookup 10\n",
  );
});

liveTest("Rules.flush() leaves the rule of priority 0", {}, async () => {
  using net = Rtnetlink.open();
  assertEquals(await net.rule.flush({ family: "inet" }), 2);
  const left = await find(net, { family: "inet" });
  assertEquals(left.map(({ priority }) => priority), [0]);
});

liveTest("Rules refuses bad input before anything is sent", {}, async () => {
  using net = Rtnetlink.open();
  await assertRejects(
    () => net.rule.add({ from: "300.0.0.0/8" }),
    TypeError,
    'Cannot use "300.0.0.0" as from: an IP address',
  );
  await assertRejects(
    () => net.rule.add({ from: "10.0.0.0/33" }),
    RangeError,
    "as from",
  );
  await assertRejects(
    () => net.rule.add({ from: "10.0.0.0/8", to: "2001:db8::/32" }),
    TypeError,
    "it is not of the family of the rule",
  );
  await assertRejects(
    () => net.rule.add({ sourcePorts: { from: 1, to: 70000 } }),
    RangeError,
    "sourcePorts.to",
  );
});
