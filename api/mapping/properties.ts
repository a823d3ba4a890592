/**
 * Which properties specs and keys have, for those that no mapping checks.
 *
 * @module
 */

import { once } from "../../messages/codec/once.ts";
import { checkNames } from "./filter.ts";
import { checkObject, type FieldPath } from "./field_path.ts";

/**
 * What holds for each property of an object: whether a spec has to have it, may
 * have it, or need not bother about it, as only the kernel sets it.
 *
 * @typeParam T The object, as it is listed.
 * @typeParam S What it takes to create one, or to name one.
 */
export type Presence<T, S> = {
  readonly [P in keyof (T & S)]-?: P extends keyof S
    ? Partial<Pick<S, P>> extends Pick<S, P> ? "optional" : "required"
    : "ignored";
};

/**
 * Makes a check of the names of an object's properties.
 *
 * @typeParam T The object, as it is listed.
 * @typeParam S What it takes to create one, or to name one.
 * @param presence What holds for each property.
 * @param options Whether values may be secret, and are left out of messages.
 * @returns The check, which throws a `TypeError` that names the property.
 */
export function properties<T, S>(
  presence: Presence<T, S>,
  { secret = false }: { secret?: boolean } = {},
): (object: S, fieldPath: FieldPath) => void {
  const known = once(() => new Set(Object.keys(presence)));
  const required = once(() =>
    Object.entries(presence).filter(([, how]) => how === "required")
      .map(([name]) => name as keyof S & string)
  );
  return (object, fieldPath) => {
    checkNames(object as object, known(), fieldPath, secret);
    checkRequired(object as object, required() as never[], fieldPath);
  };
}

/**
 * Makes sure that an object has some properties.
 *
 * @typeParam S The object.
 * @param object The object.
 * @param names Names of the properties.
 * @param fieldPath Where it stands.
 * @throws {TypeError} If it is no object, or one of them is missing.
 */
export function checkRequired<S extends object>(
  object: S,
  names: readonly (keyof S & string)[],
  fieldPath: FieldPath,
): void {
  checkObject(object, fieldPath);
  // An iterator would be called as a function, for each request.
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!;
    if (object[name] === undefined) {
      throw fieldPath.at(name).wrong(undefined, "it has to be given");
    }
  }
}
