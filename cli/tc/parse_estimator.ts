/**
 * How rates are estimated, as `tc` takes it: `estimator INTERVAL TIME_CONSTANT`.
 *
 * @module
 */

import { makeEstimator, type TcEstimator } from "../../messages/tc/stats.ts";
import type { Arguments } from "../parse/arguments.ts";
import { duplicateArgument, fail, invalidArgument } from "../parse/errors.ts";
import type { Form } from "../parse/form.ts";
import { microseconds } from "../parse/numbers.ts";

/** The form of an estimator, after its keyword. */
export const ESTIMATOR: Form = "INTERVAL TIME_CONSTANT";

const A_SECOND = 1e6;

/**
 * Takes an estimator.
 *
 * @param args The arguments after the keyword.
 * @param before The estimator that was given before, if there was one.
 * @returns The estimator.
 * @throws {CommandError} If a time is none, or both do not go together.
 */
export function takeEstimator(
  args: Arguments,
  before: TcEstimator | undefined,
): TcEstimator {
  const take = (problem: string): number => {
    const arg = args.take();
    if (before !== undefined) throw duplicateArgument("estimator", arg);
    const time = microseconds(arg);
    if (time === undefined) throw invalidArgument(problem, "estimator");
    return time / A_SECOND;
  };
  const interval = take("invalid estimator interval");
  const made = makeEstimator(
    interval,
    take("invalid estimator time constant"),
  );
  if (made !== undefined) return made;
  throw fail(255, "Error: estimator parameters are out of range.");
}
