/**
 * UDP ports of tunnels.
 *
 * @module
 */

import { ETHTOOL_MSG_TUNNEL_INFO_GET } from "../../messages/generic/ethtool/commands.ts";
import {
  ETHTOOL_TUNNEL_TYPES,
  type EthtoolTunnelInfo,
  ethtoolTunnelInfo,
  type EthtoolTunnelPort,
  type EthtoolTunnelTable,
} from "../../messages/generic/ethtool/hardware.ts";
import { listOf, uint16, uint32 } from "../mapping/conversions.ts";
import { enumeration } from "../mapping/enumerations.ts";
import { mapping, readOnly } from "../mapping/mapping.ts";
import { bits, type EthtoolBits } from "./bits.ts";
import { type DeviceSetting, type EthtoolState, setting } from "./setting.ts";

/** A UDP port of a tunnel. */
export interface TunnelPort {
  /** The port (`ETHTOOL_A_TUNNEL_UDP_ENTRY_PORT`). */
  port?: number;
  /** What it carries (`ETHTOOL_A_TUNNEL_UDP_ENTRY_TYPE`). */
  type?: keyof typeof ETHTOOL_TUNNEL_TYPES | number;
}

/** A table of UDP ports. */
export interface TunnelPortTable {
  /** How many ports fit (`ETHTOOL_A_TUNNEL_UDP_TABLE_SIZE`). */
  size?: number;
  /** What they can carry (`ETHTOOL_A_TUNNEL_UDP_TABLE_TYPES`). */
  types?: EthtoolBits;
  /** The ports (`ETHTOOL_A_TUNNEL_UDP_TABLE_ENTRY`). */
  ports?: TunnelPort[];
}

const tables = listOf(mapping<TunnelPortTable, EthtoolTunnelTable>({
  size: uint32,
  types: bits,
  ports: [
    "entry",
    listOf(mapping<TunnelPort, EthtoolTunnelPort>({
      port: uint16,
      type: enumeration(ETHTOOL_TUNNEL_TYPES),
    })),
  ],
}));

/** UDP ports of tunnels that a device supports. */
export interface TunnelPorts extends EthtoolState<EthtoolTunnelInfo> {
  /** The tables of ports (`ETHTOOL_A_TUNNEL_INFO_UDP_PORTS`). */
  tables?: TunnelPortTable[];
}

/** UDP ports of tunnels that a device supports. */
export const tunnelsSetting: DeviceSetting<TunnelPorts, EthtoolTunnelInfo> =
  setting({
    noun: "tunnel ports",
    codec: ethtoolTunnelInfo,
    get: ETHTOOL_MSG_TUNNEL_INFO_GET,
    single: true,
    fields: () => ({
      tables: readOnly("udpPorts", tables),
    }),
  });
