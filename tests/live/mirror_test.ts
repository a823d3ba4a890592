import { assert, assertEquals, assertGreater } from "@std/assert";
import type {
  MonitoredMessages,
  MonitoredObject,
} from "../../api/monitor/mod.ts";
import type { Mirror } from "../../api/monitor/mirror.ts";
import { kinds } from "../../api/monitor/kinds.ts";
import type { Kind } from "../../api/monitor/kind.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { liveTest } from "../support/live.ts";
import { devices, RouteCommands } from "../support/route_commands.ts";

/** Counters, ages, and what the message tells of itself. */
const VOLATILE = new Set([
  "cacheInfo",
  "change",
  "event",
  "expires",
  "icmp6Stats",
  "info",
  "probes",
  "promiscuity",
  "stats",
  "stats2",
  "stats64",
]);

/** A text that is the same for the same object. */
function text(message: unknown): string {
  return JSON.stringify(message, (key, value) => {
    if (VOLATILE.has(key)) return undefined;
    if (typeof value === "bigint") return `${value}`;
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value;
    return Object.fromEntries(
      Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1),
    );
  });
}

/** What a fresh dump has of a kind. */
async function dump(
  net: Rtnetlink,
  object: MonitoredObject,
): Promise<string[]> {
  const { known, codec, accepts } = kinds[object] as unknown as Kind<unknown>;
  const messages: unknown[] = [];
  for (const { type, message } of known!.dumps) {
    const request = { type, codec, message };
    messages.push(...await net.connection.dumpAll(request));
  }
  return messages
    .filter((message) => accepts?.(message) !== false)
    .filter((message) => known!.hidden?.(message) !== true)
    .map(text).sort();
}

/** Waits until the mirror is at rest, and compares it with fresh dumps. */
async function compare<K extends MonitoredObject>(
  net: Rtnetlink,
  mirror: Mirror<K>,
  objects: readonly K[],
): Promise<void> {
  for (let i = 0; i < 2; i++) {
    await new Promise((resolve) => setTimeout(resolve, 60));
    await mirror.until(() => mirror.synced, { timeout: 60 });
  }
  for (const object of objects) {
    const mirrored = Array.from(
      mirror.messages(object) as Iterable<MonitoredMessages[K]>,
      text,
    );
    assertEquals(mirrored.sort(), await dump(net, object), object);
  }
}

function ip(commands: readonly string[]): Promise<Deno.CommandOutput> {
  const file = Deno.makeTempFileSync({ suffix: ".batch" });
  Deno.writeTextFileSync(file, commands.join("\n") + "\n");
  const args = ["-force", "-batch", file];
  return new Deno.Command("ip", { args, stderr: "null" }).output()
    .finally(() => Deno.removeSync(file));
}

const ROUNDS = 12;

liveTest("Mirror knows by notifications alone what routes there are", {
  needs: ["vm"],
}, async () => {
  await ip(devices);
  using net = Rtnetlink.open();
  await using mirror = await net.mirror(["route"]);
  const found: string[] = [];
  mirror.onChange((change) => {
    if ("cause" in change && change.cause !== "notification") {
      found.push(text(change));
    }
  });
  const commands = new RouteCommands(1, { everything: false });
  for (let i = 0; i < ROUNDS; i++) {
    await ip(Array.from({ length: 40 }, () => commands.next()));
    await compare(net, mirror, ["route"]);
  }
  assertEquals(found, []);
  assertGreater(mirror.count("route"), 20);
});

for (const receiveBuffer of [8 << 20, 2304]) {
  liveTest(
    `Mirror finds what the kernel changes without telling (receive buffer of ${receiveBuffer} bytes)`,
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
        await compare(net, mirror, objects);
      }
      assertEquals(overruns > 0, receiveBuffer < 10_000);
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
        await compare(net, mirror, ["route"]);
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

liveTest("Monitor tells of a change by another process, and which", {
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
