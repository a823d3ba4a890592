import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  type DevlinkChange,
  type DevlinkFinding,
  type DevlinkPort,
  type DevlinkRate,
  type DevlinkResource,
  GenericNetlink,
  NetlinkError,
} from "../../api/mod.ts";
import { sh } from "../support/live.ts";
import { simulatedTest } from "../support/netdevsim.ts";

/** What `devlink` shows of one device, or of what begins with its name. */
// deno-lint-ignore no-explicit-any
function shown(...args: string[]): any {
  const [all] = Object.values(JSON.parse(sh("devlink", "-j", ...args)));
  return all;
}

/** Leaves out what is missing. */
function without<T extends object>(object: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}

function portAsShown(port: DevlinkPort) {
  return without({
    type: port.type,
    netdev: port.link,
    flavour: port.flavour,
    port: port.number,
    splittable: port.splittable,
    controller: port.controller,
    pfnum: port.pf,
    vfnum: port.vf,
    external: port.external,
    function: port.function && { hw_addr: port.function.address },
  });
}

function rateAsShown({ type, share, max, parent }: DevlinkRate) {
  return without({
    type,
    tx_share: share || undefined,
    tx_max: max || undefined,
    parent,
  });
}

function amount(size: number | undefined) {
  return size === Infinity ? "unlimited" : size;
}

function isChanged({ size, newSize, parts }: DevlinkResource): boolean {
  return (newSize !== undefined && newSize !== size) ||
    (parts?.some(isChanged) ?? false);
}

/** Whether sizes are valid is shown while there are new ones. */
function resourceAsShown(
  resource: DevlinkResource,
  showsValid: boolean,
): object {
  const { name, size, newSize, valid, used, unit, parts } = resource;
  return without({
    name,
    size: amount(size),
    size_new: newSize !== size ? amount(newSize) : undefined,
    size_valid: showsValid && valid !== undefined ? `${valid}` : undefined,
    occ: used,
    unit,
    size_min: amount(resource.minSize),
    size_max: amount(resource.maxSize),
    size_gran: resource.granularity,
    dpipe_tables: "none",
    resources: parts?.map((part) => resourceAsShown(part, showsValid)),
  });
}

function findingAsShown(value: DevlinkFinding): unknown {
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Uint8Array) return [...value];
  if (Array.isArray(value)) return value.map(findingAsShown).flat();
  if (typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, findingAsShown(part)]),
  );
}

async function compareParams(generic: GenericNetlink, device: string) {
  const params = await generic.devlink.params.list({ device }).toArray();
  assertEquals(
    params.map(({ name, generic, values }) => ({
      name,
      type: generic ? "generic" : "driver-specific",
      values: Object.entries(values).map(([cmode, value]) => ({
        cmode,
        value,
      })),
    })),
    shown("dev", "param")[device],
  );
}

async function compareReporters(generic: GenericNetlink, device: string) {
  const reporters = await generic.devlink.reporters.list({ device }).toArray();
  const expected = shown("health")[device].map(
    // deno-lint-ignore no-explicit-any
    ({ last_dump_date: _, last_dump_time: __, ...rest }: any) => rest,
  );
  assertEquals(
    reporters.map((reporter) =>
      without({
        reporter: reporter.name,
        state: reporter.state,
        error: reporter.errors,
        recover: reporter.recoveries,
        grace_period: reporter.gracePeriod && reporter.gracePeriod * 1000,
        auto_recover: reporter.autoRecover,
        auto_dump: reporter.autoDump,
      })
    ),
    expected,
  );
}

async function compareTraps(generic: GenericNetlink, device: string) {
  const { traps, trapGroups, trapPolicers } = generic.devlink;
  assertEquals(
    (await traps.list({ device }).toArray()).map((trap) => ({
      name: trap.name,
      type: trap.type,
      generic: trap.generic ?? false,
      action: trap.action,
      group: trap.group,
    })),
    shown("trap")[device],
  );
  assertEquals(
    (await trapGroups.list({ device }).toArray()).map((group) =>
      without({
        name: group.name,
        generic: group.generic ?? false,
        policer: group.policer,
      })
    ),
    shown("trap", "group")[device],
  );
  assertEquals(
    (await trapPolicers.list({ device }).toArray()).map((policer) => ({
      policer: policer.id,
      rate: policer.rate,
      burst: policer.burst,
    })),
    shown("trap", "policer")[device],
  );
}

async function compareResources(generic: GenericNetlink, device: string) {
  const { resources = [] } = await generic.devlink.resources.get({ device });
  const changed = resources.some(isChanged);
  assertEquals(
    resources.map((resource) => resourceAsShown(resource, changed)),
    shown("resource", "show", device)[device],
  );
  return resources;
}

async function comparePorts(generic: GenericNetlink, device: string) {
  const ports = await generic.devlink.ports.list({ device }).toArray();
  assertEquals(
    Object.fromEntries(
      ports.map((port) => [`${device}/${port.port}`, portAsShown(port)]),
    ),
    shown("port"),
  );
  return ports;
}

async function compareRates(generic: GenericNetlink, device: string) {
  const rates = await generic.devlink.rates.list({ device }).toArray();
  assertEquals(
    Object.fromEntries(
      rates.map((rate) => [
        `${device}/${rate.node ?? rate.port}`,
        rateAsShown(rate),
      ]),
    ),
    shown("port", "function", "rate"),
  );
  return rates;
}

simulatedTest(
  "devlink lists devices, ports, parameters, reporters, resources and traps as devlink -j shows them",
  "devlink",
  async ({ device, links }) => {
    using generic = GenericNetlink.open();
    const { devlink } = generic;
    const devices = await devlink.devices.list().toArray();
    assertEquals(
      devices.map(({ device }) => device),
      Object.keys(shown("dev")),
    );
    assertEquals((await devlink.devices.get({ device })).reloadFailed, false);
    assertEquals(
      await devlink.devices.find({ device: "netdevsim/nothing" }),
      undefined,
    );
    const { driver, running, stored } = await devlink.info.get({ device });
    assertEquals(
      { driver, versions: { running, stored } },
      shown("dev", "info")[device],
    );
    const { mode } = await devlink.eswitch.get({ device });
    assertEquals({ mode }, shown("dev", "eswitch", "show", device)[device]);
    const ports = await comparePorts(generic, device);
    assertEquals(ports.map(({ link }) => link), [...links]);
    assertEquals(
      (await devlink.ports.get({ device, port: 1 })).link,
      links[1],
    );
    await compareParams(generic, device);
    await compareReporters(generic, device);
    await compareTraps(generic, device);
    await compareResources(generic, device);
    await assertRejects(
      () => devlink.params.get({ device, name: "nothing" }),
      NetlinkError,
      `Cannot get devlink parameter nothing of ${device}: EINVAL`,
    );
  },
);

simulatedTest(
  "devlink sets parameters, resources and the embedded switch as devlink -j shows them, and reads what devlink sets",
  "devlink",
  async ({ device, write }) => {
    using generic = GenericNetlink.open();
    const { devlink } = generic;
    await devlink.params.set({ device, name: "max_macs" }, {
      value: 16,
      mode: "driverinit",
    });
    await devlink.params.set({ device, name: "test1" }, {
      value: false,
      mode: "driverinit",
    });
    await compareParams(generic, device);
    const values = async (name: string) =>
      (await devlink.params.get({ device, name })).values;
    assertEquals(await values("max_macs"), { driverinit: 16 });
    assertEquals(await values("test1"), { driverinit: false });
    sh(
      ...["devlink", "dev", "param", "set", device, "name", "test2"],
      ...["value", "4321", "cmode", "runtime"],
    );
    assertEquals(await values("test2"), { runtime: 4321 });

    const [ipv4] = await compareResources(generic, device);
    const fib = ipv4!.parts!.find(({ name }) => name === "fib")!;
    await devlink.resources.set({ device }, { id: fib.id!, size: 100 });
    await compareResources(generic, device);
    sh(
      ...["devlink", "resource", "set", device, "path", "/IPv4/fib-rules"],
      ...["size", "50"],
    );
    await compareResources(generic, device);
    assertEquals(await devlink.devices.reload({ device }), ["driver_reinit"]);
    const [reloaded] = await compareResources(generic, device);
    assertEquals(reloaded!.parts!.map(({ size }) => size), [100, 50]);

    await devlink.eswitch.set({ device }, { mode: "switchdev" });
    assertEquals(
      shown("dev", "eswitch", "show", device)[device].mode,
      "switchdev",
    );
    write("sriov_numvfs", "2");
    const ports = await comparePorts(generic, device);
    const functions = ports.filter(({ flavour }) => flavour === "pcivf");
    assertEquals(functions.map(({ vf }) => vf), [0, 1]);
    const [{ port = 0 } = {}, other] = functions;
    const mbit = 125_000;
    await devlink.rates.add({ device, node: "all" }, { max: 80 * mbit });
    await devlink.rates.set({ device, port }, {
      share: 8 * mbit,
      max: 16 * mbit,
      parent: "all",
    });
    sh(
      ...["devlink", "port", "function", "rate", "set"],
      ...[`${device}/${other!.port}`, "tx_max", "24mbit"],
    );
    const rates = await compareRates(generic, device);
    assertEquals(
      rates.map(({ type, max, parent }) => [type, max! / mbit, parent]).sort(),
      [["leaf", 16, "all"], ["leaf", 24, undefined], ["node", 80, undefined]],
    );
    await devlink.rates.set({ device, port }, { parent: "" });
    assert(await devlink.rates.delete({ device, node: "all" }));
    assertEquals(
      await devlink.rates.delete({ device, node: "all" }, { ifExists: true }),
      false,
    );
    await compareRates(generic, device);
    write("sriov_numvfs", "0");
    sh("devlink", "dev", "eswitch", "set", device, "mode", "legacy");
    assertEquals((await devlink.eswitch.get({ device })).mode, "legacy");
  },
);

simulatedTest(
  "devlink sets traps, reporters and regions as devlink -j shows them, and reads what devlink sets",
  "devlink",
  async ({ device, debug }) => {
    using generic = GenericNetlink.open();
    const { devlink } = generic;
    const { reporters, regions } = devlink;
    using changes = await devlink.monitor();

    await devlink.traps.set({ device, name: "vlan_tag_mismatch" }, {
      action: "trap",
    });
    await devlink.trapPolicers.set({ device, id: 1 }, {
      rate: 1500,
      burst: 64,
    });
    await devlink.trapGroups.set({ device, name: "acl_drops" }, { policer: 1 });
    await compareTraps(generic, device);
    sh(
      ...["devlink", "trap", "set", device, "trap", "port_loopback_filter"],
      ...["action", "trap"],
    );
    const trap = await devlink.traps.get({
      device,
      name: "port_loopback_filter",
    });
    assertEquals([trap.action, trap.group], ["trap", "l2_drops"]);
    await compareTraps(generic, device);

    const dummy = { device, name: "dummy" };
    await reporters.set(dummy, { autoRecover: false, gracePeriod: 2.5 });
    await compareReporters(generic, device);
    debug("health/break_health", "trial");
    await compareReporters(generic, device);
    assertEquals((await reporters.get(dummy)).state, "error");
    const command = (verb: string, ...words: string[]) =>
      JSON.parse(
        sh(
          ...["devlink", "-j", "health", verb, ...words, device],
          ...["reporter", "dummy"],
        ),
      );
    const dump = findingAsShown(await reporters.dump(dummy));
    assertEquals((dump as Record<string, unknown>).test_string, "somestring");
    assertEquals((dump as Record<string, unknown>).break_message, "trial");
    await reporters.clearDump(dummy);
    await reporters.recover(dummy);
    assertEquals((await reporters.get(dummy)).state, "healthy");
    // Bytes of both are random, and the program leaves out lists in JSON.
    const {
      test_binary: ours,
      test_u32_array: numbers,
      test_array_of_objects: objects,
      ...found
    } = findingAsShown(
      await reporters.diagnose(dummy),
    ) as Record<string, unknown[]>;
    const { test_binary: theirs, ...expected } = command("diagnose");
    assertEquals(found, expected);
    assertEquals(ours?.length, theirs.length);
    const ten = Array.from({ length: 10 }, (_, i) => i);
    assertEquals(numbers, ten);
    assertEquals(
      objects,
      ten.map((i) => ({
        in_array_nested_test_bool: false,
        in_array_nested_test_u8: i,
      })),
    );
    sh(
      ...["devlink", "health", "set", device, "reporter", "dummy"],
      ...["auto_recover", "true"],
    );
    assertEquals((await reporters.get(dummy)).autoRecover, true);

    assertEquals(await regions.takeSnapshot(dummy, { snapshot: 7 }), 7);
    sh("devlink", "region", "new", `${device}/dummy`, "snapshot", "9");
    const [{ size, snapshots, maxSnapshots } = {}] = await regions
      .list({ device }).toArray();
    assertEquals(
      { size, snapshot: snapshots, max: maxSnapshots },
      shown("region")[`${device}/dummy`],
    );
    const all = await regions.read(dummy, { snapshot: 7 });
    assertEquals(all.length, size);
    const part = await regions.read(dummy, {
      snapshot: 7,
      address: 100,
      length: 700,
    });
    assertEquals(part, all.slice(100, 800));
    const words = sh(
      ...["devlink", "region", "read", `${device}/dummy`, "snapshot", "7"],
      ...["address", "100", "length", "64"],
    );
    const bytes = words.split("\n").flatMap((line) =>
      line.trim().split(/\s+/).slice(1).join("").match(/../g) ?? []
    ).map((byte) => parseInt(byte, 16));
    assertEquals(bytes, [...part.slice(0, 64)]);
    await regions.deleteSnapshot(dummy, { snapshot: 7 });
    assertEquals((await regions.get(dummy)).snapshots, [9]);
    const chosen = await regions.takeSnapshot(dummy);
    assertEquals(
      (await regions.get(dummy)).snapshots!.toSorted(),
      [9, chosen].toSorted(),
    );

    const reported: DevlinkChange[] = [];
    for await (const change of changes) {
      assert("device" in change, `There should be no report ${change.kind}`);
      assertEquals(change.device, device);
      reported.push(change);
      const { kind, action } = change;
      // Traps are reported as they come, which they do again with the driver.
      if (kind === "region" && action === "delete") {
        await devlink.devices.reload({ device });
      }
      if (kind === "trap" && action === "set") break;
    }
    const kinds = new Set(reported.map(({ kind }) => kind));
    assertEquals(
      ["trap", "trapPolicer", "trapGroup", "reporter", "region"]
        .filter((kind) => !kinds.has(kind as DevlinkChange["kind"])),
      [],
    );
    const policer = reported.findLast(({ kind }) => kind === "trapPolicer");
    assert(policer?.kind === "trapPolicer" && policer.action === "set");
    const { id = 0, rate, burst } = policer.value;
    const { rate: rateNow, burst: burstNow } = await devlink.trapPolicers.get({
      device,
      id,
    });
    assertEquals([rate, burst], [rateNow, burstNow]);
  },
);
