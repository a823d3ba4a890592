/**
 * Runs tests of which the result depends on the kernel again, in virtual
 * machines with other kernels.
 *
 * @module
 */
import { assertEquals, assertMatch } from "@std/assert";
import { concat } from "@std/bytes";
import {
  inMachine,
  type Machine,
  reasonAgainstMachine,
} from "./support/machine.ts";
import { testFiles } from "./support/files.ts";
import { patient } from "./support/patience.ts";

/** Tests in a virtual machine. */
interface Part {
  /** What is tested, for the name of the test. */
  readonly what: string;
  /** What it runs in. */
  readonly machine: Machine;
  /** Files, without what follows the last point, and folders of tests. */
  readonly tests: readonly string[];
  /** Options of `deno test`. */
  readonly options?: readonly string[];
}

/**
 * What UML lacks, so that the emulated machine, which is slow, has to do it.
 * Tests whose need is not met have another name.
 */
const BEYOND_UML = `/${
  [
    "^Links\\.add\\(\\) makes a link of kind (xfrm|netkit|wireguard|vsockmon)",
    "^FouPorts|^Wireguard|of WireGuard|^examples\\/wireguard|^Mptcp|^A monitor of MPTCP|^L2tp",
    "^ip mptcp monitor|^every dump of all specifications|^(ethtool|Netdev).* of a card",
    "^(Qdiscs|TrafficClasses) lists|makes gate actions|^(DropMonitor|Ovpn) ",
    "^Wireless ",
  ].join("|")
}/`;

/** Files of differential cases about what UML lacks. */
const BEYOND_UML_DIFFERENTIAL = `/^wg and our program|do the same: (${
  "l2tp link_ordinary mptcp tc_qdisc_ets tc_action_gate bridge_mst".replaceAll(
    " ",
    "|",
  )
})$/`;

/** How many run at the same time: each machine has one processor. */
const AT_ONCE = 2;
/**
 * A file: as long as it is there, something else needs a processor, and one
 * machine less runs. Machines that share one are several times slower.
 */
const BUSY = Deno.env.get("NETLINK_TEST_BUSY");

/** In the order in which they are started: what takes longest is first. */
const parts: readonly Part[] = [
  {
    what: "ip does the same on Linux 7.2 with every feature",
    machine: ["kernel-vm", "-k", "7.2"],
    tests: ["differential"],
    options: ["--filter", "/^(ip and our |[a-zA-Z]+\\(\\) )/"],
  },
  {
    what: "tc and bridge do the same on Linux 7.2 with every feature",
    machine: ["kernel-vm", "-k", "7.2"],
    tests: ["differential/differential_test"],
    options: ["--filter", "/^(bridge|tc) and our/"],
  },
  {
    what: "live tests pass on Linux 7.2",
    machine: ["kernel-vm", "-k", "7.2", "-m", "2G"],
    tests: ["examples", "live", "socket", "support"],
  },
  {
    what: "live tests pass on an older kernel with every feature",
    machine: ["kernel-vm", "-m", "2G"],
    // What is the same on each kernel has passed on the newer one.
    tests: ["live", "socket"],
  },
  {
    what: "live tests pass on an ordinary Linux 7.2, of what UML lacks",
    machine: ["kernel-qemu", "-k", "7.2"],
    tests: [
      ..."api_links api_qdiscs tc_action fou wireguard wireguard_tunnels mptcp"
        .split(" ").map((name) => `live/${name}_test`),
      ..."l2tp family_monitors ynl ethtool_card netdev wireless drop_monitor ovpn"
        .split(" ").map((name) => `live/${name}_test`),
      "examples/examples_test",
    ],
    options: ["--filter", BEYOND_UML],
  },
  {
    what: "live tests pass with simulated devices on an ordinary Linux 7.2",
    machine: ["kernel-qemu", "-k", "7.2", "-M", "netdevsim"],
    tests: [
      ..."devlink ethtool_simulated net_shaper".split(" ")
        .map((name) => `live/${name}_test`),
      "differential/differential_test",
    ],
    options: [
      "--filter",
      "/^(devlink|ethtool|NetShapers)|do the same: link_vf$/",
    ],
  },
  {
    what: "differential tests pass on an ordinary Linux 7.2, of what UML lacks",
    machine: ["kernel-qemu", "-k", "7.2"],
    tests: ["differential"],
    options: ["--filter", BEYOND_UML_DIFFERENTIAL],
  },
];

/** In seconds; what hangs fails. */
const LONGEST = 4500;
/** The exit code of both tools if a machine ends without a result. */
const DIED = 70;
/** How many lines of what a machine printed last its error has. */
const SHOWN_LINES = 40;
/** How long a test may take in a machine, where all is slower, in seconds. */
const LONGEST_TEST = 300;

function path(relative: string): string {
  return new URL(relative, import.meta.url).pathname;
}

/** The end of what waits for its turn, in order. */
let turn: Promise<void> = Promise.resolve();
let active = 0;

for (const part of parts) {
  const reason = reasonAgainst(part);
  // Machines are started before the tests, which wait for them.
  const running = reason === undefined ? inTurn(() => run(part)) : undefined;
  Deno.test({
    name: reason === undefined ? part.what : `${part.what} (${reason})`,
    ignore: reason !== undefined,
    sanitizeResources: false,
    sanitizeOps: false,
    fn: patient(parts.length * LONGEST, async () => {
      const { code, stdout } = await running!;
      for (let at = 0; at < stdout.length;) {
        at += Deno.stdout.writeSync(stdout.subarray(at));
      }
      const text = new TextDecoder().decode(stdout);
      // What a machine that ends without a result prints last is the reason.
      const end = text.split("\n").slice(-SHOWN_LINES).join("\n");
      assertEquals(
        code,
        0,
        `exit code in the virtual machine; at last:\n${end}`,
      );
      assertMatch(text, /\b[1-9]\d* passed/, "no test has this name");
    }),
  });
}

/** Waits until a processor is free. */
async function inTurn<T>(body: () => Promise<T>): Promise<T> {
  turn = turn.then(async () => {
    while (active >= atOnce()) await delay(1000);
    active++;
  });
  await turn;
  try {
    return await body();
  } finally {
    active--;
  }
}

function atOnce(): number {
  return BUSY !== undefined && exists(BUSY) ? AT_ONCE - 1 : AT_ONCE;
}

function exists(file: string): boolean {
  try {
    return Deno.statSync(file).isFile;
  } catch {
    return false;
  }
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * Runs tests in a virtual machine, and returns what they print. A machine that
 * ends without a result proves nothing of them: they run once more in another.
 */
async function run(part: Part): Promise<Deno.CommandOutput> {
  const first = await runOnce(part);
  if (first.code !== DIED) return first;
  const second = await runOnce(part);
  const between = new TextEncoder().encode("== the machine ended: once more\n");
  return { ...second, stdout: concat([first.stdout, between, second.stdout]) };
}

function runOnce(
  { machine, tests, options = [] }: Part,
): Promise<Deno.CommandOutput> {
  const words = [Deno.execPath(), "test", "--allow-all", "--no-check"].concat(
    ["--preload", path("support/time_limit.ts"), ...options],
    // What many files load is loaded once.
    [path("support/together.ts"), "--"],
    testFiles(path("../tests"), tests, ".ts"),
  );
  // One stream, so that errors stand where they happened.
  return new Deno.Command("sh", {
    env: { TEST_TIME_LIMIT: `${LONGEST_TEST}` },
    args: ["-c", '"$0" "$@" 2>&1', ...inMachine(machine, LONGEST, words)],
  }).output();
}

function reasonAgainst({ machine }: Part) {
  if (Deno.env.get("KERNEL_VM") !== undefined) return "this is inside of one";
  return reasonAgainstMachine(machine);
}
