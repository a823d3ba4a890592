/**
 * What the kernel accepts in the attributes of a family.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/netlink/policy.c | net/netlink/policy.c}
 *
 * @module
 */

import {
  type ControlAttributes,
  controlMessage,
  CTRL_CMD_GETPOLICY,
} from "../../messages/generic/control.ts";
import { GENL_ID_CTRL } from "../../messages/generic/header.ts";
import { policyLimits } from "../connection/ack_details.ts";
import type { Connection, RequestOptions } from "../connection/connection.ts";
import type { PolicyLimits } from "../connection/errors.ts";

/** What the kernel accepts in an attribute. */
export interface AttributePolicy extends PolicyLimits {
  /** What it accepts in what is nested in it. */
  readonly nested?: AttributePolicies;
}

/** What the kernel accepts, by attribute type; sets may have themselves. */
export type AttributePolicies = ReadonlyMap<number, AttributePolicy>;

/** What the kernel accepts in the requests of a command. */
export interface CommandPolicy {
  /** In requests for one object. */
  readonly do?: AttributePolicies;
  /** In requests for all objects. */
  readonly dump?: AttributePolicies;
}

/** What the kernel accepts in the requests of a family, by command. */
export type FamilyPolicy = ReadonlyMap<number, CommandPolicy>;

/**
 * Asks for the policy of a family (`CTRL_CMD_GETPOLICY`).
 *
 * @param connection A connection to `NETLINK_GENERIC`.
 * @param name Name of the family.
 * @param options How to ask.
 * @returns The policy; commands without one are not in it.
 * @throws {NetlinkError} If there is no such family (`ENOENT`), or the kernel is
 * older than Linux 5.10.
 */
export async function familyPolicy(
  connection: Connection,
  name: string,
  options: RequestOptions = {},
): Promise<FamilyPolicy> {
  const attributes: ControlAttributes = { familyName: name };
  const messages = await connection.dumpAll({
    action: `list policies of ${name}`,
    type: GENL_ID_CTRL,
    codec: controlMessage,
    message: { cmd: CTRL_CMD_GETPOLICY, version: 1, reserved: 0, attributes },
  }, options);
  return toFamilyPolicy(messages.map(({ attributes }) => attributes));
}

/** Puts together what comes in parts: an attribute of a policy in each. */
function toFamilyPolicy(parts: readonly ControlAttributes[]): FamilyPolicy {
  const policies = new Map<number, Map<number, AttributePolicy>>();
  const policyAt = (index: number) => {
    const known = policies.get(index);
    if (known !== undefined) return known;
    const made = new Map<number, AttributePolicy>();
    policies.set(index, made);
    return made;
  };
  for (const { policy = [] } of parts) {
    for (const { key: index, value } of policy) {
      for (const { key: type, value: limits } of value) {
        const { policyIndex } = limits;
        policyAt(index).set(type, {
          ...policyLimits(limits),
          ...policyIndex !== undefined && { nested: policyAt(policyIndex) },
        });
      }
    }
  }
  const commands = new Map<number, CommandPolicy>();
  for (const { opPolicy = [] } of parts) {
    for (const { key: command, value } of opPolicy) {
      const { do: one, dump: all } = value;
      commands.set(command, {
        ...one !== undefined && { do: policyAt(one) },
        ...all !== undefined && { dump: policyAt(all) },
      });
    }
  }
  return commands;
}
