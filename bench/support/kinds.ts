/**
 * The objects that are dumped, as requests.
 *
 * @module
 */
import type { AnyRequest } from "../../api/connection/connection.ts";
import { addressMessage } from "../../messages/address/mod.ts";
import { linkMessage } from "../../messages/link/mod.ts";
import { neighborMessage } from "../../messages/neighbor/mod.ts";
import { routeMessage } from "../../messages/route/mod.ts";
import { blank } from "../../messages/codec/mod.ts";

const AF_INET = 2;
const RTM_GETLINK = 18;
const RTM_GETADDR = 22;
const RTM_GETROUTE = 26;
const RTM_GETNEIGH = 30;

/** Names of the objects. */
export type KindName = "addresses" | "links" | "neighbors" | "routes";

/** For each, the request that dumps it, and the request's size in bytes. */
export const KINDS: Readonly<Record<KindName, AnyRequest & { size: number }>> =
  {
    routes: {
      type: RTM_GETROUTE,
      size: 28,
      codec: routeMessage,
      message: blank(routeMessage, {
        family: AF_INET,
      }),
    },
    links: {
      type: RTM_GETLINK,
      size: 32,
      codec: linkMessage,
      message: blank(linkMessage),
    },
    neighbors: {
      type: RTM_GETNEIGH,
      size: 28,
      codec: neighborMessage,
      message: blank(neighborMessage, {
        family: AF_INET,
      }),
    },
    addresses: {
      type: RTM_GETADDR,
      size: 24,
      codec: addressMessage,
      message: blank(addressMessage, {
        family: AF_INET,
      }),
    },
  };
