/**
 * Structs that end with an array of any length, as `char alg_key[]`.
 *
 * @module
 */

import { type Codec, isSecret } from "./codec.ts";
import { DecodeError, within } from "./errors.ts";

/**
 * A struct and what follows it.
 *
 * @typeParam T The interface that documents both.
 * @typeParam N Name of the property for what follows.
 * @param struct The members in front.
 * @param name Name of the property for what follows.
 * @param tail Codec of what follows.
 * @param cName Name of the C struct.
 * @param samples Values for tests.
 * @returns The codec.
 */
export function tailed<T extends object, N extends keyof T & string>(
  struct: Codec<Omit<T, N>>,
  name: N,
  tail: Codec<T[N]>,
  cName: string,
  samples: readonly T[],
): Codec<T> {
  const { size } = struct;
  return {
    shape: { kind: "custom", name: cName, samples, secret: isSecret(tail) },
    size,
    decode: (view, start, end) => {
      const at = start + size;
      if (at > end) {
        throw new DecodeError(
          `Cannot decode ${cName}: it has ${end - start} bytes`,
        );
      }
      const value = struct.decode(view, start, at) as T;
      value[name] = tail.decode(view, at, end);
      return value;
    },
    encode: (writer, value) => {
      struct.encode(writer, value);
      try {
        tail.encode(writer, value[name]);
      } catch (error) {
        throw within(error, name);
      }
    },
  };
}
