/**
 * What is missing where an object is expected is refused, and by no error of
 * the engine: programs in JavaScript pass what they have not found.
 */

import {
  assert,
  assertEquals,
  assertMatch,
  assertRejects,
  assertThrows,
} from "@std/assert";
import { kernel, net, xfrm } from "../support/mistyped.ts";

/** Objects whose methods take an object as their first argument. */
const OBJECTS = {
  link: () => net.link,
  address: () => net.address,
  addressLabel: () => net.addressLabel,
  neighbor: () => net.neighbor,
  neighborTable: () => net.neighborTable,
  forwarding: () => net.forwarding,
  route: () => net.route,
  nexthop: () => net.nexthop,
  rule: () => net.rule,
  "bridge.vlan": () => net.bridge.vlan,
  "bridge.globalVlan": () => net.bridge.globalVlan,
  "bridge.mdb": () => net.bridge.mdb,
  "bridge.vni": () => net.bridge.vni,
  "tc.qdisc": () => net.tc.qdisc,
  "tc.class": () => net.tc.class,
  "tc.filter": () => net.tc.filter,
  "tc.action": () => net.tc.action,
  "xfrm.state": () => xfrm.state,
  "xfrm.policy": () => xfrm.policy,
};

const VERBS = [
  "get find add replace change delete flush append prepend resolve set",
  "addAll deleteAll waitFor addNames",
].join(" ").split(" ");

type Method = (...args: unknown[]) => Promise<unknown>;

async function refusal(call: () => Promise<unknown>): Promise<unknown> {
  try {
    await call();
  } catch (error) {
    return error;
  }
  return undefined;
}

/** Whether an object that is loaded later turned out to have no such method. */
function hasNone(error: unknown): boolean {
  return `${error}`.endsWith("there is no such method");
}

for (const [name, object] of Object.entries(OBJECTS)) {
  Deno.test(`${name} refuses null in place of an object or of options`, async () => {
    const sent = kernel.requests.length;
    // What stands in before has all methods.
    await refusal(() => object().list({}, null as never).toArray());
    const methods = object() as unknown as Record<string, Method | undefined>;
    for (const verb of VERBS) {
      if (methods[verb] === undefined) continue;
      for (const args of [[null, "up"], [undefined, "up"], [null]]) {
        const error = await refusal(() => methods[verb]!(...args));
        if (hasNone(error)) break;
        const about = `${name}.${verb}(${args}): ${error}`;
        assert(error instanceof TypeError, about);
        assertMatch(error.message, /^Cannot use |^Cannot .+: it has no/, about);
      }
      const many = verb.endsWith("All") ? [] : 5;
      const error = await refusal(() => methods[verb]!(many, null, null));
      if (many === 5) assert(error instanceof Error, `${name}.${verb}`);
      if (error === undefined || hasNone(error)) continue;
      assertMatch((error as Error).message, /^Cannot /, `${name}.${verb}`);
    }
    assertEquals(kernel.requests.length, sent);
  });
}

for (const objects of [[], null, undefined, "link", 5]) {
  const text = Deno.inspect(objects);
  Deno.test(`Monitors and mirrors of ${text} are refused, as they report nothing`, async () => {
    const message = /^Cannot (watch nothing: there are link|use .* as objects)/;
    const mirrored = await refusal(() => net.mirror(objects as never));
    assert(mirrored instanceof TypeError, `${mirrored}`);
    assertMatch(mirrored.message, message);
    const watched = await refusal(async () => {
      for await (const _ of net.monitor(objects as never)) break;
    });
    assert(watched instanceof TypeError, `${watched}`);
    assertMatch(watched.message, message);
  });
}

Deno.test("Xfrm.monitor() refuses to watch nothing", () => {
  for (const watched of [[], null, "state", 5, ["states"]]) {
    const error = assertThrows(
      () => xfrm.monitor(watched as never),
      TypeError,
    );
    assertMatch(
      error.message,
      /^Cannot (watch (nothing|"states"): there are state|use .* as watched)/,
    );
  }
});

Deno.test("NetworkNamespaces refuses what is no name, and no process", async () => {
  const { netns } = net;
  for (const value of [null, undefined, 5, {}]) {
    for (const verb of ["add", "delete", "pids"] as const) {
      assertThrows(
        () => netns[verb](value as never),
        TypeError,
        `Cannot use ${value} as the name of a network namespace: a string`,
      );
    }
    if (value === 5) continue;
    assertThrows(
      () => netns.attach("blue", value as never),
      TypeError,
      "as pid: ",
    );
    await assertRejects(
      () => netns.getId(value as never),
      TypeError,
      "Cannot open a network namespace: ",
    );
    assertThrows(
      () => netns.spawn(value as never),
      TypeError,
      "Cannot use undefined as command: ",
    );
    assertThrows(
      () => netns.spawn("blue", value as never),
      TypeError,
      " as command: an object with a method spawn() is expected",
    );
  }
  for (const pid of [null, "1", 0]) {
    assertThrows(() => netns.identify(pid as never), Error, "as pid: ");
  }
  assertThrows(
    () => netns.spawn(undefined as never, { spawn: () => 1 }),
    TypeError,
    "Cannot use undefined as netns: it has to be given",
  );
});
