/**
 * Tests of cables of the family `ethtool`.
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
  s16,
  u32,
  u8,
} from "../../codec/mod.ts";
import { type EthtoolHeader, ethtoolHeader } from "./common.ts";

/** Pairs of wires: `ETHTOOL_A_CABLE_PAIR_*`. */
export const ETHTOOL_CABLE_PAIRS = {
  /** The first (`ETHTOOL_A_CABLE_PAIR_A`). */
  A: 0,
  /** The second (`ETHTOOL_A_CABLE_PAIR_B`). */
  B: 1,
  /** The third (`ETHTOOL_A_CABLE_PAIR_C`). */
  C: 2,
  /** The fourth (`ETHTOOL_A_CABLE_PAIR_D`). */
  D: 3,
} as const;

/** What tests of pairs find: `ETHTOOL_A_CABLE_RESULT_CODE_*`. */
export const ETHTOOL_CABLE_RESULTS = {
  /** Nothing (`ETHTOOL_A_CABLE_RESULT_CODE_UNSPEC`). */
  unknown: 0,
  /** The pair is all right (`ETHTOOL_A_CABLE_RESULT_CODE_OK`). */
  ok: 1,
  /** It is open (`ETHTOOL_A_CABLE_RESULT_CODE_OPEN`). */
  open: 2,
  /**
   * Its wires are short-circuited
   * (`ETHTOOL_A_CABLE_RESULT_CODE_SAME_SHORT`).
   */
  "same-short": 3,
  /**
   * It is short-circuited with another one
   * (`ETHTOOL_A_CABLE_RESULT_CODE_CROSS_SHORT`).
   */
  "cross-short": 4,
  /**
   * Its impedance changes
   * (`ETHTOOL_A_CABLE_RESULT_CODE_IMPEDANCE_MISMATCH`).
   */
  "impedance-mismatch": 5,
  /** There is too much noise (`ETHTOOL_A_CABLE_RESULT_CODE_NOISE`). */
  noise: 6,
  /**
   * The fault is too far away to be found
   * (`ETHTOOL_A_CABLE_RESULT_CODE_RESOLUTION_NOT_POSSIBLE`).
   */
  "resolution-not-possible": 7,
} as const;

/** How faults of cables are found: `ETHTOOL_A_CABLE_INF_SRC_*`. */
export const ETHTOOL_CABLE_SOURCES = {
  /** Not known (`ETHTOOL_A_CABLE_INF_SRC_UNSPEC`). */
  unknown: 0,
  /** By reflections (`ETHTOOL_A_CABLE_INF_SRC_TDR`). */
  tdr: 1,
  /** While the link is up (`ETHTOOL_A_CABLE_INF_SRC_ALCD`). */
  alcd: 2,
} as const;

/** How far tests of cables are: `ETHTOOL_A_CABLE_TEST_NTF_STATUS_*`. */
export const ETHTOOL_CABLE_STATUSES = {
  /** They have begun (`ETHTOOL_A_CABLE_TEST_NTF_STATUS_STARTED`). */
  started: 1,
  /** They are done (`ETHTOOL_A_CABLE_TEST_NTF_STATUS_COMPLETED`). */
  completed: 2,
} as const;

/** What a test of a pair found. */
export interface EthtoolCableResult extends Attributes {
  /** The pair, 0 for A (`ETHTOOL_A_CABLE_RESULT_PAIR`). */
  pair?: number;
  /**
   * What it found, {@linkcode ETHTOOL_CABLE_RESULTS}
   * (`ETHTOOL_A_CABLE_RESULT_CODE`).
   */
  code?: number;
  /**
   * How it was found, {@linkcode ETHTOOL_CABLE_SOURCES}
   * (`ETHTOOL_A_CABLE_RESULT_SRC`).
   */
  src?: number;
}

/** Where a pair is broken. */
export interface EthtoolCableFault extends Attributes {
  /** The pair, 0 for A (`ETHTOOL_A_CABLE_FAULT_LENGTH_PAIR`). */
  pair?: number;
  /** How far away in cm (`ETHTOOL_A_CABLE_FAULT_LENGTH_CM`). */
  cm?: number;
  /**
   * How it was found, {@linkcode ETHTOOL_CABLE_SOURCES}
   * (`ETHTOOL_A_CABLE_FAULT_LENGTH_SRC`).
   */
  src?: number;
}

/** What a test of a cable found. */
export interface EthtoolCableFindings extends Attributes {
  /** What was found of each pair (`ETHTOOL_A_CABLE_NEST_RESULT`). */
  result?: EthtoolCableResult[];
  /** Where pairs are broken (`ETHTOOL_A_CABLE_NEST_FAULT_LENGTH`). */
  faultLength?: EthtoolCableFault[];
}

/** Starts a test of the cable. */
export interface EthtoolCableTest extends Attributes {
  /** Device (`ETHTOOL_A_CABLE_TEST_HEADER`). */
  header?: EthtoolHeader;
}

/** How a test of the cable goes; notifications only. */
export interface EthtoolCableTestReport extends Attributes {
  /** Device (`ETHTOOL_A_CABLE_TEST_NTF_HEADER`). */
  header?: EthtoolHeader;
  /**
   * How far it is, {@linkcode ETHTOOL_CABLE_STATUSES}
   * (`ETHTOOL_A_CABLE_TEST_NTF_STATUS`).
   */
  status?: number;
  /** What it found (`ETHTOOL_A_CABLE_TEST_NTF_NEST`). */
  nest?: EthtoolCableFindings;
}

/** What to measure of a cable. */
export interface EthtoolCableTdrConfig extends Attributes {
  /** Nearest distance in cm (`ETHTOOL_A_CABLE_TEST_TDR_CFG_FIRST`). */
  first?: number;
  /** Farthest distance in cm (`ETHTOOL_A_CABLE_TEST_TDR_CFG_LAST`). */
  last?: number;
  /**
   * Distance between two measurements in cm
   * (`ETHTOOL_A_CABLE_TEST_TDR_CFG_STEP`).
   */
  step?: number;
  /**
   * The pair, 0 for A; all if there is none
   * (`ETHTOOL_A_CABLE_TEST_TDR_CFG_PAIR`).
   */
  pair?: number;
}

/** Starts a measurement of the cable. */
export interface EthtoolCableTdr extends Attributes {
  /** Device (`ETHTOOL_A_CABLE_TEST_TDR_HEADER`). */
  header?: EthtoolHeader;
  /** What to measure (`ETHTOOL_A_CABLE_TEST_TDR_CFG`). */
  cfg?: EthtoolCableTdrConfig;
}

/** What a pair reflected at a distance. */
export interface EthtoolCableAmplitude extends Attributes {
  /** The pair, 0 for A (`ETHTOOL_A_CABLE_AMPLITUDE_PAIR`). */
  pair?: number;
  /** Voltage in mV (`ETHTOOL_A_CABLE_AMPLITUDE_mV`). */
  mV?: number;
}

/** What was sent into the pairs. */
export interface EthtoolCablePulse extends Attributes {
  /** Voltage in mV (`ETHTOOL_A_CABLE_PULSE_mV`). */
  mV?: number;
}

/** At which distances pairs are measured. */
export interface EthtoolCableStep extends Attributes {
  /** Nearest distance in cm (`ETHTOOL_A_CABLE_STEP_FIRST_DISTANCE`). */
  firstDistance?: number;
  /** Farthest distance in cm (`ETHTOOL_A_CABLE_STEP_LAST_DISTANCE`). */
  lastDistance?: number;
  /**
   * Distance between two measurements in cm
   * (`ETHTOOL_A_CABLE_STEP_STEP_DISTANCE`).
   */
  stepDistance?: number;
}

/** What a measurement of a cable found. */
export interface EthtoolCableTdrFindings extends Attributes {
  /** At which distances (`ETHTOOL_A_CABLE_TDR_NEST_STEP`). */
  step?: EthtoolCableStep;
  /**
   * What was reflected, distance after distance
   * (`ETHTOOL_A_CABLE_TDR_NEST_AMPLITUDE`).
   */
  amplitude?: EthtoolCableAmplitude[];
  /** What was sent (`ETHTOOL_A_CABLE_TDR_NEST_PULSE`). */
  pulse?: EthtoolCablePulse;
}

/** How a measurement of a cable goes; notifications only. */
export interface EthtoolCableTdrReport extends Attributes {
  /** Device (`ETHTOOL_A_CABLE_TEST_TDR_NTF_HEADER`). */
  header?: EthtoolHeader;
  /**
   * How far it is, {@linkcode ETHTOOL_CABLE_STATUSES}
   * (`ETHTOOL_A_CABLE_TEST_TDR_NTF_STATUS`).
   */
  status?: number;
  /** What it found (`ETHTOOL_A_CABLE_TEST_TDR_NTF_NEST`). */
  nest?: EthtoolCableTdrFindings;
}

/** Codec of {@linkcode EthtoolCableResult}. */
export const ethtoolCableResult: Codec<EthtoolCableResult> = attributes({
  pair: ["ETHTOOL_A_CABLE_RESULT_PAIR", 1, u8],
  code: ["ETHTOOL_A_CABLE_RESULT_CODE", 2, u8],
  src: ["ETHTOOL_A_CABLE_RESULT_SRC", 3, u32],
});

/** Codec of {@linkcode EthtoolCableFault}. */
export const ethtoolCableFault: Codec<EthtoolCableFault> = attributes({
  pair: ["ETHTOOL_A_CABLE_FAULT_LENGTH_PAIR", 1, u8],
  cm: ["ETHTOOL_A_CABLE_FAULT_LENGTH_CM", 2, u32],
  src: ["ETHTOOL_A_CABLE_FAULT_LENGTH_SRC", 3, u32],
});

/** Codec of {@linkcode EthtoolCableFindings}. */
export const ethtoolCableFindings: Codec<EthtoolCableFindings> = attributes({
  result: ["ETHTOOL_A_CABLE_NEST_RESULT", 1, multi(ethtoolCableResult)],
  faultLength: [
    "ETHTOOL_A_CABLE_NEST_FAULT_LENGTH",
    2,
    multi(ethtoolCableFault),
  ],
});

/** Codec of {@linkcode EthtoolCableTest}. */
export const ethtoolCableTest: Codec<EthtoolCableTest> = attributes({
  header: ["ETHTOOL_A_CABLE_TEST_HEADER", 1, ethtoolHeader],
});

/** Codec of {@linkcode EthtoolCableTestReport}. */
export const ethtoolCableTestReport: Codec<EthtoolCableTestReport> = attributes(
  {
    header: ["ETHTOOL_A_CABLE_TEST_NTF_HEADER", 1, ethtoolHeader],
    status: ["ETHTOOL_A_CABLE_TEST_NTF_STATUS", 2, u8],
    nest: ["ETHTOOL_A_CABLE_TEST_NTF_NEST", 3, ethtoolCableFindings],
  },
);

/** Codec of {@linkcode EthtoolCableTdrConfig}. */
export const ethtoolCableTdrConfig: Codec<EthtoolCableTdrConfig> = attributes({
  first: ["ETHTOOL_A_CABLE_TEST_TDR_CFG_FIRST", 1, u32],
  last: ["ETHTOOL_A_CABLE_TEST_TDR_CFG_LAST", 2, u32],
  step: ["ETHTOOL_A_CABLE_TEST_TDR_CFG_STEP", 3, u32],
  pair: ["ETHTOOL_A_CABLE_TEST_TDR_CFG_PAIR", 4, u8],
});

/** Codec of {@linkcode EthtoolCableTdr}. */
export const ethtoolCableTdr: Codec<EthtoolCableTdr> = attributes({
  header: ["ETHTOOL_A_CABLE_TEST_TDR_HEADER", 1, ethtoolHeader],
  cfg: ["ETHTOOL_A_CABLE_TEST_TDR_CFG", 2, ethtoolCableTdrConfig],
});

/** The names that end in a unit are not all in capital letters. */
function milli(name: `${Uppercase<string>}_mV`): Uppercase<string> {
  return name as Uppercase<string>;
}

/** Codec of {@linkcode EthtoolCableAmplitude}. */
export const ethtoolCableAmplitude: Codec<EthtoolCableAmplitude> = attributes({
  pair: ["ETHTOOL_A_CABLE_AMPLITUDE_PAIR", 1, u8],
  mV: [milli("ETHTOOL_A_CABLE_AMPLITUDE_mV"), 2, s16],
});

/** Codec of {@linkcode EthtoolCablePulse}. */
export const ethtoolCablePulse: Codec<EthtoolCablePulse> = attributes({
  mV: [milli("ETHTOOL_A_CABLE_PULSE_mV"), 1, s16],
});

/** Codec of {@linkcode EthtoolCableStep}. */
export const ethtoolCableStep: Codec<EthtoolCableStep> = attributes({
  firstDistance: ["ETHTOOL_A_CABLE_STEP_FIRST_DISTANCE", 1, u32],
  lastDistance: ["ETHTOOL_A_CABLE_STEP_LAST_DISTANCE", 2, u32],
  stepDistance: ["ETHTOOL_A_CABLE_STEP_STEP_DISTANCE", 3, u32],
});

/** Codec of {@linkcode EthtoolCableTdrFindings}. */
export const ethtoolCableTdrFindings: Codec<EthtoolCableTdrFindings> =
  attributes({
    step: ["ETHTOOL_A_CABLE_TDR_NEST_STEP", 1, ethtoolCableStep],
    amplitude: [
      "ETHTOOL_A_CABLE_TDR_NEST_AMPLITUDE",
      2,
      multi(ethtoolCableAmplitude),
    ],
    pulse: ["ETHTOOL_A_CABLE_TDR_NEST_PULSE", 3, ethtoolCablePulse],
  });

/** Codec of {@linkcode EthtoolCableTdrReport}. */
export const ethtoolCableTdrReport: Codec<EthtoolCableTdrReport> = attributes({
  header: ["ETHTOOL_A_CABLE_TEST_TDR_NTF_HEADER", 1, ethtoolHeader],
  status: ["ETHTOOL_A_CABLE_TEST_TDR_NTF_STATUS", 2, u8],
  nest: ["ETHTOOL_A_CABLE_TEST_TDR_NTF_NEST", 3, ethtoolCableTdrFindings],
});
