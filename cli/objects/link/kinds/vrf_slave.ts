/**
 * Ports of VRFs, which take no words.
 *
 * @module
 */

import { type Kind, printNumbers } from "./kind.ts";
import type { VrfPort } from "../../../../messages/link/ports/vrf.ts";

/** Ports of VRFs. */
export const kind: Kind<VrfPort> = {
  print: ({ printer }, port) => printNumbers(printer, port, { table: "table" }),
};
