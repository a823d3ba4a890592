import { assertEquals, assertThrows } from "@std/assert";
import { CommandError } from "../../cli/parse/errors.ts";
import { BRIDGE_OPTIONS } from "../../cli/bridge/options.ts";
import { IP_OPTIONS } from "../../cli/ip/options.ts";
import { TC_OPTIONS } from "../../cli/tc/options.ts";
import {
  defaultOptions,
  parseOptions,
  type ProgramOptions,
} from "../../cli/runtime/options.ts";

function changed(...words: string[]): Record<string, unknown> {
  return changedIn(IP_OPTIONS, ...words);
}

function changedIn(
  program: ProgramOptions,
  ...words: string[]
): Record<string, unknown> {
  const { options } = parseOptions(program, words);
  const before = Object.entries(defaultOptions());
  return Object.fromEntries(
    Object.entries(options).filter(([key, value]) =>
      !before.some(([other, same]) => key === other && value === same)
    ),
  );
}

Deno.test("parseOptions() stops at the first word that is no option", () => {
  const { options, rest } = parseOptions(IP_OPTIONS, ["-s", "link", "-d"]);
  assertEquals(options.stats, 1);
  assertEquals(rest, ["link", "-d"]);
  assertEquals(parseOptions(IP_OPTIONS, ["--", "-s"]).rest, ["-s"]);
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
  return failureIn(IP_OPTIONS, ...words);
}

function failureIn(
  program: ProgramOptions,
  ...words: string[]
): [number, string, help?: unknown] {
  const error = assertThrows(() => parseOptions(program, words), CommandError);
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

Deno.test("parseOptions() takes the start of an option in the order of bridge", () => {
  const bridge = (...words: string[]) => changedIn(BRIDGE_OPTIONS, ...words);
  assertEquals(bridge("-s", "-d", "-o", "-t"), {
    stats: 1,
    details: true,
    oneline: true,
    timestamp: true,
  });
  assertEquals(bridge("-c"), { color: "always" });
  assertEquals(bridge("-com", "--j", "-p"), {
    compressVlans: true,
    json: true,
    pretty: true,
  });
  assertEquals(bridge("-n", "blue", "-6"), { netns: "blue", family: 10 });
  assertEquals(bridge("-f", "inet", "-fo"), { family: 2, force: true });
  assertEquals(failureIn(BRIDGE_OPTIONS, "-N"), [
    255,
    'Option "-N" is unknown, try "bridge help".\n',
  ]);
  assertEquals(failureIn(BRIDGE_OPTIONS, "-b"), [255, "", ""]);
  assertEquals(failureIn(BRIDGE_OPTIONS, "-f", "mpls")[0], 255);
});

Deno.test("parseOptions() takes the start of an option in the order of tc", () => {
  const tc = (...words: string[]) => changedIn(TC_OPTIONS, ...words);
  assertEquals(tc("-s", "-d", "-r", "-g", "-N"), {
    stats: 1,
    details: true,
    raw: true,
    graph: true,
    numeric: true,
  });
  assertEquals(tc("-nm", "-c", "file", "-col"), {
    names: true,
    nameFile: "file",
    color: "always",
  });
  assertEquals(tc("-n", "blue"), { netns: "blue" });
  assertEquals(tc("-na"), { names: true });
  assertEquals(tc("-br", "-b", "file"), { brief: true, batch: "file" });
  assertEquals(failureIn(TC_OPTIONS, "--json"), [
    255,
    'Option "--json" is unknown, try "tc -help".\n',
  ]);
  assertEquals(failureIn(TC_OPTIONS, "-help"), [0, "", ""]);
});
