/**
 * The condition `meta(…)`.
 *
 * @module
 */

import { LITTLE_ENDIAN } from "../../../messages/codec/mod.ts";
import { EMATCH_OPERATORS } from "../../../messages/tc/ematches/kinds.ts";
import {
  META_OBJECTS,
  type MetaEmatch,
  type MetaValue,
  TCF_META_ID_MASK,
  TCF_META_TYPE_INT,
  TCF_META_TYPE_VAR,
} from "../../../messages/tc/ematches/meta.ts";
import { nameOf } from "../../../messages/value_names.ts";
import { fail } from "../../parse/errors.ts";
import type { Form } from "../../parse/form.ts";
import type { Context } from "../../runtime/context.ts";
import { SHOWN } from "./formats.ts";
import type { Token } from "./lexer.ts";
import { numberOf, Taker } from "./taker.ts";

/** What may be in the parentheses. */
export const META_FORM: Form = [
  {
    name: "OBJECT",
    means: "{ META_ID [ shift SHIFT ] [ mask MASK ] | VALUE }",
  },
  "{ eq | lt | gt }",
  { name: "OBJECT" },
];

/** Objects that can be text, too. */
const TEXTS: ReadonlySet<number> = new Set([
  META_OBJECTS.dev,
  META_OBJECTS.sk_bind_if,
]);

const ALIASES: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    Object.entries(META_OBJECTS).filter(([, id]) => SHOWN.has(id)),
  ),
  fwmark: META_OBJECTS.nf_mark,
};

/** One side of the comparison. */
interface Side {
  value: MetaValue;
  /** The bits of a number that count, or the constant. */
  number: bigint;
  /** The constant, if it is text. */
  text?: Uint8Array;
}

const typeOf = ({ kind }: MetaValue) => kind >> 12;
const idOf = ({ kind }: MetaValue) => kind & TCF_META_ID_MASK;

/** Whether an object can be of a type. */
function canBe(value: MetaValue, type: number): boolean {
  return type === TCF_META_TYPE_INT || TEXTS.has(idOf(value));
}

/** Makes both sides of one type. */
function agree(left: MetaValue, right: MetaValue): boolean {
  if (typeOf(left) === typeOf(right)) return true;
  const adopt = (one: MetaValue, other: MetaValue) => {
    if (idOf(one) === 0 || !canBe(one, typeOf(other))) return false;
    one.kind = typeOf(other) << 12 | idOf(one);
    return true;
  };
  return adopt(left, right) || adopt(right, left);
}

function takeSide(
  taker: Taker,
  word: Token,
  left?: MetaValue,
): Side {
  const side: Side = {
    value: { kind: 0, shift: 0, operator: 0 },
    number: 0n,
  };
  const { value } = side;
  if (word.quoted) {
    value.kind = TCF_META_TYPE_VAR << 12;
    side.text = word.bytes;
    return side;
  }
  const number = numberOf(word);
  if (number !== undefined) {
    value.kind = TCF_META_TYPE_INT << 12;
    side.number = number;
    return side;
  }
  if (!Object.hasOwn(ALIASES, word.text)) {
    throw taker.error("unknown meta id\n", word);
  }
  value.kind = TCF_META_TYPE_INT << 12 | ALIASES[word.text]!;
  if (left !== undefined && !agree(left, value)) {
    throw taker.plain("lvalue and rvalue are not compatible.", word);
  }
  for (;;) {
    const name = taker.peek?.text;
    if (name !== "shift" && name !== "mask") return side;
    taker.next();
    const given = taker.number(`invalid ${name}, must be numeric`);
    if (name === "shift") value.shift = Number(given & 0xffn);
    else side.number = given;
  }
}

/** What is sent of a side besides what it is. */
function dataOf({ value, number, text }: Side): Uint8Array | undefined {
  if (typeOf(value) === TCF_META_TYPE_INT) {
    const bytes = new Uint8Array(4);
    const bits = Number(BigInt.asUintN(32, number));
    new DataView(bytes.buffer).setUint32(0, bits, LITTLE_ENDIAN);
    return bytes;
  }
  return idOf(value) === 0 ? text : undefined;
}

/** The list that `meta(list)` shows. */
function list(): string {
  const lines = [...SHOWN].sort((a, b) => a - b).map((id) => {
    const types = TEXTS.has(id) ? "INT,VAR" : "INT";
    return `  ${nameOf(META_OBJECTS, id)!.padEnd(16)} ${types}\n`;
  });
  return `  ID               Type\n${lines.join("")}`;
}

/**
 * Parses what is in the parentheses.
 *
 * @returns The comparison.
 * @throws {EmatchError} If it is wrong.
 * @throws {CommandError} If it asks for a list of what can be compared.
 */
export function parseMeta(
  args: readonly Token[],
  context: Context,
): MetaEmatch {
  const taker = new Taker("meta", args);
  const first = taker.next()!;
  if (first.text === "list") {
    context.io.err(list());
    throw fail(1);
  }
  const left = takeSide(taker, first);
  const word = taker.next();
  if (word === undefined) throw taker.error("missing operand", first);
  const operators = EMATCH_OPERATORS as Readonly<Record<string, number>>;
  if (!Object.hasOwn(operators, word.text)) {
    throw taker.error("invalid operand", word);
  }
  left.value.operator = operators[word.text]!;
  const second = taker.next();
  if (second === undefined) throw taker.error("missing rvalue", first);
  const right = takeSide(taker, second, left.value);
  const trailer: Token | undefined = taker.next();
  if (trailer !== undefined) throw taker.error("unexpected trailer", trailer);
  const [one, other] = [dataOf(left), dataOf(right)];
  return {
    header: { left: left.value, right: right.value },
    ...one !== undefined && { left: one },
    ...other !== undefined && { right: other },
  };
}
