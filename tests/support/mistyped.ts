/**
 * Tests that what a new user mistypes is refused by name, and before anything
 * is sent.
 *
 * @module
 */

import { assert, assertEquals, assertMatch } from "@std/assert";
import {
  type BatchOptions,
  Connection,
  type DumpOptions,
  type RequestOptions,
} from "../../api/connection/connection.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { ack, FakeKernel } from "./fake_kernel.ts";

/** What has all properties that an object can have, and where it goes. */
export interface Target {
  name: string;
  valid: object;
  call: (value: never) => unknown;
}

/** A kernel that refuses everything. */
export const kernel = new FakeKernel((request) => [ack(request, 1)]);

/** A connection to it. */
export const net = new Rtnetlink(
  new Connection(kernel),
  () => new FakeKernel(),
);
/** Every property has to be there: the compiler checks it. */
export function at<T extends object>(
  name: string,
  valid: Required<T>,
  ...calls: ((value: T) => unknown)[]
): Target[] {
  return calls.map((call) => ({ name, valid, call: call as Target["call"] }));
}

/** Options of requests. */
export const requestOptions: Required<RequestOptions> = {
  signal: new AbortController().signal,
  timeout: 1,
  onWarning: () => {},
  nonblocking: false,
};

/** Options of lists. */
export const dumpOptions: Required<DumpOptions> = {
  ...requestOptions,
  streaming: false,
};

/** Options of batches. */
export const batchOptions: Required<BatchOptions> = {
  ...requestOptions,
  acknowledge: "each",
  stopOnError: true,
};
/** Reads what a call is refused with; the fake kernel refuses with EPERM. */
async function refusal(call: () => unknown): Promise<unknown> {
  try {
    await call();
  } catch (error) {
    return error;
  }
  return undefined;
}

/** Makes sure that a call names the property that is wrong. */
export async function assertNamed(
  { name, call }: Target,
  value: object,
  property: string,
): Promise<void> {
  const sent = kernel.requests.length;
  const error = await refusal(() => call(value as never));
  const about = `${name} ${call}: ${property}: ${error}`;
  assert(error instanceof TypeError || error instanceof RangeError, about);
  assertMatch(
    error.message,
    new RegExp(` as (\\[0\\]\\.)?${property}\\b`),
    about,
  );
  assertEquals(kernel.requests.length, sent, about);
}

/** Every settable property of a mapping, with a value that none can have. */
export function settable(
  { names, readOnly = new Set() }: {
    names: ReadonlySet<string>;
    readOnly?: ReadonlySet<string>;
  },
): string[] {
  return [...names].filter((name) => !readOnly.has(name));
}

/** Tests every property of every target. */
export function testMistyped(targets: readonly Target[]): void {
  for (const target of targets) {
    const { name, valid, call } = target;
    Deno.test(`${name} refuses what is mistyped: ${call}`, async () => {
      for (const [property, value] of Object.entries(valid)) {
        const others = { ...valid } as Record<string, unknown>;
        delete others[property];
        const mistyped = { [`${property}x`]: value, ...others };
        await assertNamed(target, mistyped, `${property}x`);
        // Sets of bits are objects of booleans.
        const wrong = { ...others, [property]: { wrong: {} } };
        await assertNamed(target, wrong, property);
      }
    });
  }
}
