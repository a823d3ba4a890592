/**
 * Random objects that are made, read and made again, and what they are made of.
 *
 * @module
 */
import { assertEquals } from "@std/assert";
import fc from "fast-check";
import type { Rtnetlink } from "../../api/rtnetlink.ts";
import { must, type Outcome, refusal } from "./again.ts";
import { lastingText } from "./lasting.ts";

/** The verbs that objects have. */
export interface Verbs<T, S> {
  list(): { toArray(): Promise<T[]> };
  add(spec: S): Promise<unknown>;
  replace?(spec: S): Promise<unknown>;
  delete(key: T & S): Promise<unknown>;
}

/** Makes an object, and again what was read of it. */
export async function check<T extends object, S>(
  verbs: Verbs<T, S>,
  spec: S,
  isOurs: (item: T) => boolean,
): Promise<Outcome> {
  const ours = async () => (await verbs.list().toArray()).filter(isOurs);
  const clear = async () => {
    for (const item of await ours()) {
      await must("delete", item, verbs.delete(item as T & S));
    }
  };
  await clear();
  if (await refusal(verbs.add(spec)) !== undefined) {
    await clear();
    return "refused";
  }
  const first = await ours();
  await clear();
  assertEquals(await ours(), []);
  for (const item of first) {
    await must("add again", item, verbs.add(item as unknown as S));
  }
  assertEquals((await ours()).map(lastingText), first.map(lastingText));
  for (const item of first) {
    if (verbs.replace === undefined) break;
    await must("replace", item, verbs.replace(item as unknown as S));
  }
  assertEquals((await ours()).map(lastingText), first.map(lastingText));
  await clear();
  return "checked";
}

/** Makes the links and addresses that objects are about. */
export async function settle(net: Rtnetlink): Promise<void> {
  await net.link.set("lo", { up: true });
  await net.link.add({
    name: "a",
    up: true,
    veth: { peer: { name: "b", up: true } },
  });
  await net.link.add({ name: "d", kind: "dummy", up: true });
  await net.address.add({ device: "a", address: "192.0.2.1/24" });
  await net.address.add({
    device: "a",
    address: "2001:db8::1/64",
    flags: ["nodad"],
  });
  // The kernel adds addresses of its own, and checks them, a little later.
  await net.link.set("a", { addressGenerationMode: "none" });
}

/** Properties, each of which is there or not. */
export function some<T extends object>(
  properties: { [P in keyof T]: fc.Arbitrary<T[P]> },
): fc.Arbitrary<Partial<T>> {
  return fc.record(properties, {
    requiredKeys: [],
    noNullPrototype: true,
  }) as unknown as fc.Arbitrary<Partial<T>>;
}

/** What has to be there, and what need not. */
export function spec<S extends object>(
  required: Record<string, fc.Arbitrary<unknown>>,
  optional: Record<string, fc.Arbitrary<unknown>>,
): fc.Arbitrary<S> {
  return fc.tuple(
    fc.record(required, { noNullPrototype: true }),
    // Few at a time, as many do not go together.
    fc.subarray(Object.keys(optional), {
      maxLength: Math.min(4, Object.keys(optional).length),
    }).chain((names) =>
      fc.record(
        Object.fromEntries(names.map((name) => [name, optional[name]!])),
        { noNullPrototype: true },
      )
    ),
  ).map(([required, optional]) => ({ ...required, ...optional }) as S);
}

/** One of the links. */
export const device = fc.constantFrom("a", "b", "d");
/** How long addresses are valid. */
export const seconds = fc.constantFrom(1000, 5000, 99_999, Infinity);
/** A hardware address. */
export const mac = fc.constantFrom("02:00:00:00:00:07", "02:00:00:00:00:08");
/** Who adds an object. */
export const protocol = fc.constantFrom(
  "static" as const,
  "bgp" as const,
  77,
  "boot",
);
