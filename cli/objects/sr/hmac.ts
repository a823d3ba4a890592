/**
 * `ip sr hmac`: keys of HMACs.
 *
 * @module
 */

import { seg6Family } from "../../../api/generic/seg6_family.ts";
import { textFromBytes, textToBytes } from "../../../messages/codec/mod.ts";
import {
  SEG6_CMD_DUMPHMAC,
  SEG6_CMD_SETHMAC,
  SEG6_HMAC_ALGORITHMS,
  type Seg6Attributes,
} from "../../../messages/generic/seg6.ts";
import { nameOf } from "../../../messages/value_names.ts";
import { invalidArgument } from "../../parse/errors.ts";
import type { Argument } from "../../parse/form.ts";
import { type Arguments, takes } from "../../parse/grammar.ts";
import { unsigned } from "../../parse/numbers.ts";
import type { Command, Context } from "../../runtime/context.ts";
import { answered, showAll, withFamily } from "../../runtime/generic.ts";
import { readSecret } from "../../runtime/secret.ts";

const ALGO: Argument = { name: "ALGO", means: "{ sha1 | sha256 }" };
/** The most bytes of a secret that are shown. */
const MOST = 63;

/** Sets or deletes a key, whose secret is read from the terminal or the input. */
export const set: Command = takes(["KEYID", ALGO], async (args, context) => {
  const arg = args.take();
  const hmackeyid = unsigned(arg, 32);
  if (!hmackeyid) throw invalidArgument("hmac KEYID value is invalid", arg);
  const algid = args.oneOf(SEG6_HMAC_ALGORITHMS, "hmac ALGO value is invalid");
  const secret = textToBytes(readSecret(
    context.io,
    "Enter secret for HMAC key ID (blank to delete): ",
  ));
  return await withFamily(context, seg6Family, async (family) => {
    const attributes: Seg6Attributes = {
      hmackeyid,
      secretlen: secret.length & 0xff,
      algid,
      ...secret.length > 0 && { secret },
    };
    await answered(family.request(SEG6_CMD_SETHMAC, attributes), 1);
    return 0;
  });
});

/** Shows all keys, with their secrets. */
export async function show(
  _args: Arguments,
  context: Context,
): Promise<number> {
  return await withFamily(
    context,
    seg6Family,
    (family) =>
      showAll(context, family, {
        command: SEG6_CMD_DUMPHMAC,
        attributes: {},
        format: ({ attributes }) => format(context, attributes),
      }),
  );
}

function format(
  { printer, io }: Context,
  { hmackeyid = 0, algid = 0, secretlen = 0, secret }: Seg6Attributes,
): void {
  if (secretlen > MOST) {
    io.err(`HMAC secret length ${secretlen} > ${MOST}, truncated\n`);
  }
  const bytes = new Uint8Array(secret ?? []).subarray(
    0,
    Math.min(secretlen, MOST),
  );
  const end = bytes.indexOf(0);
  const text = textFromBytes(end < 0 ? bytes : bytes.subarray(0, end));
  const algorithm = nameOf(SEG6_HMAC_ALGORITHMS, algid) ?? "<unknown>";
  printer.object(null, () => {
    printer.named("hmac", hmackeyid);
    printer.named("algo", algorithm);
    printer.value("secret", text, `secret "${text}"\n`);
  });
}
