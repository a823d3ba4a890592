/**
 * What the methods of families have in common.
 *
 * @module
 */

/**
 * Methods that send requests.
 *
 * @typeParam R What sends them.
 */
export class Requester<R> {
  /** Sends the requests. */
  protected readonly requests: R;

  /**
   * Makes the methods.
   *
   * @param requests Sends the requests.
   */
  constructor(requests: R) {
    this.requests = requests;
  }
}
