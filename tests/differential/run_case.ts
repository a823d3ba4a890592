/**
 * Runs one differential case.
 *
 * @module
 */
import type { AnyProgram } from "../../cli/runtime/context.ts";
import { inNewNamespace } from "../support/namespace.ts";
import { type Case, quote, type Step } from "./case.ts";
import { difference, mask } from "./compare.ts";
import { compareStates, showsOfState } from "./states.ts";
import { type Result, runShell } from "./theirs.ts";

/** How a case ended. */
export interface Outcome {
  /** Differences, in words; none if all is equal. */
  readonly failures: string[];
  /** How many command lines were compared. */
  readonly compared: number;
  /** What the kernel lacks for this case, if it does. */
  readonly skipped?: string;
}

/** Runs a program of ours in this thread's namespace. */
export type RunOurs = (
  program: AnyProgram,
  words: readonly string[],
) => Promise<Result>;

/** A command line that both programs have run. */
export interface Comparison {
  /** Its words, with `$TMP` replaced. */
  readonly words: readonly string[];
  /** Names whose numbers may differ. */
  readonly masked: readonly string[];
  /** What the real program did. */
  readonly theirs: Result;
  /** What ours did: what `RunOurs` returned. */
  readonly ours: Result;
}

/**
 * What `ip` or the kernel report of something that the kernel does not have.
 */
const LACKING =
  /Unknown device type|Operation not supported|Unknown error 524|Protocol not supported|Address family not supported|Unknown qdisc|Specified qdisc (kind is unknown|not found)|Failed to load TC action module|isn.t enabled/;

/**
 * Runs a case in fresh namespaces.
 *
 * @param program The program that is compared.
 * @param subject The case.
 * @param runOurs Runs ours.
 * @param comparisons Where the command lines that are compared are added.
 * @returns How it ended.
 */
export async function runCase(
  program: AnyProgram,
  subject: Case,
  runOurs: RunOurs,
  comparisons: Comparison[] = [],
): Promise<Outcome> {
  try {
    return await new Runner(program, subject, runOurs, comparisons).run();
  } catch (error) {
    if (error instanceof Lacking) {
      return { failures: [], compared: 0, skipped: error.message };
    }
    if (error instanceof Broken) {
      return { failures: [error.message], compared: 0 };
    }
    throw error;
  }
}

type Maker = "ours" | "theirs";

/**
 * After so long, links have their final state: the kernel follows carriers once
 * a second. Whatever differs is looked at a second time then.
 */
const SETTLED_MS = 1200;

/**
 * How long states may take until they are compared, the last time with
 * addresses of IPv6 that have been checked for duplicates, which takes up to
 * two seconds.
 */
const PATIENCE_MS: readonly number[] = [0, SETTLED_MS, 3500];

/** How often that is done: between two programs, a clock may have gone on. */
const RETRIES = 4;

class Lacking extends Error {}
class Broken extends Error {}

class Runner {
  readonly #program: AnyProgram;
  readonly #case: Case;
  readonly #runOurs: RunOurs;
  readonly #failures: string[] = [];
  readonly #makes: boolean;
  readonly #comparisons: Comparison[];
  #folder = "";
  #settled = false;

  constructor(
    program: AnyProgram,
    subject: Case,
    runOurs: RunOurs,
    comparisons: Comparison[],
  ) {
    this.#program = program;
    this.#case = subject;
    this.#runOurs = runOurs;
    this.#comparisons = comparisons;
    this.#makes = subject.steps.some(({ type }) => type === "make");
  }

  async run(): Promise<Outcome> {
    this.#folder = Deno.makeTempDirSync({ prefix: "differential-" });
    try {
      if (this.#makes) await this.#compareStates();
      else await inNewNamespace(() => this.#walk("ours"));
      return { failures: this.#failures, compared: this.#comparisons.length };
    } finally {
      Deno.removeSync(this.#folder, { recursive: true });
      removeNamespaces();
    }
  }

  /** The `=` lines: by them in one namespace, by us in another. */
  async #compareStates(trial = 0): Promise<void> {
    const patience = PATIENCE_MS[trial] ?? 0;
    const shows = showsOfState(this.#program.name, this.#case);
    const makeBy = (maker: Maker) =>
      inNewNamespace(async () => {
        const results = await this.#walk(maker);
        await sleep(patience);
        return { results, states: runShell(shows) };
      });
    const theirs = await makeBy("theirs");
    removeNamespaces();
    const ours = await makeBy("ours");
    const text = this.#case.text;
    const differences = shows.map((_, index) =>
      compareStates(
        theirs.states[index]?.stdout ?? "",
        ours.states[index]?.stdout ?? "",
        text,
      )
    );
    const last = trial === PATIENCE_MS.length - 1;
    if (!last && differences.some((each) => each !== undefined)) {
      removeNamespaces();
      this.#reset();
      return await this.#compareStates(trial + 1);
    }
    for (const [index, { words, result }] of theirs.results.entries()) {
      const other = ours.results[index];
      if (other !== undefined) this.#compare(words, result, other.result, []);
    }
    for (const [index, show] of shows.entries()) {
      this.#report(`state by ${show}`, differences[index]);
    }
  }

  /** Waits for the kernel, once. */
  async #settle(): Promise<void> {
    if (!this.#settled) await sleep(SETTLED_MS);
    this.#settled = true;
  }

  #reset(): void {
    this.#failures.length = 0;
    this.#comparisons.length = 0;
  }

  /** Takes the steps; results are those of the `=` lines. */
  async #walk(
    maker: Maker,
  ): Promise<{ words: readonly string[]; result: Result }[]> {
    const made: { words: readonly string[]; result: Result }[] = [];
    const steps = this.#case.steps;
    for (let at = 0; at < steps.length;) {
      const step = steps[at] as Step;
      let end = at + 1;
      if (step.type !== "ours" && step.type !== "error") {
        while (steps[end]?.type === step.type) end++;
      }
      const run = steps.slice(at, end);
      at = end;
      switch (step.type) {
        case "setup":
          this.#setUp(run.filter((each) => each.type === "setup"));
          break;
        case "ours":
          await this.#setUpByUs(step.words);
          break;
        case "make":
          made.push(
            ...await this.#make(
              run.filter((each) => each.type === "make"),
              maker,
            ),
          );
          break;
        case "show":
          if (maker === "ours" || !this.#makes) {
            await this.#show(run.filter((each) => each.type === "show"));
          }
          break;
        case "error":
          if (maker === "ours" || !this.#makes) await this.#fail(step.words);
          break;
      }
    }
    return made;
  }

  #setUp(steps: readonly { command: string }[]): void {
    const commands = steps.map(({ command }) =>
      command.replaceAll("$TMP", this.#folder)
    );
    for (const [index, { code, stderr }] of runShell(commands).entries()) {
      if (code === 0) continue;
      const reason = `${commands[index]}: ${stderr.trim()}`;
      if (LACKING.test(stderr)) throw new Lacking(reason);
      throw new Broken(`Cannot set up: ${reason}`);
    }
  }

  async #setUpByUs(words: readonly string[]): Promise<void> {
    const { code, stderr } = await this.#ours(this.#expand(words));
    if (code !== 0) {
      throw new Broken(`Cannot set up: ours ${words.join(" ")}: ${stderr}`);
    }
  }

  async #make(
    steps: readonly { words: readonly string[] }[],
    maker: Maker,
  ): Promise<{ words: readonly string[]; result: Result }[]> {
    const lines = steps.map(({ words }) => this.#expand(words));
    const results = maker === "theirs" ? this.#runTheirs(lines) : [];
    if (maker === "ours") {
      for (const words of lines) results.push(await this.#ours(words));
    }
    return lines.map((words, index) => ({
      words,
      result: results[index] as Result,
    }));
  }

  async #show(
    steps: readonly { words: readonly string[]; masked: readonly string[] }[],
  ): Promise<void> {
    const lines = steps.map(({ words }) => this.#expand(words));
    const theirs = this.#runTheirs(lines);
    for (const [index, { masked }] of steps.entries()) {
      const words = lines[index] ?? [];
      let [expected, actual] = [theirs[index], await this.#ours(words)];
      for (let i = 0; i < RETRIES; i++) {
        if (isSame(expected, actual, masked)) break;
        await this.#settle();
        [expected] = this.#runTheirs([words]);
        actual = await this.#ours(words);
      }
      this.#compare(words, expected as Result, actual, masked);
    }
  }

  async #fail(line: readonly string[]): Promise<void> {
    const words = this.#expand(line);
    const [theirs] = this.#runTheirs([words]) as [Result];
    if (theirs.code === 0) {
      throw new Broken(
        `${this.#program.name} accepts what should be an error: ${
          words.join(" ")
        }`,
      );
    }
    this.#compare(words, theirs, await this.#ours(words), []);
  }

  #compare(
    words: readonly string[],
    theirs: Result,
    ours: Result,
    masked: readonly string[],
  ): void {
    this.#comparisons.push({ words, masked, theirs, ours });
    const line = this.#line(words);
    for (const stream of ["stdout", "stderr"] as const) {
      this.#report(
        `${line} (${stream})`,
        difference(mask(theirs[stream], masked), mask(ours[stream], masked)),
      );
    }
    if (theirs.code !== ours.code) {
      this.#report(
        line,
        `  exit code ${theirs.code} of theirs, ${ours.code} of ours`,
      );
    }
  }

  #report(what: string, difference: string | undefined): void {
    if (difference !== undefined) this.#failures.push(`${what}\n${difference}`);
  }

  #ours(words: readonly string[]): Promise<Result> {
    return this.#runOurs(this.#program, words);
  }

  #runTheirs(lines: readonly (readonly string[])[]): Result[] {
    return runShell(
      lines.map((words) => `${this.#line(words)} </dev/null`),
    );
  }

  /** A command line as it is typed. */
  #line(words: readonly string[]): string {
    return [this.#program.name, ...words.map(quote)].join(" ");
  }

  #expand(words: readonly string[]): string[] {
    return words.map((word) => word.replaceAll("$TMP", this.#folder));
  }
}

function isSame(
  theirs: Result | undefined,
  ours: Result,
  masked: readonly string[],
): boolean {
  return theirs?.code === ours.code &&
    mask(theirs.stdout, masked) === mask(ours.stdout, masked) &&
    mask(theirs.stderr, masked) === mask(ours.stderr, masked);
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Named namespaces outlive the case; only the virtual machine may have any. */
function removeNamespaces(): void {
  if (Deno.env.get("KERNEL_VM") === undefined) return;
  runShell(["ip -all netns delete"]);
}
