/**
 * `tc qdisc … etf`.
 *
 * @module
 */

import {
  CLOCKS,
  ETF_FLAGS,
  type EtfData,
  type EtfParameters,
} from "../../../messages/tc/qdiscs/etf.ts";
import { nameOf, valueOf } from "../../../messages/value_names.ts";
import { fail } from "../../parse/errors.ts";
import { type Grammar, takes, type Word } from "../../parse/grammar.ts";
import { parser, type QdiscKind } from "../kind.ts";
import { s32 } from "../settings.ts";

/** What stands for no clock. */
const NO_CLOCK = -1;

function flag(name: keyof typeof ETF_FLAGS): Word<EtfParameters> {
  return (spec) => {
    if (spec.flags & ETF_FLAGS[name]) {
      throw fail(1, `etf: duplicate "${name}" specification`);
    }
    spec.flags |= ETF_FLAGS[name];
  };
}

/** A clock by its name, with or without `CLOCK_`. */
export function clockOf(word: string): number | undefined {
  const name = word.replace(/^CLOCK_/i, "").toUpperCase();
  return valueOf<number>(CLOCKS, name);
}

/** The name of a clock. */
export function clockText(clock: number): string {
  return nameOf(CLOCKS, clock) ?? "invalid";
}

const GRAMMAR: Grammar<EtfParameters> = {
  "offload*": flag("offload"),
  "deadline_mode*": flag("deadline_mode"),
  "delta*": takes("NANOS", (spec, { args, context }) => {
    const word = args.take();
    if (spec.delta) throw fail(1, 'etf: duplicate "delta" specification');
    const delta = s32(word, context);
    if (delta === undefined) {
      throw fail(1, `etf: illegal value for "delta": "${word}"`);
    }
    spec.delta = delta;
  }),
  "clockid*": takes("CLOCKID", (spec, { args }) => {
    const word = args.take();
    if (spec.clockId !== NO_CLOCK) {
      throw fail(1, 'etf: duplicate "clockid" specification');
    }
    const clock = clockOf(word);
    if (clock === undefined) {
      throw fail(
        1,
        `etf: illegal value for "clockid": "${word}".\n` +
          "It must be a valid SYS-V id (i.e. CLOCK_TAI)",
      );
    }
    spec.clockId = clock;
  }),
  "skip_sock_check": flag("skip_sock_check"),
};

/** Earliest transmission time first. */
export const kind: QdiscKind<EtfData> = {
  parse: parser<EtfParameters, EtfData>(GRAMMAR, {
    start: () => ({ delta: 0, clockId: NO_CLOCK, flags: 0 }),
    finish: (parameters) => ({ parameters }),
    unknown: (word) => `etf: unknown parameter "${word}"\n`,
  }),
  print({ printer }, { parameters }) {
    if (parameters === undefined) return;
    const { clockId, delta, flags } = parameters;
    printer.named("clockid", clockText(clockId));
    printer.value("delta", delta >>> 0, `delta ${delta} `);
    const onOff = (name: keyof typeof ETF_FLAGS, after: string) => {
      const text = flags & ETF_FLAGS[name] ? "on" : "off";
      printer.value(name, text, `${name} ${text}${after}`);
    };
    onOff("offload", " ");
    onOff("deadline_mode", " ");
    onOff("skip_sock_check", "");
  },
};
