/**
 * What happens to packets that no policy is for.
 *
 * @module
 */

import { XFRM_USERPOLICY_BLOCK } from "../../messages/xfrm/constants.ts";
import type { XfrmPolicyDefaults } from "../../messages/xfrm/policy.ts";
import type { XfrmDefaultAction } from "./names.ts";

/** What happens to packets that no policy is for, by direction. */
export interface XfrmDefaults {
  /** Packets to this machine (`in`). */
  in: XfrmDefaultAction;
  /** Packets that are forwarded (`fwd`). */
  fwd: XfrmDefaultAction;
  /** Packets from this machine (`out`). */
  out: XfrmDefaultAction;
}

/** What the kernel does by default is to let packets pass. */
function toDefault(value: number): XfrmDefaultAction {
  return value === XFRM_USERPOLICY_BLOCK ? "block" : "accept";
}

/**
 * Converts what happens to packets that no policy is for to people's terms.
 *
 * @param defaults What happens.
 * @returns The same.
 */
export function toDefaults(
  { in: input, forward, out }: XfrmPolicyDefaults,
): XfrmDefaults {
  return {
    in: toDefault(input),
    fwd: toDefault(forward),
    out: toDefault(out),
  };
}
