/**
 * What suites have in common.
 *
 * @module
 */

import type { Connection } from "../../api/connection/connection.ts";
import type { Contender, Sample } from "../support/contender.ts";
import type { Comparison, Contenders } from "../support/rounds.ts";
import { median } from "../support/statistics.ts";
import { formatTime } from "../support/table.ts";

/** What suites work with. */
export interface Bench {
  /** A connection to the namespace. */
  readonly connection: Connection;
  /** The programs to compare. */
  readonly contenders: Contenders;
  /** A program that makes changes while others watch. */
  readonly changer: Contender;
  /** The C program, where there is a compiler. */
  readonly receiver: string | undefined;
}

/** Measures something and yields tables. */
export type Suite = (bench: Bench) => AsyncGenerator<string>;

/** Head of the tables that {@linkcode row} makes lines for. */
export const HEAD: readonly string[] = [
  "",
  "C",
  "this library",
  "ratio",
  "of processor time",
  "goal",
];

/** What a line of a table shows. */
export interface RowOptions {
  /** The greatest ratio that is good. */
  readonly goal?: number;
  /** Whether the goal is for time of the processor. */
  readonly processor?: boolean;
  /** Which time of a sample to show. */
  readonly pick?: (sample: Sample) => number;
}

/** A line of a table: times for each of something, and their ratios. */
export function row(
  name: string,
  { c, deno }: Comparison,
  {
    goal,
    processor = false,
    pick = ({ ns, count }) => ns / count,
  }: RowOptions = {},
): string[] {
  const theirs = c.length === 0 ? undefined : median(c.map(pick));
  return [
    name,
    theirs === undefined ? "" : formatTime(theirs),
    formatTime(median(deno.map(pick))),
    ratio(c, deno, pick),
    ratio(c, deno, ({ cpu, count }) => (cpu ?? 0) / count),
    goal === undefined
      ? ""
      : `≤ ${goal.toFixed(2)}${processor ? " (processor)" : ""}`,
  ];
}

/** The median of the ratios of each round, which the same load has hit. */
function ratio(
  c: readonly Sample[],
  deno: readonly Sample[],
  pick: (sample: Sample) => number,
): string {
  if (c.length === 0) return "";
  const ratios = deno.map((sample, round) => pick(sample) / pick(c[round]!));
  return median(ratios).toFixed(2);
}

/** The command that starts this library's side. */
export const WORKER: readonly string[] = worker();

/**
 * The command that starts this library's side.
 *
 * @param flags More flags of Deno.
 * @returns The command.
 */
export function worker(...flags: string[]): string[] {
  const file = new URL("../worker.ts", import.meta.url).pathname;
  return [Deno.execPath(), "run", "--allow-all", "--no-check", ...flags, file];
}
