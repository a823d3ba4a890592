/**
 * Actions that keep packets to a rate.
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import { ACTION_CONTROLS } from "../../../messages/tc/actions/parameters.ts";
import {
  type PoliceData,
  policeParameters,
} from "../../../messages/tc/actions/police.ts";
import {
  rateTable,
  secondsOf,
  TC_LINK_LAYERS,
  TC_LINKLAYER_MASK,
  type TcRateSpec,
  transmissionTime,
} from "../../../messages/tc/rate.ts";
import { integer } from "../../mapping/conversions.ts";
import type { FieldPath } from "../../mapping/field_path.ts";
import { mapping } from "../../mapping/mapping.ts";
import { type Rate, rate, rate64, size } from "../units.ts";
import { type ActionControl, actionControl } from "./control.ts";
import type { ActionMapping } from "./kind.ts";
import { type LinkLayerOptions, linkLayerPairs } from "../qdiscs/link_layer.ts";

/**
 * Settings of an action that keeps packets to a rate. What happens to packets
 * within the rate is `then` of the action, `"pass"` by default.
 */
export interface PoliceOptions extends LinkLayerOptions {
  /** The rate (`tc_police.rate`). */
  rate?: Rate;
  /** Bytes that may exceed it (`tc_police.burst`). */
  burst?: number;
  /** The largest packet in bytes (`tc_police.mtu`). */
  mtu?: number;
  /** The rate that no packet may exceed (`tc_police.peakrate`). */
  peakRate?: Rate;
  /** The rate of the filter's estimator (`TCA_POLICE_AVRATE`). */
  averageRate?: Rate;
  /** The rate in packets a second (`TCA_POLICE_PKTRATE64`). */
  packetRate?: number;
  /** Packets that may exceed it (`TCA_POLICE_PKTBURST64`). */
  packetBurst?: number;
  /** What happens to packets that exceed the rate; `"drop"` by default (`tc_police.action`). */
  exceed?: ActionControl;
}

interface Flat {
  rate?: bigint;
  burst?: number;
  mtu?: number;
  peakRate?: bigint;
  averageRate?: number;
  packetRate?: number;
  packetBurst?: number;
  exceed?: number;
  overhead?: number;
  mpu?: number;
  linkLayer?: number;
}

const count = integer(1, Number.MAX_SAFE_INTEGER);

const flat = mapping<PoliceOptions, Flat>({
  rate: rate64,
  burst: integer(1, Number.MAX_SAFE_INTEGER),
  mtu: size,
  peakRate: rate64,
  averageRate: rate,
  packetRate: count,
  packetBurst: count,
  exceed: actionControl,
  ...linkLayerPairs,
});

const MOST_32 = 0xffffffff;

/** How {@linkcode PoliceOptions} are stored. */
export const policeMapping: ActionMapping<PoliceOptions, PoliceData> = {
  get names() {
    return flat.names;
  },
  fromKernel: (data) => flat.fromKernel(unpack(data)),
  toKernel: (value, fieldPath) =>
    pack(flat.toKernel(value, fieldPath), fieldPath),
  blank: () => ({ parameters: blank(policeParameters) }),
  control: () => ACTION_CONTROLS.pass,
  parametersOf: ({ parameters }) => parameters,
  readControl: ({ result = ACTION_CONTROLS.pass }) => result,
  writeControl: (data, control) => {
    if (control !== ACTION_CONTROLS.pass) data.result = control;
  },
};

/** How much is sent in some ticks, rounded as it was before it became ticks. */
function sentIn(ticks: number, rate: number): number {
  return Math.floor(rate * secondsOf(ticks) + 1e-6);
}

function unpack(data: PoliceData): Flat {
  const { parameters, averageRate, packetRate, packetBurst } = data;
  if (parameters === undefined) return {};
  const { rate: spec, peakRate: peakSpec, mtu, control } = parameters;
  const rate = data.rate64 ?? BigInt(spec.rate);
  const peakRate = data.peakRate64 ?? BigInt(peakSpec.rate);
  const layer = spec.linkLayer & TC_LINKLAYER_MASK;
  const packets = Number(packetRate ?? 0n);
  return {
    ...rate !== 0n && {
      rate,
      burst: sentIn(parameters.burst, Number(rate)),
      ...layer !== TC_LINK_LAYERS.ethernet && { linkLayer: layer },
    },
    // Without a limit, the kernel reports the largest number or what it made
    // of the table.
    ...mtu !== 0 && mtu !== MOST_32 && { mtu },
    ...peakRate !== 0n && { peakRate },
    ...averageRate !== undefined && { averageRate },
    ...packets !== 0 && {
      packetRate: packets,
      packetBurst: sentIn(Number(packetBurst ?? 0n), packets),
    },
    exceed: control,
    ...spec.overhead !== 0 && { overhead: spec.overhead },
    ...spec.mpu !== 0 && { mpu: spec.mpu },
  };
}

function pack(settings: Flat, fieldPath: FieldPath): PoliceData {
  const { rate = 0n, burst = 0, mtu = 0, peakRate = 0n } = settings;
  const { averageRate, packetRate = 0, packetBurst = 0 } = settings;
  const wrong = (name: keyof Flat, reason: string) =>
    fieldPath.at(name).wrong(settings[name], reason);
  if (rate !== 0n && burst === 0 && averageRate === undefined) {
    throw wrong("burst", "a number of bytes is required");
  }
  if (peakRate !== 0n && (rate === 0n || mtu === 0)) {
    throw wrong("peakRate", "it requires rate and mtu");
  }
  if (packetRate !== 0 && packetBurst === 0) {
    throw wrong("packetBurst", "a number of packets is required");
  }
  if (packetRate !== 0 && rate !== 0n) {
    throw wrong("packetRate", "it does not go with rate");
  }
  const parameters = blank(policeParameters, {
    control: settings.exceed ?? ACTION_CONTROLS.drop,
    mtu,
  });
  const data: PoliceData = { parameters };
  const table = (key: "rate" | "peakRate", value: bigint) => {
    const bytes = Number(value);
    const spec: TcRateSpec = {
      ...parameters[key],
      rate: Math.min(bytes, MOST_32),
      overhead: settings.overhead ?? 0,
      mpu: settings.mpu ?? 0,
      linkLayer: settings.linkLayer ?? TC_LINK_LAYERS.ethernet,
    };
    const made = rateTable(spec, mtu, bytes);
    parameters[key] = made.spec;
    if (bytes > MOST_32) data[`${key}64`] = value;
    return made.table;
  };
  if (rate !== 0n) {
    data.rateTable = table("rate", rate);
    parameters.burst = transmissionTime(burst, Number(rate));
    if (parameters.burst === MOST_32) {
      throw fieldPath.at("burst").outside(burst, "it is too much for the rate");
    }
  }
  if (peakRate !== 0n) data.peakRateTable = table("peakRate", peakRate);
  if (averageRate !== undefined) data.averageRate = averageRate;
  if (packetRate !== 0) {
    data.packetRate = BigInt(packetRate);
    data.packetBurst = BigInt(transmissionTime(packetBurst, packetRate));
  }
  return data;
}
