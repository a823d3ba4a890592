/**
 * Asks a C compiler for the values of constants and the layout of structs.
 *
 * @module
 */
import { HEADERS } from "./headers.ts";

/** What the headers use of the kernel's own. */
const MACROS = `#ifndef BIT
#define BIT(n) (1UL << (n))
#endif`;

/** A struct as the compiler lays it out. */
export interface Layout {
  /** Size with padding, in bytes. */
  readonly size: number;
  /** Members by offset, those of nested structs included. */
  readonly members: ReadonlyMap<number, string>;
}

/** Options of {@linkcode Compiler}. */
export interface CompilerOptions {
  /** Folders with newer headers, searched before the system's. */
  readonly include?: readonly string[];
  /**
   * Name of the compiler.
   *
   * @default {"cc"}
   */
  readonly command?: string;
}

/** A C compiler with the kernel's headers. */
export class Compiler {
  readonly #command: string;
  readonly #flags: string[];

  /** Takes the options; nothing is run yet. */
  constructor({ include = [], command = "cc" }: CompilerOptions = {}) {
    this.#command = command;
    this.#flags = include.map((folder) => `-I${folder}`);
  }

  /** Whether the compiler and the headers are there. */
  get works(): boolean {
    try {
      return this.#compile("-fsyntax-only", "", "") === "";
    } catch {
      return false;
    }
  }

  /**
   * Looks constants up.
   *
   * @param names Their names.
   * @returns The values of those that the headers have.
   */
  constants(names: readonly string[]): Map<string, bigint> {
    const known = this.#known(names, (name) => `(long long)(${name})`);
    const table = known.map((name) => `{"${name}", (long long)(${name})},`);
    const output = this.#run(`#include <stdio.h>
static struct { const char *name; long long value; } table[] = {
${table.join("\n")}
{0, 0}};
int main(void) {
  for (int i = 0; table[i].name; i++)
    printf("%s %lld\\n", table[i].name, table[i].value);
}`);
    return new Map(
      output.trim().split("\n").filter(Boolean).map((line) => {
        const [name = "", value = ""] = line.split(" ");
        return [name, BigInt(value)];
      }),
    );
  }

  /**
   * Looks structs up.
   *
   * @param names Their names, without `struct`.
   * @returns The layouts of those that the headers have.
   */
  structs(names: readonly string[]): Map<string, Layout> {
    const known = this.#known(names, (name) => `sizeof(struct ${name})`);
    const source = known.map((name) => `struct ${name} object_${name};`);
    return this.#inFolder((folder) => {
      const object = `${folder}/object.o`;
      this.#must(
        this.#compile("-c", source.join("\n"), object, ["-g", "-gdwarf-4"]),
      );
      const { stdout } = new Deno.Command("readelf", {
        args: ["--debug-dump=info", object],
      }).outputSync();
      const all = readLayouts(new TextDecoder().decode(stdout));
      return new Map([...all].filter(([name]) => known.includes(name)));
    });
  }

  /** Leaves out the names that do not compile. */
  #known(
    names: readonly string[],
    expression: (name: string) => string,
  ): string[] {
    const lines = names.map((name) =>
      `long long x_${name} = ${expression(name)};`
    );
    const errors = this.#compile(
      "-fsyntax-only",
      `#line 1 "names"\n${lines.join("\n")}`,
      "",
      ["-fmax-errors=0"],
    );
    const bad = new Set(
      [...errors.matchAll(/^names:(\d+):\d+: error/gm)].map(([, line]) =>
        Number(line) - 1
      ),
    );
    return names.filter((_, index) => !bad.has(index));
  }

  #run(source: string): string {
    return this.#inFolder((folder) => {
      const program = `${folder}/program`;
      this.#must(this.#compile("-O0", source, program));
      const { stdout } = new Deno.Command(program).outputSync();
      return new TextDecoder().decode(stdout);
    });
  }

  #must(errors: string): void {
    if (errors !== "") throw new Error(`Cannot compile: ${errors}`);
  }

  /** Compiles after the headers; the result is what the compiler complains of. */
  #compile(
    mode: string,
    source: string,
    output: string,
    flags: readonly string[] = [],
  ): string {
    return this.#inFolder((folder) => {
      const includes = HEADERS.map((header) =>
        `#if __has_include(<${header}>)\n#include <${header}>\n#endif`
      );
      const file = `${folder}/source.c`;
      Deno.writeTextFileSync(
        file,
        `${includes.join("\n")}\n${MACROS}\n${source}\n`,
      );
      const { success, stderr } = new Deno.Command(this.#command, {
        args: [
          mode,
          "-w",
          ...flags,
          ...this.#flags,
          ...(output === "" ? [] : ["-o", output]),
          file,
        ],
        env: { LC_ALL: "C" },
      }).outputSync();
      return success ? "" : new TextDecoder().decode(stderr);
    });
  }

  #inFolder<T>(body: (folder: string) => T): T {
    const folder = Deno.makeTempDirSync({ prefix: "uapi-" });
    try {
      return body(folder);
    } finally {
      Deno.removeSync(folder, { recursive: true });
    }
  }
}

interface Entry {
  readonly depth: number;
  readonly tag: string;
  readonly offset: string;
  readonly attributes: Map<string, string>;
  readonly children: Entry[];
}

/** Reads what `readelf` prints of DWARF. */
function readLayouts(dump: string): Map<string, Layout> {
  const byOffset = new Map<string, Entry>();
  const open: Entry[] = [];
  for (const line of dump.split("\n")) {
    const [, depth, offset, tag] =
      line.match(/^ <([\da-f]+)><([\da-f]+)>: .*\((DW_TAG_\w+)\)/) ?? [];
    if (depth !== undefined && offset !== undefined && tag !== undefined) {
      const entry: Entry = {
        depth: Number.parseInt(depth, 16),
        tag,
        offset,
        attributes: new Map(),
        children: [],
      };
      open.length = entry.depth;
      open.at(-1)?.children.push(entry);
      open.push(entry);
      byOffset.set(offset, entry);
      continue;
    }
    const [, name, value] = line.match(/^ +<[\da-f]+> +(DW_AT_\w+) *: (.*)$/) ??
      [];
    if (name !== undefined && value !== undefined) {
      open.at(-1)?.attributes.set(
        name,
        value.replace(/^\(indirect string, offset: \w+\): /, "").trim(),
      );
    }
  }
  const layouts = new Map<string, Layout>();
  for (const entry of byOffset.values()) {
    const name = entry.attributes.get("DW_AT_name");
    const size = entry.attributes.get("DW_AT_byte_size");
    if (
      entry.tag !== "DW_TAG_structure_type" || name === undefined ||
      size === undefined
    ) continue;
    layouts.set(name, {
      size: Number(size),
      members: new Map(membersOf(entry, 0, byOffset)),
    });
  }
  return layouts;
}

function* membersOf(
  type: Entry,
  base: number,
  types: ReadonlyMap<string, Entry>,
): Generator<[offset: number, name: string]> {
  for (const member of type.children) {
    if (member.tag !== "DW_TAG_member") continue;
    const location = member.attributes.get("DW_AT_data_member_location") ?? "0";
    const offset = base + Number(location.split(" ")[0]);
    yield [offset, member.attributes.get("DW_AT_name") ?? ""];
    let inner = typeOf(member, types);
    while (inner?.tag === "DW_TAG_typedef") inner = typeOf(inner, types);
    if (
      inner?.tag === "DW_TAG_structure_type" ||
      inner?.tag === "DW_TAG_union_type"
    ) yield* membersOf(inner, offset, types);
  }
}

function typeOf(
  { attributes }: Entry,
  types: ReadonlyMap<string, Entry>,
): Entry | undefined {
  const reference = attributes.get("DW_AT_type")?.match(/<0x([\da-f]+)>/)?.[1];
  return reference === undefined ? undefined : types.get(reference);
}
