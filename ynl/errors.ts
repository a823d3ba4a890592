/**
 * What is wrong with a specification.
 *
 * @module
 */

/** A specification cannot be read. */
export class SpecError extends Error {
  /**
   * Makes the error.
   *
   * @param spec Which specification.
   * @param reason What is wrong with it.
   * @param options What caused it.
   */
  constructor(spec: string, reason: string, options?: ErrorOptions) {
    super(`Cannot read specification ${spec}: ${reason}`, options);
    this.name = "SpecError";
  }
}
