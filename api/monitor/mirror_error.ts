/**
 * Why waiting for a mirror failed.
 *
 * @module
 */

/** The condition that a mirror was asked to wait for did not come true. */
export class ConditionTimeoutError extends Error {
  /** How long it was waited for, in seconds. */
  readonly timeout: number;

  /**
   * Makes the error.
   *
   * @param timeout How long it was waited for, in seconds.
   */
  constructor(timeout: number) {
    super(
      `Cannot wait any longer: the condition is not met after ${timeout} s`,
    );
    this.name = "ConditionTimeoutError";
    this.timeout = timeout;
  }
}

/** The mirror was closed. */
export class MirrorClosedError extends Error {
  /** Makes the error. */
  constructor() {
    super("Cannot wait: the mirror is closed");
    this.name = "MirrorClosedError";
  }
}
