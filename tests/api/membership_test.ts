import { assertEquals, assertRejects } from "@std/assert";
import { Connection } from "../../api/connection/connection.ts";
import { NetlinkError } from "../../api/connection/errors.ts";
import { JoinedAddresses } from "../../api/address/membership.ts";
import {
  type AddressMessage,
  addressMessage,
} from "../../messages/address/address.ts";
import { RTM_GETMULTICAST } from "../../messages/address/constants.ts";
import { ack, done, FakeKernel, object } from "../support/fake_kernel.ts";

const EOPNOTSUPP = 95;

const groups: AddressMessage[] = [
  {
    family: 10,
    prefixLength: 128,
    flags: 0x80,
    scope: 253,
    index: 1,
    attributes: {
      multicast: "ff02::1",
      cacheInfo: {
        preferred: 0xffffffff,
        valid: 0xffffffff,
        created: 250,
        updated: 250,
      },
      multicastUsers: 2,
    },
  },
  {
    family: 10,
    prefixLength: 128,
    flags: 0x80,
    scope: 0,
    index: 2,
    attributes: { anycast: "2001:db8::" },
  },
];

function open(): { kernel: FakeKernel; joined: JoinedAddresses } {
  const kernel = new FakeKernel((request) =>
    request.bytes[16] === 10
      ? [
        ...groups.map((each) => object(request, addressMessage, each)),
        done(request),
      ]
      : [ack(request, EOPNOTSUPP)]
  );
  const connection = new Connection(kernel);
  return { kernel, joined: new JoinedAddresses(connection, RTM_GETMULTICAST) };
}

Deno.test("JoinedAddresses.list() puts groups into words", async () => {
  const { kernel, joined } = open();
  const found = await joined.list().toArray();
  assertEquals<object[]>(found, [
    {
      device: 1,
      family: "inet6",
      address: "ff02::1",
      scope: "link",
      created: 2.5,
      users: 2,
    },
    {
      device: 2,
      family: "inet6",
      address: "2001:db8::",
      scope: "global",
    },
  ]);
  assertEquals(found.map(({ message }) => message), [groups[0]!, groups[1]!]);
  assertEquals(kernel.requests.map(({ type }) => type), [58, 58]);
});

Deno.test("JoinedAddresses.list() filters by device", async () => {
  const { joined } = open();
  const found = await joined.list({ device: 2 }).toArray();
  assertEquals(found.map(({ device }) => device), [2]);
});

Deno.test("JoinedAddresses.list() rejects for a family that the kernel does not list", async () => {
  const { joined } = open();
  await assertRejects(
    () => joined.list({ family: "inet" }).toArray(),
    NetlinkError,
    "EOPNOTSUPP",
  );
});
