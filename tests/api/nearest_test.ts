import { assertEquals } from "@std/assert";
import { nearestName } from "../../api/mapping/nearest.ts";

const KNOWN = ["address", "broadcast", "mtu", "table", "to", "vlan", "vxlan"];

for (
  const [wrong, right] of [
    ["tabel", "table"],
    ["tabl", "table"],
    ["Table", "table"],
    ["vlann", "vlan"],
    ["linkAddress", "address"],
    ["adress", "address"],
    ["boardcast", "broadcast"],
    ["mtt", "mtu"],
  ]
) {
  Deno.test(`nearestName() finds ${right} for ${wrong}`, () => {
    assertEquals(nearestName(wrong!, KNOWN), right);
  });
}

for (const wrong of ["", "t", "ta", "gateway", "xyz", "constructor"]) {
  Deno.test(`nearestName() finds nothing for ${JSON.stringify(wrong)}`, () => {
    assertEquals(nearestName(wrong, KNOWN), undefined);
  });
}

Deno.test("nearestName() chooses no part of several words", () => {
  assertEquals(nearestName("dev", ["device", "table"]), "device");
  assertEquals(
    nearestName("promisc", ["promiscuous", "promiscuity"]),
    "promiscuous",
  );
  assertEquals(nearestName("mac", ["macsec", "macvlan"]), undefined);
  assertEquals(nearestName("gotoPriority", ["goto", "priority"]), undefined);
  assertEquals(
    nearestName("remote", ["remoteChecksumTx", "remoteChecksumRx"]),
    undefined,
  );
});

Deno.test("nearestName() prefers what is nearer", () => {
  assertEquals(nearestName("gatway", ["way", "gate", "gateway"]), "gateway");
  assertEquals(nearestName("flowers", ["flower", "flow"]), "flower");
});
