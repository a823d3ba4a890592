/**
 * Redundant rings and networks: HSR and PRP.
 *
 * @module
 */

import {
  HSR_PROTOCOLS,
  type HsrData,
  hsrData,
} from "../../../messages/link/kinds/hsr.ts";
import { mac } from "../../mapping/address_conversions.ts";
import { number, uint8 } from "../../mapping/conversions.ts";
import { type Device, device } from "../../mapping/device.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import {
  type Mapping,
  mapping,
  readOnly,
  writeOnly,
} from "../../mapping/mapping.ts";

/** Settings of a redundant ring or network. */
export interface HsrOptions {
  /** The first port (`IFLA_HSR_SLAVE1`). */
  port1?: Device;
  /** The second port (`IFLA_HSR_SLAVE2`). */
  port2?: Device;
  /** The link to devices that do not speak HSR (`IFLA_HSR_INTERLINK`). */
  interlink?: Device;
  /**
   * Last byte of the multicast address of supervision frames
   * (`IFLA_HSR_MULTICAST_SPEC`).
   */
  supervision?: number;
  /** Version of HSR, 0 or 1; Linux does not report it (`IFLA_HSR_VERSION`). */
  version?: number;
  /** Which protocol it is (`IFLA_HSR_PROTOCOL`). */
  protocol?: keyof typeof HSR_PROTOCOLS | number;
  /**
   * Multicast address of supervision frames; reported by the kernel
   * (`IFLA_HSR_SUPERVISION_ADDR`).
   */
  supervisionAddress?: string;
  /** Sequence number; reported by the kernel (`IFLA_HSR_SEQ_NR`). */
  sequenceNumber?: number;
}

/** How {@linkcode HsrOptions} and {@linkcode HsrData} correspond. */
export const hsrMapping: Mapping<HsrOptions, HsrData> = mapping({
  port1: ["slave1", device],
  port2: ["slave2", device],
  interlink: device,
  supervision: {
    read: ({ supervisionAddr, multicastSpec }) =>
      supervisionAddr === undefined
        ? multicastSpec
        : parseInt(supervisionAddr.slice(-2), 16),
    write: (data, value, fieldPath) => {
      data.multicastSpec = uint8.toKernel(value, fieldPath)!;
    },
  },
  version: writeOnly("version", number),
  protocol: enumeration(HSR_PROTOCOLS),
  supervisionAddress: readOnly("supervisionAddr", mac),
  sequenceNumber: readOnly("seqNr", number),
}, hsrData);
