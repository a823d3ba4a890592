import { assertEquals, assertThrows } from "@std/assert";
import { readChannel, writeChannel } from "../../../api/wireless/channel.ts";
import { toNetworkElements } from "../../../api/wireless/scan_spec.ts";
import { toStationRate } from "../../../api/wireless/station_spec.ts";
import { toRegulatoryDomain } from "../../../api/wireless/regulatory.ts";
import { writePower } from "../../../api/wireless/interface_spec.ts";
import { toWiphy } from "../../../api/wireless/wiphy_spec.ts";
import { FieldPath } from "../../../api/mapping/field_path.ts";
import { NL80211_COMMANDS } from "../../../messages/generic/nl80211/commands.ts";
import { fromHex } from "../../../messages/codec/text.ts";

const { root } = FieldPath;

Deno.test("Channels are written and read in MHz", () => {
  assertEquals(writeChannel(2412, root), { wiphyFreq: 2412 });
  const channel = {
    frequency: 5180,
    width: 80,
    center: 5210,
    punctured: 2,
  } as const;
  const attributes = writeChannel(channel, root);
  assertEquals(attributes, {
    wiphyFreq: 5180,
    channelWidth: 3,
    centerFreq1: 5210,
    punctBitmap: 2,
  });
  assertEquals(readChannel(attributes), channel);
  const narrow = { frequency: 902.5, width: 1, center: 902.5 } as const;
  assertEquals(readChannel(writeChannel(narrow, root)), narrow);
  assertThrows(
    () => writeChannel({ frequency: 2412, width: 30 as never }, root),
    TypeError,
    "Cannot use 30 as width: ",
  );
  assertThrows(() => writeChannel(0, root), RangeError);
});

Deno.test("Powers are written in hundredths of dBm", () => {
  assertEquals(writePower("automatic", root), { wiphyTxPowerSetting: 0 });
  assertEquals(writePower({ limited: -1.5 }, root), {
    wiphyTxPowerSetting: 1,
    wiphyTxPowerLevel: -150,
  });
  assertEquals(writePower({ fixed: 20 }, root), {
    wiphyTxPowerSetting: 2,
    wiphyTxPowerLevel: 2000,
  });
  assertThrows(() => writePower({} as never, root), TypeError);
});

Deno.test("Rates of stations have the newest standard that they are of", () => {
  assertEquals(toStationRate({ bitrate: 10 }), {
    rate: 1,
    width: 20,
    shortGuard: false,
    mode: "legacy",
  });
  assertEquals(
    toStationRate({ bitrate32: 1300, mcs: 15, width40: true, shortGi: true }),
    {
      rate: 130,
      width: 40,
      shortGuard: true,
      mode: "ht",
      mcs: 15,
      streams: 2,
    },
  );
  assertEquals(
    toStationRate({ bitrate32: 24019, heMcs: 11, heNss: 2, width160: true }),
    {
      rate: 2401.9,
      width: 160,
      shortGuard: false,
      mode: "he",
      mcs: 11,
      streams: 2,
    },
  );
});

Deno.test("Information elements of a network are read in words", () => {
  const { elements, ...network } = toNetworkElements(fromHex(
    "00026162" + "01048c12b06c" + "03010b" + "0706444520010d14" +
      "30140100000fac040100000fac040100000fac028000" + "2d00" + "ff0123",
  ));
  assertEquals(network, {
    ssid: "ab",
    rates: [
      { rate: 6, basic: true },
      { rate: 9, basic: false },
      { rate: 24, basic: true },
      { rate: 54, basic: false },
    ],
    channel: 11,
    country: "DE",
    rsn: {
      group: "ccmp-128",
      pairwise: ["ccmp-128"],
      keyManagements: ["psk"],
      managementProtection: "optional",
    },
    ht: true,
    vht: false,
    he: true,
    eht: false,
  });
  assertEquals(elements.length, 7);
});

Deno.test("Rules of regulatory domains are read in MHz and dBm", () => {
  const { rules, country, dfsRegion, selfManaged } = toRegulatoryDomain({
    cmd: 31,
    version: 1,
    reserved: 0,
    attributes: {
      regAlpha2: "DE",
      dfsRegion: 2,
      regRules: [{
        regRuleFlags: 16 | 4,
        freqRangeStart: 5250000,
        freqRangeEnd: 5350000,
        freqRangeMaxBw: 80000,
        powerRuleMaxAntGain: 0,
        powerRuleMaxEirp: 2000,
        dfsCacTime: 60000,
      }],
    },
  });
  assertEquals([country, dfsRegion, selfManaged], ["DE", "etsi", false]);
  assertEquals(rules, [{
    from: 5250,
    to: 5350,
    maxWidth: 80,
    maxPower: 20,
    maxAntennaGain: 0,
    dfsCacTime: 60,
    flags: ["no-indoor", "dfs"],
  }]);
});

Deno.test("Devices are read with what they can do by themselves", () => {
  const pat = {
    maxPatterns: 4,
    minPatternLen: 16,
    maxPatternLen: 128,
    maxPktOffset: 64,
  };
  const patterns = {
    maxPatterns: 4,
    minLength: 16,
    maxLength: 128,
    maxOffset: 64,
  };
  const wiphy = toWiphy({
    cmd: NL80211_COMMANDS["new-wiphy"],
    version: 1,
    reserved: 0,
    attributes: {
      wiphy: 0,
      wowlanTriggersSupported: {
        any: true,
        gtkRekeyFailure: true,
        pktPattern: pat,
        tcpConnection: {
          dataPayload: 100,
          dataPayloadSeq: true,
          dataInterval: 60,
          wakePayload: 50,
        },
        netDetect: 11,
      },
      coalesceSupport: { maxRules: 8, pat, maxDelay: 99 },
      mbssidConfig: { maxInterfaces: 8, maxEmaProfilePeriodicity: 3 },
      sarSpec: {
        type: 0,
        specs: [{ startFreq: 2402000, endFreq: 2482500 }],
      },
    },
  });
  assertEquals(wiphy.wakeUp, {
    anything: true,
    groupKeyFailure: true,
    patterns,
    connection: { maxSent: 100, maxInterval: 60, maxAwaited: 50 },
    maxNetworks: 11,
  });
  assertEquals(wiphy.packetCollection, {
    maxRules: 8,
    maxDelay: 0.099,
    patterns,
  });
  assertEquals(wiphy.multipleNetworks, { maxNetworks: 8, maxBeacons: 3 });
  assertEquals(wiphy.absorptionRanges, [{ from: 2402, to: 2482.5 }]);
});
