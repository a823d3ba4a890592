/**
 * Links of kinds that the kernel does not have.
 *
 * @module
 */

import type { LinkMessage } from "../../messages/link/link.ts";
import { NetlinkError } from "../connection/errors.ts";
import { retraced } from "../connection/stack.ts";
import { nearestName } from "../mapping/nearest.ts";
import { linkKindMappings } from "./kinds/mod.ts";

/** What the kernel reports of a kind that it has no driver for. */
const UNKNOWN_KIND = "Unknown device type";

/**
 * Names the kind of a link, if it is what the kernel refused: the kernel itself
 * names neither the attribute nor its value.
 *
 * @param error The error.
 * @param message The link.
 * @returns The same error, with a message that names the kind.
 */
export function nameUnknownKind(
  error: unknown,
  { attributes: { info } }: LinkMessage,
): unknown {
  if (!(error instanceof NetlinkError) || error.reason !== UNKNOWN_KIND) {
    return error;
  }
  error.message += `: ${describe(info?.kind)}`;
  return retraced(error);
}

function describe(kind: string | undefined): string {
  if (kind === undefined) return "kind has to be given";
  const known = Object.keys(linkKindMappings);
  const nearest = known.includes(kind) ? undefined : nearestName(kind, known);
  const hint = nearest === undefined ? "" : `; the nearest is ${nearest}`;
  return `${JSON.stringify(kind)} as kind${hint}`;
}
