import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { Connection } from "@netlink/netlink/api";
import { controlMessage, NLM_F_CREATE } from "@netlink/netlink/messages";
import { run } from "../../../cli/main.ts";
import { program as ip } from "../../../cli/ip/program.ts";
import { program as ynl } from "../../../cli/ynl/program.ts";
import { formatJson, parseJson } from "../../../cli/ynl/json.ts";
import { SpecCodecs } from "../../../ynl/compile/compile.ts";
import {
  ack,
  datagram,
  done,
  FakeKernel,
  type FakeRequest,
  object,
} from "../../support/fake_kernel.ts";
import { testIo } from "../../support/io.ts";
import { TRIAL_DOCUMENT, trialSpec } from "../../support/trial_spec.ts";

const ID = 30;
const FILES = {
  "trial.yaml": `# SPDX-License-Identifier: MIT\n${
    JSON.stringify(TRIAL_DOCUMENT, undefined, 1)
  }`,
  "empty.yaml": "",
  "wrong.yaml": "a: [",
};
const tree = new SpecCodecs(trialSpec).message(trialSpec.operations.list[0]!);

function answer(request: FakeRequest): Uint8Array<ArrayBuffer>[] {
  if (request.type !== ID) {
    const attributes = { familyId: ID, familyName: "trial" };
    const message = { cmd: 1, version: 2, reserved: 0, attributes };
    return [object(request, controlMessage, message, { flags: 0 })];
  }
  const attributes = {
    index: 1,
    total: 2n ** 60n,
    data: Uint8Array.of(1, 255),
    colors: ["red", "blue"],
    branch: [{ name: "a" }],
  };
  const message = { cmd: 1, version: 3, reserved: 0, attributes };
  const type = { type: ID };
  return (request.flags & 0x300) === 0x300
    ? [object(request, tree, message, type), done(request)]
    : request.bytes[16] === 1
    ? [object(request, tree, message, { ...type, flags: 0 }), ack(request)]
    : [ack(request, 1)];
}

/** Runs a command line with the family, and returns what it came to. */
async function outcome(...args: string[]) {
  const fake = new FakeKernel((request) => [datagram(...answer(request))]);
  const io = testIo({ files: FILES });
  const code = await run(
    ynl,
    args,
    io,
    () => Promise.resolve(new Connection(fake)),
  );
  const text = new TextDecoder().decode(io.written);
  return { code, text, errors: io.errors, fake };
}

const TREE = `{
  "index": 1,
  "total": 1152921504606846976,
  "data": "01ff",
  "colors": ["red", "blue"],
  "branch": [
    {
      "name": "a"
    }
  ]
}`;

Deno.test("ynl prints what do returns as JSON", async () => {
  const { code, text, errors, fake } = await outcome(
    "trial.yaml",
    "do",
    "get",
    '{"index":1}',
    "create",
  );
  assertEquals([code, text, errors], [0, `${TREE}\n`, ""]);
  assertEquals(fake.requests.at(-1)!.flags & NLM_F_CREATE, NLM_F_CREATE);
});

Deno.test("ynl prints what dump returns as a list", async () => {
  const { code, text } = await outcome("trial.yaml", "dump", "get");
  const indented = TREE.replaceAll("\n", "\n  ");
  assertEquals([code, text], [0, `[\n  ${indented}\n]\n`]);
});

Deno.test("ynl ends with the kernel's error", async () => {
  const { code, text, errors } = await outcome("trial.yaml", "do", "plant");
  assertEquals(
    [code, text, errors],
    [2, "", "RTNETLINK answers: Operation not permitted\n"],
  );
});

Deno.test("ynl reports what is wrong with a command line", async () => {
  const cases: [string[], string][] = [
    [["none.yaml", "do", "get"], 'Cannot open "none.yaml": '],
    [
      ["empty.yaml", "do", "get"],
      "Cannot read specification of a family: it has no name",
    ],
    [["wrong.yaml", "do", "get"], "Cannot read specification wrong.yaml: "],
    [
      ["trial.yaml"],
      'Cannot run "": it is none of do, dump, events, describe, types',
    ],
    [["trial.yaml", "dump"], "Cannot dump: an operation is missing"],
    [
      ["trial.yaml", "do", "gte"],
      "Cannot do gte of trial: there is no such operation; the nearest is get",
    ],
    [["trial.yaml", "do", "get", "{"], "Cannot read the argument as JSON: "],
    [
      ["trial.yaml", "do", "get", '{"indx":1}'],
      "there is no attribute indx in tree; the nearest is index",
    ],
    [["trial.yaml", "do", "get", '{"index":0}'], "index is 0, and at least 1"],
    [
      ["types", "trial.yaml", "x"],
      'Cannot take "x": it is one argument too many',
    ],
    [["trial.yaml", "events", "x"], "Cannot watch trial: there is no group x"],
  ];
  for (const [args, message] of cases) {
    const { code, text, errors, fake } = await outcome(...args);
    assertEquals([code, text], [1, ""], args.join(" "));
    assertStringIncludes(errors, message);
    const asked = fake.requests.filter(({ type }) => type === ID);
    assertEquals(asked, []);
  }
});

Deno.test("ynl writes types and descriptions", async () => {
  for (const args of [["types", "trial.yaml"], ["trial.yaml", "types"]]) {
    const { code, text } = await outcome(...args);
    assertEquals(code, 0);
    assertEquals(text.startsWith("// SPDX-License-Identifier: MIT\n"), true);
    assertStringIncludes(text, "export interface Trial {");
  }
  const { text } = await outcome("trial.yaml", "describe", "storm");
  assertStringIncludes(text, "storm (event), to group news\n");
  assertStringIncludes((await outcome()).text, "Usage: ynl SPEC do OPERATION");
});

Deno.test("ip ynl is ynl", async () => {
  const fake = new FakeKernel((request) => [datagram(...answer(request))]);
  const io = testIo({ files: FILES });
  const args = ["ynl", "trial.yaml", "do", "get", '{"index":1}'];
  const open = () => Promise.resolve(new Connection(fake));
  assertEquals(await run(ip, args, io, open), 0);
  assertEquals(new TextDecoder().decode(io.written), `${TREE}\n`);
});

Deno.test("parseJson() and formatJson() keep large integers", () => {
  const text = '{"a": 18446744073709551615, "b": [1.5, -3, "x", null, true]}';
  const value = parseJson(text);
  assertEquals(value, {
    a: 2n ** 64n - 1n,
    b: [1.5, -3, "x", null, true],
  });
  assertEquals(formatJson(value), text);
  assertEquals(
    formatJson({ a: undefined, b: {}, c: [] }, ""),
    '{\n  "b": {},\n  "c": []\n}',
  );
  assertThrows(() => parseJson("{"), SyntaxError);
});
