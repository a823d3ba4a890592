/**
 * The struct of what the kernel has counted of tasks, of any version.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/taskstats.h | linux/taskstats.h}
 *
 * @module
 */

import {
  blank,
  type Codec,
  DecodeError,
  LITTLE_ENDIAN,
  struct,
  u64,
} from "../codec/mod.ts";
import { once } from "../codec/once.ts";
import type { Members } from "../codec/struct.ts";
import {
  type Taskstats,
  taskstats,
  taskstatsMembers,
  uidOffset,
} from "./taskstats_struct.ts";

/**
 * The version whose longest and shortest delays are behind the totals, and not
 * at the end: that of Linux 6.14 and 6.15.
 */
const MIXED = 15;

/** Bytes that the longest and shortest of three delays take there. */
const MIXED_SHIFT = 48;

function mixed(): Members<Taskstats> {
  const moved: [string, unknown][] = [];
  for (const [name, codec] of Object.entries(taskstatsMembers)) {
    if (/DelayM(ax|in)$/.test(name)) continue;
    moved.push([name, codec]);
    if (!name.endsWith("DelayTotal")) continue;
    const start = name.slice(0, -"Total".length);
    moved.push([`${start}Max`, u64], [`${start}Min`, u64]);
  }
  return Object.fromEntries(moved) as Members<Taskstats>;
}

const mixedTaskstats = once(() =>
  struct<Taskstats>(mixed(), {
    optionalFrom: "freepagesCount",
    offsets: { acUid: uidOffset + MIXED_SHIFT },
  })
);

function layoutOf(version: number | undefined): Codec<Taskstats> {
  return version === MIXED ? mixedTaskstats() : taskstats;
}

/**
 * Codec of {@linkcode Taskstats} of any version: those of older kernels lack
 * counters at the end, those of newer ones have more, which are kept.
 */
export const anyTaskstats: Codec<Taskstats> = {
  shape: {
    kind: "custom",
    name: "taskstats",
    get samples() {
      return [MIXED - 1, MIXED, MIXED + 1].map((version) =>
        blank(taskstats, { version, acComm: "sh", cpuDelayMax: 5n })
      );
    },
    layout: taskstats as Codec<unknown>,
    alignment: 8,
  },
  size: 2,
  decode: (view, start, end, parent) => {
    if (end - start < 2) {
      throw new DecodeError(
        `Cannot decode taskstats: it has ${end - start} bytes`,
      );
    }
    const version = view.getUint16(start, LITTLE_ENDIAN);
    return layoutOf(version).decode(view, start, end, parent);
  },
  encode: (writer, value, parent) =>
    layoutOf(value?.version).encode(writer, value, parent),
};
