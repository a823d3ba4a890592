/**
 * Policies, which select the packets that need states: `ip xfrm policy`.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/ip-xfrm.8.html | ip-xfrm(8)}
 *
 * @module
 */

import { xfrmAttributes } from "../../messages/xfrm/attributes.ts";
import * as c from "../../messages/xfrm/constants.ts";
import { xfrmPolicyInfoMessage } from "../../messages/xfrm/info.ts";
import {
  xfrmPolicyDefaultsMessage,
  type XfrmPolicyIdMessage,
  xfrmPolicyIdMessage,
  type XfrmPolicyMessage,
  xfrmPolicyMessage,
} from "../../messages/xfrm/messages.ts";
import type { XfrmSelector } from "../../messages/xfrm/selector.ts";
import type { RequestOptions } from "../connection/connection.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { type All, checkNames } from "../mapping/filter.ts";
import { toDefaults, type XfrmDefaults } from "./defaults.ts";
import {
  xfrmDefaultAction,
  xfrmPolicyDirection,
  type XfrmPolicyKind,
  xfrmPolicyKind,
} from "./names.ts";
import { XfrmObjects } from "./objects.ts";
import {
  nameXfrmPolicy,
  type XfrmPolicyFilter,
  xfrmPolicyFilter,
  type XfrmPolicyKey,
} from "./policy_filter.ts";
import {
  fromXfrmPolicy,
  isOfSocket,
  xfrmPolicies,
  type XfrmPolicy,
  type XfrmPolicySpec,
} from "./policy_spec.ts";
import {
  fromThresholds,
  toNumbers,
  type XfrmPolicyNumbers,
  type XfrmThresholds,
} from "./policy_numbers.ts";
import type { XfrmRequests } from "./requests.ts";

export type { XfrmDefaults } from "./defaults.ts";
export type {
  XfrmPolicyNumbers,
  XfrmThreshold,
  XfrmThresholds,
} from "./policy_numbers.ts";
export type { XfrmPolicyFilter, XfrmPolicyKey } from "./policy_filter.ts";

function subject(direction: number, selector: XfrmSelector): string {
  const { source, sourceLength, destination, destinationLength } = selector;
  return `${xfrmPolicyDirection.fromKernel(direction)} ` +
    `${source}/${sourceLength} to ${destination}/${destinationLength}`;
}

/** Policies: `ip xfrm policy`. */
export class XfrmPolicies extends XfrmObjects<
  XfrmPolicy,
  XfrmPolicySpec,
  XfrmPolicyKey,
  XfrmPolicyFilter,
  XfrmPolicyMessage,
  XfrmPolicyIdMessage
> {
  /**
   * Makes the methods.
   *
   * @param requests Where to send requests.
   */
  constructor(requests: XfrmRequests) {
    super(requests, {
      nouns: ["IPsec policy", "IPsec policies"],
      codec: xfrmPolicyMessage,
      keyCodec: xfrmPolicyIdMessage,
      subject: ({ direction, selector }) => subject(direction, selector),
      keySubject: ({ direction, selector, index }) =>
        index === 0 ? subject(direction, selector) : String(index),
      types: {
        get: c.XFRM_MSG_GETPOLICY,
        add: c.XFRM_MSG_NEWPOLICY,
        update: c.XFRM_MSG_UPDPOLICY,
        delete: c.XFRM_MSG_DELPOLICY,
      },
      updates: "replace",
      reading: xfrmPolicies,
      filter: xfrmPolicyFilter,
      write: fromXfrmPolicy,
      name: nameXfrmPolicy,
      missing: "ENOENT",
    });
  }

  /**
   * Deletes all policies that a filter lets pass, but for those of sockets.
   *
   * @param filter Which ones; `{ all: true }` for all of them.
   * @param options How to ask.
   * @throws {TypeError} If the filter has no condition.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async flush(
    filter: XfrmPolicyFilter | All,
    options: RequestOptions = {},
  ): Promise<void> {
    const wanted = xfrmPolicyFilter.demand(filter, FieldPath.root);
    if (Object.keys(wanted).length === 0) {
      for (const kind of ["main", "sub"] as const) {
        await this.#flush(kind, options);
      }
      return;
    }
    await this.deleteEach(
      wanted,
      ({ selector, index, direction, attributes }) => {
        if (isOfSocket(direction)) return undefined;
        const { mark, interfaceId, policyType } = attributes;
        return {
          selector,
          index,
          direction,
          attributes: {
            ...policyType && { policyType },
            ...mark && { mark },
            ...interfaceId !== undefined && { interfaceId },
          },
        };
      },
      options,
    );
  }

  async #flush(kind: XfrmPolicyKind, options: RequestOptions): Promise<void> {
    const type = xfrmPolicyKind.toKernel(kind, FieldPath.root)!;
    await this.requests.send(
      {
        type: c.XFRM_MSG_FLUSHPOLICY,
        codec: xfrmAttributes,
        action: () => "delete IPsec policies",
      },
      () => ({ policyType: { type, reserved1: 0, reserved2: 0 } }),
      options,
    );
  }

  /**
   * Sets what happens to packets that no policy is for; directions that are
   * missing stay as they are.
   *
   * @param defaults What is to happen.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async setDefault(
    defaults: Partial<XfrmDefaults>,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.requests.send(
      {
        type: c.XFRM_MSG_SETDEFAULT,
        codec: xfrmPolicyDefaultsMessage,
        action: () => "set defaults of IPsec policies",
      },
      (fieldPath) => {
        checkNames(defaults, new Set(["in", "fwd", "out"]), fieldPath);
        const action = (name: keyof XfrmDefaults) =>
          defaults[name] === undefined
            ? c.XFRM_USERPOLICY_UNSPEC
            : xfrmDefaultAction.toKernel(defaults[name], fieldPath.at(name))!;
        return {
          in: action("in"),
          forward: action("fwd"),
          out: action("out"),
          attributes: {},
        };
      },
      options,
    );
  }

  /**
   * Gets what happens to packets that no policy is for.
   *
   * @param options How to ask.
   * @returns What happens.
   */
  async getDefault(options: RequestOptions = {}): Promise<XfrmDefaults> {
    return toDefaults(
      await this.requests.get(
        {
          type: c.XFRM_MSG_GETDEFAULT,
          codec: xfrmPolicyDefaultsMessage,
          action: () => "get defaults of IPsec policies",
        },
        () => ({ in: 0, forward: 0, out: 0, attributes: {} }),
        xfrmPolicyDefaultsMessage,
        options,
      ),
    );
  }

  /**
   * Counts policies.
   *
   * @param options How to ask.
   * @returns How many there are.
   */
  async count(options: RequestOptions = {}): Promise<XfrmPolicyNumbers> {
    const { attributes } = await this.requests.get(
      {
        type: c.XFRM_MSG_GETSPDINFO,
        codec: xfrmPolicyInfoMessage,
        action: () => "count IPsec policies",
      },
      () => ({ flags: 0xffffffff, attributes: {} }),
      xfrmPolicyInfoMessage,
      options,
    );
    return toNumbers(attributes);
  }

  /**
   * Sets from which prefix lengths on policies are hashed, which makes finding
   * them fast.
   *
   * @param thresholds The lengths; those that are missing stay as they are.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async setThresholds(
    thresholds: XfrmThresholds,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.requests.send(
      {
        type: c.XFRM_MSG_NEWSPDINFO,
        codec: xfrmPolicyInfoMessage,
        action: () => "set thresholds of IPsec policies",
      },
      (fieldPath) => ({
        flags: 0xffffffff,
        attributes: fromThresholds(thresholds, fieldPath),
      }),
      options,
    );
  }
}
