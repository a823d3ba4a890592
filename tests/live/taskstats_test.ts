import { assert, assertEquals, assertRejects } from "@std/assert";
import { GenericNetlink, NetlinkError, type TaskExit } from "../../api/mod.ts";
import { SocketError } from "../../socket/error.ts";
import { liveTest, sh } from "../support/live.ts";

const needs = ["family TASKSTATS"] as const;

/** Whether rights here are rights of the whole machine, which it takes. */
function isFirstUserNamespace(): boolean {
  try {
    const map = Deno.readTextFileSync("/proc/self/uid_map");
    return /^\s*0\s+0\s+4294967295\s*$/.test(map);
  } catch {
    return false;
  }
}

/** Beyond the most tasks that a machine can have. */
const NOBODY = 0x400001;

liveTest("TaskAccounting gets what was counted of tasks and processes", {
  needs: isFirstUserNamespace() ? needs : ["vm", ...needs],
}, async () => {
  using generic = GenericNetlink.open();
  const { taskstats } = generic;
  const before = Date.now();
  const task = await taskstats.get({ pid: Deno.pid });
  assertEquals([task.pid, task.user], [Deno.pid, 0]);
  const status = Deno.readTextFileSync("/proc/self/status");
  assertEquals(`Name:\t${task.command}`, status.split("\n")[0]);
  assertEquals(task.parent, Deno.ppid);
  assertEquals(task.policy, "normal");
  assert(task.started.getTime() < before + 1000);
  assert(task.peakMemory > 1024, `${task.peakMemory} KiB`);
  assert(task.peakAddressSpace > task.peakMemory);
  if (task.version >= 12) assertEquals(task.tgid, Deno.pid);

  const process = await taskstats.get({ tgid: Deno.pid });
  assertEquals(process.tgid, Deno.pid);
  // Other threads compile and collect garbage.
  assert(process.cpuTime >= task.cpuTime);
  assert(process.userTime + process.systemTime > 0);

  await assertRejects(
    () => taskstats.get({ pid: NOBODY }),
    NetlinkError,
    `Cannot get statistics of task ${NOBODY}: ESRCH`,
  );
  assertEquals(await taskstats.find({ tgid: NOBODY }), undefined);
});

liveTest("TaskAccounting counts what is waited for", {
  needs: ["vm", ...needs],
}, async () => {
  Deno.writeTextFileSync("/proc/sys/kernel/task_delayacct", "1");
  const child = new Deno.Command("sleep", { args: ["20"] }).spawn();
  try {
    using generic = GenericNetlink.open();
    const { taskstats } = generic;
    let { delays } = await taskstats.get({ pid: child.pid });
    while (delays.processor.count === 0) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      ({ delays } = await taskstats.get({ pid: child.pid }));
    }
    assert(delays.processor.total >= 0n);
  } finally {
    child.kill();
    await child.status;
  }
});

liveTest("TaskAccounting reports tasks that exit, and how", {
  needs: ["vm", ...needs],
}, async () => {
  // The kernel reports to the first namespace only.
  using generic = GenericNetlink.open({ netns: "/proc/1/ns/net" });
  const { taskstats } = generic;
  await assertRejects(
    () => taskstats.monitor({ processors: "9999" }),
    NetlinkError,
    "Cannot watch tasks that exit on processors 9999: E",
  );
  const found: TaskExit[] = [];
  for await (const event of await exits()) {
    assertEquals(event.kind, "task-exited");
    if (event.kind !== "task-exited") break;
    found.push(event.value);
    if (event.value.task.signal === 9) break;
  }
  const [normal] = found.filter(({ task }) => task.exitCode === 3);
  assertEquals(normal?.task.signal, undefined);
  assertEquals(normal?.task.command, "sh");
  assertEquals(found.at(-1)?.task.exitCode, 0);
  assert(found.at(-1)?.task.flags.includes("signaled"));

  async function exits() {
    const monitor = await taskstats.monitor();
    new Deno.Command("sh", { args: ["-c", "exit 3"] }).outputSync();
    new Deno.Command("sh", { args: ["-c", "kill -9 $$"] }).outputSync();
    return monitor;
  }
});

liveTest("TaskAccounting reports processes of several tasks as a whole", {
  needs: ["vm", "command python3", ...needs],
}, async () => {
  using generic = GenericNetlink.open({ netns: "/proc/1/ns/net" });
  using monitor = await generic.taskstats.monitor();
  new Deno.Command("python3", {
    args: [
      "-c",
      "import threading; t = threading.Thread(target=lambda: None); t.start(); t.join()",
    ],
  }).outputSync();
  for await (const event of monitor) {
    if (event.kind !== "task-exited") continue;
    const { task, process } = event.value;
    if (process === undefined) continue;
    assertEquals(process.tgid, task.pid);
    assert(process.cpuTime > 0n);
    break;
  }
});

liveTest("TaskAccounting counts tasks of control groups of version 1", {
  needs: ["vm", ...needs],
}, async () => {
  const path = Deno.makeTempDirSync({ dir: "/run" });
  sh("mount", "-t", "cgroup", "-o", "none,name=trial", "trial", path);
  try {
    using generic = GenericNetlink.open();
    const { taskstats } = generic;
    const counts = await taskstats.cgroup(path);
    assert(counts.running >= 1 && counts.sleeping >= 1);
    Deno.mkdirSync(`${path}/empty`);
    const { running, sleeping } = await taskstats.cgroup(`${path}/empty`);
    assertEquals([running, sleeping], [0, 0]);
    await assertRejects(
      () => taskstats.cgroup("/proc"),
      NetlinkError,
      "Cannot count tasks of control group /proc: EINVAL",
    );
    await assertRejects(
      () => taskstats.cgroup("/nowhere"),
      SocketError,
      "Cannot open /nowhere: No such file or directory (ENOENT)",
    );
  } finally {
    Deno.removeSync(`${path}/empty`);
    sh("umount", path);
  }
});
