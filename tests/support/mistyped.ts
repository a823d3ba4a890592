/**
 * Tests that what a new user mistypes, in any filter, key, spec or option of
 * any object, is refused by name, and before anything is sent. The files of
 * `tests/api/mistyped/` have the table of one object each.
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
import { GenericNetlink } from "../../api/generic_netlink.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { Xfrm } from "../../api/xfrm/xfrm.ts";
import { ack, FakeKernel } from "./fake_kernel.ts";

/** A test of what is refused. */
export interface Case {
  name: string;
  run: () => Promise<void>;
}

/** A call, and what it is named in tests. */
interface Target {
  name: string;
  call: (value: never) => unknown;
}

/** A kernel that refuses everything. */
export const kernel = new FakeKernel((request) => [ack(request, 1)]);

/** A connection to it. */
export const net = new Rtnetlink(
  new Connection(kernel),
  () => new FakeKernel(),
);

/** A connection for generic netlink. */
export const generic = new GenericNetlink(
  new Connection(kernel),
  new Connection(kernel),
  () => new FakeKernel(),
);

/** A connection for IPsec. */
export const xfrm = new Xfrm(
  new Connection(kernel),
  new Connection(kernel),
  () => new FakeKernel(),
);

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
async function assertNamed(
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

/** Calls that take an object; the compiler asks for all properties of it. */
export function at<T extends object>(
  name: string,
  valid: Required<T>,
  ...calls: ((value: T) => unknown)[]
): Case[] {
  return calls.map((call) => ({
    name: `${name} refuses what is mistyped: ${call}`,
    run: async () => {
      for (const [property, value] of Object.entries(valid)) {
        const others = { ...valid } as Record<string, unknown>;
        delete others[property];
        const mistyped = { [`${property}x`]: value, ...others };
        await assertNamed({ name, call }, mistyped, `${property}x`);
        // Sets of bits are objects of booleans.
        const wrong = { ...others, [property]: { wrong: {} } };
        await assertNamed({ name, call }, wrong, property);
      }
    },
  }));
}

/** Calls that take the options of lists. */
export function atLists(
  ...calls: ((options: DumpOptions) => unknown)[]
): Case[] {
  return at<DumpOptions>("options of a list", dumpOptions, ...calls);
}

/** Calls that take the options of requests. */
export function atRequests(
  ...calls: ((options: RequestOptions) => unknown)[]
): Case[] {
  return at<RequestOptions>("options of a request", requestOptions, ...calls);
}

/** Calls that take the options of deleting. */
export function atDeletes(
  ...calls: ((options: RequestOptions & { ifExists?: boolean }) => unknown)[]
): Case[] {
  const valid = { ...requestOptions, ifExists: true };
  return at("options of delete", valid, ...calls);
}

/** Which properties a mapping has. */
interface Properties {
  names: ReadonlySet<string>;
  readOnly?: ReadonlySet<string>;
}

/** A call that takes the properties of a mapping. */
export function atProperties(
  name: string,
  mapping: Properties,
  call: (spec: never) => unknown,
): Case[] {
  return [{
    name: `${name} refuses what is mistyped`,
    run: () => assertAllNamed({ name, call }, mapping, []),
  }];
}

/** A call that takes the settings of some kinds, such as `vlan`. */
export function atKinds(
  name: string,
  mappings: Readonly<Record<string, Properties>>,
  call: (spec: never) => unknown,
): Case[] {
  return Object.entries(mappings).map(([kind, mapping]) => ({
    name: `${name} refuses what is mistyped of ${kind}`,
    run: () => assertAllNamed({ name, call }, mapping, [kind]),
  }));
}

/** Makes sure that every property that can be set is named if it is wrong. */
async function assertAllNamed(
  target: Target,
  { names, readOnly = new Set() }: Properties,
  within: readonly string[],
): Promise<void> {
  const assertProperty = async (property: string, value: unknown) => {
    const path = [...within, property];
    const spec = path.reduceRight((inner, name) => ({ [name]: inner }), value);
    await assertNamed(target, spec as object, path.join("."));
  };
  await assertProperty("mistyped", 5);
  for (const property of names) {
    if (readOnly.has(property)) continue;
    await assertProperty(property, { wrong: true });
  }
}
