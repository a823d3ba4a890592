/**
 * What policies look like, in people's terms and the kernel's.
 *
 * @module
 */

import { blank } from "../../messages/codec/mod.ts";
import { AF_INET } from "../../messages/families.ts";
import { XFRM_POLICY_MAX } from "../../messages/xfrm/constants.ts";
import type { XfrmAttributes } from "../../messages/xfrm/attributes.ts";
import {
  type XfrmPolicyMessage,
  xfrmPolicyMessage,
} from "../../messages/xfrm/messages.ts";
import { listOf, uint32 } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import {
  type Conversion,
  type Field,
  mapping,
  originalMessage,
  within,
} from "../mapping/mapping.ts";
import { checkRequired } from "../mapping/properties.ts";
import { type Reading, reading } from "../reading/reading.ts";
import { XFRM_OFFLOAD_PACKET } from "../../messages/xfrm/constants.ts";
import {
  fromLimits,
  noLimits,
  toLimits,
  toTraffic,
  type XfrmLimits,
  type XfrmTraffic,
} from "./limits.ts";
import {
  type XfrmFamily,
  xfrmFamily,
  type XfrmPolicyAction,
  xfrmPolicyAction,
  type XfrmPolicyDirection,
  xfrmPolicyDirection,
  type XfrmPolicyFlag,
  xfrmPolicyFlags,
  type XfrmPolicyKind,
  xfrmPolicyKind,
  type XfrmShare,
  xfrmShare,
} from "./names.ts";
import {
  anySelector,
  fromSelector,
  toSelector,
  type XfrmSelectorSpec,
} from "./selector.ts";
import { type XfrmTemplateSpec, xfrmTemplateSpec } from "./template.ts";
import { securityContext, type XfrmMarkSpec, xfrmMarkSpec } from "./values.ts";

/** A policy to be added or updated: which packets need which states. */
export interface XfrmPolicySpec {
  /**
   * Whether it is for packets that come in, go out, or are forwarded (`dir`).
   */
  direction: XfrmPolicyDirection;
  /** Which packets it is for; for all of IPv4 if it is missing (`sel`). */
  selector?: XfrmSelectorSpec;
  /**
   * What happens to the packets (`action`).
   *
   * @default {"allow"}
   */
  action?: XfrmPolicyAction;
  /** Which states they need, from the inside out (`XFRMA_TMPL`). */
  templates?: readonly XfrmTemplateSpec[];
  /** Priority: the lowest number comes first (`priority`). */
  priority?: number;
  /** Number of the policy; the kernel chooses it if it is missing (`index`). */
  index?: number;
  /** Type of the policy (`XFRMA_POLICY_TYPE`). */
  type?: XfrmPolicyKind;
  /** Flags (`flags`). */
  flags?: readonly XfrmPolicyFlag[];
  /** What its states may be used for (`share`). */
  share?: XfrmShare;
  /** When it expires (`lft`). */
  limits?: XfrmLimits;
  /** Which mark packets have to have (`XFRMA_MARK`). */
  mark?: XfrmMarkSpec;
  /** Id of the xfrm interface that it belongs to (`XFRMA_IF_ID`). */
  interfaceId?: number;
  /** Security context (`XFRMA_SEC_CTX`). */
  securityContext?: string;
  /** The device that processes whole packets (`XFRMA_OFFLOAD_DEV`). */
  offload?: Device;
}

/** A policy. */
export interface XfrmPolicy extends XfrmPolicySpec {
  /** Address family of the packets. */
  readonly family: XfrmFamily;
  /** What happens to the packets. */
  action: XfrmPolicyAction;
  /** Priority. */
  priority: number;
  /** Number of the policy. */
  index: number;
  /** Whether it belongs to a socket, and cannot be changed. */
  readonly ofSocket?: boolean;
  /** How much it was used (`curlft`). */
  readonly usage: XfrmTraffic;
  /** The message that this was read from; copies do not have it. */
  readonly message: XfrmPolicyMessage;
}

type MappedPolicy = XfrmPolicySpec & Omit<XfrmPolicy, keyof XfrmPolicySpec>;

type M = XfrmPolicyMessage;

/** A number in the header, which may stand for nothing at 0. */
function number<W>(
  name: "priority" | "index" | "flags" | "share" | "action",
  { fromKernel, toKernel }: Conversion<W, number>,
  isShown: boolean,
): Field<W, M> {
  return {
    from: [name],
    read: (message) =>
      message[name] === 0 && !isShown ? undefined : fromKernel(message[name]),
    write: (message, value, fieldPath) => {
      message[name] = toKernel(value, fieldPath)!;
    },
  };
}

const type: Field<XfrmPolicyKind, XfrmAttributes> = {
  from: ["policyType"],
  read: ({ policyType }) =>
    policyType === undefined
      ? undefined
      : xfrmPolicyKind.fromKernel(policyType.type),
  write: (attributes, value, fieldPath) => {
    attributes.policyType = {
      type: xfrmPolicyKind.toKernel(value, fieldPath)!,
      reserved1: 0,
      reserved2: 0,
    };
  },
};

const offload: Field<Device, XfrmAttributes> = {
  from: ["offload"],
  read: ({ offload }) => offload?.index,
  write: (attributes, value, fieldPath) => {
    attributes.offload = {
      index: device.toKernel(value, fieldPath)!,
      flags: XFRM_OFFLOAD_PACKET,
    };
  },
};

type Attribute =
  | "templates"
  | "type"
  | "mark"
  | "interfaceId"
  | "securityContext"
  | "offload";

const readOnly = { write: () => {}, readOnly: true } as const;

const fields = mapping<MappedPolicy, M>(() => ({
  family: {
    from: ["selector"],
    read: ({ selector: { family } }) => xfrmFamily.fromKernel(family),
    ...readOnly,
  },
  direction: {
    from: ["direction"],
    read: ({ direction }) =>
      xfrmPolicyDirection.fromKernel(
        isOfSocket(direction) ? direction - XFRM_POLICY_MAX : direction,
      ),
    write: (message, value, fieldPath) => {
      message.direction = xfrmPolicyDirection.toKernel(value, fieldPath)!;
    },
  },
  selector: {
    from: ["selector"],
    read: ({ selector }) => toSelector(selector),
    write: (message, value, fieldPath) => {
      message.selector = fromSelector(value, fieldPath);
    },
  },
  action: number("action", xfrmPolicyAction, true),
  priority: number("priority", uint32, true),
  index: number("index", uint32, true),
  flags: number("flags", xfrmPolicyFlags, false),
  share: number("share", xfrmShare, false),
  limits: {
    from: ["lifetime"],
    read: ({ lifetime }) => toLimits(lifetime),
    write: (message, value, fieldPath) => {
      message.lifetime = fromLimits(value, fieldPath);
    },
  },
  ...within<M, "attributes", Required<Pick<XfrmPolicySpec, Attribute>>>(
    "attributes",
    {
      templates: listOf(xfrmTemplateSpec),
      type,
      mark: xfrmMarkSpec,
      interfaceId: uint32,
      securityContext: securityContext,
      offload,
    },
  ),
  ofSocket: {
    from: ["direction"],
    read: ({ direction }) => isOfSocket(direction) ? true : undefined,
    ...readOnly,
  },
  usage: {
    from: ["usage"],
    read: ({ usage }) => toTraffic(usage),
    ...readOnly,
  },
  message: originalMessage,
}), blankPolicy);

/** Whether a direction is that of a socket's policy. */
export function isOfSocket(direction: number): boolean {
  return direction >= XFRM_POLICY_MAX && direction < 2 * XFRM_POLICY_MAX;
}

/**
 * A message about no policy.
 *
 * @returns The message.
 */
export function blankPolicy(): XfrmPolicyMessage {
  return blank(xfrmPolicyMessage, {
    selector: anySelector(),
    lifetime: noLimits(),
  });
}

/**
 * Names of all properties that policies have.
 *
 * @returns The names.
 */
export function policyNames(): ReadonlySet<string> {
  return fields.names;
}

/** How policies are read. */
export const xfrmPolicies: Reading<XfrmPolicyMessage, XfrmPolicy> = reading(
  xfrmPolicyMessage,
  fields,
);

/**
 * Converts a policy to people's terms.
 *
 * @param message The policy's message.
 * @returns The policy.
 */
export function toXfrmPolicy(message: XfrmPolicyMessage): XfrmPolicy {
  return xfrmPolicies.read(message);
}

/**
 * Puts a policy into the kernel's terms.
 *
 * @param spec The policy.
 * @param fieldPath Where it stands, for error messages.
 * @returns The policy's message.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromXfrmPolicy(
  spec: XfrmPolicySpec,
  fieldPath: FieldPath,
): XfrmPolicyMessage {
  const message = fields.toKernel(spec as MappedPolicy, fieldPath);
  checkRequired<XfrmPolicySpec>(spec, ["direction"], fieldPath);
  if (message.selector.family === 0) message.selector.family = AF_INET;
  return message;
}
