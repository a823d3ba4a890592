/**
 * What `messages/` has that C headers have too: constants, attribute types and
 * structs.
 *
 * @module
 */
import type { Codec, Shape } from "../../messages/codec/mod.ts";
import { attributeTypes } from "./rows.ts";

/** A number that is named as in the headers. */
export interface Constant {
  /** Name in TypeScript and in C. */
  readonly name: string;
  /** Its value here. */
  readonly value: bigint;
  /** The file that exports it, from `messages/` on. */
  readonly file: string;
}

/** A struct codec and the C structs that its documentation names. */
export interface Struct {
  /** Name of the codec. */
  readonly name: string;
  /** Names of the C structs, without `struct`. */
  readonly cNames: readonly string[];
  /** The codec. */
  readonly codec: Codec<unknown>;
  /** The file that exports it, from `messages/` on. */
  readonly file: string;
}

/** All that is to be compared. */
export interface Exports {
  /** The constants, and the attribute types that schemas name. */
  readonly constants: readonly Constant[];
  /** The values in tables of names that their documentation names. */
  readonly values: readonly Constant[];
  /** Names of the attribute types that schemas name. */
  readonly attributes: ReadonlySet<string>;
  /** The structs in no order. */
  readonly structs: readonly Struct[];
}

const ROOT = new URL("../../messages/", import.meta.url);

/**
 * What of `messages/` has nothing of the kernel's headers, and what only
 * exports again.
 */
const OWN = /^codec\/|^rtmon\.ts$|(^|\/)mod\.ts$/;

/**
 * Reads every file of `messages/`.
 *
 * @returns Their constants, attribute types and structs.
 * @throws {Error} If two files have the same name with different values.
 */
export async function readExports(): Promise<Exports> {
  const constants = new Map<string, Constant>();
  const values: Constant[] = [];
  const structs: Struct[] = [];
  const attributes = new Set<string>();
  const walked = new Set<Shape>();
  const add = (name: string, value: bigint, file: string) => {
    const other = constants.get(name);
    if (other !== undefined && other.value !== value) {
      throw new Error(
        `Cannot choose ${name}: ${other.file} and ${file} differ`,
      );
    }
    constants.set(name, other ?? { name, value, file });
  };
  for (const file of [...filesBelow("")].sort()) {
    if (OWN.test(file)) continue;
    const url = new URL(file, ROOT);
    const source = Deno.readTextFileSync(url);
    const docs = documentation(source);
    const module: Record<string, unknown> = await import(url.href);
    for (const [name, value] of Object.entries(module)) {
      if (isConstant(name, value)) add(name, BigInt(value), file);
      for (const [uapiName, number] of namedValues(source, name, value)) {
        values.push({ name: uapiName, value: BigInt(number), file });
      }
      if (!isCodec(value)) continue;
      for (const [uapiName, type] of attributeTypes(value, walked)) {
        attributes.add(uapiName);
        add(uapiName, BigInt(type), file);
      }
      if (value.shape.kind === "struct" && docs.has(name)) {
        const type = name.charAt(0).toUpperCase() + name.slice(1);
        const text = `${docs.get(name)} ${docs.get(type) ?? ""}`;
        const cNames = new Set(
          [...text.matchAll(/`struct (\w+)`/g)].map(([, cName = ""]) => cName),
        );
        structs.push({ name, cNames: [...cNames], codec: value, file });
      }
    }
  }
  return { constants: [...constants.values()], values, attributes, structs };
}

/**
 * Lists what is recorded of headers.
 *
 * @param exports What is exported.
 * @returns Values of constants, and sizes of structs as `struct name`.
 */
export function valuesOf(exports: Exports): Map<string, bigint> {
  return new Map([
    ...exports.constants.map(({ name, value }) => [name, value] as const),
    ...exports.structs.flatMap(({ cNames, codec }) =>
      cNames.map((name) => [`struct ${name}`, BigInt(codec.size)] as const)
    ),
  ]);
}

function* filesBelow(folder: string): Generator<string> {
  for (const { name, isDirectory } of Deno.readDirSync(new URL(folder, ROOT))) {
    if (isDirectory) yield* filesBelow(`${folder}${name}/`);
    else if (name.endsWith(".ts")) yield folder + name;
  }
}

/** Documentation of the names that a file declares and exports. */
function documentation(source: string): Map<string, string> {
  const declaration =
    /(?:\/\*\*((?:(?!\*\/)[^])*)\*\/\s*)?export (?:const|interface|type|class) (\w+)/g;
  return new Map(
    [...source.matchAll(declaration)].map((
      [, doc = "", name = ""],
    ) => [name, doc.replaceAll(/\s*\n\s*\*\s*/g, " ")]),
  );
}

/**
 * The numbers of a table of names whose documentation names a constant, as in
 * "Port after port (`BOND_MODE_ROUNDROBIN`)."
 */
function* namedValues(
  source: string,
  table: string,
  value: unknown,
): Generator<[uapiName: string, number: number | bigint]> {
  if (typeof value !== "object" || value === null) return;
  const start = source.indexOf(`export const ${table} = {\n`);
  if (start < 0) return;
  const text = source.slice(start, source.indexOf("\n}", start));
  const entry =
    /\/\*\*(?:(?!\*\/)[^])*?\(`([A-Z][A-Z0-9_]*)`\)\.?\s*\*\/\s*(?:"([^"]+)"|(\w+)):/g;
  for (const [, uapiName = "", quoted, plain] of text.matchAll(entry)) {
    const number = (value as Record<string, unknown>)[quoted ?? plain ?? ""];
    if (typeof number === "number" || typeof number === "bigint") {
      yield [uapiName, number];
    }
  }
}

function isConstant(name: string, value: unknown): value is number | bigint {
  return /^[A-Z][A-Z0-9_]*$/.test(name) &&
    (typeof value === "number" || typeof value === "bigint");
}

function isCodec(value: unknown): value is Codec<unknown> {
  return typeof value === "object" && value !== null && "shape" in value;
}
