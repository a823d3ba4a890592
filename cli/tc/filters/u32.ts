/**
 * `tc filter … u32`.
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import {
  TCA_CLS_FLAGS_SKIP_HW,
  TCA_CLS_FLAGS_SKIP_SW,
} from "../../../messages/tc/filters/flags.ts";
import {
  TC_U32_EAT,
  TC_U32_OFFSET,
  TC_U32_TERMINAL,
  TC_U32_VAROFFSET,
  type U32Data,
  type U32Selector,
  u32SelectorHeader,
} from "../../../messages/tc/filters/u32.ts";
import { fail } from "../../parse/errors.ts";
import { type Arguments, takes, type Word } from "../../parse/grammar.ts";
import { signed, unsigned } from "../../parse/numbers.ts";
import { CLASS_ID, classIdOf } from "../handles.ts";
import {
  action,
  type Draft,
  exclusive,
  type FilterKind,
  filterKind,
  flag,
  illegal,
  inputDevice,
  police,
} from "./kind.ts";
import { printU32 } from "./format_u32.ts";
import { u32HandleOf } from "./u32_handle.ts";
import { takeSelector } from "./parse_u32.ts";

/** A filter, and what only its arguments have. */
type U32Draft = Draft<U32Data> & {
  /** Keys and offsets, which are sent if there are keys. */
  selector?: U32Selector;
  /** Whether there are keys. */
  hasKeys?: boolean;
  /** Whether there is something to be done with packets. */
  hasDeeds?: boolean;
  /** Table and bucket. */
  table?: number;
  /** Whether the bucket is that of a sample. */
  isSampled?: boolean;
  /** Number in the bucket. */
  order?: number;
};

function newSelector(): U32Selector {
  return { ...blank(u32SelectorHeader), keys: [] };
}

function selectorOf(draft: U32Draft): U32Selector {
  return draft.selector ??= newSelector();
}

const SELECTOR =
  "{ ip | ip6 | udp | tcp | icmp | ether | u32 | u16 | u8 | mark } SAMPLE_ARGS";

const match: Word<U32Draft> = takes(SELECTOR, (draft, { args }) => {
  if (args.left === 0) args.take();
  takeSelector(args, {
    selector: selectorOf(draft),
    setMark: (mark) => void (draft.data.mark = mark),
  }, "match");
  draft.hasKeys = true;
});

/** A power of two. */
function divisorOf(word: string): number | undefined {
  const value = unsigned(word, 32);
  if (value === undefined || value === 0 || value > 0x100) return undefined;
  return (value & (value - 1)) === 0 ? value : undefined;
}

const sample: Word<U32Draft> = takes(SELECTOR, (draft, { args }) => {
  if (args.left === 0) args.take();
  const selector = newSelector();
  takeSelector(args, {
    selector,
    setMark: (mark) => void (draft.data.mark = mark),
  }, "sample");
  const [key, ...more] = selector.keys;
  if (key === undefined || more.length > 0) {
    throw fail(1, '"sample" must contain exactly ONE key.');
  }
  let divisor: number | undefined = 0x100;
  if (args.peek() === "divisor") {
    args.take();
    divisor = divisorOf(args.take());
    if (divisor === undefined) throw fail(1, 'Illegal sample "divisor"');
    if (args.left === 0) args.take();
  }
  const shift = key.mask === 0 ? 0 : 31 - Math.clz32(key.mask & -key.mask);
  const hash = ((key.value & key.mask) >>> 0) >>> shift;
  draft.table = (hash % divisor << 12 | draft.table! & 0xfff00000) >>> 0;
  draft.isSampled = true;
});

/** Words as long as they are known. */
function options(
  args: Arguments,
  words: Readonly<Record<string, () => boolean>>,
  name: string,
): void {
  while (args.left > 0) {
    const key = Object.keys(words).find((key) => args.takeIf(key));
    if (key === undefined) return;
    if (!words[key]!()) throw illegal(name);
  }
}

const offset: Word<U32Draft> = takes(
  "[ plus BYTES ] [ at OFFSET ] [ mask MASK ] [ shift BITS ] [ eat ]",
  (draft, { args }) => {
    if (args.left === 0) args.take();
    const selector = selectorOf(draft);
    const set = (
      flag: number,
      name: "offset" | "offsetAt" | "offsetShift",
      bits: number,
    ) => {
      const value = signed(args.take());
      if (value === undefined) return false;
      // As C does it with what does not fit.
      selector[name] = name === "offsetAt"
        ? value << 16 >> 16
        : value & (2 ** bits - 1);
      if (name === "offsetAt" && value % 2 !== 0) {
        throw fail(1, 'offset "at" must be even\nIllegal "offset"');
      }
      selector.flags |= flag;
      return true;
    };
    options(args, {
      "plus*": () => set(TC_U32_OFFSET, "offset", 16),
      "at*": () => set(TC_U32_VAROFFSET, "offsetAt", 16),
      "mask*": () => {
        const mask = unsigned(args.take(), 16, 16);
        if (mask === undefined) return false;
        selector.offsetMask = mask;
        selector.flags |= TC_U32_VAROFFSET;
        return true;
      },
      "shift*": () => set(TC_U32_VAROFFSET, "offsetShift", 8),
      "eat*": () => {
        selector.flags |= TC_U32_EAT;
        return true;
      },
    }, "offset");
  },
);

const hashKey: Word<U32Draft> = takes(
  "[ mask MASK ] [ at OFFSET ]",
  (draft, { args }) => {
    if (args.left === 0) args.take();
    const selector = selectorOf(draft);
    options(args, {
      "mask*": () => {
        const mask = unsigned(args.take(), 32, 16);
        if (mask === undefined) return false;
        selector.hashMask = mask;
        return true;
      },
      "at*": () => {
        const at = signed(args.take());
        if (at === undefined || at % 4 !== 0) return false;
        selector.hashAt = at << 16 >> 16;
        return true;
      },
    }, "hashkey");
  },
);

/** A table. */
function takeTable(args: Arguments, name: string): number {
  const handle = u32HandleOf(args.take());
  if (handle === undefined) throw illegal(name);
  return handle;
}

/** Marks that there is something to be done. */
function deed(word: Word<U32Draft>): Word<U32Draft> {
  return takes(word.form!, async (draft, step) => {
    await word(draft, step);
    draft.hasDeeds = true;
  });
}

/** How filters of the kind `u32` are parsed and printed. */
export const kind: FilterKind<U32Data> = filterKind("u32", {
  words: {
    "match*": match,
    "offset*": offset,
    "hashkey*": hashKey,
    "classid* flowid": takes(CLASS_ID, (draft: U32Draft, { args }) => {
      const id = classIdOf(args.take());
      if (id === undefined) throw illegal("classid");
      draft.data.classId = id;
      selectorOf(draft).flags |= TC_U32_TERMINAL;
    }),
    "divisor*": takes("DIVISOR", ({ data }, { args }) => {
      const divisor = divisorOf(args.take());
      if (divisor === undefined) throw illegal("divisor");
      data.divisor = divisor;
    }),
    "order*": takes("NUMBER", (draft: U32Draft, { args }) => {
      const order = unsigned(args.take(), 32);
      if (order === undefined) throw illegal("order");
      draft.order = order;
    }),
    "link": takes("HTID", ({ data }, { args }) => {
      const link = takeTable(args, "link");
      if ((link & 0xfff) !== 0) {
        throw fail(1, '"link" must be a hash table.');
      }
      data.link = link;
    }),
    "ht": takes("HTID", (draft: U32Draft, { args }) => {
      const table = takeTable(args, "ht");
      if (draft.handle !== undefined && (table & 0xfff) !== 0) {
        throw fail(1, '"ht" must be a hash table.');
      }
      draft.table = draft.isSampled
        ? (draft.table! & 0xff000 | table & 0xfff00000) >>> 0
        : (table & 0xfffff000) >>> 0;
    }),
    "sample": sample,
    "indev": inputDevice(),
    "action*": deed(action()),
    "police*": deed(police()),
    "skip_hw": flag("flags", TCA_CLS_FLAGS_SKIP_HW),
    "skip_sw": flag("flags", TCA_CLS_FLAGS_SKIP_SW),
  },
  handle: ({ header }, text) => {
    const handle = u32HandleOf(text);
    if (handle === undefined) throw fail(1, "Illegal filter ID");
    header.handle = handle;
  },
  finish: (draft: U32Draft) => {
    const { data, header, order = 0, table = 0 } = draft;
    if (draft.hasDeeds) selectorOf(draft).flags |= TC_U32_TERMINAL;
    if (order !== 0) {
      const node = header.handle & 0xfff;
      if (node !== 0 && order !== node) {
        throw fail(1, '"order" contradicts "handle"');
      }
      header.handle = (header.handle | order) >>> 0;
    }
    if (table !== 0) data.hash = table;
    if (draft.hasKeys) data.selector = selectorOf(draft);
    exclusive(data.flags);
  },
}, printU32);
