/**
 * Gateways, which may be of another family than the route.
 *
 * @module
 */

import { isIpv6 } from "../../messages/codec/address.ts";
import { AF_INET, AF_INET6, AF_PACKET } from "../../messages/families.ts";
import type { RouteVia } from "../../messages/route/via.ts";
import { hardware, ip } from "../mapping/address_conversions.ts";
import type { Field } from "../mapping/mapping.ts";

/** Attributes of what has a gateway. */
export interface WithGateway {
  /** Address of a gateway of the route's family. */
  gateway?: string;
  /** Address of a gateway of another family. */
  via?: RouteVia;
}

/** An Ethernet address; no IPv6 address looks like one. */
const ETHERNET = /^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/i;

/**
 * Whether a gateway is given by its Ethernet address.
 *
 * @param value The gateway.
 * @returns Whether it is.
 */
export function isEthernet(value: unknown): value is string {
  return typeof value === "string" && value.length === 17 &&
    ETHERNET.test(value);
}

/** An address of a gateway; {@linkcode settleGateway} has to follow. */
export const gateway: Field<string, WithGateway> = {
  from: ["gateway", "via"],
  read: ({ gateway, via }) => gateway ?? via?.address,
  write: (data, value, fieldPath) => {
    if (isEthernet(value)) {
      const address = hardware.toKernel(value, fieldPath)!;
      data.via = { family: AF_PACKET, address };
    } else data.gateway = ip.toKernel(value, fieldPath)!;
  },
};

/**
 * The family of an IP address.
 *
 * @param address The address.
 * @returns `AF_INET` or `AF_INET6`.
 */
export function familyOf(address: string): number {
  return isIpv6(address) ? AF_INET6 : AF_INET;
}

/**
 * Stores a gateway in the way that the family of its route asks for.
 *
 * @param data What has the gateway.
 * @param family The family of the route.
 */
export function settleGateway(data: WithGateway, family: number): void {
  const { gateway } = data;
  if (gateway === undefined || familyOf(gateway) === family) return;
  delete data.gateway;
  data.via = { family: familyOf(gateway), address: gateway };
}
