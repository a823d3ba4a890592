/**
 * Property tests of objects that are made, read, deleted and made again.
 *
 * `READD_SEED` chooses other random specs, and `READD_RUNS` is how many of
 * each kind: a failure prints the seed that brings it back.
 *
 * @module
 */
import { assert } from "@std/assert";
import fc from "fast-check";
import { NetlinkError } from "../../api/connection/errors.ts";
import { PartialChangeError } from "../../api/link/partial_change_error.ts";

const seed = Number(Deno.env.get("READD_SEED") ?? 1);
const runs = Number(Deno.env.get("READD_RUNS") ?? 12);

/** What became of one spec. */
export type Outcome = "checked" | "refused";

/**
 * Checks random specs, and that a good share of them was taken.
 *
 * @param specs The specs.
 * @param check Checks one: returns whether it was refused, and throws if it was
 * taken and is not right.
 * @param share How many of them have to be taken at least, from 0 to 1.
 */
export async function checkEach<S>(
  specs: fc.Arbitrary<S>,
  check: (spec: S) => Promise<Outcome>,
  share = 0.3,
): Promise<void> {
  let taken = 0;
  let tried = 0;
  await fc.assert(
    fc.asyncProperty(specs, async (spec) => {
      tried++;
      if (await check(spec) === "checked") taken++;
    }),
    { seed, numRuns: runs },
  );
  assert(taken >= share * tried, `seed ${seed}: ${taken} of ${tried} taken`);
}

/** A few of the properties that values are given for, with one each. */
export function someOf(
  values: ReadonlyMap<string, readonly unknown[]>,
  maxLength: number,
): fc.Arbitrary<Record<string, unknown>> {
  const entries = [...values].map(([name, values]) =>
    fc.tuple(fc.constant(name), fc.constantFrom(...values))
  );
  if (entries.length === 0) return fc.constant({});
  return fc.uniqueArray(fc.oneof(...entries), {
    maxLength,
    selector: ([name]) => name,
  }).map((entries) => Object.fromEntries(entries));
}

/**
 * Waits for something, and returns what refused it: the kernel, or a check.
 *
 * @param action What to wait for.
 * @returns The error; `undefined` if there is none.
 */
export async function refusal(
  action: Promise<unknown>,
): Promise<Error | undefined> {
  try {
    await action;
    return undefined;
  } catch (error) {
    if (
      error instanceof NetlinkError || error instanceof PartialChangeError ||
      error instanceof TypeError || error instanceof RangeError
    ) return error;
    throw error;
  }
}

/**
 * Waits for something that may not fail, and names in the error what failed.
 */
export async function must(
  what: string,
  about: unknown,
  action: Promise<unknown>,
): Promise<void> {
  try {
    await action;
  } catch (cause) {
    const text = Deno.inspect(about, { depth: 6 });
    throw new Error(`Cannot ${what} ${text}: ${cause}`, { cause });
  }
}
