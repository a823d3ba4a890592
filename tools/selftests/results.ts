/**
 * What test scripts print, as results that can be compared.
 *
 * @module
 */

/** How a test of a script ended. `missing`: it was not reached. */
export type Outcome = "pass" | "fail" | "skip" | "missing";

/** A test that ended differently with two programs. */
export interface Difference {
  /** What the script calls it, with a number if it does so more than once. */
  readonly name: string;
  /** How it ends with the real program. */
  readonly real: Outcome;
  /** How it ends with ours. */
  readonly ours: Outcome;
}

/** How a script ends with two programs. */
export interface Comparison {
  /** How many tests end in which way with both. */
  readonly equal: Readonly<Record<"pass" | "fail" | "skip", number>>;
  readonly differences: readonly Difference[];
}

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  "OK": "pass",
  "PASS": "pass",
  "SUCCESS": "pass",
  "succeeded": "pass",
  "FAIL": "fail",
  "FAILED": "fail",
  "failed": "fail",
  // a failure that the kernel's scripts expect
  "XFAIL": "fail",
  "SKIP": "skip",
};

/**
 * Lines that are results: two forms of the kernel's scripts, which begin or end
 * with the outcome, and two of iproute2's, of which the last is that of a command.
 */
const FORMS = [
  /^\s*TEST: (?<name>.*?)\s*\[\s*(?<outcome>[A-Z]+)\s*\]\s*$/,
  /^(?<outcome>PASS|FAIL|SKIP|XFAIL): (?<name>.*)$/,
  /^(?<name>test on\b.*?)\s*\[(?<outcome>SUCCESS|FAILED)\]\s*$/,
  /^(?<name>\S+\.t: .*) (?<outcome>succeeded|failed)(?: with output)?:?$/,
];

/** Names that scripts make up are the same in each run but for these letters. */
const RANDOM = /\b([a-z]\w*)-[A-Za-z0-9]{6}\b/g;

/**
 * Reads results out of what a script prints.
 *
 * @param output What it printed.
 * @returns How each test ended, by its name, in order.
 */
export function parseResults(output: string): Map<string, Outcome> {
  const results = new Map<string, Outcome>();
  const seen = new Map<string, number>();
  for (const line of output.split("\n")) {
    const found = FORMS.map((form) => form.exec(line)?.groups)
      .find((groups) => groups !== undefined);
    const outcome = OUTCOMES[found?.outcome ?? ""];
    if (outcome === undefined) continue;
    const name = found!.name!.replaceAll(RANDOM, "$1-*");
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    results.set(count === 1 ? name : `${name} (${count})`, outcome);
  }
  return results;
}

/**
 * Compares how tests end with two programs.
 *
 * @param real Results with the real program.
 * @param ours Results with ours.
 * @returns Counts of what is equal, and what differs.
 */
export function compareResults(
  real: ReadonlyMap<string, Outcome>,
  ours: ReadonlyMap<string, Outcome>,
): Comparison {
  const equal = { pass: 0, fail: 0, skip: 0 };
  const differences: Difference[] = [];
  for (const name of new Set([...real.keys(), ...ours.keys()])) {
    const one = real.get(name) ?? "missing";
    const other = ours.get(name) ?? "missing";
    if (one === other && one !== "missing") equal[one]++;
    else differences.push({ name, real: one, ours: other });
  }
  return { equal, differences };
}
