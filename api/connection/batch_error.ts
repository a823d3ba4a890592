/**
 * What can go wrong with a batch of requests.
 *
 * @module
 */

/** One request of a batch that failed. */
export interface BatchFailure {
  /** Which request, counted from 0. */
  readonly index: number;
  /** Why: a `NetlinkError`, unless it was never sent. */
  readonly error: Error;
}

/** Some requests of a batch failed; all others were carried out. */
export class BatchError extends Error {
  /** The requests that failed, in their order. */
  readonly failures: readonly BatchFailure[];
  /** How many requests were carried out. */
  readonly succeeded: number;
  /** How many requests at the end were not sent any more. */
  readonly unsent: number;

  /**
   * Makes the error.
   *
   * @param failures The requests that failed, in their order.
   * @param succeeded How many requests were carried out.
   * @param unsent How many requests were not sent any more.
   */
  constructor(
    failures: readonly BatchFailure[],
    succeeded: number,
    unsent = 0,
  ) {
    const total = failures.length + succeeded + unsent;
    const first = failures[0];
    super(
      `Cannot carry out ${failures.length} of ${total} requests: ` +
        `the first is number ${first?.index}: ${first?.error.message}`,
      { cause: first?.error },
    );
    this.name = "BatchError";
    this.failures = failures;
    this.succeeded = succeeded;
    this.unsent = unsent;
  }
}
