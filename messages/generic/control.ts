/**
 * The controller of generic netlink, which lists all families: `CTRL_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/genetlink.h | linux/genetlink.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/netlink/genetlink.c | net/netlink/genetlink.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  list,
  string,
  u16,
  u32,
} from "../codec/mod.ts";
import { type Policy, policy } from "../extended_ack.ts";
import { type GenericMessage, genericMessage } from "./header.ts";
import { type Keyed, keyed } from "./keyed.ts";

/** Here is a family. */
export const CTRL_CMD_NEWFAMILY = 1;
/** A family is gone. */
export const CTRL_CMD_DELFAMILY = 2;
/** Asks for families. */
export const CTRL_CMD_GETFAMILY = 3;
/** A command was added. */
export const CTRL_CMD_NEWOPS = 4;
/** A command was removed. */
export const CTRL_CMD_DELOPS = 5;
/** Asks for commands; unused. */
export const CTRL_CMD_GETOPS = 6;
/** A multicast group was added. */
export const CTRL_CMD_NEWMCAST_GRP = 7;
/** A multicast group was removed. */
export const CTRL_CMD_DELMCAST_GRP = 8;
/** Asks for multicast groups; unused. */
export const CTRL_CMD_GETMCAST_GRP = 9;
/** Asks for a family's policies. */
export const CTRL_CMD_GETPOLICY = 10;

/** One command of a family: `CTRL_ATTR_OP_*`. */
export interface FamilyOperation extends Attributes {
  /** Number of the command (`CTRL_ATTR_OP_ID`). */
  id?: number;
  /** `GENL_ADMIN_PERM`, `GENL_CMD_CAP_*` (`CTRL_ATTR_OP_FLAGS`). */
  flags?: number;
}

/** One multicast group of a family: `CTRL_ATTR_MCAST_GRP_*`. */
export interface FamilyGroup extends Attributes {
  /** Name (`CTRL_ATTR_MCAST_GRP_NAME`). */
  name?: string;
  /** Number, to be joined (`CTRL_ATTR_MCAST_GRP_ID`). */
  id?: number;
}

/** Policies of one command: `CTRL_ATTR_POLICY_*`. */
export interface OperationPolicy extends Attributes {
  /** Index of the policy for one object (`CTRL_ATTR_POLICY_DO`). */
  do?: number;
  /** Index of the policy for dumps (`CTRL_ATTR_POLICY_DUMP`). */
  dump?: number;
}

/** What the controller reports of a family: `CTRL_ATTR_*`. */
export interface ControlAttributes extends Attributes {
  /** Message type of the family (`CTRL_ATTR_FAMILY_ID`). */
  familyId?: number;
  /** Name of the family (`CTRL_ATTR_FAMILY_NAME`). */
  familyName?: string;
  /** Version of the family's interface (`CTRL_ATTR_VERSION`). */
  version?: number;
  /** Bytes between header and attributes (`CTRL_ATTR_HDRSIZE`). */
  hdrsize?: number;
  /** Greatest attribute type (`CTRL_ATTR_MAXATTR`). */
  maxattr?: number;
  /** Commands (`CTRL_ATTR_OPS`). */
  ops?: FamilyOperation[];
  /** Multicast groups (`CTRL_ATTR_MCAST_GROUPS`). */
  mcastGroups?: FamilyGroup[];
  /** Policies: by index, then by attribute type (`CTRL_ATTR_POLICY`). */
  policy?: Keyed<Keyed<Policy>>;
  /** Which policies commands have, by command (`CTRL_ATTR_OP_POLICY`). */
  opPolicy?: Keyed<OperationPolicy>;
  /** Command whose policies are asked for (`CTRL_ATTR_OP`). */
  op?: number;
}

/** A message of the controller, family `nlctrl`. */
export type ControlMessage = GenericMessage<ControlAttributes>;

/** Codec of {@linkcode FamilyOperation}. */
export const familyOperation: Codec<FamilyOperation> = attributes({
  id: ["CTRL_ATTR_OP_ID", 1, u32],
  flags: ["CTRL_ATTR_OP_FLAGS", 2, u32],
}, { nestedFlag: false });

/** Codec of {@linkcode FamilyGroup}. */
export const familyGroup: Codec<FamilyGroup> = attributes(
  {
    name: ["CTRL_ATTR_MCAST_GRP_NAME", 1, string],
    id: ["CTRL_ATTR_MCAST_GRP_ID", 2, u32],
  },
  { nestedFlag: false },
);

/** Codec of {@linkcode OperationPolicy}. */
export const operationPolicy: Codec<OperationPolicy> = attributes({
  do: ["CTRL_ATTR_POLICY_DO", 1, u32],
  dump: ["CTRL_ATTR_POLICY_DUMP", 2, u32],
});

/** Codec of {@linkcode ControlAttributes}. */
export const controlAttributes: Codec<ControlAttributes> = attributes({
  familyId: ["CTRL_ATTR_FAMILY_ID", 1, u16],
  familyName: ["CTRL_ATTR_FAMILY_NAME", 2, string],
  version: ["CTRL_ATTR_VERSION", 3, u32],
  hdrsize: ["CTRL_ATTR_HDRSIZE", 4, u32],
  maxattr: ["CTRL_ATTR_MAXATTR", 5, u32],
  ops: [
    "CTRL_ATTR_OPS",
    6,
    list(familyOperation, undefined, { nestedFlag: false }),
  ],
  mcastGroups: [
    "CTRL_ATTR_MCAST_GROUPS",
    7,
    list(familyGroup, undefined, { nestedFlag: false }),
  ],
  policy: ["CTRL_ATTR_POLICY", 8, keyed(keyed(policy))],
  opPolicy: ["CTRL_ATTR_OP_POLICY", 9, keyed(operationPolicy)],
  op: ["CTRL_ATTR_OP", 10, u32],
});

/** Codec of {@linkcode ControlMessage}. */
export const controlMessage: Codec<ControlMessage> = genericMessage(
  controlAttributes,
);
