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
      message: {
        family: AF_INET,
        destinationLength: 0,
        sourceLength: 0,
        tos: 0,
        table: 0,
        protocol: 0,
        scope: 0,
        type: 0,
        flags: 0,
        attributes: {},
      },
    },
    links: {
      type: RTM_GETLINK,
      size: 32,
      codec: linkMessage,
      message: {
        family: 0,
        type: 0,
        index: 0,
        flags: 0,
        change: 0,
        attributes: {},
      },
    },
    neighbors: {
      type: RTM_GETNEIGH,
      size: 28,
      codec: neighborMessage,
      message: {
        family: AF_INET,
        index: 0,
        state: 0,
        flags: 0,
        type: 0,
        attributes: {},
      },
    },
    addresses: {
      type: RTM_GETADDR,
      size: 24,
      codec: addressMessage,
      message: {
        family: AF_INET,
        prefixLength: 0,
        flags: 0,
        scope: 0,
        index: 0,
        attributes: {},
      },
    },
  };
