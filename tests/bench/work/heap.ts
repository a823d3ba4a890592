/**
 * Measures the bytes that an object of each kind takes while it is kept, and
 * prints them as JSON. The objects are copies of captured ones, and come from a
 * fake kernel. Needs `--expose-gc`.
 *
 * @module
 */
// deno-lint-ignore-file no-console

import { heap } from "../../../bench/memory.ts";
import type { KindName } from "../../../bench/support/kinds.ts";
import { decode, encode, type Message } from "../../../messages/datagram.ts";
import { Connection, Rtnetlink } from "../../../api/mod.ts";
import { parseHex } from "../../../tools/capture/fixture.ts";
import { datagram, done, FakeKernel } from "../../support/fake_kernel.ts";

/**
 * How many objects are kept: so many that code which is compiled meanwhile adds
 * less than a byte to each.
 */
const COUNT = 10_000;
/** How many are in a datagram. */
const EACH = 100;
/** How often each kind is measured. */
const ROUNDS = 3;
const AF_INET = 2;
const RTM_F_CLONED = 0x200;

interface Body {
  readonly family: number;
  readonly flags?: number;
  index?: number;
  readonly attributes: Record<string, unknown>;
}

/**
 * For each kind, the folder, the type of messages, and what distinguishes them.
 */
const KINDS: Readonly<
  Record<KindName, readonly [string, number, (body: Body, i: number) => void]>
> = {
  addresses: ["address", 20, ({ attributes }, i) => {
    attributes.address = attributes.local = address(i);
  }],
  links: ["link", 16, (body, i) => {
    body.index = i + 1;
    body.attributes.name = `link${i}`;
  }],
  neighbors: ["neighbor", 28, ({ attributes }, i) => {
    attributes.destination = address(i);
  }],
  routes: ["route", 24, ({ attributes }, i) => {
    attributes.destination = address(i);
  }],
};

function address(i: number): string {
  return `10.0.${i >> 8}.${i & 255}`;
}

/** Messages that the kernel has answered with. */
function captured(folder: string, type: number): Message[] {
  const url = new URL(`../../fixtures/${folder}/`, import.meta.url);
  const isFitting = ({ header, body }: Message) =>
    header.type === type && header.sequence !== 0 && (header.flags & 1) === 0 &&
    (folder === "link" || (body as Body).family === AF_INET) &&
    // The dump of routes is not of those in the cache.
    !(folder === "route" && (body as Body).flags! & RTM_F_CLONED);
  return [...Deno.readDirSync(url)].map(({ name }) => name)
    .filter((name) => name.endsWith(".hex")).sort()
    .flatMap((name) => parseHex(Deno.readTextFileSync(new URL(name, url))))
    .flatMap((bytes) => decode(bytes).messages).filter(isFitting);
}

/** As many messages as are kept, one after the other. */
function dump(kind: KindName): Uint8Array<ArrayBuffer>[] {
  const [folder, type, distinguish] = KINDS[kind];
  const models = captured(folder, type);
  if (models.length === 0) throw new Error(`Cannot find captured ${kind}`);
  return Array.from({ length: COUNT }, (_, i) => {
    const { header, body } = structuredClone(models[i % models.length]!);
    distinguish(body as Body, i);
    return encode([{ header, body }]);
  });
}

const bytes: Record<string, number> = {};
for (const kind of Object.keys(KINDS) as KindName[]) {
  const messages = dump(kind);
  const kernel = new FakeKernel((request) => {
    for (const message of messages) {
      new DataView(message.buffer).setUint32(8, request.sequence, true);
    }
    const parts = [];
    for (let i = 0; i < COUNT; i += EACH) {
      parts.push(datagram(...messages.slice(i, i + EACH)));
    }
    return [...parts, done(request)];
  });
  using net = new Rtnetlink(new Connection(kernel));
  // Code that is compiled meanwhile only adds to it.
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const { ns, count } = await heap(net, kind);
    if (count !== COUNT) throw new Error(`Cannot list ${kind}: ${count} came`);
    least = Math.min(least, Math.round(ns / count));
  }
  bytes[kind] = least;
}
console.log(JSON.stringify(bytes));
