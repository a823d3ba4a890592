/**
 * Messages of IPsec: a header and {@linkcode XfrmAttributes}.
 *
 * @module
 */

import { type Codec, message, type WithAttributes } from "../codec/mod.ts";
import {
  type XfrmAcquire,
  xfrmAcquire,
  type XfrmReport,
  xfrmReport,
} from "./acquire.ts";
import { type XfrmAttributes, xfrmAttributes } from "./attributes.ts";
import { type XfrmStateMigration, xfrmStateMigration } from "./migrate.ts";
import {
  type XfrmPolicyDefaults,
  xfrmPolicyDefaults,
  type XfrmPolicyExpiry,
  xfrmPolicyExpiry,
  type XfrmPolicyId,
  xfrmPolicyId,
  type XfrmPolicyInfo,
  xfrmPolicyInfo,
} from "./policy.ts";
import {
  type XfrmEventId,
  xfrmEventId,
  type XfrmMapping,
  xfrmMapping,
  type XfrmSpiRange,
  xfrmSpiRange,
  type XfrmStateExpiry,
  xfrmStateExpiry,
  type XfrmStateFlush,
  xfrmStateFlush,
  type XfrmStateId,
  xfrmStateId,
  type XfrmStateInfo,
  xfrmStateInfo,
} from "./state.ts";

/**
 * A message of IPsec.
 *
 * @typeParam H The header.
 */
export type XfrmMessage<H> = WithAttributes<H, XfrmAttributes>;

/** A state. */
export type XfrmStateMessage = XfrmMessage<XfrmStateInfo>;
/** What names a state. */
export type XfrmStateIdMessage = XfrmMessage<XfrmStateId>;
/** A policy. */
export type XfrmPolicyMessage = XfrmMessage<XfrmPolicyInfo>;
/** What names a policy. */
export type XfrmPolicyIdMessage = XfrmMessage<XfrmPolicyId>;
/** A request for a state that is not there. */
export type XfrmAcquireMessage = XfrmMessage<XfrmAcquire>;

function xfrmMessage<H extends object>(
  header: Codec<H>,
): Codec<XfrmMessage<H>> {
  return message(header, xfrmAttributes);
}

/** Codec of messages about states. */
export const xfrmStateMessage: Codec<XfrmStateMessage> = xfrmMessage(
  xfrmStateInfo,
);
/** Codec of messages that name a state. */
export const xfrmStateIdMessage: Codec<XfrmStateIdMessage> = xfrmMessage(
  xfrmStateId,
);
/** Codec of requests for a state whose SPI the kernel chooses. */
export const xfrmSpiMessage: Codec<XfrmMessage<XfrmSpiRange>> = xfrmMessage(
  xfrmSpiRange,
);
/** Codec of messages about states that have expired. */
export const xfrmStateExpiryMessage: Codec<XfrmMessage<XfrmStateExpiry>> =
  xfrmMessage(xfrmStateExpiry);
/** Codec of messages about states that are deleted together. */
export const xfrmStateFlushMessage: Codec<XfrmMessage<XfrmStateFlush>> =
  xfrmMessage(xfrmStateFlush);
/** Codec of messages about policies. */
export const xfrmPolicyMessage: Codec<XfrmPolicyMessage> = xfrmMessage(
  xfrmPolicyInfo,
);
/** Codec of messages that name a policy. */
export const xfrmPolicyIdMessage: Codec<XfrmPolicyIdMessage> = xfrmMessage(
  xfrmPolicyId,
);
/** Codec of messages about policies that have expired. */
export const xfrmPolicyExpiryMessage: Codec<XfrmMessage<XfrmPolicyExpiry>> =
  xfrmMessage(xfrmPolicyExpiry);
/** Codec of messages about what happens to packets that no policy is for. */
export const xfrmPolicyDefaultsMessage: Codec<
  XfrmMessage<XfrmPolicyDefaults>
> = xfrmMessage(xfrmPolicyDefaults);
/** Codec of requests of the kernel for a state. */
export const xfrmAcquireMessage: Codec<XfrmAcquireMessage> = xfrmMessage(
  xfrmAcquire,
);
/** Codec of reports of packets that fit no state. */
export const xfrmReportMessage: Codec<XfrmMessage<XfrmReport>> = xfrmMessage(
  xfrmReport,
);
/** Codec of messages about replay counters and lifetimes. */
export const xfrmEventMessage: Codec<XfrmMessage<XfrmEventId>> = xfrmMessage(
  xfrmEventId,
);
/** Codec of reports of a changed address or port. */
export const xfrmMappingMessage: Codec<XfrmMessage<XfrmMapping>> = xfrmMessage(
  xfrmMapping,
);
/** Codec of messages about one state that moves. */
export const xfrmStateMigrationMessage: Codec<
  XfrmMessage<XfrmStateMigration>
> = xfrmMessage(xfrmStateMigration);
