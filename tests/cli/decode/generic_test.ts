import { assertEquals, assertStringIncludes } from "@std/assert";
import { Connection } from "@netlink/netlink/api";
import type { Open } from "../../../cli/runtime/context.ts";
import {
  type Codec,
  message,
  struct,
  u16,
  u32,
  u8,
} from "../../../messages/codec/mod.ts";
import { controlMessage } from "../../../messages/generic/control.ts";
import {
  ETHTOOL_MSG_RINGS_GET_REPLY,
  ETHTOOL_MSG_RINGS_SET,
} from "../../../messages/generic/ethtool/commands.ts";
import { ethtoolRings } from "../../../messages/generic/ethtool/queues.ts";
import { FOU_CMD_ADD, fouMessage } from "../../../messages/generic/fou.ts";
import { genericMessage } from "../../../messages/generic/header.ts";
import { NLM_F_REQUEST, NLMSG_ERROR } from "../../../messages/header.ts";
import { parseHex } from "../../../tools/capture/fixture.ts";
import { SpecCodecs } from "../../../ynl/compile/compile.ts";
import {
  datagram,
  done,
  FakeKernel,
  object,
} from "../../support/fake_kernel.ts";
import { run } from "../../support/ip.ts";
import { testIo } from "../../support/io.ts";
import { TRIAL_DOCUMENT, trialSpec } from "../../support/trial_spec.ts";

const ID = 40;
const FILES = { "trial.yaml": JSON.stringify(TRIAL_DOCUMENT) };
const noKernel: Open = () => Promise.reject(new Error("there is no kernel"));

/** What `ip decode` prints for datagrams of generic netlink. */
async function decode(
  datagrams: readonly Uint8Array[],
  { open = noKernel, specs = [] }: { open?: Open; specs?: string[] } = {},
): Promise<string> {
  const input = new TextEncoder().encode(
    datagrams.map((each) => each.toHex()).join("\n\n"),
  );
  const io = testIo({ input, files: FILES });
  const words = specs.flatMap((spec) => ["--spec", spec]);
  const code = await run(["decode", "--protocol", "16", ...words], io, open);
  assertEquals([code, io.errors], [0, ""]);
  return new TextDecoder().decode(io.written);
}

const family = (name: string) =>
  object({ sequence: 1 }, controlMessage, {
    cmd: 1,
    version: 2,
    reserved: 0,
    attributes: { familyId: ID, familyName: name },
  }, { flags: 0 });

const fou = object({ sequence: 2 }, fouMessage, {
  cmd: FOU_CMD_ADD,
  version: 1,
  reserved: 0,
  attributes: { port: 5555 },
}, { type: ID, flags: NLM_F_REQUEST });

function trial(name: string, flags: number): Uint8Array<ArrayBuffer> {
  const operation = trialSpec.operations.list.find((o) => o.name === name)!;
  return object({ sequence: 3 }, new SpecCodecs(trialSpec).message(operation), {
    cmd: operation.replyValue,
    version: 3,
    reserved: 0,
    attributes: {
      name: "oak",
      color: "green",
      kind: "apple",
      apple: { seeds: 3 },
    },
  }, { type: ID, flags });
}

Deno.test("ip decode has the names of families from the controller's answers", async () => {
  // Also those that come later.
  for (const datagrams of [[family("fou"), fou], [fou, family("fou")]]) {
    const text = await decode(datagrams);
    assertStringIncludes(text, `# fou command ${FOU_CMD_ADD}\n`);
    assertStringIncludes(text, "type: 40 (0x28) = fou command 1\n");
    assertStringIncludes(text, "port (FOU_ATTR_PORT 1)");
    assertStringIncludes(text, "# nlctrl command 1\n");
  }
});

Deno.test("ip decode has the names of families from the running kernel", async () => {
  const kernel = new FakeKernel((request) => [
    datagram(
      object(request, controlMessage, {
        cmd: 1,
        version: 2,
        reserved: 0,
        attributes: { familyId: ID, familyName: "fou" },
      }),
      done(request),
    ),
  ]);
  const open: Open = () => Promise.resolve(new Connection(kernel));
  assertStringIncludes(await decode([fou], { open }), "# fou command 1\n");
  // It is asked only if something has no name.
  const before = kernel.requests.length;
  await decode([family("fou"), fou], { open });
  assertEquals(kernel.requests.length, before);
});

Deno.test("ip decode explains what tasks, clocks and handshakes have", async () => {
  for (
    const [name, ...parts] of [
      ["TASKSTATS", "pid (TASKSTATS_CMD_ATTR_PID 1)", 'acComm: "init"'],
      ["dpll", "id (DPLL_A_ID 1)", "boardLabel (DPLL_A_PIN_BOARD_LABEL 6)"],
      ["handshake", "handlerClass (HANDSHAKE_A_ACCEPT_HANDLER_CLASS 2)"],
    ] as const
  ) {
    const url = new URL(
      `../../fixtures/generic/${name}.hex`,
      import.meta.url,
    );
    const datagrams = parseHex(Deno.readTextFileSync(url));
    for (const bytes of datagrams) {
      const view = new DataView(bytes.buffer);
      if (view.getUint16(4, true) !== NLMSG_ERROR) {
        view.setUint16(4, ID, true);
      }
    }
    const text = await decode([family(name), ...datagrams]);
    for (const part of [`# ${name} command 2\n`, ...parts]) {
      assertStringIncludes(text, part);
    }
  }
});

Deno.test("ip decode shows families without a name as bytes", async () => {
  assertStringIncludes(await decode([fou]), "# message type 40\n");
});

Deno.test("ip decode --spec explains requests, replies and events", async () => {
  const datagrams = [
    family("trial"),
    trial("plant", NLM_F_REQUEST),
    trial("changed", 0),
  ];
  const text = await decode(datagrams, { specs: ["trial.yaml"] });
  for (
    const line of [
      "# trial plant\n",
      "# trial changed\n",
      'value: "green"\n',
      "seeds (TRIAL_A_FRUIT_SEEDS 1)\n",
    ]
  ) assertStringIncludes(text, line);
});

Deno.test("ip decode --spec explains protocols with fixed types", async () => {
  const raw = {
    name: "raw",
    protocol: "netlink-raw",
    protonum: 4,
    definitions: [{
      name: "head",
      type: "struct",
      members: [{ name: "first", type: "u8" }],
    }],
    "attribute-sets": [{
      name: "set",
      attributes: [{ name: "size", type: "u32" }],
    }],
    operations: {
      "enum-model": "directional",
      "fixed-header": "head",
      list: [{
        name: "getthing",
        "attribute-set": "set",
        do: { request: { value: 30 }, reply: { value: 28 } },
      }],
    },
  };
  const codec: Codec<unknown> = message(
    struct<{ first: number }>({ first: u8 }),
    struct<{ length: number; type: number; size: number }>({
      length: u16,
      type: u16,
      size: u32,
    }),
  ) as unknown as Codec<unknown>;
  const bytes = object({ sequence: 1 }, codec, {
    first: 7,
    attributes: { length: 8, type: 1, size: 9 },
  }, { type: 28, flags: 0 });
  const io = testIo({
    input: new TextEncoder().encode(bytes.toHex()),
    files: { "raw.json": JSON.stringify(raw) },
  });
  const words = ["decode", "--protocol", "4", "--spec", "raw.json"];
  assertEquals(await run(words, io, noKernel), 0);
  const text = new TextDecoder().decode(io.written);
  assertStringIncludes(text, "# raw getthing\n");
  assertStringIncludes(text, "size (RAW_A_SET_SIZE 1)\n");
});

Deno.test("ip decode reports specifications that it cannot read", async () => {
  for (
    const [file, text, message] of [
      [
        "none.yaml",
        undefined,
        'Cannot open "none.yaml": there is no such file\n',
      ],
      [
        "a.json",
        "{}",
        "Cannot read specification of a family: it has no name\n",
      ],
    ] as const
  ) {
    const io = testIo({
      input: new TextEncoder().encode(fou.toHex()),
      files: text === undefined ? {} : { [file]: text },
    });
    const code = await run(["decode", "--spec", file], io, noKernel);
    assertEquals([code, io.errors], [1, message]);
  }
});

Deno.test("ip decode explains commands that have attributes of their own", async () => {
  const rings = genericMessage(ethtoolRings);
  const attributes = { header: { devIndex: 7 }, rx: 512 };
  const request = object({ sequence: 2 }, rings, {
    cmd: ETHTOOL_MSG_RINGS_SET,
    version: 1,
    reserved: 0,
    attributes,
  }, { type: ID, flags: NLM_F_REQUEST });
  // The same number is that of another command where the kernel sends it.
  const reply = object({ sequence: 2 }, rings, {
    cmd: ETHTOOL_MSG_RINGS_GET_REPLY,
    version: 1,
    reserved: 0,
    attributes,
  }, { type: ID, flags: 0 });
  assertEquals(ETHTOOL_MSG_RINGS_SET, ETHTOOL_MSG_RINGS_GET_REPLY);
  const text = await decode([family("ethtool"), request, reply]);
  assertStringIncludes(text, "ethtool command 16");
  assertEquals(text.match(/rx \(ETHTOOL_A_RINGS_RX 6\)/g)?.length, 2);
});
