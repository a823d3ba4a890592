/**
 * Programs that take commands and report how long they took.
 *
 * @module
 */

/** One measurement. */
export interface Sample {
  /** How long everything took, in nanoseconds. */
  ns: number;
  /** How many objects or requests that were. */
  count: number;
  /** Time of the processor, in nanoseconds, where it was measured. */
  cpu?: number;
  /** Median of the single times, where they were measured. */
  median?: number;
  /** 99th percentile of the single times, where they were measured. */
  p99?: number;
  /** How often notifications were lost, where they are counted. */
  lost?: number;
}

/** A program that waits for commands. */
export class Contender implements AsyncDisposable {
  readonly #child: Deno.ChildProcess;
  readonly #input: WritableStreamDefaultWriter<Uint8Array>;
  readonly #lines: AsyncGenerator<string>;

  /**
   * Starts the program.
   *
   * @param program The program and its arguments.
   */
  constructor([program, ...args]: readonly string[]) {
    this.#child = new Deno.Command(program!, {
      args,
      stdin: "piped",
      stdout: "piped",
    }).spawn();
    this.#input = this.#child.stdin.getWriter();
    this.#lines = lines(this.#child.stdout);
  }

  /** Its process. */
  get pid(): number {
    return this.#child.pid;
  }

  /**
   * Has it carry out a command.
   *
   * @param command The command.
   * @returns The measurement.
   */
  async run(command: string): Promise<Sample> {
    await this.#input.write(new TextEncoder().encode(`${command}\n`));
    return await this.next(command);
  }

  /**
   * Waits for one more measurement, of commands that report several.
   *
   * @param command The command, for errors.
   * @returns The measurement.
   */
  async next(command: string): Promise<Sample> {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`Cannot run ${command}: the program has ended`);
    return JSON.parse(value) as Sample;
  }

  /** Ends the program. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#input.close();
    await this.#child.status;
  }
}

async function* lines(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<string> {
  let rest = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    const parts = (rest + text).split("\n");
    rest = parts.pop()!;
    yield* parts;
  }
}
