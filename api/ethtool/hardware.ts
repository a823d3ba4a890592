/**
 * Modules, shared cables, power over Ethernet, PHYs.
 *
 * @module
 */

import {
  ETHTOOL_MSG_MODULE_GET,
  ETHTOOL_MSG_MODULE_NTF,
  ETHTOOL_MSG_MODULE_SET,
  ETHTOOL_MSG_MSE_GET,
  ETHTOOL_MSG_PHY_GET,
  ETHTOOL_MSG_PHY_NTF,
  ETHTOOL_MSG_PLCA_GET_CFG,
  ETHTOOL_MSG_PLCA_GET_STATUS,
  ETHTOOL_MSG_PLCA_NTF,
  ETHTOOL_MSG_PLCA_SET_CFG,
  ETHTOOL_MSG_PSE_GET,
  ETHTOOL_MSG_PSE_SET,
} from "../../messages/generic/ethtool/commands.ts";
import {
  ETHTOOL_MODULE_MODES,
  ETHTOOL_MODULE_POLICIES,
  ETHTOOL_PHY_UPSTREAMS,
  type EthtoolModule,
  ethtoolModule,
  type EthtoolPhy,
  ethtoolPhy,
  type EthtoolPlca,
  ethtoolPlca,
} from "../../messages/generic/ethtool/hardware.ts";
import {
  ETHTOOL_C33_EXT_STATES,
  ETHTOOL_C33_STATUSES,
  ETHTOOL_PODL_STATUSES,
  ETHTOOL_PSE_ADMIN_STATES,
  type EthtoolPowerRange,
  type EthtoolPse,
  ethtoolPse,
} from "../../messages/generic/ethtool/power.ts";
import {
  type EthtoolMse,
  ethtoolMse,
  type EthtoolMseCapabilities,
  type EthtoolMseSnapshot,
} from "../../messages/generic/ethtool/signal.ts";
import {
  boolean,
  checkBoolean,
  listOf,
  number,
  text,
  uint32,
  uint64,
} from "../mapping/conversions.ts";
import { enumeration } from "../mapping/enumerations.ts";
import { type Field, mapping, readOnly } from "../mapping/mapping.ts";
import { type DeviceSetting, type EthtoolState, setting } from "./setting.ts";

/** A range of power limits. */
export interface PowerLimitRange {
  /** Lowest limit in mW (`ETHTOOL_A_C33_PSE_PW_LIMIT_MIN`). */
  min?: number;
  /** Highest limit in mW (`ETHTOOL_A_C33_PSE_PW_LIMIT_MAX`). */
  max?: number;
}

const limitRanges = listOf(mapping<PowerLimitRange, EthtoolPowerRange>({
  min: uint32,
  max: uint32,
}));

/** Whether power is on: what is set has an attribute of its own. */
function adminState(
  control: "podlPseAdminControl" | "c33PseAdminControl",
  state: "podlPseAdminState" | "c33PseAdminState",
): Field<boolean, EthtoolPse> {
  const { disabled, enabled } = ETHTOOL_PSE_ADMIN_STATES;
  return {
    from: [state],
    read: (data) =>
      data[state] === enabled
        ? true
        : data[state] === disabled
        ? false
        : undefined,
    write: (data, value, fieldPath) => {
      data[control] = checkBoolean(value, fieldPath) ? enabled : disabled;
    },
  };
}

/** How signal errors are measured. */
export interface SignalErrorCapabilities {
  /** Greatest average (`ETHTOOL_A_MSE_CAPABILITIES_MAX_AVERAGE_MSE`). */
  maxAverage?: bigint;
  /** Greatest peak (`ETHTOOL_A_MSE_CAPABILITIES_MAX_PEAK_MSE`). */
  maxPeak?: bigint;
  /**
   * Picoseconds between measurements
   * (`ETHTOOL_A_MSE_CAPABILITIES_REFRESH_RATE_PS`).
   */
  refreshTime?: bigint;
  /** Symbols of a measurement (`ETHTOOL_A_MSE_CAPABILITIES_NUM_SYMBOLS`). */
  symbols?: bigint;
}

const capabilities = mapping<SignalErrorCapabilities, EthtoolMseCapabilities>({
  maxAverage: ["maxAverageMse", uint64],
  maxPeak: ["maxPeakMse", uint64],
  refreshTime: ["refreshRatePs", uint64],
  symbols: ["numSymbols", uint64],
});

/** Mean square error of a signal. */
export interface SignalErrorSnapshot {
  /** Average (`ETHTOOL_A_MSE_SNAPSHOT_AVERAGE_MSE`). */
  average?: bigint;
  /** Peak (`ETHTOOL_A_MSE_SNAPSHOT_PEAK_MSE`). */
  peak?: bigint;
  /**
   * Greatest peak since it was read (`ETHTOOL_A_MSE_SNAPSHOT_WORST_PEAK_MSE`).
   */
  worstPeak?: bigint;
}

const snapshot = mapping<SignalErrorSnapshot, EthtoolMseSnapshot>({
  average: ["averageMse", uint64],
  peak: ["peakMse", uint64],
  worstPeak: ["worstPeakMse", uint64],
});

/** What of a module can be set. */
export interface ModuleSettings {
  /** How its power mode is chosen (`ETHTOOL_A_MODULE_POWER_MODE_POLICY`). */
  policy?: keyof typeof ETHTOOL_MODULE_POLICIES | number;
}

/** A pluggable module. */
export interface Module extends ModuleSettings, EthtoolState<EthtoolModule> {
  /** Power mode (`ETHTOOL_A_MODULE_POWER_MODE`). */
  mode?: keyof typeof ETHTOOL_MODULE_MODES | number;
}

/** A pluggable module. */
export const moduleSetting: DeviceSetting<Module, EthtoolModule> = setting({
  noun: "the module",
  codec: ethtoolModule,
  get: ETHTOOL_MSG_MODULE_GET,
  set: ETHTOOL_MSG_MODULE_SET,
  notification: ETHTOOL_MSG_MODULE_NTF,
  fields: () => ({
    policy: ["powerModePolicy", enumeration(ETHTOOL_MODULE_POLICIES)],
    mode: readOnly("powerMode", enumeration(ETHTOOL_MODULE_MODES)),
  }),
});

/** What of a shared cable can be set. */
export interface PlcaSettings {
  /** Whether it is used (`ETHTOOL_A_PLCA_ENABLED`). */
  enabled?: boolean;
  /** Number of this node, 0 for the coordinator (`ETHTOOL_A_PLCA_NODE_ID`). */
  nodeId?: number;
  /** How many nodes there are (`ETHTOOL_A_PLCA_NODE_CNT`). */
  nodeCount?: number;
  /** Bit times of a transmit opportunity (`ETHTOOL_A_PLCA_TO_TMR`). */
  transmitTimer?: number;
  /**
   * Packets that may be sent in a row besides the first
   * (`ETHTOOL_A_PLCA_BURST_CNT`).
   */
  burstCount?: number;
  /**
   * Bit times to wait for the next packet of a row
   * (`ETHTOOL_A_PLCA_BURST_TMR`).
   */
  burstTimer?: number;
}

/** Who sends when on a shared cable. */
export interface Plca extends PlcaSettings, EthtoolState<EthtoolPlca> {
  /** Identifier and version of the register map (`ETHTOOL_A_PLCA_VERSION`). */
  version?: number;
}

/** Who sends when on a shared cable. */
export const plcaSetting: DeviceSetting<Plca, EthtoolPlca> = setting({
  noun: "PLCA",
  codec: ethtoolPlca,
  get: ETHTOOL_MSG_PLCA_GET_CFG,
  set: ETHTOOL_MSG_PLCA_SET_CFG,
  notification: ETHTOOL_MSG_PLCA_NTF,
  fields: () => ({
    enabled: boolean,
    nodeId: number,
    nodeCount: ["nodeCnt", number],
    transmitTimer: ["toTmr", number],
    burstCount: ["burstCnt", number],
    burstTimer: ["burstTmr", number],
    version: readOnly("version", number),
  }),
});

/** Whether a shared cable is in use. */
export interface PlcaStatus extends EthtoolState<EthtoolPlca> {
  /** Whether the beacon is there (`ETHTOOL_A_PLCA_STATUS`). */
  active?: boolean;
}

/** Whether a shared cable is in use. */
export const plcaStatusSetting: DeviceSetting<PlcaStatus, EthtoolPlca> =
  setting({
    noun: "the state of PLCA",
    codec: ethtoolPlca,
    get: ETHTOOL_MSG_PLCA_GET_STATUS,
    fields: () => ({
      active: readOnly("status", boolean),
    }),
  });

/** What of the power that a port supplies can be set. */
export interface PowerSupplySettings {
  /**
   * Whether power over a single pair is on
   * (`ETHTOOL_A_PODL_PSE_ADMIN_STATE`,
   * `ETHTOOL_A_PODL_PSE_ADMIN_CONTROL`).
   */
  podlEnabled?: boolean;
  /**
   * Whether power over Ethernet is on (`ETHTOOL_A_C33_PSE_ADMIN_STATE`,
   * `ETHTOOL_A_C33_PSE_ADMIN_CONTROL`).
   */
  enabled?: boolean;
  /** Limit in mW (`ETHTOOL_A_C33_PSE_AVAIL_PW_LIMIT`). */
  limit?: number;
  /** Priority when there is too little power (`ETHTOOL_A_PSE_PRIO`). */
  priority?: number;
}

/** Power that a port supplies. */
export interface PowerSupply
  extends PowerSupplySettings, EthtoolState<EthtoolPse> {
  /** What power over a single pair does (`ETHTOOL_A_PODL_PSE_PW_D_STATUS`). */
  podlStatus?: keyof typeof ETHTOOL_PODL_STATUSES | number;
  /** What power over Ethernet does (`ETHTOOL_A_C33_PSE_PW_D_STATUS`). */
  status?: keyof typeof ETHTOOL_C33_STATUSES | number;
  /** Class of the powered device (`ETHTOOL_A_C33_PSE_PW_CLASS`). */
  class?: number;
  /** Power in mW (`ETHTOOL_A_C33_PSE_ACTUAL_PW`). */
  power?: number;
  /** Why there is none (`ETHTOOL_A_C33_PSE_EXT_STATE`). */
  reason?: keyof typeof ETHTOOL_C33_EXT_STATES | number;
  /**
   * More precisely why, `ETHTOOL_C33_PSE_EXT_SUBSTATE_*`
   * (`ETHTOOL_A_C33_PSE_EXT_SUBSTATE`).
   */
  detail?: number;
  /** Limits that can be set (`ETHTOOL_A_C33_PSE_PW_LIMIT_RANGES`). */
  limitRanges?: PowerLimitRange[];
  /** Number of the power domain (`ETHTOOL_A_PSE_PW_D_ID`). */
  domain?: number;
  /** Greatest priority (`ETHTOOL_A_PSE_PRIO_MAX`). */
  priorityMax?: number;
}

/** Power that a port supplies. */
export const powerSupplySetting: DeviceSetting<PowerSupply, EthtoolPse> =
  setting({
    noun: "power",
    codec: ethtoolPse,
    get: ETHTOOL_MSG_PSE_GET,
    set: ETHTOOL_MSG_PSE_SET,
    fields: () => ({
      podlEnabled: adminState("podlPseAdminControl", "podlPseAdminState"),
      enabled: adminState("c33PseAdminControl", "c33PseAdminState"),
      limit: ["c33PseAvailPwLimit", number],
      priority: ["psePrio", number],
      podlStatus: readOnly(
        "podlPsePwDStatus",
        enumeration(ETHTOOL_PODL_STATUSES),
      ),
      status: readOnly("c33PsePwDStatus", enumeration(ETHTOOL_C33_STATUSES)),
      class: readOnly("c33PsePwClass", number),
      power: readOnly("c33PseActualPw", number),
      reason: readOnly("c33PseExtState", enumeration(ETHTOOL_C33_EXT_STATES)),
      detail: readOnly("c33PseExtSubstate", number),
      limitRanges: readOnly("c33PsePwLimitRanges", limitRanges),
      domain: readOnly("psePwDId", number),
      priorityMax: readOnly("psePrioMax", number),
    }),
  });

/** A PHY of a device. */
export interface Phy extends EthtoolState<EthtoolPhy> {
  /** Its number (`ETHTOOL_A_PHY_INDEX`). */
  phy?: number;
  /** Name of its driver (`ETHTOOL_A_PHY_DRVNAME`). */
  driver?: string;
  /** Name of the PHY (`ETHTOOL_A_PHY_NAME`). */
  name?: string;
  /** What it is attached to (`ETHTOOL_A_PHY_UPSTREAM_TYPE`). */
  upstream?: keyof typeof ETHTOOL_PHY_UPSTREAMS | number;
  /**
   * Number of the PHY that it is attached to
   * (`ETHTOOL_A_PHY_UPSTREAM_INDEX`).
   */
  upstreamPhy?: number;
  /**
   * Name of the SFP bus that it is attached by
   * (`ETHTOOL_A_PHY_UPSTREAM_SFP_NAME`).
   */
  upstreamSfp?: string;
  /**
   * Name of the SFP bus that is attached to it
   * (`ETHTOOL_A_PHY_DOWNSTREAM_SFP_NAME`).
   */
  downstreamSfp?: string;
}

/** A PHY of a device. */
export const physSetting: DeviceSetting<Phy, EthtoolPhy> = setting({
  noun: "PHYs",
  codec: ethtoolPhy,
  get: ETHTOOL_MSG_PHY_GET,
  notification: ETHTOOL_MSG_PHY_NTF,
  fields: () => ({
    phy: readOnly("index", number),
    driver: readOnly("drvname", text),
    name: readOnly("name", text),
    upstream: readOnly("upstreamType", enumeration(ETHTOOL_PHY_UPSTREAMS)),
    upstreamPhy: readOnly("upstreamIndex", number),
    upstreamSfp: readOnly("upstreamSfpName", text),
    downstreamSfp: readOnly("downstreamSfpName", text),
  }),
});

/** Mean square errors of the signal. */
export interface SignalErrors extends EthtoolState<EthtoolMse> {
  /** How they are measured (`ETHTOOL_A_MSE_CAPABILITIES`). */
  capabilities?: SignalErrorCapabilities;
  /** Those of pair A (`ETHTOOL_A_MSE_CHANNEL_A`). */
  channelA?: SignalErrorSnapshot;
  /** Those of pair B (`ETHTOOL_A_MSE_CHANNEL_B`). */
  channelB?: SignalErrorSnapshot;
  /** Those of pair C (`ETHTOOL_A_MSE_CHANNEL_C`). */
  channelC?: SignalErrorSnapshot;
  /** Those of pair D (`ETHTOOL_A_MSE_CHANNEL_D`). */
  channelD?: SignalErrorSnapshot;
  /** Those of the worst pair (`ETHTOOL_A_MSE_WORST_CHANNEL`). */
  worst?: SignalErrorSnapshot;
  /** Those of the link (`ETHTOOL_A_MSE_LINK`). */
  link?: SignalErrorSnapshot;
}

/** Mean square errors of the signal. */
export const signalErrorsSetting: DeviceSetting<SignalErrors, EthtoolMse> =
  setting({
    noun: "signal errors",
    codec: ethtoolMse,
    get: ETHTOOL_MSG_MSE_GET,
    fields: () => ({
      capabilities: readOnly("capabilities", capabilities),
      channelA: readOnly("channelA", snapshot),
      channelB: readOnly("channelB", snapshot),
      channelC: readOnly("channelC", snapshot),
      channelD: readOnly("channelD", snapshot),
      worst: readOnly("worstChannel", snapshot),
      link: readOnly("link", snapshot),
    }),
  });
