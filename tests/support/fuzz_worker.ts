/**
 * The thread of `fuzz.ts`.
 *
 * @module
 */
/// <reference lib="deno.worker" />
import type { FuzzModule, FuzzTask } from "./fuzz.ts";

self.onmessage = async ({ data }: MessageEvent<FuzzTask>) => {
  const { module, count, seed, done } = data;
  const { check }: FuzzModule = await import(module);
  Atomics.store(done, 0, 0);
  for (let i = 0; i < count; i++) {
    try {
      check(seed + i);
    } catch (error) {
      const text = error instanceof Error ? error.stack : error;
      self.postMessage({ failure: `Seed ${seed + i} of ${module}: ${text}` });
      return;
    }
    Atomics.store(done, 0, i + 1);
  }
  self.postMessage({});
};
