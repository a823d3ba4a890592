import { assert, assertEquals, assertRejects } from "@std/assert";
import { GenericNetlink, NetlinkError } from "../../api/mod.ts";
import { liveTest, sh } from "../support/live.ts";

const needs = ["family ethtool", "kind veth", "command ethtool"] as const;

function addVeth(): void {
  sh("ip", "link", "add", "v0", ...queues, "type", "veth", ...peer);
  for (const name of ["v0", "v1"]) sh("ip", "link", "set", name, "up");
}

const queues = ["numrxqueues", "4", "numtxqueues", "4"];
const peer = ["peer", "name", "v1", ...queues];

/** Features that `ethtool` has other names for, if they stand alone. */
const OLD_NAMES: Readonly<Record<string, string>> = {
  "generic-receive-offload": "rx-gro",
  "generic-segmentation-offload": "tx-generic-segmentation",
  "large-receive-offload": "rx-lro",
  "ntuple-filters": "rx-ntuple-filter",
  "receive-hashing": "rx-hashing",
  "rx-checksumming": "rx-checksum",
  "rx-vlan-offload": "rx-vlan-hw-parse",
  "tx-vlan-offload": "tx-vlan-hw-insert",
};

interface Shown {
  active: boolean;
  fixed: boolean | null;
  requested: boolean | null;
}

/** What `ethtool -k` shows, but for the sums of several features. */
function shownFeatures(device: string): Map<string, Shown> {
  const [all] = JSON.parse(sh("ethtool", "--json", "-k", device));
  const shown = new Map<string, Shown>();
  for (const [name, value] of Object.entries(all)) {
    if (typeof value !== "object" || (value as Shown).fixed === null) continue;
    shown.set(OLD_NAMES[name] ?? name, value as Shown);
  }
  return shown;
}

async function compareFeatures(
  generic: GenericNetlink,
  device: string,
): Promise<void> {
  const found = await generic.ethtool.features.get(device);
  const expected = shownFeatures(device);
  assert(expected.size > 40, `${expected.size} features`);
  for (const [name, { active, fixed, requested }] of expected) {
    assertEquals(found.features[name], active, name);
    assertEquals(found.fixed.includes(name), fixed, name);
    assertEquals(found.wanted.includes(name), requested, name);
  }
  assertEquals(
    Object.keys(found.features).filter((name) =>
      !expected.has(name) && !/^\d+$/.test(name)
    ),
    [],
  );
}

for (
  const [kind, ...words] of [
    ["veth", "peer", "name", "v1"],
    ["dummy"],
    ["bridge"],
  ] as const
) {
  liveTest(`ethtool.features.get() reads what ethtool -k shows of ${kind}`, {
    needs: [...needs, `kind ${kind}`],
  }, async () => {
    sh("ip", "link", "add", "v0", "type", kind, ...words);
    using generic = GenericNetlink.open();
    await compareFeatures(generic, "v0");
    await compareFeatures(generic, "lo");
  });
}

liveTest(
  "ethtool.features.set() switches what ethtool -k shows, and reads what -K switched",
  {
    needs,
  },
  async () => {
    addVeth();
    using generic = GenericNetlink.open();
    const { features } = generic.ethtool;
    const checksum = "tx-checksum-ip-generic";
    const { changed, refused } = await features.set("v0", {
      [checksum]: false,
      "rx-gro": true,
    });
    assertEquals(changed[checksum], false);
    assertEquals(changed["rx-gro"], true);
    // What needs checksums goes with them.
    assertEquals(changed["tx-tcp-segmentation"], false);
    assertEquals(refused, {});
    assertEquals(shownFeatures("v0").get(checksum)?.active, false);
    assertEquals(shownFeatures("v0").get("rx-gro")?.active, true);
    await compareFeatures(generic, "v0");

    sh("ethtool", "-K", "v0", "tx", "on", "gro", "off");
    const switched = await features.get("v0");
    assertEquals(switched.features[checksum], true);
    assertEquals(switched.features["rx-gro"], false);
    await compareFeatures(generic, "v0");

    const nothing = await features.set("v0", { "tx-checksum-ipv4": true });
    assertEquals(nothing, {
      changed: {},
      refused: { "tx-checksum-ipv4": true },
    });
    const wrong = await assertRejects(
      () => features.set("v0", { "tx-checksum-ipv5": true }),
      NetlinkError,
      "Cannot set features of v0: EOPNOTSUPP: bit name not found: at " +
        "attributes.wanted.bits[0].name",
    );
    assertEquals(wrong.attribute, "attributes.wanted.bits[0].name");
  },
);
