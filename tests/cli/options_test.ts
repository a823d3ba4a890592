import { assertEquals, assertThrows } from "@std/assert";
import { CommandError } from "../../cli/parse/errors.ts";
import { defaultOptions, parseOptions } from "../../cli/runtime/options.ts";

function changed(...words: string[]): Record<string, unknown> {
  const { options } = parseOptions(words);
  const before = Object.entries(defaultOptions());
  return Object.fromEntries(
    Object.entries(options).filter(([key, value]) =>
      !before.some(([other, same]) => key === other && value === same)
    ),
  );
}

Deno.test("parseOptions() stops at the first word that is no option", () => {
  const { options, rest } = parseOptions(["-s", "link", "-d"]);
  assertEquals(options.stats, 1);
  assertEquals(rest, ["link", "-d"]);
  assertEquals(parseOptions(["--", "-s"]).rest, ["-s"]);
});

Deno.test("parseOptions() takes the start of an option in the order of ip", () => {
  assertEquals(changed("-s", "-s"), { stats: 2 });
  assertEquals(changed("-h"), { human: 1 });
  assertEquals(changed("-b", "file"), { batch: "file" });
  assertEquals(changed("-br"), { brief: true });
  assertEquals(changed("-n", "blue"), { netns: "blue" });
  assertEquals(changed("-N"), { numeric: true });
  assertEquals(changed("-r"), { resolve: true });
  assertEquals(changed("-rc", "4096"), { receiveBuffer: 4096 });
  assertEquals(changed("-t"), { timestamp: true });
  assertEquals(changed("-ts"), { timestamp: true, timestampShort: true });
  assertEquals(changed("-fo"), { force: true });
  assertEquals(changed("--json", "-p"), { json: true, pretty: true });
  assertEquals(changed("-f", "inet6"), { family: 10 });
  assertEquals(changed("-B"), { family: 7 });
  assertEquals(changed("-l", "3"), { loops: 3 });
  assertEquals(changed("-iec", "-o", "-a"), {
    iec: true,
    oneline: true,
    all: true,
  });
  assertEquals(changed("-echo"), { echo: true });
});

Deno.test("parseOptions() decides when to color", () => {
  assertEquals(changed("-c"), { color: "always" });
  assertEquals(changed("-color=auto"), { color: "auto" });
  assertEquals(changed("-c=never"), {});
});

function failure(...words: string[]): [number, string, help?: unknown] {
  const error = assertThrows(() => parseOptions(words), CommandError);
  const { code, message, help } = error;
  return help === undefined ? [code, message] : [code, message, help];
}

Deno.test("parseOptions() reports what is wrong", () => {
  assertEquals(failure("-x"), [
    255,
    'Option "-x" is unknown, try "ip -help".\n',
  ]);
  assertEquals(failure("-f", "x"), [
    255,
    'Error: argument "x" is wrong: invalid protocol family\n',
  ]);
  assertEquals(failure("-rc", "x"), [255, "Invalid rcvbuf size 'x'\n"]);
  assertEquals(failure("-n"), [
    255,
    'Cannot open network namespace "(null)": No such file or directory\n',
  ]);
  assertEquals(failure("-b"), [
    255,
    'Error: argument "batch file" is required\n',
  ]);
  assertEquals(failure("-help"), [255, "", ""]);
  assertEquals(failure("-c=blue")[0], 255);
});
