/**
 * `ip help`.
 *
 * @module
 */

import type { Command } from "./context.ts";
import { usage } from "./errors.ts";
import { HELP } from "./help.ts";

/** Shows the usage of the program. */
export const command: Command = () => Promise.reject(usage(HELP));
