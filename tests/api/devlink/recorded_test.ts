/**
 * What `devlink` has asked a real kernel, and what that has answered: the
 * methods send the same, and put the answers into words.
 *
 * @module
 */
import { assertEquals, assertRejects } from "@std/assert";
import { NetlinkError } from "../../../api/connection/errors.ts";
import { plain, RecordedKernel } from "../../support/generic_kernel.ts";

const device = "netdevsim/netdevsim7";

/** Devlink with a kernel that has been recorded. */
function open() {
  const kernel = new RecordedKernel("devlink");
  return { kernel, devlink: kernel.generic.devlink };
}

Deno.test("DevlinkReader.list() sends what devlink dev info sends", async () => {
  const { kernel, devlink } = open();
  const [info, ...others] = await devlink.info.list().toArray();
  assertEquals(kernel.commands, ["devlink dev info"]);
  assertEquals(others, []);
  assertEquals(plain(info!), {
    device,
    driver: "netdevsim",
    stored: { "fw.mgmt": "10.20.30" },
    running: { "fw.mgmt": "10.20.30" },
  });
});

Deno.test("DevlinkParams sends what devlink dev param sends", async () => {
  const { kernel, devlink: { params } } = open();
  const key = { device, name: "max_macs" };
  assertEquals(plain(await params.get(key)), {
    ...key,
    generic: true,
    type: "u32",
    values: { driverinit: 32 },
    defaults: { driverinit: 32 },
  });
  await params.set(key, { value: 16, mode: "driverinit" });
  const show = `devlink dev param show ${device} name max_macs`;
  assertEquals(kernel.commands, [
    show,
    show,
    `devlink dev param set ${device} name max_macs value 16 cmode driverinit`,
  ]);
});

Deno.test("DevlinkPorts.get() sends what devlink port show sends", async () => {
  const { kernel, devlink: { ports } } = open();
  assertEquals(plain(await ports.get({ device, port: 0 })), {
    device,
    port: 0,
    type: "eth",
    flavour: "physical",
    link: "eth0",
    linkIndex: 2,
    number: 1,
    splittable: false,
  });
  assertEquals(kernel.commands, [`devlink port show ${device}/0`]);
  await assertRejects(
    () => ports.get({ device, port: 9 }),
    NetlinkError,
    `Cannot get devlink port ${device}/9: ENODEV`,
  );
  assertEquals(await ports.find({ device, port: 9 }), undefined);
});

Deno.test("DevlinkReporters sends what devlink health sends", async () => {
  const { kernel, devlink: { reporters } } = open();
  const key = { device, name: "dummy" };
  assertEquals(plain(await reporters.get(key)), {
    ...key,
    state: "healthy",
    errors: 0,
    recoveries: 0,
    gracePeriod: 0,
    burstPeriod: 0,
    autoRecover: true,
    autoDump: true,
  });
  await reporters.set(key, { gracePeriod: 2.5, autoRecover: false });
  assertEquals(await reporters.diagnose({ device, name: "empty" }), {});
  assertEquals(kernel.commands, [
    `devlink health show ${device} reporter dummy`,
    `devlink health set ${device} reporter dummy grace_period 2500 auto_recover false`,
    `devlink health diagnose ${device} reporter empty`,
  ]);
});

Deno.test("DevlinkResourceSizes sends what devlink resource sends", async () => {
  const { kernel, devlink: { resources } } = open();
  const read = await resources.get({ device });
  const unlimited = {
    size: Infinity,
    minSize: 0,
    maxSize: Infinity,
    granularity: 1,
    unit: "entry" as const,
  };
  assertEquals(read.device, device);
  assertEquals(read.resources?.slice(0, 1), [{
    name: "IPv4",
    id: 1,
    ...unlimited,
    valid: true,
    parts: [
      { name: "fib", id: 2, ...unlimited, used: 0 },
      { name: "fib-rules", id: 3, ...unlimited, used: 3 },
    ],
  }]);
  assertEquals(read.resources?.map(({ name }) => name), [
    "IPv4",
    "IPv6",
    "nexthops",
  ]);
  await resources.set({ device }, { id: 2, size: 64 });
  assertEquals(kernel.commands, [
    `devlink resource show ${device}`,
    `devlink resource set ${device} path /IPv4/fib size 64`,
  ]);
});

Deno.test("Devlink.traps sends what devlink trap sends", async () => {
  const { kernel, devlink: { traps } } = open();
  const key = { device, name: "vlan_tag_mismatch" };
  assertEquals(plain(await traps.get(key)), {
    ...key,
    type: "drop",
    generic: true,
    action: "drop",
    group: "l2_drops",
    metadata: ["inPort"],
    counters: { packets: 0, bytes: 0, dropped: 0 },
  });
  await traps.set(key, { action: "trap" });
  const other = { device, name: "fid_miss_test" };
  await assertRejects(
    () => traps.get(other),
    NetlinkError,
    `Cannot get devlink trap fid_miss_test of ${device}: ENOENT`,
  );
  assertEquals(await traps.find(other), undefined);
  const show = `devlink trap show ${device} trap`;
  assertEquals(kernel.commands, [
    `${show} vlan_tag_mismatch`,
    `devlink trap set ${device} trap vlan_tag_mismatch action trap`,
    `${show} fid_miss_test`,
    `${show} fid_miss_test`,
  ]);
});

Deno.test("Devlink.trapGroups and trapPolicers send what devlink trap sends", async () => {
  const { kernel, devlink: { trapGroups, trapPolicers } } = open();
  assertEquals(plain(await trapGroups.get({ device, name: "acl_drops" })), {
    device,
    name: "acl_drops",
    generic: true,
    policer: 3,
    counters: { packets: 0, bytes: 0 },
  });
  const policer = { device, id: 1 };
  await trapPolicers.set(policer, { rate: 1500, burst: 64 });
  assertEquals(plain(await trapPolicers.get(policer)), {
    ...policer,
    rate: 1500,
    burst: 64,
    counters: { dropped: 0 },
  });
  assertEquals(kernel.commands, [
    `devlink trap group show ${device} group acl_drops`,
    `devlink trap policer set ${device} policer 1 rate 1500 burst 64`,
    `devlink trap policer show ${device} policer 1`,
  ]);
});

Deno.test("DevlinkRegions sends what devlink region sends", async () => {
  const { kernel, devlink: { regions } } = open();
  const key = { device, name: "dummy" };
  assertEquals(await regions.takeSnapshot(key, { snapshot: 7 }), 7);
  assertEquals(plain(await regions.get(key)), {
    ...key,
    size: 32768,
    snapshots: [7],
    maxSnapshots: 16,
  });
  const bytes = await regions.read(key, {
    snapshot: 7,
    address: 100,
    length: 32,
  });
  assertEquals(
    bytes.toHex(),
    "63c318c46543bba7f3561644c1ae8c834aa141243918f60410da9d85e42957f0",
  );
  assertEquals(kernel.commands, [
    `devlink region new ${device}/dummy snapshot 7`,
    `devlink region show ${device}/dummy`,
    `devlink region read ${device}/dummy snapshot 7 address 100 length 32`,
  ]);
});

Deno.test("Devlink.eswitch and DevlinkRates send what devlink sends", async () => {
  const { kernel, devlink: { eswitch, rates } } = open();
  assertEquals(plain(await eswitch.get({ device })), {
    device,
    mode: "legacy",
  });
  await eswitch.set({ device }, { mode: "switchdev" });
  const node = { device, node: "all" };
  await rates.add(node, { max: 10_000_000 });
  assertEquals(plain(await rates.get(node)), {
    ...node,
    type: "node",
    share: 0,
    max: 10_000_000,
    priority: 0,
    weight: 0,
  });
  assertEquals(kernel.commands, [
    `devlink dev eswitch show ${device}`,
    `devlink dev eswitch set ${device} mode switchdev`,
    `devlink port function rate add ${device}/all tx_max 80mbit`,
    `devlink port function rate show ${device}/all`,
  ]);
});
