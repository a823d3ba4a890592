import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  type DevlinkChange,
  GenericNetlink,
  NetlinkError,
} from "../../api/mod.ts";
import { sh } from "../support/live.ts";
import { simulatedTest } from "../support/netdevsim.ts";
import {
  compareParams,
  comparePorts,
  compareRates,
  compareReporters,
  compareResources,
  compareTraps,
  findingAsShown,
  shown,
} from "../support/devlink_shown.ts";

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
