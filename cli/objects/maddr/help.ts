/**
 * What `ip maddress help` prints.
 *
 * @module
 */

import { type CommandError, usage } from "../../parse/errors.ts";

const HELP = `\
Usage: ip maddr [ add | del ] MULTIADDR dev STRING
       ip maddr show [ dev STRING ]
`;

/**
 * Ends the program with the usage of `ip maddress`.
 *
 * @returns What to throw.
 */
export function help(): CommandError {
  return usage(HELP);
}
