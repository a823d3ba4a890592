/**
 * Runs the programs of `examples/` as users do.
 *
 * @module
 */
import { assert } from "@std/assert";

/** The permission that sockets need, and all that examples get. */
const SOCKETS = ["--allow-ffi"];

function command(
  name: string,
  permissions: string[],
  args: string[],
): Deno.CommandOptions {
  const path = new URL(`../../examples/${name}`, import.meta.url).pathname;
  return {
    args: ["run", "--no-check", "--no-prompt", ...permissions, path, ...args],
    env: { NO_COLOR: "1" },
    stdin: "null",
    stdout: "piped",
  };
}

/** What an example is run with. */
export interface RunOptions {
  /** Its arguments. */
  args?: string[];
  /** What it is permitted; sockets if this is missing. */
  permissions?: string[];
}

/**
 * Runs an example to its end.
 *
 * @param name Its file.
 * @param options What to run it with.
 * @returns What it printed.
 * @throws {Error} If it failed.
 */
export function runExample(
  name: string,
  { args = [], permissions = SOCKETS }: RunOptions = {},
): string {
  const { code, stdout, stderr } = new Deno.Command(
    Deno.execPath(),
    { ...command(name, permissions, args), stderr: "piped" },
  ).outputSync();
  if (code === 0) return inOneLine(new TextDecoder().decode(stdout));
  throw new Error(
    `${name} ended with ${code}: ${new TextDecoder().decode(stderr)}`,
  );
}

/** Objects as Deno prints them: Bun has a line for each property. */
function inOneLine(text: string): string {
  return text.replace(/\{\n([^{}]*),\n\}/g, (_, properties: string) => {
    return `{ ${properties.trim().replace(/,\n\s*/g, ", ")} }`;
  });
}

/** A program of `examples/` that is running. */
export class Example implements AsyncDisposable {
  readonly #process: Deno.ChildProcess;
  readonly #lines: AsyncIterator<string>;

  /**
   * Starts it.
   *
   * @param name Its file.
   * @param args Its arguments.
   */
  constructor(name: string, ...args: string[]) {
    this.#process = new Deno.Command(
      Deno.execPath(),
      command(name, SOCKETS, args),
    ).spawn();
    this.#lines = lines(this.#process.stdout);
  }

  /** Its next line of output. */
  async line(): Promise<string> {
    const { value, done } = await this.#lines.next();
    assert(!done, "the example has ended");
    return value;
  }

  /** Sends it a signal. */
  signal(signal: Deno.Signal): void {
    this.#process.kill(signal);
  }

  /** Its exit code, once it has ended by itself. */
  async code(): Promise<number> {
    return (await this.#process.status).code;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    try {
      this.#process.kill();
    } catch {
      // It has ended by itself.
    }
    await this.#lines.return?.();
    await this.#process.status;
  }
}

async function* lines(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<string, void> {
  let text = "";
  for await (const part of stream.pipeThrough(new TextDecoderStream())) {
    const all = (text + part).split("\n");
    text = all.pop()!;
    yield* all;
  }
}
