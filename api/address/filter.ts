/**
 * Which addresses to list.
 *
 * @module
 */

import {
  type AddressMessage,
  addressMessage,
} from "../../messages/address/address.ts";
import { AF_INET, AF_INET6 } from "../../messages/families.ts";
import { text } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { conditions } from "../mapping/conditions.ts";
import { type Filter, filter } from "../mapping/filter.ts";
import { beginsWith, prefixBits } from "../mapping/prefixes.ts";
import { type RouteScope, routeScope } from "../mapping/routing_names.ts";
import { addressFamily, type AddressFlag, addressFlags } from "./spec.ts";
import { blank } from "../../messages/codec/mod.ts";

/** Which addresses to list; what is not given does not matter. */
export interface AddressFilter {
  /** Addresses of this link. */
  device?: Device;
  /** Addresses of this family. */
  family?: "inet" | "inet6" | number;
  /** Addresses of this scope. */
  scope?: RouteScope;
  /** Addresses with this label. */
  label?: string;
  /** Addresses in this prefix, such as `192.0.2.0/24`. */
  within?: string;
  /** Addresses that have all of these properties. */
  flags?: readonly AddressFlag[];
}

const { equal, where } = conditions<AddressMessage>();

/** How {@linkcode AddressFilter} is put into the kernel's terms. */
export const addressFilter: Filter<AddressFilter, AddressMessage> = filter({
  device: equal("index", device, { sent: true }),
  family: equal("family", addressFamily, { sent: true }),
  scope: equal("scope", routeScope),
  label: equal("attributes.label", text),
  within: where({
    value: prefixBits,
    send: (request, { version }) => {
      if (request.family !== 0) return;
      request.family = version === 6 ? AF_INET6 : AF_INET;
    },
    reads: ["attributes.local", "attributes.address"],
    accepts: (wanted) => (local, address) => {
      const own = local ?? address;
      return own !== undefined && beginsWith(wanted, own);
    },
  }),
  flags: where({
    value: addressFlags,
    reads: ["flags", "attributes.flags"],
    accepts: (wanted) => (short, flags = short) =>
      (flags & wanted) >>> 0 === wanted,
  }),
}, () => blank(addressMessage));
