/**
 * Virtual functions of a device (SR-IOV).
 *
 * @module
 */

import { ETH_P_8021Q } from "../../messages/link/constants_hardware.ts";
import { VF_LINK_STATES } from "../../messages/link/constants_vf.ts";
import type { LinkAttributes } from "../../messages/link/link.ts";
import type { VfInfo, VfSetting, VfStats } from "../../messages/link/vf.ts";
import { hardware } from "../mapping/address_conversions.ts";
import {
  boolean,
  checkInteger,
  integer,
  uint32,
} from "../mapping/conversions.ts";
import { type VlanProtocol, vlanProtocol } from "./kinds/vlan.ts";
import { enumeration } from "../mapping/enumerations.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import {
  type Conversion,
  type Field,
  type Fields,
  type Mapping,
  mapping,
} from "../mapping/mapping.ts";

/** VLAN of a virtual function. */
export interface VirtualFunctionVlan {
  /** VLAN number; 0 switches the filter off. */
  id: number;
  /** Priority of the VLAN, 0 to 7; 0 unless it is given. */
  priority?: number;
  /** EtherType of the tag; `802.1Q` unless it is given. */
  protocol?: VlanProtocol;
}

/** Rates of sending of a virtual function. */
export interface VirtualFunctionRate {
  /** The least rate in bytes per second, 0 for none. */
  min: number;
  /** The greatest rate in bytes per second, 0 for no limit. */
  max: number;
}

/** A virtual function. */
export interface VirtualFunction {
  /** Its number. */
  number: number;
  /** Hardware address (`IFLA_VF_MAC`). */
  address?: string;
  /** Broadcast address; reported by the kernel (`IFLA_VF_BROADCAST`). */
  broadcast?: string;
  /** VLAN (`IFLA_VF_VLAN` or `IFLA_VF_VLAN_LIST`). */
  vlan?: VirtualFunctionVlan;
  /**
   * The greatest rate of sending in bytes per second, 0 for no limit; for
   * drivers that do not support {@linkcode VirtualFunction.rate}
   * (`IFLA_VF_TX_RATE`).
   */
  txRate?: number;
  /** Rates of sending (`IFLA_VF_RATE`). */
  rate?: VirtualFunctionRate;
  /** Whether source addresses are checked (`IFLA_VF_SPOOFCHK`). */
  spoofCheck?: boolean;
  /** State of the virtual link (`IFLA_VF_LINK_STATE`). */
  state?: keyof typeof VF_LINK_STATES | number;
  /** Whether the function is trusted (`IFLA_VF_TRUST`). */
  trust?: boolean;
  /**
   * Whether the function may read the configuration of receive side scaling
   * (`IFLA_VF_RSS_QUERY_EN`).
   */
  queryRss?: boolean;
  /**
   * GUID of the InfiniBand node, such as `02:00:00:ff:fe:00:00:01`
   * (`IFLA_VF_IB_NODE_GUID`).
   */
  nodeGuid?: string;
  /** GUID of the InfiniBand port (`IFLA_VF_IB_PORT_GUID`). */
  portGuid?: string;
  /** Counters; reported by the kernel (`IFLA_VF_STATS`). */
  statistics?: VfStats;
}

/** The kernel's unit for rates, 1 Mbit/s, in bytes per second. */
const MEGABIT = 125_000;

const rate: Conversion<number, number> = {
  fromKernel: (value) => value * MEGABIT,
  toKernel: (value, fieldPath) => {
    const max = MEGABIT * 0xffffffff;
    const megabits = checkInteger(value, 0, max, fieldPath) / MEGABIT;
    if (!Number.isInteger(megabits)) {
      throw fieldPath.outside(value, `it is not a multiple of ${MEGABIT}`);
    }
    return megabits;
  },
};

const guid: Conversion<string, bigint> = {
  fromKernel: (value) =>
    value.toString(16).padStart(16, "0").match(/../g)!.join(":"),
  toKernel: (value, fieldPath) => {
    if (
      typeof value !== "string" || !/^[\da-f]{2}(:[\da-f]{2}){7}$/i.test(value)
    ) {
      throw fieldPath.wrong(value, "8 bytes such as 02:00:00:ff:fe:00:00:01");
    }
    return BigInt(`0x${value.replaceAll(":", "")}`);
  },
};

/** Space for hardware addresses in the kernel's structs, in bytes. */
const ADDRESS_SPACE = 32;

function addressBytes(value: unknown, fieldPath: FieldPath): Uint8Array {
  const text = hardware.toKernel(value as string, fieldPath)!;
  const bytes = new Uint8Array(ADDRESS_SPACE);
  bytes.set(text.split(":").map((byte) => parseInt(byte, 16)));
  return bytes;
}

function addressText(bytes: Uint8Array, length: number): string {
  return Array.from(
    bytes.subarray(0, length),
    (byte) => byte.toString(16).padStart(2, "0"),
  ).join(":");
}

/**
 * A setting that drivers may not support, which they report by all bits set.
 */
function setting(
  property: "spoofCheck" | "trust" | "rssQueryEnabled",
  vf: number,
): Field<boolean, VfInfo> {
  return {
    read: (data) => {
      const setting = (data[property] as VfSetting | undefined)?.setting;
      return setting === undefined || setting === 0xffffffff
        ? undefined
        : setting !== 0;
    },
    write: (data, value, fieldPath) => {
      data[property] = { vf, setting: boolean.toKernel(value, fieldPath)! };
    },
  };
}

function guidField(
  property: "ibNodeGuid" | "ibPortGuid",
  vf: number,
): Field<string, VfInfo> {
  return {
    read: (data) => {
      const stored = data[property];
      return stored === undefined ? undefined : guid.fromKernel(stored.guid);
    },
    write: (data, value, fieldPath) => {
      data[property] = { vf, guid: guid.toKernel(value, fieldPath)! };
    },
  };
}

function vlanField(vf: number): Field<VirtualFunctionVlan, VfInfo> {
  const fields: Fields<VirtualFunctionVlan, MappedVlan> = {
    id: integer(0, 4095),
    priority: uint32,
    protocol: vlanProtocol,
  };
  const parts = mapping<VirtualFunctionVlan, MappedVlan>(
    fields,
    () => ({ id: 0, priority: 0, protocol: ETH_P_8021Q }),
  );
  return {
    read: ({ vlan, vlanList }) => {
      const { vlan: id, qos: priority, protocol = ETH_P_8021Q } =
        vlanList?.[0] ?? { ...vlan, protocol: undefined };
      if (id === undefined || priority === undefined) return undefined;
      return parts.fromKernel({ id, priority, protocol });
    },
    write: (data, value, fieldPath) => {
      const { id, priority, protocol } = parts.toKernel(value, fieldPath);
      if (protocol === ETH_P_8021Q) {
        data.vlan = { vf, vlan: id, qos: priority };
      } else data.vlanList = [{ vf, vlan: id, qos: priority, protocol }];
    },
  };
}

interface MappedVlan {
  id: number;
  priority: number;
  protocol: number;
}

const state = enumeration(VF_LINK_STATES);

/** The mapping for the virtual function of a number. */
function vfMapping(
  vf: number,
  addressLength: number,
): Mapping<VirtualFunction, VfInfo> {
  return mapping<VirtualFunction, VfInfo>({
    number: { read: () => vf, write: () => {} },
    address: {
      read: ({ mac }) => mac && addressText(mac.mac, addressLength),
      write: (data, value, fieldPath) => {
        data.mac = { vf, mac: addressBytes(value, fieldPath) };
      },
    },
    broadcast: {
      read: ({ broadcast }) =>
        broadcast && addressText(broadcast.broadcast, addressLength),
      write: () => {},
    },
    vlan: vlanField(vf),
    txRate: {
      read: ({ txRate }) => txRate && rate.fromKernel(txRate.rate),
      write: (data, value, fieldPath) => {
        data.txRate = { vf, rate: rate.toKernel(value, fieldPath)! };
      },
    },
    rate: {
      read: ({ rate: stored }) =>
        stored && {
          min: rate.fromKernel(stored.minTxRate),
          max: rate.fromKernel(stored.maxTxRate),
        },
      write: (data, value, fieldPath) => {
        data.rate = {
          vf,
          minTxRate: rate.toKernel(value.min, fieldPath.at("min"))!,
          maxTxRate: rate.toKernel(value.max, fieldPath.at("max"))!,
        };
      },
    },
    spoofCheck: setting("spoofCheck", vf),
    state: {
      read: ({ linkState }) =>
        linkState && state.fromKernel(linkState.linkState),
      write: (data, value, fieldPath) => {
        data.linkState = { vf, linkState: state.toKernel(value, fieldPath)! };
      },
    },
    trust: setting("trust", vf),
    queryRss: setting("rssQueryEnabled", vf),
    nodeGuid: guidField("ibNodeGuid", vf),
    portGuid: guidField("ibPortGuid", vf),
    statistics: { read: ({ stats }) => stats, write: () => {} },
  });
}

/** How the virtual functions of a link are stored. */
export const virtualFunctions: Field<VirtualFunction[], LinkAttributes> = {
  from: ["vfInfoList", "address"],
  read: ({ vfInfoList, address }) => {
    if (vfInfoList === undefined) return undefined;
    const length = address === undefined ? 6 : address.split(":").length;
    return vfInfoList.map((info, index) =>
      vfMapping(info.mac?.vf ?? index, length).fromKernel(info)
    );
  },
  write: (data, value, fieldPath) => {
    if (!Array.isArray(value)) {
      throw fieldPath.wrong(value, "an array is expected");
    }
    data.vfInfoList = value.map((item, index) => {
      const at = fieldPath.at(index);
      const vf = uint32.toKernel(item?.number, at.at("number"))!;
      return vfMapping(vf, 0).toKernel(item, at);
    });
  },
};
