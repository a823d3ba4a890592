import { assertEquals, assertGreater } from "@std/assert";
import { environment, Program, settle } from "../support/lasting_program.ts";
import { liveTest, sh } from "../support/live.ts";

const cli = new URL("../../cli/tc.ts", import.meta.url).pathname;
const PROGRAMS = {
  theirs: [...environment, "tc"],
  ours: [Deno.execPath(), "run", "-A", "--no-check", cli],
} as const;

/** What happens to queueing disciplines, classes, filters and actions. */
const CHANGES = [
  "qdisc add dev lo root handle 1: htb default 3",
  "class add dev lo parent 1: classid 1:1 htb rate 1mbit",
  "class change dev lo parent 1: classid 1:1 htb rate 2mbit",
  "class del dev lo classid 1:1",
  "qdisc add dev lo clsact",
  "chain add dev lo ingress chain 4",
  "filter add dev lo ingress protocol ip pref 3 matchall action drop",
  "filter add dev lo egress protocol ip pref 4 flower ip_proto tcp action pass",
  "filter del dev lo ingress protocol ip pref 3",
  "filter del dev lo egress",
  "chain del dev lo ingress chain 4",
  "qdisc add dev lo parent 1: handle 5: netem delay 10ms seed 3",
  "actions add action gact drop index 7",
  "actions replace action gact pass index 7",
  "actions add action mirred egress redirect dev lo index 8",
  "actions del action gact index 7",
  "actions flush action mirred",
  "qdisc replace dev lo root handle 2: pfifo limit 4",
  "qdisc del dev lo root",
  "qdisc del dev lo clsact",
];

function change(): void {
  for (const line of CHANGES) {
    sh("sh", "-c", `${environment.join(" ")} tc ${line} || true`);
  }
}

const RUNS = [["monitor"], ["-j", "monitor"], ["-d", "-ts", "monitor"], [
  "-N",
  "-o",
  "monitor",
]];

liveTest(
  "tc monitor shows what the real one shows",
  { needs: ["vm", "ip 6.1", "command tc"] },
  async () => {
    using all = new DisposableStack();
    const pairs = RUNS.map((args) =>
      [PROGRAMS.theirs, PROGRAMS.ours].map((command) =>
        all.use(new Program(command, args))
      )
    );
    const programs = pairs.flat();
    // They are there once they have seen a change.
    while (programs.some(({ size }) => size === 0)) {
      sh("sh", "-c", "tc qdisc add dev lo clsact; tc qdisc del dev lo clsact");
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    await settle(programs);
    for (const program of programs) program.start();
    change();
    await settle(programs);
    for (const [i, args] of RUNS.entries()) {
      const [their, our] = pairs[i]!.map((program) => program.read());
      assertEquals(our, their, args.join(" "));
      assertGreater(their!.out.join("\n").length, 1000);
    }
  },
);
