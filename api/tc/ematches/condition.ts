/**
 * Conditions of filters: extended matches that are joined by _and_, _or_ and
 * _not_.
 *
 * @module
 */

import {
  EMATCH_KINDS,
  type EmatchKinds,
} from "../../../messages/tc/ematches/kinds.ts";
import {
  type Ematch,
  type EmatchTree,
  TCF_EM_CONTAINER,
  TCF_EM_INVERT,
  TCF_EM_REL_AND,
  TCF_EM_REL_MASK,
  TCF_EM_REL_OR,
} from "../../../messages/tc/ematches/tree.ts";
import { binary, integer } from "../../mapping/conversions.ts";
import { checkObject, type FieldPath } from "../../mapping/field_path.ts";
import {
  type Conversion,
  type Field,
  type Mapping,
  mapping,
} from "../../mapping/mapping.ts";
import { type U32Word, u32Word } from "../filters/u32_key.ts";
import {
  type CanIdCondition,
  canIdConditions,
  type CmpCondition,
  cmpCondition,
  type IpsetCondition,
  ipsetCondition,
  type IptCondition,
  iptCondition,
  type NbyteCondition,
  nbyteCondition,
  type TextCondition,
  textCondition,
} from "./kinds.ts";
import { type MetaCondition, metaCondition } from "./meta.ts";

/** A condition of a kind that this library does not support. */
export interface OtherCondition {
  /** Number of the kind, `TCF_EM_*`. */
  kind: number;
  /** What it compares, as the kernel has it. */
  data: Uint8Array;
}

/** What packets have to fulfil; exactly one of the properties is given. */
export interface Condition {
  /** All of these. */
  and?: Condition[];
  /** One of these. */
  or?: Condition[];
  /** Not this. */
  not?: Condition;
  /** A number in the packet (`TCF_EM_CMP`). */
  cmp?: CmpCondition;
  /** Bytes in the packet (`TCF_EM_NBYTE`). */
  nbyte?: NbyteCondition;
  /** A word in the packet (`TCF_EM_U32`). */
  u32?: U32Word;
  /** What the kernel has besides the packet (`TCF_EM_META`). */
  meta?: MetaCondition;
  /** Text in the packet (`TCF_EM_TEXT`). */
  text?: TextCondition;
  /** Identifiers of the CAN bus, one of which is enough (`TCF_EM_CANID`). */
  canid?: CanIdCondition[];
  /** A set (`TCF_EM_IPSET`). */
  ipset?: IpsetCondition;
  /** A match of iptables (`TCF_EM_IPT`). */
  ipt?: IptCondition;
  /** Something else. */
  other?: OtherCondition;
}

const conversions: {
  readonly [K in keyof EmatchKinds]-?: Conversion<
    Exclude<Condition[K], undefined>,
    Exclude<EmatchKinds[K], undefined>
  >;
} = {
  cmp: cmpCondition,
  nbyte: nbyteCondition,
  u32: u32Word,
  meta: metaCondition,
  text: textCondition,
  canid: canIdConditions,
  ipset: ipsetCondition,
  ipt: iptCondition,
};

const other: Mapping<OtherCondition, OtherCondition> = mapping({
  kind: integer(1, 0xffff),
  data: binary,
}, () => ({
  kind: 0,
  data: new Uint8Array(),
}));

type Kind = keyof EmatchKinds;

/**
 * Reads the list that begins at an index, up to its last one; a list that is in
 * several parentheses is read once.
 */
function readList(
  list: readonly Ematch[],
  start: number,
  seen: Set<number>,
): Condition {
  const one = list[start];
  if (one === undefined || seen.has(start)) return {};
  seen.add(start);
  const first = readOne(list, one, seen);
  const relation = one.flags & TCF_EM_REL_MASK;
  if (relation !== TCF_EM_REL_AND && relation !== TCF_EM_REL_OR) return first;
  const property = relation === TCF_EM_REL_AND ? "and" : "or";
  const members = [first];
  let at = start + 1;
  // What is joined by another word is one condition with all that follows.
  while (at < list.length) {
    const joins = list[at]!.flags & TCF_EM_REL_MASK;
    if (joins !== relation) {
      members.push(readList(list, at, seen));
      break;
    }
    members.push(readOne(list, list[at]!, seen));
    at++;
  }
  return { [property]: members };
}

function readOne(
  list: readonly Ematch[],
  match: Ematch,
  seen: Set<number>,
): Condition {
  const condition = readPlain(list, match, seen);
  return (match.flags & TCF_EM_INVERT) === 0 ? condition : { not: condition };
}

function readPlain(
  list: readonly Ematch[],
  match: Ematch,
  seen: Set<number>,
): Condition {
  if (match.kind === TCF_EM_CONTAINER) {
    return readList(list, match.container ?? list.length, seen);
  }
  for (const kind in conversions) {
    const value = match[kind as Kind];
    if (value === undefined) continue;
    const { fromKernel } = conversions[kind as Kind] as Conversion<
      unknown,
      unknown
    >;
    return { [kind]: fromKernel(value) };
  }
  const { kind, data = new Uint8Array() } = match;
  return { other: { kind, data } };
}

/** A condition that is put into the list when there is room for it. */
interface Waiting {
  readonly match: Ematch;
  readonly condition: Condition;
  readonly fieldPath: FieldPath;
}

function writeList(
  condition: Condition,
  fieldPath: FieldPath,
  list: Ematch[],
  waiting: Waiting[],
): void {
  const [property, members] = membersOf(condition, fieldPath);
  for (const [i, member] of members.entries()) {
    const path = property === undefined
      ? fieldPath
      : fieldPath.at(property).at(i);
    const match = writeOne(member, path, waiting);
    if (i < members.length - 1) {
      match.flags |= property === "and" ? TCF_EM_REL_AND : TCF_EM_REL_OR;
    }
    list.push(match);
  }
}

/** What a condition joins; itself if it joins nothing. */
function membersOf(
  condition: Condition,
  fieldPath: FieldPath,
): [property: "and" | "or" | undefined, members: Condition[]] {
  const name = nameOf(condition, fieldPath);
  if (name !== "and" && name !== "or") return [undefined, [condition]];
  const members = condition[name];
  if (!Array.isArray(members) || members.length === 0) {
    throw fieldPath.at(name).wrong(
      members,
      "an array of conditions is expected",
    );
  }
  return [name, members];
}

const NAMES: ReadonlySet<string> = new Set([
  ...["and", "or", "not", "other"],
  ...Object.keys(conversions),
]);

/** The one property that a condition has. */
function nameOf(condition: Condition, fieldPath: FieldPath): keyof Condition {
  checkObject(condition, fieldPath);
  const names = Object.entries(condition).filter(([, value]) =>
    value !== undefined
  );
  for (const [name, value] of names) {
    if (NAMES.has(name)) continue;
    throw fieldPath.noProperty(name, value, NAMES);
  }
  if (names.length !== 1) {
    throw fieldPath.wrong(condition, "one property is expected");
  }
  return names[0]![0] as keyof Condition;
}

function writeOne(
  condition: Condition,
  fieldPath: FieldPath,
  waiting: Waiting[],
): Ematch {
  const match: Ematch = { id: 0, kind: TCF_EM_CONTAINER, flags: 0, padding: 0 };
  let [inner, path] = [condition, fieldPath];
  while (nameOf(inner, path) === "not") {
    match.flags ^= TCF_EM_INVERT;
    [inner, path] = [inner.not!, path.at("not")];
  }
  const name = nameOf(inner, path);
  if (name === "and" || name === "or") {
    waiting.push({ match, condition: inner, fieldPath: path });
  } else if (name === "other") {
    const { kind, data } = other.toKernel(inner.other!, path.at("other"));
    Object.assign(match, { kind, data });
  } else {
    const kind = name as Kind;
    match.kind = EMATCH_KINDS[kind];
    const { toKernel } = conversions[kind] as Conversion<unknown, unknown>;
    Object.assign(match, { [kind]: toKernel(inner[kind], path.at(kind)) });
  }
  return match;
}

/** How {@linkcode Condition} is stored. */
export const condition: Conversion<Condition, EmatchTree> = {
  fromKernel: ({ list = [] }) => readList(list, 0, new Set()),
  toKernel: (value, fieldPath) => {
    const list: Ematch[] = [];
    const waiting: Waiting[] = [];
    writeList(value, fieldPath, list, waiting);
    // What is in parentheses comes behind what they are in.
    for (let next; (next = waiting.shift()) !== undefined;) {
      next.match.container = list.length;
      writeList(next.condition, next.fieldPath, list, waiting);
    }
    return { header: { count: list.length, program: 0 }, list };
  },
};

/**
 * The conditions of a filter; the kernel reports an empty list for none.
 *
 * @typeParam D The options of the filter's kind.
 * @returns The field.
 */
export function conditionField<D extends { ematches?: EmatchTree }>(): Field<
  Condition,
  D
> {
  return {
    from: ["ematches"],
    read: ({ ematches }) =>
      ematches?.list === undefined || ematches.list.length === 0
        ? undefined
        : condition.fromKernel(ematches),
    write: (data, value, fieldPath) => {
      data.ematches = condition.toKernel(value, fieldPath)!;
    },
  };
}
