/**
 * The resolver and the reference implementation, which has been compared with
 * the kernel's own reader, on all specifications at hand.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import { loadSpec, resolve } from "@netlink/netlink/ynl";
import { camelKeys } from "../../ynl/names.ts";
import {
  resolvedSpec,
  SPEC_NAMES,
  specFile,
  specTest,
} from "../support/specs.ts";

/** What the reference adds that is no part of a specification. */
const ADDED = ["format", "file", "sha1", "license", "warnings", "own-keys"];

/** Large numbers are texts in JSON. */
function asJson(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(
      value,
      (_, item) => typeof item === "bigint" ? String(item) : item,
    ),
  );
}

function countNumbers(value: unknown): number {
  if (typeof value === "number") return 1;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce(
    (count, item) => count + countNumbers(item),
    0,
  );
}

specTest(
  "resolve() makes each number of all specifications explicit",
  async () => {
    let numbers = 0;
    for (const name of SPEC_NAMES) {
      const expected = resolvedSpec(name, ADDED);
      const { document } = await loadSpec(specFile(name));
      const actual = asJson(resolve(document));
      assertEquals(actual, camelKeys(expected), name);
      numbers += countNumbers(actual);
    }
    assert(SPEC_NAMES.length >= 33);
    assert(numbers > 9000, `only ${numbers} numbers`);
  },
);
