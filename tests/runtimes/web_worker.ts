/**
 * `Worker` as browsers and Deno have it, in Node and Bun.
 *
 * @module
 */
import * as threads from "node:worker_threads";

/** The module that threads begin with: this one. */
const HERE = new URL(import.meta.url);

type Handler<E> = ((event: E) => void) | undefined;

/** A thread. */
class WebWorker {
  readonly #thread: threads.Worker;
  onmessage: Handler<{ data: unknown }>;
  onerror: Handler<{ message: string; preventDefault(): void }>;

  constructor(url: URL | string) {
    this.#thread = new threads.Worker(HERE, {
      workerData: { module: String(url) },
    });
    this.#thread.on("message", (data: unknown) => this.onmessage?.({ data }));
    this.#thread.on(
      "error",
      ({ message }: Error) =>
        this.onerror?.({ message, preventDefault: () => {} }),
    );
  }

  postMessage(data: unknown): void {
    this.#thread.postMessage(data);
  }

  terminate(): void {
    this.#thread.terminate();
  }
}

/** Runs a module in this thread as a worker of browsers. */
async function work(port: threads.MessagePort, module: string): Promise<void> {
  const scope = globalThis as unknown as {
    self: unknown;
    postMessage: (data: unknown) => void;
    onmessage: Handler<{ data: unknown }>;
  };
  scope.self = scope;
  scope.postMessage = (data) => port.postMessage(data);
  await import("./deno_in_node.ts");
  await import(module);
  port.on("message", (data: unknown) => scope.onmessage?.({ data }));
}

const { isMainThread, parentPort, workerData } = threads;
if (isMainThread || typeof workerData?.module !== "string") {
  Object.assign(globalThis, { Worker: WebWorker });
} else if (parentPort !== null) await work(parentPort, workerData.module);
