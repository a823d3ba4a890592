import { assertEquals, assertThrows } from "@std/assert";
import {
  checkFixed,
  checkGroup,
  checkKind,
  checkMove,
  completed,
  divideChange,
  nameChanges,
  needsPresent,
} from "../../api/link/change_plan.ts";
import { planCreation, propertiesOf } from "../../api/link/creation_plan.ts";
import type { Link, LinkSpec } from "../../api/link/spec.ts";
import { FieldPath } from "../../api/mapping/field_path.ts";

Deno.test("planCreation() makes a link in one request where that is enough", () => {
  const spec: LinkSpec = { kind: "dummy", name: "d0", mtu: 1400, up: true };
  assertEquals(planCreation(spec), { spec, later: [] });
});

Deno.test("planCreation() sets later what the kernel ignores at first", () => {
  const { spec, later } = planCreation({
    kind: "dummy",
    name: "d0",
    alias: "a",
    carrier: false,
    alternativeNames: ["other"],
    operationalState: "dormant",
  });
  assertEquals(spec, { kind: "dummy", name: "d0" });
  assertEquals(later, [
    {
      path: "",
      name: "d0",
      settings: { alias: "a", carrier: false },
      names: ["other"],
    },
    { path: "", name: "d0", settings: { operationalState: "dormant" } },
  ]);
  assertEquals(later.flatMap(propertiesOf), [
    "alias",
    "carrier",
    "alternativeNames",
    "operationalState",
  ]);
});

Deno.test("planCreation() leaves out settings that new links have anyway", () => {
  const { later } = planCreation({
    kind: "dummy",
    alias: "",
    token: null,
    protoDown: false,
    protoDownReasons: {},
    bridgePort: {},
  });
  assertEquals(later, []);
});

Deno.test("planCreation() gives masters in the namespace that the link is made in", () => {
  const { spec, later } = planCreation({
    kind: "dummy",
    name: "d0",
    master: "br0",
    netns: "far",
  });
  assertEquals(spec, { kind: "dummy", name: "d0", netns: "far" });
  assertEquals(later, [
    {
      path: "",
      name: "d0",
      netns: "far",
      settings: { master: "br0" },
      names: [],
    },
  ]);
});

Deno.test("planCreation() sets later what the kernel ignores of the other end", () => {
  const { spec, later } = planCreation({
    kind: "veth",
    name: "a",
    veth: { peer: { name: "b", mtu: 1400, up: true, alias: "x" } },
  });
  assertEquals(spec, {
    kind: "veth",
    name: "a",
    veth: { peer: { name: "b", mtu: 1400 } },
  });
  assertEquals(later.flatMap(propertiesOf).sort(), [
    "veth.peer.alias",
    "veth.peer.up",
  ]);
  assertEquals(later.map(({ name }) => name), ["b"]);
});

Deno.test("planCreation() names what cannot be done", () => {
  const bad: [LinkSpec, string][] = [
    [{ kind: "dummy", newIndex: 5 }, "5 as newIndex"],
    [{ kind: "dummy", name: "d%d", alias: "x" }, "alias can be set only if"],
    [{ kind: "veth", link: 5, veth: { peer: {} } }, "5 as link"],
    [
      { kind: "veth", veth: { peer: { index: 7 } } },
      "7 as veth.peer.index",
    ],
    [
      { kind: "veth", veth: { peer: { link: 7 } as never } },
      "7 as veth.peer.link",
    ],
  ];
  for (const [spec, text] of bad) {
    assertThrows(() => planCreation(spec), TypeError, text);
  }
});

Deno.test("divideChange() changes ports after they have their master", () => {
  const bridgePort = { cost: 5 };
  assertEquals(divideChange({ mtu: 1400, bridgePort }), {
    first: { mtu: 1400, bridgePort },
    next: {},
  });
  assertEquals(divideChange({ mtu: 1400, master: "br0", bridgePort }), {
    first: { mtu: 1400, master: "br0" },
    next: { bridgePort },
  });
  assertEquals(divideChange({ netns: "far", master: "br0", bridgePort }), {
    first: { netns: "far" },
    next: { master: "br0", bridgePort },
  });
});

Deno.test("nameChanges() adds and removes what differs", () => {
  const link = { alternativeNames: ["a", "b"] } as Link;
  assertEquals(nameChanges(["b", "c"], link), { add: ["c"], remove: ["a"] });
  assertEquals(nameChanges([], {} as Link), { add: [], remove: [] });
});

Deno.test("Changes that a link does not allow are refused", () => {
  const link = { kind: "vlan", numTxQueues: 1 } as Link;
  const { root } = FieldPath;
  const refused: [() => void, string][] = [
    [() => checkFixed({ numTxQueues: 2 }, link, root), "2 as numTxQueues"],
    [() => checkKind({ bridge: {} }, link, root), "as bridge"],
    [() => checkMove({ newIndex: 5 }, root), "5 as newIndex"],
    [() => checkGroup({ name: "x" }), '"x" as name'],
    [() => checkGroup({ vlan: { id: 5 } } as LinkSpec), "as vlan"],
  ];
  for (const [check, text] of refused) assertThrows(check, TypeError, text);
  checkFixed({ mtu: 1400 }, link, root);
  checkKind({ vlan: {} }, link, root);
  checkMove({ newIndex: 5, netns: "far" }, root);
  checkGroup({ up: true, mtu: 1400 });
});

Deno.test("needsPresent() reads links for changes that depend on them", () => {
  assertEquals(needsPresent({ mtu: 1400 }), false);
  assertEquals(needsPresent({ numTxQueues: 2 }), true);
  assertEquals(needsPresent({ alternativeNames: [] }), true);
  assertEquals(needsPresent({ veth: { peer: { mtu: 5 } } }), true);
  assertEquals(needsPresent({ bridge: {} }), true);
});

Deno.test("completed() leaves changes alone that the kernel takes in parts", () => {
  const settings: LinkSpec = { bridge: { priority: 5 } };
  assertEquals(completed(settings, { kind: "bridge" } as Link), settings);
});
