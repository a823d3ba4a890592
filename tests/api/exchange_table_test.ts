import { assertEquals, assertStrictEquals } from "@std/assert";
import { Exchange } from "../../api/connection/exchange.ts";
import { Exchanges } from "../../api/connection/exchange_table.ts";
import { ask } from "../support/thing.ts";

function lone(): Exchange {
  return new Exchange([ask()], "request", undefined);
}

function batch(count: number): Exchange {
  const requests = Array.from({ length: count }, () => ask());
  return new Exchange(requests, "batch", undefined);
}

/** Adds exchanges, and returns the numbers that they got. */
function add(exchanges: Exchanges, ...all: Exchange[]): number[][] {
  return all.map((exchange) => {
    exchanges.add(exchange, exchange.requests.length);
    return [exchange.first, exchange.last];
  });
}

Deno.test("Exchanges goes on at 1 after the last sequence number", () => {
  const exchanges = new Exchanges(0xffffffff);
  assertEquals(add(exchanges, lone(), lone()), [
    [0xffffffff, 0xffffffff],
    [1, 1],
  ]);
});

Deno.test("Exchanges skips sequence numbers that are in use", () => {
  const exchanges = new Exchanges(1, 6);
  const all = [lone(), lone(), lone(), lone(), lone(), lone()];
  add(exchanges, ...all);
  for (const i of [1, 2, 4]) exchanges.delete(all[i]!);
  // 1, 4 and 6 are still there.
  assertEquals(add(exchanges, lone(), lone(), lone()), [[2, 2], [3, 3], [
    5,
    5,
  ]]);
  assertEquals(exchanges.size, 6);
});

Deno.test("Exchanges numbers a batch in a row, where none is in use", () => {
  const exchanges = new Exchanges(1, 10);
  const all = [lone(), lone(), lone(), batch(3)];
  assertEquals(add(exchanges, ...all).at(-1), [4, 6]);
  exchanges.delete(all[0]!);
  // 7 to 10 are too few, and 2 to 6 are in use.
  exchanges.delete(all[1]!);
  exchanges.delete(all[2]!);
  assertEquals(add(exchanges, batch(3), batch(3)), [[7, 9], [1, 3]]);
  exchanges.delete(all[3]!);
  assertEquals(add(exchanges, batch(3)), [[4, 6]]);
});

Deno.test("Exchanges finds an exchange by each of its sequence numbers", () => {
  const exchanges = new Exchanges(5);
  const several = batch(3);
  const one = lone();
  add(exchanges, several, one);
  for (const sequence of [5, 6, 7]) {
    assertStrictEquals(exchanges.find(sequence), several);
  }
  assertStrictEquals(exchanges.find(8), one);
  assertEquals(exchanges.find(4), undefined);
  exchanges.delete(several);
  assertEquals(
    [5, 6, 7].map((n) => exchanges.find(n)),
    Array(3).fill(undefined),
  );
  assertEquals([...exchanges], [one]);
});
