import { assertEquals, assertRejects } from "@std/assert";
import { readFindings } from "../../../api/devlink/findings.ts";
import {
  DEVLINK_CMD_HEALTH_REPORTER_DUMP_CLEAR,
  DEVLINK_CMD_HEALTH_REPORTER_DUMP_GET,
  DEVLINK_CMD_HEALTH_REPORTER_RECOVER,
  DEVLINK_CMD_HEALTH_REPORTER_TEST,
} from "../../../messages/generic/devlink/commands.ts";
import type { DevlinkFmsgItem } from "../../../messages/generic/devlink/health.ts";
import { DEVLINK_VALUE_TYPES } from "../../../messages/generic/devlink/values.ts";
import { FamilyKernel } from "../../support/generic_kernel.ts";

const key = { device: "pci/0000:01:00.0", name: "tx", port: 2 };
const attributes = {
  busName: "pci",
  devName: "0000:01:00.0",
  portIndex: 2,
  healthReporterName: "tx",
};

const START = { objNestStart: true } as const;
const ARRAY = { arrNestStart: true } as const;
const END = { nestEnd: true } as const;

function pair(name: string, ...value: DevlinkFmsgItem[]): DevlinkFmsgItem[] {
  return [{ pairNestStart: true }, { objName: name }, ...value, END];
}

function value(
  type: keyof typeof DEVLINK_VALUE_TYPES,
  ...bytes: number[]
): DevlinkFmsgItem[] {
  return [
    { objValueType: DEVLINK_VALUE_TYPES[type] },
    { objValueData: Uint8Array.from(bytes) },
  ];
}

function read(...messages: DevlinkFmsgItem[][]) {
  return readFindings(messages.map((fmsg) => ({
    cmd: 0,
    version: 1,
    reserved: 0,
    attributes: { fmsg },
  })));
}

Deno.test("readFindings() reads values of all types", () => {
  assertEquals(
    read([
      START,
      ...pair("on", ...value("flag", 1)),
      ...pair("off", ...value("flag", 0)),
      ...pair("there", ...value("flag")),
      ...pair("small", ...value("u8", 7)),
      ...pair("number", ...value("u32", 1, 1, 0, 0)),
      ...pair("large", ...value("u64", 0, 0, 0, 0, 0, 1, 0, 0)),
      ...pair("words", ...value("text", 111, 107, 0)),
      ...pair("bytes", ...value("binary", 1, 2)),
      END,
    ]),
    {
      on: true,
      off: false,
      there: true,
      small: 7,
      number: 257,
      large: 2n ** 40n,
      words: "ok",
      bytes: Uint8Array.of(1, 2),
    },
  );
});

Deno.test("readFindings() reads arrays and objects, over several messages", () => {
  assertEquals(
    read(
      [
        START,
        ...pair("numbers", ARRAY, ...value("u8", 1), ...value("u8", 2))
          .slice(0, -1),
      ],
      [END, END, ...pair("inner", START, ...pair("x", ...value("u8", 3)), END)],
      [
        ...pair(
          "list",
          ARRAY,
          ...[START, ...pair("y", ...value("u8", 4)), END],
          ...pair("z", ...value("u8", 5)),
          END,
        ),
        END,
      ],
    ),
    {
      numbers: [1, 2],
      inner: { x: 3 },
      list: [{ y: 4 }, { z: 5 }],
    },
  );
});

Deno.test("readFindings() reads what is not complete", () => {
  assertEquals(read([END, END, ...value("u8", 1)]), { "": 1 });
  assertEquals(read([...value("u32", 1)]), { "": 1 });
  assertEquals(read([...value("u64-array", 1, 0, 0, 0, 0, 0, 0, 0)]), {
    "": [1n],
  } as never);
  assertEquals(
    read([{ objValueType: 99 }, { objValueData: Uint8Array.of(5) }]),
    {
      "": Uint8Array.of(5),
    },
  );
  assertEquals(read([]), {});
});

Deno.test("DevlinkReporters sends commands", async () => {
  const kernel = new FamilyKernel(
    "devlink",
    ({ cmd }) =>
      cmd === DEVLINK_CMD_HEALTH_REPORTER_DUMP_GET
        ? [
          { attributes: { fmsg: pair("a", ...value("u8", 1)) } },
          { attributes: { fmsg: pair("b", ...value("u8", 2)) } },
        ]
        : [],
  );
  const { reporters } = kernel.generic.devlink;
  assertEquals(await reporters.dump(key), { a: 1, b: 2 });
  await reporters.recover(key);
  await reporters.test(key);
  await reporters.clearDump(key);
  assertEquals(
    kernel.requests,
    [
      DEVLINK_CMD_HEALTH_REPORTER_DUMP_GET,
      DEVLINK_CMD_HEALTH_REPORTER_RECOVER,
      DEVLINK_CMD_HEALTH_REPORTER_TEST,
      DEVLINK_CMD_HEALTH_REPORTER_DUMP_CLEAR,
    ].map((cmd, i) => ({ cmd, dump: i === 0, attributes })),
  );
  kernel.answer = () => 95;
  for (
    const [verb, words] of [
      ["recover", "recover health reporter"],
      ["test", "test health reporter"],
      ["diagnose", "diagnose health reporter"],
      ["dump", "dump health reporter"],
      ["clearDump", "clear dump of health reporter"],
    ] as const
  ) {
    await assertRejects(
      () => reporters[verb](key),
      Error,
      `Cannot ${words} tx of pci/0000:01:00.0/2: EOPNOTSUPP`,
    );
  }
});

Deno.test("DevlinkReporters.get() reads when a dump was made", async () => {
  const kernel = new FamilyKernel("devlink", () => [{
    attributes: {
      ...attributes,
      healthReporter: {
        name: "tx",
        state: 1,
        errCount: 3n,
        recoverCount: 2n,
        dumpTsNs: 1_700_000_000_123_000_000n,
        burstPeriod: 1500n,
      },
    },
  }]);
  const { reporters } = kernel.generic.devlink;
  const { message: _, ...read } = await reporters.get(key);
  assertEquals(read, {
    ...key,
    state: "error",
    errors: 3,
    recoveries: 2,
    dumped: new Date(1_700_000_000_123),
    burstPeriod: 1.5,
  });
  await reporters.set(key, { burstPeriod: 0.25, autoDump: true });
  assertEquals(kernel.last?.attributes, {
    ...attributes,
    healthReporterBurstPeriod: 250n,
    healthReporterAutoDump: 1,
  });
});
