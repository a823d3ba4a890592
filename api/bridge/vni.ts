/**
 * Networks of VXLAN devices that have several: `bridge vni`.
 *
 * @module
 */

import { AF_BRIDGE } from "../../messages/families.ts";
import {
  RTM_DELTUNNEL,
  RTM_GETTUNNEL,
  RTM_NEWTUNNEL,
  TUNNEL_MSG_FLAG_STATS,
} from "../../messages/tunnel/constants.ts";
import {
  type TunnelEntry,
  type TunnelMessage,
  tunnelMessage,
} from "../../messages/tunnel/tunnel.ts";
import type {
  BatchOptions,
  Connection,
  RequestOptions,
} from "../connection/connection.ts";
import { NO_OPTIONS } from "../connection/direct.ts";
import type { DeleteOptions } from "../connection/existence.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { checkRequired } from "../mapping/properties.ts";
import type { Verb } from "../verbs.ts";
import { Parts, parts } from "./parts.ts";
import { Changes } from "./requests.ts";
import {
  fields,
  networkFilter,
  partOf,
  type VxlanNetwork,
  type VxlanNetworkFilter,
  type VxlanNetworkKey,
  type VxlanNetworkSpec,
} from "./vni_fields.ts";

export type {
  VxlanNetwork,
  VxlanNetworkFilter,
  VxlanNetworkKey,
  VxlanNetworkSpec,
  VxlanNetworkStatistics,
} from "./vni_fields.ts";

function write(spec: VxlanNetworkSpec, fieldPath: FieldPath): TunnelMessage {
  const { index, networks: { first, last }, remote } = fields.toKernel(
    spec as VxlanNetwork,
    fieldPath,
  );
  checkRequired(spec, ["device", "vni"], fieldPath);
  const entry: TunnelEntry = {
    start: first,
    ...last !== first && { end: last },
    ...remote !== undefined &&
      (remote.includes(":") ? { group6: remote } : { group: remote }),
  };
  return {
    family: AF_BRIDGE,
    flags: 0,
    index,
    attributes: { entries: [entry] },
  };
}

const adding: Verb<VxlanNetworkSpec, TunnelMessage> = {
  type: RTM_NEWTUNNEL,
  codec: tunnelMessage,
  write,
};

const deleting: Verb<VxlanNetworkKey, TunnelMessage> = {
  type: RTM_DELTUNNEL,
  codec: tunnelMessage,
  write: (key, fieldPath) => {
    const message = write(key, fieldPath);
    for (const entry of message.attributes.entries ?? []) {
      delete entry.group;
      delete entry.group6;
    }
    return message;
  },
};

const listing = parts({
  question: (filter) => ({
    type: RTM_GETTUNNEL,
    codec: tunnelMessage,
    message: {
      family: AF_BRIDGE,
      flags: filter?.statistics === true ? TUNNEL_MSG_FLAG_STATS : 0,
      index: 0,
      attributes: {},
    },
  }),
  codec: tunnelMessage,
  parts: ({ index, attributes: { entries = [] } }) =>
    entries.map((entry) => partOf(index, entry)),
  read: (part) => fields.fromKernel(part),
  filter: networkFilter,
  missing: ["ENOENT"],
});

/** Networks of VXLAN devices: `bridge vni`. */
export class VxlanNetworks extends Parts<VxlanNetwork, VxlanNetworkFilter> {
  readonly #changes: Changes;

  /**
   * Makes the verbs.
   *
   * @param connection Where to send requests.
   */
  constructor(connection: Connection) {
    super(connection, listing);
    this.#changes = new Changes(connection);
  }

  /**
   * Adds networks to a VXLAN device; those that are there get the remote
   * endpoint.
   *
   * @param spec The networks.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async add(
    spec: VxlanNetworkSpec,
    options: RequestOptions = NO_OPTIONS,
  ): Promise<void> {
    await this.#changes.carryOut(adding, spec, 0, options);
  }

  /**
   * Adds many networks; all of them are tried.
   *
   * @param specs The networks.
   * @param options How to send them.
   * @throws {BatchError} If some were refused; it has which, and why.
   */
  async addAll(
    specs: Iterable<VxlanNetworkSpec>,
    options: BatchOptions = {},
  ): Promise<void> {
    await this.#changes.carryOutAll(adding, specs, 0, options);
  }

  /**
   * Deletes networks from a VXLAN device.
   *
   * @param key The networks.
   * @param options How to ask, and whether they have to be there.
   * @returns Whether they were there: always, unless they need not be.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async delete(
    key: VxlanNetworkKey,
    options: DeleteOptions = NO_OPTIONS,
  ): Promise<boolean> {
    return await this.#changes.remove(deleting, key, options);
  }
  /**
   * Deletes many networks; all of them are tried.
   *
   * @param keys The networks.
   * @param options How to send the requests.
   * @throws {BatchError} If some were refused; it has which, and why.
   */
  async deleteAll(
    keys: Iterable<VxlanNetworkKey>,
    options: BatchOptions = {},
  ): Promise<void> {
    await this.#changes.carryOutAll(deleting, keys, 0, options);
  }
}
