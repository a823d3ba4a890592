/**
 * What the methods of families have in common.
 *
 * @module
 */

import type { RequestOptions } from "../connection/connection.ts";
import { type IsMissing, orUndefined } from "./existence.ts";

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

/**
 * Methods that get objects.
 *
 * @typeParam R What sends requests.
 * @typeParam K What identifies an object.
 * @typeParam T The objects.
 * @typeParam O How to ask.
 */
export abstract class Finder<
  R,
  K,
  T,
  O extends RequestOptions = RequestOptions,
> extends Requester<R> {
  /** Recognizes the errors that mean that there is no such object. */
  protected abstract readonly isMissing: IsMissing;

  /**
   * Gets an object.
   *
   * @param key The object.
   * @param options How to ask.
   * @returns The object.
   */
  abstract get(key: K, options?: O): Promise<T>;

  /**
   * Gets an object, if it is there.
   *
   * @param key The object.
   * @param options How to ask.
   * @returns The object; `undefined` if there is none, or no such device.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If the kernel refuses for another reason.
   */
  async find(key: K, options: O = {} as O): Promise<T | undefined> {
    return await orUndefined(this.get(key, options), this.isMissing);
  }
}
