/**
 * What `iw` has asked a real kernel, and what that has answered: the methods
 * send the same, and put the answers into words.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import { plain, RecordedKernel } from "../../support/generic_kernel.ts";

/** Wireless networks with a kernel that has been recorded. */
function open() {
  const kernel = new RecordedKernel("nl80211");
  return { kernel, wireless: kernel.generic.wireless };
}

Deno.test("Wiphys.list() sends what iw phy sends, and joins what it gets", async () => {
  const { kernel, wireless: { wiphy } } = open();
  const [radio, ...others] = await wiphy.list().toArray();
  assertEquals(kernel.commands, ["iw phy"]);
  assertEquals(others, []);
  const { bands, commands, features, extendedFeatures, ...rest } = plain(
    radio!,
  );
  assertEquals(rest, {
    index: 0,
    name: "radio7",
    retryShort: 7,
    retryLong: 4,
    fragmentationThreshold: null,
    rtsThreshold: null,
    coverageClass: 0,
    queueLimit: 8192,
    queueMemoryLimit: 16777216,
    queueQuantum: 300,
    types: [
      "adhoc",
      "station",
      "ap",
      "ap-vlan",
      "monitor",
      "mesh-point",
      "p2p-client",
      "p2p-go",
      "ocb",
    ],
    softwareTypes: ["ap-vlan", "monitor"],
    ciphers: [
      "wep-40",
      "wep-104",
      "tkip",
      "ccmp-128",
      "ccmp-256",
      "gcmp-128",
      "gcmp-256",
      "cmac",
      "cmac-256",
      "gmac-128",
      "gmac-256",
    ],
    combinations: [{
      limits: [
        { max: 1, types: ["adhoc"] },
        {
          max: 2048,
          types: ["station", "ap", "mesh-point", "p2p-client", "p2p-go"],
        },
      ],
      maxInterfaces: 2049,
      channels: 1,
      equalBeaconIntervals: false,
    }],
    maxScanNames: 4,
    maxScanElements: 2095,
    maxScheduledScanNames: 0,
    maxCachedKeys: 0,
    maxStayOnChannel: 5,
    multipleNetworks: { maxNetworks: 8, maxBeacons: 3 },
    antennaAvailableTx: 0,
    antennaAvailableRx: 0,
    selfManagedRegulatory: false,
    queueStatistics: {
      backlogBytes: 0,
      backlogPackets: 0,
      overlimits: 0,
      overmemory: 0,
      collisions: 0,
      maxFlows: 4096,
    },
  });
  assertEquals(
    bands.map(({ band, ht, vht, he, eht, frequencies, rates }) => [
      band,
      ht,
      vht,
      he,
      eht,
      frequencies.length,
      rates.length,
    ]),
    [
      ["2.4GHz", true, false, true, true, 14, 12],
      ["5GHz", true, true, true, true, 40, 8],
      ["6GHz", false, false, true, true, 59, 8],
      ["S1GHz", true, false, false, false, 26, 0],
    ],
  );
  assertEquals(bands[0]!.frequencies[12], {
    frequency: 2472,
    disabled: false,
    maxTxPower: 20,
    restrictions: ["no-ir", "no-ht40-plus", "no-160mhz", "no-320mhz"],
  });
  assertEquals(
    bands[1]!.frequencies.find(({ frequency }) => frequency === 5260),
    {
      frequency: 5260,
      disabled: false,
      maxTxPower: 20,
      restrictions: ["no-ir", "radar", "no-320mhz"],
      dfsState: "usable",
      dfsTime: 2.636,
      dfsCacTime: 60,
    },
  );
  assertEquals(bands[0]!.rates[1], { rate: 2, shortPreamble: true });
  assertEquals(bands[3]!.frequencies.at(-1)?.frequency, 927.5);
  assert(commands.includes("connect") && commands.includes("join-mesh"));
  assertEquals(commands.length, 33);
  assert(features.includes("sk-tx-status"), features.join());
  assert(extendedFeatures.includes("rrm"), extendedFeatures.join());
});

Deno.test("WirelessInterfaces sends what iw dev sends", async () => {
  const { kernel, wireless: { interface: interfaces } } = open();
  const [wlan0, ...others] = await interfaces.list().toArray();
  assertEquals(others, []);
  assertEquals(plain(wlan0!), {
    index: 2,
    name: "wlan0",
    type: "station",
    wiphy: 0,
    identifier: 1n,
    address: "02:00:00:00:00:00",
    use4Addr: false,
    txPower: 0,
    queueStatistics: {
      backlogBytes: 0,
      backlogPackets: 0,
      flows: 0,
      drops: 0,
      ecnMarks: 0,
      overlimits: 0,
      collisions: 0,
      sentBytes: 0,
      sentPackets: 0,
    },
    radioMask: 0,
    generation: 5,
  });
  await interfaces.set(2, { type: "adhoc" });
  await interfaces.set(2, { txPower: { fixed: 10 }, powerSave: true });
  assertEquals(await interfaces.delete(3), true);
  assertEquals(kernel.commands, [
    "iw dev",
    "iw dev wlan0 set type ibss",
    "iw dev wlan0 set txpower fixed 1000",
    "iw dev wlan0 set power_save on",
    "iw dev mon7 del",
  ]);
});

Deno.test("Wiphys.set() sends what iw phy set sends", async () => {
  const { kernel, wireless: { wiphy } } = open();
  await wiphy.set(0, { rtsThreshold: 500 });
  await wiphy.set(0, { retryShort: 5, retryLong: 3 });
  assertEquals(kernel.commands, [
    "iw phy radio7 set rts 500",
    "iw phy radio7 set retry short 5 long 3",
  ]);
});

Deno.test("RegulatoryDomains sends what iw reg sends", async () => {
  const { kernel, wireless: { regulatory } } = open();
  const [world, ...others] = await regulatory.list().toArray();
  assertEquals(others, []);
  const { rules, ...rest } = plain(world!);
  assertEquals(rest, {
    country: "00",
    selfManaged: false,
    dfsRegion: "unset",
  });
  assertEquals(rules.slice(0, 3), [
    {
      from: 755,
      to: 928,
      maxWidth: 2,
      maxPower: 20,
      maxAntennaGain: 0,
      dfsCacTime: 0,
      flags: ["no-ir"],
    },
    {
      from: 2402,
      to: 2472,
      maxWidth: 40,
      maxPower: 20,
      maxAntennaGain: 0,
      dfsCacTime: 0,
      flags: [],
    },
    {
      from: 2457,
      to: 2482,
      maxWidth: 20,
      maxPower: 20,
      maxAntennaGain: 0,
      dfsCacTime: 0,
      flags: ["no-ir", "auto-bw"],
    },
  ]);
  await regulatory.set("DE");
  assertEquals(kernel.commands, ["iw reg get", "iw reg set DE"]);
});

Deno.test("Scans and Surveys send what iw dev wlan0 sends", async () => {
  const { kernel, wireless } = open();
  assertEquals(await wireless.survey.list(2).toArray(), []);
  assertEquals(await wireless.scan.results(2).toArray(), []);
  await wireless.scan.trigger(2, { ssids: ["trial"], frequencies: [2412] });
  await wireless.leaveAdHoc(2);
  assertEquals(kernel.commands, [
    "iw dev wlan0 survey dump",
    "iw dev wlan0 link",
    "iw dev wlan0 scan trigger freq 2412 ssid trial",
    "iw dev wlan0 ibss leave",
  ]);
});
