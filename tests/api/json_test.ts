import { assert, assertEquals, assertGreater } from "@std/assert";
import { Connection } from "../../api/connection/connection.ts";
import { toLink } from "../../api/link/spec.ts";
import { KeptMessage } from "../../api/monitor/kept_message.ts";
import type { Kind } from "../../api/monitor/kind.ts";
import { kinds } from "../../api/monitor/kinds.ts";
import { ObjectReport, watchedKinds } from "../../api/monitor/reports.ts";
import { Room } from "../../api/mapping/origin.ts";
import type { Codec } from "../../messages/codec/mod.ts";
import { type LinkMessage, linkMessage } from "../../messages/link/mod.ts";
import { toMptcpEndpoint } from "../../api/generic/mptcp_endpoint.ts";
import { toIlaMapping } from "../../api/generic/ila.ts";
import { toIoamNamespace } from "../../api/generic/ioam.ts";
import { toL2tpSession } from "../../api/generic/l2tp_session.ts";
import { toL2tpTunnel } from "../../api/generic/l2tp_tunnel.ts";
import { toHmacKey } from "../../api/generic/segment_routing.ts";
import { toFouPort } from "../../api/generic/fou.ts";
import { jsonOf } from "../../api/mapping/json.ts";
import { toMacsecLink } from "../../api/generic/macsec_spec.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { toTcpMetrics } from "../../api/generic/tcp_metrics.ts";
import { done, FakeKernel } from "../support/fake_kernel.ts";
import { decode } from "../../messages/mod.ts";
import { NETLINK_ROUTE } from "../../messages/families.ts";
import { parseHex } from "../../tools/capture/fixture.ts";
import { protocolOf } from "../../tools/capture/reader.ts";

const FIXTURES = new URL("../fixtures/", import.meta.url);

/** The messages that kernels have sent, by type. */
const captured = new Map<number, Uint8Array<ArrayBuffer>[]>();
for (const folder of Deno.readDirSync(FIXTURES)) {
  if (!folder.isDirectory) continue;
  if (protocolOf(`${folder.name}/`) !== NETLINK_ROUTE) continue;
  for (const { name } of Deno.readDirSync(new URL(folder.name, FIXTURES))) {
    if (!name.endsWith(".hex")) continue;
    const path = new URL(`${folder.name}/${name}`, FIXTURES);
    for (const bytes of parseHex(Deno.readTextFileSync(path))) collect(bytes);
  }
}

function collect(bytes: Uint8Array): void {
  let at = 0;
  for (const { header } of decode(bytes).messages) {
    const message = bytes.slice(at, at + header.length);
    at += (header.length + 3) & ~3;
    if ((header.flags & 1) !== 0) continue;
    const all = captured.get(header.type) ?? [];
    captured.set(header.type, [...all, message]);
  }
}

/** Answers each dump with all that has been captured of its type. */
function openCaptured(): Rtnetlink {
  const kernel = new FakeKernel((request) => [
    ...(captured.get(request.type & ~3) ?? []).map((message) => {
      const copy = message.slice();
      new DataView(copy.buffer).setUint32(8, request.sequence, true);
      return copy;
    }),
    done(request),
  ]);
  return new Rtnetlink(new Connection(kernel));
}

const lists: Record<string, (net: Rtnetlink) => AsyncIterable<object>> = {
  link: (net) => net.link.list(),
  address: (net) => net.address.list(),
  addressLabel: (net) => net.addressLabel.list(),
  netconf: (net) => net.netconf.list(),
  neighbor: (net) => net.neighbor.list(),
  neighborTable: (net) => net.neighborTable.list(),
  forwarding: (net) => net.forwarding.list(),
  multicastRoute: (net) => net.multicastRoute.list(),
  route: (net) => net.route.list(),
  nexthop: (net) => net.nexthop.list(),
  rule: (net) => net.rule.list(),
  statistics: (net) => net.link.stats.list(),
};

for (const [name, list] of Object.entries(lists)) {
  Deno.test(`Listed objects go through JSON, and print without messages: ${name}`, async () => {
    using net = openCaptured();
    const objects = await Array.fromAsync(list(net));
    if (name !== "multicastRoute") assertGreater(objects.length, 0);
    for (const object of objects) check(object);
  });
}

const BIG = 2n ** 63n;
const GENERIC = { cmd: 1, version: 1, reserved: 0 };
const others: Record<string, () => object> = {
  "TCP metrics": () =>
    toTcpMetrics({
      ...GENERIC,
      attributes: { addrIpv4: "192.0.2.1", age: BIG },
    }),
  "fou": () => toFouPort({ ...GENERIC, attributes: { port: 5555, af: 2 } }),
  "mptcp": () =>
    toMptcpEndpoint({
      ...GENERIC,
      attributes: { addr: { family: 2, addr4: "192.0.2.1", id: 1 } },
    }),
  "l2tp": () => toL2tpTunnel({ ...GENERIC, attributes: { connId: 1 } }),
  "l2tp session": () =>
    toL2tpSession({ ...GENERIC, attributes: { recvTimeout: BIG } }),
  "ioam": () =>
    toIoamNamespace({ ...GENERIC, attributes: { nsDataWide: BIG } }),
  "seg6": () => toHmacKey({ ...GENERIC, attributes: { hmackeyid: 5 } }),
  "ila": () => toIlaMapping({ ...GENERIC, attributes: { locator: BIG } }),
  "macsec": () =>
    toMacsecLink({
      ...GENERIC,
      attributes: {
        ifindex: 3,
        secy: { sci: BIG, cipherSuite: BIG },
        secyStats: { outPktsUntagged: BIG } as never,
      },
    }),
};
for (const [name, make] of Object.entries(others)) {
  Deno.test(`Listed objects go through JSON, and print without messages: ${name}`, () => {
    check(make());
  });
}

/** Checks an object, and everything in it. */
function check(object: object): void {
  assert("message" in object && object.message !== undefined);
  const text = JSON.stringify(object);
  assertEquals(text.includes('"attributes"'), false, text);
  compare(JSON.parse(text), object);
  assertEquals(
    Deno.inspect(object, { depth: 9 }).includes("attributes"),
    false,
  );
  assertEquals(Object.keys({ ...object }).includes("message"), false);
}

function compare(json: unknown, value: unknown): void {
  if (typeof value === "bigint") {
    assertEquals(BigInt(json as string), value);
    assertEquals(typeof json, value < 2n ** 53n ? "number" : "string");
  } else if (typeof value === "number") assertEquals(Number(json), value);
  else if (value instanceof Uint8Array) assertEquals(json, value.toHex());
  else if (typeof value === "object" && value !== null) {
    const fields = Object.entries(value).filter(([, value]) =>
      value !== undefined
    );
    assertEquals(Object.keys(json as object), fields.map(([key]) => key));
    for (const [key, value] of fields) {
      compare((json as Record<string, unknown>)[key], value);
    }
  } else assertEquals(json, value);
}

Deno.test("jsonOf() loses no number", () => {
  const value = {
    small: 5n,
    least: -(2n ** 53n - 1n),
    large: 2n ** 53n,
    huge: 2n ** 64n - 1n,
    forever: Infinity,
    bytes: new Uint8Array([1, 255]),
    list: [1n, null, undefined, true, "x"],
  };
  assertEquals(jsonOf(value), {
    small: 5,
    least: -(2 ** 53 - 1),
    large: "9007199254740992",
    huge: "18446744073709551615",
    forever: "Infinity",
    bytes: "01ff",
    list: [1, null, undefined, true, "x"],
  });
});

Deno.test("Monitored changes go through JSON without messages", () => {
  const messages = (captured.get(16) ?? []).map((bytes) =>
    decode(bytes).messages[0]!.body as LinkMessage
  );
  const [watched] = watchedKinds(
    new Map([["link", kinds.link as unknown as Kind<unknown>]]),
    new Room(0),
  );
  const codec = linkMessage as Codec<unknown>;
  const [item, before] = messages.map((message) =>
    new KeptMessage(codec, new Room(0), -1, message)
  );
  const report = new ObjectReport("new", {
    watched: watched!,
    item: item!,
    before,
    value: toLink(messages[0]!),
    source: "snapshot",
  });
  const json = JSON.parse(JSON.stringify(report));
  assertEquals("message" in json, false);
  compare(json.value, report.value);
  compare(json.old, report.old);
  assertEquals(json.object, "link");
});
