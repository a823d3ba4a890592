/**
 * GPRS tunnel endpoints.
 *
 * @module
 */

import {
  GTP_ROLES,
  type GtpData,
  gtpData,
} from "../../../messages/link/kinds/gtp.ts";
import { eitherFamily } from "../../mapping/address_conversions.ts";
import { boolean, number } from "../../mapping/conversions.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import { mapping, writeOnly } from "../../mapping/mapping.ts";
import { type KindMapping, marked } from "./kind_mapping.ts";

/** Settings of a GPRS tunnel endpoint. */
export interface GtpOptions {
  /** Which end of the tunnel it is (`IFLA_GTP_ROLE`). */
  role?: keyof typeof GTP_ROLES | number;
  /** Size of the hash table of contexts (`IFLA_GTP_PDP_HASHSIZE`). */
  hashSize?: number;
  /**
   * Whether the kernel opens the sockets; not reported
   * (`IFLA_GTP_CREATE_SOCKETS`).
   */
  createSockets?: boolean;
  /** Descriptor of the UDP socket of version 0 (`IFLA_GTP_FD0`). */
  socket0?: number;
  /** Descriptor of the UDP socket of version 1 (`IFLA_GTP_FD1`). */
  socket1?: number;
  /** Restart counter in echo responses (`IFLA_GTP_RESTART_COUNT`). */
  restartCount?: number;
  /** Address that the kernel's sockets are bound to (`IFLA_GTP_LOCAL`). */
  local?: string;
}

/** How {@linkcode GtpOptions} and {@linkcode GtpData} correspond. */
export const gtpMapping: KindMapping<GtpOptions, GtpData> = marked(
  mapping<GtpOptions, GtpData>({
    role: enumeration(GTP_ROLES),
    hashSize: ["pdpHashsize", number],
    createSockets: writeOnly("createSockets", boolean),
    socket0: writeOnly("fd0", number),
    socket1: writeOnly("fd1", number),
    restartCount: number,
    local: eitherFamily("local", "local6"),
  }, gtpData),
  {
    // Descriptors are not reported, and without any the kernel has to open
    // sockets.
    recreate: (reported) => ({ createSockets: true, ...reported }),
  },
);
