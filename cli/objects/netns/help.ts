/**
 * Usage of `ip netns`.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import { usage } from "../../parse/errors.ts";
import type { Words } from "../../parse/grammar.ts";

const NETNS_HELP = `\
Usage:	ip netns list
	ip netns add NAME
	ip netns attach NAME PID
	ip netns set NAME NETNSID
	ip [-all] netns delete [NAME]
	ip netns identify [PID]
	ip netns pids NAME
	ip [-all] netns exec [NAME] cmd ...
	ip netns monitor
	ip netns list-id [target-nsid POSITIVE-INT] [nsid POSITIVE-INT]
NETNSID := auto | POSITIVE-INT
`;

/** Runs `ip netns help`. */
export function help(_words: Words, _context: Context): Promise<number> {
  throw usage(NETNS_HELP);
}
