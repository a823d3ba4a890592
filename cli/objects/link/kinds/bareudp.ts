/**
 * `ip link … type bareudp`.
 *
 * @module
 */

import {
  type BareudpData,
  bareudpData,
} from "../../../../messages/link/kinds/bareudp.ts";
import { missingArgument } from "../../../parse/errors.ts";
import { etherType, flagOrNo } from "./notations.ts";
import { type Kind, unique } from "./kind.ts";
import { kindOfSettings } from "./settings.ts";

/** Tunnels of bare packets in UDP. */
export const kind: Kind<BareudpData> = kindOfSettings(bareudpData, {
  port: {
    word: "dstport*",
    argument: { name: "PORT", means: "UDP_PORT" },
  },
  ethertype: {
    word: "ethertype*",
    ...etherType,
    argument: { name: "PROTO", means: "ETHERTYPE" },
  },
  srcportMin: "srcportmin* UDP_PORT",
  multiprotoMode: {
    word: "multiproto*",
    ...flagOrNo,
    absent: false,
  },
}, {
  once: true,
  problem: (name) => name,
  keywords: { "nomultiproto*": unique("multiprotoMode", () => {}) },
  finish({ port, ethertype }) {
    if (port === undefined) throw missingArgument("dstport");
    if (ethertype === undefined) throw missingArgument("ethertype");
  },
});
