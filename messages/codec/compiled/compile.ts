/**
 * Turns schemas into straight-line code.
 *
 * `struct.ts` and the modules around `attributes.ts` define what a schema
 * means; `compile_decode.ts` and `compile_encode.ts` write out the same loops
 * with names and offsets filled in, which V8 runs three times as fast (see
 * `bench/`). What follows something that is out of the ordinary, such as an
 * attribute without a name or a value that does not fit, is left to the loops;
 * they go on where the code stopped, as whoever began again at each level of
 * nesting would take twice the time for each. Where code generation is forbidden
 * (`--v8-flags=--disallow-code-generation-from-strings`), or fails, nothing
 * changes but the speed.
 *
 * @module
 */

import type { Codec } from "../codec.ts";

/** The decoder of a codec. */
export type Decode = Codec<unknown>["decode"];
/** The encoder of a codec. */
export type Encode = Codec<unknown>["encode"];

/** What {@linkcode whenWarm} calls. */
export interface Compilers {
  /** Writes out the decoder. */
  readonly decode: () => Decode | undefined;
  /** Writes out the encoder, if that is worth it. */
  readonly encode?: () => Encode | undefined;
}

/** How often a codec runs before it is worth writing out. */
const WARM = 64;

/** Replaces both directions of `codec` by compiled ones, once they have proved busy. */
export function whenWarm<T>(codec: Codec<T>, compilers: Compilers): Codec<T> {
  const { decode, encode } = codec;
  let decoded = 0;
  let encoded = 0;
  const warming: { -readonly [K in keyof Codec<T>]: Codec<T>[K] } = {
    ...codec,
    decode: (view, start, end, parent) => {
      if (++decoded === WARM) {
        warming.decode = (compilers.decode() ?? decode) as Codec<T>["decode"];
      }
      return decode(view, start, end, parent);
    },
    encode: (writer, value, parent) => {
      if (++encoded === WARM) {
        warming.encode = (compilers.encode?.() ?? encode) as Codec<T>["encode"];
      }
      return encode(writer, value, parent);
    },
  };
  return warming;
}

/**
 * Makes a function of `body`, which sees `scope`; not where that is forbidden,
 * nor where the engine refuses the code.
 */
export function build<F>(
  scope: object,
  parameters: string,
  body: string,
): F | undefined {
  try {
    return new Function(
      ...Object.keys(scope),
      `return (${parameters}) => {${body}};`,
    )(...Object.values(scope));
  } catch {
    return undefined;
  }
}
