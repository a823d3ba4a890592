import {
  assertEquals,
  assertInstanceOf,
  assertRejects,
  assertStrictEquals,
} from "@std/assert";
import { Connection } from "../../api/connection.ts";
import { Links } from "../../api/link.ts";
import { type LinkMessage, linkMessage } from "../../messages/link/link.ts";
import { FakeKernel, object, overflow } from "../support/fake_kernel.ts";
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
  while (news.waiting === 0) await Promise.resolve();
  assertEquals([...news.groups], [1]);
  kernel.links.push(link(7, { name: "eth1", operState: 2 }));
  news.deliver(notification(kernel.links.at(-1)!));
  while (news.waiting === 0) await Promise.resolve();
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

Deno.test("Links.waitFor() gives up when it is told to", async () => {
  const news = new FakeKernel();
  const links = new Links(new Connection(new LinkKernel()), () => news);
  const stop = new AbortController();
  const waiting = links.waitFor("eth0", "absent", { signal: stop.signal });
  while (news.waiting === 0) await Promise.resolve();
  stop.abort(new Error("enough"));
  assertInstanceOf(await assertRejects(() => waiting), Error, "enough");
  assertEquals(news.closed, true);
});

Deno.test("Links.waitFor() takes a function", async () => {
  const { links } = open();
  const found = await links.waitFor("br0", (link) => link?.group === 5);
  assertEquals(found?.name, "br0");
});

function notification(message: LinkMessage): Uint8Array<ArrayBuffer> {
  return object({ sequence: 0 }, linkMessage, message, { flags: 0 });
}
