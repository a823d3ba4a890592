import { assert, assertEquals, assertRejects } from "@std/assert";
import { Connection, type Request } from "../../api/connection/connection.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import {
  BatchError,
  DumpInterruptedError,
  NetlinkError,
} from "../../api/connection/errors.ts";
import {
  type AddressMessage,
  addressMessage,
} from "../../messages/address/mod.ts";
import { AF_INET, NETLINK_ROUTE } from "../../messages/families.ts";
import { NLM_F_CREATE, NLM_F_EXCL } from "../../messages/header.ts";
import { type LinkMessage, linkMessage } from "../../messages/link/mod.ts";
import { NetlinkSocket } from "../../socket.ts";
import { kernelTest, liveTest } from "../support/live.ts";

function open(): Connection {
  return new Connection(new NetlinkSocket(NETLINK_ROUTE));
}

function link(
  type: number,
  more: Partial<LinkMessage> = {},
): Request<LinkMessage> {
  const header = { family: 0, type: 0, index: 0, flags: 0, change: 0 };
  const message = { ...header, attributes: {}, ...more };
  return { type, codec: linkMessage, message };
}

function address(text: string): Request<AddressMessage> {
  const header = { family: AF_INET, prefixLength: 32, flags: 0, scope: 0 };
  return {
    type: 20,
    flags: NLM_F_CREATE | NLM_F_EXCL,
    codec: addressMessage,
    message: { ...header, index: 1, attributes: { local: text } },
  };
}

const addresses = { ...address(""), type: 22, flags: 0 };
addresses.message = { ...addresses.message, index: 0, attributes: {} };
addresses.message.prefixLength = 0;

kernelTest(
  "Connection lists and gets links without privileges",
  async () => {
    using connection = open();
    const links = await connection.dumpAll(link(18));
    assert(links.some(({ attributes }) => attributes.name === "lo"));
    const streamed: LinkMessage[] = [];
    for await (
      const message of connection.dump(link(18), { streaming: true })
    ) streamed.push(message);
    assertEquals(
      streamed.map(({ index }) => index),
      links.map(({ index }) => index),
    );
    const lo = await connection.get(link(18, { attributes: { name: "lo" } }));
    assertEquals(lo.index, 1);
    assertEquals(connection.pending, 0);
  },
);

kernelTest(
  "Connection runs 1,000 gets and 10 dumps at once over one socket",
  async () => {
    using connection = open();
    const all = await Promise.all([
      ...Array.from({ length: 10 }, () => connection.dumpAll(link(18))),
      ...Array.from(
        { length: 1000 },
        () => connection.get(link(18, { index: 1 })),
      ),
    ]);
    assert(all.flat().every(({ attributes }) => attributes.name));
    assertEquals(connection.pending, 0);
  },
);

/** Links of a machine may change while they are listed. */
async function streamed(connection: Connection): Promise<LinkMessage[]> {
  for (;;) {
    try {
      return await Array.fromAsync(
        connection.dump(link(18), { streaming: true }),
      );
    } catch (error) {
      if (!(error instanceof DumpInterruptedError)) throw error;
    }
  }
}

kernelTest(
  "Connection that is nonblocking has the same answers",
  async () => {
    using blocking = open();
    const socket = new NetlinkSocket(NETLINK_ROUTE);
    using connection = new Connection(socket, { nonblocking: true });
    const indexes = (links: LinkMessage[]) => links.map(({ index }) => index);
    const expected = indexes(await blocking.dumpAll(link(18)));
    const lists = await Promise.all([
      connection.dumpAll(link(18)),
      connection.dumpAll(link(18)),
      streamed(connection),
    ]);
    for (const links of lists) assertEquals(indexes(links), expected);
    assertEquals((await connection.get(link(18, { index: 1 }))).index, 1);
    await assertRejects(
      () => connection.get(link(18, { index: 0x7ffffff0 })),
      NetlinkError,
      "ENODEV",
    );
    assertEquals(connection.pending, 0);
  },
);

kernelTest(
  "Connection reports what the kernel reports about a link that is not there",
  async () => {
    using connection = open();
    await assertRejects(
      () => connection.get(link(18, { index: 0x7ffffff0 })),
      NetlinkError,
      "Cannot get link with index 2147483632: ENODEV: No such device",
    );
  },
);

liveTest(
  "Connection reports which property the kernel refuses",
  { needs: ["kind veth"] },
  async () => {
    using connection = open();
    const peer = link(16, { attributes: { name: "much-too-long-a-name" } });
    const error = await assertRejects(
      () =>
        connection.request({
          ...link(16, {
            attributes: {
              name: "v0",
              info: { kind: "veth", veth: { peer: peer.message } },
            },
          }),
          flags: NLM_F_CREATE | NLM_F_EXCL,
        }),
      NetlinkError,
    );
    assertEquals(error.code, "ERANGE");
    assertEquals(
      error.attribute,
      "attributes.info.veth.peer.attributes.name",
    );
    assertEquals(error.request?.action, "create link");
  },
);

liveTest(
  "Connection adds 500 addresses in a batch, and reports which were there",
  {},
  async () => {
    using connection = open();
    await connection.request(link(16, { index: 1, flags: 1, change: 1 }));
    const text = (i: number) => `10.0.${i >> 8}.${i & 255}`;
    const all = Array.from({ length: 500 }, (_, i) => address(text(i)));
    await connection.request(all[7]!);
    await connection.request(all[499]!);
    for (const acknowledge of ["last", "each"] as const) {
      const error = await assertRejects(
        () => connection.batch(all, { acknowledge }),
        BatchError,
      );
      assertEquals(
        error.failures.map(({ index }) => index),
        acknowledge === "last" ? [7, 499] : [...all.keys()],
      );
      assert(
        error.failures.every(({ error }) =>
          (error as NetlinkError).code === "EEXIST"
        ),
      );
    }
    const listed = await connection.dumpAll(addresses);
    assertEquals(
      listed.filter(({ attributes }) => attributes.local?.startsWith("10."))
        .length,
      500,
    );
    assertEquals(connection.pending, 0);
  },
);

liveTest("Routes.addAll() names devices in errors", {}, async () => {
  using net = Rtnetlink.open();
  // It is down.
  const device = "lo";
  const routes = [{ to: "10.0.0.0/8", device }, { to: "11.0.0.0/8", device }];
  await assertRejects(
    () => net.route.addAll(routes),
    BatchError,
    "Cannot create route 10.0.0.0/8 dev lo: ENETDOWN",
  );
});
