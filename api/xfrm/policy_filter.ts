/**
 * Which policies to list, and what names one.
 *
 * @module
 */

import { AF_INET } from "../../messages/families.ts";
import type {
  XfrmPolicyIdMessage,
  XfrmPolicyMessage,
} from "../../messages/xfrm/messages.ts";
import { XFRM_POLICY_MAX } from "../../messages/xfrm/constants.ts";
import { boolean, uint32 } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { conditions } from "../mapping/conditions.ts";
import { checkNames, type Filter, filter } from "../mapping/filter.ts";
import { type IpProtocol, ipProtocol } from "../mapping/ip_protocol.ts";
import { beginsWith, prefixBits } from "../mapping/prefixes.ts";
import { checkRequired } from "../mapping/properties.ts";
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
} from "./names.ts";
import {
  blankPolicy,
  isOfSocket,
  policyNames,
  type XfrmPolicySpec,
} from "./policy_spec.ts";
import {
  anySelector,
  fromSelector,
  type XfrmSelectorSpec,
} from "./selector.ts";
import { securityContext, xfrmMarkSpec } from "./values.ts";

/** Which policies to list; what is not given does not matter. */
export interface XfrmPolicyFilter {
  /** Policies for packets of this family. */
  family?: XfrmFamily;
  /** Policies for packets of this direction, of sockets or not. */
  direction?: XfrmPolicyDirection;
  /** Policies whose source lies in this prefix. */
  source?: string;
  /** Policies whose destination lies in this prefix. */
  destination?: string;
  /** Policies for this protocol above IP. */
  protocol?: IpProtocol;
  /** Policies for packets of this device. */
  device?: Device;
  /** The policy with this number. */
  index?: number;
  /** Policies of this type. */
  type?: XfrmPolicyKind;
  /** Policies that do this. */
  action?: XfrmPolicyAction;
  /** Policies of this priority. */
  priority?: number;
  /** Policies that have one of these flags. */
  flags?: readonly XfrmPolicyFlag[];
  /** Policies of this xfrm interface; 0 for those of none. */
  interfaceId?: number;
  /** Whether they belong to sockets. */
  ofSocket?: boolean;
}

const { equal, where } = conditions<XfrmPolicyMessage>();

/**
 * How {@linkcode XfrmPolicyFilter} is put into the kernel's terms: it filters
 * by nothing.
 */
export const xfrmPolicyFilter: Filter<XfrmPolicyFilter, XfrmPolicyMessage> =
  filter({
    family: where({
      value: xfrmFamily,
      reads: ["selector"],
      accepts: (family) => (selector) => selector.family === family,
    }),
    direction: where({
      value: xfrmPolicyDirection,
      reads: ["direction"],
      accepts: (direction) => (found) =>
        found === direction || found === direction + XFRM_POLICY_MAX,
    }),
    source: where({
      value: prefixBits,
      reads: ["selector"],
      accepts: (wanted) => ({ source, sourceLength }) =>
        sourceLength >= wanted.length && beginsWith(wanted, source),
    }),
    destination: where({
      value: prefixBits,
      reads: ["selector"],
      accepts: (wanted) => ({ destination, destinationLength }) =>
        destinationLength >= wanted.length && beginsWith(wanted, destination),
    }),
    protocol: where({
      value: ipProtocol,
      reads: ["selector"],
      accepts: (protocol) => (selector) => selector.protocol === protocol,
    }),
    device: where({
      value: device,
      reads: ["selector"],
      accepts: (index) => (selector) => selector.index === index,
    }),
    index: equal("index", uint32),
    type: where({
      value: xfrmPolicyKind,
      reads: ["attributes.policyType"],
      accepts: (type) => (found) => (found?.type ?? 0) === type,
    }),
    action: equal("action", xfrmPolicyAction),
    priority: equal("priority", uint32),
    flags: where({
      value: xfrmPolicyFlags,
      reads: ["flags"],
      accepts: (flags) => (found) => (found & flags) !== 0,
    }),
    interfaceId: equal("attributes.interfaceId", uint32, { missing: 0 }),
    ofSocket: where({
      value: boolean,
      reads: ["direction"],
      accepts: (wanted) => (direction) =>
        isOfSocket(direction) === (wanted === 1),
    }),
  }, blankPolicy);

/** What identifies a policy: its selector, or its number. */
export interface XfrmPolicyKey extends
  Pick<
    XfrmPolicySpec,
    "direction" | "type" | "mark" | "interfaceId" | "securityContext"
  > {
  /** Which packets it is for, if there is no number (`sel`). */
  selector?: XfrmSelectorSpec;
  /** Number of the policy (`index`). */
  index?: number;
}

/**
 * The message that names a policy.
 *
 * @param key The policy.
 * @param fieldPath Where it stands, for error messages.
 * @returns The message.
 * @throws {TypeError} If a value is not of the right sort, or there is neither
 * selector nor number.
 * @throws {RangeError} If a value is too small or too large.
 */
export function nameXfrmPolicy(
  key: XfrmPolicyKey,
  fieldPath: FieldPath,
): XfrmPolicyIdMessage {
  checkNames(key, policyNames(), fieldPath);
  checkRequired<XfrmPolicyKey>(key, ["direction"], fieldPath);
  const { direction, selector, index, type, mark, interfaceId } = key;
  if (selector === undefined && index === undefined) {
    throw fieldPath.wrong(key, "selector or index is expected");
  }
  const message: XfrmPolicyIdMessage = {
    selector: selector === undefined
      ? anySelector()
      : fromSelector(selector, fieldPath.at("selector")),
    index: uint32.toKernel(index ?? 0, fieldPath.at("index"))!,
    direction: xfrmPolicyDirection.toKernel(
      direction,
      fieldPath.at("direction"),
    )!,
    attributes: {},
  };
  if (message.selector.family === 0) message.selector.family = AF_INET;
  const { attributes } = message;
  if (type !== undefined) {
    attributes.policyType = {
      type: xfrmPolicyKind.toKernel(type, fieldPath.at("type"))!,
      reserved1: 0,
      reserved2: 0,
    };
  }
  if (mark !== undefined) {
    attributes.mark = xfrmMarkSpec.toKernel(mark, fieldPath.at("mark"))!;
  }
  if (interfaceId !== undefined) {
    attributes.interfaceId = uint32.toKernel(
      interfaceId,
      fieldPath.at("interfaceId"),
    )!;
  }
  if (key.securityContext !== undefined) {
    attributes.securityContext = securityContext.toKernel(
      key.securityContext,
      fieldPath.at("securityContext"),
    )!;
  }
  return message;
}
