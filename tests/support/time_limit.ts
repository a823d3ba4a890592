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

/** Declares a test as Deno does, and limits its time. */
function limited(...args: Arguments): void {
  original(
    ...args.map((argument) => {
      if (typeof argument === "function") return limit(argument);
      return typeof argument === "object" && "fn" in argument &&
          argument.fn !== undefined
        ? { ...argument, fn: limit(argument.fn) }
        : argument;
    }) as [Deno.TestDefinition],
  );
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
