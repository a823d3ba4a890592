/**
 * Compares a mirror with what the kernel has.
 *
 * @module
 */

import { dumpsOf } from "../../api/monitor/load.ts";
import { assertEquals } from "@std/assert";
import { kinds } from "../../api/monitor/kinds.ts";
import { NetlinkError } from "../../api/connection/errors.ts";
import type { Kind } from "../../api/monitor/kind.ts";
import type { Mirror } from "../../api/monitor/mirror.ts";
import type {
  MonitoredMessages,
  MonitoredObject,
} from "../../api/monitor/mod.ts";
import type { Rtnetlink } from "../../api/rtnetlink.ts";

/** Counters, ages, and what is about the message itself. */
const VOLATILE = new Set([
  "cacheInfo",
  "change",
  "event",
  "expires",
  "forwardDelayTimer",
  "gcTimer",
  "helloTimer",
  "holdTimer",
  "messageAgeTimer",
  "probes",
  "promiscuity",
  "stats",
  "stats2",
  "stats64",
  "tcnTimer",
  "topologyChangeTimer",
]);

/** The same of some kinds of objects, which others need. */
const VOLATILE_OF: { readonly [K in MonitoredObject]?: ReadonlySet<string> } = {
  // Whoever uses an action, and when.
  filter: new Set([
    "bindings",
    "counters",
    "firstUsed",
    "installed",
    "lastUsed",
    "references",
  ]),
  // What IGMP and MLD find, and when.
  bridgeVlan: new Set(["multicastGroups"]),
  globalVlan: new Set(["multicastQuerierState", "multicastRouterPorts"]),
  mdb: new Set(["timer"]),
  // References, and packets that were in no class.
  qdisc: new Set(["directPackets", "info"]),
};

/** Whether IPv6 has asked for routers, which is never reported. */
const IF_RS_SENT = 0x10;

/** A text that is the same for the same object. */
export function textOf(message: unknown, object?: MonitoredObject): string {
  const more = object === undefined ? undefined : VOLATILE_OF[object];
  return JSON.stringify(message, (key, value) => {
    if (VOLATILE.has(key) || more?.has(key)) return undefined;
    // Counters of kinds of queueing disciplines and classes.
    if (key.endsWith("Stats")) return undefined;
    if (typeof value === "bigint") return `${value}`;
    if (key === "inet6") return { ...value, flags: value.flags & ~IF_RS_SENT };
    if (key === "" && object === "filter") value = placed(value);
    // Linux reports the family, and leaves it out of lists of bridges.
    if (key === "" && object === "mdb") value = { ...value, family: 0 };
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value;
    return Object.fromEntries(
      Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1),
    );
  });
}

/** A filter of incoming packets, whatever its request called the place. */
function placed(filter: { parent: number }) {
  const { parent } = filter;
  const isIngress = parent >= 0xffff0000 && parent !== 0xfffffff3;
  return isIngress ? { ...filter, parent: 0xfffffff2 } : filter;
}

/** What a fresh dump has of a kind. */
async function dump(
  net: Rtnetlink,
  object: MonitoredObject,
): Promise<string[]> {
  const kind = kinds[object] as unknown as Kind<unknown>;
  const { known, codec, accepts } = kind;
  const messages: unknown[] = [];
  const { split = (message) => [message] } = kind;
  const { connection } = net;
  for (const dump of await dumpsOf(codec, known!, { connection })) {
    const request = {
      type: kind.object.get,
      codec: dump.codec ?? codec,
      message: dump.message,
      reply: codec,
    };
    try {
      messages.push(...await connection.dumpAll(request));
    } catch (error) {
      if (!dump.optional || !(error instanceof NetlinkError)) throw error;
    }
  }
  const texts = messages
    .filter((message) => accepts?.(message) !== false)
    .flatMap((message) => split(message, false))
    .filter((message) => known!.hidden?.(message) !== true)
    .filter((message) => known!.untracked?.(message) !== true)
    .map((message) => textOf(message, object)).sort();
  if (object !== "filter") return texts;
  // Filters of a shared block are listed with each of its devices, and after
  // what those of a preference have in common.
  return [...new Set(texts)].filter((text) => JSON.parse(text).handle !== 0);
}

/** How often to look again: links report late that they have lost a carrier. */
const ATTEMPTS = 10;

/**
 * Waits until a mirror is at rest, and compares it with fresh dumps. What
 * changes in between is given time to arrive; what stays different does not.
 *
 * @param net Where to dump.
 * @param mirror The mirror.
 * @param objects What to compare.
 */
export async function compareMirror<K extends MonitoredObject>(
  net: Rtnetlink,
  mirror: Mirror<K>,
  objects: readonly K[],
): Promise<void> {
  for (let attempt = 1;; attempt++) {
    for (let i = 0; i < 2; i++) {
      await new Promise((resolve) => setTimeout(resolve, 60));
      await mirror.until(() => mirror.synced, { timeout: 60 });
    }
    try {
      for (const object of objects) await compareObjects(net, mirror, object);
      return;
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

async function compareObjects<K extends MonitoredObject>(
  net: Rtnetlink,
  mirror: Mirror<K>,
  object: K,
): Promise<void> {
  const mirrored = Array.from(
    mirror.messages(object) as Iterable<MonitoredMessages[K]>,
    (message) => textOf(message, object),
  );
  const there = await dump(net, object);
  // Only what is different, so that it can be read.
  assertEquals(without(mirrored, there), without(there, mirrored), object);
  assertEquals(mirrored.length, there.length, object);
}

function without(texts: readonly string[], others: readonly string[]) {
  const known = new Set(others);
  return texts.filter((text) => !known.has(text)).sort()
    .map((text) => JSON.parse(text));
}
