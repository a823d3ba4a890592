/** Link messages for tests. */
import type { LinkMessage } from "../../messages/link/link.ts";

/** A link message of some attributes, and of a header that is mostly zero. */
export function message(
  attributes: LinkMessage["attributes"],
  header: Partial<LinkMessage> = {},
): LinkMessage {
  return {
    family: 0,
    type: 0,
    index: 0,
    flags: 0,
    change: 0,
    ...header,
    attributes,
  };
}
