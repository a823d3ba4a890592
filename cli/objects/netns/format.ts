/**
 * Shows ids of network namespaces.
 *
 * @module
 */

import type { NsidMessage } from "../../../messages/nsid/nsid.ts";
import type { Context } from "../../runtime/context.ts";

/**
 * Writes one id.
 *
 * @param message The id.
 * @param deleted Whether it was deleted.
 */
export function formatNsid(
  { printer, namespaces }: Context,
  { attributes: { nsid = -1, currentNsid } }: NsidMessage,
  deleted = false,
): void {
  printer.object(null, () => {
    if (deleted) printer.value("deleted", true, "Deleted ");
    if (nsid < 0) printer.text("nsid unassigned ");
    else printer.named("nsid", nsid);
    if (currentNsid !== undefined) {
      if (currentNsid < 0) printer.text("current-nsid unassigned ");
      else {
        const text = `current-nsid ${currentNsid} `;
        printer.value("current-nsid", currentNsid, text);
      }
    }
    const name = namespaces.nameOf(currentNsid ?? nsid) ??
      (deleted ? undefined : namespaces.nameOf(nsid));
    if (name !== undefined) {
      printer.value("name", name, `(iproute2 netns name: ${name})`);
    }
    printer.text("\n");
  });
}
