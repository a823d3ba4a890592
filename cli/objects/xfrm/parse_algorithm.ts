/**
 * Algorithms and their keys.
 *
 * @module
 */

import {
  duplicateArgument,
  invalidArgument,
  missingArgument,
} from "../../parse/errors.ts";
import type { Argument } from "../../parse/form.ts";
import { takes, type Word, type Words } from "../../parse/grammar.ts";
import { textToBytes } from "../../../messages/codec/text.ts";
import type { XfrmAttributes } from "../../../messages/xfrm/attributes.ts";
import { SecretBytes } from "../../../messages/xfrm/secret.ts";
import { takeNumber } from "./parse_values.ts";

/** What has algorithms, and which ones words have given. */
export interface WithAlgorithms {
  /** The message. */
  readonly message: { readonly attributes: XfrmAttributes };
  /** Which of `enc`, `auth`, `aead` and `comp` there are. */
  readonly algorithms: Set<"enc" | "auth" | "aead" | "comp">;
}

/** Most bytes of a key. */
const MAX_KEY = 512;
/** Most bytes of a name. */
const MAX_NAME = 63;

/** A name, of which what is too long is cut off. */
function nameOf(word: string): string {
  const bytes = textToBytes(word);
  return bytes.length <= MAX_NAME
    ? word
    : new TextDecoder().decode(bytes.subarray(0, MAX_NAME));
}

/** A key: hexadecimal digits after `0x`, or text. */
function keyOf(word: string): SecretBytes {
  const isHex = word.length > 2 && word.startsWith("0x");
  const digits = word.slice(2);
  const length = isHex
    ? Math.ceil(digits.length / 2)
    : textToBytes(word).length;
  if (length > MAX_KEY) {
    throw invalidArgument("ALGO-KEYMAT value makes buffer overflow\n", word);
  }
  if (!isHex) return new SecretBytes(textToBytes(word));
  if (!/^[\da-f]*$/i.test(digits)) {
    throw invalidArgument("ALGO-KEYMAT value is invalid", word);
  }
  return new SecretBytes(
    Uint8Array.fromHex(digits.length % 2 === 0 ? digits : `0${digits}`),
  );
}

function required(words: Words, name: string): string {
  if (words.left === 0) throw missingArgument(name);
  return words.take();
}

function length(words: Words, name: string): number {
  if (words.left === 0) throw missingArgument(name);
  return takeNumber(words, `${name} value is invalid`);
}

/** An algorithm that must not come with some others. */
function algorithm(
  form: string,
  kind: "enc" | "auth" | "aead" | "comp",
  others: readonly ("enc" | "auth" | "aead" | "comp")[],
  set: (attributes: XfrmAttributes, words: Words) => void,
): Word<WithAlgorithms> {
  return takes(form, ({ algorithms, message }, { words, word }) => {
    if (others.some((other) => algorithms.has(other))) {
      throw duplicateArgument("ALGO-TYPE", word);
    }
    algorithms.add(kind);
    set(message.attributes, words);
  });
}

function take(words: Words) {
  const name = nameOf(required(words, "ALGO-NAME"));
  const key = keyOf(required(words, "ALGO-KEYMAT"));
  return { name, keyLength: 8 * key.length, key };
}

const KEYED = "ALGO-NAME ALGO-KEYMAT";

/** The words for algorithms. */
export const ALGORITHMS: Readonly<Record<string, Word<WithAlgorithms>>> = {
  enc: algorithm(KEYED, "enc", ["enc", "aead"], (attributes, words) => {
    attributes.encryption = take(words);
  }),
  auth: algorithm(KEYED, "auth", ["auth", "aead"], (attributes, words) => {
    attributes.auth = take(words);
  }),
  comp: algorithm("ALGO-NAME", "comp", ["comp"], (attributes, words) => {
    const name = nameOf(required(words, "ALGO-NAME"));
    attributes.compression = { name, keyLength: 0, key: new SecretBytes() };
  }),
  aead: algorithm(
    `${KEYED} ALGO-ICV-LEN`,
    "aead",
    ["enc", "auth", "aead"],
    (attributes, words) => {
      const { name, keyLength, key } = take(words);
      const icvLength = length(words, "ALGO-ICV-LEN");
      attributes.aead = { name, keyLength, icvLength, key };
    },
  ),
  "auth-trunc": algorithm(
    `${KEYED} ALGO-TRUNC-LEN`,
    "auth",
    ["auth", "aead"],
    (attributes, words) => {
      const { name, keyLength, key } = take(words);
      const truncationLength = length(words, "ALGO-TRUNC-LEN");
      attributes.authTruncated = { name, keyLength, truncationLength, key };
    },
  ),
};

/** Algorithms. */
export const ALGO_LIST: Argument = {
  name: "ALGO-LIST",
  means: ["[ ALGO-LIST ]", { name: "ALGO", means: { oneOf: ALGORITHMS } }],
};
