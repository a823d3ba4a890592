/**
 * States of ports in spanning trees of which a bridge has several: `bridge
 * mst`.
 *
 * @module
 */

import { blank } from "../../messages/codec/mod.ts";
import { AF_BRIDGE } from "../../messages/families.ts";
import { BRIDGE_PORT_STATES } from "../../messages/link/bridge/constants.ts";
import {
  RTEXT_FILTER_MST,
  RTM_GETLINK,
  RTM_SETLINK,
} from "../../messages/link/constants.ts";
import { type LinkMessage, linkMessage } from "../../messages/link/link.ts";
import type { Connection, RequestOptions } from "../connection/connection.ts";
import { NO_OPTIONS } from "../connection/direct.ts";
import type { BridgePortState } from "../link/ports/bridge.ts";
import { integer } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { enumeration } from "../mapping/enumerations.ts";
import { conditions } from "../mapping/conditions.ts";
import { type Filter, filter } from "../mapping/filter.ts";
import { type Conversion, type Mapping, mapping } from "../mapping/mapping.ts";
import { checkRequired } from "../mapping/properties.ts";
import type { Verb } from "../object/verbs.ts";
import { parts } from "./parts.ts";
import { ChangeableParts } from "./requests.ts";

/** The state of a port in a spanning tree. */
export interface PortTreeStateSpec {
  /** The port. */
  device: Device;
  /** Number of the spanning tree (`IFLA_BRIDGE_MST_ENTRY_MSTI`). */
  instance: number;
  /** The state (`IFLA_BRIDGE_MST_ENTRY_STATE`). */
  state: BridgePortState;
}

/** The state of a port in a spanning tree, as the kernel reports it. */
export interface PortTreeState extends PortTreeStateSpec {
  /** Index of the port. */
  device: number;
}

/** Which states to list; what is not given does not matter. */
export interface PortTreeStateFilter {
  /** States of this port. */
  device?: Device;
  /** States in this spanning tree. */
  instance?: number;
}

/** The largest number of a spanning tree. */
const MOST_INSTANCE = 4094;
const treeInstance = integer(0, MOST_INSTANCE);

interface StatePart {
  index: number;
  instance: number;
  state: number;
}

function blankState(): StatePart {
  return { index: 0, instance: 0, state: 0 };
}

const fields: Mapping<PortTreeState, StatePart> = mapping({
  device: ["index", device as Conversion<number, number>],
  instance: treeInstance,
  state: enumeration(BRIDGE_PORT_STATES, 8),
}, blankState);

const { equal } = conditions<StatePart>();

const stateFilter: Filter<PortTreeStateFilter, StatePart> = filter({
  device: equal("index", device),
  instance: equal("instance", treeInstance),
}, blankState);

const setting: Verb<PortTreeStateSpec, LinkMessage> = {
  type: RTM_SETLINK,
  codec: linkMessage,
  write: (spec, fieldPath) => {
    const part = fields.toKernel(spec as PortTreeState, fieldPath);
    checkRequired(spec, ["device", "instance", "state"], fieldPath);
    const { index, instance: msti, state } = part;
    return blank(linkMessage, {
      family: AF_BRIDGE,
      index,
      attributes: { bridgeSpec: { mst: [{ msti, state }] } },
    });
  },
};

const listing = parts({
  question: () => ({
    type: RTM_GETLINK,
    codec: linkMessage,
    message: blank(linkMessage, {
      family: AF_BRIDGE,
      attributes: { extMask: RTEXT_FILTER_MST },
    }),
  }),
  codec: linkMessage,
  parts: ({ index, attributes: { bridgeSpec } }) =>
    (bridgeSpec?.mst ?? []).map(({ msti = 0, state = 0 }) => ({
      index,
      instance: msti,
      state,
    })),
  read: (part) => fields.fromKernel(part),
  filter: stateFilter,
  missing: ["ENOENT"],
});

/** States of ports in spanning trees: `bridge mst`. */
export class PortTreeStates
  extends ChangeableParts<PortTreeState, PortTreeStateFilter> {
  /**
   * Makes the object.
   *
   * @param connection Where to send requests.
   */
  constructor(connection: Connection) {
    super(connection, listing);
  }

  /**
   * Changes the state of a port in a spanning tree.
   *
   * @param spec The port, the spanning tree and the state.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async set(
    spec: PortTreeStateSpec,
    options: RequestOptions = NO_OPTIONS,
  ): Promise<void> {
    await this.carryOut(setting, spec, 0, options);
  }
}
