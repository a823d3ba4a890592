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
import { type Arguments, takes, type Word } from "../../parse/grammar.ts";
import { u32 } from "../../parse/numbers.ts";
import { fromHex, textToBytes } from "../../../messages/codec/text.ts";
import type { XfrmAttributes } from "../../../messages/xfrm/attributes.ts";
import { SecretBytes } from "../../../messages/codec/secret.ts";

/** What has algorithms, and which ones arguments have given. */
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
function nameOf(arg: string): string {
  const bytes = textToBytes(arg);
  return bytes.length <= MAX_NAME
    ? arg
    : new TextDecoder().decode(bytes.subarray(0, MAX_NAME));
}

/** A key: hexadecimal digits after `0x`, or text. */
function keyOf(arg: string): SecretBytes {
  const isHex = arg.length > 2 && arg.startsWith("0x");
  const digits = arg.slice(2);
  const length = isHex ? Math.ceil(digits.length / 2) : textToBytes(arg).length;
  if (length > MAX_KEY) {
    throw invalidArgument("ALGO-KEYMAT value makes buffer overflow\n", arg);
  }
  if (!isHex) return new SecretBytes(textToBytes(arg));
  if (!/^[\da-f]*$/i.test(digits)) {
    throw invalidArgument("ALGO-KEYMAT value is invalid", arg);
  }
  return new SecretBytes(
    fromHex(digits.length % 2 === 0 ? digits : `0${digits}`),
  );
}

function required(args: Arguments, name: string): string {
  if (args.left === 0) throw missingArgument(name);
  return args.take();
}

function length(args: Arguments, name: string): number {
  if (args.left === 0) throw missingArgument(name);
  return args.read(u32, `${name} value is invalid`);
}

/** An algorithm that must not come with some others. */
function algorithm(
  form: string,
  kind: "enc" | "auth" | "aead" | "comp",
  others: readonly ("enc" | "auth" | "aead" | "comp")[],
  set: (attributes: XfrmAttributes, args: Arguments) => void,
): Word<WithAlgorithms> {
  return takes(form, ({ algorithms, message }, { args, word }) => {
    if (others.some((other) => algorithms.has(other))) {
      throw duplicateArgument("ALGO-TYPE", word);
    }
    algorithms.add(kind);
    set(message.attributes, args);
  });
}

function take(args: Arguments) {
  const name = nameOf(required(args, "ALGO-NAME"));
  const key = keyOf(required(args, "ALGO-KEYMAT"));
  return { name, keyLength: 8 * key.length, key };
}

const KEYED = "ALGO-NAME ALGO-KEYMAT";

/** The keywords for algorithms. */
export const ALGORITHMS: Readonly<Record<string, Word<WithAlgorithms>>> = {
  enc: algorithm(KEYED, "enc", ["enc", "aead"], (attributes, args) => {
    attributes.encryption = take(args);
  }),
  auth: algorithm(KEYED, "auth", ["auth", "aead"], (attributes, args) => {
    attributes.auth = take(args);
  }),
  comp: algorithm("ALGO-NAME", "comp", ["comp"], (attributes, args) => {
    const name = nameOf(required(args, "ALGO-NAME"));
    attributes.compression = { name, keyLength: 0, key: new SecretBytes() };
  }),
  aead: algorithm(
    `${KEYED} ALGO-ICV-LEN`,
    "aead",
    ["enc", "auth", "aead"],
    (attributes, args) => {
      const { name, keyLength, key } = take(args);
      const icvLength = length(args, "ALGO-ICV-LEN");
      attributes.aead = { name, keyLength, icvLength, key };
    },
  ),
  "auth-trunc": algorithm(
    `${KEYED} ALGO-TRUNC-LEN`,
    "auth",
    ["auth", "aead"],
    (attributes, args) => {
      const { name, keyLength, key } = take(args);
      const truncationLength = length(args, "ALGO-TRUNC-LEN");
      attributes.authTruncated = { name, keyLength, truncationLength, key };
    },
  ),
};

/** Algorithms. */
export const ALGO_LIST: Argument = {
  name: "ALGO-LIST",
  means: ["[ ALGO-LIST ]", { name: "ALGO", means: { oneOf: ALGORITHMS } }],
};
