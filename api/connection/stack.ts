/**
 * Stacks of errors that show who asked.
 *
 * A stack has ten frames: where the kernel's answer is read, all of them are
 * this library's. The stack is therefore taken again where the error is thrown,
 * from where the frames that wait lead to the caller. That takes place for
 * errors only, so that it costs requests that succeed nothing.
 *
 * @module
 */

/**
 * Has the stack of an error begin where the error is thrown.
 *
 * @param error What is thrown.
 * @param signal A signal whose reason is left as it is.
 * @returns The same error.
 */
export function retraced<T>(error: T, signal?: AbortSignal): T {
  if (error instanceof Error && error !== signal?.reason) {
    Error.captureStackTrace(error, retraced);
  }
  return error;
}
