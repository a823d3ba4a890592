/**
 * CAKE: fair queueing for home gateways.
 *
 * @module
 */

import {
  CAKE_ACK_FILTERS,
  CAKE_ATM_MODES,
  CAKE_DIFFSERV_MODES,
  CAKE_FLOW_MODES,
  type CakeData,
  cakeData,
} from "../../../messages/tc/qdiscs/cake.ts";
import { boolean, number, special } from "../../mapping/conversions.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import {
  type Conversion,
  type Mapping,
  mapping,
  writeOnly,
} from "../../mapping/mapping.ts";
import { microseconds, type Rate, rate64 } from "../units.ts";

/** Settings of CAKE. */
export interface CakeOptions {
  /** The rate; `Infinity` for no limit (`TCA_CAKE_BASE_RATE64`). */
  bandwidth?: Rate;
  /** Whether the rate is estimated (`TCA_CAKE_AUTORATE`). */
  autorate?: boolean;
  /** How packets are spread over tins (`TCA_CAKE_DIFFSERV_MODE`). */
  diffserv?: keyof typeof CAKE_DIFFSERV_MODES | number;
  /** What is fair to whom (`TCA_CAKE_FLOW_MODE`). */
  flows?: keyof typeof CAKE_FLOW_MODES | number;
  /** Whether addresses are those before NAT (`TCA_CAKE_NAT`). */
  nat?: boolean;
  /** Whether the DS field is cleared (`TCA_CAKE_WASH`). */
  wash?: boolean;
  /** Whether dropped packets count as received (`TCA_CAKE_INGRESS`). */
  ingress?: boolean;
  /** Which acknowledgements of TCP are left out (`TCA_CAKE_ACK_FILTER`). */
  ackFilter?: keyof typeof CAKE_ACK_FILTERS | number;
  /** Whether large packets are split (`TCA_CAKE_SPLIT_GSO`). */
  splitGso?: boolean;
  /** Round trip time in seconds (`TCA_CAKE_RTT`). */
  rtt?: number;
  /** What a link makes of the size of packets (`TCA_CAKE_ATM`). */
  linkLayer?: keyof typeof CAKE_ATM_MODES | number;
  /** Bytes that are added to each packet (`TCA_CAKE_OVERHEAD`). */
  overhead?: number;
  /** The least size of a packet in bytes (`TCA_CAKE_MPU`). */
  mpu?: number;
  /** Bytes of memory that packets may take (`TCA_CAKE_MEMORY`). */
  memoryLimit?: number;
  /** Bits of the mark that are the tin (`TCA_CAKE_FWMARK`). */
  markMask?: number;
  /**
   * Whether sizes are taken as the kernel has them; only to be set
   * (`TCA_CAKE_RAW`).
   */
  raw?: boolean;
  /** Acceptable delay in seconds (`TCA_CAKE_TARGET`). */
  target?: number;
}

const bandwidth: Conversion<Rate, bigint> = special(rate64, Infinity, 0n);

/** How {@linkcode CakeOptions} are stored. */
export const cakeMapping: Mapping<CakeOptions, CakeData> = mapping({
  bandwidth: ["baseRate", bandwidth],
  autorate: boolean,
  diffserv: ["diffservMode", enumeration(CAKE_DIFFSERV_MODES)],
  flows: ["flowMode", enumeration(CAKE_FLOW_MODES)],
  nat: boolean,
  wash: boolean,
  ingress: boolean,
  ackFilter: enumeration(CAKE_ACK_FILTERS),
  splitGso: boolean,
  rtt: microseconds,
  linkLayer: ["atm", enumeration(CAKE_ATM_MODES)],
  overhead: number,
  mpu: number,
  memoryLimit: ["memory", number],
  markMask: ["fwMark", number],
  raw: writeOnly("raw", boolean),
  target: microseconds,
}, cakeData);
