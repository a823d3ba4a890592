import { assertGreater } from "@std/assert";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { runCommands } from "../support/bridge_commands.ts";
import { compareMirror } from "../support/compare_mirror.ts";
import { liveTest } from "../support/live.ts";
import { TrafficCommands, trafficDevices } from "../support/tc_commands.ts";

/** How many random changes there are: more take minutes. */
const CHANGES = Number(Deno.env.get("MIRROR_CHANGES") ?? 900);
/** How many changes there are between two looks. */
const ROUND = 60;

const objects = ["qdisc", "class", "filter"] as const;

liveTest(
  `Mirror of queueing disciplines, classes and filters is right after ${CHANGES} random changes`,
  { needs: ["vm", "kernel 7.2", "command tc"] },
  async () => {
    await runCommands(trafficDevices);
    using net = Rtnetlink.open();
    await using mirror = await net.mirror(objects);
    const commands = new TrafficCommands(1);
    const most = { qdisc: 0, class: 0, filter: 0 };
    for (let done = 0; done < CHANGES; done += ROUND) {
      await runCommands(Array.from({ length: ROUND }, () => commands.next()));
      await compareMirror(net, mirror, objects);
      for (const object of objects) {
        most[object] = Math.max(most[object], mirror.count(object));
      }
    }
    assertGreater(most.qdisc, 8);
    assertGreater(most.class, 8);
    assertGreater(most.filter, 8);
  },
);
