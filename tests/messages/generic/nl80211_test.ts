import { assertEquals, assertThrows } from "@std/assert";
import {
  joinNl80211Wiphy,
  NL80211_COMMANDS,
  type Nl80211Attributes,
  nl80211Attributes,
  nl80211Message,
  readElements,
  readSecurityElement,
  wpaElement,
  writeElements,
} from "../../../messages/generic/nl80211/mod.ts";
import { Writer } from "../../../messages/codec/mod.ts";
import { fromHex } from "../../../messages/codec/text.ts";

function decoded(attributes: Nl80211Attributes): Nl80211Attributes {
  const writer = new Writer();
  nl80211Attributes.encode(writer, attributes);
  const { buffer, byteOffset, length } = writer.finish();
  return nl80211Attributes.decode(
    new DataView(buffer, byteOffset, length),
    0,
    length,
  );
}

Deno.test("readElements() takes elements apart, and writeElements() puts them together", () => {
  const bytes = fromHex("0003616263" + "ff0223aa" + "0000" + "dd0150");
  const elements = readElements(bytes);
  assertEquals(
    elements.map(({ id, extension, data }) => [id, extension, [...data]]),
    [
      [0, undefined, [0x61, 0x62, 0x63]],
      [255, 35, [0xaa]],
      [0, undefined, []],
      [221, undefined, [0x50]],
    ],
  );
  assertEquals(writeElements(elements), bytes);
});

Deno.test("readElements() reads what is cut off as far as it goes", () => {
  assertEquals(
    readElements(fromHex("00056162")),
    [{ id: 0, data: fromHex("6162") }],
  );
  assertEquals(readElements(fromHex("00")), []);
  assertEquals(readElements(fromHex("ff00")), [{
    id: 255,
    data: new Uint8Array(0),
  }]);
});

Deno.test("writeElements() refuses elements that are too long", () => {
  assertThrows(
    () => writeElements([{ id: 1, data: new Uint8Array(256) }]),
    RangeError,
    "Cannot write element 1: it has 256 bytes, and 255 are the most",
  );
});

Deno.test("readSecurityElement() reads RSN, as far as it goes", () => {
  const bytes = fromHex(
    "0100" + "000fac04" + "0200" + "000fac04" + "000fac02" + "0100" +
      "000fac08" + "c000" + "0100" + "00112233445566778899aabbccddeeff" +
      "000fac06",
  );
  assertEquals(readSecurityElement(bytes), {
    version: 1,
    group: 0x000fac04,
    pairwise: [0x000fac04, 0x000fac02],
    akms: [0x000fac08],
    capabilities: 0xc0,
    pmkids: [fromHex("00112233445566778899aabbccddeeff")],
    groupManagement: 0x000fac06,
  });
  // The counts are greater than what follows.
  assertEquals(readSecurityElement(fromHex("0100000fac04ffff000fac")), {
    version: 1,
    group: 0x000fac04,
    pairwise: [],
    akms: [],
    pmkids: [],
  });
  assertEquals(readSecurityElement(fromHex("01")), undefined);
});

Deno.test("wpaElement() finds WPA, whose suites have the numbers of RSN", () => {
  const data = fromHex("0050f201" + "0100" + "0050f202" + "0000" + "0000");
  const wpa = wpaElement({ id: 221, data })!;
  assertEquals(readSecurityElement(wpa)!.group, 0x000fac02);
  assertEquals(wpaElement({ id: 221, data: data.subarray(1) }), undefined);
  assertEquals(wpaElement({ id: 48, data }), undefined);
});

Deno.test("joinNl80211Wiphy() puts bands together that come in several messages", () => {
  const parts = [
    { wiphy: 0, wiphyName: "phy0", maxNumScanSsids: 4 },
    {
      wiphy: 0,
      wiphyBands: [{
        key: 0,
        value: { freqs: [{ freq: 2412 }], htCapa: 0x7e },
      }],
    },
    { wiphy: 0, wiphyBands: [{ key: 0, value: { freqs: [{ freq: 2417 }] } }] },
    { wiphy: 0, wiphyBands: [{ key: 1, value: { freqs: [{ freq: 5180 }] } }] },
    { wiphy: 0, cipherSuites: [0x000fac04] },
  ].map(decoded);
  assertEquals(joinNl80211Wiphy(parts), {
    wiphy: 0,
    wiphyName: "phy0",
    maxNumScanSsids: 4,
    wiphyBands: [
      {
        key: 0,
        value: { freqs: [{ freq: 2412 }, { freq: 2417 }], htCapa: 0x7e },
      },
      { key: 1, value: { freqs: [{ freq: 5180 }] } },
    ],
    cipherSuites: [0x000fac04],
  });
  // The messages stay as they are.
  assertEquals(parts[1]!.wiphyBands![0]!.value.freqs, [{ freq: 2412 }]);
});

/** A message with a command, as it is after encoding and decoding. */
function received(
  cmd: number,
  attributes: Nl80211Attributes,
): Nl80211Attributes {
  const writer = new Writer();
  const header = { cmd, version: 1, reserved: 0 };
  nl80211Message.encode(writer, { ...header, attributes });
  const { buffer, byteOffset, length } = writer.finish();
  return nl80211Message.decode(
    new DataView(buffer, byteOffset, length),
    0,
    length,
  ).attributes;
}

Deno.test("nl80211Message reads in devices what they can have, and settings elsewhere", () => {
  const pat = {
    maxPatterns: 8,
    minPatternLen: 1,
    maxPatternLen: 64,
    maxPktOffset: 128,
  };
  const support: Nl80211Attributes = {
    bssParamSupport: { apIsolate: true },
    bssSelectSupport: { rssi: true, bandPref: true },
    coalesceSupport: { maxRules: 4, pat, maxDelay: 100 },
    controlPortEthertypeSupport: true,
    tidConfigSupport: { vifSupp: 0x3fen, retryShort: 7 },
  };
  const pattern = { mask: fromHex("01"), pattern: fromHex("08"), offset: 12 };
  const settings: Nl80211Attributes = {
    bssParam: true,
    bssSelect: { bandPref: 1 },
    coalesceRule: [{ delay: 5, condition: 0, pktPattern: [pattern] }],
    controlPortEthertype: 0x888e,
    tidConfig: [{
      tids: 1,
      noack: 0,
      txRate: [{ key: 0, value: { legacy: fromHex("0c") } }],
    }],
  };
  assertEquals(received(NL80211_COMMANDS["new-wiphy"], support), support);
  assertEquals(received(NL80211_COMMANDS["connect"], settings), settings);
  assertEquals(decoded(settings), settings);
});

Deno.test("wowlanTriggers have patterns, and the index of one that woke the machine up", () => {
  const nest = (payload: string) => {
    const length = (4 + payload.length / 2).toString(16).padStart(2, "0");
    return fromHex(`${length}007500${payload}`);
  };
  const read = (payload: string) => {
    const bytes = nest(payload);
    const view = new DataView(bytes.buffer);
    const value = nl80211Attributes.decode(view, 0, bytes.length);
    const writer = new Writer();
    nl80211Attributes.encode(writer, value);
    assertEquals(writer.finish(), bytes);
    return value.wowlanTriggers;
  };
  // NL80211_WOWLAN_TRIG_MAGIC_PKT, and a u32 in NL80211_WOWLAN_TRIG_PKT_PATTERN
  assertEquals(read("04000300" + "0800040004000000"), {
    magicPkt: true,
    pktPattern: 4,
  });
  // a nest of numbered nests, each of NL80211_PKTPAT_MASK and _PATTERN
  assertEquals(
    read("18000400" + "14000100" + "0500010001000000" + "05000200ff000000"),
    { pktPattern: [{ mask: fromHex("01"), pattern: fromHex("ff") }] },
  );
});

Deno.test("rekeyData shows no keys", () => {
  const { rekeyData } = decoded({
    rekeyData: { kek: new Uint8Array(16), kck: new Uint8Array(16), akm: 2 },
  });
  assertEquals(
    JSON.stringify(rekeyData),
    '{"kek":"(hidden)","kck":"(hidden)","akm":2}',
  );
});
