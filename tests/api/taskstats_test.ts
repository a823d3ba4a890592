import { assert, assertEquals, assertRejects } from "@std/assert";
import { GenericNetlink, NetlinkError, type TaskEvent } from "../../api/mod.ts";
import { blank } from "../../messages/codec/mod.ts";
import {
  CGROUPSTATS_CMD_GET,
  CGROUPSTATS_CMD_NEW,
  TASKSTATS_CMD_GET,
  TASKSTATS_CMD_NEW,
} from "../../messages/generic/taskstats.ts";
import {
  type Taskstats,
  taskstats,
} from "../../messages/generic/taskstats_struct.ts";
import { SocketError } from "../../socket/error.ts";
import {
  FamilyKernel,
  plain,
  RecordedKernel,
} from "../support/generic_kernel.ts";

/** What was counted of a task, 0 but for what is given. */
function statsOf(values: Partial<Taskstats> = {}): Taskstats {
  return blank(taskstats, { version: 17, ...values });
}

Deno.test("TaskAccounting reads what a kernel has answered", async () => {
  const { taskstats } = new RecordedKernel("TASKSTATS").generic;
  const task = await taskstats.get({ pid: 1 });
  assertEquals(task.message.attributes.aggrPid?.pid, 1);
  const { delays, started, ...rest } = plain(task);
  assertEquals([task.pid, task.tgid, task.command], [1, 1, "init"]);
  assertEquals(rest.policy, "normal");
  assertEquals(rest.flags, ["superuser"]);
  const { acBtime } = task.message.attributes.aggrPid!.stats!;
  assertEquals(started.getTime(), 1000 * acBtime);
  assert(delays.processor.count > 0 && delays.processor.total > 0n);
  assert(delays.processor.longestAt! >= started);
  assertEquals(Object.keys(delays), [
    "processor",
    "blockDevice",
    "swapIn",
    "reclaim",
    "thrashing",
    "compaction",
    "copyOnWrite",
    "interrupts",
  ]);
  const process = await taskstats.get({ tgid: 1 });
  assertEquals(process.tgid, 1);
  assert(process.cpuTime >= task.cpuTime);
  assert(process.userTime > 1 && process.elapsed > process.userTime);
  assertEquals(plain(await taskstats.cgroup({ fd: 9 })).running >= 1, true);
});

Deno.test("TaskAccounting.get() reports all in people's units", async () => {
  const max = { sec: 1_700_000_000n, nsec: 250_000_000n };
  const kernel = new FamilyKernel("TASKSTATS", () => [{
    cmd: TASKSTATS_CMD_NEW,
    attributes: {
      aggrPid: {
        pid: 6,
        stats: statsOf({
          acComm: "trial",
          acExitcode: 0x0309,
          acFlag: 0x31,
          acNice: 0xfb,
          acSched: 2,
          acUid: 1000,
          acGid: 100,
          acPpid: 2,
          acBtime: 1_700_000_000,
          acBtime64: 5_000_000_000n,
          acEtime: 2_500_000n,
          acUtime: 1_500_000n,
          acStime: 250_000n,
          acTgid: 5,
          acTgetime: 4_000_000n,
          hiwaterRss: 2048n,
          blkioCount: 3n,
          blkioDelayTotal: 9_000n,
          blkioDelayMax: 5_000n,
          blkioDelayMin: 1_000n,
          blkioDelayMaxTs: max,
        }),
      },
    },
  }]);
  const task = await kernel.generic.taskstats.get({ pid: 6 });
  assertEquals(kernel.last, {
    cmd: TASKSTATS_CMD_GET,
    dump: false,
    attributes: { pid: 6 },
  });
  const none = { count: 0, total: 0n, longest: 0n, shortest: 0n };
  assertEquals(plain(task), {
    pid: 6,
    version: 17,
    elapsed: 2.5,
    userTime: 1.5,
    systemTime: 0.25,
    cpuTime: 0n,
    virtualCpuTime: 0n,
    voluntarySwitches: 0,
    involuntarySwitches: 0,
    delays: {
      processor: none,
      blockDevice: {
        count: 3,
        total: 9_000n,
        longest: 5_000n,
        shortest: 1_000n,
        longestAt: new Date(1_700_000_000_250),
      },
      swapIn: none,
      reclaim: none,
      thrashing: none,
      compaction: none,
      copyOnWrite: none,
      interrupts: none,
    },
    tgid: 5,
    parent: 2,
    command: "trial",
    user: 1000,
    group: 100,
    nice: -5,
    policy: "round-robin",
    flags: ["forked", "signaled", "last"],
    exitCode: 3,
    signal: 9,
    started: new Date(5_000_000_000_000),
    processElapsed: 4,
    minorFaults: 0,
    majorFaults: 0,
    peakMemory: 2048,
    peakAddressSpace: 0,
    memoryTime: 0n,
    addressSpaceTime: 0n,
    bytesRead: 0,
    bytesWritten: 0,
    readCalls: 0,
    writeCalls: 0,
    storageBytesRead: 0,
    storageBytesWritten: 0,
    storageBytesCancelled: 0,
    scaledUserTime: 0,
    scaledSystemTime: 0,
    scaledCpuTime: 0n,
    programDevice: 0n,
    programInode: 0n,
  });
});

Deno.test("TaskAccounting.get() leaves out what older kernels do not count", async () => {
  const all = Object.entries(statsOf({ version: 8, acBtime: 60 }));
  const last = all.findIndex(([name]) => name === "freepagesDelayTotal");
  const stats = Object.fromEntries(all.slice(0, last + 1));
  const kernel = new FamilyKernel("TASKSTATS", () => [{
    cmd: TASKSTATS_CMD_NEW,
    attributes: { aggrPid: { pid: 6, stats } },
  }]);
  const task = await kernel.generic.taskstats.get({ pid: 6 });
  assertEquals(task.started, new Date(60_000));
  assertEquals([task.tgid, task.programInode], [undefined, undefined]);
  const { delays } = task;
  assertEquals(Object.keys(delays).at(-1), "reclaim");
  assertEquals(delays.processor, { count: 0, total: 0n });
});

Deno.test("TaskAccounting names what is not there", async () => {
  const { taskstats } = new RecordedKernel("TASKSTATS").generic;
  await assertRejects(
    () => taskstats.get({ pid: 4194305 }),
    NetlinkError,
    "Cannot get statistics of task 4194305: ESRCH",
  );
  await assertRejects(
    () => taskstats.get({ tgid: 4194305 }),
    NetlinkError,
    "Cannot get statistics of process 4194305: ESRCH",
  );
  assertEquals(await taskstats.find({ pid: 4194305 }), undefined);
  assertEquals(await taskstats.find({ tgid: 4194305 }), undefined);
  assertEquals((await taskstats.find({ pid: 1 }))?.command, "init");
  const refusing = new FamilyKernel("TASKSTATS", () => 1).generic.taskstats;
  await assertRejects(() => refusing.find({ pid: 5 }), NetlinkError, "EPERM");
});

Deno.test("TaskAccounting.get() refuses what names no task or process", async () => {
  const kernel = new FamilyKernel("TASKSTATS");
  const { taskstats } = kernel.generic;
  for (
    const [key, text] of [
      [{}, "as key: either pid or tgid"],
      [{ pid: 1, tgid: 1 }, "as key: either pid or tgid"],
      [5, "as key: an object"],
      [{ pidd: 5 }, "as pidd: there is no such property; the nearest is pid"],
      [{ pid: "5" }, "as pid"],
      [{ tgid: -1 }, "as tgid"],
    ] as const
  ) {
    await assertRejects(() => taskstats.get(key as never), Error, text);
  }
  assertEquals(kernel.requests, []);
});

Deno.test("TaskAccounting.cgroup() counts tasks of an open directory", async () => {
  const kernel = new FamilyKernel("TASKSTATS", () => [{
    cmd: CGROUPSTATS_CMD_NEW,
    attributes: {
      cgroupStats: {
        nrSleeping: 1n,
        nrRunning: 2n,
        nrStopped: 3n,
        nrUninterruptible: 4n,
        nrIoWait: 5n,
      },
    },
  }]);
  const { taskstats } = kernel.generic;
  assertEquals(plain(await taskstats.cgroup({ fd: 7 })), {
    running: 2,
    sleeping: 1,
    stopped: 3,
    uninterruptible: 4,
    waitingForIo: 5,
  });
  assertEquals(kernel.last, {
    cmd: CGROUPSTATS_CMD_GET,
    dump: false,
    attributes: { fd: 7 },
  });
  kernel.answer = () => 22;
  await assertRejects(
    () => taskstats.cgroup({ fd: 7 }),
    NetlinkError,
    "Cannot count tasks of control group 7: EINVAL",
  );
  const count = kernel.requests.length;
  for (
    const [cgroup, text] of [
      ["", "as cgroup: a path or { fd } is expected"],
      ["a\0b", "as cgroup"],
      [{ fdd: 5 }, "as fdd: there is no such property; the nearest is fd"],
      [{ fd: -1 }, "as fd"],
      [{}, "as fd"],
    ] as const
  ) {
    await assertRejects(() => taskstats.cgroup(cgroup as never), Error, text);
  }
  assertEquals(kernel.requests.length, count);
});

Deno.test("TaskAccounting.monitor() reports tasks until it is closed", async () => {
  const kernel = new FamilyKernel("TASKSTATS");
  const report = (pid: number, more = {}) =>
    kernel.report(TASKSTATS_CMD_NEW, {
      aggrPid: { pid, stats: statsOf({ acExitcode: 0x100 }) },
      ...more,
    });
  kernel.answer = () => {
    // A task that exits before the kernel has answered.
    report(5);
    return [];
  };
  const monitor = await kernel.generic.taskstats.monitor({
    processors: [0, 3],
  });
  assertEquals(kernel.last?.attributes, { registerCpumask: "0,3" });
  report(6, { aggrTgid: { tgid: 4, stats: statsOf({ nvcsw: 7n }) } });
  kernel.report(TASKSTATS_CMD_NEW, {});
  report(7);
  const seen: unknown[] = [];
  for await (const event of monitor) {
    if (event.kind !== "task-exited") {
      seen.push(event.kind);
      continue;
    }
    const { task, process, message } = event.value;
    assertEquals(message.cmd, TASKSTATS_CMD_NEW);
    seen.push([task.pid, task.exitCode, process?.voluntarySwitches]);
    if (task.pid === 7) break;
  }
  assertEquals(seen, [
    [5, 1, undefined],
    [6, 1, 7],
    "unknown",
    [7, 1, undefined],
  ]);
  assertEquals(kernel.last?.attributes, { deregisterCpumask: "0,3" });
  assert(kernel.sockets[0]!.closed);
  monitor.close();
  assertEquals(kernel.requests.length, 2);
});

Deno.test("TaskAccounting.monitor() asks for all processors by default", async () => {
  const kernel = new FamilyKernel("TASKSTATS");
  using _ = await kernel.generic.taskstats.monitor();
  const { registerCpumask } = kernel.last!.attributes;
  assert(/^(all|0(-\d+)?)/.test(registerCpumask as string));
  using other = await kernel.generic.taskstats.monitor({ processors: "0-1" });
  assertEquals(kernel.last?.attributes, { registerCpumask: "0-1" });
  kernel.report(TASKSTATS_CMD_NEW, { aggrPid: { pid: 5 } });
  // Without counters, it is no report of a task.
  const { value } = await other[Symbol.asyncIterator]().next();
  assertEquals((value as TaskEvent | { kind: string }).kind, "unknown");
});

Deno.test("TaskAccounting.monitor() closes its socket if it is refused", async () => {
  const kernel = new FamilyKernel("TASKSTATS", () => 1);
  const { taskstats } = kernel.generic;
  await assertRejects(
    () => taskstats.monitor({ processors: "0" }),
    NetlinkError,
    "Cannot watch tasks that exit on processors 0: EPERM",
  );
  assert(kernel.sockets[0]!.closed);
  assertEquals(kernel.requests.length, 1);
  for (const processors of ["", [], [-1], [1.5], 5, "0\0"]) {
    await assertRejects(
      () => taskstats.monitor({ processors } as never),
      TypeError,
      "as processors: numbers of processors, or text such as 0-3,7",
    );
  }
  assertEquals(kernel.requests.length, 1);
  const { connection } = kernel.generic;
  const without = new GenericNetlink(connection, connection);
  await assertRejects(
    () => without.taskstats.monitor(),
    TypeError,
    "Cannot monitor: there is no way to open a socket for reports",
  );
});

Deno.test("TaskAccounting.monitor() ends even if its socket does not send", async () => {
  const kernel = new FamilyKernel("TASKSTATS");
  const monitor = await kernel.generic.taskstats.monitor({ processors: "0" });
  const [socket] = kernel.sockets;
  socket!.sendErrors.push(new SocketError("send", 105, "send a datagram"));
  monitor.close();
  assert(socket!.closed);
});
