/**
 * A world for commands that has nothing but what a test puts into it.
 *
 * @module
 */
import type { Io } from "../../cli/runtime/io.ts";

/** A world of a test, and what was written into it. */
export interface TestIo extends Io {
  /** What was written to the output. */
  readonly written: Uint8Array<ArrayBuffer>;
  /** What was written about errors. */
  readonly errors: string;
}

/** What a test puts into the world. */
export interface World {
  /** The input. */
  input?: Uint8Array;
  /** Files that may be read, by their paths. */
  files?: Readonly<Record<string, string>>;
  /** Whether input and output are terminals. */
  terminal?: boolean;
}

/**
 * Makes a world.
 *
 * @param world What is in it.
 * @returns The world.
 */
export function testIo(world: World = {}): TestIo {
  const { input = new Uint8Array(), files = {}, terminal = false } = world;
  const encoder = new TextEncoder();
  const out: number[] = [];
  let errors = "";
  return {
    isTerminal: terminal,
    inputIsTerminal: terminal,
    out: (data) => {
      out.push(...typeof data === "string" ? encoder.encode(data) : data);
    },
    err: (text) => void (errors += text),
    lines: () => [],
    input: () => input,
    env: () => undefined,
    mayRead: (path) => path in files,
    readTextFile: (path) => files[path],
    readDirectory: () => [],
    get written() {
      return Uint8Array.from(out);
    },
    get errors() {
      return errors;
    },
  };
}
