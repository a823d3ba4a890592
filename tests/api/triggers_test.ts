import { assert, assertEquals } from "@std/assert";
import type { Codec } from "../../messages/codec/mod.ts";
import { addressMessage } from "../../messages/address/mod.ts";
import { linkMessage } from "../../messages/link/mod.ts";
import { neighborMessage } from "../../messages/neighbor/mod.ts";
import { netconfMessage } from "../../messages/netconf/mod.ts";
import { nexthopMessage } from "../../messages/nexthop/mod.ts";
import { nsidMessage } from "../../messages/nsid/mod.ts";
import { routeMessage } from "../../messages/route/mod.ts";
import { qdiscMessage } from "../../messages/tc/mod.ts";
import { kinds } from "../../api/monitor/kinds.ts";
import { Mirror } from "../../api/monitor/mirror.ts";
import type { MonitoredObject } from "../../api/monitor/change.ts";
import { sources, triggerGroups } from "../../api/monitor/sources.ts";
import { Triggers } from "../../api/monitor/triggers.ts";
import { done, FakeKernel, message, object } from "../support/fake_kernel.ts";
import { link, route } from "../support/simulated_kernel.ts";

const REPLACE = 0x100;
const UP = 0x1;

function notification<M>(type: number, codec: Codec<M>, value: M, flags = 0) {
  return message({ type, flags }, (writer) => codec.encode(writer, value));
}

/** What a notification may have changed. */
function of(triggers: Triggers, bytes: Uint8Array<ArrayBuffer>) {
  const view = new DataView(bytes.buffer);
  return triggers.of({
    type: view.getUint16(4, true),
    flags: view.getUint16(6, true),
    portId: 0,
    time: 0,
    nsid: undefined,
    view,
    start: 0,
    end: Math.min(bytes.length, view.getUint32(0, true)),
  });
}

function linkNews(index: number, more: Parameters<typeof link>[1] = {}) {
  return notification(16, linkMessage, link(index, more));
}

Deno.test("Triggers look for what of a link decides about other objects", () => {
  const triggers = new Triggers();
  const mtu = (mtu: number, flags = UP) =>
    linkNews(1, { flags, attributes: { name: "eth1", mtu } });
  assertEquals(of(triggers, mtu(1500)), ["link", "port"]);
  // Whatever else has changed.
  assertEquals(of(triggers, mtu(1500)), ["port"]);
  assertEquals(of(triggers, mtu(1400)), ["link", "port"]);
  assertEquals(of(triggers, mtu(1400, 0)), ["link", "port"]);
  const gone = notification(17, linkMessage, link(1));
  assertEquals(of(triggers, gone), ["link", "port"]);
  assertEquals(of(triggers, mtu(1400, 0)), ["link", "port"]);
  // IPv6 settings of a link, and ports of a bridge, leave its state alone.
  assertEquals(of(triggers, linkNews(1, { family: 10 })), ["link", "port"]);
  assertEquals(of(triggers, linkNews(1, { family: 7 })), ["port"]);
  assertEquals(of(triggers, mtu(1400, 0)), ["port"]);
  assertEquals(of(triggers, linkNews(1).subarray(0, 24).slice()), []);
});

Deno.test("Triggers find other objects that change others", () => {
  const triggers = new Triggers();
  const tc = {
    family: 0,
    index: 1,
    handle: 0x10000,
    parent: 0xffffffff,
    info: 0,
    attributes: {},
  };
  const traffic = (type: number, more = {}) =>
    of(triggers, notification(type, qdiscMessage, { ...tc, ...more }));
  assertEquals(traffic(36), ["qdisc"]);
  assertEquals(traffic(37), ["qdisc"]);
  assertEquals(traffic(41), ["qdisc", "class"]);
  // A class below another one makes that an inner one.
  assertEquals(traffic(40, { parent: 0x10000 }), []);
  assertEquals(traffic(40, { parent: 0x10001 }), ["class"]);
  assertEquals(traffic(48), ["action"]);
  assertEquals(traffic(112), ["vlan"]);
  assertEquals(traffic(113), ["vlan"]);
  const settings = (index: number) =>
    notification(80, netconfMessage, {
      family: 2,
      attributes: { index, forwarding: 1 },
    });
  assertEquals(of(triggers, settings(3)), ["netconf"]);
  assertEquals(of(triggers, settings(-1)), ["netconf"]);
  assertEquals(of(triggers, settings(-2)), ["netconf", "defaults"]);
  const nexthop = {
    family: 2,
    scope: 0,
    protocol: 0,
    flags: 0,
    attributes: { id: 1 },
  };
  const hop = (type: number, flags: number) =>
    of(triggers, notification(type, nexthopMessage, nexthop, flags));
  assertEquals(hop(104, 0), []);
  assertEquals(hop(104, REPLACE), ["nexthop"]);
  assertEquals(hop(105, 0), ["nexthop"]);
  const address = {
    family: 2,
    prefixLength: 24,
    flags: 0,
    scope: 0,
    index: 1,
    attributes: {},
  };
  assertEquals(of(triggers, notification(20, addressMessage, address)), []);
  assertEquals(of(triggers, notification(21, addressMessage, address)), [
    "address",
  ]);
  const nsid = { family: 0, attributes: { nsid: 1 } };
  assertEquals(of(triggers, notification(88, nsidMessage, nsid)), ["nsid"]);
  assertEquals(of(triggers, notification(89, nsidMessage, nsid)), ["nsid"]);
  const news = notification(24, routeMessage, route("10.0.0.0/8"));
  assertEquals(of(triggers, news), []);
});

Deno.test("sources name triggers of which the groups are known, of what can be listed", () => {
  for (const [object, { triggers = [] }] of Object.entries(sources)) {
    for (const name of triggers) {
      assert(triggerGroups[name].length > 0, name);
      assert(kinds[object as keyof typeof kinds].known !== undefined, object);
    }
  }
});

Deno.test("sources are those of all kinds of objects", () => {
  assertEquals(Object.keys(sources).sort(), Object.keys(kinds).sort());
});

/** A kernel that dumps what it has, without a word about what changes. */
class QuietKernel {
  readonly sockets: FakeKernel[] = [];
  /** What a dump has, part by part. */
  parts: readonly Uint8Array<ArrayBuffer>[][] = [];
  dumps = 0;
  /** Called before each part. */
  onPart: (part: number) => void = () => {};
  readonly #dump: (kernel: QuietKernel) => readonly (readonly unknown[])[];
  readonly #codec: Codec<unknown>;

  constructor(
    codec: unknown,
    dump: (kernel: QuietKernel) => readonly (readonly unknown[])[],
  ) {
    this.#codec = codec as Codec<unknown>;
    this.#dump = dump;
  }

  readonly open = (): FakeKernel => {
    const socket = new FakeKernel((request) => {
      this.dumps++;
      const parts = this.#dump(this);
      return [
        ...parts.map((values, i) => () => {
          this.onPart(i);
          const type = request.type - 2;
          const objects = values.map((value) =>
            object(request, this.#codec, value, { type })
          );
          return objects.reduce((all, one) => new Uint8Array([...all, ...one]));
        }),
        done(request),
      ];
    });
    this.sockets.push(socket);
    return socket;
  };
}

async function open<K extends MonitoredObject>(
  kernel: QuietKernel,
  object: K,
): Promise<Mirror<K>> {
  const mirror = new Mirror([object], kernel.open);
  await mirror.ready;
  return mirror;
}

function entry(last: number, more: Record<string, unknown> = {}) {
  return {
    family: 7,
    index: 3,
    state: 0x80,
    flags: 0,
    type: 0,
    attributes: {
      linkAddress: `02:00:00:00:00:0${last}`,
      master: 9,
      cacheInfo: { confirmed: 0, used: 0, updated: 0, references: 0 },
      ...more,
    },
  };
}

Deno.test("Mirror of forwarding entries does not claim to be right after a port has changed", async () => {
  let entries = [entry(1), entry(2)];
  const kernel = new QuietKernel(neighborMessage, () => [entries]);
  await using mirror = await open(kernel, "forwarding");
  assert(mirror.synced);
  // A local entry goes to another port, which nobody reports.
  entries = [entry(1), { ...entry(2), index: 4 }];
  kernel.sockets[0]!.deliver(linkNews(3, { family: 7 }));
  await mirror.until(() => !mirror.synced || kernel.dumps > 1);
  await mirror.until(() => mirror.synced);
  const devices = Array.from(mirror.list("forwarding"), ({ device }) => device);
  assertEquals(devices, [3, 4]);
  // So does the next hop object that entries lead to.
  entries = [entry(1)];
  const gone = {
    family: 2,
    scope: 0,
    protocol: 0,
    flags: 0,
    attributes: { id: 1 },
  };
  kernel.sockets[0]!.deliver(notification(105, nexthopMessage, gone));
  await mirror.until(() => mirror.count("forwarding") === 1);
});

Deno.test("Mirror finds forwarding entries by the bridge or the address", async () => {
  const many = { ...entry(0), attributes: { ...entry(0).attributes } };
  const { master: _, ...attributes } = many.attributes;
  const remote = (destination: string) => ({
    ...many,
    index: 5,
    flags: 2,
    attributes: {
      ...attributes,
      linkAddress: "00:00:00:00:00:00",
      destination,
    },
  });
  const kernel = new QuietKernel(neighborMessage, () => [[
    entry(1),
    entry(1, { vlan: 7 }),
    entry(2),
    remote("192.0.2.1"),
    remote("192.0.2.2"),
  ]]);
  await using mirror = await open(kernel, "forwarding");
  const linkAddress = "02:00:00:00:00:01";
  assertEquals([...mirror.list("forwarding", linkAddress)].length, 2);
  const get = (key: Parameters<typeof mirror.get<"forwarding">>[1]) =>
    mirror.get("forwarding", key);
  assertEquals(get({ device: 9, linkAddress })?.vlan, undefined);
  assertEquals(get({ device: 9, linkAddress, vlan: 7 })?.vlan, 7);
  assertEquals(get({ device: 9, linkAddress, vlan: 8 }), undefined);
  assertEquals(get({ device: 3, linkAddress }), undefined);
  const all = { device: 5, linkAddress: "00:00:00:00:00:00" };
  assertEquals(get(all)?.destination, "192.0.2.1");
});

Deno.test("Mirror does not report addresses that a device listens to, as it does not keep them", async () => {
  const kernel = new QuietKernel(neighborMessage, () => [[entry(1)]]);
  await using mirror = await open(kernel, "forwarding");
  const seen: string[] = [];
  mirror.onChange((change) => {
    if ("value" in change) seen.push(change.value.linkAddress);
  });
  const { attributes: { cacheInfo: _, master: __, ...attributes } } = entry(3);
  const own = { ...entry(3), flags: 2, attributes };
  kernel.sockets[0]!.deliver(notification(28, neighborMessage, own));
  kernel.sockets[0]!.deliver(notification(28, neighborMessage, entry(4)));
  await mirror.until(() => mirror.count("forwarding") === 2);
  assertEquals(seen, ["02:00:00:00:00:04"]);
});

Deno.test("Mirror looks again if something was deleted during a dump that counts objects", async () => {
  // The second part begins behind two objects, of which one is gone by then.
  const all = [1, 2, 3, 4].map((last) => entry(last));
  const kernel = new QuietKernel(
    neighborMessage,
    ({ dumps }) =>
      dumps === 1 ? [[all[0], all[1]], [all[3]]] : [[all[1], all[2], all[3]]],
  );
  kernel.onPart = (part) => {
    if (part !== 1 || kernel.dumps > 1) return;
    const gone = notification(29, neighborMessage, entry(1));
    kernel.sockets[0]!.deliver(gone);
  };
  await using mirror = await open(kernel, "forwarding");
  await mirror.until(() => mirror.synced);
  assertEquals(mirror.count("forwarding"), 3);
  assertEquals(kernel.dumps, 2);
});
