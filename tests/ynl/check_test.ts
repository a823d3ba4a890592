import { assertEquals, assertThrows } from "@std/assert";
import { RequestChecker } from "../../ynl/check/check.ts";
import { SpecCodecs } from "../../ynl/compile/compile.ts";
import { proposals } from "../../ynl/nearest.ts";
import { findOperation, reportedOperations } from "../../ynl/operations.ts";
import { trialSpec } from "../support/trial_spec.ts";

const codecs = new SpecCodecs(trialSpec);
const checker = new RequestChecker(trialSpec, codecs);

function operation(name: string) {
  return trialSpec.operations.list.find((each) => each.name === name)!;
}

/** The attributes of a checked request. */
function checked(values: unknown): unknown {
  return checker.check(operation("plant"), values).attributes;
}

Deno.test("requests may have names with hyphens, and numbers of any width", () => {
  assertEquals(
    checked({
      "wide-marks": "ripe",
      height: 7,
      total: 1n,
      index: 3n,
      marks: ["sweet", 1],
      data: "00:ff",
      present: true,
    }),
    {
      wideMarks: ["ripe"],
      height: 7n,
      total: 1n,
      index: 3,
      marks: ["sweet", 1],
      data: Uint8Array.of(0, 255),
      present: true,
    },
  );
  assertEquals(checked({ present: false, name: undefined }), {});
});

Deno.test("requests may name what another attribute chooses as the specification does", () => {
  assertEquals(checked({ kind: "apple", details: { seeds: 1 } }), {
    kind: "apple",
    apple: { seeds: 1 },
  });
  assertEquals(
    checked({ kind: "berry", berry: { row: 1, seeds: 2 } }),
    {
      kind: "berry",
      berry: { row: 1, side: "red", attributes: { seeds: 2 } },
    },
  );
  assertEquals(checked({ kind: "apple", store: { app: { seeds: 4 } } }), {
    kind: "apple",
    store: { apple: { seeds: 4 } },
  });
});

Deno.test("members of structs that are not given are zero", () => {
  assertEquals(checked({ spot: { y: 5, tag: "02:00:00:00:00:01" } }), {
    spot: {
      x: 0,
      y: 5,
      tag: "02:00:00:00:00:01",
      label: "",
      marks: [],
      weight: 0n,
      bits: { value: 0, selector: 0 },
    },
  });
});

Deno.test("requests may have members of the header beside attributes", () => {
  for (
    const values of [{ row: 2, seeds: 1 }, { row: 2, attributes: { seeds: 1 } }]
  ) {
    assertEquals(checker.check(operation("row-get"), values), {
      header: { row: 2, side: "red" },
      attributes: { seeds: 1 },
    });
  }
});

Deno.test("requests are refused before they are sent, with the property", () => {
  const cases: [object | unknown, typeof Error, string][] = [
    [
      { nmae: "a" },
      TypeError,
      "there is no attribute nmae in tree; the nearest is name",
    ],
    [
      { branch: [{ branch: [{ inedx: 1 }] }] },
      TypeError,
      "there is no attribute branch[0].branch[0].inedx in tree; the nearest is index",
    ],
    [
      { color: "gren" },
      TypeError,
      'color has no value "gren"; the nearest is green',
    ],
    [
      { marks: ["ripe", "x"] },
      TypeError,
      'marks[1] has no value "x"; there is ripe, sweet, rare',
    ],
    [{ marks: 0x10 }, RangeError, "marks has bits that are not valid: 0x10"],
    [{ index: 0 }, RangeError, "index is 0, and at least 1"],
    [
      { index: 2 ** 32 },
      RangeError,
      "index is 4294967296, and at most 4294967295",
    ],
    [{ index: "1" }, TypeError, 'index is no integer: "1"'],
    [
      { slope: 2n ** 63n },
      RangeError,
      "slope is 9223372036854775808, and at most",
    ],
    [{ name: "a".repeat(16) }, RangeError, "name has 16 bytes, and at most 15"],
    [{ name: 5 }, TypeError, "name is no text: 5"],
    [
      { data: "0g" },
      TypeError,
      "data is neither a Uint8Array nor hexadecimal digits",
    ],
    [
      { data: new Uint8Array(21) },
      RangeError,
      "data has 21 bytes, and at most 20",
    ],
    [{ present: 1 }, TypeError, "present is neither true nor false: 1"],
    [{ alias: "a" }, TypeError, 'alias is no list: "a"'],
    [{ store: [] }, TypeError, "store is no object: a list"],
    [
      { spot: { z: 1 } },
      TypeError,
      "there is no member spot.z in spot; there is x, y, tag",
    ],
    [
      { spot: { label: "12345678" } },
      RangeError,
      "spot.label has 8 bytes, and at most 7",
    ],
    [
      { pair: { rest: "00" } },
      RangeError,
      "pair.rest has 1 bytes in place of 5",
    ],
    [
      { rules: [{ key: 1, value: [{ key: 70000, value: {} }] }] },
      RangeError,
      "rules[0].value[0].key is 70000",
    ],
    [
      { states: { value: ["ripe"], selector: "swet" } },
      TypeError,
      'states.selector has no value "swet"; the nearest is sweet',
    ],
    [
      { kind: "aple", details: {} },
      TypeError,
      'details is not there for kind "aple"; the nearest is apple',
    ],
    [[], TypeError, "Cannot run plant of trial: is no object: a list"],
  ];
  for (const [values, type, message] of cases) {
    const error = assertThrows(() => checked(values), type, message);
    assertEquals(
      (error as Error).message.startsWith("Cannot run plant of trial: "),
      true,
    );
  }
});

Deno.test("findOperation() names the nearest operations, and what there is", () => {
  assertEquals(findOperation(trialSpec, "rowGet", "do").request, 4);
  const cases: [string, "do" | "dump", string][] = [
    [
      "row-gte",
      "do",
      "Cannot do row-gte of trial: there is no such operation; the nearest is row-get",
    ],
    ["harvest", "dump", "there is no such operation; there is get"],
    ["plant", "dump", "Cannot dump plant of trial: it is there for do only"],
    ["storm", "do", "it is there for event only"],
  ];
  for (const [name, mode, message] of cases) {
    assertThrows(
      () => findOperation(trialSpec, name, mode),
      TypeError,
      message,
    );
  }
});

Deno.test("reportedOperations() has events before replies", () => {
  const found = reportedOperations(trialSpec);
  assertEquals(
    [...found].map(([number, { name }]) => [number, name]),
    [[2, "changed"], [5, "storm"], [1, "get"], [3, "plant"], [4, "row-get"]],
  );
});

Deno.test("proposals() are the nearest name, or all names", () => {
  const names = ["queue-get", "napi-get"];
  assertEquals(proposals("quueue-get", names), "; the nearest is queue-get");
  assertEquals(proposals("zebra", names), "; there is queue-get, napi-get");
  assertEquals(proposals("zebra", []), "");
});
