import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { FieldPath } from "../../api/mapping/field_path.ts";
import {
  fromTeamOption,
  type TeamOptionValue,
  toTeamOption,
} from "../../api/generic/team_spec.ts";
import { UnknownDeviceError } from "../../api/object/lookup.ts";
import {
  TEAM_CMD_NOOP,
  TEAM_CMD_OPTIONS_GET,
  TEAM_CMD_OPTIONS_SET,
  TEAM_CMD_PORT_LIST_GET,
  teamOption,
} from "../../messages/generic/team.ts";
import { Writer } from "../../messages/codec/mod.ts";
import {
  FamilyKernel,
  plain,
  RecordedKernel,
} from "../support/generic_kernel.ts";

const values: [TeamOptionValue, type: string, hex: string][] = [
  ["random", "string", "72616e646f6d00"],
  [7, "u32", "07000000"],
  [-5, "s32", "fbffffff"],
  [true, "flag", ""],
  [false, "flag", ""],
  [Uint8Array.of(1, 2), "binary", "0102"],
];

for (const [value, type, hex] of values) {
  Deno.test(`toTeamOption() reads what fromTeamOption() writes: ${value}`, () => {
    const key = { name: "some", port: 7, index: 2 };
    const written = fromTeamOption(key, value, FieldPath.root);
    assertEquals(written.data?.toHex(), value === false ? undefined : hex);
    const writer = new Writer();
    teamOption.encode(writer, written);
    const bytes = writer.finish().slice();
    const view = new DataView(bytes.buffer);
    const read = toTeamOption(teamOption.decode(view, 0, bytes.length));
    assertEquals(read, { ...key, type, value } as typeof read);
  });
}

Deno.test("fromTeamOption() refuses values that no option can have", () => {
  for (const value of [2 ** 32, 1.5, -(2 ** 31) - 1, "x".repeat(32)]) {
    assertThrows(
      () => fromTeamOption({ name: "some" }, value, FieldPath.root),
      RangeError,
      "value",
    );
  }
  for (const value of [null, {}, 5n, "a\0"]) {
    assertThrows(
      () => fromTeamOption({ name: "some" }, value as never, FieldPath.root),
      TypeError,
      "value",
    );
  }
});

Deno.test("toTeamOption() keeps quiet about values of other types", () => {
  const option = { name: "some", type: 99, data: Uint8Array.of(1) };
  assertEquals(toTeamOption(option), { name: "some", type: 99 });
  const short = { name: "some", type: 3, data: Uint8Array.of(1) };
  assertEquals(toTeamOption(short), { name: "some", type: "u32" });
});

const mode = {
  name: "mode",
  type: 5,
  data: new TextEncoder().encode("activebackup\0"),
};
const number = (value: number) => new Uint8Array(Uint32Array.of(value).buffer);

Deno.test("Teams gets options, over several messages", async () => {
  const kernel = new FamilyKernel("team", () => [
    { attributes: { teamIfindex: 3, listOption: [mode] } },
    { attributes: { teamIfindex: 3 } },
    {
      attributes: {
        teamIfindex: 3,
        listOption: [
          { name: "enabled", type: 6, portIfindex: 2 },
          { name: "hash", type: 3, data: number(1), arrayIndex: 0 },
          { name: "hash", type: 3, data: number(2), arrayIndex: 1 },
        ],
      },
    },
  ]);
  const { team } = kernel.generic;
  const enabled = { name: "enabled", type: "flag", port: 2, value: false };
  assertEquals(await team.options("br0"), [
    { name: "mode", type: "string", value: "activebackup" },
    enabled,
    { name: "hash", type: "u32", index: 0, value: 1 },
    { name: "hash", type: "u32", index: 1, value: 2 },
  ] as never);
  assertEquals(kernel.last, {
    cmd: TEAM_CMD_OPTIONS_GET,
    dump: false,
    attributes: { teamIfindex: 3 },
  });
  const value = async (key: Parameters<typeof team.getOption>[1]) =>
    (await team.getOption("br0", key))?.value;
  assertEquals(
    await team.getOption("br0", { name: "enabled", port: "eth0" }),
    enabled as never,
  );
  assertEquals(await value({ name: "hash", index: 1 }), 2);
  assertEquals(await value({ name: "hash" }), 1);
  assertEquals(await value({ name: "enabled" }), undefined);
  await assertRejects(() => value({} as never), TypeError, "name");
  await assertRejects(() => team.options("nothing"), UnknownDeviceError);
});

Deno.test("Teams gets ports", async () => {
  const kernel = new FamilyKernel("team", () => [{
    attributes: {
      teamIfindex: 3,
      listPort: [
        { ifindex: 2, linkup: true, speed: 1000, duplex: 1 },
        { ifindex: 4, speed: 0xffffffff, duplex: 0xff },
      ],
    },
  }]);
  assertEquals(await kernel.generic.team.ports("br0"), [
    { device: 2, up: true, speed: 1000, duplex: "full" },
    { device: 4, up: false },
  ]);
  assertEquals(kernel.last, {
    cmd: TEAM_CMD_PORT_LIST_GET,
    dump: false,
    attributes: { teamIfindex: 3 },
  });
  kernel.answer = () => 22;
  await assertRejects(
    () => kernel.generic.team.ports("eth0"),
    Error,
    "Cannot get ports of eth0: EINVAL",
  );
});

Deno.test("Teams sets options, whether anybody listens or not", async () => {
  const kernel = new FamilyKernel("team");
  const { team } = kernel.generic;
  await team.setOption("br0", { name: "mode" }, "activebackup");
  assertEquals(kernel.last, {
    cmd: TEAM_CMD_OPTIONS_SET,
    dump: false,
    attributes: { teamIfindex: 3, listOption: [mode] },
  });
  const ESRCH = 3;
  kernel.answer = () => ESRCH;
  await team.setOption("br0", { name: "priority", port: "eth0" }, 7);
  assertEquals(kernel.last?.attributes, {
    teamIfindex: 3,
    listOption: [
      { name: "priority", portIfindex: 2, type: 14, data: number(7) },
    ],
  });
  kernel.answer = () => 2;
  await assertRejects(
    () => team.setOption("br0", { name: "nothing" }, 5),
    Error,
    "Cannot set options nothing of br0: ENOENT",
  );
});

Deno.test("Teams.monitor() reports options and ports", async () => {
  const kernel = new FamilyKernel("team", () => [], ["change_event"]);
  const monitor = await kernel.generic.team.monitor();
  assertEquals([...kernel.sockets[0]!.groups], [9]);
  kernel.report(TEAM_CMD_OPTIONS_GET, {
    teamIfindex: 3,
    listOption: [{ ...mode, changed: true }, {
      name: "enabled",
      type: 6,
      removed: true,
    }],
  });
  kernel.report(TEAM_CMD_NOOP, {});
  kernel.report(TEAM_CMD_PORT_LIST_GET, {
    teamIfindex: 3,
    listPort: [{ ifindex: 2, changed: true, removed: true }],
  });
  const seen: object[] = [];
  for await (const event of monitor) {
    seen.push("team" in event ? plain(event) : { kind: event.kind });
    if (event.kind === "ports") break;
  }
  assertEquals(seen, [
    {
      kind: "options",
      team: 3,
      options: [
        { name: "mode", type: "string", value: "activebackup", changed: true },
        { name: "enabled", type: "flag", value: false, removed: true },
      ],
      ports: [],
    },
    { kind: "unknown" },
    {
      kind: "ports",
      team: 3,
      options: [],
      ports: [{ device: 2, up: false, changed: true, removed: true }],
    },
  ]);
});

Deno.test("Teams reads what a kernel has answered", async () => {
  const kernel = new RecordedKernel("team");
  const { team } = kernel.generic;
  const options = await team.options(2);
  assertEquals(options.slice(0, 2), [
    { name: "mode", type: "string", value: "activebackup" },
    { name: "notify_peers_count", type: "u32", value: 0 },
  ]);
  assertEquals(await team.ports(2), []);
  // The kernel's error, as nobody listens, is none.
  await team.setOption(2, { name: "mode" }, "activebackup");
  await assertRejects(
    () => team.setOption(2, { name: "nothing" }, 5),
    Error,
    "Cannot set options nothing of 2: ENOENT",
  );
  await assertRejects(
    () => team.options(4),
    Error,
    "Cannot get options of 4: EINVAL",
  );
  assertEquals(kernel.commands.length, 5);
});
