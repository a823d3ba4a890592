/**
 * What no recorded program has asked: requests and answers are made of the
 * attributes.
 *
 * @module
 */
import { assertEquals, assertRejects } from "@std/assert";
import { UnknownDeviceError } from "../../../api/object/lookup.ts";
import {
  NL80211_CMD_GET_INTERFACE,
  NL80211_CMD_GET_POWER_SAVE,
  NL80211_CMD_GET_REG,
  NL80211_CMD_GET_WIPHY,
  NL80211_CMD_JOIN_IBSS,
  NL80211_CMD_JOIN_MESH,
  NL80211_CMD_LEAVE_MESH,
  NL80211_CMD_NEW_INTERFACE,
  NL80211_CMD_RELOAD_REGDB,
  NL80211_CMD_REQ_SET_REG,
  NL80211_CMD_SET_CHANNEL,
  NL80211_CMD_SET_INTERFACE,
  NL80211_CMD_SET_WIPHY,
  NL80211_CMD_SET_WIPHY_NETNS,
} from "../../../messages/generic/nl80211/commands.ts";
import { plain } from "../../support/generic_kernel.ts";
import { address, openWireless as open } from "../../support/wireless.ts";

const trial = new TextEncoder().encode("trial");

Deno.test("Wiphys finds devices by their names", async () => {
  const { kernel, wireless: { wiphy }, sent } = open(
    { wiphy: 0, wiphyName: "phy0" },
    { wiphy: 3, wiphyName: "radio" },
  );
  const radio = await wiphy.get("radio");
  assertEquals([radio.index, radio.name, radio.bands], [3, "radio", []]);
  assertEquals(kernel.requests, [
    { cmd: NL80211_CMD_GET_WIPHY, dump: true, attributes: {} },
    {
      cmd: NL80211_CMD_GET_WIPHY,
      dump: true,
      attributes: { wiphy: 3, splitWiphyDump: true },
    },
  ]);
  assertEquals((await wiphy.get({ index: 0 })).name, "phy0");
  assertEquals(await wiphy.find("nothing"), undefined);
  await assertRejects(
    () => wiphy.get("nothing"),
    Error,
    "Cannot get wireless device nothing: ENODEV",
  );
  await assertRejects(
    () => wiphy.get(7),
    Error,
    "Cannot get wireless device phy#7: ENODEV",
  );
  await assertRejects(() => wiphy.get(""), RangeError);
  await assertRejects(() => wiphy.get(null as never), TypeError);

  await wiphy.set("radio", {
    name: "new",
    fragmentationThreshold: null,
    antennaTx: 3,
    txPower: { limited: 12.5 },
  });
  assertEquals(sent(), [NL80211_CMD_SET_WIPHY, {
    wiphy: 3,
    wiphyName: "new",
    wiphyFragThreshold: 0xffffffff,
    wiphyAntennaTx: 3,
    wiphyTxPowerSetting: 1,
    wiphyTxPowerLevel: 1250,
  }]);
  await assertRejects(() => wiphy.set(0, null as never), TypeError);
  for (const rtsThreshold of [-1, 1.5]) {
    await assertRejects(() => wiphy.set(0, { rtsThreshold }), RangeError);
  }
  await assertRejects(() => wiphy.set(0, { rtsThreshold: "1" as never }));
});

Deno.test("Wiphys.move() names network namespaces", async () => {
  const { wireless: { wiphy }, sent } = open();
  await wiphy.move(1, { pid: 77 });
  assertEquals(sent(), [NL80211_CMD_SET_WIPHY_NETNS, { wiphy: 1, pid: 77 }]);
  await wiphy.move(1, { fd: 5 });
  assertEquals(sent(), [NL80211_CMD_SET_WIPHY_NETNS, { wiphy: 1, netnsFd: 5 }]);
  await assertRejects(() => wiphy.move(1, { pid: 0 }), RangeError, "netns.pid");
  for (const netns of [5, {}, null]) {
    await assertRejects(
      () => wiphy.move(1, netns as never),
      TypeError,
      "netns",
    );
  }
});

Deno.test("WirelessInterfaces adds, reads and changes interfaces", async () => {
  const { kernel, wireless: { interface: interfaces }, sent } = open({
    ifindex: 2,
    ifname: "eth0",
    iftype: 7,
    wiphy: 1,
    wdev: 0x100000001n,
    mac: address,
    fourAddr: 1,
    ssid: trial,
    wiphyFreq: 902,
    wiphyFreqOffset: 500,
    channelWidth: 8,
    centerFreq1: 902,
    centerFreq1Offset: 500,
    wiphyTxPowerLevel: 1550,
  });
  const read = {
    index: 2,
    name: "eth0",
    type: "mesh-point",
    wiphy: 1,
    identifier: 0x100000001n,
    address,
    use4Addr: true,
    ssid: "trial",
    channel: { frequency: 902.5, width: 1, center: 902.5 },
    txPower: 15.5,
  } as const;
  assertEquals(plain(await interfaces.get("eth0")), read);
  assertEquals(sent(), [NL80211_CMD_GET_INTERFACE, { ifindex: 2 }]);
  const spec = { name: "mesh0", type: "mesh-point", address } as const;
  const added = await interfaces.add(1, {
    ...spec,
    meshId: "trial",
    use4Addr: true,
  });
  assertEquals(plain(added), read);
  assertEquals(sent(), [NL80211_CMD_NEW_INTERFACE, {
    wiphy: 1,
    ifname: "mesh0",
    iftype: 7,
    mac: address,
    meshId: trial,
    fourAddr: 1,
  }]);
  await assertRejects(
    () => interfaces.add(1, { name: "mesh0" } as never),
    TypeError,
    "type",
  );

  await interfaces.set("eth0", { channel: { frequency: 2412, width: 20 } });
  assertEquals(sent(), [NL80211_CMD_SET_CHANNEL, {
    ifindex: 2,
    wiphyFreq: 2412,
    channelWidth: 1,
    centerFreq1: 2412,
  }]);
  await interfaces.set("eth0", { monitorFlags: ["control", 4] });
  assertEquals(sent(), [NL80211_CMD_SET_INTERFACE, {
    ifindex: 2,
    mntrFlags: [{ key: 3, value: true }, { key: 4, value: true }],
  }]);
  await assertRejects(() => interfaces.set("eth0", null as never), TypeError);
  await assertRejects(
    () => interfaces.set("eth0", { monitorFlags: "control" as never }),
    TypeError,
  );

  const list = async (filter: Parameters<typeof interfaces.list>[0]) =>
    (await interfaces.list(filter).toArray()).length;
  assertEquals(await list({ wiphy: 1, type: "mesh-point" }), 1);
  assertEquals(sent(), [NL80211_CMD_GET_INTERFACE, { wiphy: 1 }]);
  assertEquals(await list({ type: "station" }), 0);
  await assertRejects(() => list({ type: "other" as never }), TypeError);

  await assertRejects(() => interfaces.get("nothing"), UnknownDeviceError);
  assertEquals(await interfaces.find("nothing"), undefined);
  kernel.answer = () => 19;
  assertEquals(await interfaces.find("eth0"), undefined);
  assertEquals(await interfaces.delete("eth0", { ifExists: true }), false);
  await assertRejects(
    () => interfaces.delete("eth0"),
    Error,
    "Cannot delete wireless interface eth0: ENODEV",
  );
});

Deno.test("WirelessInterfaces.powerSave() reads whether power is saved", async () => {
  for (const psState of [0, 1]) {
    const { wireless, sent } = open({ psState });
    assertEquals(await wireless.interface.powerSave(2), psState === 1);
    assertEquals(sent(), [NL80211_CMD_GET_POWER_SAVE, { ifindex: 2 }]);
  }
});

Deno.test("RegulatoryDomains reads that of a device, and sets countries", async () => {
  const { wireless: { regulatory }, sent } = open({
    regAlpha2: "99",
    wiphy: 1,
    wiphySelfManagedReg: true,
    dfsRegion: 1,
    userRegHintType: 1,
    regRules: [{ regRuleFlags: 0, powerRulePsd: -5 }],
  });
  assertEquals(plain(await regulatory.get(1)), {
    country: "99",
    wiphy: 1,
    selfManaged: true,
    dfsRegion: "fcc",
    hint: "cell-base",
    rules: [{ powerDensity: -5, flags: [] }],
  });
  assertEquals(sent(), [NL80211_CMD_GET_REG, { wiphy: 1 }]);
  await regulatory.get();
  assertEquals(sent(), [NL80211_CMD_GET_REG, {}]);
  await regulatory.set("FR", { hint: "cell-base" });
  assertEquals(sent(), [NL80211_CMD_REQ_SET_REG, {
    regAlpha2: "FR",
    userRegHintType: 1,
  }]);
  await regulatory.reload();
  assertEquals(sent(), [NL80211_CMD_RELOAD_REGDB, {}]);
  for (const country of ["fr", "FRA", 5]) {
    await assertRejects(
      () => regulatory.set(country as never),
      TypeError,
      "as country: two capital letters or 00 are expected",
    );
  }
});

Deno.test("Wireless joins ad-hoc networks and meshes", async () => {
  const { kernel, wireless, sent } = open();
  await wireless.joinAdHoc("eth0", {
    ssid: "trial",
    channel: 2412,
    fixedChannel: true,
    bssid: address,
    beaconInterval: 200,
  });
  assertEquals(sent(), [NL80211_CMD_JOIN_IBSS, {
    ifindex: 2,
    ssid: trial,
    wiphyFreq: 2412,
    freqFixed: true,
    mac: address,
    beaconInterval: 200,
  }]);
  await wireless.joinMesh("eth0", {
    meshId: "trial",
    channel: { frequency: 5180, width: 40, center: 5190 },
    dtimPeriod: 2,
  });
  assertEquals(sent(), [NL80211_CMD_JOIN_MESH, {
    ifindex: 2,
    meshId: trial,
    wiphyFreq: 5180,
    channelWidth: 2,
    centerFreq1: 5190,
    dtimPeriod: 2,
  }]);
  await wireless.leaveMesh("eth0");
  assertEquals(sent(), [NL80211_CMD_LEAVE_MESH, { ifindex: 2 }]);
  await assertRejects(
    () => wireless.joinAdHoc("eth0", { ssid: "a" } as never),
    TypeError,
    "channel",
  );
  await assertRejects(
    () => wireless.joinMesh("eth0", { meshId: "m", dtimPeriod: 0 }),
    RangeError,
    "dtimPeriod",
  );
  kernel.answer = () => 107;
  await assertRejects(() => wireless.leaveAdHoc("eth0"), Error, "ENOTCONN");
});
