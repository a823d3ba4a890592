/**
 * Programs that run until they are stopped, such as `ip monitor`.
 *
 * @module
 */
import { findJudge } from "./judge.ts";

const cli = new URL("../../cli.ts", import.meta.url).pathname;
const judge = findJudge();

/** Our program. */
export const ours: readonly string[] = [
  Deno.execPath(),
  "run",
  "-A",
  "--no-check",
  cli,
];
/** What runs the programs of iproute2 that ours is compared with. */
export const environment: readonly string[] = typeof judge === "string"
  ? []
  : ["env", `PATH=${judge.path}`];
/** The real program. */
export const theirs: readonly string[] = [...environment, "ip"];

/** A program that writes into files. */
export class Program implements Disposable {
  readonly #folder = Deno.makeTempDirSync();
  readonly #process: Deno.ChildProcess;
  #start = 0;

  constructor(command: readonly string[], args: readonly string[]) {
    const words = [...command, ...args].map((word) => `'${word}'`).join(" ");
    const { out, err } = this.#files();
    this.#process = new Deno.Command("sh", {
      args: ["-c", `exec ${words} > ${out} 2> ${err}`],
    }).spawn();
  }

  #files() {
    return { out: `${this.#folder}/out`, err: `${this.#folder}/err` };
  }

  /** How much it has written so far. */
  get size(): number {
    return sizeOf(this.#files().out);
  }

  /** Forgets what it has written so far. */
  start(): void {
    this.#start = this.size;
  }

  /** The lines that it has written since, without times, and all errors. */
  read(): { out: string[]; err: string } {
    const { out, err } = this.#files();
    const text = new TextDecoder().decode(
      Deno.readFileSync(out).subarray(this.#start),
    );
    return {
      out: withoutTimes(text).split("\n"),
      err: Deno.readTextFileSync(err),
    };
  }

  [Symbol.dispose](): void {
    this.#process.kill("SIGKILL");
    Deno.removeSync(this.#folder, { recursive: true });
  }
}

/**
 * Hides times.
 *
 * @param text Output of a monitor.
 * @returns The same without the times of what happened.
 */
export function withoutTimes(text: string): string {
  return text
    .replace(/^Timestamp: .*$/gm, "Timestamp: …")
    .replace(/^\[\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\] /gm, "[…] ");
}

/**
 * Waits until programs have written nothing for a while.
 *
 * @param programs The programs.
 */
export async function settle(programs: readonly Program[]): Promise<void> {
  for (let before = -1;;) {
    await new Promise((resolve) => setTimeout(resolve, 400));
    const now = programs.reduce((n, { size }) => n + size, 0);
    if (now === before) return;
    before = now;
  }
}

/**
 * The size of a file.
 *
 * @param file The file.
 * @returns Its size in bytes; 0 if there is none.
 */
export function sizeOf(file: string): number {
  try {
    return Deno.statSync(file).size;
  } catch {
    return 0;
  }
}
