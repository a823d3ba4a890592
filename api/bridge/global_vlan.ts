/**
 * Options of VLANs that bridges have: `bridge vlan global`.
 *
 * @module
 */

import { AF_BRIDGE } from "../../messages/families.ts";
import {
  BRIDGE_VLANDB_DUMPF_GLOBAL,
  RTM_GETVLAN,
  RTM_NEWVLAN,
} from "../../messages/vlan_database/constants.ts";
import {
  type VlanDatabaseMessage,
  vlanDatabaseMessage,
  vlanDatabaseRequest,
} from "../../messages/vlan_database/vlan_database.ts";
import type { Connection, RequestOptions } from "../connection/connection.ts";
import { NO_OPTIONS } from "../connection/direct.ts";
import { checkRequired } from "../mapping/properties.ts";
import type { Verb } from "../object/verbs.ts";
import { parts } from "./parts.ts";
import { ChangeableParts } from "./requests.ts";
import {
  fields,
  globalFilter,
  type GlobalVlan,
  type GlobalVlanFilter,
  type GlobalVlanSpec,
  partOf,
} from "./global_vlan_fields.ts";

export type {
  GlobalVlan,
  GlobalVlanFilter,
  GlobalVlanSpec,
} from "./global_vlan_fields.ts";

const setting: Verb<GlobalVlanSpec, VlanDatabaseMessage> = {
  type: RTM_NEWVLAN,
  codec: vlanDatabaseMessage,
  write: (spec, fieldPath) => {
    const { index, vlans: { first, last }, options } = fields.toKernel(
      spec as GlobalVlan,
      fieldPath,
    );
    checkRequired(spec, ["device", "vlan"], fieldPath);
    const whole = {
      id: first,
      ...last !== first && { range: last },
      ...options,
    };
    return { family: AF_BRIDGE, index, attributes: { globalOptions: [whole] } };
  },
};

const listing = parts({
  question: () => ({
    type: RTM_GETVLAN,
    codec: vlanDatabaseRequest,
    message: {
      family: AF_BRIDGE,
      index: 0,
      attributes: { flags: BRIDGE_VLANDB_DUMPF_GLOBAL },
    },
  }),
  codec: vlanDatabaseMessage,
  parts: ({ index, attributes: { globalOptions = [] } }) =>
    globalOptions.map((entry) => partOf(index, entry)),
  read: (part) => fields.fromKernel(part),
  filter: globalFilter,
  missing: ["ENOENT"],
});

/** Options of VLANs that bridges have: `bridge vlan global`. */
export class GlobalVlans extends ChangeableParts<GlobalVlan, GlobalVlanFilter> {
  /**
   * Makes the object.
   *
   * @param connection Where to send requests.
   */
  constructor(connection: Connection) {
    super(connection, listing);
  }

  /**
   * Changes options of VLANs that a bridge has.
   *
   * @param spec The VLANs and the options.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If the bridge does not have them, or the kernel
   * refuses.
   */
  async set(
    spec: GlobalVlanSpec,
    options: RequestOptions = NO_OPTIONS,
  ): Promise<void> {
    await this.carryOut(setting, spec, 0, options);
  }
}
