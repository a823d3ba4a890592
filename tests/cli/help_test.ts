import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { findCommand, objectNames } from "../../cli/program.ts";
import { ip } from "../support/ip.ts";
import { programOf, PROGRAMS } from "../support/programs.ts";
import type { Program } from "../../cli/runtime/context.ts";
import { usageText } from "../../cli/help/mod.ts";
import { parseNotation } from "../../cli/help/notation.ts";
import { usageOf } from "../../cli/help/usage.ts";
import { KIND_NAMES } from "../../cli/objects/link/kinds/mod.ts";
import type { Form } from "../../cli/parse/form.ts";
import type { Grammar } from "../../cli/parse/grammar.ts";
import { onOff } from "../../cli/parse/choices.ts";
import { number, takes, value } from "../../cli/parse/grammar.ts";
import { parseCases } from "../differential/case.ts";
import { missingWords, wordsOfUsage } from "../differential/compare.ts";

interface Spec {
  up: boolean;
  mtu: number;
  isOn: boolean;
}

const GRAMMAR: Grammar<Spec> = {
  "up": value("up", true),
  "mtu*": number("mtu", 32, "mtu is invalid"),
  "learn* l": onOff("isOn", "learn"),
  "help*": () => {},
};

Deno.test("usageOf() lists the words of a grammar with their arguments", async () => {
  assertEquals(
    await usageOf("ip x", { options: GRAMMAR }),
    "Usage: ip x [ up ] [ mtu MTU ] [ learn|l { on | off } ]\n",
  );
});

Deno.test("usageOf() gives verbs lines, and one to those with the same form", async () => {
  const form = { name: "PLACE", means: "{ here | there }" };
  const verb = (form: Form) => () => Promise.resolve({ form });
  assertEquals(
    await usageOf("ip x", {
      verbs: {
        "add*": verb(form),
        "show* list*": verb([]),
        "del*": verb(form),
      },
    }),
    `\
Usage: ip x { add | del } PLACE
       ip x show|list
       PLACE := { here | there }
`,
  );
});

Deno.test("usageOf() breaks lines, and not after brackets", async () => {
  const names = Array.from({ length: 20 }, (_, at) => `[ option${at} VALUE ]`);
  const usage = await usageOf("ip x", `vf { ${names.join(" ")} | none }`);
  for (const line of usage.trimEnd().split("\n")) {
    assert(line.length <= 80, line);
    assertEquals(/[[{]$|^ *[\]}]/.test(line), false, line);
  }
  assertEquals(
    wordsOfUsage(usage).size,
    20 + "ip x vf VALUE none".split(" ").length,
  );
});

for (const kind of KIND_NAMES) {
  Deno.test(`ip link help ${kind} fits in lines, and gives each name one meaning`, async () => {
    checkLayout(await usageText({ kind }, ip));
  });
}

Deno.test("takes() leaves words that have a form as they are", () => {
  const word = number<Spec>("mtu", 32, "");
  const other = takes("VALUE", word);
  assertEquals(word.form, {});
  assertEquals(other.form, "VALUE");
});

Deno.test("parseNotation() refuses what is not closed", async () => {
  await assertRejects(
    () => Promise.resolve().then(() => parseNotation("{ a | b")),
    SyntaxError,
    '"}" is missing',
  );
});

Deno.test("The usage of each program lists the objects that there are", async () => {
  for (const program of Object.values(PROGRAMS)) {
    const usage = await usageText("", program);
    const [, list = ""] = /OBJECT := \{([^}]*)\}/.exec(usage) ?? [];
    const names = list.split("|").map((name) => name.trim());
    assertEquals(names, objectNames(program));
    assertEquals(names.includes("completions"), true);
  }
  for (const name of ["decode", "rtmon", "route"]) {
    assertEquals(objectNames(ip).includes(name), true);
  }
});

Deno.test("usageText() calls an object by one name, which scripts look for", async () => {
  for (const object of ["neigh", "ntable", "tuntap", "tcp_metrics"]) {
    const usage = await usageText(object, ip);
    const [line = "", ...more] = usage.split("\n");
    const name = `ip ${object} `;
    assert(line.startsWith(`Usage: ${name}`), line);
    for (const other of more.filter((text) => /^ {7}ip /.test(text))) {
      assert(other.startsWith(name, 7), other);
    }
  }
  assertMatch(await usageText("neigh", ip), /^ {7}ip neigh get /m);
});

function checkLayout(usage: string): void {
  assert(/^Usage: ([a-z]+|\.\.\.) /.test(usage), usage);
  for (const line of usage.split("\n")) assert(line.length <= 80, line);
  const names = [...usage.matchAll(/^ {7}(\S.*) :=/gm)].map(([, name]) => name);
  assertEquals(names, [...new Set(names)]);
  // What is empty has lost its form.
  assertEquals(/undefined|\[ +\]|\{ +\}/.exec(usage)?.[0], undefined);
}

for (const program of Object.values(PROGRAMS)) {
  for (const object of objectNames(program).filter((name) => name !== "help")) {
    Deno.test(`${program.name} ${object} help fits in lines, and gives each name one meaning`, async () => {
      assertEquals(typeof findCommand(program, object), "function");
      checkLayout(await usageText(object, program));
    });
  }
}

/** The command lines of the differential cases of a program. */
function* commandLines(program: Program): Generator<readonly string[]> {
  const folder = new URL("../differential/cases/", import.meta.url);
  for (const { name } of Deno.readDirSync(folder)) {
    if (programOf(name) !== program) continue;
    const text = Deno.readTextFileSync(new URL(name, folder));
    for (const { steps } of parseCases(text)) {
      for (const step of steps) if ("words" in step) yield step.words;
    }
  }
}

/** The words of the command lines that ask for a usage. */
function wordsWithHelp(program: Program): Set<string> {
  const asked = new Set<string>();
  for (const words of commandLines(program)) {
    if (words.includes("help")) words.forEach((word) => asked.add(word));
  }
  return asked;
}

for (const program of Object.values(PROGRAMS)) {
  Deno.test(`The usage of each object of ${program.name} is compared with that of the original`, () => {
    const loads = (name: string) => `${findCommand(program, name)}`;
    const asked = new Set([...wordsWithHelp(program)].map(loads));
    const missing = objectNames(program).filter((name) =>
      !Object.hasOwn(program.own, name) && !asked.has(loads(name))
    );
    assertEquals(missing, []);
  });
}

Deno.test("The usage of each link kind is compared with that of ip", () => {
  const asked = wordsWithHelp(ip);
  assertEquals(KIND_NAMES.filter((name) => !asked.has(name)), []);
});

Deno.test("missingWords() counts words that are cut short, and no others", () => {
  assertEquals(missingWords("Usage: ip x del NAME", "ip x delete NAME"), []);
  assertEquals(missingWords("Usage: ip x [ to ] IP", "ip x total ID"), [
    "to",
    "IP",
  ]);
  assertEquals(missingWords("-h[uman]", "-human-readable|-human"), []);
});
