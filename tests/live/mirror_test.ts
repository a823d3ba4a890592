import { assert, assertEquals, assertGreater } from "@std/assert";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import {
  BridgeCommands,
  bridges,
  runCommands,
} from "../support/bridge_commands.ts";
import { compareMirror, textOf } from "../support/compare_mirror.ts";
import { liveTest, sh } from "../support/live.ts";
import { devices, RouteCommands } from "../support/route_commands.ts";

function ip(commands: readonly string[]): Promise<Deno.CommandOutput> {
  const file = Deno.makeTempFileSync({ suffix: ".batch" });
  Deno.writeTextFileSync(file, commands.join("\n") + "\n");
  const args = ["-force", "-batch", file];
  return new Deno.Command("ip", { args, stderr: "null" }).output()
    .finally(() => Deno.removeSync(file));
}

const ROUNDS = 12;

liveTest("Mirror follows by notifications alone what routes there are", {
  needs: ["vm"],
}, async () => {
  await ip(devices);
  using net = Rtnetlink.open();
  await using mirror = await net.mirror(["route"]);
  const found: string[] = [];
  mirror.onChange((change) => {
    if ("cause" in change && change.cause !== "notification") {
      found.push(textOf(change));
    }
  });
  const commands = new RouteCommands(1, { everything: false });
  for (let i = 0; i < ROUNDS; i++) {
    await ip(Array.from({ length: 40 }, () => commands.next()));
    await compareMirror(net, mirror, ["route"]);
  }
  assertEquals(found, []);
  assertGreater(mirror.count("route"), 20);
});

for (const receiveBuffer of [8 << 20, 2304]) {
  liveTest(
    `Mirror finds what the kernel changes without notification (receive buffer of ${receiveBuffer} bytes)`,
    { needs: ["vm"] },
    async () => {
      await ip(devices);
      using net = Rtnetlink.open();
      const objects = [
        "link",
        "address",
        "route",
        "rule",
        "nexthop",
        "neighbor",
        "netconf",
        "qdisc",
      ] as const;
      await using mirror = await net.mirror(objects, { receiveBuffer });
      let overruns = 0;
      mirror.onChange(({ object }) => {
        if (object === "overrun") overruns++;
      });
      const commands = new RouteCommands(2, { everything: true });
      for (let i = 0; i < ROUNDS; i++) {
        await ip(Array.from({ length: 40 }, () => commands.next()));
        await compareMirror(net, mirror, objects);
      }
      assertEquals(overruns > 0, receiveBuffer < 10_000);
    },
  );
}

for (const seed of [1, 2, 3]) {
  liveTest(
    `Mirror is right whatever becomes of bridges, VXLANs and queues (seed ${seed})`,
    { needs: ["vm", "command bridge", "command tc"] },
    async () => {
      await runCommands(bridges);
      sh("sysctl", "-qw", "net.ipv6.conf.all.keep_addr_on_down=1");
      using net = Rtnetlink.open();
      const objects = [
        "forwarding",
        "qdisc",
        "link",
        "address",
        "nexthop",
        "neighbor",
        "netconf",
        "route",
        "rule",
      ] as const;
      await using mirror = await net.mirror(objects);
      const commands = new BridgeCommands(seed);
      let entries = 0;
      for (let i = 0; i < 8; i++) {
        const some = Array.from({ length: 6 }, () => commands.next());
        await runCommands(some.flat());
        await compareMirror(net, mirror, objects);
        entries = Math.max(entries, mirror.count("forwarding"));
      }
      assertGreater(entries, 4);
    },
  );
}

for (const receiveBuffer of [8 << 20, 8192]) {
  liveTest(
    `Mirror is right after a storm of 20,000 changes (receive buffer of ${receiveBuffer} bytes)`,
    { needs: ["vm"] },
    async () => {
      await ip(devices);
      using net = Rtnetlink.open();
      await using mirror = await net.mirror(["route"], { receiveBuffer });
      const seen: string[] = [];
      mirror.onChange(({ object }) => {
        if (object !== "route") seen.push(object);
      });
      const to = (i: number) => `172.16.${(i >> 8) & 255}.${i & 255}`;
      for (let run = 0; run < 2; run++) {
        await ip(Array.from({ length: 10_000 }, (_, i) => {
          switch (i % 5) {
            case 3:
              return `route replace ${to(i - 3)} via 10.1.0.2`;
            case 4:
              return `route del ${to(i - 3)}`;
            default:
              return `route add ${to(i)} dev d0`;
          }
        }));
        await compareMirror(net, mirror, ["route"]);
      }
      if (receiveBuffer > 10_000) assertEquals(seen, []);
      else {
        assertGreater(seen.length, 0);
        assertEquals(seen[0], "overrun");
        assertEquals(seen.at(-1), "resynced");
      }
    },
  );
}

liveTest("Monitor reports a change by another process, and which", {
  needs: [],
}, async () => {
  using net = Rtnetlink.open();
  using monitor = net.monitor(["address"]);
  const process = new Deno.Command("ip", {
    args: ["address", "add", "192.0.2.7/32", "dev", "lo"],
  }).spawn();
  await process.status;
  for await (const change of monitor) {
    assert(change.object === "address");
    assertEquals(change.value.address, "192.0.2.7");
    assertEquals(change.processId, process.pid);
    break;
  }
});

liveTest("A mirror has all rules, those of multicast routing among them", {
  needs: ["command ip"],
}, async () => {
  using net = Rtnetlink.open();
  await using mirror = await net.mirror(["rule"]);
  const compare = async () => {
    const listed = await net.rule.list().toArray();
    await mirror.until(() => mirror.count("rule") === listed.length);
    await compareMirror(net, mirror, ["rule"]);
    return new Set(listed.map(({ family }) => family));
  };
  const families = await compare();
  // Kernels have them where there may be several tables of multicast routes.
  for (const [family, option] of [["ipmr", "-4"], ["ip6mr", "-6"]] as const) {
    if (!families.has(family)) continue;
    sh("ip", option, "mrule", "add", "iif", "lo", "table", "7", "pref", "50");
    await compare();
    sh("ip", option, "mrule", "delete", "pref", "50");
    await compare();
  }
});
