/**
 * The program `ip`.
 *
 * @module
 */

import { IPROUTE2, VERSION } from "../program.ts";
import type { Program } from "../runtime/context.ts";
import { help } from "../runtime/verbs.ts";
import { IP_OPTIONS } from "./options.ts";

/** `ip`. */
export const program: Program = {
  name: "ip",
  version: `ip utility, iproute2-${IPROUTE2}, @netlink/netlink ${VERSION}`,
  options: IP_OPTIONS,
  objects: [
    ["address", () => import("../objects/address/mod.ts")],
    ["addrlabel", () => import("../objects/addrlabel/mod.ts")],
    ["maddress", () => import("../objects/maddr/mod.ts")],
    ["route", () => import("../objects/route/mod.ts")],
    ["rule", () => import("../objects/rule/mod.ts")],
    ["neighbor neighbour", () => import("../objects/neighbor/mod.ts")],
    ["ntable ntbl", () => import("../objects/ntable/mod.ts")],
    ["link", () => import("../objects/link/mod.ts")],
    ["l2tp", () => import("../objects/l2tp/mod.ts")],
    ["fou", () => import("../objects/fou/mod.ts")],
    ["ila", () => import("../objects/ila/mod.ts")],
    ["macsec", () => import("../objects/macsec/mod.ts")],
    ["tunnel tunl", () => import("../objects/tunnel/mod.ts")],
    ["tuntap tap", () => import("../objects/tuntap/mod.ts")],
    ["token", () => import("../objects/token/mod.ts")],
    ["tcpmetrics tcp_metrics", () => import("../objects/tcp_metrics/mod.ts")],
    ["monitor", () => import("../objects/monitor/mod.ts")],
    ["xfrm", () => import("../objects/xfrm/mod.ts")],
    ["mroute", () => import("../objects/mroute/mod.ts")],
    ["mrule", () => import("../objects/rule/multicast.ts")],
    ["netns", () => import("../objects/netns/mod.ts")],
    ["netconf", () => import("../objects/netconf/mod.ts")],
    ["vrf", () => import("../objects/vrf/mod.ts")],
    ["sr", () => import("../objects/sr/mod.ts")],
    ["nexthop", () => import("../objects/nexthop/mod.ts")],
    ["mptcp", () => import("../objects/mptcp/mod.ts")],
    ["ioam", () => import("../objects/ioam/mod.ts")],
    ["help", help],
    ["stats", () => import("../objects/stats/mod.ts")],
  ],
  own: {
    completions: () => import("../objects/completions/mod.ts"),
    decode: () => import("../objects/decode/mod.ts"),
    rtmon: () => import("../objects/rtmon/mod.ts"),
    ynl: () => import("../objects/ynl/mod.ts"),
  },
  usage: { code: 255, exits: true },
  unknownVerb: { code: 255, exits: true },
  unknownObject: 1,
  refusal: 2,
};
