/**
 * Filters of the kind `u32`, which compare 32-bit words of packets, and tables
 * of such filters.
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import {
  TC_U32_EAT,
  TC_U32_OFFSET,
  TC_U32_TERMINAL,
  TC_U32_VAROFFSET,
  type U32Data,
  u32Data,
  type U32Selector,
  u32SelectorHeader,
} from "../../../messages/tc/filters/u32.ts";
import {
  checkBoolean,
  integer,
  listOf,
  number,
  uint32,
} from "../../mapping/conversions.ts";
import { type Device, deviceName } from "../../mapping/device.ts";
import {
  type Field,
  type Mapping,
  mapping,
  readOnly,
} from "../../mapping/mapping.ts";
import { type FilterHardware, hardwareFields } from "./flags.ts";
import { type Masked, maskedToKernel } from "./masked.ts";
import { type U32Handle, u32Handle } from "./u32_handle.ts";
import { type U32Ip, u32IpFields, type U32Word, u32Word } from "./u32_key.ts";

/** By how much the offset of filters in the next table moves. */
export interface U32Offset {
  /** Fixed number of bytes. */
  plus?: number;
  /** Where in the packet, in bytes, there is a number of 16 bits to add. */
  at?: number;
  /** Which bits of that number count. */
  mask?: number;
  /** By how many bits it is shifted right. */
  shift?: number;
  /** Whether what was skipped does not come again (`TC_U32_EAT`). */
  eat?: boolean;
}

/** Bits of a packet that choose the bucket of the next table. */
export interface U32HashKey {
  /** Where the word is, in bytes. */
  at: number;
  /** Which of its bits. */
  mask: number;
}

/** Settings of a filter of the kind `u32`. */
export interface U32Options extends FilterHardware {
  /**
   * Words that packets have to have, all of them; one that 0 bits of count is
   * in all packets (`TCA_U32_SEL`).
   */
  keys?: U32Word[];
  /** Fields of IPv4 that packets have to have; reported as keys. */
  ip?: U32Ip;
  /** Fields of IPv6 that packets have to have; reported as keys. */
  ip6?: U32Ip;
  /**
   * Whether packets that match are done with; by default where the filter has a
   * class, actions or a limit (`TC_U32_TERMINAL`).
   */
  terminal?: boolean;
  /** Table in which packets that match go on, such as `1:` (`TCA_U32_LINK`). */
  link?: U32Handle;
  /** Table and bucket that the filter is in (`TCA_U32_HASH`). */
  table?: U32Handle;
  /** Number of buckets: what is made is a table (`TCA_U32_DIVISOR`). */
  divisor?: number;
  /** By how much the offset in the next table moves. */
  offset?: U32Offset;
  /** What chooses the bucket of the next table. */
  hashKey?: U32HashKey;
  /** Mark that packets have to have (`TCA_U32_MARK`). */
  mark?: Masked;
  /** Device that packets have to come by (`TCA_U32_INDEV`). */
  inputDevice?: Device;
  /** Number of packets that came; read-only (`TCA_U32_PCNT`). */
  readonly checked?: bigint;
  /** Number of packets that matched; read-only (`TCA_U32_PCNT`). */
  readonly matched?: bigint;
}

function selectorOf(data: U32Data): U32Selector {
  return data.selector ??= { ...blank(u32SelectorHeader), keys: [] };
}

const keys = listOf(u32Word);

const words: Field<U32Word[], U32Data> = {
  from: ["selector"],
  read: ({ selector }) => selector && keys.fromKernel(selector.keys),
  write: (data, value, fieldPath) => {
    const selector = selectorOf(data);
    selector.keys.push(...keys.toKernel(value, fieldPath)!);
    selector.keyCount = selector.keys.length;
  },
};

/** Fields of a header, which are written as keys. */
function ip(version: 4 | 6): Field<U32Ip, U32Data> {
  return {
    from: [],
    read: () => undefined,
    write: (data, value, fieldPath) => {
      const selector = selectorOf(data);
      selector.keys.push(...u32IpFields(version, value, fieldPath));
      selector.keyCount = selector.keys.length;
    },
  };
}

const terminal: Field<boolean, U32Data> = {
  from: ["selector"],
  read: ({ selector }) => selector && (selector.flags & TC_U32_TERMINAL) !== 0,
  write: (data, value, fieldPath) => {
    const selector = selectorOf(data);
    selector.flags = checkBoolean(value, fieldPath)
      ? selector.flags | TC_U32_TERMINAL
      : selector.flags & ~TC_U32_TERMINAL;
  },
};

interface OffsetData {
  offset?: number;
  offsetAt?: number;
  offsetMask?: number;
  offsetShift?: number;
  eat?: number;
}

const offsets: Mapping<U32Offset, OffsetData> = mapping({
  plus: ["offset", integer(0, 0xffff)],
  at: ["offsetAt", integer(-0x8000, 0x7fff)],
  mask: ["offsetMask", integer(0, 0xffff)],
  shift: ["offsetShift", integer(0, 0xff)],
  eat: {
    read: ({ eat }) => eat === undefined ? undefined : true,
    write: (data, value, fieldPath) => {
      if (checkBoolean(value, fieldPath)) data.eat = 1;
    },
  },
});

const MOVES = TC_U32_OFFSET | TC_U32_VAROFFSET | TC_U32_EAT;

const offset: Field<U32Offset, U32Data> = {
  from: ["selector"],
  read: ({ selector }) => {
    if (selector === undefined || (selector.flags & MOVES) === 0) {
      return undefined;
    }
    const { flags, offset, offsetAt, offsetMask, offsetShift } = selector;
    return {
      ...(flags & TC_U32_OFFSET) !== 0 && { plus: offset },
      ...(flags & TC_U32_VAROFFSET) !== 0 &&
        { at: offsetAt, mask: offsetMask, shift: offsetShift },
      ...(flags & TC_U32_EAT) !== 0 && { eat: true },
    };
  },
  write: (data, value, fieldPath) => {
    const { eat, ...members } = offsets.toKernel(value, fieldPath);
    const selector = Object.assign(selectorOf(data), members);
    const { offset, ...variable } = members;
    if (offset !== undefined) selector.flags |= TC_U32_OFFSET;
    if (Object.keys(variable).length > 0) selector.flags |= TC_U32_VAROFFSET;
    if (eat !== undefined) selector.flags |= TC_U32_EAT;
  },
};

const hashKeys: Mapping<U32HashKey, Pick<U32Selector, "hashAt" | "hashMask">> =
  mapping({
    at: ["hashAt", integer(-0x8000, 0x7fff)],
    mask: ["hashMask", uint32],
  }, () => ({ hashAt: 0, hashMask: 0 }));

const hashKey: Field<U32HashKey, U32Data> = {
  from: ["selector"],
  read: ({ selector }) =>
    selector && selector.hashMask !== 0
      ? hashKeys.fromKernel(selector)
      : undefined,
  write: (data, value, fieldPath) => {
    Object.assign(selectorOf(data), hashKeys.toKernel(value, fieldPath));
  },
};

const mark: Field<Masked, U32Data> = {
  from: ["mark"],
  read: ({ mark }) =>
    mark &&
    (mark.mask === 0xffffffff
      ? mark.value
      : { value: mark.value, mask: mark.mask }),
  write: (data, value, fieldPath) => {
    const pair = maskedToKernel(value, uint32, 0xffffffff, fieldPath);
    data.mark = { ...pair, success: 0 };
  },
};

/** How {@linkcode U32Options} and {@linkcode U32Data} correspond. */
export const u32Mapping: Mapping<U32Options, U32Data> = mapping({
  keys: words,
  ip: ip(4),
  ip6: ip(6),
  terminal,
  link: u32Handle,
  table: ["hash", u32Handle],
  divisor: number,
  offset,
  hashKey,
  mark,
  inputDevice: deviceName,
  ...hardwareFields<U32Data>("flags"),
  checked: readOnly("counters", { fromKernel: ({ checked }) => checked }),
  matched: readOnly("counters", { fromKernel: ({ matched }) => matched }),
}, u32Data);
