/**
 * Ends tests that wait for ever: `deno test --preload` this file, and each test
 * fails after a minute, after `TEST_TIME_LIMIT` seconds, or after
 * what {@linkcode patient} sets for it.
 *
 * @module
 */
import { type Body, limitOf } from "./patience.ts";

type Arguments = [
  first: string | Body | Deno.TestDefinition | Partial<Deno.TestDefinition>,
  second?: Body | Omit<Deno.TestDefinition, "fn">,
  third?: Body,
];

const original = Deno.test;
Object.defineProperty(Deno, "test", {
  value: Object.assign(limited, original),
});

/**
 * What older releases of Deno take for leaks: the library of C, loaded when it
 * is needed first, stays.
 */
const UNCHECKED = { sanitizeOps: false, sanitizeResources: false };

/** Declares a test as Deno does, and limits its time. */
function limited(...args: Arguments): void {
  const definition = args.filter((each) => each !== undefined).map(
    (argument) => {
      if (typeof argument === "string") return argument;
      if (typeof argument === "function") return limit(argument);
      return "fn" in argument && argument.fn !== undefined
        ? { ...UNCHECKED, ...argument, fn: limit(argument.fn) }
        : { ...UNCHECKED, ...argument };
    },
  );
  // Options are before the function.
  if (!definition.some((each) => typeof each === "object")) {
    definition.splice(-1, 0, UNCHECKED);
  }
  original(...definition as unknown as [Deno.TestDefinition]);
}

function limit(body: Body): Body {
  const seconds = limitOf(body);
  const wrapped: Body = async (context) => {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(
      () => late.reject(new Error(`Cannot wait longer than ${seconds} s`)),
      seconds * 1000,
    );
    try {
      await Promise.race([body(context), late.promise]);
    } finally {
      clearTimeout(timer);
    }
  };
  Object.defineProperty(wrapped, "name", { value: body.name });
  return wrapped;
}
