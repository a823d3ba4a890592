/**
 * Values that a property can be given, derived from what declares it: the
 * attributes that it is stored in, and the mapping that puts them into words.
 *
 * @module
 */
import { FieldPath } from "../../api/mapping/field_path.ts";
import type { Mapping } from "../../api/mapping/mapping.ts";
import type { Codec } from "../../messages/codec/mod.ts";
import { SeededRandom } from "./seeded_random.ts";

/** What has been found for each property. */
export type Values = ReadonlyMap<string, readonly unknown[]>;

type Words = Record<string, unknown>;

/** How often to draw all attributes, and how many values are enough. */
const DRAWS = 300;
const ENOUGH = 30;

/** Numbers that kernels accept more often than any others. */
const NUMBERS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 16, 32, 40, 41, 42, 64, 99];
const LARGER = [100, 255, 256, 500, 1000, 1500, 4096, 5000, 9999];
const LARGEST = [0x86dd, 0xffff, 0x1_0000, 100_000, 0xffff_ffff];

const IPV4 = ["192.0.2.1", "192.0.2.9", "239.1.1.1", "0.0.0.0"];
const IPV6 = ["2001:db8::1", "2001:db8::9", "ff05::5", "::"];
const TEXTS = ["reno", "cubic", "BATMAN_V", "BATMAN_IV", "abc"];

/**
 * Finds values of the properties of a mapping that can be set.
 *
 * @param mapping The mapping.
 * @param codec What it maps to.
 * @param samples Words that are known to be good.
 * @returns The values, those of the samples first.
 */
export function valuesOf(
  mapping: Mapping<object, object>,
  codec: Codec<unknown>,
  samples: readonly object[] = [],
): Values {
  const random = new SeededRandom(1);
  const found = new Map<string, Map<string, unknown>>();
  const collect = (words: object) => {
    for (const [name, value] of Object.entries(words)) {
      const values = found.get(name) ?? new Map<string, unknown>();
      if (values.size < ENOUGH && isTaken(mapping, name, value)) {
        values.set(Deno.inspect(value), value);
        found.set(name, values);
      }
    }
  };
  samples.forEach(collect);
  for (let i = 0; i < DRAWS; i++) {
    collect(mapping.fromKernel(draw(codec, random) as object));
  }
  return new Map(
    [...found].map(([name, values]) => [name, likely([...values.values()])]),
  );
}

/** Leaves out most numbers of what has words, as kernels refuse them. */
function likely(values: unknown[]): unknown[] {
  const words = values.filter((value) => typeof value === "string").length;
  let numbers = words === 0 ? values.length : Math.ceil(words / 3);
  return values.filter((value) => typeof value !== "number" || numbers-- > 0);
}

/** Whether a property can be set to a value. */
function isTaken(
  mapping: Mapping<object, object>,
  name: string,
  value: unknown,
): boolean {
  if (mapping.readOnly?.has(name)) return false;
  try {
    const data = mapping.toKernel({ [name]: value }, FieldPath.unresolved);
    return Object.keys(data).length > 0;
  } catch {
    return false;
  }
}

/** What a codec can encode, mostly with small numbers. */
function draw(codec: Codec<unknown>, random: SeededRandom): unknown {
  const { shape } = codec;
  switch (shape.kind) {
    case "integer": {
      const number = numberOf(shape.bits, random);
      return shape.bits === 64 ? BigInt(number) : number;
    }
    case "flag":
      return true;
    case "bytes":
      return new Uint8Array(shape.length ?? 4);
    case "string":
      return random.pick(TEXTS);
    case "ip":
      if (shape.length === undefined) return random.pick([...IPV4, ...IPV6]);
      return random.pick(shape.length === 4 ? IPV4 : IPV6);
    case "hardware":
      return `02:00:00:00:00:0${random.below(10)}`;
    case "array":
    case "records":
    case "list":
    case "multi": {
      const fixed = shape.kind === "array" ? shape.count : undefined;
      const length = fixed ?? 1 + random.below(3);
      return Array.from({ length }, () => draw(shape.item, random));
    }
    case "struct":
      return Object.fromEntries(
        shape.members.map(({ name, codec }) => [name, draw(codec, random)]),
      );
    case "custom":
      return random.pick(shape.samples);
    case "attributes": {
      const data: Words = {};
      for (const { name, codec } of shape.fields) {
        if (random.oneIn(2)) data[name] = draw(codec, random);
      }
      return data;
    }
    default:
      return undefined;
  }
}

function numberOf(bits: number, random: SeededRandom): number {
  const pool = random.oneIn(3) ? [...LARGER, ...LARGEST] : NUMBERS;
  return random.pick(pool.filter((number) => number < 2 ** bits));
}
