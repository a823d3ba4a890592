/**
 * What the kernel reports of states and policies, as `ip xfrm monitor` shows it.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import type { Codec } from "../../../messages/codec/mod.ts";
import type { XfrmAcquire } from "../../../messages/xfrm/acquire.ts";
import { xfrmAttributes } from "../../../messages/xfrm/attributes.ts";
import * as c from "../../../messages/xfrm/constants.ts";
import * as m from "../../../messages/xfrm/messages.ts";
import { XFRM_POLICY_TYPES } from "../../../messages/xfrm/names.ts";
import type { XfrmStateId } from "../../../messages/xfrm/state.ts";
import { formatPolicy, formatState } from "./format.ts";
import { formatAttributes, formatMasks } from "./format_attributes.ts";
import {
  familyOf,
  formatSelector,
  formatSpi,
  ipProtocolText,
} from "./format_selector.ts";
import { formatDefaults } from "./policy/settings.ts";
import { addressText, hex, lineEnd, nameOf, protocolText } from "./text.ts";

/** How messages of a type are read and shown. */
export interface EventFormat {
  /** Codec of the messages. */
  readonly codec: Codec<unknown>;
  /** Makes the text of one. */
  readonly format: (message: never, context: Context) => string;
  /** Whether `-oneline` puts a line feed behind it. */
  readonly endsLine: boolean;
}

function event<M>(
  codec: Codec<M>,
  format: (message: M, context: Context) => string,
  endsLine = true,
): EventFormat {
  return { codec: codec as Codec<unknown>, format, endsLine };
}

function state(title: string): EventFormat {
  return event(
    m.xfrmStateMessage,
    (message, context) =>
      title + formatState(context, message, message.attributes),
  );
}

function policy(title: string): EventFormat {
  return event(
    m.xfrmPolicyMessage,
    (message, context) =>
      title + formatPolicy(context, message, message.attributes),
  );
}

/** The line that shows whether something is gone. */
function expiry(hard: number, context: Context): string {
  return `\thard ${hard}${lineEnd(context)}`;
}

/** How each message type is shown. */
export const EVENTS: ReadonlyMap<number, EventFormat> = new Map([
  [c.XFRM_MSG_NEWSA, state("")],
  [c.XFRM_MSG_UPDSA, state("Updated ")],
  [
    c.XFRM_MSG_DELSA,
    event(
      m.xfrmStateIdMessage,
      ({ attributes }, context) =>
        attributes.state === undefined
          ? "Deleted "
          : `Deleted ${formatState(context, attributes.state, attributes)}`,
    ),
  ],
  [
    c.XFRM_MSG_EXPIRE,
    event(
      m.xfrmStateExpiryMessage,
      ({ state, hard, attributes }, context) =>
        `Expired ${formatState(context, state, attributes)}${
          expiry(hard, context)
        }`,
    ),
  ],
  [c.XFRM_MSG_NEWPOLICY, policy("")],
  [c.XFRM_MSG_UPDPOLICY, policy("Updated ")],
  [
    c.XFRM_MSG_DELPOLICY,
    event(
      m.xfrmPolicyIdMessage,
      ({ attributes }, context) =>
        attributes.policy === undefined
          ? "Deleted "
          : `Deleted ${formatPolicy(context, attributes.policy, attributes)}`,
    ),
  ],
  [
    c.XFRM_MSG_POLEXPIRE,
    event(
      m.xfrmPolicyExpiryMessage,
      ({ policy, hard, attributes }, context) =>
        `Expired ${formatPolicy(context, policy, attributes)}${
          expiry(hard, context)
        }`,
    ),
  ],
  [c.XFRM_MSG_ACQUIRE, event(m.xfrmAcquireMessage, formatAcquire)],
  [
    c.XFRM_MSG_FLUSHSA,
    event(
      m.xfrmStateFlushMessage,
      ({ protocol }, context) =>
        `Flushed state proto ${protocolText(protocol)}${lineEnd(context)}`,
    ),
  ],
  [
    c.XFRM_MSG_FLUSHPOLICY,
    event(xfrmAttributes, ({ policyType }, context) => {
      const type = policyType === undefined
        ? ""
        : `ptype ${nameOf(XFRM_POLICY_TYPES, policyType.type)} `;
      return `Flushed policy ${type}${lineEnd(context)}`;
    }),
  ],
  [
    c.XFRM_MSG_REPORT,
    event(
      m.xfrmReportMessage,
      ({ protocol, selector, attributes }, context) => {
        const family = selector.family || context.family;
        return `report proto ${protocolText(protocol)} ${lineEnd(context)}` +
          `  sel ${formatSelector(context, selector, family)}` +
          formatAttributes(context, attributes, {
            family,
            prefix: "  ",
            nokeys: false,
            direction: true,
          });
      },
    ),
  ],
  [c.XFRM_MSG_NEWAE, event(m.xfrmEventMessage, formatCounters, false)],
  [c.XFRM_MSG_MAPPING, event(m.xfrmMappingMessage, formatMapping, false)],
  [
    c.XFRM_MSG_GETDEFAULT,
    event(m.xfrmPolicyDefaultsMessage, formatDefaults, false),
  ],
]);

function formatAcquire(
  { attributes, ...acquire }: m.XfrmAcquireMessage,
  context: Context,
): string {
  const { options: { stats } } = context;
  const end = lineEnd(context);
  const { id, selector, policy, sequence }: XfrmAcquire = acquire;
  const family = familyOf([selector, policy.selector], context.family);
  let text = `acquire proto ${protocolText(id.protocol)} `;
  if (stats > 0 || id.spi !== 0) text += formatSpi(context, id.spi);
  text += `${end}  sel ${formatSelector(context, selector, family)}` +
    `  policy ${formatPolicy(context, policy, attributes, "    ")}`;
  if (stats > 0) {
    text += `  seq 0x${String(sequence).padStart(8, "0")} ` +
      formatMasks(acquire);
  }
  return text + end;
}

const CAUSES: readonly (readonly [number, string])[] = [
  [c.XFRM_AE_CR, " replay update "],
  [c.XFRM_AE_CE, " timer expired "],
  [c.XFRM_AE_CU, " policy updated "],
];

function formatStateId(
  context: Context,
  { destination, family, protocol, spi }: XfrmStateId,
  requestId: number,
): string {
  return `dst ${addressText(context, destination, family)}  ` +
    `reqid ${hex(requestId)} protocol ${
      ipProtocolText(context, protocol)
    }  SPI ${hex(spi)}`;
}

function formatCounters(
  { state, source, flags, requestId }: Parameters<
    typeof m.xfrmEventMessage.encode
  >[1],
  context: Context,
): string {
  const causes = CAUSES.filter(([bit]) => (flags & bit) !== 0)
    .map(([, text]) => text).join("");
  return `Async event  (${hex(flags)}) ${causes}\n\t` +
    `src ${addressText(context, source, state.family)} ` +
    `${formatStateId(context, state, requestId)}\n`;
}

function formatMapping(
  mapping: Parameters<typeof m.xfrmMappingMessage.encode>[1],
  context: Context,
): string {
  const { state, requestId, oldSource, newSource } = mapping;
  const { family } = state;
  return `Mapping change ${addressText(context, oldSource, family)}` +
    `:${mapping.oldSourcePort} -> ${addressText(context, newSource, family)}` +
    `:${mapping.newSourcePort}\n\t` +
    `${formatStateId(context, state, requestId)}\n`;
}
