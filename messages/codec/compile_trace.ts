/**
 * Writes out decoders for messages that look like one that was seen.
 *
 * The messages of a dump are much alike: the same attributes, in the same order,
 * mostly of the same lengths. A trace checks that, and then reads everything
 * from where it was in the example, into one object literal. That takes half as
 * long as finding each attribute (see `bench/`).
 *
 * @module
 */

import { alias, aliasView } from "./alias.ts";
import {
  type Codec,
  type Field,
  gapsOf,
  isFixed,
  LITTLE_ENDIAN,
  type Member,
  type TextShape,
} from "./codec.ts";
import { build, type Decode } from "./compile.ts";
import { isIrregularText } from "./compile_decode.ts";
import { at, element, moved, type Place, read } from "./compile_read.ts";
import { DecodeError } from "./errors.ts";
import { NESTING_LIMIT } from "./nesting.ts";
import { select, typeOf } from "./schema.ts";
import { decodePlainText, lacksNul } from "./text.ts";
import { NLA_TYPE_MASK } from "./writer.ts";

/** Thrown, and caught here, where an example has something irregular. */
class Untraceable extends Error {}

/**
 * Writes out a decoder for messages like an example.
 *
 * @param header Codec of the family header.
 * @param attributes Codec of the attributes.
 * @param view Where the example is.
 * @param start Where it starts.
 * @param end Where it ends.
 * @returns A decoder that returns `undefined` for messages that are different
 * in any way that matters; `undefined` for examples that are out of the
 * ordinary.
 */
export function compileTrace(
  header: Codec<unknown>,
  attributes: Codec<unknown>,
  view: DataView,
  start: number,
  end: number,
): Decode | undefined {
  try {
    const trace = new Trace(view, start).compile(header, attributes, end);
    return trace?.(view, start, end) === undefined ? undefined : trace;
  } catch (error) {
    // What is too short for the family header makes readers throw these.
    if (error instanceof Untraceable || error instanceof RangeError) {
      return undefined;
    }
    throw error;
  }
}

class Trace {
  readonly #view: DataView;
  readonly #start: number;
  /** Statements that return if the message is different. */
  readonly #checks: string[] = [];
  /** The same, where they take long. */
  readonly #lateChecks: string[] = [];
  readonly #codecs: Codec<unknown>[] = [];
  /** Names of properties that select how other attributes are read. */
  readonly #selectors = new Set<string>();
  /** Fewest bytes up to where the code is being written. */
  #least = 0;
  #variables = 0;
  /** How many sets of attributes the code at hand is inside of. */
  #depth = 0;

  constructor(view: DataView, start: number) {
    this.#view = view;
    this.#start = start;
  }

  compile(
    header: Codec<unknown>,
    attributes: Codec<unknown>,
    end: number,
  ): Decode | undefined {
    const { shape } = header;
    if (shape.kind !== "struct" || shape.from !== 0) throw new Untraceable();
    this.#findSelectors(attributes, new Set());
    const body = (header.size + 3) & ~3;
    this.#least = body;
    const members = this.#members(shape.members, { base: "start", offset: 0 });
    this.#noGaps(shape.members, body, { base: "start", offset: 0 });
    const known: Record<string, unknown> = {};
    for (const { name, offset, codec } of shape.members) {
      if (!this.#selectors.has(name)) continue;
      const at = this.#start + offset;
      known[name] = codec.decode(this.#view, at, at + codec.size);
      this.#sameBytes({ base: "start", offset }, at, codec.size);
    }
    const place = { base: "start", offset: body };
    const set = this.#set(attributes, this.#start + body, end, place, known);
    const least = this.#least;
    const checks = [
      `if (end - start < ${least}) return undefined;`,
      ...this.#checks.map((check) =>
        check.replace(/\{(\d+)\}/, (_, before) => String(least - before))
      ),
      `if (${at(set.end)} !== end) return undefined;`,
      ...this.#lateChecks,
    ];
    const codecs = this.#codecs.map((codec, i) => [`c${i}`, codec]);
    return build<Decode>(
      {
        alias,
        aliasView,
        plainText: decodePlainText,
        DecodeError,
        ...Object.fromEntries(codecs),
      },
      "view, start, end",
      `try {
        if (((view.byteOffset | start) & 3) !== 0 || view.byteOffset !== 0) {
          return undefined;
        }
        if (alias.view !== view) aliasView(view);
        const { words, halves, bytes } = alias;
        ${checks.join("\n")}
        return { ${members}, attributes: ${set.code} };
      } catch (error) {
        if (error instanceof DecodeError) return undefined;
        throw error;
      }`,
    );
  }

  #findSelectors({ shape }: Codec<unknown>, seen: Set<unknown>): void {
    if (shape.kind !== "attributes" || seen.has(shape)) return;
    seen.add(shape);
    for (const { when, codec } of shape.fields) {
      if (when !== undefined) this.#selectors.add(when[0]);
      this.#findSelectors(codec, seen);
    }
  }

  /** The literal for a set of attributes, and where it ends. */
  #set(
    codec: Codec<unknown>,
    from: number,
    to: number,
    place: Place,
    parent: object,
  ): { code: string; end: Place } {
    const { shape } = codec;
    if (shape.kind !== "attributes" || this.#depth === NESTING_LIMIT) {
      throw new Untraceable();
    }
    this.#depth++;
    const known: Record<string, unknown> = {};
    const values = new Map<string, string>();
    const chosenBy = new Set<string>();
    let here = from;
    while (to - here >= 4) {
      const length = this.#view.getUint16(here, LITTLE_ENDIAN);
      const type = this.#view.getUint16(here + 2, LITTLE_ENDIAN);
      if (length < 4 || length > to - here) throw new Untraceable();
      const field = findField(shape.fields, type, known, parent);
      const { name } = field;
      if (values.has(name) || chosenBy.has(name)) throw new Untraceable();
      if (field.when !== undefined) chosenBy.add(field.when[0]);
      const selects = this.#selectors.has(name);
      const value = this.#attribute(field, here, length, place, known, selects);
      if (selects) {
        known[name] = field.codec.decode(this.#view, here + 4, here + length);
      }
      values.set(name, value.code);
      place = value.end;
      here += (length + 3) & ~3;
    }
    if (here !== to) throw new Untraceable();
    this.#depth--;
    const properties = [...values].map(([name, code]) =>
      `${JSON.stringify(name)}: ${code}`
    );
    return { code: `{ ${properties.join(", ")} }`, end: place };
  }

  /** The expression for one attribute, and where the next one starts. */
  #attribute(
    { codec, when }: Field,
    from: number,
    length: number,
    place: Place,
    known: object,
    selects: boolean,
  ): { code: string; end: Place } {
    const { shape } = codec;
    const payload = moved(place, 4);
    const end = moved(place, (length + 3) & ~3);
    if (shape.kind === "attributes") {
      return this.#nest(codec, from, length, place, known);
    }
    if (shape.kind === "string" && shape.length === undefined) {
      if (when !== undefined) throw new Untraceable();
      if (!selects) return this.#text(shape, from, length, place);
    }
    this.#least += (length + 3) & ~3;
    this.#sameBytes(place, from, 4);
    if (selects) this.#sameBytes(payload, from + 4, length - 4);
    this.#zeros(moved(place, length), -length & 3);
    return {
      code: this.#value(codec, payload, length - 4, selects, from),
      end,
    };
  }

  /** A nest has the length that its attributes take. */
  #nest(
    codec: Codec<unknown>,
    from: number,
    length: number,
    place: Place,
    known: object,
  ): { code: string; end: Place } {
    if ((length & 3) !== 0) throw new Untraceable();
    this.#least += 4;
    this.#sameBytes(moved(place, 2), from + 2, 2);
    const inner = moved(place, 4);
    const set = this.#set(codec, from + 4, from + length, inner, known);
    if (set.end.base === place.base) this.#sameBytes(place, from, 2);
    else {
      this.#checks.push(
        `if ((${element(16, place)} & 0xffff) !== ${at(set.end)} - (${
          at(place)
        })) return undefined;`,
      );
    }
    return set;
  }

  /** Text is of any length. */
  #text(
    shape: TextShape,
    from: number,
    length: number,
    place: Place,
  ): { code: string; end: Place } {
    if (length < 5) throw new Untraceable();
    const n = this.#variables++;
    this.#sameBytes(moved(place, 2), from + 2, 2);
    this.#least += 8;
    this.#checks.push(
      `const l${n} = ${element(16, place)} & 0xffff;
      if (l${n} < 5) return undefined;
      const p${n} = ${at(place)} + ((l${n} + 3) & ~3);
      if (end - p${n} < {${this.#least}}) return undefined;
      if (words[(p${n} >> 2) - 1] ${
        LITTLE_ENDIAN ? ">>>" : "<<"
      } (((l${n} + 3) & 3) << 3)) return undefined;`,
    );
    const text = moved(place, 4);
    this.#lateChecks.push(
      `const t${n} = plainText(view, ${at(text)}, ${at(place)} + l${n});
      if (${isIrregularText(shape, `t${n}`)}) return undefined;`,
    );
    return { code: `t${n}`, end: { base: `p${n}`, offset: 0 } };
  }

  /** The expression for a payload that is as long as in the example. */
  #value(
    codec: Codec<unknown>,
    place: Place,
    length: number,
    selects: boolean,
    from: number,
  ): string {
    const { shape, size } = codec;
    switch (shape.kind) {
      case "integer":
        if (length !== size) throw new Untraceable();
        return this.#member(codec, place);
      case "struct":
        if (length !== size) throw new Untraceable();
        return this.#member(codec, place);
      case "string": {
        const text = decodePlainText(this.#view, from + 4, from + 4 + length);
        if (!selects || text === undefined || lacksNul(shape, text.length)) {
          throw new Untraceable();
        }
        return JSON.stringify(text);
      }
      case "array":
        if (length % shape.item.size !== 0) throw new Untraceable();
        break;
      case "ip":
        if (length !== 4 && length !== 16) throw new Untraceable();
        break;
      case "flag":
      case "bytes":
      case "hardware":
        break;
      default:
        throw new Untraceable();
    }
    if (isFixed(codec) ? length !== size : length < size) {
      throw new Untraceable();
    }
    return this.#call(codec, place, length);
  }

  /** The expression for something of fixed size. */
  #member(codec: Codec<unknown>, place: Place): string {
    const { shape, size } = codec;
    if (shape.kind === "integer" && shape.narrow !== true) {
      return read(shape, place);
    }
    if (shape.kind === "string") throw new Untraceable();
    if (shape.kind === "struct" && shape.from === 0) {
      this.#noGaps(shape.members, size, place);
      return `{ ${this.#members(shape.members, place)} }`;
    }
    return this.#call(codec, place, size);
  }

  /** The properties for the members of a struct. */
  #members(members: readonly Member[], place: Place): string {
    return members.map(({ name, offset, codec }) =>
      `${JSON.stringify(name)}: ${this.#member(codec, moved(place, offset))}`
    ).join(", ");
  }

  #call(codec: Codec<unknown>, place: Place, length: number): string {
    const to = at(moved(place, length));
    return `${this.#use(codec)}.decode(view, ${at(place)}, ${to})`;
  }

  #use(codec: Codec<unknown>): string {
    const known = this.#codecs.indexOf(codec);
    return `c${known < 0 ? this.#codecs.push(codec) - 1 : known}`;
  }

  /** Checks that what is between members is zero. */
  #noGaps(members: readonly Member[], size: number, place: Place): void {
    for (const [from, to] of gapsOf(members, size)) {
      this.#zeros(moved(place, from), to - from);
    }
  }

  /** Checks that bytes are zero. */
  #zeros(place: Place, count: number): void {
    for (let i = 0; i < count;) {
      const isOdd = (place.offset + i) % 2 === 1 || count - i === 1;
      const found = element(isOdd ? 8 : 16, moved(place, i));
      this.#checks.push(`if (${found} !== 0) return undefined;`);
      i += isOdd ? 1 : 2;
    }
  }

  /** Checks that bytes are as in the example. */
  #sameBytes(place: Place, from: number, count: number): void {
    for (let i = 0; i < count;) {
      const bits = count - i >= 4 ? 32 : count - i >= 2 ? 16 : 8;
      const expected = bits === 32
        ? this.#view.getInt32(from + i, LITTLE_ENDIAN)
        : bits === 16
        ? this.#view.getInt16(from + i, LITTLE_ENDIAN)
        : this.#view.getUint8(from + i);
      const found = element(bits, moved(place, i));
      this.#checks.push(`if (${found} !== ${expected}) return undefined;`);
      i += bits / 8;
    }
  }
}

/** The field of an attribute, which has to have the flags that are usual. */
function findField(
  fields: readonly Field[],
  type: number,
  known: object,
  parent: object,
): Field {
  const number = type & NLA_TYPE_MASK;
  const candidates = fields.filter((field) => field.type === number);
  const field = candidates.find(({ when }) => when === undefined) ??
    select(
      { chosen: new Map([[number, candidates]]) },
      number,
      known,
      parent,
    );
  if (field === undefined || typeOf(field) !== type) throw new Untraceable();
  return field;
}
