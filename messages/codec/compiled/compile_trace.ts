/**
 * Writes out decoders for messages that look like one that was seen.
 *
 * The messages of a dump are much alike: the same attributes, in the same
 * order, mostly of the same lengths. A trace checks that, and then reads
 * everything from where it was in the example, into one object literal. That
 * takes half as long as finding each attribute (see `bench/`).
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
} from "../codec.ts";
import { formatIpv4 } from "../address_text.ts";
import { selectorOf } from "../schema.ts";
import { build, type Decode } from "./compile.ts";
import { isIrregularText } from "./compile_decode.ts";
import {
  at,
  element,
  moved,
  type Position,
  read,
  wordsOf,
} from "./compile_read.ts";
import { DecodeError } from "../errors.ts";
import { NESTING_LIMIT } from "../nesting.ts";
import { decodePlainText, lacksNul } from "../text.ts";
import {
  exampleOf,
  findField,
  looksAround,
  Untraceable,
} from "../traceable.ts";
import {
  type Traced,
  tracedArray,
  tracedObject,
  tracedValue,
  type TraceEnding,
} from "../traced.ts";

/**
 * Writes out a decoder for messages like an example.
 *
 * @param header Codec of the family header; sets of attributes have none.
 * @param attributes Codec of the attributes.
 * @param view Where the example is.
 * @param start Where it starts.
 * @param end Where it ends.
 * @param ending What to return instead of the message.
 * @param extra What the ending takes, to try the decoder with.
 * @returns A decoder that returns `undefined` for messages that are different
 * in any way that matters; `undefined` for examples that are out of the
 * ordinary.
 */
export function compileTrace(
  header: Codec<unknown> | undefined,
  attributes: Codec<unknown>,
  view: DataView,
  start: number,
  end: number,
  ending?: TraceEnding,
  extra?: object,
): Decode | undefined {
  try {
    const trace = new Trace(view, start, ending)
      .compile(header, attributes, end);
    const value = trace?.(view, start, end, extra);
    return value === undefined ? undefined : trace;
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
  /** With one, attributes that have no name do not matter. */
  readonly #ending: TraceEnding | undefined;
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

  constructor(view: DataView, start: number, ending?: TraceEnding) {
    this.#view = view;
    this.#start = start;
    this.#ending = ending;
  }

  compile(
    header: Codec<unknown> | undefined,
    attributes: Codec<unknown>,
    end: number,
  ): Decode | undefined {
    this.#findSelectors(attributes, new Set());
    const known: Record<string, unknown> = {};
    const members = this.#header(header, known);
    const body = this.#least;
    const position = { base: "start", offset: body };
    const set = this.#set(attributes, this.#start + body, end, position, known);
    const message = header === undefined
      ? set.value
      : tracedObject(members.set("attributes", set.value));
    const start = this.#start;
    const ending = this.#ending;
    const { code, scope } = ending === undefined
      ? { code: `return ${message.code()};`, scope: {} }
      : ending(message, exampleOf(header, attributes, this.#view, start, end));
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
        ipv4: formatIpv4,
        plainText: decodePlainText,
        DecodeError,
        ...Object.fromEntries(codecs),
        ...scope,
      },
      "view, start, end, extra",
      `try {
        if (((view.byteOffset | start) & 3) !== 0 || view.byteOffset !== 0) {
          return undefined;
        }
        if (alias.view !== view) aliasView(view);
        const { words, halves, bytes } = alias;
        ${checks.join("\n")}
        ${code}
      } catch (error) {
        if (error instanceof DecodeError) return undefined;
        throw error;
      }`,
    );
  }

  /** The members of the header; those that select something are `known`. */
  #header(
    header: Codec<unknown> | undefined,
    known: Record<string, unknown>,
  ): Map<string, Traced> {
    if (header === undefined) return new Map();
    const { shape, size } = header;
    const isWhole = shape.kind === "struct" && shape.from === 0;
    if (shape.kind !== "struct" || !(isWhole || this.#ending !== undefined)) {
      throw new Untraceable();
    }
    this.#least = (size + 3) & ~3;
    this.#noGaps(shape.members, this.#least, { base: "start", offset: 0 });
    for (const { name, offset, codec } of shape.members) {
      if (!this.#selectors.has(name)) continue;
      const at = this.#start + offset;
      known[name] = codec.decode(this.#view, at, at + codec.size);
      this.#sameBytes({ base: "start", offset }, at, codec.size);
    }
    return this.#members(shape.members, { base: "start", offset: 0 });
  }

  #findSelectors({ shape }: Codec<unknown>, seen: Set<unknown>): void {
    if (shape.kind !== "attributes" || seen.has(shape)) return;
    seen.add(shape);
    for (const { when, codec } of shape.fields) {
      if (when !== undefined) this.#selectors.add(when[0]);
      this.#findSelectors(codec, seen);
    }
  }

  /** A set of attributes, and where it ends. */
  #set(
    codec: Codec<unknown>,
    from: number,
    to: number,
    position: Position,
    parent: object,
  ): { value: Traced; end: Position } {
    const { shape } = codec;
    if (shape.kind !== "attributes" || this.#depth === NESTING_LIMIT) {
      throw new Untraceable();
    }
    this.#depth++;
    const known: Record<string, unknown> = {};
    const values = new Map<string, Traced>();
    const chosenBy = new Set<string>();
    let here = from;
    let last: string | undefined;
    let isWhole = true;
    let items: Traced[] = [];
    while (to - here >= 4) {
      const length = this.#view.getUint16(here, LITTLE_ENDIAN);
      const type = this.#view.getUint16(here + 2, LITTLE_ENDIAN);
      if (length < 4 || length > to - here) throw new Untraceable();
      const anyway = this.#ending !== undefined;
      const field = findField(shape.fields, type, known, parent, anyway);
      const isPad = type === shape.pad?.[1] && length === 4;
      if (field === undefined || isPad) {
        if (!anyway) throw new Untraceable();
        isWhole = false;
        this.#least += (length + 3) & ~3;
        this.#sameBytes(position, here, 4);
        position = moved(position, (length + 3) & ~3);
        here += (length + 3) & ~3;
        last = undefined;
        continue;
      }
      const { name } = field;
      const many = field.codec.shape.kind === "multi";
      const repeats = many && name === last;
      if ((values.has(name) && !repeats) || chosenBy.has(name)) {
        throw new Untraceable();
      }
      if (field.when !== undefined) chosenBy.add(field.when[0]);
      const selectedBy = selectorOf(field);
      if (selectedBy !== undefined) {
        if (known[selectedBy] === undefined) throw new Untraceable();
        chosenBy.add(selectedBy);
      }
      const selects = this.#selectors.has(name);
      const value = this.#attribute(
        field,
        here,
        length,
        position,
        known,
        selects,
      );
      if (selects) {
        known[name] = field.codec.decode(this.#view, here + 4, here + length);
      }
      if (many) {
        if (!repeats) items = [];
        items.push(value.value);
        values.set(name, tracedArray(items));
      } else values.set(name, value.value);
      last = name;
      position = value.end;
      here += (length + 3) & ~3;
    }
    if (here !== to) throw new Untraceable();
    this.#depth--;
    const value = tracedObject(values);
    if (isWhole) return { value, end: position };
    const code = () => {
      throw new Untraceable();
    };
    return { value: { ...value, code }, end: position };
  }

  /** One attribute, and where the next one starts. */
  #attribute(
    field: Field,
    from: number,
    length: number,
    position: Position,
    known: object,
    selects: boolean,
  ): { value: Traced; end: Position } {
    const { when } = field;
    const codec = field.codec.shape.kind === "multi"
      ? field.codec.shape.item
      : field.codec;
    const { shape } = codec;
    const payload = moved(position, 4);
    const end = moved(position, (length + 3) & ~3);
    if (shape.kind === "attributes") {
      return this.#nest(codec, from, length, position, known);
    }
    if (shape.kind === "string" && shape.length === undefined) {
      if (when !== undefined) throw new Untraceable();
      if (!selects) return this.#text(shape, from, length, position);
    }
    this.#least += (length + 3) & ~3;
    this.#sameBytes(position, from, 4);
    if (selects) this.#sameBytes(payload, from + 4, length - 4);
    this.#zeros(moved(position, length), -length & 3);
    return {
      value: this.#value(codec, payload, length - 4, selects, from),
      end,
    };
  }

  /** A nest has the length that its attributes take. */
  #nest(
    codec: Codec<unknown>,
    from: number,
    length: number,
    position: Position,
    known: object,
  ): { value: Traced; end: Position } {
    if ((length & 3) !== 0) throw new Untraceable();
    this.#least += 4;
    this.#sameBytes(moved(position, 2), from + 2, 2);
    const inner = moved(position, 4);
    const set = this.#set(codec, from + 4, from + length, inner, known);
    if (set.end.base === position.base) this.#sameBytes(position, from, 2);
    else {
      this.#checks.push(
        `if ((${element(16, position)} & 0xffff) !== ${at(set.end)} - (${
          at(position)
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
    position: Position,
  ): { value: Traced; end: Position } {
    if (length < 5) throw new Untraceable();
    const n = this.#variables++;
    this.#sameBytes(moved(position, 2), from + 2, 2);
    this.#least += 8;
    this.#checks.push(
      `const l${n} = ${element(16, position)} & 0xffff;
      if (l${n} < 5) return undefined;
      const p${n} = ${at(position)} + ((l${n} + 3) & ~3);
      if (end - p${n} < {${this.#least}}) return undefined;
      ${this.#ending === undefined ? paddingCheck(n) : ""}`,
    );
    const text = moved(position, 4);
    let isRead = false;
    const code = () => {
      if (!isRead) {
        this.#lateChecks.push(
          `const t${n} = plainText(view, ${at(text)}, ${at(position)} + l${n});
          if (${isIrregularText(shape, `t${n}`)}) return undefined;`,
        );
      }
      isRead = true;
      return `t${n}`;
    };
    return { value: { code }, end: { base: `p${n}`, offset: 0 } };
  }

  /** A payload that is as long as in the example. */
  #value(
    codec: Codec<unknown>,
    position: Position,
    length: number,
    selects: boolean,
    from: number,
  ): Traced {
    const { shape, size } = codec;
    switch (shape.kind) {
      case "integer":
        if (length !== size) throw new Untraceable();
        return this.#member(codec, position);
      case "struct":
        // Those of other kernels are longer or shorter.
        if (length === 0) throw new Untraceable();
        return length === size
          ? this.#member(codec, position)
          : this.#call(codec, position, length);
      case "string": {
        const text = decodePlainText(this.#view, from + 4, from + 4 + length);
        if (!selects || text === undefined || lacksNul(shape, text.length)) {
          throw new Untraceable();
        }
        return tracedValue(JSON.stringify(text));
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
      case "list":
      case "records":
      case "custom":
        // The set around it, which decoders get, is not put together here.
        if (looksAround(codec)) throw new Untraceable();
        break;
      default:
        throw new Untraceable();
    }
    if (isFixed(codec) ? length !== size : length < size) {
      throw new Untraceable();
    }
    return this.#call(codec, position, length);
  }

  /** Something of fixed size. */
  #member(codec: Codec<unknown>, position: Position): Traced {
    const { shape, size } = codec;
    if (shape.kind === "integer" && shape.narrow !== true) {
      return tracedValue(read(shape, position));
    }
    if (shape.kind === "string") throw new Untraceable();
    if (shape.kind === "struct" && shape.from === 0) {
      this.#noGaps(shape.members, size, position);
      return tracedObject(this.#members(shape.members, position));
    }
    return this.#call(codec, position, size);
  }

  /** The members of a struct. */
  #members(
    members: readonly Member[],
    position: Position,
  ): Map<string, Traced> {
    return new Map(members.map(({ name, offset, codec }) => [
      name,
      this.#member(codec, moved(position, offset)),
    ]));
  }

  #call(codec: Codec<unknown>, position: Position, length: number): Traced {
    const [start, end] = [at(position), at(moved(position, length))];
    return {
      code: () =>
        codec.shape.kind === "ip" && length === 4
          ? `ipv4(view, ${start})`
          : `${this.#use(codec)}.decode(view, ${start}, ${end})`,
      payload: { codec, start, end, length },
    };
  }

  #use(codec: Codec<unknown>): string {
    const known = this.#codecs.indexOf(codec);
    return `c${known < 0 ? this.#codecs.push(codec) - 1 : known}`;
  }

  /** Checks that what is between members is zero. */
  #noGaps(members: readonly Member[], size: number, position: Position): void {
    for (const [from, to] of gapsOf(members, size)) {
      this.#zeros(moved(position, from), to - from);
    }
  }

  /** Checks that bytes are zero, where messages have to be written again. */
  #zeros(position: Position, count: number): void {
    if (this.#ending !== undefined) return;
    for (let i = 0; i < count;) {
      const isOdd = (position.offset + i) % 2 === 1 || count - i === 1;
      const found = element(isOdd ? 8 : 16, moved(position, i));
      this.#checks.push(`if (${found} !== 0) return undefined;`);
      i += isOdd ? 1 : 2;
    }
  }

  /** Checks that bytes are as in the example. */
  #sameBytes(position: Position, from: number, count: number): void {
    for (
      const [found, expected] of wordsOf(this.#view, position, from, count)
    ) {
      this.#checks.push(`if (${found} !== ${expected}) return undefined;`);
    }
  }
}

/** The check that what follows a text, up to the next word, is zero. */
function paddingCheck(n: number): string {
  const shift = LITTLE_ENDIAN ? ">>>" : "<<";
  return `if (words[(p${n} >> 2) - 1] ${shift} (((l${n} + 3) & 3) << 3)) {
    return undefined;
  }`;
}
