import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  GenericNetlink,
  NetlinkError,
  type TeamEvent,
  UnknownDeviceError,
} from "../../api/mod.ts";
import { hasCommand, liveTest, sh } from "../support/live.ts";

const needs = ["kind team", "kind veth", "family team"] as const;

/** A team whose only port is v0, whose index is returned. */
async function addTeam(generic: GenericNetlink): Promise<number> {
  sh("ip", "link", "add", "t0", "type", "team");
  sh("ip", "link", "add", "v0", "type", "veth", "peer", "name", "v1");
  await generic.team.setOption("t0", { name: "mode" }, "activebackup");
  sh("ip", "link", "set", "v0", "master", "t0");
  const [port] = await generic.team.ports("t0");
  return port!.device;
}

liveTest("Teams sets options that it gets", { needs }, async () => {
  using generic = GenericNetlink.open();
  const { team } = generic;
  const port = await addTeam(generic);
  const all = await team.options("t0");
  const valueOf = async (key: Parameters<typeof team.getOption>[1]) =>
    (await team.getOption("t0", key))?.value;
  assertEquals(all.find(({ name }) => name === "mode")?.value, "activebackup");
  assertEquals(await valueOf({ name: "enabled", port: "v0" }), true);
  await team.setOption("t0", { name: "enabled", port }, false);
  assertEquals(await valueOf({ name: "enabled", port }), false);
  await team.setOption("t0", { name: "priority", port: "v0" }, -5);
  assertEquals(await valueOf({ name: "priority", port }), -5);
  await team.setOption("t0", { name: "enabled", port }, true);
  await team.setOption("t0", { name: "activeport" }, port);
  assertEquals(await valueOf({ name: "activeport" }), port);
  assertEquals(await valueOf({ name: "nothing" }), undefined);
  if (hasCommand("teamnl")) {
    assertEquals(
      sh("teamnl", "t0", "getoption", "mode").trim(),
      "activebackup",
    );
    const priority = sh("teamnl", "-p", "v0", "t0", "getoption", "priority");
    assertEquals(priority.trim(), "-5");
    sh("teamnl", "-p", "v0", "t0", "setoption", "priority", "7");
    assertEquals(await valueOf({ name: "priority", port }), 7);
  }
});

liveTest("Teams lists ports", { needs }, async () => {
  using generic = GenericNetlink.open();
  const port = await addTeam(generic);
  const [found, ...others] = await generic.team.ports("t0");
  assertEquals(others, []);
  assertEquals(found!.device, port);
  assertEquals(typeof found!.up, "boolean");
});

liveTest("Teams reports what is wrong", { needs }, async () => {
  using generic = GenericNetlink.open();
  const { team } = generic;
  await addTeam(generic);
  await assertRejects(
    () => team.options("nothing"),
    UnknownDeviceError,
    "Cannot get options of nothing",
  );
  await assertRejects(
    () => team.ports("v0"),
    NetlinkError,
    "Cannot get ports of v0: EINVAL",
  );
  await assertRejects(
    () => team.setOption("t0", { name: "nothing" }, 5),
    NetlinkError,
    "Cannot set options nothing of t0: ENOENT",
  );
  await assertRejects(
    () => team.setOption("t0", { name: "mode" }, "x".repeat(32)),
    RangeError,
    "value",
  );
});

liveTest(
  "A monitor of teams reports options and ports",
  { needs },
  async () => {
    using generic = GenericNetlink.open();
    using monitor = await generic.team.monitor();
    const port = await addTeam(generic);
    await generic.team.setOption("t0", { name: "priority", port }, 9);
    const events: TeamEvent[] = [];
    for await (const event of monitor) {
      assert(event.kind === "options" || event.kind === "ports", event.kind);
      events.push(event);
      if (
        event.options.some(({ name, value, changed }) =>
          name === "priority" && value === 9 && changed
        )
      ) break;
    }
    assert(
      events.some(({ ports }) =>
        ports.some(({ device, changed }) => device === port && changed)
      ),
    );
  },
);
