/**
 * How specifications and schemas store an attribute.
 *
 * @module
 */
import type { Codec, Field, IntegerShape } from "../../messages/codec/mod.ts";
import type { correctionOf } from "../../ynl/corrections.ts";

/** How a specification stores an attribute. */
export interface Wire {
  /** What it is, such as `int`. */
  readonly kind: string;
  /** Width of a number. */
  readonly bits?: number;
  /** Whether it can be negative. */
  readonly signed?: boolean;
  /** Its byte order. */
  readonly endian?: "host" | "big" | "little";
  /** Set of the attributes of a nest. */
  readonly set?: string;
  /** What a selector chooses from. */
  readonly "sub-message"?: string;
}

/**
 * Returns what is right where a specification is known to be wrong.
 *
 * @param wire What the specification has.
 * @param correction What is wrong about it.
 * @returns What it should have.
 */
export function correctWire(
  wire: Wire,
  { type, byteOrder }: ReturnType<typeof correctionOf>,
): Wire {
  const bits = Number(/^[su](8|16|32|64)$/.exec(type ?? "")?.[1]);
  const stored = bits > 0 ? { kind: "int", bits } as const : wire;
  return byteOrder === undefined
    ? stored
    : { ...stored, endian: byteOrder === "host" ? "host" : "big" };
}

/**
 * Returns what is in nests whose types are values, such as numbers of counters.
 *
 * @param codec Codec of the outermost nest.
 * @param values What the types of each level are.
 * @returns Codec of what is in the innermost one.
 */
export function innermost(
  codec: Codec<unknown>,
  values: readonly string[] = [],
): Codec<unknown> {
  return values.reduce((outer) => {
    const { shape } = outer;
    return codecsOf(shape.kind === "multi" ? shape.item : outer, 0)[0] ?? outer;
  }, codec);
}

/**
 * Returns how a schema stores the attribute of a type.
 *
 * @param codec The schema.
 * @param type The type.
 * @returns The codecs; several if it depends on something.
 */
export function codecsOf(
  { shape }: Codec<unknown>,
  type: number,
): Codec<unknown>[] {
  switch (shape.kind) {
    case "attributes":
      return shape.fields
        .filter((field: Field) => field.type === type)
        .map(({ codec }) => codec);
    case "list":
      return shape.type === undefined || shape.type[1] === type
        ? [shape.item]
        : [];
    case "custom":
      // It has a form of its own, which its tests show to be right.
      return shape.layout === undefined ? [] : codecsOf(shape.layout, type);
    default:
      return [];
  }
}

/**
 * Returns whether a codec reads what a specification has.
 *
 * @param wire What the specification has.
 * @param codec The codec.
 * @returns Whether it does.
 */
export function fits(
  { kind, bits, endian }: Wire,
  { shape }: Codec<unknown>,
): boolean {
  switch (kind) {
    case "int":
      return shape.kind === "integer"
        ? (shape.bits === bits || shape.narrow === true && bits === 32) &&
          (bits === 8 || shape.bigEndian === (endian === "big"))
        : shape.kind === "ip" && bits === 32;
    case "autoint":
      return shape.kind === "integer" && shape.narrow === true;
    case "flag":
    case "string":
      return shape.kind === kind;
    default:
      return true;
  }
}

/**
 * Returns what a specification has, in words.
 *
 * @param wire What it has.
 * @returns The words.
 */
export function describe({ kind, bits, endian }: Wire): string {
  return bits === undefined ? kind : integer(bits, endian === "big");
}

/**
 * Returns what a codec reads, in words.
 *
 * @param codec The codec.
 * @returns The words.
 */
export function describeCodec({ shape }: Codec<unknown>): string {
  if (shape.kind !== "integer") return shape.kind;
  const { bits, bigEndian }: IntegerShape = shape;
  return integer(bits, bigEndian);
}

function integer(bits: number, bigEndian: boolean): string {
  return `${bits}-bit integer${
    bigEndian && bits > 8 ? " in network order" : ""
  }`;
}
