/**
 * Power over Ethernet of the family `ethtool`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/ethtool.h | linux/ethtool.h}
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/ethtool_netlink_generated.h | linux/ethtool_netlink_generated.h}
 * @see {@link https://docs.kernel.org/networking/ethtool-netlink.html | Netlink interface for ethtool}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  multi,
  u32,
  uint,
} from "../../codec/mod.ts";
import { type EthtoolHeader, ethtoolHeader } from "./common.ts";

/**
 * Whether power is on: `ETHTOOL_C33_PSE_ADMIN_STATE_*`,
 * `ETHTOOL_PODL_PSE_ADMIN_STATE_*`.
 */
export const ETHTOOL_PSE_ADMIN_STATES = {
  /** Not known (`ETHTOOL_C33_PSE_ADMIN_STATE_UNKNOWN`). */
  unknown: 1,
  /** Off (`ETHTOOL_C33_PSE_ADMIN_STATE_DISABLED`). */
  disabled: 2,
  /** On (`ETHTOOL_C33_PSE_ADMIN_STATE_ENABLED`). */
  enabled: 3,
} as const;

/** What power over a single pair does: `ETHTOOL_PODL_PSE_PW_D_STATUS_*`. */
export const ETHTOOL_PODL_STATUSES = {
  /** Not known (`ETHTOOL_PODL_PSE_PW_D_STATUS_UNKNOWN`). */
  unknown: 1,
  /** It is off (`ETHTOOL_PODL_PSE_PW_D_STATUS_DISABLED`). */
  disabled: 2,
  /** It looks for a device (`ETHTOOL_PODL_PSE_PW_D_STATUS_SEARCHING`). */
  searching: 3,
  /** It supplies power (`ETHTOOL_PODL_PSE_PW_D_STATUS_DELIVERING`). */
  delivering: 4,
  /** It sleeps (`ETHTOOL_PODL_PSE_PW_D_STATUS_SLEEP`). */
  sleep: 5,
  /** It waits (`ETHTOOL_PODL_PSE_PW_D_STATUS_IDLE`). */
  idle: 6,
  /** It failed (`ETHTOOL_PODL_PSE_PW_D_STATUS_ERROR`). */
  error: 7,
} as const;

/** What power over Ethernet does: `ETHTOOL_C33_PSE_PW_D_STATUS_*`. */
export const ETHTOOL_C33_STATUSES = {
  /** Not known (`ETHTOOL_C33_PSE_PW_D_STATUS_UNKNOWN`). */
  unknown: 1,
  /** It is off (`ETHTOOL_C33_PSE_PW_D_STATUS_DISABLED`). */
  disabled: 2,
  /** It looks for a device (`ETHTOOL_C33_PSE_PW_D_STATUS_SEARCHING`). */
  searching: 3,
  /** It supplies power (`ETHTOOL_C33_PSE_PW_D_STATUS_DELIVERING`). */
  delivering: 4,
  /** It is tested (`ETHTOOL_C33_PSE_PW_D_STATUS_TEST`). */
  test: 5,
  /** The port failed (`ETHTOOL_C33_PSE_PW_D_STATUS_FAULT`). */
  fault: 6,
  /** Something else failed (`ETHTOOL_C33_PSE_PW_D_STATUS_OTHERFAULT`). */
  "other-fault": 7,
} as const;

/** Why there is no power: `ETHTOOL_C33_PSE_EXT_STATE_*`. */
export const ETHTOOL_C33_EXT_STATES = {
  /** An error (`ETHTOOL_C33_PSE_EXT_STATE_ERROR_CONDITION`). */
  "error-condition": 1,
  /** The device takes no power (`ETHTOOL_C33_PSE_EXT_STATE_MR_MPS_VALID`). */
  "mr-mps-valid": 2,
  /** It was turned off (`ETHTOOL_C33_PSE_EXT_STATE_MR_PSE_ENABLE`). */
  "mr-pse-enable": 3,
  /**
   * Detection goes on, or failed
   * (`ETHTOOL_C33_PSE_EXT_STATE_OPTION_DETECT_TED`).
   */
  "option-detect-ted": 4,
  /** The voltage is wrong (`ETHTOOL_C33_PSE_EXT_STATE_OPTION_VPORT_LIM`). */
  "option-vport-lim": 5,
  /** There was an overload (`ETHTOOL_C33_PSE_EXT_STATE_OVLD_DETECTED`). */
  "ovld-detected": 6,
  /**
   * Of the negotiation by LLDP
   * (`ETHTOOL_C33_PSE_EXT_STATE_PD_DLL_POWER_TYPE`).
   */
  "pd-dll-power-type": 7,
  /**
   * There is too little power
   * (`ETHTOOL_C33_PSE_EXT_STATE_POWER_NOT_AVAILABLE`).
   */
  "power-not-available": 8,
  /** There was a short circuit (`ETHTOOL_C33_PSE_EXT_STATE_SHORT_DETECTED`). */
  "short-detected": 9,
} as const;

/** What can happen to power: `ETHTOOL_PSE_EVENT_*`. */
export const ETHTOOL_PSE_EVENTS = {
  /** There was too much current (`ETHTOOL_PSE_EVENT_OVER_CURRENT`). */
  "over-current": 0x1,
  /** It is too hot (`ETHTOOL_PSE_EVENT_OVER_TEMP`). */
  "over-temperature": 0x2,
  /** A device was looked for (`ETHTOOL_C33_PSE_EVENT_DETECTION`). */
  detection: 0x4,
  /** A device was classified (`ETHTOOL_C33_PSE_EVENT_CLASSIFICATION`). */
  classification: 0x8,
  /** A device is gone (`ETHTOOL_C33_PSE_EVENT_DISCONNECTION`). */
  disconnection: 0x10,
  /** There is too little power for all (`ETHTOOL_PSE_EVENT_OVER_BUDGET`). */
  "over-budget": 0x20,
  /**
   * The kernel could not control it
   * (`ETHTOOL_PSE_EVENT_SW_PW_CONTROL_ERROR`).
   */
  "control-error": 0x40,
} as const;

/** A range of power limits. */
export interface EthtoolPowerRange extends Attributes {
  /** Lowest limit in mW (`ETHTOOL_A_C33_PSE_PW_LIMIT_MIN`). */
  min?: number;
  /** Highest limit in mW (`ETHTOOL_A_C33_PSE_PW_LIMIT_MAX`). */
  max?: number;
}

/** Power that a port supplies. */
export interface EthtoolPse extends Attributes {
  /** Device (`ETHTOOL_A_PSE_HEADER`). */
  header?: EthtoolHeader;
  /**
   * Whether power over a single pair is on, {@linkcode
   * ETHTOOL_PSE_ADMIN_STATES}; replies only
   * (`ETHTOOL_A_PODL_PSE_ADMIN_STATE`).
   */
  podlPseAdminState?: number;
  /**
   * Turns it on or off, {@linkcode ETHTOOL_PSE_ADMIN_STATES}; requests
   * only (`ETHTOOL_A_PODL_PSE_ADMIN_CONTROL`).
   */
  podlPseAdminControl?: number;
  /**
   * What it does, {@linkcode ETHTOOL_PODL_STATUSES}; replies only
   * (`ETHTOOL_A_PODL_PSE_PW_D_STATUS`).
   */
  podlPsePwDStatus?: number;
  /**
   * Whether power over Ethernet is on, {@linkcode
   * ETHTOOL_PSE_ADMIN_STATES}; replies only
   * (`ETHTOOL_A_C33_PSE_ADMIN_STATE`).
   */
  c33PseAdminState?: number;
  /**
   * Turns it on or off, {@linkcode ETHTOOL_PSE_ADMIN_STATES}; requests
   * only (`ETHTOOL_A_C33_PSE_ADMIN_CONTROL`).
   */
  c33PseAdminControl?: number;
  /**
   * What it does, {@linkcode ETHTOOL_C33_STATUSES}; replies only
   * (`ETHTOOL_A_C33_PSE_PW_D_STATUS`).
   */
  c33PsePwDStatus?: number;
  /**
   * Class of the powered device; replies only
   * (`ETHTOOL_A_C33_PSE_PW_CLASS`).
   */
  c33PsePwClass?: number;
  /** Power in mW; replies only (`ETHTOOL_A_C33_PSE_ACTUAL_PW`). */
  c33PseActualPw?: number;
  /**
   * Why there is none, {@linkcode ETHTOOL_C33_EXT_STATES}; replies only
   * (`ETHTOOL_A_C33_PSE_EXT_STATE`).
   */
  c33PseExtState?: number;
  /** More precisely why; replies only (`ETHTOOL_A_C33_PSE_EXT_SUBSTATE`). */
  c33PseExtSubstate?: number;
  /** Limit in mW (`ETHTOOL_A_C33_PSE_AVAIL_PW_LIMIT`). */
  c33PseAvailPwLimit?: number;
  /**
   * Limits that can be set; replies only
   * (`ETHTOOL_A_C33_PSE_PW_LIMIT_RANGES`).
   */
  c33PsePwLimitRanges?: EthtoolPowerRange[];
  /** Number of the power domain; replies only (`ETHTOOL_A_PSE_PW_D_ID`). */
  psePwDId?: number;
  /** Greatest priority; replies only (`ETHTOOL_A_PSE_PRIO_MAX`). */
  psePrioMax?: number;
  /** Priority when there is too little power (`ETHTOOL_A_PSE_PRIO`). */
  psePrio?: number;
}

/** Something happened to the power; notifications only. */
export interface EthtoolPseEvent extends Attributes {
  /** Device (`ETHTOOL_A_PSE_NTF_HEADER`). */
  header?: EthtoolHeader;
  /** What, {@linkcode ETHTOOL_PSE_EVENTS} (`ETHTOOL_A_PSE_NTF_EVENTS`). */
  events?: bigint;
}

/** Codec of {@linkcode EthtoolPowerRange}. */
export const ethtoolPowerRange: Codec<EthtoolPowerRange> = attributes({
  min: ["ETHTOOL_A_C33_PSE_PW_LIMIT_MIN", 1, u32],
  max: ["ETHTOOL_A_C33_PSE_PW_LIMIT_MAX", 2, u32],
});

/** Codec of {@linkcode EthtoolPse}. */
export const ethtoolPse: Codec<EthtoolPse> = attributes({
  header: ["ETHTOOL_A_PSE_HEADER", 1, ethtoolHeader],
  podlPseAdminState: ["ETHTOOL_A_PODL_PSE_ADMIN_STATE", 2, u32],
  podlPseAdminControl: ["ETHTOOL_A_PODL_PSE_ADMIN_CONTROL", 3, u32],
  podlPsePwDStatus: ["ETHTOOL_A_PODL_PSE_PW_D_STATUS", 4, u32],
  c33PseAdminState: ["ETHTOOL_A_C33_PSE_ADMIN_STATE", 5, u32],
  c33PseAdminControl: ["ETHTOOL_A_C33_PSE_ADMIN_CONTROL", 6, u32],
  c33PsePwDStatus: ["ETHTOOL_A_C33_PSE_PW_D_STATUS", 7, u32],
  c33PsePwClass: ["ETHTOOL_A_C33_PSE_PW_CLASS", 8, u32],
  c33PseActualPw: ["ETHTOOL_A_C33_PSE_ACTUAL_PW", 9, u32],
  c33PseExtState: ["ETHTOOL_A_C33_PSE_EXT_STATE", 10, u32],
  c33PseExtSubstate: ["ETHTOOL_A_C33_PSE_EXT_SUBSTATE", 11, u32],
  c33PseAvailPwLimit: ["ETHTOOL_A_C33_PSE_AVAIL_PW_LIMIT", 12, u32],
  c33PsePwLimitRanges: [
    "ETHTOOL_A_C33_PSE_PW_LIMIT_RANGES",
    13,
    multi(ethtoolPowerRange),
  ],
  psePwDId: ["ETHTOOL_A_PSE_PW_D_ID", 14, u32],
  psePrioMax: ["ETHTOOL_A_PSE_PRIO_MAX", 15, u32],
  psePrio: ["ETHTOOL_A_PSE_PRIO", 16, u32],
});

/** Codec of {@linkcode EthtoolPseEvent}. */
export const ethtoolPseEvent: Codec<EthtoolPseEvent> = attributes({
  header: ["ETHTOOL_A_PSE_NTF_HEADER", 1, ethtoolHeader],
  events: ["ETHTOOL_A_PSE_NTF_EVENTS", 2, uint],
});
