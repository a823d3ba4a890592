import { assert, assertEquals } from "@std/assert";
import {
  completionsOf,
  nextArguments,
} from "../../../cli/completion/states.ts";
import { programForm } from "../../../cli/help/mod.ts";
import { type Node, nodeOf } from "../../../cli/help/notation.ts";
import type { Form } from "../../../cli/parse/form.ts";
import { ip, run } from "../../support/ip.ts";
import { PROGRAMS } from "../../support/programs.ts";
import type { Program } from "../../../cli/runtime/context.ts";
import type { Io } from "../../../cli/runtime/io.ts";

/** A word that is no keyword anywhere. */
const SOMETHING = "§";
/** How far command lines are followed; a peer of a link is a link again. */
const LONGEST = 8;

async function next(form: Form, ...words: string[]): Promise<string[]> {
  const { keywords, variables } = await nextArguments(nodeOf(form), words);
  return [
    ...keywords.flatMap((spellings) => completionsOf(spellings, "")),
    ...variables.map(({ name }) => name),
  ];
}

Deno.test("nextArguments() follows options in any order", async () => {
  const form: Form = {
    options: { "mtu*": { form: "SIZE" }, "up": {}, "dev": { form: "DEV" } },
  };
  const all = ["mtu", "up", "dev"];
  assertEquals(await next(form), all);
  assertEquals(await next(form, "up"), all);
  assertEquals(await next(form, "mt"), ["SIZE"]);
  assertEquals(await next(form, "mt", "1400", "up"), all);
  assertEquals(await next(form, "up", "de"), []);
});

Deno.test("nextArguments() follows what may be missing, and what may come again", async () => {
  const form = "a [ b | c PLACE ] { e | f } ... g";
  assertEquals(await next(form), ["a"]);
  assertEquals(await next(form, "a"), ["b", "c", "e", "f"]);
  assertEquals(await next(form, "a", "c"), ["PLACE"]);
  assertEquals(await next(form, "a", "c", "x", "f"), ["e", "f", "g"]);
  assertEquals(await next(form, "a", "e", "g"), []);
});

Deno.test("nextArguments() takes a keyword for an argument nowhere", async () => {
  const form: Form = { anyOrder: ["[ to ] ADDRESS", { options: { up: {} } }] };
  assertEquals(await next(form, "to"), ["ADDRESS"]);
  assertEquals(await next(form, "up"), ["up", "to", "ADDRESS"]);
});

Deno.test("nextArguments() goes on after a word on which depends what follows", async () => {
  const form: Form = [
    { name: "TYPE", cases: { a: "x", b: () => Promise.resolve("[ y ]") } },
    "z",
  ];
  assertEquals(await next(form), ["a", "b"]);
  assertEquals(await next(form, "a"), ["x"]);
  assertEquals(await next(form, "b"), ["y", "z"]);
  assertEquals(await next(form, "nonsense"), []);
});

Deno.test("nextArguments() ends with forms that contain themselves", async () => {
  const form: Form = { anyOrder: [{ maybe: "[ a ]" }, { many: "[ b ]" }] };
  assertEquals(await next(form, "a", "b"), ["b", "a"]);
});

Deno.test("completionsOf() offers other spellings once they are begun", () => {
  assertEquals(completionsOf("broadcast* brd", ""), ["broadcast"]);
  assertEquals(completionsOf("broadcast* brd", "br"), ["broadcast", "brd"]);
  assertEquals(completionsOf("broadcast* brd", "brd"), ["brd"]);
  assertEquals(completionsOf("broadcast* brd", "x"), []);
});

/** Keywords that lead past a part of a form. */
async function past(node: Node): Promise<string[]> {
  switch (node.type) {
    case "later":
      return await past(await node.load());
    case "sequence":
      return (await Promise.all(node.items.map(past))).flat();
    case "one":
      return await past(node.items[0]!);
    case "many":
      return await past(node.item);
    case "keyword":
      return [first(node.spellings), ...await past(node.after())];
    case "variable":
      return node.means === undefined || node.from !== undefined
        ? [SOMETHING]
        : await past(node.means());
    case "choice": {
      const [word, after] = node.cases[0]!;
      return [word, ...await past(after)];
    }
    default:
      return [];
  }
}

function first(spellings: string): string {
  return spellings.split(" ")[0]!.replaceAll("*", "");
}

/** Calls for each keyword of a form, with the words that lead to it. */
async function walk(
  node: Node,
  before: readonly string[],
  visit: (before: readonly string[], spellings: string) => Promise<void>,
): Promise<void> {
  if (before.length > LONGEST) return;
  switch (node.type) {
    case "later":
      return await walk(await node.load(), before, visit);
    case "sequence": {
      let words = before;
      for (const item of node.items) {
        await walk(item, words, visit);
        words = [...words, ...await past(item)];
      }
      return;
    }
    case "one":
    case "options":
    case "anyOrder":
      for (const item of node.items) await walk(item, before, visit);
      return;
    case "maybe":
    case "many":
      return await walk(node.item, before, visit);
    case "keyword":
      await visit(before, node.spellings);
      return await walk(
        node.after(),
        [...before, first(node.spellings)],
        visit,
      );
    case "variable":
      if (node.means !== undefined) await walk(node.means(), before, visit);
      return;
    case "choice":
      for (const [word, after] of node.cases) {
        await visit(before, word);
        await walk(after, [...before, word], visit);
      }
  }
}

Deno.test("Words of tunnels over IPv4 and IPv6 are offered, as the mode may follow", async () => {
  const words = ["tunnel", "add", "name", "t0"];
  const offered = await next(programForm(ip), ...words);
  for (const word of ["ttl", "encaplimit", "nopmtudisc", "flowlabel"]) {
    assert(offered.includes(word), word);
  }
  const modes = await next(programForm(ip), ...words, "mode");
  for (const mode of ["sit", "isatap", "ip6gre", "vti6"]) {
    assert(modes.includes(mode), mode);
  }
});

Deno.test("Every word of every command and link kind is offered in its place", async () => {
  assert(await countOffered(ip) > 2000);
});

for (const program of Object.values(PROGRAMS)) {
  if (program === ip) continue;
  Deno.test(`Every word of ${program.name} is offered in its place`, async () => {
    assert(await countOffered(program) > 10);
  });
}

/** Counts the words of a program, each of which has to be offered. */
async function countOffered(program: Program): Promise<number> {
  const form = nodeOf(programForm(program));
  const missing: string[] = [];
  let count = 0;
  await walk(form, [], async (before, spellings) => {
    count++;
    const { keywords } = await nextArguments(form, before);
    for (const spelling of spellings.replaceAll("*", "").split(" ")) {
      const offered = keywords.flatMap((each) => completionsOf(each, spelling));
      if (!offered.includes(spelling)) {
        missing.push([...before, spelling].join(" "));
      }
    }
  });
  assertEquals(missing, []);
  return count;
}

/** Runs `completions` without any kernel, in a world of some files. */
async function completions(...words: string[]): Promise<[number, string]> {
  let text = "";
  const io: Io = {
    isTerminal: false,
    inputIsTerminal: false,
    out: (more) => void (text += more),
    err: (more) => void (text += more),
    lines: () => [],
    input: () => new Uint8Array(),
    env: () => undefined,
    mayRead: () => true,
    readTextFile: (path) =>
      path === "/etc/iproute2/rt_tables" ? "7 blue\n" : undefined,
    readDirectory: () => [],
    lookup: {
      protocolNumber: () => undefined,
      protocolName: () => undefined,
      hostName: () => undefined,
    },
  };
  const code = await run(["completions", ...words], io, () => {
    throw new Error("there is no kernel");
  });
  return [code, text];
}

Deno.test("completions --complete offers names of tables and words", async () => {
  const ask = async (...words: string[]) => {
    const [code, text] = await completions("--complete", "--", ...words);
    assertEquals(code, 0);
    return text.trimEnd().split("\n");
  };
  assertEquals(await ask("route", "show", "table", "b"), ["blue"]);
  assertEquals(await ask("-4", "rou"), ["route"]);
  assertEquals(await ask("-b", ""), [":file"]);
  assertEquals(await ask("-f", "inet"), ["inet", "inet6"]);
  // Without a kernel there are no devices, and no errors either.
  assertEquals(await ask("link", "set", "dev", ""), [""]);
  assertEquals(await ask(), await ask(""));
});

Deno.test("completions refuses shells and names that it cannot write for", async () => {
  assertEquals(await completions("csh"), [
    255,
    'Cannot complete in shell "csh": it is none of bash, zsh, fish\n',
  ]);
  assertEquals(await completions("bash", "a;b"), [
    255,
    'Cannot complete for "a;b": it is not the name of a program\n',
  ]);
  const [code, usage] = await completions();
  assertEquals(code, 255);
  assert(usage.startsWith("Usage: ip completions"), usage);
});
