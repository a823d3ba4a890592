/**
 * Pipelines: no kernel at hand has a device with one.
 *
 * @module
 */
import { assertEquals, assertRejects } from "@std/assert";
import { errnoOf } from "../../../messages/errno.ts";
import {
  DEVLINK_CMD_DPIPE_ENTRIES_GET,
  DEVLINK_CMD_DPIPE_HEADERS_GET,
  DEVLINK_CMD_DPIPE_TABLE_GET,
} from "../../../messages/generic/devlink/commands.ts";
import {
  type Attributes,
  type FamilyAnswer,
  FamilyKernel,
} from "../../support/generic_kernel.ts";

const device = "pci/0000:01:00.0";
const names = { busName: "pci", devName: "0000:01:00.0" };

const ipv4 = {
  name: "ipv4",
  id: 1,
  global: 1,
  fields: {
    field: [{ name: "destination ip", id: 0, bitwidth: 32, mappingType: 0 }],
  },
};
const meta = {
  name: "mlxsw_meta",
  id: 1,
  global: 0,
  fields: {
    field: [{ name: "erif_port", id: 0, bitwidth: 32, mappingType: 1 }],
  },
};
const isIp = {
  matchType: 0,
  headerId: 1,
  headerGlobal: 1,
  headerIndex: 0,
  fieldId: 0,
};
const setsPort = { actionType: 0, headerId: 1, headerGlobal: 0, fieldId: 0 };

/** Devlink with a kernel that has answers to some commands. */
function open(answers: Readonly<Record<number, FamilyAnswer>>) {
  const asked: [cmd: number, attributes: Attributes][] = [];
  const kernel = new FamilyKernel("devlink", ({ cmd, attributes }) => {
    asked.push([cmd, attributes]);
    return answers[cmd] ?? [];
  });
  return { asked, pipelines: kernel.generic.devlink.pipelines };
}

const headers = [
  { attributes: { ...names, dpipeHeaders: { header: [ipv4] } } },
  { attributes: { ...names, dpipeHeaders: { header: [meta] } } },
];

Deno.test("DevlinkPipelines.headers() lists headers of all messages, with their fields", async () => {
  const { asked, pipelines } = open({
    [DEVLINK_CMD_DPIPE_HEADERS_GET]: headers,
  });
  assertEquals(await pipelines.headers({ device }), [
    {
      name: "ipv4",
      id: 1,
      global: true,
      fields: [{ name: "destination ip", id: 0, width: 32, mapping: "none" }],
    },
    {
      name: "mlxsw_meta",
      id: 1,
      global: false,
      fields: [{ name: "erif_port", id: 0, width: 32, mapping: "ifindex" }],
    },
  ]);
  assertEquals(asked, [[DEVLINK_CMD_DPIPE_HEADERS_GET, names]]);
});

const table = {
  name: "mlxsw_host4",
  size: 16n,
  matches: { match: [isIp, { ...isIp, matchType: 9, headerId: 7 }] },
  actions: { action: [setsPort] },
  countersEnabled: 1,
  resourceId: 2n,
  resourceUnits: 1n,
};

Deno.test("DevlinkPipelines.tables() names headers and fields that the device lists", async () => {
  const tables = [{
    attributes: { ...names, dpipeTables: { table: [table] } },
  }];
  const { asked, pipelines } = open({
    [DEVLINK_CMD_DPIPE_TABLE_GET]: tables,
    [DEVLINK_CMD_DPIPE_HEADERS_GET]: headers,
  });
  assertEquals(await pipelines.tables({ device, table: "mlxsw_host4" }), [{
    name: "mlxsw_host4",
    size: 16,
    counters: true,
    resource: 2,
    resourceUnits: 1,
    matches: [
      {
        type: "field_exact",
        header: "ipv4",
        headerIndex: 0,
        field: "destination ip",
      },
      { type: 9, header: 7, headerIndex: 0, field: 0 },
    ],
    actions: [{
      type: "field_modify",
      header: "mlxsw_meta",
      field: "erif_port",
    }],
  }]);
  assertEquals(asked, [
    [DEVLINK_CMD_DPIPE_TABLE_GET, { ...names, dpipeTableName: "mlxsw_host4" }],
    [DEVLINK_CMD_DPIPE_HEADERS_GET, names],
  ]);
  const without = open({
    [DEVLINK_CMD_DPIPE_TABLE_GET]: tables,
    [DEVLINK_CMD_DPIPE_HEADERS_GET]: errnoOf("EOPNOTSUPP"),
  });
  const [{ actions } = { actions: [] }] = await without.pipelines.tables({
    device,
  });
  assertEquals(actions, [{ type: "field_modify", header: 1, field: 0 }]);
  assertEquals(await open({}).pipelines.tables({ device }), []);
});

Deno.test("DevlinkPipelines.entries() has values beside their fields", async () => {
  const value = Uint8Array.of(1, 2, 0, 192);
  const mask = new Uint8Array(4).fill(255);
  const { asked, pipelines } = open({
    [DEVLINK_CMD_DPIPE_ENTRIES_GET]: [{
      attributes: {
        ...names,
        dpipeEntries: {
          entry: [{
            index: 3n,
            matchValues: {
              matchValue: [{ match: [isIp], value, valueMask: mask }],
            },
            actionValues: {
              actionValue: [{ action: [setsPort], value, valueMapping: 5 }],
            },
            counter: 8n,
          }],
        },
      },
    }],
    [DEVLINK_CMD_DPIPE_HEADERS_GET]: headers,
  });
  assertEquals(await pipelines.entries({ device, table: "mlxsw_host4" }), [{
    index: 3,
    packets: 8,
    matches: [{
      type: "field_exact",
      header: "ipv4",
      headerIndex: 0,
      field: "destination ip",
      value,
      mask,
    }],
    actions: [{
      type: "field_modify",
      header: "mlxsw_meta",
      field: "erif_port",
      value,
      mapping: 5,
    }],
  }]);
  assertEquals(asked[0], [
    DEVLINK_CMD_DPIPE_ENTRIES_GET,
    { ...names, dpipeTableName: "mlxsw_host4" },
  ]);
});

Deno.test("DevlinkPipelines names the table in errors, and refuses wrong keys", async () => {
  const { pipelines } = open({
    [DEVLINK_CMD_DPIPE_ENTRIES_GET]: errnoOf("EINVAL"),
  });
  const key = { device, table: "none" };
  await assertRejects(
    () => pipelines.entries(key),
    Error,
    "Cannot list devlink pipeline entries none of pci/0000:01:00.0",
  );
  await assertRejects(
    () => pipelines.entries({ device } as never),
    TypeError,
    "table",
  );
  await assertRejects(() => pipelines.tables({} as never), TypeError, "device");
  await assertRejects(
    () => pipelines.headers({ device: "pci" }),
    TypeError,
    "device",
  );
});
