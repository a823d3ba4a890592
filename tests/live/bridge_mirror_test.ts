import { assertEquals, assertGreater } from "@std/assert";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { runCommands } from "../support/bridge_commands.ts";
import {
  bridgeDatabases,
  DatabaseCommands,
} from "../support/bridge_database_commands.ts";
import { compareMirror } from "../support/compare_mirror.ts";
import { liveTest } from "../support/live.ts";

/** How many random changes there are: more take minutes. */
const CHANGES = Number(Deno.env.get("MIRROR_CHANGES") ?? 600);
/** How many changes there are between two looks. */
const ROUND = 40;

const objects = ["bridgeVlan", "globalVlan", "mdb", "vni"] as const;

liveTest(
  `Mirror of VLANs, multicast entries and networks is right after ${CHANGES} random changes`,
  { needs: ["vm", "kernel 7.2", "command bridge"] },
  async () => {
    await runCommands(bridgeDatabases);
    using net = Rtnetlink.open();
    await using mirror = await net.mirror(objects);
    const commands = new DatabaseCommands(1);
    const most = { bridgeVlan: 0, globalVlan: 0, mdb: 0, vni: 0 };
    for (let done = 0; done < CHANGES; done += ROUND) {
      await runCommands(Array.from({ length: ROUND }, () => commands.next()));
      await compareMirror(net, mirror, objects);
      for (const object of objects) {
        most[object] = Math.max(most[object], mirror.count(object));
      }
    }
    for (const object of objects) assertGreater(most[object], 5, object);
  },
);

liveTest(
  "Mirror has each VLAN and network of a range, in people's terms",
  { needs: ["vm"] },
  async () => {
    using net = Rtnetlink.open();
    await net.link.add({ name: "br0", bridge: { vlanFiltering: true } });
    await net.link.add({ name: "d0", kind: "dummy", master: "br0" });
    const { index } = await net.link.get("d0");
    await using mirror = await net.mirror(["bridgeVlan"]);
    await net.bridge.vlan.add({ device: "d0", vlan: "10-13", untagged: true });
    const vlans = () =>
      [...mirror.list("bridgeVlan", index)].map(({ vlan }) => vlan);
    await mirror.until(() => vlans().length === 5, { timeout: 20 });
    assertEquals(vlans(), [1, 10, 11, 12, 13]);
    // The one to which packets without a tag belong is only one.
    await net.bridge.vlan.add({ device: "d0", vlan: 12, pvid: true });
    const pvids = () =>
      [...mirror.list("bridgeVlan", index)].filter(({ pvid }) => pvid)
        .map(({ vlan }) => vlan);
    await mirror.until(() => pvids().join() === "12", { timeout: 20 });
    await net.bridge.vlan.delete({ device: "d0", vlan: "11-12" });
    await mirror.until(() => vlans().join() === "1,10,13", { timeout: 20 });
  },
);
