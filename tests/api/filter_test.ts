import { assertEquals, assertThrows } from "@std/assert";
import { boolean, uint32, uint8 } from "../../api/mapping/conversions.ts";
import { conditions } from "../../api/mapping/conditions.ts";
import { filter } from "../../api/mapping/filter.ts";
import { FieldPath } from "../../api/mapping/field_path.ts";

interface Message {
  family: number;
  flags: number;
  attributes: { table?: number; range?: { from: number }; mark?: number };
}

interface Words {
  family?: number;
  table?: number;
  mark?: number;
  cloned?: boolean;
  states?: number[];
  details?: boolean;
}

const { equal, where, ask } = conditions<Message>();

const declared = filter<Words, Message>({
  family: equal("family", uint8, { sent: true }),
  table: equal("attributes.table", uint32, { sent: true }),
  mark: equal("attributes.mark", uint32, { missing: 0 }),
  cloned: where({
    value: boolean,
    reads: ["flags"],
    accepts: (wanted) => (flags) => flags === wanted,
    absent: false,
  }),
  states: where({
    value: { toKernel: (words: number[]) => words },
    reads: ["flags"],
    accepts: (wanted) => (flags) => wanted.every((bit) => (flags & bit) !== 0),
  }),
  details: ask(boolean, (request, on) => request.flags |= on, { detail: true }),
}, () => ({ family: 0, flags: 0, attributes: {} }));

function message(given: Partial<Message>): Message {
  return { family: 2, flags: 0, attributes: {}, ...given };
}

Deno.test("filter() puts what is sent into the request, and tests it again", () => {
  const { message: request, test } = declared.select(
    { family: 2, table: 7 },
    FieldPath.root,
  );
  assertEquals(request, { family: 2, flags: 0, attributes: { table: 7 } });
  assertEquals(test!(message({ attributes: { table: 7 } })), true);
  assertEquals(test!(message({ attributes: { table: 8 } })), false);
  assertEquals(test!(message({ family: 10, attributes: { table: 7 } })), false);
  assertEquals(test!(message({})), false);
});

Deno.test("filter() lets values stand for what a message or a filter lacks", () => {
  const { test } = declared.select({ mark: 0 }, FieldPath.root);
  assertEquals(test!(message({})), true);
  assertEquals(test!(message({ attributes: { mark: 1 } })), false);
  assertEquals(test!(message({ flags: 1 })), false);
});

Deno.test("filter() declares what each test reads", () => {
  const { checks } = declared.select({ family: 2, table: 7 }, FieldPath.root);
  assertEquals(
    checks.map(({ reads }) => reads),
    [["family"], ["attributes.table"], ["flags"]],
  );
});

Deno.test("filter() refuses unknown names and values", () => {
  assertThrows(
    () => declared.select({ tabel: 7 } as never, FieldPath.root),
    TypeError,
    "Cannot use 7 as tabel: there is no such property",
  );
  assertThrows(
    () => declared.select({ tabel: undefined } as never, FieldPath.root),
    TypeError,
    "Cannot use undefined as tabel: there is no such property",
  );
  assertThrows(
    () => declared.select({ family: 300 }, FieldPath.root.at("filter")),
    RangeError,
    "Cannot use 300 as filter.family: it is not between 0 and 255",
  );
  assertThrows(
    () => declared.select("all" as never, FieldPath.root),
    TypeError,
    'Cannot use "all": an object is expected',
  );
});

Deno.test("demand() wants a condition, or all", () => {
  for (
    const none of [
      {},
      { table: undefined },
      { cloned: false },
      { states: [] },
      { details: true },
    ] as never[]
  ) {
    assertThrows(
      () => declared.demand(none, FieldPath.root),
      TypeError,
      "at least one condition, or { all: true }, is expected",
    );
  }
  const given = { table: 0 };
  assertEquals(declared.demand(given, FieldPath.root), given);
  assertEquals(declared.demand({ all: true }, FieldPath.root), {});
  assertThrows(
    () => declared.demand({ all: false } as never, FieldPath.root),
    TypeError,
    "Cannot use false as all: true is expected",
  );
  assertThrows(
    () => declared.demand({ all: true, table: 7 } as never, FieldPath.root),
    TypeError,
    "Cannot use 7 as table: all objects are meant",
  );
  assertThrows(
    () => declared.demand({ tabel: 7 } as never, FieldPath.root),
    TypeError,
    "Cannot use 7 as tabel: there is no such property",
  );
});

Deno.test("pick() takes the conditions from an object that has more", () => {
  assertEquals(
    declared.pick({ family: 2, table: undefined, message: {} }),
    { family: 2 },
  );
});
