/**
 * What no recorded program has asked: requests and answers are made of the
 * attributes.
 *
 * @module
 */
import { assertEquals, assertRejects } from "@std/assert";
import type { Devlink } from "../../../api/devlink/devlink.ts";
import {
  DEVLINK_CMD_DEL,
  DEVLINK_CMD_GET,
  DEVLINK_CMD_PORT_DEL,
  DEVLINK_CMD_PORT_GET,
  DEVLINK_CMD_PORT_NEW,
  DEVLINK_CMD_PORT_SET,
  DEVLINK_CMD_PORT_SPLIT,
  DEVLINK_CMD_PORT_UNSPLIT,
  DEVLINK_CMD_RATE_DEL,
  DEVLINK_CMD_RATE_SET,
  DEVLINK_CMD_REGION_DEL,
  DEVLINK_CMD_REGION_GET,
  DEVLINK_CMD_REGION_NEW,
  DEVLINK_CMD_REGION_READ,
  DEVLINK_CMD_RELOAD,
  DEVLINK_CMD_RESOURCE_DUMP,
  DEVLINK_CMD_TRAP_GROUP_SET,
} from "../../../messages/generic/devlink/commands.ts";
import {
  type Attributes,
  type FamilyReply,
  plain,
} from "../../support/generic_kernel.ts";
import { device, names, open, serving } from "../../support/devlink_kernel.ts";

Deno.test("DevlinkReader.list() has the kernel choose the device, and chooses itself", async () => {
  const other = { ...names, devName: "0000:02:00.0" };
  const { kernel, devlink } = open(
    { ...names, portIndex: 1 },
    { ...names, portIndex: 2 },
    { ...other, portIndex: 2 },
  );
  const list = async (...args: Parameters<Devlink["ports"]["list"]>) =>
    (await devlink.ports.list(...args).toArray()).map(plain);
  assertEquals((await list()).length, 3);
  assertEquals(kernel.last, {
    cmd: DEVLINK_CMD_PORT_GET,
    dump: true,
    attributes: {},
  });
  assertEquals(await list({ device, port: 2 }), [{ device, port: 2 }]);
  assertEquals(kernel.last?.attributes, names);
  assertEquals(await list({ port: 2 }), [
    { device, port: 2 },
    { device: "pci/0000:02:00.0", port: 2 },
  ]);
  await assertRejects(() => list({ device: "pci" }), TypeError, "device");
  await assertRejects(() => list({ port: -1 }), RangeError, "port");
});

Deno.test("DevlinkDevices.reload() reports what was done", async () => {
  const { kernel, devlink: { devices } } = open({
    reloadActionsPerformed: { value: 6, selector: 6 },
  });
  assertEquals(await devices.reload({ device }), [
    "driver_reinit",
    "fw_activate",
  ]);
  const request = { cmd: DEVLINK_CMD_RELOAD, dump: false };
  assertEquals(kernel.last, {
    ...request,
    attributes: { ...names, reloadAction: 1 },
  });
  const options = { action: "fw_activate", limit: "no_reset" } as const;
  await devices.reload({ device }, options);
  assertEquals(kernel.last, {
    ...request,
    attributes: {
      ...names,
      reloadAction: 2,
      reloadLimits: { value: 2, selector: 2 },
    },
  });
  kernel.answer = () => [];
  assertEquals(await devices.reload({ device }), []);
  await assertRejects(() => devices.reload({ device: "a" }), TypeError);
  await assertRejects(() => devices.reload({} as never), TypeError);
});

Deno.test("DevlinkPorts sets, splits and joins ports", async () => {
  const { kernel, devlink: { ports } } = open();
  const key = { device, port: 3 };
  const attributes = { ...names, portIndex: 3 };
  const address = "02:00:00:00:00:01";
  await ports.set(key, {
    type: "ib",
    function: { address, state: "active", maxEventQueues: 4 },
  });
  assertEquals(kernel.last, {
    cmd: DEVLINK_CMD_PORT_SET,
    dump: false,
    attributes: {
      ...attributes,
      portType: 3,
      portFunction: { hwAddr: address, state: 1, maxIoEqs: 4 },
    },
  });
  await ports.split(key, 4);
  assertEquals(kernel.last, {
    cmd: DEVLINK_CMD_PORT_SPLIT,
    dump: false,
    attributes: { ...attributes, portSplitCount: 4 },
  });
  await ports.unsplit(key);
  assertEquals(kernel.last, {
    cmd: DEVLINK_CMD_PORT_UNSPLIT,
    dump: false,
    attributes,
  });
  await assertRejects(() => ports.split(key, 1), RangeError, "count");
  kernel.answer = () => 95;
  await assertRejects(
    () => ports.split(key, 2),
    Error,
    `Cannot split devlink port ${device}/3: EOPNOTSUPP`,
  );
});

Deno.test("DevlinkPorts.get() reads functions", async () => {
  const { devlink: { ports } } = open({
    ...names,
    portIndex: 3,
    portType: 0,
    portDesiredType: 1,
    portFlavour: 7,
    portControllerNumber: 1,
    portPciPfNumber: 2,
    portPciSfNumber: 88,
    portExternal: 1,
    portLanes: 4,
    portFunction: {
      hwAddr: "02:00:00:00:00:01",
      state: 1,
      opstate: 1,
      maxIoEqs: 8,
    },
  });
  assertEquals(plain(await ports.get({ device, port: 3 })), {
    device,
    port: 3,
    type: "notset",
    desiredType: "auto",
    flavour: "pcisf",
    controller: 1,
    pf: 2,
    sf: 88,
    external: true,
    lanes: 4,
    function: {
      address: "02:00:00:00:00:01",
      state: "active",
      opstate: "attached",
      maxEventQueues: 8,
    },
  });
});

Deno.test("DevlinkResourceSizes.get() joins messages", async () => {
  const resource = (id: bigint, more: Attributes = {}) => ({
    resourceList: { resource: [{ name: `r${id}`, id, ...more }] },
  });
  const { kernel, devlink: { resources } } = open(
    { ...names, ...resource(1n, { size: 10n, sizeNew: 20n, sizeValid: 0 }) },
    { ...names, ...resource(2n) },
  );
  assertEquals((await resources.get({ device })).resources, [
    { name: "r1", id: 1, size: 10, newSize: 20, valid: false },
    { name: "r2", id: 2 },
  ]);
  assertEquals(kernel.last?.cmd, DEVLINK_CMD_RESOURCE_DUMP);
  kernel.answer = () =>
    [names, { ...names, ...resource(3n) }].map((attributes) => ({
      attributes,
    }));
  assertEquals((await resources.get({ device })).resources, [
    { name: "r3", id: 3 },
  ]);
  await resources.set({ device }, { id: 1, size: Infinity });
  assertEquals(kernel.last?.attributes, {
    ...names,
    resourceId: 1n,
    resourceSize: 0xffffffffffffffffn,
  });
  await assertRejects(
    () => resources.set({ device }, { id: 1 } as never),
    TypeError,
    "size",
  );
});

Deno.test("DevlinkRegions reads what is left, and takes snapshots", async () => {
  const { kernel, devlink: { regions } } = serving(({ cmd }) => [{
    attributes: {
      [DEVLINK_CMD_REGION_GET]: { ...names, regionSize: 100n },
      [DEVLINK_CMD_REGION_NEW]: { regionSnapshotId: 12 },
      [DEVLINK_CMD_REGION_READ]: {
        regionChunks: {
          chunk: [
            { data: Uint8Array.of(1, 2), addr: 90n },
            { addr: 92n },
            { data: Uint8Array.of(3), addr: 92n },
          ],
        },
      },
    }[cmd] ?? {},
  }]);
  const key = { device, name: "nvm", port: 1 };
  const attributes = { ...names, portIndex: 1, regionName: "nvm" };
  assertEquals(await regions.takeSnapshot(key), 12);
  assertEquals(kernel.last?.attributes, attributes);
  const bytes = await regions.read(key, { address: 90 });
  assertEquals(bytes, Uint8Array.of(1, 2, 3));
  assertEquals(kernel.last, {
    cmd: DEVLINK_CMD_REGION_READ,
    dump: true,
    attributes: {
      ...attributes,
      regionChunkAddr: 90n,
      regionChunkLen: 10n,
      regionDirect: true,
    },
  });
  await regions.read(key, { snapshot: 12, length: 4 });
  assertEquals(kernel.last?.attributes, {
    ...attributes,
    regionSnapshotId: 12,
    regionChunkAddr: 0n,
    regionChunkLen: 4n,
  });
  await regions.deleteSnapshot(key, { snapshot: 12 });
  assertEquals(kernel.last, {
    cmd: DEVLINK_CMD_REGION_DEL,
    dump: false,
    attributes: { ...attributes, regionSnapshotId: 12 },
  });
  await assertRejects(
    () => regions.deleteSnapshot(key, {} as never),
    TypeError,
    "snapshot",
  );
});

Deno.test("DevlinkRates sets and deletes rates", async () => {
  const { kernel, devlink: { rates } } = open();
  await rates.set({ device, port: 2 }, {
    share: 125,
    priority: 1,
    weight: 2,
    parent: "",
  });
  assertEquals(kernel.last, {
    cmd: DEVLINK_CMD_RATE_SET,
    dump: false,
    attributes: {
      ...names,
      portIndex: 2,
      rateTxShare: 125n,
      rateTxPriority: 1,
      rateTxWeight: 2,
      rateParentNodeName: "",
    },
  });
  const key = { device, node: "all" };
  assertEquals(await rates.delete(key), true);
  assertEquals(kernel.last, {
    cmd: DEVLINK_CMD_RATE_DEL,
    dump: false,
    attributes: { ...names, rateNodeName: "all" },
  });
  kernel.answer = () => 19;
  assertEquals(await rates.delete(key, { ifExists: true }), false);
  await assertRejects(
    () => rates.delete(key),
    Error,
    `Cannot delete devlink rate all of ${device}: ENODEV`,
  );
  for (const verb of ["add", "delete"] as const) {
    await assertRejects(() => rates[verb]({ device }), TypeError, "node");
  }
});

Deno.test("Devlink.trapGroups sets actions and policers", async () => {
  const { kernel, devlink: { trapGroups, eswitch } } = open();
  await trapGroups.set({ device, name: "l2_drops" }, {
    action: "mirror",
    policer: 0,
  });
  assertEquals(kernel.last, {
    cmd: DEVLINK_CMD_TRAP_GROUP_SET,
    dump: false,
    attributes: {
      ...names,
      trapGroupName: "l2_drops",
      trapAction: 2,
      trapPolicerId: 0,
    },
  });
  await eswitch.set({ device }, {
    inlineMode: "transport",
    encapMode: "basic",
  });
  assertEquals(kernel.last?.attributes, {
    ...names,
    eswitchInlineMode: 3,
    eswitchEncapMode: 1,
  });
});

Deno.test("Devlink.monitor() reports what is there and what is gone", async () => {
  const { kernel, devlink } = serving(() => []);
  const monitor = await devlink.monitor();
  assertEquals([...kernel.sockets[0]!.groups], [9]);
  const reports: [number, FamilyReply["attributes"]][] = [
    [DEVLINK_CMD_PORT_NEW, { ...names, portIndex: 1, portFlavour: 0 }],
    [DEVLINK_CMD_GET, names],
    [DEVLINK_CMD_PORT_DEL, { ...names, portIndex: 1 }],
    [DEVLINK_CMD_DEL, names],
  ];
  for (const [cmd, attributes] of reports) kernel.report(cmd, attributes);
  const seen: unknown[][] = [];
  for await (const change of monitor) {
    if (!("action" in change)) {
      seen.push([change.kind]);
      continue;
    }
    const { kind, action, value } = change;
    assertEquals(change.device, device);
    seen.push([kind, action, plain(value)]);
    if (kind === "device") break;
  }
  assertEquals(seen, [
    ["port", "set", { device, port: 1, flavour: "physical" }],
    // Nothing is reported by the command of a request.
    ["unknown"],
    ["port", "delete", { device, port: 1 }],
    ["device", "delete", { device }],
  ]);
  assertEquals(kernel.sockets[0]!.closed, true);
});
