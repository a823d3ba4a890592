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
import type {
  BatchOptions,
  Connection,
  RequestOptions,
} from "../connection/connection.ts";
import { NO_OPTIONS } from "../connection/direct.ts";
import { BatchError, type BatchFailure } from "../connection/batch_error.ts";
import { NetlinkError } from "../connection/errors.ts";
import { checkIterable, FieldPath } from "../mapping/field_path.ts";
import { checkRequired } from "../mapping/properties.ts";
import type { DeleteOptions } from "../object/existence.ts";
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
   * Adds VLANs, or changes those that are there. Options are left out that the
   * kernel refuses although they are as it has them: what it reports of a
   * bridge itself and of ports of one with a spanning tree.
   *
   * @param spec The VLANs.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If the kernel refuses.
   */
  override async add(
    spec: BridgeVlanSpec,
    options: RequestOptions = NO_OPTIONS,
  ): Promise<void> {
    for (let asked = spec;;) {
      try {
        return await super.add(asked, options);
      } catch (error) {
        const rest = await this.#withoutRefused(asked, error, options);
        if (rest === undefined) throw error;
        asked = rest;
      }
    }
  }

  /**
   * Adds many VLANs, as {@linkcode BridgeVlans.add} does; all of them are tried.
   *
   * @param specs The VLANs.
   * @param options How to send them.
   * @throws {BatchError} If some were refused; it has which, and why.
   */
  override async addAll(
    specs: Iterable<BridgeVlanSpec>,
    options: BatchOptions = {},
  ): Promise<void> {
    checkIterable(specs, FieldPath.root);
    const all = [...specs];
    try {
      await super.addAll(all, options);
    } catch (error) {
      if (!(error instanceof BatchError) || error.unsent > 0) throw error;
      const failures: BatchFailure[] = [];
      for (const { index } of error.failures) {
        try {
          await this.add(all[index]!, options);
        } catch (reason) {
          failures.push({ index, error: reason as Error });
        }
      }
      if (failures.length === 0) return;
      throw new BatchError(failures, all.length - failures.length);
    }
  }

  /** What is left without options that are refused, and as they are anyway. */
  async #withoutRefused(
    spec: BridgeVlanSpec,
    error: unknown,
    options: RequestOptions,
  ): Promise<BridgeVlanSpec | undefined> {
    if (!(error instanceof NetlinkError)) return undefined;
    const { device, vlan } = spec;
    const { state, ...withoutState } = spec;
    if (error.code === "EBUSY" && state === "forwarding") {
      // New ones are, but those that were there need not be.
      const there = await this.list({ device, vlan }, options).toArray();
      return there.every(({ state }) => state === "forwarding")
        ? withoutState
        : undefined;
    }
    const { neighborSuppress, neighborForwardGratuitous, ...rest } = spec;
    const off = [neighborSuppress, neighborForwardGratuitous];
    const isOff = off.includes(false) && !off.includes(true);
    return error.code === "EINVAL" && isOff ? rest : undefined;
  }

  /**
   * Deletes VLANs. The kernel does not report that there are none, so that they
   * are listed before if they need not be there.
   *
   * @param key The VLANs.
   * @param options How to ask, and whether it matters if they were there.
   * @returns Whether one of them was there: always, unless they need not be.
   * @throws {NetlinkError} If the kernel refuses.
   */
  override async delete(
    key: BridgeVlanKey,
    options: DeleteOptions = NO_OPTIONS,
  ): Promise<boolean> {
    if (options?.ifExists !== true) return await super.delete(key, options);
    const { ifExists: _, ...rest } = options;
    const { device, vlan } = key;
    const there = await this.find({ device, vlan }, rest);
    return there !== undefined && await super.delete(key, options);
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
