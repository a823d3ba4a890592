/**
 * Measurements with peers, and what answers them, of the family `nl80211`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/nl80211.h | linux/nl80211.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  bytes,
  type Codec,
  flag,
  list,
  macAddress,
  u32,
  u64,
} from "../../codec/mod.ts";
import { type Nl80211Channel, nl80211Channel } from "./channel.ts";
import {
  type Nl80211FtmRequest,
  nl80211FtmRequest,
  type Nl80211FtmResult,
  nl80211FtmResult,
} from "./ftm.ts";
import {
  type Nl80211FtmCapabilities,
  nl80211FtmCapabilities,
} from "./ftm_capability.ts";

/** How a measurement has ended: `NL80211_PMSR_STATUS_*`. */
export const NL80211_PMSR_STATUSES = {
  /** `NL80211_PMSR_STATUS_SUCCESS`. */
  "success": 0,
  /** `NL80211_PMSR_STATUS_REFUSED`. */
  "refused": 1,
  /** `NL80211_PMSR_STATUS_TIMEOUT`. */
  "timeout": 2,
  /** `NL80211_PMSR_STATUS_FAILURE`. */
  "failure": 3,
} as const;

/** Between whom a distance is measured: `NL80211_PMSR_FTM_REQ_TYPE_*`. */
export const NL80211_FTM_REQUEST_TYPES = {
  /** `NL80211_PMSR_FTM_REQ_TYPE_INFRA`. */
  "infra": 0,
  /** `NL80211_PMSR_FTM_REQ_TYPE_PD`. */
  "pd": 1,
} as const;

/** What a device can do, by type: `NL80211_PMSR_TYPE_*`. */
export interface Nl80211MeasurementTypes extends Attributes {
  /** By the time of flight (`NL80211_PMSR_TYPE_FTM`). */
  ftm?: Nl80211FtmCapabilities;
}

/** How to measure, by type: `NL80211_PMSR_TYPE_*`. */
export interface Nl80211MeasurementRequests extends Attributes {
  /** By the time of flight (`NL80211_PMSR_TYPE_FTM`). */
  ftm?: Nl80211FtmRequest;
}

/** What was measured, by type: `NL80211_PMSR_TYPE_*`. */
export interface Nl80211MeasurementResults extends Attributes {
  /** By the time of flight (`NL80211_PMSR_TYPE_FTM`). */
  ftm?: Nl80211FtmResult;
}

/** What is to be measured: `NL80211_PMSR_REQ_ATTR_*`. */
export interface Nl80211MeasurementRequest extends Attributes {
  /** How (`NL80211_PMSR_REQ_ATTR_DATA`). */
  data?: Nl80211MeasurementRequests;
  /**
   * The time of the access point is reported, too
   * (`NL80211_PMSR_REQ_ATTR_GET_AP_TSF`).
   */
  getApTsf?: true;
}

/** What was measured, and when: `NL80211_PMSR_RESP_ATTR_*`. */
export interface Nl80211MeasurementResult extends Attributes {
  /** What was measured (`NL80211_PMSR_RESP_ATTR_DATA`). */
  data?: Nl80211MeasurementResults;
  /**
   * How it has ended, {@linkcode NL80211_PMSR_STATUSES}
   * (`NL80211_PMSR_RESP_ATTR_STATUS`).
   */
  status?: number;
  /**
   * When, in nanoseconds since the machine started
   * (`NL80211_PMSR_RESP_ATTR_HOST_TIME`).
   */
  hostTime?: bigint;
  /**
   * When, by the clock of the access point, in microseconds
   * (`NL80211_PMSR_RESP_ATTR_AP_TSF`).
   */
  apTsf?: bigint;
  /** There are no more results (`NL80211_PMSR_RESP_ATTR_FINAL`). */
  final?: true;
}

/** A peer, and what is or was measured with it: `NL80211_PMSR_PEER_ATTR_*`. */
export interface Nl80211MeasurementPeer extends Attributes {
  /** Its address (`NL80211_PMSR_PEER_ATTR_ADDR`). */
  addr?: string;
  /** Its channel (`NL80211_PMSR_PEER_ATTR_CHAN`). */
  chan?: Nl80211Channel;
  /** What is to be measured (`NL80211_PMSR_PEER_ATTR_REQ`). */
  req?: Nl80211MeasurementRequest;
  /** What was measured (`NL80211_PMSR_PEER_ATTR_RESP`). */
  resp?: Nl80211MeasurementResult;
  /**
   * Between whom, {@linkcode NL80211_FTM_REQUEST_TYPES}
   * (`NL80211_PMSR_PEER_ATTR_REQ_TYPE`).
   */
  reqType?: number;
}

/** Measurements, or what a device can measure: `NL80211_PMSR_ATTR_*`. */
export interface Nl80211Measurements extends Attributes {
  /**
   * Most peers in a request; in capabilities only
   * (`NL80211_PMSR_ATTR_MAX_PEERS`).
   */
  maxPeers?: number;
  /**
   * The time of the access point can be reported; in capabilities only
   * (`NL80211_PMSR_ATTR_REPORT_AP_TSF`).
   */
  reportApTsf?: true;
  /**
   * Addresses can be random; in capabilities only
   * (`NL80211_PMSR_ATTR_RANDOMIZE_MAC_ADDR`).
   */
  randomizeMacAddr?: true;
  /**
   * What the device can do; in capabilities only
   * (`NL80211_PMSR_ATTR_TYPE_CAPA`).
   */
  typeCapa?: Nl80211MeasurementTypes;
  /** The peers (`NL80211_PMSR_ATTR_PEERS`). */
  peers?: Nl80211MeasurementPeer[];
  /**
   * Most peers as the initiator; in capabilities only
   * (`NL80211_PMSR_ATTR_MAX_PEER_ISTA_ROLE`).
   */
  maxPeerIstaRole?: number;
  /**
   * Most peers as the responder; in capabilities only
   * (`NL80211_PMSR_ATTR_MAX_PEER_RSTA_ROLE`).
   */
  maxPeerRstaRole?: number;
}

/** What an access point answers: `NL80211_FTM_RESP_ATTR_*`. */
export interface Nl80211FtmResponder extends Attributes {
  /** It answers (`NL80211_FTM_RESP_ATTR_ENABLED`). */
  enabled?: true;
  /**
   * Position, as the element of a measurement report has it
   * (`NL80211_FTM_RESP_ATTR_LCI`).
   */
  lci?: Uint8Array;
  /**
   * Postal address, as the element of a measurement report has it
   * (`NL80211_FTM_RESP_ATTR_CIVICLOC`).
   */
  civicloc?: Uint8Array;
}

/** Counters of that: `NL80211_FTM_STATS_*`. */
export interface Nl80211FtmResponderStats extends Attributes {
  /**
   * Sessions in which all frames were answered
   * (`NL80211_FTM_STATS_SUCCESS_NUM`).
   */
  successNum?: number;
  /**
   * Sessions in which part of the frames were answered
   * (`NL80211_FTM_STATS_PARTIAL_NUM`).
   */
  partialNum?: number;
  /** Sessions that failed (`NL80211_FTM_STATS_FAILED_NUM`). */
  failedNum?: number;
  /** Sessions that began at once (`NL80211_FTM_STATS_ASAP_NUM`). */
  asapNum?: number;
  /** Sessions that began later (`NL80211_FTM_STATS_NON_ASAP_NUM`). */
  nonAsapNum?: number;
  /** Milliseconds of all sessions (`NL80211_FTM_STATS_TOTAL_DURATION_MSEC`). */
  totalDurationMsec?: bigint;
  /** Triggers without a session (`NL80211_FTM_STATS_UNKNOWN_TRIGGERS_NUM`). */
  unknownTriggersNum?: number;
  /**
   * Requests for another time (`NL80211_FTM_STATS_RESCHEDULE_REQUESTS_NUM`).
   */
  rescheduleRequestsNum?: number;
  /**
   * Triggers at a wrong time (`NL80211_FTM_STATS_OUT_OF_WINDOW_TRIGGERS_NUM`).
   */
  outOfWindowTriggersNum?: number;
}

/** Codec of {@linkcode Nl80211MeasurementTypes}. */
export const nl80211MeasurementTypes: Codec<Nl80211MeasurementTypes> =
  attributes(() => ({
    ftm: ["NL80211_PMSR_TYPE_FTM", 1, nl80211FtmCapabilities],
  }));

/** Codec of {@linkcode Nl80211MeasurementRequests}. */
export const nl80211MeasurementRequests: Codec<Nl80211MeasurementRequests> =
  attributes(() => ({
    ftm: ["NL80211_PMSR_TYPE_FTM", 1, nl80211FtmRequest],
  }));

/** Codec of {@linkcode Nl80211MeasurementResults}. */
export const nl80211MeasurementResults: Codec<Nl80211MeasurementResults> =
  attributes(() => ({
    ftm: ["NL80211_PMSR_TYPE_FTM", 1, nl80211FtmResult],
  }));

/** Codec of {@linkcode Nl80211MeasurementRequest}. */
export const nl80211MeasurementRequest: Codec<Nl80211MeasurementRequest> =
  attributes(() => ({
    data: ["NL80211_PMSR_REQ_ATTR_DATA", 1, nl80211MeasurementRequests],
    getApTsf: ["NL80211_PMSR_REQ_ATTR_GET_AP_TSF", 2, flag],
  }));

/** Codec of {@linkcode Nl80211MeasurementResult}. */
export const nl80211MeasurementResult: Codec<Nl80211MeasurementResult> =
  attributes(() => ({
    data: ["NL80211_PMSR_RESP_ATTR_DATA", 1, nl80211MeasurementResults],
    status: ["NL80211_PMSR_RESP_ATTR_STATUS", 2, u32],
    hostTime: ["NL80211_PMSR_RESP_ATTR_HOST_TIME", 3, u64],
    apTsf: ["NL80211_PMSR_RESP_ATTR_AP_TSF", 4, u64],
    final: ["NL80211_PMSR_RESP_ATTR_FINAL", 5, flag],
  }), { pad: ["NL80211_PMSR_RESP_ATTR_PAD", 6] });

/** Codec of {@linkcode Nl80211MeasurementPeer}. */
export const nl80211MeasurementPeer: Codec<Nl80211MeasurementPeer> = attributes(
  () => ({
    addr: ["NL80211_PMSR_PEER_ATTR_ADDR", 1, macAddress],
    chan: ["NL80211_PMSR_PEER_ATTR_CHAN", 2, nl80211Channel],
    req: ["NL80211_PMSR_PEER_ATTR_REQ", 3, nl80211MeasurementRequest],
    resp: ["NL80211_PMSR_PEER_ATTR_RESP", 4, nl80211MeasurementResult],
    reqType: ["NL80211_PMSR_PEER_ATTR_REQ_TYPE", 5, u32],
  }),
);

/** Codec of {@linkcode Nl80211Measurements}. */
export const nl80211Measurements: Codec<Nl80211Measurements> = attributes(
  () => ({
    maxPeers: ["NL80211_PMSR_ATTR_MAX_PEERS", 1, u32],
    reportApTsf: ["NL80211_PMSR_ATTR_REPORT_AP_TSF", 2, flag],
    randomizeMacAddr: ["NL80211_PMSR_ATTR_RANDOMIZE_MAC_ADDR", 3, flag],
    typeCapa: ["NL80211_PMSR_ATTR_TYPE_CAPA", 4, nl80211MeasurementTypes],
    peers: ["NL80211_PMSR_ATTR_PEERS", 5, list(nl80211MeasurementPeer)],
    maxPeerIstaRole: ["NL80211_PMSR_ATTR_MAX_PEER_ISTA_ROLE", 6, u32],
    maxPeerRstaRole: ["NL80211_PMSR_ATTR_MAX_PEER_RSTA_ROLE", 7, u32],
  }),
);

/** Codec of {@linkcode Nl80211FtmResponder}. */
export const nl80211FtmResponder: Codec<Nl80211FtmResponder> = attributes(
  () => ({
    enabled: ["NL80211_FTM_RESP_ATTR_ENABLED", 1, flag],
    lci: ["NL80211_FTM_RESP_ATTR_LCI", 2, bytes],
    civicloc: ["NL80211_FTM_RESP_ATTR_CIVICLOC", 3, bytes],
  }),
);

/** Codec of {@linkcode Nl80211FtmResponderStats}. */
export const nl80211FtmResponderStats: Codec<Nl80211FtmResponderStats> =
  attributes(() => ({
    successNum: ["NL80211_FTM_STATS_SUCCESS_NUM", 1, u32],
    partialNum: ["NL80211_FTM_STATS_PARTIAL_NUM", 2, u32],
    failedNum: ["NL80211_FTM_STATS_FAILED_NUM", 3, u32],
    asapNum: ["NL80211_FTM_STATS_ASAP_NUM", 4, u32],
    nonAsapNum: ["NL80211_FTM_STATS_NON_ASAP_NUM", 5, u32],
    totalDurationMsec: ["NL80211_FTM_STATS_TOTAL_DURATION_MSEC", 6, u64],
    unknownTriggersNum: ["NL80211_FTM_STATS_UNKNOWN_TRIGGERS_NUM", 7, u32],
    rescheduleRequestsNum: [
      "NL80211_FTM_STATS_RESCHEDULE_REQUESTS_NUM",
      8,
      u32,
    ],
    outOfWindowTriggersNum: [
      "NL80211_FTM_STATS_OUT_OF_WINDOW_TRIGGERS_NUM",
      9,
      u32,
    ],
  }), { pad: ["NL80211_FTM_STATS_PAD", 10] });
