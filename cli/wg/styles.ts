/**
 * Colors of `wg`.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/wg.8.html | wg(8)}
 *
 * @module
 */

import type { Io } from "../runtime/io.ts";

/** Control sequences, or nothing where there are no colors. */
export interface Styles {
  /** Ends all styles. */
  readonly reset: string;
  /** Bold. */
  readonly bold: string;
  /** Red. */
  readonly red: string;
  /** Green. */
  readonly green: string;
  /** Yellow. */
  readonly yellow: string;
  /** Cyan. */
  readonly cyan: string;
}

const NONE: Styles = {
  reset: "",
  bold: "",
  red: "",
  green: "",
  yellow: "",
  cyan: "",
};

const ANSI: Styles = {
  reset: "\x1b[0m",
  bold: "\x1b[1m",
  red: "\x1b[31m",
  green: "\x1b[32m",
  yellow: "\x1b[33m",
  cyan: "\x1b[36m",
};

/**
 * The styles that `WG_COLOR_MODE` asks for: `always`, `never`, or those of a
 * terminal.
 *
 * @param io The output, and the variable.
 * @returns The styles.
 */
export function stylesOf(io: Io): Styles {
  const mode = io.env("WG_COLOR_MODE");
  if (mode === "always") return ANSI;
  return mode !== "never" && io.isTerminal ? ANSI : NONE;
}
