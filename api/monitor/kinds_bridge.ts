/**
 * What bridges have besides ports and forwarding entries, as kinds of objects
 * that can be watched.
 *
 * The kernel reports several VLANs, networks and multicast entries with one
 * message, as a range or one after the other. Each is an object of its own here,
 * as the next report may have a part of a range.
 *
 * @module
 */

import { blank, type Codec } from "../../messages/codec/mod.ts";
import { AF_BRIDGE } from "../../messages/families.ts";
import { objects } from "../../messages/objects.ts";
import { type MdbMessage, mdbMessage } from "../../messages/mdb/mdb.ts";
import {
  type TunnelMessage,
  tunnelMessage,
} from "../../messages/tunnel/tunnel.ts";
import { BRIDGE_VLANDB_DUMPF_GLOBAL } from "../../messages/vlan_database/constants.ts";
import {
  type VlanDatabaseMessage,
  vlanDatabaseMessage,
  vlanDatabaseRequest,
} from "../../messages/vlan_database/vlan_database.ts";
import * as globalVlans from "../bridge/global_vlan_fields.ts";
import { fields as mdbFields } from "../bridge/mdb_fields.ts";
import { fields as vlanFields, partsOf } from "../bridge/vlan_fields.ts";
import * as networks from "../bridge/vni_fields.ts";
import { readingOf } from "../reading/reading.ts";
import type { Kind } from "./kind.ts";
import { KeyedStore } from "./store.ts";
import { VlanStore } from "./vlan_store.ts";

/** The numbers of a range. */
function numbers(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** VLANs of bridges and their ports. */
export const bridgeVlan: Kind<VlanDatabaseMessage> = {
  object: objects.vlan,
  codec: vlanDatabaseMessage,
  reading: readingOf(
    vlanDatabaseMessage,
    (message) => vlanFields.fromKernel(partsOf(message)[0]!),
  ),
  accepts: ({ attributes }) => attributes.entries !== undefined,
  split: ({ attributes: { entries = [] }, ...header }, ranges) =>
    entries.flatMap(({ info, range, ...entry }) => {
      const { vid = 0, flags = 0 } = info ?? {};
      const last = range ?? vid;
      if (ranges) {
        const whole = { info: { vid, flags }, ...entry };
        const more = range === undefined ? whole : { ...whole, range };
        return [{ ...header, attributes: { entries: [more] } }];
      }
      const { tunnelInfo } = entry;
      return numbers(vid, last).map((vid, i) => {
        const one = { info: { vid, flags }, ...entry };
        if (tunnelInfo?.id !== undefined) {
          one.tunnelInfo = { ...tunnelInfo, id: tunnelInfo.id + i };
        }
        return { ...header, attributes: { entries: [one] } };
      });
    }),
  known: {
    makeStore: () => new VlanStore(),
    dumps: [{
      message: blank(vlanDatabaseMessage, { family: AF_BRIDGE }),
      optional: true,
    }],
  },
};

/** Asks for options of VLANs. */
const globalRequest = {
  family: AF_BRIDGE,
  index: 0,
  attributes: { flags: BRIDGE_VLANDB_DUMPF_GLOBAL },
} as VlanDatabaseMessage;

/** Options of VLANs that bridges have. */
export const globalVlan: Kind<VlanDatabaseMessage> = {
  object: objects.vlan,
  codec: vlanDatabaseMessage,
  reading: readingOf(
    vlanDatabaseMessage,
    ({ index, attributes: { globalOptions } }) =>
      globalVlans.fields.fromKernel(
        globalVlans.partOf(index, globalOptions![0]!),
      ),
  ),
  accepts: ({ attributes }) => attributes.globalOptions !== undefined,
  split: ({ attributes: { globalOptions = [] }, ...header }, ranges) =>
    globalOptions.flatMap((entry) => {
      const { id = 0, range = id, ...options } = entry;
      const parts = ranges
        ? [entry]
        : numbers(id, range).map((id) => ({ id, ...options }));
      return parts.map((part) => ({
        ...header,
        attributes: { globalOptions: [part] },
      }));
    }),
  known: {
    makeStore: () =>
      new KeyedStore<VlanDatabaseMessage>({
        key: ({ index, attributes: { globalOptions = [] } }) =>
          `${index} ${globalOptions[0]?.id}`,
        // Timers, and what IGMP has found.
        ignored: new Set(["multicastQuerierState", "multicastRouterPorts"]),
        names: ({ index }) => [index],
      }),
    dumps: [{
      message: globalRequest,
      codec: vlanDatabaseRequest as Codec<VlanDatabaseMessage>,
      optional: true,
    }],
  },
};

/** Entries of the multicast databases of bridges and VXLAN devices. */
export const mdb: Kind<MdbMessage> = {
  object: objects.mdb,
  codec: mdbMessage,
  reading: readingOf(
    mdbMessage,
    ({ index, attributes }) =>
      mdbFields.fromKernel({ index, info: attributes.groups![0]![0]! }),
  ),
  // Ports with multicast routers are reported by messages of this type, too.
  accepts: ({ attributes }) => attributes.groups !== undefined,
  split: ({ attributes: { groups = [] }, ...header }) =>
    groups.flat().map((info) => ({
      ...header,
      attributes: { groups: [[info]] },
    })),
  known: {
    makeStore: () =>
      new KeyedStore<MdbMessage>({
        key: ({ index, attributes }) => {
          const { port, vlan, group, attributes: more } = attributes
            .groups![0]![0]!;
          const { source, sourceVni, destination, destinationPort } = more;
          // A bridge has an entry once a port, a VXLAN once an endpoint.
          return `${index} ${port} ${vlan} ${group.address} ${source} ` +
            `${sourceVni} ${destination} ${destinationPort} ${more.vni} ` +
            `${more.outputDevice}`;
        },
        ignored: new Set(["timer"]),
        names: ({ attributes }) => [attributes.groups![0]![0]!.group.address],
      }),
    dumps: [{
      message: blank(mdbMessage, { family: AF_BRIDGE }),
      optional: true,
    }],
  },
};

/** Networks of VXLAN devices that have several. */
export const vni: Kind<TunnelMessage> = {
  object: objects.tunnel,
  codec: tunnelMessage,
  reading: readingOf(
    tunnelMessage,
    ({ index, attributes: { entries } }) =>
      networks.fields.fromKernel(networks.partOf(index, entries![0]!)),
  ),
  split: ({ attributes: { entries = [] }, ...header }, ranges) =>
    entries.flatMap((entry) => {
      const { start = 0, end = start, ...options } = entry;
      const parts = ranges
        ? [entry]
        : numbers(start, end).map((start) => ({ start, ...options }));
      return parts.map((part) => ({
        ...header,
        attributes: { entries: [part] },
      }));
    }),
  known: {
    makeStore: () =>
      new KeyedStore<TunnelMessage>({
        key: ({ index, attributes: { entries = [] } }) =>
          `${index} ${entries[0]?.start}`,
        ignored: new Set(["stats"]),
        names: ({ index }) => [index],
      }),
    dumps: [{
      message: blank(tunnelMessage, { family: AF_BRIDGE }),
      optional: true,
    }],
  },
};
