import { assertEquals } from "@std/assert";
import {
  type AddressMessage,
  addressMessage,
} from "../../../messages/address/address.ts";
import { RTM_GETADDR } from "../../../messages/address/constants.ts";
import { RTM_GETLINK } from "../../../messages/link/constants.ts";
import { type LinkMessage, linkMessage } from "../../../messages/link/link.ts";
import { runOn } from "../../support/cli_kernel.ts";
import { done, type FakeRequest, object } from "../../support/fake_kernel.ts";

const link: LinkMessage = {
  family: 0,
  type: 1,
  index: 2,
  flags: 0x11043,
  change: 0,
  attributes: {
    name: "eth0",
    mtu: 1500,
    qdisc: "noop",
    operState: 6,
    group: 0,
    txQueueLength: 1000,
    address: "02:00:00:00:00:01",
    broadcast: "ff:ff:ff:ff:ff:ff",
  },
};

const forever = {
  preferred: 0xffffffff,
  valid: 0xffffffff,
  created: 0,
  updated: 0,
};

const addresses: AddressMessage[] = [
  {
    family: 2,
    prefixLength: 24,
    flags: 0x80,
    scope: 0,
    index: 2,
    attributes: {
      address: "192.0.2.1",
      local: "192.0.2.1",
      broadcast: "192.0.2.255",
      label: "eth0",
      flags: 0x80,
      cacheInfo: forever,
    },
  },
  {
    family: 2,
    prefixLength: 30,
    flags: 0x21,
    scope: 253,
    index: 2,
    attributes: {
      address: "10.0.0.2",
      local: "10.0.0.1",
      label: "eth0:1",
      routePriority: 7,
      flags: 0x10021,
      cacheInfo: { ...forever, valid: 60, preferred: 0xfffffffe },
    },
  },
  {
    family: 10,
    prefixLength: 64,
    flags: 1,
    scope: 0,
    index: 2,
    attributes: { address: "2001:db8::1", cacheInfo: forever },
  },
];

function serve(request: FakeRequest): Uint8Array<ArrayBuffer>[] {
  if (request.type === RTM_GETLINK) {
    return [object(request, linkMessage, link), done(request)];
  }
  if (request.type !== RTM_GETADDR) return [];
  const family = request.bytes[16];
  return [
    ...addresses.filter((each) => !family || each.family === family)
      .map((each) => object(request, addressMessage, each)),
    done(request),
  ];
}

const TEXT = `\
2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noop state UP group default qlen 1000
    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff
    inet 192.0.2.1/24 brd 192.0.2.255 scope global eth0
       valid_lft forever preferred_lft forever
    inet 10.0.0.1 peer 10.0.0.2/30 metric 7 scope link secondary deprecated dynamic flags 10000 eth0:1
       valid_lft 60sec preferred_lft -2sec
    inet6 2001:db8::1/64 scope global temporary dynamic 
       valid_lft forever preferred_lft forever
`;

Deno.test("ip address show writes links and their addresses", async () => {
  const { code, out, err } = await runOn("address show", serve);
  assertEquals([code, out, err], [0, TEXT, ""]);
});

Deno.test("ip address show writes one line an address", async () => {
  const { out } = await runOn("-o -6 address", serve);
  assertEquals(
    out,
    "2: eth0    inet6 2001:db8::1/64 scope global temporary dynamic " +
      "\\       valid_lft forever preferred_lft forever\n",
  );
});

Deno.test("ip address show writes a table in brief", async () => {
  const { out } = await runOn("-br address", serve);
  assertEquals(
    out,
    "eth0             UP             " +
      "192.0.2.1/24 10.0.0.1 peer 10.0.0.2/30 metric 7 2001:db8::1/64 \n",
  );
});

Deno.test("ip address show writes JSON, with empty objects for what is filtered", async () => {
  const { out } = await runOn("-j -4 address show secondary", serve);
  const [{ addr_info, ifname }] = JSON.parse(out);
  assertEquals(ifname, "eth0");
  assertEquals(addr_info, [{}, {
    family: "inet",
    local: "10.0.0.1",
    address: "10.0.0.2",
    prefixlen: 30,
    metric: 7,
    scope: "link",
    secondary: true,
    deprecated: true,
    dynamic: true,
    ifa_flags: "10000",
    label: "eth0:1",
    valid_life_time: 60,
    preferred_life_time: -2,
  }]);
});

Deno.test("ip address show leaves out links without addresses that fit", async () => {
  assertEquals((await runOn("address show to 203.0.113.0/24", serve)).out, "");
  assertEquals((await runOn("-j address show scope 5", serve)).out, "[]\n");
});

Deno.test("ip address show filters by pattern of the label", async () => {
  const { out } = await runOn("address show label eth0:*", serve);
  assertEquals(out.split("\n")[0]!.trim().split(" ")[1], "10.0.0.1");
});
