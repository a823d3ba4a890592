/**
 * States and policies, as `ip xfrm` shows them.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import type { XfrmAttributes } from "../../../messages/xfrm/attributes.ts";
import { XFRM_POLICY_MAX } from "../../../messages/xfrm/constants.ts";
import {
  XFRM_EXTRA_FLAGS,
  XFRM_POLICY_ACTIONS,
  XFRM_POLICY_DIRECTIONS,
  XFRM_POLICY_FLAGS,
  XFRM_POLICY_TYPES,
  XFRM_PROTOCOLS,
  XFRM_SHARES,
  XFRM_STATE_FLAGS,
} from "../../../messages/xfrm/names.ts";
import type { XfrmPolicyInfo } from "../../../messages/xfrm/policy.ts";
import type { XfrmStateInfo } from "../../../messages/xfrm/state.ts";
import {
  formatAttributes,
  formatSecurityContext,
} from "./format_attributes.ts";
import {
  formatIdentity,
  formatLifetime,
  formatSelector,
  isZero,
} from "./format_selector.ts";
import { bitsText, flagsText, lineEnd, nameOf } from "./text.ts";

const IPSEC: readonly number[] = [
  XFRM_PROTOCOLS.esp,
  XFRM_PROTOCOLS.ah,
  XFRM_PROTOCOLS.comp,
];

/** Flags of policies that have a name in `ip`. */
const { "cpu-acquire": _, ...POLICY_FLAGS } = XFRM_POLICY_FLAGS;

/**
 * Whether a protocol is one of IPsec, and not of Mobile IPv6.
 *
 * @param protocol The protocol.
 * @returns Whether it is.
 */
export function isIpsec(protocol: number): boolean {
  return IPSEC.includes(protocol);
}

/**
 * A state.
 *
 * @param state The state.
 * @param attributes Its attributes.
 * @param nokeys Whether keys are hidden.
 * @returns The lines.
 */
export function formatState(
  context: Context,
  state: XfrmStateInfo,
  attributes: XfrmAttributes,
  nokeys = false,
): string {
  const { options: { stats } } = context;
  const end = lineEnd(context);
  const { id, flags, family, selector } = state;
  const { extraFlags } = attributes;
  let text = formatIdentity(context, state, "", isIpsec(id.protocol));
  text += `\treplay-window ${state.replayWindow} `;
  if (stats > 0) text += `seq 0x${String(state.sequence).padStart(8, "0")} `;
  if (stats > 0 || flags !== 0) {
    text += `flag ${flagsText(XFRM_STATE_FLAGS, flags)}`;
  }
  if (stats > 0 && extraFlags !== undefined) {
    text += `extra_flag ${flagsText(XFRM_EXTRA_FLAGS, extraFlags)}`;
  }
  if (stats > 0) text += ` (${bitsText(flags)})`;
  text += end;
  text += formatAttributes(context, attributes, {
    family,
    prefix: "\t",
    nokeys,
    direction: true,
  });
  if (!isZero(selector)) {
    text += `\tsel ${formatSelector(context, selector, family)}`;
  }
  if (stats > 0) {
    const { replayWindow, replay, integrityFailed } = state.statistics;
    text += formatLifetime(context, state.lifetime, state.usage, "\t") +
      `\tstats:${end}\t  replay-window ${replayWindow} replay ${replay} ` +
      `failed ${integrityFailed}${end}`;
  }
  return text + formatSecurityContext(context, attributes);
}

/**
 * A policy.
 *
 * @param policy The policy.
 * @param attributes Its attributes.
 * @param prefix What lines begin with, but for the first.
 * @returns The lines.
 */
export function formatPolicy(
  context: Context,
  policy: XfrmPolicyInfo,
  attributes: XfrmAttributes,
  prefix = "",
): string {
  const { options: { stats } } = context;
  const end = lineEnd(context);
  const inner = `${prefix}\t`;
  const { direction, action, flags, selector } = policy;
  const { policyType } = attributes;
  const isSocket = direction >= XFRM_POLICY_MAX;
  const way = isSocket ? direction - XFRM_POLICY_MAX : direction;
  let text = formatSelector(context, selector, context.family) +
    formatSecurityContext(context, attributes) +
    `${inner}${isSocket ? "socket" : "dir"} ` +
    `${nameOf(XFRM_POLICY_DIRECTIONS, way)} `;
  if (stats > 0 || action !== 0) {
    text += `action ${nameOf(XFRM_POLICY_ACTIONS, action)} `;
  }
  if (stats > 0) text += `index ${policy.index} `;
  text += `priority ${policy.priority} `;
  if (policyType !== undefined) {
    text += `ptype ${nameOf(XFRM_POLICY_TYPES, policyType.type)} `;
  }
  if (stats > 0) text += `share ${nameOf(XFRM_SHARES, policy.share)} `;
  if (stats > 0 || flags !== 0) {
    text += `flag ${flagsText(POLICY_FLAGS, flags)}`;
  }
  if (stats > 0) text += ` (${bitsText(flags)})`;
  text += end;
  if (stats > 0) {
    text += formatLifetime(context, policy.lifetime, policy.usage, inner);
  }
  return text + formatAttributes(context, attributes, {
    family: selector.family,
    prefix: inner,
    nokeys: false,
    direction: false,
  });
}

/**
 * Writes what `ip` writes of a record: with `-oneline`, a line feed at its end.
 *
 * @param format Makes the text; it is called again when names are known.
 */
export async function showRecord(
  context: Context,
  format: () => string,
): Promise<void> {
  let text = "";
  await context.render(() => {
    text = format();
  });
  context.io.out(context.options.oneline ? `${text}\n` : text);
}
