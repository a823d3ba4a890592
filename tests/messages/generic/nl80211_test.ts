import { assertEquals, assertThrows } from "@std/assert";
import {
  joinNl80211Wiphy,
  type Nl80211Attributes,
  nl80211Attributes,
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
