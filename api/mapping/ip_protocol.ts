/**
 * Protocols above IP.
 *
 * @see {@link https://www.iana.org/assignments/protocol-numbers | Protocol Numbers}
 *
 * @module
 */

import { IP_PROTOCOLS } from "../../messages/ip_protocols.ts";
import { enumeration } from "./enumerations.ts";
import type { Conversion } from "./mapping.ts";

/** A protocol above IP, by name or by number (`IPPROTO_*`). */
export type IpProtocol = keyof typeof IP_PROTOCOLS | number;

/** How {@linkcode IpProtocol} is stored. */
export const ipProtocol: Conversion<IpProtocol, number> = enumeration(
  IP_PROTOCOLS,
  8,
);
