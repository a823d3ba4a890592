/**
 * Objects whose classes are loaded when a method of theirs is first called.
 *
 * Programs use few of the kernel's objects, and loading the schemas of all takes
 * longer than most programs run.
 *
 * @module
 */

import { type Listing, listingLater } from "../connection/listing.ts";

type Method<R> = (...args: never[]) => R;

/** Names of the methods that list something. */
type Lists<T> = {
  [K in keyof T]: T[K] extends Method<Listing<unknown>> ? K : never;
}[keyof T];

/** Names of the properties that are no methods. */
type Parts<T> = {
  [K in keyof T]: T[K] extends Method<unknown> ? never : K;
}[keyof T];

/**
 * What has to be known of a class before it is loaded: which methods return a
 * {@linkcode Listing}, as all others return a promise, and which properties are
 * objects themselves.
 *
 * @typeParam T The class.
 */
export type Shape<T> =
  & { readonly [K in Lists<T>]: "listing" }
  & { readonly [K in Parts<T>]: Shape<T[K]> };

/** Resolves when all classes are loaded that were asked for until now. */
let ready: Promise<unknown> = Promise.resolve();

/** Keeps calls in order, however long the classes of their objects take. */
function inOrder<T>(loading: Promise<T>): Promise<T> {
  const mine = ready.then(() => loading);
  ready = mine.catch(() => {});
  return mine;
}

/**
 * Stands for an object until it is used.
 *
 * @typeParam T The object; each of its methods returns a promise or a listing.
 * @param load Loads the class, and makes the object; it is called once.
 * @param shape What has to be known before.
 * @returns What does the same as the object.
 */
export function onFirstUse<T extends object>(
  load: () => Promise<T>,
  shape: Shape<T>,
): T {
  let loading: Promise<T> | undefined;
  const loaded = () => loading ??= load();
  const known = new Map<PropertyKey, unknown>();

  function standIn(name: PropertyKey): unknown {
    const form = (shape as Readonly<Record<PropertyKey, unknown>>)[name];
    if (form === "listing") {
      return (...args: unknown[]) =>
        listingLater(async () =>
          call<Listing<unknown>>(await inOrder(loaded()), name, args)
        );
    }
    if (form !== undefined) {
      const part = async () => Reflect.get(await loaded(), name) as object;
      return onFirstUse(part, form as Shape<object>);
    }
    return async (...args: unknown[]) =>
      await call<Promise<unknown>>(await inOrder(loaded()), name, args);
  }

  return new Proxy({} as T, {
    get: (_, name) => {
      // Whoever awaits the object looks for the method of promises.
      if (typeof name === "symbol" || name === "then") return undefined;
      if (!known.has(name)) known.set(name, standIn(name));
      return known.get(name);
    },
  });
}

function call<R>(object: object, name: PropertyKey, args: unknown[]): R {
  const method: unknown = Reflect.get(object, name);
  if (typeof method !== "function") {
    throw new TypeError(
      `Cannot call ${String(name)}: there is no such method`,
    );
  }
  return method.apply(object, args);
}
