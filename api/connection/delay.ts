/**
 * Waiting for time to pass.
 *
 * @module
 */

/**
 * Waits.
 *
 * @param milliseconds How long.
 * @param signal Stops waiting: the promise rejects with its reason.
 */
export async function delay(
  milliseconds: number,
  signal?: AbortSignal,
): Promise<void> {
  signal?.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const abort = () => reject(signal!.reason);
  const timer = setTimeout(resolve, milliseconds);
  signal?.addEventListener("abort", abort);
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
}
