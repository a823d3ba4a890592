/**
 * Flags of routes and next hops.
 *
 * @module
 */

import type { Printer } from "../../print/printer.ts";
import {
  RTNH_F_DEAD,
  RTNH_F_LINKDOWN,
  RTNH_F_OFFLOAD,
  RTNH_F_ONLINK,
  RTNH_F_PERVASIVE,
  RTNH_F_TRAP,
  RTNH_F_UNRESOLVED,
} from "../../../messages/constants.ts";
import {
  RTM_F_NOTIFY,
  RTM_F_OFFLOAD,
  RTM_F_OFFLOAD_FAILED,
  RTM_F_TRAP,
} from "../../../messages/route/constants.ts";

/** Names of flags, in the order in which they are written. */
const FLAGS: readonly (readonly [flag: number, name: string])[] = [
  [RTNH_F_DEAD, "dead"],
  [RTNH_F_ONLINK, "onlink"],
  [RTNH_F_PERVASIVE, "pervasive"],
  [RTNH_F_OFFLOAD, "offload"],
  [RTNH_F_TRAP, "trap"],
  [RTM_F_NOTIFY, "notify"],
  [RTNH_F_LINKDOWN, "linkdown"],
  [RTNH_F_UNRESOLVED, "unresolved"],
  [RTM_F_OFFLOAD, "rt_offload"],
  [RTM_F_TRAP, "rt_trap"],
  [RTM_F_OFFLOAD_FAILED, "rt_offload_failed"],
];

/**
 * Writes the flags of a route or a next hop.
 *
 * @param printer Where to.
 * @param flags The flags, `RTNH_F_*` and `RTM_F_*`.
 */
export function formatFlags(printer: Printer, flags: number): void {
  printer.array("flags", () => {
    for (const [flag, name] of FLAGS) {
      if (flags & flag) printer.value(null, name, `${name} `);
    }
  });
}
