/**
 * Multiplexed links of Qualcomm modems.
 *
 * @see {@link https://docs.kernel.org/networking/device_drivers/cellular/qualcomm/rmnet.html | Rmnet Driver}
 *
 * @module
 */

import {
  RMNET_FLAGS_EGRESS_MAP_CKSUMV4,
  RMNET_FLAGS_EGRESS_MAP_CKSUMV5,
  RMNET_FLAGS_INGRESS_DEAGGREGATION,
  RMNET_FLAGS_INGRESS_MAP_CKSUMV4,
  RMNET_FLAGS_INGRESS_MAP_CKSUMV5,
  RMNET_FLAGS_INGRESS_MAP_COMMANDS,
  type RmnetData,
  rmnetData,
} from "../../../messages/link/kinds/rmnet.ts";
import { number } from "../../mapping/conversions.ts";
import { maskedBit } from "../../mapping/enumerations.ts";
import { type Field, type Mapping, mapping } from "../../mapping/mapping.ts";

/** Settings of a multiplexed link. */
export interface RmnetOptions {
  /** Number of the channel, 1 to 254 (`IFLA_RMNET_MUX_ID`). */
  muxId?: number;
  /**
   * Whether incoming packets are taken apart
   * (`RMNET_FLAGS_INGRESS_DEAGGREGATION`).
   */
  ingressDeaggregation?: boolean;
  /** Whether commands come in (`RMNET_FLAGS_INGRESS_MAP_COMMANDS`). */
  ingressCommands?: boolean;
  /**
   * Whether checksums of version 4 come in (`RMNET_FLAGS_INGRESS_MAP_CKSUMV4`).
   */
  ingressChecksum4?: boolean;
  /**
   * Whether checksums of version 4 go out (`RMNET_FLAGS_EGRESS_MAP_CKSUMV4`).
   */
  egressChecksum4?: boolean;
  /**
   * Whether checksums of version 5 come in (`RMNET_FLAGS_INGRESS_MAP_CKSUMV5`).
   */
  ingressChecksum5?: boolean;
  /**
   * Whether checksums of version 5 go out (`RMNET_FLAGS_EGRESS_MAP_CKSUMV5`).
   */
  egressChecksum5?: boolean;
}

function flag(bit: number): Field<boolean, RmnetData> {
  return maskedBit("flags", { value: "flags", mask: "mask", bit });
}

/** How {@linkcode RmnetOptions} and {@linkcode RmnetData} correspond. */
export const rmnetMapping: Mapping<RmnetOptions, RmnetData> = mapping({
  muxId: number,
  ingressDeaggregation: flag(RMNET_FLAGS_INGRESS_DEAGGREGATION),
  ingressCommands: flag(RMNET_FLAGS_INGRESS_MAP_COMMANDS),
  ingressChecksum4: flag(RMNET_FLAGS_INGRESS_MAP_CKSUMV4),
  egressChecksum4: flag(RMNET_FLAGS_EGRESS_MAP_CKSUMV4),
  ingressChecksum5: flag(RMNET_FLAGS_INGRESS_MAP_CKSUMV5),
  egressChecksum5: flag(RMNET_FLAGS_EGRESS_MAP_CKSUMV5),
}, rmnetData);
