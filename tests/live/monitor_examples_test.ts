import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { liveTest, sh } from "../support/live.ts";

/** A program of `examples/` that is running. */
class Example implements AsyncDisposable {
  readonly #process: Deno.ChildProcess;
  readonly #lines: AsyncIterator<string>;

  constructor(name: string, ...args: string[]) {
    const path = new URL(`../../examples/${name}`, import.meta.url).pathname;
    this.#process = new Deno.Command(Deno.execPath(), {
      args: ["run", "--no-check", "--allow-ffi", path, ...args],
      stdout: "piped",
    }).spawn();
    this.#lines = lines(this.#process.stdout);
  }

  /** Its next line of output. */
  async line(): Promise<string> {
    const { value, done } = await this.#lines.next();
    assert(!done, "the example has ended");
    return value;
  }

  /** Its exit code, once it has ended by itself. */
  async code(): Promise<number> {
    return (await this.#process.status).code;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    try {
      this.#process.kill();
    } catch {
      // It has ended by itself.
    }
    await this.#lines.return?.();
    await this.#process.status;
  }
}

async function* lines(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<string, void> {
  let text = "";
  for await (const part of stream.pipeThrough(new TextDecoderStream())) {
    const all = (text + part).split("\n");
    text = all.pop()!;
    yield* all;
  }
}

liveTest(
  "examples/react_to_carrier.ts tells when a link loses its carrier",
  { needs: ["kind veth"] },
  async () => {
    sh("ip", "link", "add", "eth7", "type", "veth", "peer", "name", "eth8");
    sh("ip", "link", "set", "eth7", "up");
    sh("ip", "link", "set", "eth8", "up");
    await using example = new Example("react_to_carrier.ts", "eth7");
    assertEquals(await example.line(), "watching eth7");
    sh("ip", "link", "set", "eth8", "down");
    assertEquals(await example.line(), "eth7: carrier is lost");
    sh("ip", "link", "set", "eth8", "up");
    assertEquals(await example.line(), "eth7: carrier is back");
    sh("ip", "link", "delete", "eth7");
    assertEquals(await example.line(), "eth7: carrier is lost");
  },
);

liveTest(
  "examples/log_all_namespaces.ts logs what happens elsewhere",
  { needs: ["vm"] },
  async () => {
    sh("ip", "netns", "add", "elsewhere");
    try {
      sh("ip", "netns", "set", "elsewhere", "5");
      await using example = new Example("log_all_namespaces.ts");
      assertEquals(await example.line(), "watching");
      sh("ip", "-n", "elsewhere", "link", "set", "lo", "up");
      const line = await example.line();
      assertStringIncludes(line, "namespace 5 new link lo");
      for (;;) {
        const line = await example.line();
        if (line.includes("address 127.0.0.1 on link 1")) break;
      }
    } finally {
      sh("ip", "netns", "delete", "elsewhere");
    }
  },
);

liveTest(
  "examples/mirror_links.ts waits until a link is up",
  { needs: ["kind veth"] },
  async () => {
    sh("ip", "link", "add", "eth7", "type", "veth", "peer", "name", "eth8");
    sh("ip", "address", "add", "192.0.2.7/24", "dev", "eth7");
    sh("ip", "link", "set", "eth8", "up");
    await using example = new Example("mirror_links.ts", "eth7");
    assertEquals(await example.line(), "3 links");
    sh("ip", "link", "set", "eth7", "up");
    assertEquals(await example.line(), "eth7 is up");
    assertEquals(await example.line(), "192.0.2.7");
    assertEquals(await example.code(), 0);
  },
);
