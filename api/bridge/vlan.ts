/**
 * VLANs of bridges and their ports: `bridge vlan`.
 *
 * @module
 */

import { AF_BRIDGE } from "../../messages/families.ts";
import {
  BRIDGE_VLAN_INFO_ONLY_OPTS,
  BRIDGE_VLAN_INFO_PVID,
} from "../../messages/link/bridge/constants.ts";
import { RTM_DELLINK, RTM_SETLINK } from "../../messages/link/constants.ts";
import {
  BRIDGE_VLANDB_DUMPF_STATS,
  RTM_DELVLAN,
  RTM_GETVLAN,
  RTM_NEWVLAN,
} from "../../messages/vlan_database/constants.ts";
import {
  type VlanDatabaseMessage,
  vlanDatabaseMessage,
  vlanDatabaseRequest,
  type VlanEntry,
} from "../../messages/vlan_database/vlan_database.ts";
import type { Connection, RequestOptions } from "../connection/connection.ts";
import { NO_OPTIONS } from "../connection/direct.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { checkRequired } from "../mapping/properties.ts";
import type { Verb } from "../object/verbs.ts";
import { parts } from "./parts.ts";
import { EditableParts } from "./requests.ts";
import type {
  BridgeVlan,
  BridgeVlanFilter,
  BridgeVlanKey,
  BridgeVlanOptions,
  BridgeVlanSpec,
} from "./vlan_types.ts";
import { fields, partsOf, vlanFilter, type VlanPart } from "./vlan_fields.ts";

function messageOf(
  { index, vlans: { first, last }, flags, entry }: VlanPart,
): VlanDatabaseMessage {
  const whole: VlanEntry = {
    info: { flags, vid: first },
    ...last !== first && { range: last },
    ...entry,
  };
  return { family: AF_BRIDGE, index, attributes: { entries: [whole] } };
}

/** The message of VLANs with their options. */
function write(
  spec: BridgeVlanSpec,
  fieldPath: FieldPath,
): VlanDatabaseMessage {
  const part = fields.toKernel(spec as BridgeVlan, fieldPath);
  checkRequired(spec, ["device", "vlan"], fieldPath);
  const { vlans: { first, last }, tunnels } = part;
  if (part.flags & BRIDGE_VLAN_INFO_PVID && first !== last) {
    throw fieldPath.at("pvid").outside(true, "only one VLAN can have it");
  }
  if (tunnels !== undefined) {
    if (tunnels.last - tunnels.first !== last - first) {
      throw fieldPath.at("tunnelId").outside(
        spec.tunnelId,
        "there have to be as many tunnels as VLANs",
      );
    }
    part.entry.tunnelInfo = { id: tunnels.first, command: RTM_SETLINK };
  }
  return messageOf(part);
}

const adding: Verb<BridgeVlanSpec, VlanDatabaseMessage> = {
  type: RTM_NEWVLAN,
  codec: vlanDatabaseMessage,
  write,
};

const setting: Verb<BridgeVlanOptions, VlanDatabaseMessage> = {
  type: RTM_NEWVLAN,
  codec: vlanDatabaseMessage,
  write: (spec, fieldPath) => {
    for (const name of ["pvid", "untagged"] as const) {
      const value = (spec as BridgeVlanSpec)?.[name];
      if (value === undefined) continue;
      throw fieldPath.at(name).wrong(value, "it is no option of VLANs");
    }
    const message = write(spec, fieldPath);
    for (const { info } of message.attributes.entries ?? []) {
      info!.flags |= BRIDGE_VLAN_INFO_ONLY_OPTS;
    }
    return message;
  },
};

const unmapping: Verb<BridgeVlanKey, VlanDatabaseMessage> = {
  type: RTM_NEWVLAN,
  codec: vlanDatabaseMessage,
  write: (key, fieldPath) => {
    const part = fields.toKernel(key as BridgeVlan, fieldPath);
    checkRequired(key, ["device", "vlan"], fieldPath);
    return messageOf({
      ...part,
      flags: BRIDGE_VLAN_INFO_ONLY_OPTS,
      entry: { tunnelInfo: { command: RTM_DELLINK } },
    });
  },
};

const deleting: Verb<BridgeVlanKey, VlanDatabaseMessage> = {
  type: RTM_DELVLAN,
  codec: vlanDatabaseMessage,
  write: (key, fieldPath) => {
    const part = fields.toKernel(key as BridgeVlan, fieldPath);
    checkRequired(key, ["device", "vlan"], fieldPath);
    return messageOf({ ...part, flags: 0, entry: {} });
  },
};

const listing = parts({
  question: (filter) => ({
    type: RTM_GETVLAN,
    codec: vlanDatabaseRequest,
    message: {
      family: AF_BRIDGE,
      index: 0,
      attributes: {
        flags: filter?.statistics === true ? BRIDGE_VLANDB_DUMPF_STATS : 0,
      },
    },
  }),
  codec: vlanDatabaseMessage,
  parts: partsOf,
  read: (part) => fields.fromKernel(part),
  filter: vlanFilter,
  missing: ["ENOENT"],
});

/**
 * VLANs of bridges and their ports: `bridge vlan`; those that are there are
 * changed when they are added again.
 */
export class BridgeVlans extends EditableParts<
  BridgeVlan,
  BridgeVlanFilter,
  BridgeVlanSpec,
  BridgeVlanKey,
  VlanDatabaseMessage
> {
  /**
   * Makes the object.
   *
   * @param connection Where to send requests.
   */
  constructor(connection: Connection) {
    super(connection, listing, { adding, deleting });
  }

  /**
   * Changes options of VLANs that a port has.
   *
   * @param spec The VLANs and the options.
   * @param options How to ask.
   * @throws {NetlinkError} If the port does not have them (`ENOENT`), or the
   * kernel refuses.
   */
  async set(
    spec: BridgeVlanOptions,
    options: RequestOptions = NO_OPTIONS,
  ): Promise<void> {
    await this.carryOut(setting, spec, 0, options);
  }

  /**
   * Ends the mapping of VLANs to tunnels.
   *
   * @param key The VLANs.
   * @param options How to ask.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async unmap(
    key: BridgeVlanKey,
    options: RequestOptions = NO_OPTIONS,
  ): Promise<void> {
    await this.carryOut(unmapping, key, 0, options);
  }
}
