import { assertEquals, assertRejects } from "@std/assert";
import {
  type Address,
  type AddressSpec,
  NetlinkError,
  Rtnetlink,
  UnknownDeviceError,
} from "../../api/mod.ts";
import { liveTest, sh } from "../support/live.ts";

const needs = ["kind dummy"] as const;

/** A namespace with one link, `d0`. */
function open(): Rtnetlink {
  sh("ip", "link", "add", "d0", "type", "dummy");
  sh("ip", "link", "set", "d0", "up");
  return Rtnetlink.open();
}

const specs: AddressSpec[] = [
  { device: "d0", address: "192.0.2.1/24" },
  { device: "d0", address: "192.0.2.1", prefixLength: 25, broadcast: "+" },
  { device: "d0", address: "192.0.2.1/24", broadcast: "-", label: "d0:1" },
  { device: "d0", address: "192.0.2.1", peer: "192.0.2.2" },
  { device: "d0", address: "192.0.2.1", peer: "198.51.100.0/24", metric: 7 },
  {
    device: "d0",
    address: "2001:db8::1/64",
    validLifetime: 3600,
    preferredLifetime: 1800,
    flags: ["nodad", "noprefixroute"],
  },
  { device: "d0", address: "2001:db8::1/128", protocol: "kernel_ra" },
  { device: "d0", address: "127.0.0.9/8", scope: "link" },
];

/** What stays the same when an address is made anew. */
function lasting(
  { message: _, created: _c, updated: _u, flags, ...rest }: Address,
) {
  // Whether others have the address is found out meanwhile.
  return { ...rest, flags: flags.filter((flag) => flag !== "tentative") };
}

for (const spec of specs) {
  liveTest(
    `Addresses lists what it adds: ${JSON.stringify(spec)}`,
    { needs },
    async () => {
      using net = open();
      await net.address.add(spec);
      const address = await net.address.get(spec);
      await assertRejects(() => net.address.add(spec), NetlinkError, "EEXIST");
      await net.address.delete(address);
      await assertRejects(
        () => net.address.get(spec),
        NetlinkError,
        "EADDRNOTAVAIL",
      );
      await net.address.add(address);
      assertEquals(lasting(await net.address.get(spec)), lasting(address));
    },
  );
}

liveTest("Addresses gives ip what it was given", { needs }, async () => {
  using net = open();
  await net.address.add({
    device: "d0",
    address: "192.0.2.1/24",
    broadcast: "+",
    label: "d0:x",
    validLifetime: 100,
    preferredLifetime: 50,
  });
  assertEquals(
    sh("ip", "-4", "-o", "address", "show", "d0").replace(/\s+/g, " ")
      .replace(/^\d+: /, "").trim(),
    "d0 inet 192.0.2.1/24 brd 192.0.2.255 scope global dynamic d0:x\\ " +
      "valid_lft 100sec preferred_lft 50sec",
  );
});

liveTest("Addresses.list() filters", { needs }, async () => {
  using net = open();
  sh("ip", "address", "add", "192.0.2.1/24", "dev", "d0");
  sh("ip", "address", "add", "192.0.2.2/24", "dev", "d0");
  sh("ip", "address", "add", "198.51.100.1/32", "dev", "lo", "scope", "host");
  const texts = async (filter: Parameters<typeof net.address.list>[0]) =>
    (await net.address.list(filter).toArray())
      .map(({ address }) => address);
  assertEquals(await texts({ device: "d0", family: "inet" }), [
    "192.0.2.1",
    "192.0.2.2",
  ]);
  assertEquals(await texts({ within: "198.51.100.0/24" }), ["198.51.100.1"]);
  assertEquals(await texts({ scope: "host" }), ["198.51.100.1"]);
  assertEquals(await texts({ flags: ["secondary"] }), ["192.0.2.2"]);
  assertEquals(await texts({ label: "lo" }), ["198.51.100.1"]);
});

liveTest(
  "Addresses.flush() deletes those and no others",
  { needs },
  async () => {
    using net = open();
    for (let i = 1; i < 5; i++) {
      sh("ip", "address", "add", `192.0.2.${i}/24`, "dev", "d0");
    }
    sh("ip", "address", "add", "192.0.3.1/24", "dev", "d0");
    await net.address.flush({ device: "d0", within: "192.0.2.0/24" });
    const left = await net.address.list({ device: "d0", family: "inet" })
      .toArray();
    assertEquals(left.map(({ address }) => address), ["192.0.3.1"]);
  },
);

liveTest(
  "Addresses refuses bad input before it is sent",
  { needs },
  async () => {
    using net = open();
    const refuse = (spec: Partial<AddressSpec>) =>
      assertRejects(() =>
        net.address.add({ device: "d0", address: "192.0.2.1/24", ...spec })
      );
    assertEquals(
      (await refuse({ device: "d7" })) instanceof UnknownDeviceError,
      true,
    );
    assertEquals(
      (await refuse({ address: "192.0.2.256/24" }) as Error).message,
      'Cannot use "192.0.2.256" as address: an IP address is expected',
    );
    assertEquals(
      (await refuse({ validLifetime: 10, preferredLifetime: 20 }) as Error)
        .message,
      "Cannot use 20 as preferredLifetime: it is longer than validLifetime",
    );
    await refuse({ peer: "2001:db8::1" });
    await refuse({ scope: "galaxy" as "global" });
  },
);
