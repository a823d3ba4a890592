/**
 * `wg genkey`, `wg genpsk` and `wg pubkey`.
 *
 * @module
 */

import {
  generateWireguardKey,
  generateWireguardPresharedKey,
  readWireguardKey,
  wireguardPublicKey,
} from "../../api/wireguard/key.ts";
import { isWorldAccessible } from "./output_mode.ts";
import { withoutBlanks } from "./parse_values.ts";
import { type Command, failure, type World } from "./world.ts";

/** Characters of a key in base64. */
const LENGTH = 44;

/** Writes a new private key. */
export const genkey: Command = generating("genkey", generateWireguardKey);

/** Writes a new preshared key. */
export const genpsk: Command = generating(
  "genpsk",
  generateWireguardPresharedKey,
);

function generating(verb: string, generate: () => string): Command {
  return (args, { io }) => {
    if (args.length > 0) throw failure(`Usage: wg ${verb}`);
    if (!io.isTerminal && isWorldAccessible()) {
      io.err(
        "Warning: writing to world accessible file.\n" +
          "Consider setting the umask to 077 and trying again.\n",
      );
    }
    io.out(`${generate()}\n`);
    return Promise.resolve(0);
  };
}

/**
 * Reads a private key and writes its public key.
 *
 * @param args What follows its name.
 * @param world What it works with.
 * @returns The exit code.
 * @throws {CommandError} If it fails.
 */
export async function pubkey(
  args: readonly string[],
  { io }: World,
): Promise<number> {
  if (args.length > 0) throw failure("Usage: wg pubkey");
  // One character is one byte: what is behind the key may be anything.
  const text = new TextDecoder("latin1").decode(io.input());
  const key = text.slice(0, LENGTH);
  const more = withoutBlanks(text.slice(LENGTH)).replaceAll("\0", "");
  if (key.length === LENGTH && more !== "") {
    throw failure("wg: Trailing characters found after key");
  }
  if (readWireguardKey(key) === undefined) {
    throw failure("wg: Key is not the correct length or format");
  }
  io.out(`${await wireguardPublicKey(key)}\n`);
  return 0;
}
