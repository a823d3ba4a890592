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
import type { DumpOptions, RequestOptions } from "../connection/connection.ts";
import {
  deleteObject,
  type DeleteOptions,
  missing,
  orUndefined,
} from "../connection/existence.ts";
import type { Listing } from "../connection/listing.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { type All, checkNames } from "../mapping/filter.ts";
import { messagesOf } from "../mapping/reading.ts";
import { toDefaults, type XfrmDefaults } from "./defaults.ts";
import {
  xfrmDefaultAction,
  xfrmPolicyDirection,
  type XfrmPolicyKind,
  xfrmPolicyKind,
} from "./names.ts";
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
import type { XfrmRequests, XfrmVerb } from "./requests.ts";

export type { XfrmDefaults } from "./defaults.ts";
export type {
  XfrmPolicyNumbers,
  XfrmThreshold,
  XfrmThresholds,
} from "./policy_numbers.ts";
export type { XfrmPolicyFilter, XfrmPolicyKey } from "./policy_filter.ts";

const isMissing = missing("ENOENT");

function subject(direction: number, selector: XfrmSelector): string {
  const { source, sourceLength, destination, destinationLength } = selector;
  return `${xfrmPolicyDirection.fromKernel(direction)} ` +
    `${source}/${sourceLength} to ${destination}/${destinationLength}`;
}

function creating(type: number, action: string): XfrmVerb<XfrmPolicyMessage> {
  return {
    type,
    codec: xfrmPolicyMessage,
    action: ({ direction, selector }) =>
      `${action} IPsec policy ${subject(direction, selector)}`,
  };
}

function naming(type: number, action: string): XfrmVerb<XfrmPolicyIdMessage> {
  return {
    type,
    codec: xfrmPolicyIdMessage,
    action: ({ direction, selector, index }) =>
      index === 0
        ? `${action} IPsec policy ${subject(direction, selector)}`
        : `${action} IPsec policy ${index}`,
  };
}

const ADD = creating(c.XFRM_MSG_NEWPOLICY, "create");
const UPDATE = creating(c.XFRM_MSG_UPDPOLICY, "replace");
const GET = naming(c.XFRM_MSG_GETPOLICY, "get");
const DELETE = naming(c.XFRM_MSG_DELPOLICY, "delete");
const LIST = {
  type: c.XFRM_MSG_GETPOLICY,
  codec: xfrmAttributes,
  action: () => "list IPsec policies",
};

/** Policies: `ip xfrm policy`. */
export class XfrmPolicies {
  readonly #requests: XfrmRequests;

  /**
   * Makes the methods.
   *
   * @param requests Where to send requests.
   */
  constructor(requests: XfrmRequests) {
    this.#requests = requests;
  }

  /**
   * Lists policies.
   *
   * @param filter Which ones; all of them if it is missing.
   * @param options How to dump them.
   * @returns The policies. Iterating them throws an `UnknownDeviceError` if the
   * filter names a device that is not there.
   */
  list(
    filter: XfrmPolicyFilter = {},
    options: DumpOptions = {},
  ): Listing<XfrmPolicy> {
    return this.#requests.list(LIST, (fieldPath) => ({
      message: {},
      reply: xfrmPolicies.replies(xfrmPolicyFilter.select(filter, fieldPath)),
    }), options);
  }

  /**
   * Gets one policy.
   *
   * @param key Which one.
   * @param options How to ask.
   * @returns The policy.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {NetlinkError} If there is none (`ENOENT`).
   */
  get(key: XfrmPolicyKey, options: RequestOptions = {}): Promise<XfrmPolicy> {
    return this.#requests.get(
      GET,
      (fieldPath) => nameXfrmPolicy(key, fieldPath),
      xfrmPolicies.replies(),
      options,
    );
  }

  /**
   * Gets one policy, if it is there.
   *
   * @param key Which one.
   * @param options How to ask.
   * @returns The policy; `undefined` if there is none.
   * @throws {NetlinkError} If the kernel refuses for another reason.
   */
  find(
    key: XfrmPolicyKey,
    options: RequestOptions = {},
  ): Promise<XfrmPolicy | undefined> {
    return orUndefined(this.get(key, options), isMissing);
  }

  /**
   * Adds a policy that is not there yet.
   *
   * @param spec The policy.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If it is there already (`EEXIST`), or the kernel
   * refuses it.
   */
  add(spec: XfrmPolicySpec, options: RequestOptions = {}): Promise<void> {
    return this.#requests.send(
      ADD,
      (fieldPath) => fromXfrmPolicy(spec, fieldPath),
      options,
    );
  }

  /**
   * Adds a policy, or replaces the one that is there.
   *
   * @param spec The policy.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If the kernel refuses it.
   */
  update(spec: XfrmPolicySpec, options: RequestOptions = {}): Promise<void> {
    return this.#requests.send(
      UPDATE,
      (fieldPath) => fromXfrmPolicy(spec, fieldPath),
      options,
    );
  }

  /**
   * Deletes a policy.
   *
   * @param key Which one.
   * @param options How to ask, and whether there has to be one.
   * @returns Whether there was one.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {NetlinkError} If there is none (`ENOENT`).
   */
  delete(key: XfrmPolicyKey, options: DeleteOptions = {}): Promise<boolean> {
    return deleteObject(
      (rest) =>
        this.#requests.send(
          DELETE,
          (fieldPath) => nameXfrmPolicy(key, fieldPath),
          rest,
        ),
      options,
      isMissing,
    );
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
    const messages = await this.#requests.list(LIST, (fieldPath) => ({
      message: {},
      reply: messagesOf(
        xfrmPolicyMessage,
        xfrmPolicyFilter.select(wanted, fieldPath),
      ),
    }), options).toArray();
    for (const { selector, index, direction, attributes } of messages) {
      if (isOfSocket(direction)) continue;
      const { mark, interfaceId, policyType } = attributes;
      await this.#requests.send(DELETE, () => ({
        selector,
        index,
        direction,
        attributes: {
          ...policyType && { policyType },
          ...mark && { mark },
          ...interfaceId !== undefined && { interfaceId },
        },
      }), options);
    }
  }

  async #flush(kind: XfrmPolicyKind, options: RequestOptions): Promise<void> {
    const type = xfrmPolicyKind.toKernel(kind, FieldPath.root)!;
    await this.#requests.send(
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
    await this.#requests.send(
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
      await this.#requests.get(
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
    const { attributes } = await this.#requests.get(
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
    await this.#requests.send(
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
