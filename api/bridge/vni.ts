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
import type { Connection } from "../connection/connection.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { checkRequired } from "../mapping/properties.ts";
import type { Verb } from "../object/verbs.ts";
import { parts } from "./parts.ts";
import { EditableParts } from "./requests.ts";
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

/**
 * Networks of VXLAN devices: `bridge vni`; those that are there get the remote
 * endpoint when they are added again.
 */
export class VxlanNetworks extends EditableParts<
  VxlanNetwork,
  VxlanNetworkFilter,
  VxlanNetworkSpec,
  VxlanNetworkKey,
  TunnelMessage
> {
  /**
   * Makes the object.
   *
   * @param connection Where to send requests.
   */
  constructor(connection: Connection) {
    super(connection, listing, { adding, deleting });
  }
}
