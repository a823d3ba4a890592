/**
 * What the library makes of each kind, shown by the real `tc` and by ours, and
 * listed by the library with nothing that it has no name for.
 */
import { assertEquals, assertGreater } from "@std/assert";
import { NetlinkError } from "../../api/connection/errors.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { actionKindNames } from "../../messages/tc/actions/mod.ts";
import { actionSamples } from "../support/action_samples.ts";
import {
  actingSamples,
  classSamples as filtersOfClasses,
  ingressSamples,
} from "../support/filter_samples.ts";
import { environment } from "../support/lasting_program.ts";
import { liveTest, type Need, sh } from "../support/live.ts";
import { checkNamed } from "../support/named.ts";
import {
  classSamples,
  plainQdiscSamples,
  qdiscSamples,
} from "../support/qdisc_samples.ts";

const needs: Need[] = ["vm", "kernel 7.2", "ip 7.3", "command tc"];

const cli = new URL("../../cli/tc.ts", import.meta.url).pathname;

/** Whether an error reports that the kernel lacks a kind. */
function isUnknownKind(error: unknown): boolean {
  return error instanceof NetlinkError &&
    /unknown|Failed to load/.test(error.message);
}

/** Makes what the kernel has, and returns how many it made. */
async function make(makers: Iterable<() => Promise<unknown>>): Promise<number> {
  let made = 0;
  for (const maker of makers) {
    try {
      await maker();
      made++;
    } catch (error) {
      if (!isUnknownKind(error)) throw error;
    }
  }
  return made;
}

/** Has both programs show what there is; the outputs have to be equal. */
function compareShown(
  commands: readonly string[],
  least: number,
  { json = true } = {},
): void {
  const file = Deno.makeTempFileSync({ suffix: ".batch" });
  Deno.writeTextFileSync(file, commands.join("\n") + "\n");
  const ours = [Deno.execPath(), "run", "-A", "--no-check", cli];
  for (const options of json ? [["-d"], ["-d", "-j"]] : [["-d"]]) {
    const [theirs, our] = [[...environment, "tc"], ours].map((
      [program = "", ...args],
    ) =>
      // How long ago something was used is not the same a moment later.
      sh(program, ...args, ...options, "-batch", file)
        .replace(/"(installed|last_used|first_used)":\d+/g, '"$1":0')
        .replace(/(installed|used|firstused) \d+ sec/g, "$1 0 sec")
    );
    assertEquals(our, theirs, options.join(" "));
    assertGreater(theirs!.length, 40 * least);
  }
  Deno.removeSync(file);
}

liveTest(
  "tc shows queueing disciplines and classes of each kind that the library makes",
  { needs },
  async () => {
    using net = Rtnetlink.open();
    const { qdisc, class: trafficClass } = net.tc;
    const samples = [
      ...Object.values(qdiscSamples).flat(),
      ...plainQdiscSamples,
    ].filter(({ kind }) => kind !== "noqueue");
    const makers = samples.map((sample, i) => async () => {
      const device = `q${i}`;
      await net.link.add({ name: device, dummy: {}, numTxQueues: 4 });
      const { kind } = sample;
      const isIncoming = kind === "ingress" || kind === "clsact";
      const handle = isIncoming ? "ffff:" : "1:";
      await qdisc.add({ device, handle, ...sample });
    });
    const classes = Object.values(classSamples).flat();
    const more = classes.map(([parent, sample], i) => async () => {
      const device = `c${i}`;
      await net.link.add({ name: device, dummy: {} });
      await qdisc.add({ device, handle: "1:", ...parent });
      await trafficClass.add({ device, id: "1:10", ...sample });
    });
    const made = await make(makers);
    assertGreater(made, 30);
    assertGreater(await make(more), 3);
    compareShown([
      "qdisc show",
      ...classes.keys().map((i) => `class show dev c${i}`),
    ], made);
    for await (const { message } of qdisc.list()) checkNamed(message);
    for (const i of classes.keys()) {
      for await (const { message } of trafficClass.list({ device: `c${i}` })) {
        checkNamed(message);
      }
    }
  },
);

liveTest(
  "tc shows filters of each kind that the library makes",
  { needs },
  async () => {
    using net = Rtnetlink.open();
    await net.link.add({ name: "d0", dummy: {} });
    await net.tc.qdisc.add({ device: "d0", kind: "clsact" });
    await net.tc.qdisc.add({ device: "d0", handle: "1:", htb: {} });
    const all = [
      ...[...ingressSamples, ...actingSamples].map((sample) =>
        [sample, "ingress"] as const
      ),
      ...filtersOfClasses.map((sample) => [sample, "1:"] as const),
    ];
    const made = await make(
      all.map(([sample, parent], i) => () =>
        net.tc.filter.add({
          ...sample,
          device: "d0",
          parent,
          preference: 100 + i,
        })
      ),
    );
    assertEquals(made, all.length);
    compareShown(["filter show dev d0 ingress"], ingressSamples.length);
    // What the real one writes of ematches into JSON is none.
    const classful = ["filter show dev d0 parent 1:"];
    compareShown(classful, filtersOfClasses.length, { json: false });
    for (const parent of ["ingress", "1:"] as const) {
      for await (
        const { message } of net.tc.filter.list({ device: "d0", parent })
      ) checkNamed(message);
    }
  },
);

liveTest(
  "tc shows actions of each kind that the library makes",
  { needs },
  async () => {
    using net = Rtnetlink.open();
    await net.link.add({ name: "d0", kind: "dummy" });
    const samples = Object.values(actionSamples).flat();
    const made = await make(
      samples.map((sample) => () => net.tc.action.add(sample)),
    );
    assertGreater(made, samples.length - 5);
    const kinds = Object.keys(actionSamples).map((property) =>
      actionKindNames[property as "tunnelKey"] ?? property
    );
    compareShown(kinds.map((kind) => `actions ls action ${kind}`), made);
    for await (const { message } of net.tc.action.list()) checkNamed(message);
  },
);
