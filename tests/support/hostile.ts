/**
 * Bytes that are made to break decoders: deep, wide, duplicated, irregular and
 * truncated messages, derived from the shape of any codec.
 *
 * @module
 */
import {
  type Codec,
  type Field,
  isNested,
  LITTLE_ENDIAN,
  NLA_F_NESTED,
  NLA_F_NET_BYTEORDER,
  type Shape,
  Writer,
} from "../../messages/codec/mod.ts";
import type { SeededRandom } from "./seeded_random.ts";

/** What makes an input hostile. */
export type Hostility =
  | "regular"
  | "deep"
  | "wide"
  | "duplicated"
  | "irregular"
  | "truncated";

/** All of {@linkcode Hostility}. */
export const HOSTILITIES: readonly Hostility[] = [
  "regular",
  "deep",
  "wide",
  "duplicated",
  "irregular",
  "truncated",
];

/** Options of {@linkcode hostile}. */
export interface HostileOptions {
  /** What makes the input hostile; random, if not given. */
  hostility?: Hostility;
  /**
   * About how many bytes there can be.
   *
   * @default {400}
   */
  size?: number;
  /**
   * Whether attributes and padding are as netlink wants them: lengths are
   * right, and padding is zero. Payloads are as hostile as they are otherwise.
   *
   * @default {false}
   */
  wellFormed?: boolean;
}

/** Makes an input for a codec. */
export function hostile(
  codec: Codec<unknown>,
  random: SeededRandom,
  options: HostileOptions = {},
): Uint8Array<ArrayBuffer> {
  const { wellFormed = false, size = 400 } = options;
  const hostility = options.hostility ?? random.pick(HOSTILITIES);
  const maker = new Maker(random, hostility, size, wellFormed);
  maker.value(codec, 0);
  const bytes = maker.writer.finish().slice();
  if (wellFormed) return bytes;
  if (hostility === "truncated") {
    return bytes.slice(0, random.below(bytes.length + 1));
  }
  if (hostility === "irregular") {
    for (let i = random.below(4); i > 0 && bytes.length > 0; i--) {
      bytes[random.below(bytes.length)] = random.pick([0, 1, 4, 0xff, i]);
    }
  }
  return bytes;
}

/** Deeper than any decoder should follow. */
const DEEPEST = 40;
/** Texts that are no plain ASCII. */
const TEXTS = ["eth0", "", "\0", "é\0", "\ufeffa\0", "a\0b\0", "veth\0", "lo\0"]
  .map((text) => new TextEncoder().encode(text));
/** Bytes that are not UTF-8. */
const NO_TEXTS = [[0xff], [0xed, 0xa0, 0x80, 0], [0x61, 0xc3, 0], [0xf5, 0x80]]
  .map((bytes) => Uint8Array.from(bytes));

/** Writes one input. */
class Maker {
  readonly writer = new Writer();
  readonly #random: SeededRandom;
  readonly #hostility: Hostility;
  readonly #size: number;
  readonly #wellFormed: boolean;
  /** Where the attribute or record starts that ends here. */
  #last = -1;

  constructor(
    random: SeededRandom,
    hostility: Hostility,
    size: number,
    wellFormed: boolean,
  ) {
    this.#random = random;
    this.#hostility = hostility;
    this.#size = size;
    this.#wellFormed = wellFormed;
  }

  /** Writes what may be a value of a codec. */
  value(codec: Codec<unknown>, depth: number): void {
    const random = this.#random;
    const { shape, size } = codec;
    switch (shape.kind) {
      case "message":
        this.value(shape.header, depth);
        this.#align();
        return this.value(shape.attributes, depth);
      case "attributes":
        this.#last = -1;
        this.#set(shape.fields, depth);
        return this.#end();
      case "list":
        this.#last = -1;
        for (let i = 0; i < this.#count(); i++) {
          const { type: [, type] = ["", (shape.first ?? 1) + i], item } = shape;
          this.#attribute(type, item, depth + 1);
        }
        return this.#end();
      case "records":
        this.#last = -1;
        for (let i = 0; i < this.#count(); i++) {
          const start = this.writer.length;
          this.value(shape.item, depth + 1);
          this.#length(start);
        }
        return this.#end();
      case "struct":
        return this.#struct(shape, size, depth);
      case "custom":
        return this.#custom(codec, shape.samples);
      case "string":
        if (shape.length !== undefined) return this.#bytes(shape.length);
        return this.writer.bytes(
          random.oneIn(4) ? random.pick(NO_TEXTS) : random.pick(TEXTS),
        );
      case "array":
        return this.#bytes(
          shape.item.size * (shape.count ?? random.below(5)),
        );
      default:
        return this.#bytes(
          size > 0 ? size : random.oneIn(2) ? 0 : random.below(20),
        );
    }
  }

  #struct(
    { members }: Extract<Shape, { kind: "struct" }>,
    size: number,
    depth: number,
  ): void {
    const start = this.writer.length;
    for (const { offset, codec } of members) {
      this.writer.reserve(Math.max(0, start + offset - this.writer.length));
      this.value(codec, depth);
      const end = start + offset + codec.size;
      if (this.writer.length > end) this.writer.truncate(end);
      else this.writer.reserve(end - this.writer.length);
    }
    this.writer.reserve(start + size - this.writer.length);
  }

  #custom(codec: Codec<unknown>, samples: readonly unknown[]): void {
    if (samples.length > 0 && !this.#random.oneIn(3)) {
      codec.encode(this.writer, this.#random.pick(samples));
    } else this.#bytes(codec.size + this.#random.below(12));
  }

  /** A set of attributes, some of which have no name. */
  #set(fields: readonly Field[], depth: number): void {
    const random = this.#random;
    const nests = fields.filter(({ codec }) => isContainer(codec));
    for (let i = this.#count(); i > 0; i--) {
      if (this.writer.length > this.#size) return;
      if (fields.length === 0 || random.oneIn(8)) {
        this.#header(random.below(0x10000), () => this.#bytes(random.below(9)));
        continue;
      }
      const deeper = this.#hostility === "deep" && nests.length > 0 &&
        depth < DEEPEST && !random.oneIn(4);
      const field = random.pick(deeper ? nests : fields);
      this.#selectors(fields, field, depth);
      const copies = this.#hostility === "duplicated" ? random.below(3) : 0;
      for (let n = 0; n <= copies; n++) {
        this.#attribute(field.type, field.codec, depth + 1);
        if (copies > 0) this.#selectors(fields, field, depth);
      }
    }
  }

  /** The attribute that selects how another one is read, mostly. */
  #selectors(fields: readonly Field[], { when }: Field, depth: number): void {
    if (when === undefined || this.#random.oneIn(5)) return;
    const selector = fields.find(({ name }) => name === when[0]);
    if (selector === undefined) return;
    const value = when[1] ?? "other";
    this.#header(selector.type, () => {
      try {
        selector.codec.encode(this.writer, value);
      } catch {
        this.value(selector.codec, depth + 1);
      }
    });
  }

  #attribute(type: number, codec: Codec<unknown>, depth: number): void {
    const random = this.#random;
    const { shape } = codec;
    const item = shape.kind === "multi" ? shape.item : codec;
    let flags = isNested(item) ? NLA_F_NESTED : 0;
    if (random.oneIn(9)) flags ^= NLA_F_NESTED;
    if (random.oneIn(30)) flags ^= NLA_F_NET_BYTEORDER;
    this.#header(type | flags, () => {
      const tooFar = depth > DEEPEST || this.writer.length > this.#size;
      if (tooFar || random.oneIn(12)) this.#bytes(random.below(12));
      else this.value(item, depth);
    });
  }

  /** An attribute around what is written inside. */
  #header(type: number, inside: () => void): void {
    const start = this.writer.reserve(4);
    inside();
    if (this.writer.length - start > 0xffff) this.writer.truncate(start + 4);
    this.writer.view.setUint16(start + 2, type, LITTLE_ENDIAN);
    this.#length(start);
  }

  /** Writes the length of what starts at a place, right or not, and pads it. */
  #length(start: number): void {
    const random = this.#random;
    const length = this.writer.length - start;
    const wrong = !this.#wellFormed && this.#hostility === "irregular" &&
      random.oneIn(12);
    this.writer.view.setUint16(
      start,
      wrong ? random.pick([0, 1, 3, 4, 5, length + 1, 0xffff]) : length,
      LITTLE_ENDIAN,
    );
    if (!this.#wellFormed && random.oneIn(20)) return;
    this.#align(start);
    this.#last = start;
  }

  /** Ends a row; now and then the padding of the last one is missing. */
  #end(): void {
    if (this.#last >= 0 && this.#random.oneIn(12)) {
      this.writer.trim(this.#last);
    }
    this.#last = -1;
  }

  #align(start = 0): void {
    const count = (start - this.writer.length) & 3;
    const at = this.writer.reserve(count);
    if (this.#wellFormed || !this.#random.oneIn(20)) return;
    for (let i = 0; i < count; i++) this.writer.view.setUint8(at + i, 0xa5);
  }

  /** How many there are of something. */
  #count(): number {
    if (this.#hostility === "wide") return 1 + this.#random.below(40);
    if (this.#hostility === "deep") return 1 + this.#random.below(2);
    return this.#random.below(6);
  }

  #bytes(count: number): void {
    const random = this.#random;
    const at = this.writer.reserve(count);
    if (random.oneIn(3)) return;
    for (let i = 0; i < count; i++) {
      this.writer.view.setUint8(at + i, random.next() & 0xff);
    }
  }
}

function isContainer({ shape }: Codec<unknown>): boolean {
  switch (shape.kind) {
    case "attributes":
    case "list":
    case "records":
    case "message":
      return true;
    case "multi":
      return isContainer(shape.item);
    default:
      return false;
  }
}
