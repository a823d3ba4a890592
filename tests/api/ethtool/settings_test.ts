import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { bits, onlyBits, withNames } from "../../../api/ethtool/bits.ts";
import { featuresSetting } from "../../../api/ethtool/features.ts";
import { linkStateSetting } from "../../../api/ethtool/link.ts";
import { statisticsSetting } from "../../../api/ethtool/statistics.ts";
import type { AboutDevice } from "../../../api/ethtool/setting.ts";
import { FieldPath } from "../../../api/mapping/field_path.ts";
import type { EthtoolBitset } from "../../../messages/generic/ethtool/common.ts";
import { Writer } from "../../../messages/codec/mod.ts";
import { arbitrary } from "../../support/arbitrary.ts";
import { ethtoolSettings } from "../../support/ethtool_settings.ts";

function messageOf<A>(attributes: A) {
  return { cmd: 0, version: 1, reserved: 0, attributes };
}

assert(ethtoolSettings.size > 25);

for (const [name, setting] of ethtoolSettings) {
  Deno.test(`${name} reads any message, and writes what can be set of it`, () => {
    fc.assert(
      fc.property(arbitrary(setting.codec), (attributes) => {
        const value = setting.read(messageOf(attributes));
        if (setting.set === undefined) return;
        const written = reported(setting.mapping.toKernel(value));
        const reread = setting.read(messageOf(written));
        const read = value as unknown as Record<string, unknown>;
        for (const property of setting.mapping.names) {
          if (setting.mapping.readOnly!.has(property)) continue;
          assertEquals(
            (reread as unknown as Record<string, unknown>)[property],
            read[property],
            property,
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  Deno.test(`${name} keeps what it has no name for`, () => {
    const unknown = [{ type: 999, data: Uint8Array.of(1, 2, 3, 4) }];
    const attributes: AboutDevice = { header: { devIndex: 7 }, unknown };
    const writer = new Writer();
    setting.codec.encode(writer, attributes);
    const bytes = writer.finish().slice();
    const view = new DataView(bytes.buffer);
    const decoded = setting.codec.decode(view, 0, bytes.length);
    const { index, message } = setting.read(messageOf(decoded));
    assertEquals(index, 7);
    assertEquals(message.attributes, attributes);
  });
}

/** What is set has other attributes than what is reported, of power. */
function reported(written: object): AboutDevice {
  return Object.fromEntries(
    Object.entries(written).map(([name, value]) => [
      name.replace(/Control$/, "State"),
      value,
    ]),
  );
}

const names = new Map([[0, "a"], [2, "c"], [9, ""], [40, "z"]]);
const map = (...words: number[]) =>
  new Uint8Array(new Uint32Array(words).buffer);

Deno.test("bits reads both forms alike", () => {
  const compact: EthtoolBitset = {
    size: 41,
    value: map(0b1, 0x100),
    mask: map(0b101, 0x100),
  };
  const expected = { a: true, c: false, z: true };
  assertEquals(bits.fromKernel(withNames(compact, names)), expected);
  assertEquals(
    bits.fromKernel({
      size: 41,
      bits: [
        { index: 0, name: "a", value: true },
        { index: 2, name: "c" },
        { index: 40, name: "z", value: true },
      ],
    }),
    expected,
  );
  assertEquals(bits.fromKernel(compact), { 0: true, 2: false, 40: true });
});

Deno.test("bits of sets without mask are those that are set", () => {
  const compact = { nomask: true, size: 10, value: map(0b1000000100) } as const;
  assertEquals(bits.fromKernel(withNames(compact, names)), {
    c: true,
    9: true,
  });
  const verbose: EthtoolBitset = {
    nomask: true,
    bits: [{ index: 1, name: "b" }],
  };
  assertEquals(bits.fromKernel(verbose), { b: true });
  assertEquals(onlyBits.fromKernel(compact), ["2", "9"]);
});

Deno.test("bits are no more than there are bytes of", () => {
  const set = { size: 0xffffffff, value: map(1), mask: map(3) };
  assertEquals(bits.fromKernel(set), { 0: true, 1: false });
});

Deno.test("bits writes names and numbers, and refuses anything else", () => {
  const path = FieldPath.root.at("modes");
  assertEquals(bits.toKernel({ a: true, 7: false }, path), {
    bits: [{ index: 7 }, { name: "a", value: true }],
  });
  assertEquals(onlyBits.toKernel(["a", "7"], path), {
    nomask: true,
    bits: [{ name: "a" }, { index: 7 }],
  });
  for (
    const [wrong, message] of [
      [["a"], /as modes/],
      [null, /as modes/],
      [{ a: 1 }, /Cannot use 1 as modes\.a: true or false is expected/],
    ] as const
  ) {
    assertThrows(() => bits.toKernel(wrong as never, path), TypeError)
      .message.match(message) ?? assert(false, String(message));
  }
  assertThrows(() => onlyBits.toKernel([7] as never, path), TypeError);
});

Deno.test("features are off where the device has them and they are not active", () => {
  const { features, wanted, fixed } = featuresSetting.read(messageOf({
    hw: { bits: [{ name: "a", value: true }, { name: "b" }, { name: "c" }] },
    wanted: { nomask: true, bits: [{ name: "a" }] },
    active: { nomask: true, bits: [{ name: "c" }] },
    nochange: { bits: [{ name: "a", value: true }, { name: "b" }] },
  }));
  assertEquals(features, { a: false, b: false, c: true });
  assertEquals(wanted, ["a"]);
  assertEquals(fixed, ["a", "b", "c"]);
});

Deno.test("the state of a link has the details of its own reason", () => {
  const read = (extState: number, extSubstate: number) => {
    const { reason, detail } = linkStateSetting.read(
      messageOf({ extState, extSubstate }),
    );
    return [reason, detail];
  };
  assertEquals(read(0, 1), ["autonegotiation", "no-partner-detected"]);
  assertEquals(read(10, 1), ["module", "cmis-not-ready"]);
  assertEquals(read(10, 99), ["module", 99]);
  assertEquals(read(99, 1), [99, 1]);
});

Deno.test("standard counters have their names, by group", () => {
  const { counters, rxSizes, txSizes } = statisticsSetting.read(messageOf({
    grp: [
      { id: 1, stat: [[{ key: 0, value: 5n }], [{ key: 99, value: 6n }]] },
      { id: 3, histRx: [{ histBktLow: 0, histBktHi: 64, histVal: 7n }] },
      { id: 77, stat: [[{ key: 0, value: 8n }]] },
    ],
  }));
  assertEquals(counters, {
    "eth-mac": { FramesTransmittedOK: 5n, 99: 6n },
    rmon: {},
    77: { 0: 8n },
  });
  assertEquals(rxSizes, [{ low: 0, high: 64, count: 7n }]);
  assertEquals(txSizes, undefined);
});
