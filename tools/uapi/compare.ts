/**
 * Compares what `messages/` has with what the C headers have.
 *
 * @module
 */
import { type Codec, LITTLE_ENDIAN } from "../../messages/codec/mod.ts";
import type { Compiler, Layout } from "./compiler.ts";
import type { Exports, Struct } from "./exports.ts";

/** Constants that the headers have in the byte order of the wire. */
const BIG_ENDIAN = /^(GRE|TUNNEL)_/;

/** The result of a comparison. */
export interface Comparison {
  /** How many constants and structs the headers have with the same values. */
  readonly equal: { readonly constants: number; readonly structs: number };
  /** What differs, in words. */
  readonly differences: Map<string, string>;
  /**
   * Values of the constants, and sizes of the structs, that the headers lack
   * or have differently.
   */
  readonly missing: Map<string, bigint>;
}

/**
 * Compares everything.
 *
 * @param exports What `messages/` has.
 * @param compiler The compiler, with the headers.
 * @returns What is equal, different and missing.
 */
export function compare(exports: Exports, compiler: Compiler): Comparison {
  const differences = new Map<string, string>();
  const missing = new Map<string, bigint>();
  const equal = { constants: 0, structs: 0 };

  const { constants, values: named } = exports;
  const values = compiler.constants(
    [...constants, ...named].map(({ name }) => name),
  );
  for (const { name, value, file } of exports.constants) {
    const inC = values.get(name);
    if (inC !== undefined && isSame(name, value, inC)) {
      equal.constants++;
      continue;
    }
    missing.set(name, value);
    if (inC !== undefined) {
      differences.set(name, `${file}: ${name} is ${value} here, ${inC} in C`);
    }
  }

  for (const { name, value, file } of named) {
    const inC = values.get(name);
    // Newer ones are not recorded: it would be hundreds.
    if (inC === undefined) continue;
    // Flags are numbered in some headers, and values are masks here.
    if (isSame(name, value, inC) || inC >= 0n && value === 1n << inC) {
      equal.constants++;
    } else {
      differences.set(name, `${file}: ${name} is ${value} here, ${inC} in C`);
    }
  }

  const layouts = compiler.structs([
    ...new Set(exports.structs.flatMap(({ cNames }) => cNames)),
  ]);
  for (const struct of exports.structs) {
    if (struct.cNames.length === 0) {
      differences.set(
        struct.name,
        `${struct.file}: ${struct.name} does not say which C struct it is`,
      );
    }
    for (const cName of struct.cNames) {
      const layout = layouts.get(cName);
      const difference = layout && compareLayout(struct, cName, layout);
      if (layout !== undefined && difference === undefined) {
        equal.structs++;
        continue;
      }
      const name = `struct ${cName}`;
      missing.set(name, BigInt(struct.codec.size));
      if (difference !== undefined) {
        differences.set(name, `${struct.file}: ${struct.name} ${difference}`);
      }
    }
  }
  return { equal, differences, missing };
}

function isSame(name: string, value: bigint, inC: bigint): boolean {
  const swapped = (inC & 0xffn) << 8n | inC >> 8n & 0xffn;
  return inC === value || inC === BigInt.asIntN(64, value) ||
    inC < 0n && inC === BigInt.asIntN(32, value) ||
    // A mask that C complements as an integer of 32 bits.
    inC < 0n && /_MASK$/.test(name) && BigInt.asUintN(16, inC) === value ||
    BIG_ENDIAN.test(name) && LITTLE_ENDIAN && swapped === value;
}

function compareLayout(
  { codec }: Struct,
  cName: string,
  { size, members }: Layout,
): string | undefined {
  const rest = [...members].filter(([offset]) => offset >= codec.size);
  const padded = codec.size < size && rest.length > 0 &&
    rest.every(([, name]) => /pad|reserved|unused/.test(name));
  if (!sizesOf(codec).includes(size) && !padded) {
    return `has ${codec.size} bytes, struct ${cName} ${size}`;
  }
  for (const [path, offset] of membersOf(codec, 0, "")) {
    if (offset < size && !members.has(offset)) {
      return `has ${path} at ${offset}, struct ${cName} nothing`;
    }
  }
  return undefined;
}

/** The size, and those of older kernels. */
function sizesOf({ shape, size }: Codec<unknown>): number[] {
  if (shape.kind !== "struct") return [size];
  return [
    size,
    ...shape.members.filter(({ optional }) => optional).map((member) =>
      member.offset
    ),
  ];
}

function* membersOf(
  { shape }: Codec<unknown>,
  base: number,
  path: string,
): Generator<[path: string, offset: number]> {
  if (shape.kind !== "struct") return;
  for (const { name, offset, codec } of shape.members) {
    yield [path + name, base + offset];
    yield* membersOf(codec, base + offset, `${path}${name}.`);
  }
}
