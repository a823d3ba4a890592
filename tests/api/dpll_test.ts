import { assertEquals, assertRejects } from "@std/assert";
import { NetlinkError } from "../../api/mod.ts";
import {
  DPLL_CMD_DEVICE_CHANGE_NTF,
  DPLL_CMD_DEVICE_CREATE_NTF,
  DPLL_CMD_DEVICE_DELETE_NTF,
  DPLL_CMD_DEVICE_GET,
  DPLL_CMD_DEVICE_ID_GET,
  DPLL_CMD_DEVICE_SET,
  DPLL_CMD_PIN_CHANGE_NTF,
  DPLL_CMD_PIN_CREATE_NTF,
  DPLL_CMD_PIN_DELETE_NTF,
  DPLL_CMD_PIN_GET,
  DPLL_CMD_PIN_ID_GET,
  DPLL_CMD_PIN_SET,
} from "../../messages/generic/dpll.ts";
import {
  type Attributes,
  FamilyKernel,
  plain,
  RecordedKernel,
} from "../support/generic_kernel.ts";

const ENODEV = 19;

/** The family with a kernel that answers each request. */
function open(...answer: Attributes[]) {
  const replies = answer.map((attributes) => ({ attributes }));
  const kernel = new FamilyKernel("dpll", () => replies, ["monitor"]);
  return { kernel, dpll: kernel.generic.dpll };
}

const DEVICE = {
  id: 3,
  moduleName: "ice",
  clockId: 2n ** 63n,
  mode: 2,
  modeSupported: [1, 2],
  lockStatus: 4,
  lockStatusError: 3,
  temp: -12_345,
  type: 2,
  clockQualityLevel: [4, 99],
  phaseOffsetMonitor: 1,
  phaseOffsetAvgFactor: 5,
  frequencyMonitor: 0,
};

const PIN = {
  id: 13,
  moduleName: "ice",
  clockId: 2n ** 63n,
  boardLabel: "SMA1",
  panelLabel: "in",
  packageLabel: "REF0P",
  type: 2,
  frequency: 10_000_000n,
  frequencySupported: [
    { frequencyMin: 1n, frequencyMax: 1n },
    { frequencyMin: 1000n, frequencyMax: 10_000_000n },
  ],
  capabilities: 6,
  parentDevice: [{
    parentId: 3,
    direction: 1,
    prio: 7,
    state: 3,
    operstate: 4,
    phaseOffset: -1_234_567n,
    fractionalFrequencyOffset: -5n,
    fractionalFrequencyOffsetPpt: -5_000_001n,
  }],
  parentPin: [{ parentId: 11, state: 2 }],
  phaseAdjustMin: -1000,
  phaseAdjustMax: 1000,
  phaseAdjust: -50,
  phaseAdjustGran: 10,
  fractionalFrequencyOffset: 6n,
  fractionalFrequencyOffsetPpt: 6_000_000n,
  esyncFrequency: 1n,
  esyncFrequencySupported: [{ frequencyMin: 0n, frequencyMax: 1n }],
  esyncPulse: 25,
  referenceSync: [{ id: 12, state: 1 }],
  measuredFrequency: 10_000_000_123n,
};

const device = {
  id: 3,
  module: "ice",
  clock: 2n ** 63n,
  type: "eec",
  mode: "automatic",
  phaseOffsetMonitor: true,
  phaseOffsetAveraging: 5,
  frequencyMonitor: false,
  supportedModes: ["manual", "automatic"],
  lockStatus: "holdover",
  lockStatusError: "media-down",
  temperature: -12.345,
  clockQuality: ["itu-opt1-eec1", 99],
} as const;

const pin = {
  id: 13,
  module: "ice",
  clock: 2n ** 63n,
  type: "external",
  boardLabel: "SMA1",
  panelLabel: "in",
  packageLabel: "REF0P",
  frequency: 10_000_000,
  phaseAdjust: -50,
  syncFrequency: 1,
  devices: [{
    device: 3,
    direction: "input",
    priority: 7,
    state: "selectable",
    operationalState: "qualification-failed",
    phaseOffset: -1234.567,
    frequencyOffset: -5,
    preciseFrequencyOffset: -5_000_001,
  }],
  pins: [{ pin: 11, state: "disconnected" }],
  references: [{ pin: 12, state: "connected" }],
  capabilities: ["priority", "state"],
  supportedFrequencies: [{ min: 1, max: 1 }, { min: 1000, max: 10_000_000 }],
  phaseAdjustMin: -1000,
  phaseAdjustMax: 1000,
  phaseAdjustStep: 10,
  frequencyOffset: 6,
  preciseFrequencyOffset: 6_000_000,
  measuredFrequency: 10_000_000.123,
  supportedSyncFrequencies: [{ min: 0, max: 1 }],
  syncPulse: 25,
} as const;

Deno.test("Dpll lists and gets devices", async () => {
  const { kernel, dpll: { devices } } = open(DEVICE, { id: 4 });
  const listed = await devices.list().toArray();
  assertEquals(listed.map(plain), [device, { id: 4 }] as never);
  assertEquals(kernel.last, {
    cmd: DPLL_CMD_DEVICE_GET,
    dump: true,
    attributes: {},
  });
  for (const filter of [{ module: "ice" }, { clock: 2n ** 63n }, { type: 2 }]) {
    const some = await devices.list(filter).toArray();
    assertEquals(some.map(({ id }) => id), [3]);
  }
  assertEquals(await devices.list({ type: "pps" }).toArray(), []);
  const one = await devices.get({ id: 3 });
  assertEquals(plain(one), device as never);
  const request = {
    cmd: DPLL_CMD_DEVICE_GET,
    dump: false,
    attributes: { id: 3 },
  };
  assertEquals(kernel.last, request);
  // What was read is a key.
  assertEquals(plain((await devices.find(one))!), device as never);
  assertEquals(kernel.last, request);
  kernel.answer = () => ENODEV;
  assertEquals(await devices.find({ id: 9 }), undefined);
  await assertRejects(
    () => devices.get({ id: 9 }),
    NetlinkError,
    "Cannot get DPLL device 9: ENODEV",
  );
});

Deno.test("Dpll sets devices", async () => {
  const { kernel, dpll: { devices } } = open();
  await devices.set({ id: 3 }, {
    mode: "manual",
    phaseOffsetMonitor: true,
    phaseOffsetAveraging: 4,
    frequencyMonitor: false,
  });
  assertEquals(kernel.last, {
    cmd: DPLL_CMD_DEVICE_SET,
    dump: false,
    attributes: {
      id: 3,
      mode: 1,
      phaseOffsetMonitor: 1,
      phaseOffsetAvgFactor: 4,
      frequencyMonitor: 0,
    },
  });
  kernel.answer = () => 95;
  await assertRejects(
    () => devices.set({ id: 3 }, { mode: "automatic" }),
    NetlinkError,
    "Cannot set DPLL device 3: EOPNOTSUPP",
  );
  const count = kernel.requests.length;
  await assertRejects(
    () => devices.set({} as never, { mode: "manual" }),
    TypeError,
    "id",
  );
  await assertRejects(
    () => devices.set({ id: 3 }, { mode: "none" as never }),
    TypeError,
    "as mode",
  );
  assertEquals(kernel.requests.length, count);
});

Deno.test("Dpll lists and gets pins", async () => {
  const { kernel, dpll: { pins } } = open(PIN, { id: 14, type: 5 });
  const listed = await pins.list().toArray();
  assertEquals(listed.map(plain), [pin, { id: 14, type: "gnss" }] as never);
  const ids = async (filter: Parameters<typeof pins.list>[0]) =>
    (await pins.list(filter).toArray()).map(({ id }) => id);
  assertEquals(await ids({ device: 3 }), [13]);
  assertEquals(await ids({ device: 4 }), []);
  assertEquals(await ids({ type: "gnss" }), [14]);
  assertEquals(await ids({ boardLabel: "SMA1", module: "ice" }), [13]);
  assertEquals(await ids({ panelLabel: "out" }), []);
  assertEquals(await ids({ packageLabel: "REF0P", clock: 2n ** 63n }), [13]);
  assertEquals(kernel.last, {
    cmd: DPLL_CMD_PIN_GET,
    dump: true,
    attributes: {},
  });
  const one = await pins.get({ id: 13 });
  assertEquals(plain(one), pin as never);
  assertEquals(plain((await pins.find(one))!), pin as never);
  assertEquals(kernel.last, {
    cmd: DPLL_CMD_PIN_GET,
    dump: false,
    attributes: { id: 13 },
  });
  kernel.answer = () => ENODEV;
  assertEquals(await pins.find({ id: 9 }), undefined);
  kernel.answer = () => 1;
  await assertRejects(
    () => pins.find({ id: 9 }),
    NetlinkError,
    "Cannot get DPLL pin 9: EPERM",
  );
});

Deno.test("Dpll sets pins, and ignores what is read-only of them", async () => {
  const { kernel, dpll: { pins } } = open(PIN);
  const { frequency, phaseAdjust, syncFrequency, ...rest } = await pins.get({
    id: 13,
  });
  const { devices, pins: parents, references } = rest;
  await pins.set({ id: 13 }, {
    frequency: frequency!,
    phaseAdjust: phaseAdjust!,
    syncFrequency: syncFrequency!,
    devices: devices!,
    pins: parents!,
    references: references!,
  });
  assertEquals(kernel.last, {
    cmd: DPLL_CMD_PIN_SET,
    dump: false,
    attributes: {
      id: 13,
      frequency: 10_000_000n,
      phaseAdjust: -50,
      esyncFrequency: 1n,
      parentDevice: [{ parentId: 3, direction: 1, prio: 7, state: 3 }],
      parentPin: [{ parentId: 11, state: 2 }],
      referenceSync: [{ id: 12, state: 1 }],
    },
  });
  const count = kernel.requests.length;
  for (
    const [settings, text] of [
      [{ devices: [{ priority: 5 }] }, "devices[0]"],
      [{ devices: [{ device: 3, priority: -1 }] }, "devices[0].priority"],
      [{ devices: [{ device: 3, state: "off" }] }, "devices[0].state"],
      [{ pins: [{ state: "connected" }] }, "pins[0]"],
      [{ references: [{ pin: "SMA1" }] }, "references[0].pin"],
      [{ frequency: -1 }, "frequency"],
      [{ phaseAdjust: 2 ** 31 }, "phaseAdjust"],
      [{ priority: 5 }, "priority"],
    ] as const
  ) {
    await assertRejects(
      () => pins.set({ id: 13 }, settings as never),
      Error,
      text,
    );
  }
  assertEquals(kernel.requests.length, count);
});

Deno.test("Dpll finds numbers of devices and pins", async () => {
  const { kernel, dpll: { devices, pins } } = open({ id: 5 });
  const found = await devices.findId({ module: "ice", clock: 7n, type: "pps" });
  assertEquals(found, 5);
  assertEquals(kernel.last, {
    cmd: DPLL_CMD_DEVICE_ID_GET,
    dump: false,
    attributes: { moduleName: "ice", clockId: 7n, type: 1 },
  });
  const wanted = {
    module: "ice",
    clock: 7n,
    type: "ethernet-port",
    boardLabel: "a",
    panelLabel: "b",
    packageLabel: "c",
  } as const;
  assertEquals(await pins.findId(wanted), 5);
  assertEquals(kernel.last, {
    cmd: DPLL_CMD_PIN_ID_GET,
    dump: false,
    attributes: {
      moduleName: "ice",
      clockId: 7n,
      type: 3,
      boardLabel: "a",
      panelLabel: "b",
      packageLabel: "c",
    },
  });
  // Older kernels answer without a number.
  kernel.answer = () => [{ attributes: {} }];
  assertEquals(await devices.findId({ module: "ice" }), undefined);
  kernel.answer = () => ENODEV;
  assertEquals(await pins.findId({ boardLabel: "SMA1" }), undefined);
  kernel.answer = () => 22;
  await assertRejects(
    () => devices.findId({ module: "ice", clock: 7n, type: "eec" }),
    NetlinkError,
    "Cannot find DPLL device ice 7 eec: EINVAL",
  );
  await assertRejects(
    () => pins.findId(wanted),
    NetlinkError,
    "Cannot find DPLL pin ice 7 a b c ethernet-port: EINVAL",
  );
});

Deno.test("Dpll.monitor() reports devices and pins", async () => {
  const { kernel, dpll } = open();
  const monitor = await dpll.monitor();
  assertEquals([...kernel.sockets[0]!.groups], [9]);
  kernel.report(DPLL_CMD_DEVICE_CREATE_NTF, DEVICE);
  kernel.report(DPLL_CMD_DEVICE_CHANGE_NTF, { id: 3, lockStatus: 2 });
  kernel.report(DPLL_CMD_DEVICE_DELETE_NTF, { id: 3 });
  kernel.report(DPLL_CMD_PIN_CREATE_NTF, PIN);
  kernel.report(DPLL_CMD_PIN_CHANGE_NTF, { id: 13, frequency: 1n });
  kernel.report(DPLL_CMD_DEVICE_GET, { id: 9 });
  kernel.report(DPLL_CMD_PIN_DELETE_NTF, { id: 13 });
  const seen: unknown[] = [];
  for await (const event of monitor) {
    seen.push("value" in event ? [event.kind, plain(event.value)] : event.kind);
    if (event.kind === "pin-deleted") break;
  }
  assertEquals(seen, [
    ["device-added", device],
    ["device-changed", { id: 3, lockStatus: "locked" }],
    ["device-deleted", { id: 3 }],
    ["pin-added", pin],
    ["pin-changed", { id: 13, frequency: 1 }],
    "unknown",
    ["pin-deleted", { id: 13 }],
  ]);
});

Deno.test("Dpll reads what a kernel without devices has answered", async () => {
  const { devices, pins } = new RecordedKernel("dpll").generic.dpll;
  assertEquals(await devices.list().toArray(), []);
  assertEquals(await pins.list().toArray(), []);
  assertEquals(await devices.find({ id: 1 }), undefined);
  assertEquals(await pins.find({ id: 1 }), undefined);
  const clock = { module: "ice", clock: 7n } as const;
  assertEquals(await devices.findId({ ...clock, type: "eec" }), undefined);
  const label = { boardLabel: "SMA1", type: "external" } as const;
  assertEquals(await pins.findId({ ...clock, ...label }), undefined);
  await assertRejects(
    () => devices.set({ id: 1 }, { mode: "manual" }),
    NetlinkError,
    "Cannot set DPLL device 1: ENODEV",
  );
  await assertRejects(
    () => pins.set({ id: 1 }, { frequency: 10_000_000 }),
    NetlinkError,
    "Cannot set DPLL pin 1: ENODEV",
  );
});
