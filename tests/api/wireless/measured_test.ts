/**
 * What no recorded program has asked: requests and answers are made of the
 * attributes.
 *
 * @module
 */
import { assertEquals, assertRejects } from "@std/assert";
import {
  NL80211_CMD_ABORT_SCAN,
  NL80211_CMD_DEL_STATION,
  NL80211_CMD_GET_STATION,
  NL80211_CMD_GET_SURVEY,
  NL80211_CMD_TRIGGER_SCAN,
} from "../../../messages/generic/nl80211/commands.ts";
import { plain } from "../../support/generic_kernel.ts";
import { address, openWireless as open } from "../../support/wireless.ts";

Deno.test("Stations are read with what is known of them", async () => {
  const { kernel, wireless: { station }, sent } = open({
    ifindex: 2,
    mac: address,
    staInfo: {
      inactiveTime: 1500,
      connectedTime: 60,
      assocAtBoottime: 2_500_000_000n,
      rxBytes: 5,
      rxBytes64: 2n ** 33n,
      txBytes: 6,
      rxPackets: 1,
      txPackets: 2,
      txRetries: 3,
      txFailed: 4,
      rxDropMisc: 5n,
      signal: -40,
      signalAvg: -41,
      chainSignal: [-42, -43],
      beaconSignalAvg: -44,
      ackSignal: -45,
      txBitrate: { bitrate32: 540, vhtMcs: 5, vhtNss: 1, width80: true },
      rxBitrate: { bitrate: 60 },
      expectedThroughput: 26500,
      staFlags: { mask: 0xfe, set: 0x2a },
      bssParam: { shortSlotTime: true, dtimPeriod: 2, beaconInterval: 100 },
      beaconRx: 9n,
      beaconLoss: 1,
      rxDuration: 1_500_000n,
      txDuration: 500_000n,
      plinkState: 4,
      localPm: 1,
      peerPm: 3,
      airtimeLinkMetric: 88,
      airtimeWeight: 256,
    },
  });
  const expected = {
    address,
    device: 2,
    inactive: 1.5,
    connected: 60,
    connectedAt: 2.5,
    receivedBytes: 2n ** 33n,
    sentBytes: 6n,
    receivedPackets: 1,
    sentPackets: 2,
    retries: 3,
    failed: 4,
    dropped: 5n,
    signal: -40,
    signalAverage: -41,
    chainSignals: [-42, -43],
    beaconSignalAverage: -44,
    ackSignal: -45,
    sendRate: {
      rate: 54,
      width: 80,
      shortGuard: false,
      mode: "vht",
      mcs: 5,
      streams: 1,
    },
    receiveRate: { rate: 6, width: 20, shortGuard: false, mode: "legacy" },
    expectedThroughput: 26.5,
    flags: ["authorized", "wmm", "authenticated"],
    beaconInterval: 0.1024,
    dtimPeriod: 2,
    shortPreamble: false,
    shortSlotTime: true,
    beacons: 9n,
    beaconLosses: 1,
    receiveTime: 1.5,
    sendTime: 0.5,
    meshLink: "established",
    localPowerMode: "active",
    peerPowerMode: "deep-sleep",
    linkMetric: 88,
    airtimeWeight: 256,
  } as const;
  const key = { device: "eth0", address };
  assertEquals(plain(await station.get(key)), expected as never);
  assertEquals(sent(), [NL80211_CMD_GET_STATION, { ifindex: 2, mac: address }]);
  const listed = await station.list("eth0").toArray();
  assertEquals(listed.map(plain), [expected as never]);
  assertEquals(sent(), [NL80211_CMD_GET_STATION, { ifindex: 2 }]);
  assertEquals(await station.list("br0").toArray(), []);
  assertEquals(await station.delete(key), true);
  assertEquals(sent(), [NL80211_CMD_DEL_STATION, { ifindex: 2, mac: address }]);
  await assertRejects(
    () => station.get({ device: 2 } as never),
    TypeError,
    "address",
  );
  kernel.answer = () => 2;
  assertEquals(await station.find(key), undefined);
  assertEquals(await station.delete(key, { ifExists: true }), false);
  await assertRejects(
    () => station.get(key),
    Error,
    `Cannot get station ${address} of eth0: ENOENT`,
  );
});

Deno.test("Surveys.list() reads what was measured", async () => {
  const { wireless, sent } = open(
    {
      ifindex: 2,
      surveyInfo: {
        frequency: 2412,
        noise: -95,
        inUse: true,
        time: 1500n,
        timeBusy: 250n,
        timeExtBusy: 1n,
        timeRx: 2n,
        timeBssRx: 3n,
        timeTx: 4n,
        timeScan: 5n,
      },
    },
    { ifindex: 2, surveyInfo: { frequency: 902, frequencyOffset: 500 } },
  );
  const survey = await wireless.survey.list("eth0").toArray();
  assertEquals(sent(), [NL80211_CMD_GET_SURVEY, { ifindex: 2 }]);
  assertEquals(survey.map(plain), [
    {
      device: 2,
      frequency: 2412,
      inUse: true,
      noise: -95,
      time: 1.5,
      busy: 0.25,
      extensionBusy: 0.001,
      receiving: 0.002,
      receivingOwn: 0.003,
      sending: 0.004,
      scanning: 0.005,
    },
    { device: 2, frequency: 902.5, inUse: false },
  ]);
});

Deno.test("Scans.trigger() sends what is to be scanned", async () => {
  const { kernel, wireless: { scan }, sent } = open();
  await scan.trigger("eth0");
  assertEquals(sent(), [NL80211_CMD_TRIGGER_SCAN, {
    ifindex: 2,
    scanSsids: [new Uint8Array(0)],
  }]);
  await scan.trigger("eth0", {
    ssids: [],
    flags: ["flush", "ap"],
    elements: Uint8Array.of(221, 0),
    duration: 0.1024,
    fixedDuration: true,
  });
  assertEquals(sent(), [NL80211_CMD_TRIGGER_SCAN, {
    ifindex: 2,
    scanFlags: 6,
    ie: Uint8Array.of(221, 0),
    measurementDuration: 100,
    measurementDurationMandatory: true,
  }]);
  await scan.trigger("eth0", { fixedDuration: false });
  assertEquals(kernel.last!.attributes.measurementDurationMandatory, undefined);
  await scan.abort("eth0");
  assertEquals(sent(), [NL80211_CMD_ABORT_SCAN, { ifindex: 2 }]);
  for (
    const [spec, sort] of [
      [{ ssids: ["x".repeat(33)] }, RangeError],
      [{ ssids: [5] }, TypeError],
      [{ frequencies: [0] }, RangeError],
      [{ frequencies: [902.5] }, RangeError],
      [{ frequencies: ["1"] }, TypeError],
      [{ duration: 0 }, RangeError],
    ] as const
  ) await assertRejects(() => scan.trigger("eth0", spec as never), sort);
});

Deno.test("Scans.results() reads networks", async () => {
  const { wireless } = open({
    ifindex: 2,
    bss: {
      bssid: address,
      frequency: 2437,
      tsf: 77n,
      beaconInterval: 100,
      capability: 0x411,
      beaconIes: Uint8Array.fromHex(
        "0003616263" + "0303060001" + "0b02" + "0500" + "3d0107" + "7202" +
          "6d31" + "dd06" + "0050f2010100",
      ),
      signalMbm: -4250,
      signalUnspec: 60,
      seenMsAgo: 250,
      lastSeenBoottime: 1_500_000_000n,
      status: 1,
    },
  });
  const [network] = await wireless.scan.results("eth0").toArray();
  const { elements, ...rest } = plain(network!);
  assertEquals(elements.map(({ id }) => id), [0, 3, 11, 61, 114, 221]);
  assertEquals(rest, {
    bssid: address,
    device: 2,
    frequency: 2437,
    capabilities: ["ess", "privacy", "short-slot-time"],
    signal: -42.5,
    quality: 60,
    seenAgo: 0.25,
    seenAt: 1.5,
    clock: 77n,
    beaconInterval: 0.1024,
    status: "associated",
    ssid: "abc",
    channel: 6,
    stations: 5,
    meshId: "m1",
    rates: [],
    wpa: {
      pairwise: [],
      keyManagements: [],
      managementProtection: "no",
    },
    ht: false,
    vht: false,
    he: false,
    eht: false,
  } as never);
});
