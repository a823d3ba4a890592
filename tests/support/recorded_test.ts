import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { ack, type FakeRequest, message } from "./fake_kernel.ts";
import { ip } from "./ip.ts";
import { parseRecordings, printRecordings } from "./recorded/format.ts";
import {
  comparable,
  type RecordedFile,
  type Recording,
} from "./recorded/recording.ts";
import { replay } from "./recorded/replay.ts";

/** `ip addrlabel flush`, of a kernel that has one label of its own. */
const request = message({ type: 74, flags: 0x301, sequence: 1, length: 28 });

/** A command that sends nothing. */
const quiet: Recording = {
  words: ["a b"],
  masked: [],
  sessions: [],
  inputs: new Map([["env COLORFGBG", undefined]]),
  expected: {
    code: 1,
    stdout: "",
    stderr: 'Object "a b" is unknown, try "ip help".\n',
  },
};

const odd = "a\ttab, \x1b[31m, \\u0041, \ud800 and no end";

const file: RecordedFile = {
  iproute2: "6.1",
  kernel: "6.1.176",
  cases: [
    { name: "not here", skipped: "needs kind none", lines: [] },
    {
      name: "here",
      lines: [
        quiet,
        { words: ["netns"], dropped: "calls the C library" },
        {
          words: ["-b", "$TMP/it's"],
          masked: ["a", "b"],
          sessions: [
            {
              protocol: 0,
              netns: "far",
              turns: [
                {
                  sent: request,
                  received: [
                    ack({ bytes: request, sequence: 1 } as FakeRequest),
                    message({ type: 16, sequence: 9 }),
                    new Uint8Array(),
                    Uint8Array.of(1, 2, 3),
                  ],
                },
              ],
            },
            { protocol: 16, turns: [] },
          ],
          inputs: new Map<string, string | boolean | undefined | string[]>([
            ["env COLORFGBG", "0;15"],
            ["file /none", undefined],
            ["file $TMP/it's", odd],
            ["file /two", "\none\n\ntwo"],
            ["readable /two", true],
            ["directory /three", ["x", "y z"]],
          ]),
          expected: { code: 0, stdout: `${odd}\n\n${odd}`, stderr: "\n" },
        },
      ],
    },
  ],
};

Deno.test("parseRecordings() reads what printRecordings() writes", () => {
  const read = parseRecordings(printRecordings(file));
  const line = (at: number) => read.cases[1]?.lines[at] as Recording;
  const wanted = file.cases[1]?.lines[2] as Recording;
  assertEquals(read.cases[0], file.cases[0]);
  assertEquals(line(0).expected, quiet.expected);
  assertEquals(read.cases[1]?.lines[1], file.cases[1]?.lines[1]);
  assertEquals(line(2).words, wanted.words);
  assertEquals(line(2).masked, wanted.masked);
  assertEquals(line(2).sessions, wanted.sessions);
  assertEquals(line(2).expected, wanted.expected);
  for (const [key, value] of wanted.inputs) {
    assertEquals(line(2).inputs.get(key), value, key);
  }
});

Deno.test("printRecordings() writes messages once, whatever their numbers", () => {
  const turn = (sequence: number) => ({
    sent: message({ type: 18, sequence }),
    received: [message({ type: 3, sequence })],
  });
  const sessions = [{ protocol: 0, turns: [turn(1), turn(2)] }];
  const lines = [{ ...quiet, sessions }];
  const text = printRecordings({ ...file, cases: [{ name: "a", lines }] });
  assertEquals(text.split("# messages\n")[1]?.trim().split("\n").length, 2);
  const [read] = parseRecordings(text).cases[0]?.lines ?? [];
  assertEquals((read as Recording).sessions, sessions);
});

Deno.test("parseRecordings() refuses lines that it cannot read", () => {
  const text = printRecordings(file).replace("  code 1", "  cod 1");
  assertThrows(() => parseRecordings(text), SyntaxError, "cod 1");
});

Deno.test("comparable() keeps the words of usages, and hides numbers", () => {
  assertEquals(comparable("expires 5sec", ["expires"]), "expires #sec");
  assertEquals(
    comparable("a: what?\nUsage: ip [ dev NAME ]\n  { add | del }\n", []),
    "a: what?\nUsage: NAME add del dev ip\n",
  );
});

Deno.test("replay() finds no difference where there is none", async () => {
  assertEquals(await replay(ip, quiet), undefined);
});

Deno.test("replay() reports what is different", async () => {
  const { expected } = quiet;
  const turn = { sent: request, received: [] };
  const differences: [Partial<Recording>, string][] = [
    [{ expected: { ...expected, code: 0 } }, "exit code 1, not 0"],
    [{ expected: { ...expected, stdout: "x" } }, "stdout, line 1"],
    [{ expected: { ...expected, stderr: "x" } }, "stderr, line 1"],
    [{ words: ["-b", "$TMP/x"] }, "$TMP/x"],
    [{ sessions: [{ protocol: 0, turns: [] }] }, "opens fewer sockets"],
    [{ words: ["addrlabel"] }, "opens a socket of protocol 0"],
    [
      { words: ["addrlabel"], sessions: [{ protocol: 0, turns: [turn] }] },
      "request 1, line 1",
    ],
    [
      {
        words: ["-n", "x", "addrlabel"],
        sessions: [{ protocol: 0, turns: [] }],
      },
      "opens a socket of protocol 0 in x",
    ],
  ];
  for (const [change, text] of differences) {
    assertStringIncludes(await replay(ip, { ...quiet, ...change }) ?? "", text);
  }
});
