import { assert, assertEquals, assertGreater } from "@std/assert";
import { Connection } from "../../api/connection/connection.ts";
import { fromNexthop, fromRoute, toNexthop, toRoute } from "../../api/mod.ts";
import { run } from "../support/ip.ts";
import type { Io } from "../../cli/runtime/io.ts";
import { decode } from "../../messages/mod.ts";
import { RTM_GETLINK } from "../../messages/link/constants.ts";
import { linkMessage } from "../../messages/link/link.ts";
import type { NexthopMessage } from "../../messages/nexthop/nexthop.ts";
import type { RouteMessage } from "../../messages/route/route.ts";
import { type Captured, captured } from "../support/captured.ts";
import { ack, FakeKernel, object } from "../support/fake_kernel.ts";

const RTM_NEWROUTE = 24;
const RTM_NEWNEXTHOP = 104;

const io: Io = {
  isTerminal: false,
  inputIsTerminal: false,
  out: () => {},
  err: () => {},
  lines: () => [],
  input: () => new Uint8Array(),
  env: () => undefined,
  mayRead: () => false,
  readTextFile: () => undefined,
  readDirectory: () => [],
};

/** What our program sends for the words, besides questions about links. */
async function sent(words: readonly string[]): Promise<unknown[]> {
  const kernel = new FakeKernel((request) => {
    if (request.type !== RTM_GETLINK) return [ack(request)];
    const link = decode(request.bytes).messages[0]!.body as {
      attributes: { name?: string };
    };
    const name = link.attributes.name ?? "";
    const index = Number(/\d+$/.exec(name)?.[0] ?? -1) + 2;
    return [
      object(request, linkMessage, {
        family: 0,
        type: 1,
        index: name === "lo" ? 1 : index,
        flags: 1,
        change: 0,
        attributes: { name },
      }, { flags: 0 }),
    ];
  });
  await run(words, io, () => Promise.resolve(new Connection(kernel)));
  return kernel.requests.filter(({ type }) => type !== RTM_GETLINK).map((
    { bytes },
  ) => decode(bytes).messages[0]!.body);
}

function isDescribed({ type }: Captured): boolean {
  return type === RTM_NEWROUTE || type === RTM_NEWNEXTHOP;
}

const requests = [...captured("route"), ...captured("nexthop")]
  .filter(isDescribed);

Deno.test("fixtures have requests about routes and next hops", () => {
  assertGreater(requests.length, 40);
});

for (const { words, body } of requests) {
  Deno.test(`run() sends what ip sends: ${words.join(" ")}`, async () => {
    const [message] = await sent(words);
    assert(message !== undefined);
    assertEquals(withoutIndices(message), withoutIndices(body));
  });
}

for (const { words, type, body } of requests) {
  Deno.test(`words keep what ip sends: ${words.join(" ")}`, () => {
    if (type === RTM_NEWROUTE) {
      const message = body as RouteMessage;
      const { expires, ...attributes } = message.attributes;
      const route = toRoute({ ...message, attributes });
      if (expires !== undefined) route.expires = Number(expires);
      const { message: _, ...spec } = route;
      assertEquals(fromRoute(spec), message);
    } else {
      const message = body as NexthopMessage;
      assertEquals(fromNexthop(toNexthop(message)), message);
    }
  });
}

/** Devices have other numbers on the machines where fixtures are made. */
function withoutIndices(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body, (name, value) => {
    if (/^(outputDevice|inputDevice|link)$/.test(name)) return 1;
    if (typeof value === "bigint") return `${value}`;
    return value instanceof Uint8Array ? value.toHex() : value;
  }));
}
