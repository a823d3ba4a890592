/**
 * Reads declarations of tests, in whichever way they are written.
 *
 * @module
 */

/** A test that was declared. */
export interface Declared {
  /** Its name. */
  name: string;
  /** Whether it is left out. */
  ignore?: boolean;
  /** What it does. */
  fn: (context: unknown) => void | Promise<void>;
}

/** What `Deno.test` takes. */
export type Argument = string | Declared | Declared["fn"] | Partial<Declared>;

/**
 * Reads what `Deno.test` was called with.
 *
 * @param args What it was called with.
 * @returns The test.
 */
export function declaredBy(...args: readonly Argument[]): Declared {
  const declared: Partial<Declared> = {};
  for (const arg of args) {
    if (typeof arg === "string") declared.name = arg;
    else if (typeof arg === "function") declared.fn = arg;
    else Object.assign(declared, arg);
  }
  declared.name ??= declared.fn!.name;
  return declared as Declared;
}

/** What has become of a test. */
export interface Outcome {
  /** The file, below `tests/`, without what follows the last point. */
  readonly file: string;
  /** The name of the test. */
  readonly name: string;
  /** What has become of it; `declared` if it was not to run. */
  readonly state: "passed" | "failed" | "ignored" | "declared";
}

/**
 * Names a file as {@linkcode Outcome} does.
 *
 * @param path The path or URL of the file.
 * @returns Its name.
 */
export function fileName(path: string): string {
  return path.replace(/^.*\/tests\//, "").replace(/\.[jt]s$/, "");
}
