import { assertEquals, assertThrows } from "@std/assert";
import {
  type AddressSpec,
  fromAddress,
  nameAddress,
  toAddress,
} from "../../api/address/address.ts";
import type { AddressMessage } from "../../messages/address/address.ts";

const base: AddressMessage = {
  family: 2,
  prefixLength: 24,
  flags: 0x80,
  scope: 0,
  index: 3,
  attributes: {
    address: "192.0.2.1",
    local: "192.0.2.1",
    broadcast: "192.0.2.255",
    label: "eth0",
    flags: 0x80,
    cacheInfo: {
      preferred: 0xffffffff,
      valid: 0xffffffff,
      created: 100,
      updated: 250,
    },
  },
};

Deno.test("toAddress() puts an address into words", () => {
  const address = toAddress(base);
  assertEquals({ ...address, message: address.message }, {
    device: 3,
    family: "inet",
    address: "192.0.2.1",
    prefixLength: 24,
    broadcast: "192.0.2.255",
    label: "eth0",
    scope: "global",
    flags: ["permanent"],
    validLifetime: Infinity,
    preferredLifetime: Infinity,
    created: 1,
    updated: 2.5,
    message: base,
  });
});

Deno.test("toAddress() distinguishes secondary addresses from temporary ones", () => {
  const flags = 0x1;
  const six = { address: "2001:db8::1", flags };
  const { flags: secondary } = toAddress({
    ...base,
    attributes: { ...base.attributes, flags },
  });
  const { flags: temporary } = toAddress({
    ...base,
    family: 10,
    attributes: six,
  });
  assertEquals([secondary, temporary], [["secondary"], ["temporary"]]);
});

Deno.test("toAddress() falls back to the flags of the header", () => {
  const { flags } = toAddress({ ...base, flags: 0x40, attributes: {} });
  assertEquals(flags, ["tentative"]);
});

Deno.test("fromAddress() makes again what toAddress() reads", () => {
  const peer: AddressMessage = {
    ...base,
    prefixLength: 32,
    attributes: {
      address: "192.0.2.2",
      local: "192.0.2.1",
      label: "eth0:1",
      routePriority: 7,
      cacheInfo: { preferred: 5, valid: 10, created: 0, updated: 0 },
    },
  };
  for (const message of [base, peer]) {
    const made = fromAddress(toAddress(message));
    const { cacheInfo, flags: _, ...rest } = message.attributes;
    assertEquals(made, {
      ...message,
      flags: 0,
      attributes: {
        ...rest,
        cacheInfo: { ...cacheInfo!, created: 0, updated: 0 },
      },
    });
  }
});

Deno.test("fromAddress() computes broadcast addresses", () => {
  const broadcast = (address: string, broadcast: string) =>
    fromAddress({ device: 1, address, broadcast }).attributes.broadcast;
  assertEquals(broadcast("192.0.2.77/24", "+"), "192.0.2.255");
  assertEquals(broadcast("192.0.2.77/24", "-"), "192.0.2.0");
  assertEquals(broadcast("10.1.2.3/9", "+"), "10.127.255.255");
  assertEquals(broadcast("192.0.2.77/24", "192.0.2.9"), "192.0.2.9");
});

Deno.test("fromAddress() chooses the scope as ip does", () => {
  const scope = (address: string) => fromAddress({ device: 1, address }).scope;
  assertEquals(scope("127.0.0.5/8"), 254);
  assertEquals(scope("192.0.2.1/24"), 0);
  assertEquals(scope("::1"), 0);
});

Deno.test("nameAddress() takes lengths from where they are", () => {
  const length = (key: Omit<AddressSpec, "device">) =>
    nameAddress({ device: 1, ...key }).prefixLength;
  assertEquals(length({ address: "192.0.2.1" }), 32);
  assertEquals(length({ address: "192.0.2.1/24", prefixLength: 8 }), 24);
  assertEquals(length({ address: "192.0.2.1", prefixLength: 8 }), 8);
  assertEquals(length({ address: "192.0.2.1", peer: "192.0.2.2/30" }), 30);
  assertEquals(length({ address: "2001:db8::1" }), 128);
});

Deno.test("fromAddress() names what is wrong", () => {
  const good = { device: 1, address: "192.0.2.1/24" };
  const bad: [Partial<Record<keyof AddressSpec, unknown>>, string][] = [
    [{ address: "192.0.2.256/24" }, '"192.0.2.256" as address'],
    [
      { address: "192.0.2.1/33" },
      `"192.0.2.1/33" as address: its length is not between 0 and 32`,
    ],
    [{ peer: "2001:db8::1" }, '"2001:db8::1" as peer'],
    [{ scope: "far" }, '"far" as scope'],
    [{ flags: ["nodadd"] }, '"nodadd" as flags[0]'],
    [{ label: 5 }, "5 as label"],
    [{ metric: -1 }, "-1 as metric"],
    [{ validLifetime: 1.5 }, "1.5 as validLifetime"],
    [
      { validLifetime: 5, preferredLifetime: 6 },
      "6 as preferredLifetime: it is longer than validLifetime",
    ],
    [{ broadcast: "x" }, '"x" as broadcast'],
    [{ protocol: 256 }, "256 as protocol"],
  ];
  for (const [wrong, text] of bad) {
    assertThrows(
      () => fromAddress({ ...good, ...wrong } as AddressSpec),
      Error,
      `Cannot use ${text}`,
    );
  }
  assertThrows(
    () => fromAddress({ device: 1, address: "::1", broadcast: "+" }),
    TypeError,
    "only IPv4 has broadcast addresses",
  );
});
