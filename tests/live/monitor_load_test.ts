import { assert, assertEquals } from "@std/assert";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { countDescriptors, leavesNone } from "../support/descriptors.ts";
import { liveTest, sh } from "../support/live.ts";

/** How many monitors run side by side. */
const MONITORS = 100;
/** How many events each receives; one monitor alone receives all of them. */
const EACH = 1000;
const EVENTS = MONITORS * EACH;
/** Notifications of so many routes fit into any receive buffer. */
const AT_ONCE = 50;

/** Routes, of which a number are added and deleted by turns. */
function specs(device: number) {
  return Array.from({ length: AT_ONCE }, (_, n) => ({
    to: `198.51.100.${n}/32`,
    device,
    table: 7,
  }));
}

/** Counts what monitors report, and lets others wait for it. */
class Counter {
  readonly events: number[];
  lost = 0;
  #wanted = Infinity;
  #reached: () => void = () => {};

  constructor(monitors: number) {
    this.events = Array(monitors).fill(0);
  }

  /** Counts what a monitor reports, until it ends. */
  async read(net: Rtnetlink, at: number, signal: AbortSignal): Promise<void> {
    const monitor = net.monitor(["route"], { stateless: true, signal });
    for await (const batch of monitor.batches()) {
      for (const { object } of batch) {
        if (object === "route") this.events[at]!++;
        else this.lost++;
      }
      if (Math.min(...this.events) >= this.#wanted) this.#reached();
    }
  }

  /** Waits until each monitor has reported so much. */
  reach(events: number): Promise<void> {
    return new Promise((resolve) => {
      this.#wanted = events;
      this.#reached = resolve;
      if (Math.min(...this.events) >= events) resolve();
    });
  }
}

/** Makes changes, and lets monitors report all of them before the next ones. */
async function change(
  net: Rtnetlink,
  counter: Counter,
  events: number,
): Promise<void> {
  const { index } = await net.link.get("lo");
  const routes = specs(index);
  for (let made = 0; made < events;) {
    if (made / AT_ONCE % 2 === 0) await net.route.addAll(routes);
    else await net.route.deleteAll(routes);
    made += AT_ONCE;
    await counter.reach(made);
  }
}

for (
  const [monitors, events] of [[MONITORS, EACH], [1, EVENTS]] as const
) {
  liveTest(
    `${monitors} monitors lose none of ${EVENTS} events, end when they are aborted, and leave no descriptors behind`,
    { seconds: 300 },
    async () => {
      sh("ip", "link", "set", "lo", "up");
      using net = Rtnetlink.open();
      const watch = async (monitors: number, events: number) => {
        const counter = new Counter(monitors);
        const abort = new AbortController();
        const loops = Array.from(
          { length: monitors },
          (_, at) => counter.read(net, at, abort.signal),
        );
        await change(net, counter, events);
        const reason = new Error("that is enough");
        abort.abort(reason);
        const ends = await Promise.allSettled(loops);
        for (const end of ends) {
          assert(end.status === "rejected" && end.reason === reason);
        }
        return counter;
      };
      // What the first one loads stays.
      await watch(1, 2 * AT_ONCE);
      const before = countDescriptors();
      const counter = await watch(monitors, events);
      assertEquals(counter.lost, 0);
      assertEquals(counter.events, Array(monitors).fill(events));
      await leavesNone(before);
    },
  );
}
