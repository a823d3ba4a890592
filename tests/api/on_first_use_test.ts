import { assert, assertEquals, assertRejects } from "@std/assert";
import { Connection } from "../../api/connection/connection.ts";
import { type Listing, listingOf } from "../../api/connection/listing.ts";
import { onFirstUse, type Shape } from "../../api/object/on_first_use.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { Rules } from "../../api/rule/rule.ts";
import { done, FakeKernel } from "../support/fake_kernel.ts";

/** What stands for an object that is loaded late. */
class Numbers {
  readonly #most: number;
  readonly odd: OddNumbers;

  constructor(most: number) {
    this.#most = most;
    this.odd = new OddNumbers(most);
  }

  list(least = 1): Listing<number> {
    return numbers(least, this.#most, 1);
  }

  get(number: number): Promise<number> {
    return number > this.#most
      ? Promise.reject(new RangeError(`${number} is too large`))
      : Promise.resolve(number);
  }
}

class OddNumbers {
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  list(): Listing<number> {
    return numbers(1, this.#most, 2);
  }
}

function numbers(from: number, to: number, step: number): Listing<number> {
  return listingOf(async function* () {
    for (let i = from; i <= to; i += step) yield await Promise.resolve(i);
  });
}

const shape: Shape<Numbers> = { list: "listing", odd: { list: "listing" } };

/** An object that is not loaded yet, and how often it has been. */
function late(): { object: Numbers; loaded: () => number } {
  let count = 0;
  const object = onFirstUse(() => {
    count++;
    return Promise.resolve(new Numbers(5));
  }, shape);
  return { object, loaded: () => count };
}

Deno.test("onFirstUse() loads an object once, when a method is called", async () => {
  const { object, loaded } = late();
  const { get } = object;
  assertEquals(loaded(), 0);
  assertEquals(await Promise.all([get(1), object.get(2)]), [1, 2]);
  assertEquals(await object.list().toArray(), [1, 2, 3, 4, 5]);
  assertEquals(loaded(), 1);
});

Deno.test("onFirstUse() returns listings that load an object when they are used", async () => {
  const { object, loaded } = late();
  const listing = object.list(3);
  assertEquals(loaded(), 0);
  const found: number[] = [];
  for await (const number of listing) {
    found.push(number);
    if (number === 4) break;
  }
  assertEquals(found, [3, 4]);
  assertEquals(await Array.fromAsync(listing.chunks()), [[3], [4], [5]]);
  assertEquals(await listing.toArray(), [3, 4, 5]);
  assertEquals(loaded(), 1);
});

Deno.test("onFirstUse() returns listings that can be left before they are used", async () => {
  const { object, loaded } = late();
  const iterator = object.list()[Symbol.asyncIterator]();
  assertEquals(await iterator.return!(), { done: true, value: undefined });
  assertEquals(loaded(), 0);
});

Deno.test("onFirstUse() stands for the parts of an object, too", async () => {
  const { object, loaded } = late();
  const { odd } = object;
  assertEquals(loaded(), 0);
  assertEquals(await odd.list().toArray(), [1, 3, 5]);
});

Deno.test("onFirstUse() rejects as the method does, or as loading does", async () => {
  await assertRejects(() => late().object.get(6), RangeError, "6 is too large");
  const broken = onFirstUse<Numbers>(
    () => Promise.reject(new TypeError("there is no such module")),
    shape,
  );
  await assertRejects(() => broken.get(1), TypeError, "no such module");
  await assertRejects(() => broken.list().toArray(), TypeError, "no such");
});

Deno.test("onFirstUse() rejects calls of methods that the object does not have", async () => {
  const { object } = late();
  const mistyped = object as unknown as { lst: () => Promise<unknown> };
  await assertRejects(
    () => mistyped.lst(),
    TypeError,
    "Cannot call lst: there is no such method",
  );
});

Deno.test("onFirstUse() makes no promise of an object", async () => {
  const { object, loaded } = late();
  assertEquals(await Promise.resolve(object), object);
  assertEquals(loaded(), 0);
});

Deno.test("Rtnetlink has the object itself once it has been used", async () => {
  const kernel = new FakeKernel((request) => [done(request)]);
  using net = new Rtnetlink(new Connection(kernel));
  assertEquals(net.rule instanceof Rules, false);
  const { rule } = net;
  assertEquals(await rule.list().toArray(), []);
  assert(net.rule instanceof Rules);
  assertEquals(await rule.list().toArray(), []);
});

Deno.test("onFirstUse() calls objects in the order in which their methods were called", async () => {
  const calls: string[] = [];
  const object = (name: string, wait: number) =>
    onFirstUse(async () => {
      await new Promise((resolve) => setTimeout(resolve, wait));
      return { add: (n: number) => Promise.resolve(calls.push(name + n)) };
    }, {});
  const slow = object("slow", 20);
  const quick = object("quick", 0);
  await Promise.all([slow.add(1), quick.add(1), slow.add(2), quick.add(2)]);
  assertEquals(calls, ["slow1", "quick1", "slow2", "quick2"]);
});

Deno.test("onFirstUse() goes on after a class that cannot be loaded", async () => {
  const broken = onFirstUse<{ add(): Promise<void> }>(
    () => Promise.reject(new Error("not there")),
    {},
  );
  const failed = assertRejects(() => broken.add(), Error, "not there");
  assertEquals(await late().object.get(3), 3);
  await failed;
});
