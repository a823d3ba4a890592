import {
  assertEquals,
  assertInstanceOf,
  assertRejects,
  assertStrictEquals,
} from "@std/assert";
import { Connection } from "../../api/connection/connection.ts";
import { Links } from "../../api/link/link.ts";
import { type LinkMessage, linkMessage } from "../../messages/link/link.ts";
import { type LinkCondition, LinkTimeoutError } from "../../api/link/wait.ts";
import { TruncatedError } from "../../socket/error.ts";
import {
  FakeKernel,
  type Incoming,
  message,
  object,
  overflow,
} from "../support/fake_kernel.ts";
import { link, LinkKernel, open } from "../support/link_kernel.ts";

Deno.test("Links.waitFor() returns at once what is so already", async () => {
  const { kernel, links } = open();
  assertEquals((await links.waitFor("eth0", "present"))?.index, 2);
  assertStrictEquals(kernel.waits, 0);
});

Deno.test("Links.waitFor() looks again when something happens", async () => {
  const kernel = new LinkKernel();
  const news = new FakeKernel();
  const links = new Links(new Connection(kernel), () => news);
  const waiting = links.waitFor("eth1", "up");
  await news.awaited(0);
  assertEquals([...news.groups], [1]);
  kernel.links.push(link(7, { name: "eth1", operState: 2 }));
  news.deliver(notification(kernel.links.at(-1)!));
  await news.awaited(0);
  const asked = kernel.requests.length;
  // This is none of its business.
  news.deliver(notification(kernel.links[0]!));
  for (let i = 0; i < 50; i++) await Promise.resolve();
  assertEquals(kernel.requests.length, asked);
  kernel.links.at(-1)!.attributes.operState = 6;
  // Whatever was lost may have been about it.
  news.deliver(overflow());
  assertEquals((await waiting)?.state, "up");
  assertEquals(news.closed, true);
});

Deno.test("Links.waitFor() gives up when it is aborted", async () => {
  const news = new FakeKernel();
  const links = new Links(new Connection(new LinkKernel()), () => news);
  const stop = new AbortController();
  const waiting = links.waitFor("eth0", "absent", { signal: stop.signal });
  await news.awaited(0);
  stop.abort(new Error("enough"));
  assertInstanceOf(await assertRejects(() => waiting), Error, "enough");
  assertEquals(news.closed, true);
});

Deno.test("Links.waitFor() gives up in time", async () => {
  const cases: [LinkCondition, string][] = [
    ["absent", "Cannot wait for link eth0 until it is absent: "],
    [() => false, "Cannot wait for link eth0 for its condition: "],
  ];
  for (const [condition, text] of cases) {
    const news = new FakeKernel();
    const links = new Links(new Connection(new LinkKernel()), () => news);
    const error = await assertRejects(
      () => links.waitFor("eth0", condition, { timeout: 0.01 }),
      LinkTimeoutError,
      `${text}it took over 0.01 s`,
    );
    assertEquals([error.link, error.timeout], ["eth0", 0.01]);
    assertEquals(news.closed, true);
  }
});

Deno.test("Links.waitFor() gives up in time when the kernel does not answer", async () => {
  const news = new FakeKernel();
  const links = new Links(new Connection(new FakeKernel()), () => news);
  await assertRejects(
    () => links.waitFor(7, "up", { timeout: 0.01 }),
    LinkTimeoutError,
    "Cannot wait for link 7 until it is up: it took over 0.01 s",
  );
});

const losses: Record<string, Incoming> = {
  "overflow": overflow(),
  "a datagram that is too large": new TruncatedError(1 << 20, 1 << 18),
  "an overrun that the kernel reports": message({ type: 4 }),
  "a datagram that makes no sense": message({ type: 16, length: 9 }),
};
for (const [name, loss] of Object.entries(losses)) {
  Deno.test(`Links.waitFor() looks again after ${name}`, async () => {
    const kernel = new LinkKernel();
    const news = new FakeKernel();
    const links = new Links(new Connection(kernel), () => news);
    const waiting = links.waitFor("eth1", "present", { timeout: 30 });
    await news.awaited(0);
    kernel.links.push(link(7, { name: "eth1" }));
    news.deliver(loss);
    assertEquals((await waiting)?.index, 7);
  });
}

Deno.test("Links.waitFor() looks again when an answer is lost", async () => {
  const kernel = new LinkKernel();
  const { serve } = kernel;
  let asked = 0;
  kernel.serve = (request) => ++asked === 1 ? [overflow()] : serve(request);
  const news = new FakeKernel();
  const links = new Links(new Connection(kernel), () => news);
  assertEquals((await links.waitFor("eth0", "present"))?.index, 2);
  assertEquals(asked, 2);
});

Deno.test("Links.waitFor() refuses conditions that are not known", async () => {
  const { kernel, links } = open();
  for (const condition of ["presnt", "UP", "", 256, null, {}]) {
    await assertRejects(
      () => links.waitFor("eth0", condition as never, { timeout: 0.01 }),
      TypeError,
      "as condition: present, absent, a state such as up, or a function",
    );
  }
  assertEquals([kernel.requests.length, kernel.waits], [0, 0]);
  for (const condition of ["down", 2] as const) {
    await assertRejects(
      () => open().links.waitFor("nothing", condition, { timeout: 0.01 }),
      LinkTimeoutError,
    );
  }
});

Deno.test("Links.waitFor() takes a function", async () => {
  const { links } = open();
  const found = await links.waitFor("br0", (link) => link?.group === 5);
  assertEquals(found?.name, "br0");
});

function notification(message: LinkMessage): Uint8Array<ArrayBuffer> {
  return object({ sequence: 0 }, linkMessage, message, { flags: 0 });
}
