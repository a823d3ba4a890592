/**
 * Messages as annotated trees of their bytes, for people who look for a
 * mistake.
 *
 * @module
 */

import { toHex } from "./text.ts";
import {
  type AttributesShape,
  type Codec,
  isSecret,
  LITTLE_ENDIAN,
  type Shape,
} from "./codec.ts";
import { enter } from "./nesting.ts";
import { fieldOf, selectorsIn, tryDecode } from "./schema.ts";
import { NLA_F_NESTED, NLA_F_NET_BYTEORDER, NLA_TYPE_MASK } from "./writer.ts";

/** One line of a tree: some bytes and what they mean. */
export interface Annotation {
  /** Where the bytes start in the view. */
  readonly start: number;
  /** Where they end. */
  readonly end: number;
  /** How deeply the line is nested. */
  readonly depth: number;
  /** What the bytes are, such as `mtu (IFLA_MTU 4)`. */
  readonly label: string;
  /** The decoded value, where the bytes are one. */
  readonly value?: unknown;
  /** What the value means, such as `AF_INET6`, where that is known. */
  readonly meaning?: string;
  /** Whether the bytes are a key or the like, which is not printed. */
  readonly secret?: true;
}

/** Where in a view to print, and how. */
export interface AnnotateOptions {
  /**
   * Where the message starts in the view.
   *
   * @default {0}
   */
  start?: number;
  /** Where it ends; at the end of the view, if not given. */
  end?: number;
  /**
   * How deeply the first line is nested.
   *
   * @default {0}
   */
  depth?: number;
  /**
   * Returns what a value means, such as the name of the constant that it is.
   * `shape` is that of the struct or the attributes whose property `name` has
   * it.
   */
  meaning?: (shape: Shape, name: string, value: unknown) => string | undefined;
}

/** How to print lines. */
export interface PrintOptions {
  /**
   * Whether the bytes of keys and the like are printed, not `**` for each.
   *
   * @default {false}
   */
  secrets?: boolean;
}

/** A property of a struct or of attributes. */
interface Owner {
  readonly shape: Shape;
  readonly name: string;
}

/**
 * Takes a message apart, byte by byte.
 *
 * @typeParam T The message.
 * @param codec Codec of the message.
 * @param view The message.
 * @param options Where in the view the message is.
 * @returns A line for each part, in the order of the bytes.
 */
export function annotate<T>(
  codec: Codec<T>,
  view: DataView,
  options: AnnotateOptions = {},
): Annotation[] {
  const { start = 0, end = view.byteLength, depth = 0 } = options;
  const lines: Annotation[] = [];
  const tree: Tree = { view, lines, meaning: options.meaning };
  walk(codec as Codec<unknown>, tree, start, end, depth);
  return lines;
}

/** Label of bytes that the codec cannot read. */
const MALFORMED = "malformed";

interface Tree {
  view: DataView;
  lines: Annotation[];
  meaning: AnnotateOptions["meaning"];
}

function walk(
  codec: Codec<unknown>,
  tree: Tree,
  start: number,
  end: number,
  depth: number,
  parent?: object,
  owner?: Owner,
): void {
  enter(
    codec,
    () => walkInside(codec, tree, start, end, depth, parent, owner),
    () => gap(tree, start, end, depth, "bytes nested too deeply"),
  );
}

function walkInside(
  codec: Codec<unknown>,
  tree: Tree,
  start: number,
  end: number,
  depth: number,
  parent?: object,
  owner?: Owner,
): void {
  const { shape } = codec;
  switch (shape.kind) {
    case "message": {
      const stop = Math.min(start + shape.header.size, end);
      walk(shape.header, tree, start, stop, depth);
      const header = tryDecode(shape.header, tree.view, start, stop);
      const body = Math.min(start + ((shape.header.size + 3) & ~3), end);
      gap(tree, stop, body, depth, "padding");
      return walk(
        shape.attributes,
        tree,
        body,
        end,
        depth,
        header as object | undefined,
      );
    }
    case "struct": {
      let at = Math.min(start + shape.from, end);
      for (const { name, offset, codec: member } of shape.members) {
        const from = start + offset;
        if (from + member.size > end) break;
        gap(tree, at, from, depth, "padding");
        at = from + member.size;
        leaf(member, tree, from, at, depth, name, { shape, name });
      }
      return gap(tree, at, end, depth, "padding or newer members");
    }
    case "attributes":
      return walkAttributes(shape, tree, start, end, depth, parent);
    case "list":
      return walkItems(tree, start, end, depth, 4, (i, at, stop) => {
        const label = shape.type === undefined
          ? `[${i}]`
          : `[${i}] (${shape.type.join(" ")})`;
        tree.lines.push({ start: at - 4, end: at, depth, label });
        payload(shape.item, tree, at, stop, depth + 1, parent);
      });
    case "records":
      return walkItems(tree, start, end, depth, 0, (i, at, stop) => {
        tree.lines.push({ start: at, end: at + 2, depth, label: `[${i}]` });
        walk(shape.item, tree, at, stop, depth + 1, parent);
      });
    case "array": {
      let at = start;
      for (let i = 0; end - at >= shape.item.size; i++) {
        const stop = at + shape.item.size;
        leaf(shape.item, tree, at, stop, depth, `[${i}]`);
        at = stop;
      }
      return gap(tree, at, end, depth, "rest");
    }
    case "custom":
      if (shape.layout === undefined) break;
      return walk(shape.layout, tree, start, end, depth, parent);
  }
  leaf(codec, tree, start, end, depth, "value", owner);
}

/** A part that is shown with its value, or taken apart if it has parts. */
function leaf(
  codec: Codec<unknown>,
  tree: Tree,
  start: number,
  end: number,
  depth: number,
  label: string,
  owner?: Owner,
): void {
  if (hasParts(codec)) {
    tree.lines.push({ start, end: start, depth, label });
    return walk(codec, tree, start, end, depth + 1);
  }
  const malformed = () => gap(tree, start, end, depth, MALFORMED, codec);
  if (end - start < codec.size) return malformed();
  const value = tryDecode(codec, tree.view, start, end);
  if (value === undefined) return malformed();
  const meaning = owner && tree.meaning?.(owner.shape, owner.name, value);
  tree.lines.push({
    start,
    end,
    depth,
    label,
    value,
    ...(meaning === undefined ? {} : { meaning }),
    ...isSecret(codec) && { secret: true },
  });
}

function hasParts({ shape }: Codec<unknown>): boolean {
  if (shape.kind === "custom") return shape.layout !== undefined;
  return ["struct", "attributes", "list", "records", "array", "message"]
    .includes(shape.kind);
}

function gap(
  tree: Tree,
  start: number,
  end: number,
  depth: number,
  label: string,
  codec?: Codec<unknown>,
): void {
  if (start >= end) return;
  const secret = codec !== undefined && isSecret(codec);
  tree.lines.push({ start, end, depth, label, ...secret && { secret } });
}

function walkAttributes(
  shape: AttributesShape,
  tree: Tree,
  start: number,
  end: number,
  depth: number,
  parent: object | undefined,
): void {
  const { fields, pad } = shape;
  const { view } = tree;
  const seen = selectorsIn(fields, view, start, end);
  let at = start;
  while (end - at >= 4) {
    const length = view.getUint16(at, LITTLE_ENDIAN);
    if (length < 4 || length > end - at) break;
    const type = view.getUint16(at + 2, LITTLE_ENDIAN);
    const number = type & NLA_TYPE_MASK;
    const field = fieldOf(fields, number, seen, parent);
    const isPadding = type === pad?.[1] && length === 4;
    const label = field !== undefined
      ? `${field.name} (${field.uapiName} ${number}${flagsOf(type)})`
      : isPadding
      ? `padding (${pad[0]} ${number})`
      : `unknown (${number}${flagsOf(type)})`;
    tree.lines.push({ start: at, end: at + 4, depth, label });
    const stop = at + length;
    if (field === undefined) gap(tree, at + 4, stop, depth + 1, "bytes");
    else {
      const { shape: inner } = field.codec;
      const item = inner.kind === "multi" ? inner.item : field.codec;
      const owner = { shape, name: field.name };
      payload(item, tree, at + 4, stop, depth + 1, seen, owner);
    }
    const next = Math.min(at + ((length + 3) & ~3), end);
    gap(tree, stop, next, depth + 1, "padding");
    at = next;
  }
  gap(tree, at, end, depth, "rest");
}

function flagsOf(type: number): string {
  return (type & NLA_F_NESTED ? ", nested" : "") +
    (type & NLA_F_NET_BYTEORDER ? ", network byte order" : "");
}

/** The payload of an attribute; its bytes, if it is malformed. */
function payload(
  codec: Codec<unknown>,
  tree: Tree,
  start: number,
  end: number,
  depth: number,
  parent: object | undefined,
  owner?: Owner,
): void {
  const { shape, size } = codec;
  const length = end - start;
  const fits = shape.kind === "struct" ? length > 0 : length >= size;
  if (fits) walk(codec, tree, start, end, depth, parent, owner);
  else gap(tree, start, end, depth, MALFORMED, codec);
}

function walkItems(
  tree: Tree,
  start: number,
  end: number,
  depth: number,
  header: number,
  item: (i: number, at: number, stop: number) => void,
): void {
  let at = start;
  for (let i = 0; end - at >= 4; i++) {
    const length = tree.view.getUint16(at, LITTLE_ENDIAN);
    if (length < Math.max(4, header) || length > end - at) break;
    item(i, at + header, at + length);
    const next = Math.min(at + ((length + 3) & ~3), end);
    gap(tree, at + length, next, depth, "padding");
    at = next;
  }
  gap(tree, at, end, depth, "rest");
}

/**
 * Prints a message with an explanation beside the bytes.
 *
 * @typeParam T The message.
 * @param codec Codec of the message.
 * @param view The message.
 * @param options Where in the view the message is, and how to print it.
 * @returns Lines of hexadecimal bytes, each followed by `#` and what they are.
 */
export function printMessage<T>(
  codec: Codec<T>,
  view: DataView,
  options: AnnotateOptions & PrintOptions = {},
): string {
  return printAnnotated(annotate(codec, view, options), view, options);
}

/** Bytes in a row of {@linkcode printAnnotated}. */
const ROW = 16;

/**
 * Prints the lines of a tree.
 *
 * @param lines The lines.
 * @param view What they describe.
 * @param options How to print them.
 * @returns Lines of hexadecimal bytes, each followed by `#` and what they are.
 */
export function printAnnotated(
  lines: readonly Annotation[],
  view: DataView,
  { secrets = false }: PrintOptions = {},
): string {
  let text = "";
  for (const { start, end, depth, label, value, meaning, secret } of lines) {
    const hides = secret === true && !secrets;
    const shown = value === undefined ? label : `${label}: ${show(value)}`;
    const note = meaning === undefined ? shown : `${shown} = ${meaning}`;
    let at = start;
    do {
      const stop = Math.min(end, at + ROW);
      const bytes = [];
      for (let i = at; i < stop; i++) {
        bytes.push(
          hides ? "**" : view.getUint8(i).toString(16).padStart(2, "0"),
        );
      }
      const hex = bytes.join(" ");
      text += at === start
        ? `${hex.padEnd(3 * 8)} # ${"  ".repeat(depth)}${note}\n`
        : `${hex}\n`;
      at = stop;
    } while (at < end);
  }
  return text;
}

function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number" && value > 9) {
    return `${value} (0x${value.toString(16)})`;
  }
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (typeof value === "object") {
    return JSON.stringify(
      value,
      (_, item) => {
        if (typeof item === "bigint") return String(item);
        return item instanceof Uint8Array ? toHex(item) : item;
      },
    );
  }
  return String(value);
}
