/**
 * What the kinds of tunnels over IPv6 have in common.
 *
 * @module
 */

import {
  IP6_TNL_F_ALLOW_LOCAL_REMOTE,
  IP6_TNL_F_IGN_ENCAP_LIMIT,
  IP6_TNL_F_RCV_DSCP_COPY,
  IP6_TNL_F_USE_ORIG_FLOWLABEL,
  IP6_TNL_F_USE_ORIG_FWMARK,
  IP6_TNL_F_USE_ORIG_TCLASS,
} from "../../../messages/link/kinds/ip6tnl.ts";
import { checkInteger, uint32, uint8 } from "../../mapping/conversions.ts";
import { bit } from "../../mapping/enumerations.ts";
import { type Field, sharedFields } from "../../mapping/mapping.ts";
import {
  ipv6OrAny,
  ttlOrInherit,
  type TunnelData,
  tunnelFields,
  type TunnelOptions,
} from "./tunnel.ts";

/** Settings of tunnels over IPv6. */
export interface Ip6TunnelOptions extends Omit<TunnelOptions, "fwmark"> {
  /** Address of this end; `null` for any. */
  local?: string | null;
  /** Address of the other end; `null` for any. */
  remote?: string | null;
  /** Hop limit of outer packets; `"inherit"` copies the inner one. */
  ttl?: number | "inherit";
  /** Tunnel encapsulation limit (RFC 2473); `null` for none. */
  encapLimit?: number | null;
  /** Traffic class of outer packets; `"inherit"` copies the inner one. */
  trafficClass?: number | "inherit";
  /** Flow label of outer packets; `"inherit"` copies the inner one. */
  flowLabel?: number | "inherit";
  /**
   * Whether the DSCP of outer packets is copied to the inner ones when they
   * leave the tunnel (`IP6_TNL_F_RCV_DSCP_COPY`).
   */
  copyDscp?: boolean;
  /**
   * Whether the other end may have an address of this host
   * (`IP6_TNL_F_ALLOW_LOCAL_REMOTE`).
   */
  allowLocalRemote?: boolean;
  /**
   * Firewall mark of outer packets, 0 for none; `"inherit"` copies the inner
   * one.
   */
  fwmark?: number | "inherit";
}

/** Where {@linkcode Ip6TunnelOptions} are stored. */
export interface Ip6TunnelData extends TunnelData {
  /** Address of this end. */
  local?: string;
  /** Address of the other end. */
  remote?: string;
  /** Hop limit. */
  ttl?: number;
  /** Encapsulation limit. */
  encapLimit?: number;
  /** Traffic class and flow label. */
  flowinfo?: number;
  /** `IP6_TNL_F_*`. */
  flags?: number;
}

const TRAFFIC_CLASS = 0x0ff00000;
const FLOW_LABEL = 0x000fffff;

/** A part of the flow information, or a flag that copies the inner one. */
function flowPart(
  mask: number,
  shift: number,
  flag: number,
): Field<number | "inherit", Ip6TunnelData> {
  return {
    read: ({ flowinfo, flags = 0 }) => {
      if ((flags & flag) !== 0) return "inherit";
      return flowinfo === undefined ? undefined : (flowinfo & mask) >>> shift;
    },
    write: (data, given, fieldPath) => {
      const rest = (data.flowinfo ?? 0) & ~mask;
      const flags = data.flags ?? 0;
      const inherit = given === "inherit";
      const value = inherit
        ? 0
        : checkInteger(given, 0, mask >>> shift, fieldPath) << shift;
      data.flowinfo = (rest | value) >>> 0;
      data.flags = inherit ? flags | flag : flags & ~flag;
    },
  };
}

const encapLimit: Field<number | null, Ip6TunnelData> = {
  read: ({ encapLimit, flags = 0 }) =>
    (flags & IP6_TNL_F_IGN_ENCAP_LIMIT) !== 0 ? null : encapLimit,
  write: (data, value, fieldPath) => {
    const flags = data.flags ?? 0;
    if (value === null) {
      data.flags = flags | IP6_TNL_F_IGN_ENCAP_LIMIT;
    } else {
      data.encapLimit = uint8.toKernel(value, fieldPath)!;
      data.flags = flags & ~IP6_TNL_F_IGN_ENCAP_LIMIT;
    }
  },
};

const fwmark: Field<number | "inherit", Ip6TunnelData> = {
  read: ({ fwmark, flags = 0 }) =>
    (flags & IP6_TNL_F_USE_ORIG_FWMARK) !== 0 ? "inherit" : fwmark,
  write: (data, value, fieldPath) => {
    const flags = data.flags ?? 0;
    const inherit = value === "inherit";
    data.fwmark = inherit ? 0 : uint32.toKernel(value, fieldPath)!;
    data.flags = inherit
      ? flags | IP6_TNL_F_USE_ORIG_FWMARK
      : flags & ~IP6_TNL_F_USE_ORIG_FWMARK;
  },
};

/** How {@linkcode Ip6TunnelOptions} are stored in a tunnel's attributes. */
export const ip6TunnelFields: {
  readonly [P in keyof Ip6TunnelOptions]-?: Field<
    Exclude<Ip6TunnelOptions[P], undefined>,
    Ip6TunnelData
  >;
} = sharedFields<Ip6TunnelOptions, Ip6TunnelData>({
  ...tunnelFields,
  local: ipv6OrAny,
  remote: ipv6OrAny,
  ttl: ttlOrInherit,
  encapLimit,
  trafficClass: flowPart(TRAFFIC_CLASS, 20, IP6_TNL_F_USE_ORIG_TCLASS),
  flowLabel: flowPart(FLOW_LABEL, 0, IP6_TNL_F_USE_ORIG_FLOWLABEL),
  copyDscp: bit("flags", IP6_TNL_F_RCV_DSCP_COPY),
  allowLocalRemote: bit("flags", IP6_TNL_F_ALLOW_LOCAL_REMOTE),
  fwmark,
});
