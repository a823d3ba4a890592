/**
 * Tests and measurements of cables.
 *
 * @module
 */

import {
  ETHTOOL_CABLE_PAIRS,
  ETHTOOL_CABLE_RESULTS,
  ETHTOOL_CABLE_SOURCES,
  ETHTOOL_CABLE_STATUSES,
  type EthtoolCableAmplitude,
  type EthtoolCableFault,
  type EthtoolCableFindings,
  type EthtoolCableResult,
  type EthtoolCableStep,
  type EthtoolCableTdr,
  ethtoolCableTdr,
  type EthtoolCableTdrConfig,
  ethtoolCableTdrConfig,
  type EthtoolCableTdrFindings,
  type EthtoolCableTdrReport,
  ethtoolCableTdrReport,
  type EthtoolCableTest,
  ethtoolCableTest,
  type EthtoolCableTestReport,
  ethtoolCableTestReport,
} from "../../messages/generic/ethtool/cable.ts";
import {
  ETHTOOL_MSG_CABLE_TEST_ACT,
  ETHTOOL_MSG_CABLE_TEST_NTF,
  ETHTOOL_MSG_CABLE_TEST_TDR_ACT,
  ETHTOOL_MSG_CABLE_TEST_TDR_NTF,
} from "../../messages/generic/ethtool/commands.ts";
import { listOf, number, uint32 } from "../mapping/conversions.ts";
import type { Device } from "../mapping/device.ts";
import { enumeration } from "../mapping/enumerations.ts";
import { type Conversion, mapping, readOnly } from "../mapping/mapping.ts";
import type {
  EthtoolOptions,
  EthtoolRequests,
  EthtoolSubject,
} from "./requests.ts";
import { type DeviceSetting, type EthtoolState, setting } from "./setting.ts";
import { Requester } from "../object/requester.ts";

/** A pair of wires of a cable. */
export type CablePair = keyof typeof ETHTOOL_CABLE_PAIRS;

const pair = enumeration(ETHTOOL_CABLE_PAIRS);

/** What a test of a pair found. */
export interface CableResult {
  /** The pair (`ETHTOOL_A_CABLE_RESULT_PAIR`). */
  pair?: CablePair | number;
  /** What it found (`ETHTOOL_A_CABLE_RESULT_CODE`). */
  result?: keyof typeof ETHTOOL_CABLE_RESULTS | number;
  /** How it was found (`ETHTOOL_A_CABLE_RESULT_SRC`). */
  source?: keyof typeof ETHTOOL_CABLE_SOURCES | number;
}

/** Where a pair is broken. */
export interface CableFault {
  /** The pair (`ETHTOOL_A_CABLE_FAULT_LENGTH_PAIR`). */
  pair?: CablePair | number;
  /** How far away in cm (`ETHTOOL_A_CABLE_FAULT_LENGTH_CM`). */
  distance?: number;
  /** How it was found (`ETHTOOL_A_CABLE_FAULT_LENGTH_SRC`). */
  source?: keyof typeof ETHTOOL_CABLE_SOURCES | number;
}

/** How a test of a cable goes. */
export interface CableTestReport extends EthtoolState<EthtoolCableTestReport> {
  /** How far it is (`ETHTOOL_A_CABLE_TEST_NTF_STATUS`). */
  status?: keyof typeof ETHTOOL_CABLE_STATUSES | number;
  /** What was found of each pair (`ETHTOOL_A_CABLE_NEST_RESULT`). */
  results?: CableResult[];
  /** Where pairs are broken (`ETHTOOL_A_CABLE_NEST_FAULT_LENGTH`). */
  faults?: CableFault[];
}

const results = listOf(mapping<CableResult, EthtoolCableResult>({
  pair: pair,
  result: ["code", enumeration(ETHTOOL_CABLE_RESULTS)],
  source: ["src", enumeration(ETHTOOL_CABLE_SOURCES)],
}));

const faults = listOf(mapping<CableFault, EthtoolCableFault>({
  pair: pair,
  distance: ["cm", uint32],
  source: ["src", enumeration(ETHTOOL_CABLE_SOURCES)],
}));

/** How a test of a cable goes. */
export const cableTestReportSetting: DeviceSetting<
  CableTestReport,
  EthtoolCableTestReport
> = setting({
  noun: "a test of the cable",
  codec: ethtoolCableTestReport,
  get: ETHTOOL_MSG_CABLE_TEST_ACT,
  notification: ETHTOOL_MSG_CABLE_TEST_NTF,
  fields: () => ({
    status: readOnly("status", enumeration(ETHTOOL_CABLE_STATUSES)),
    results: readOnly("nest", {
      fromKernel: ({ result }: EthtoolCableFindings) =>
        result && results.fromKernel(result),
    }),
    faults: readOnly("nest", {
      fromKernel: ({ faultLength }: EthtoolCableFindings) =>
        faultLength && faults.fromKernel(faultLength),
    }),
  }),
});

/** What a pair reflected. */
export interface CableReflection {
  /** The pair (`ETHTOOL_A_CABLE_AMPLITUDE_PAIR`). */
  pair?: CablePair | number;
  /** Voltage in mV (`ETHTOOL_A_CABLE_AMPLITUDE_mV`). */
  millivolts?: number;
}

/** At which distances a cable is measured. */
export interface CableDistances {
  /** Nearest distance in cm (`ETHTOOL_A_CABLE_STEP_FIRST_DISTANCE`). */
  first?: number;
  /** Farthest distance in cm (`ETHTOOL_A_CABLE_STEP_LAST_DISTANCE`). */
  last?: number;
  /**
   * Distance between two measurements in cm
   * (`ETHTOOL_A_CABLE_STEP_STEP_DISTANCE`).
   */
  step?: number;
}

/** How a measurement of a cable goes. */
export interface CableMeasurementReport
  extends EthtoolState<EthtoolCableTdrReport> {
  /** How far it is (`ETHTOOL_A_CABLE_TEST_TDR_NTF_STATUS`). */
  status?: keyof typeof ETHTOOL_CABLE_STATUSES | number;
  /** At which distances (`ETHTOOL_A_CABLE_TDR_NEST_STEP`). */
  distances?: CableDistances;
  /** Voltage that was sent in mV (`ETHTOOL_A_CABLE_TDR_NEST_PULSE`). */
  pulse?: number;
  /**
   * What was reflected, distance after distance
   * (`ETHTOOL_A_CABLE_TDR_NEST_AMPLITUDE`).
   */
  reflections?: CableReflection[];
}

const distances = mapping<CableDistances, EthtoolCableStep>({
  first: ["firstDistance", uint32],
  last: ["lastDistance", uint32],
  step: ["stepDistance", uint32],
});

const reflections: Pick<
  Conversion<CableReflection[], EthtoolCableAmplitude[]>,
  "fromKernel"
> = {
  fromKernel: (amplitudes) =>
    amplitudes.map(({ pair: index, mV }) => ({
      ...index !== undefined && { pair: pair.fromKernel(index) },
      ...mV !== undefined && { millivolts: mV },
    })),
};

/** How a measurement of a cable goes. */
export const cableMeasurementReportSetting: DeviceSetting<
  CableMeasurementReport,
  EthtoolCableTdrReport
> = setting({
  noun: "a measurement of the cable",
  codec: ethtoolCableTdrReport,
  get: ETHTOOL_MSG_CABLE_TEST_TDR_ACT,
  notification: ETHTOOL_MSG_CABLE_TEST_TDR_NTF,
  fields: () => ({
    status: readOnly("status", enumeration(ETHTOOL_CABLE_STATUSES)),
    distances: readOnly("nest", {
      fromKernel: ({ step }: EthtoolCableTdrFindings) =>
        step && distances.fromKernel(step),
    }),
    pulse: readOnly("nest", {
      fromKernel: ({ pulse }: EthtoolCableTdrFindings) => pulse?.mV,
    }),
    reflections: readOnly("nest", {
      fromKernel: ({ amplitude }: EthtoolCableTdrFindings) =>
        amplitude && reflections.fromKernel(amplitude),
    }),
  }),
});

/** What to measure of a cable. */
export interface CableMeasurement {
  /** Nearest distance in cm (`ETHTOOL_A_CABLE_TEST_TDR_CFG_FIRST`). */
  first?: number;
  /** Farthest distance in cm (`ETHTOOL_A_CABLE_TEST_TDR_CFG_LAST`). */
  last?: number;
  /**
   * Distance between two measurements in cm
   * (`ETHTOOL_A_CABLE_TEST_TDR_CFG_STEP`).
   */
  step?: number;
  /** The pair; all if there is none (`ETHTOOL_A_CABLE_TEST_TDR_CFG_PAIR`). */
  pair?: CablePair | number;
}

const measurement = mapping<CableMeasurement, EthtoolCableTdrConfig>(() => ({
  first: number,
  last: number,
  step: number,
  pair: pair,
}), ethtoolCableTdrConfig);

const test: EthtoolSubject<EthtoolCableTest> = {
  noun: "the cable",
  codec: ethtoolCableTest,
  actions: { [ETHTOOL_MSG_CABLE_TEST_ACT]: "test the cable" },
};

const tdr: EthtoolSubject<EthtoolCableTdr> = {
  noun: "the cable",
  codec: ethtoolCableTdr,
  actions: { [ETHTOOL_MSG_CABLE_TEST_TDR_ACT]: "measure the cable" },
};

/**
 * Tests of cables, which interrupt the link. What they find is reported by
 * `Ethtool.monitor`.
 */
export class CableTests extends Requester<EthtoolRequests> {
  /**
   * Starts a test: `ethtool --cable-test`.
   *
   * @param device The device.
   * @param options How to ask.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If the device cannot do it (`EOPNOTSUPP`).
   */
  async start(
    device: Device,
    options: Omit<EthtoolOptions, "statistics"> = {},
  ): Promise<void> {
    await this.requests.send(
      test,
      ETHTOOL_MSG_CABLE_TEST_ACT,
      device,
      () => ({}),
      options,
    );
  }

  /**
   * Starts a measurement: `ethtool --cable-test-tdr`.
   *
   * @param device The device.
   * @param what What to measure.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If the device cannot do it (`EOPNOTSUPP`).
   */
  async measure(
    device: Device,
    what: CableMeasurement = {},
    options: Omit<EthtoolOptions, "statistics"> = {},
  ): Promise<void> {
    await this.requests.send(
      tdr,
      ETHTOOL_MSG_CABLE_TEST_TDR_ACT,
      device,
      (fieldPath) => {
        const cfg = measurement.toKernel(what, fieldPath);
        return Object.keys(cfg).length === 0 ? {} : { cfg };
      },
      options,
    );
  }
}
