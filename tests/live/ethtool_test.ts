import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  type EthtoolChange,
  GenericNetlink,
  NetlinkError,
  UnknownDeviceError,
} from "../../api/mod.ts";
import { isAtLeast } from "../support/judge.ts";
import { liveTest, sh } from "../support/live.ts";
import { ethtoolSettings } from "../support/ethtool_settings.ts";

const needs = ["family ethtool", "kind veth", "command ethtool"] as const;
const needsTap = [...needs, "file /dev/net/tun"] as const;

function addVeth(): void {
  sh("ip", "link", "add", "v0", ...queues, "type", "veth", ...peer);
  for (const name of ["v0", "v1"]) sh("ip", "link", "set", name, "up");
}

const queues = ["numrxqueues", "4", "numtxqueues", "4"];
const peer = ["peer", "name", "v1", ...queues];

function addTap(): void {
  sh("ip", "tuntap", "add", "dev", "t0", "mode", "tap");
}

/** What `ethtool` prints, as lines of a name, a colon and a value. */
function shown(...args: string[]): Record<string, string> {
  const lines = sh("ethtool", ...args).split("\n");
  return Object.fromEntries(
    lines.map((line) => line.split(/:\s*/).map((part) => part.trim()))
      .filter(([name, value]) => name !== "" && value !== undefined),
  );
}

liveTest("ethtool.channels sets what ethtool -l shows, and reads what -L set", {
  needs,
}, async () => {
  addVeth();
  using generic = GenericNetlink.open();
  const { channels } = generic.ethtool;
  const { rxMax, txMax } = await channels.get("v0");
  const queues = { rxMax, txMax };
  await channels.set("v0", { rx: 1, tx: 1 });
  const compare = async (rx: number, tx: number) => {
    const { rx: ownRx, tx: ownTx } = await channels.get("v0");
    assertEquals([ownRx, ownTx], [rx, tx]);
    // The last lines are what is set.
    const { RX, TX } = shown("-l", "v0");
    assertEquals([RX, TX], [String(rx), String(tx)]);
  };
  await compare(1, 1);
  sh("ethtool", "-L", "v0", "tx", String(Math.min(2, txMax!)));
  await compare(1, Math.min(2, txMax!));
  assertEquals(queues.rxMax! >= 1, true);
  await assertRejects(
    () => channels.set("v0", { rx: 999 }),
    NetlinkError,
    "Cannot set channels of v0: EINVAL: requested channel count exceeds maximum",
  );
});

liveTest(
  "ethtool.linkModes, driverLog and coalescing set what ethtool shows of a tap",
  {
    needs: needsTap,
  },
  async () => {
    addTap();
    using generic = GenericNetlink.open();
    const { linkModes, driverLog, coalescing, linkInfo, linkState } =
      generic.ethtool;
    await linkModes.set("t0", { speed: 1000, duplex: "half" });
    const half = shown("t0");
    assertEquals([half.Speed, half.Duplex], ["1000Mb/s", "Half"]);
    sh("ethtool", "-s", "t0", "speed", "2500", "duplex", "full");
    const full = await linkModes.get("t0");
    assertEquals([full.speed, full.duplex], [2500, "full"]);
    assertEquals(full.autoneg, false);

    await driverLog.set("t0", { messages: { link: true, drv: true } });
    assertEquals(
      shown("t0")["Current message level"],
      "0x00000005 (5)",
    );
    sh("ethtool", "-s", "t0", "msglvl", "drv", "off", "probe", "on");
    assertEquals((await driverLog.get("t0")).messages, {
      probe: true,
      link: true,
    });

    await coalescing.set("t0", { rxFrames: 17 });
    assertEquals(shown("-c", "t0")["rx-frames"], "17");
    sh("ethtool", "-C", "t0", "rx-frames", "5");
    assertEquals((await coalescing.get("t0")).rxFrames, 5);

    assertEquals((await linkInfo.get("t0")).port, "twisted-pair");
    assertEquals((await linkState.get("t0")).up, false);
  },
);

liveTest("ethtool.timestamping reads what ethtool -T shows", {
  needs,
}, async () => {
  addVeth();
  using generic = GenericNetlink.open();
  const { capabilities } = await generic.ethtool.timestamping.get("v0");
  const lines = sh("ethtool", "-T", "v0").split("\n")
    .map((line) => line.match(/^\t([\w-]+)/)?.[1])
    .filter((name) => name !== undefined);
  assertEquals(Object.keys(capabilities!), lines);
});

liveTest("ethtool.driver reads what ethtool -i and -S show", {
  needs,
}, async () => {
  addVeth();
  using generic = GenericNetlink.open();
  const { driver } = generic.ethtool;
  const info = await driver.get("v0");
  const expected = shown("-i", "v0");
  assertEquals(info.driver, expected.driver);
  assertEquals(info.version, expected.version);
  assertEquals(info.bus, expected["bus-info"]);
  assertEquals(info.firmware, expected["firmware-version"]);
  assertEquals(info.counters > 0, expected["supports-statistics"] === "yes");
  const counters = await driver.counters({ index: (await index("v0"))! });
  const { "NIC statistics": _, ...lines } = shown("-S", "v0");
  assertEquals(Object.keys(counters).length, info.counters);
  assertEquals(
    Object.fromEntries(
      Object.entries(counters).map(([name, value]) => [name, String(value)]),
    ),
    lines,
  );

  assertEquals(await driver.find("nothing"), undefined);
  await assertRejects(() => driver.get("nothing"), UnknownDeviceError);
  await assertRejects(
    () => driver.counters("lo"),
    NetlinkError,
    "Cannot get counters of lo: EOPNOTSUPP",
  );
});

async function index(device: string): Promise<number> {
  using generic = GenericNetlink.open();
  return (await generic.ethtool.linkInfo.get(device)).index;
}

liveTest("ethtool.driver asks in the namespace of the object", {
  needs: [...needs, "vm"],
}, async () => {
  sh("ip", "netns", "add", "elsewhere");
  try {
    sh("ip", "-n", "elsewhere", "link", "add", "v7", "type", "veth");
    using generic = GenericNetlink.open({ netns: "elsewhere" });
    assertEquals((await generic.ethtool.driver.get("v7")).driver, "veth");
  } finally {
    sh("ip", "netns", "delete", "elsewhere");
  }
});

liveTest("ethtool has all settings of a device, or finds that it has none", {
  needs,
}, async () => {
  addVeth();
  using generic = GenericNetlink.open();
  const { ethtool } = generic;
  const has = {
    linkInfo: true,
    linkModes: true,
    linkState: true,
    driverLog: false,
    wakeOnLan: false,
    privateFlags: false,
    coalescing: false,
    rings: false,
    pause: false,
    fec: false,
    eee: false,
    tunnels: false,
    channels: true,
    timestamping: true,
  };
  for (const [name, expected] of Object.entries(has)) {
    const reader = ethtool[name as keyof typeof has];
    const found = await reader.find("v0");
    assertEquals(found !== undefined, expected, name);
    assertEquals(await reader.find("nothing"), undefined, name);
    const listed = await reader.list().toArray();
    assertEquals(
      listed.filter(({ device }) => device === "v0").length,
      expected ? 1 : 0,
      name,
    );
    if (found === undefined) continue;
    assertEquals(found.device, "v0", name);
    assertEquals(listed.find(({ index }) => index === found.index), found);
  }
  assert(ethtoolSettings.size > Object.keys(has).length);
  assertEquals(await ethtool.rss.find("v0"), undefined);
  const since = { powerSupply: "6.1", plca: "6.3", phys: "6.12" } as const;
  for (const [name, version] of Object.entries(since)) {
    const listed = ethtool[name as keyof typeof since].list().toArray();
    if (isAtLeast(Deno.osRelease(), version)) assertEquals(await listed, []);
    else {
      const { code } = await assertRejects(() => listed, NetlinkError);
      assertEquals(code, "EOPNOTSUPP", name);
    }
  }
  for (
    const call of [
      () => ethtool.moduleMemory.read("v0"),
      () => ethtool.cable.start("v0"),
      () => ethtool.cable.measure("v0", { first: 100, pair: "A" }),
      () => ethtool.wakeOnLan.set("v0", { modes: { magic: true } }),
      () => ethtool.rings.set("v0", { rx: 64 }),
      () => ethtool.pause.set("v0", { rx: true, tx: false }),
      () => ethtool.fec.set("v0", { modes: { RS: true } }),
      () => ethtool.eee.set("v0", { enabled: true }),
      () => ethtool.module.set("v0", { policy: "auto" }),
    ]
  ) {
    const error = await assertRejects(call, NetlinkError);
    assertEquals(error.code, "EOPNOTSUPP", error.message);
  }
});

liveTest("ethtool.statistics asks for all groups that there are", {
  needs,
}, async () => {
  addVeth();
  using generic = GenericNetlink.open();
  const { statistics, strings } = generic.ethtool;
  const groups = await strings.get("standard-groups");
  assertEquals(groups.slice(0, 4), ["eth-phy", "eth-mac", "eth-ctrl", "rmon"]);
  const { counters } = await statistics.get("v0");
  assertEquals(Object.keys(counters), groups);
  const [one, ...others] = await statistics.list({ groups: ["rmon"] })
    .toArray();
  assertEquals(Object.keys(one!.counters), ["rmon"]);
  assert(others.length > 0);
  const all = await strings.all();
  assertEquals(all["wol-modes"], await strings.get("wol-modes"));
  assertEquals((await strings.all("v0")).counters, await strings.get(1, "v0"));
  await assertRejects(
    () => strings.get("counters"),
    NetlinkError,
    "EINVAL",
  );
});

liveTest("ethtool.monitor() reports what ethtool changes, with names of bits", {
  needs: needsTap,
}, async () => {
  addVeth();
  addTap();
  using generic = GenericNetlink.open();
  using monitor = await generic.ethtool.monitor();
  const changes: EthtoolChange[] = [];
  sh("ethtool", "-K", "v0", "gro", "on");
  sh("ethtool", "-s", "t0", "speed", "100", "duplex", "half");
  sh("ethtool", "-s", "t0", "msglvl", "link", "on");
  sh("ethtool", "-C", "t0", "rx-frames", "9");
  for await (const change of monitor) {
    assert(change.kind !== "overrun" && change.kind !== "unknown");
    changes.push(change);
    if (change.kind === "coalescing") break;
  }
  const [features, modes, log, coalescing] = changes;
  assert(features?.kind === "features" && features.device === "v0");
  assertEquals(features.value.features["rx-gro"], true);
  assertEquals(
    features.value,
    await generic.ethtool.features.get("v0"),
  );
  assert(modes?.kind === "linkModes" && modes.device === "t0");
  assertEquals([modes.value.speed, modes.value.duplex], [100, "half"]);
  assert(log?.kind === "driverLog");
  assertEquals(log.value.messages, { link: true });
  assert(coalescing?.kind === "coalescing");
  assertEquals(coalescing.value.rxFrames, 9);
});

liveTest("ethtool names the device that is not there", { needs }, async () => {
  using generic = GenericNetlink.open();
  const { ethtool } = generic;
  const error = await assertRejects(
    () => ethtool.features.set("nothing", { "rx-gro": true }),
    UnknownDeviceError,
    "Cannot set features of nothing: ENODEV",
  );
  assertEquals(error.device, "nothing");
  await assertRejects(() => ethtool.rings.get(9999), UnknownDeviceError);
});
