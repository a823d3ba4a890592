/**
 * What the real `tc` makes in the differential cases, listed by the library
 * with nothing that it has no name for.
 */
import { assertEquals } from "@std/assert";
import { NetlinkError } from "../../api/connection/errors.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { actionKindNames, actionKinds } from "../../messages/tc/actions/mod.ts";
import { classKinds } from "../../messages/tc/classes/mod.ts";
import { filterKinds } from "../../messages/tc/filters/mod.ts";
import { qdiscKindNames, qdiscKinds } from "../../messages/tc/qdiscs/mod.ts";
import { caseFiles, reasonToSkip } from "../differential/files.ts";
import { quote, type Step } from "../differential/case.ts";
import { runShell } from "../differential/theirs.ts";
import { liveTest } from "../support/live.ts";
import { checkNamed } from "../support/named.ts";
import { inNewNamespace } from "../support/namespace.ts";

/** What User-Mode Linux lacks: ets, fq_pie and gate are tested in QEMU. */
const LACKING: ReadonlySet<string> = new Set(
  ["dualpi2", "ets", "fq_pie", "gate"],
);

/** Kinds of which no case makes one. */
const MORE = [
  "ip link add name d0 numtxqueues 4 type dummy",
  "tc qdisc add dev d0 root handle 1: multiq",
  "ip link add name d1 numtxqueues 4 type dummy",
  "tc qdisc add dev d1 root handle 1: mq",
];

/** The kinds that were listed. */
const found = {
  qdisc: new Set<string>(),
  class: new Set<string>(),
  filter: new Set<string>(),
  action: new Set<string>(),
};

/** The commands that make something, in the order of the lines. */
function commandsOf(steps: readonly Step[]): string[] {
  return steps.flatMap((step) =>
    step.type === "setup"
      ? [step.command]
      : step.type === "make"
      ? [`tc ${step.words.map(quote).join(" ")}`]
      : []
  );
}

/** Lists all that there is, and notes the kinds. */
async function listAll(): Promise<void> {
  using net = Rtnetlink.open();
  const { tc } = net;
  const parents = new Set<string>(["ingress", "egress"]);
  for await (const { kind, handle, message } of tc.qdisc.list()) {
    checkNamed(message);
    found.qdisc.add(kind!);
    if (handle !== undefined) parents.add(handle);
  }
  for await (const { kind, message } of tc.action.list()) {
    checkNamed(message);
    found.action.add(kind!);
  }
  for (const { index: device } of await net.link.list().toArray()) {
    for await (const { kind, id, message } of tc.class.list({ device })) {
      checkNamed(message);
      found.class.add(kind!);
      parents.add(id);
    }
    for (const parent of parents) {
      // Not each parent is one of each device.
      const filters = await tc.filter.list({ device, parent }).toArray()
        .catch(none);
      for (const { kind, message } of filters) {
        checkNamed(message);
        found.filter.add(kind!);
      }
    }
  }
}

function none(error: unknown): [] {
  if (error instanceof NetlinkError) return [];
  throw error;
}

/** The kinds that schemas have and User-Mode Linux, too. */
function kindsOf(
  schemas: object,
  names: Readonly<Record<string, string>> = {},
): string[] {
  return Object.keys(schemas).map((name) => names[name] ?? name)
    .filter((name) => !LACKING.has(name)).sort();
}

liveTest(
  "The library has names for all that tc makes in the differential cases",
  { needs: ["vm", "kernel 7.2", "ip 7.3", "command tc"], seconds: 900 },
  async () => {
    for (const { name, cases } of caseFiles()) {
      if (!/^tc_(action|chain|class|filter|qdisc|units)/.test(name)) continue;
      for (const subject of cases) {
        if (reasonToSkip(subject) !== undefined) continue;
        const folder = Deno.makeTempDirSync();
        const commands = commandsOf(subject.steps).map((command) =>
          command.replaceAll("$TMP", folder)
        );
        await listAllAfter(commands);
        Deno.removeSync(folder, { recursive: true });
      }
    }
    await listAllAfter(MORE);
    const all: Record<keyof typeof found, string[]> = {
      qdisc: kindsOf(qdiscKinds, qdiscKindNames),
      class: kindsOf(classKinds),
      filter: kindsOf(filterKinds),
      action: kindsOf(actionKinds, actionKindNames),
    };
    for (const [object, kinds] of Object.entries(all)) {
      const seen = found[object as keyof typeof found];
      assertEquals(kinds.filter((kind) => seen.has(kind)), kinds, object);
    }
  },
);

async function listAllAfter(commands: readonly string[]): Promise<void> {
  await inNewNamespace(async () => {
    runShell(commands);
    await listAll();
  });
}
