/**
 * How tunnels write what they have in common.
 *
 * @module
 */

import { nameOf } from "../../../../messages/value_names.ts";
import type { Context } from "../../../runtime/context.ts";
import { hex } from "../../../print/format.ts";
import { printKey } from "./tunnel.ts";
import {
  type EncapData,
  ENCAPS,
  FLOWINFO_FLOWLABEL,
  FLOWINFO_TCLASS,
  type GreHeaderData,
  type Ip6Data,
} from "./parse_tunnel.ts";
import {
  GRE_CSUM,
  GRE_KEY,
  GRE_SEQ,
} from "../../../../messages/link/kinds/gre.ts";
import {
  IP6_TNL_F_ALLOW_LOCAL_REMOTE,
  IP6_TNL_F_IGN_ENCAP_LIMIT,
  IP6_TNL_F_MIP6_DEV,
  IP6_TNL_F_RCV_DSCP_COPY,
  IP6_TNL_F_USE_ORIG_FLOWLABEL,
  IP6_TNL_F_USE_ORIG_FWMARK,
  IP6_TNL_F_USE_ORIG_TCLASS,
} from "../../../../messages/link/kinds/ip6tnl.ts";
import {
  TUNNEL_ENCAP_FLAG_CSUM,
  TUNNEL_ENCAP_FLAG_CSUM6,
  TUNNEL_ENCAP_FLAG_REMCSUM,
} from "../../../../messages/link/kinds/tunnel_encap.ts";

/**
 * Writes the key, the sequence and the checksum of GRE.
 *
 * @param data The data.
 */
export function printGreHeader(
  { printer }: Context,
  { iflags = 0, oflags = 0, ikey, okey }: GreHeaderData,
): void {
  if (iflags & GRE_KEY && ikey !== undefined) printKey(printer, "ikey", ikey);
  if (oflags & GRE_KEY && okey !== undefined) printKey(printer, "okey", okey);
  if (iflags & GRE_SEQ) printer.value("iseq", true, "iseq ");
  if (oflags & GRE_SEQ) printer.value("oseq", true, "oseq ");
  if (iflags & GRE_CSUM) printer.value("icsum", true, "icsum ");
  if (oflags & GRE_CSUM) printer.value("ocsum", true, "ocsum ");
}

/**
 * Writes what a tunnel is wrapped in.
 *
 * @param data The data.
 */
export function printEncap({ printer }: Context, data: EncapData): void {
  const { encapType, encapFlags = 0, encapSport = 0, encapDport = 0 } = data;
  if (!encapType) return;
  const flag = (key: string, bit: number) => {
    const on = (encapFlags & bit) !== 0;
    printer.value(key, on, `${on ? "" : "no"}encap-${key} `);
  };
  printer.object("encap", () => {
    printer.text("encap ");
    const name = nameOf(ENCAPS, encapType);
    printer.value("type", name ?? null, `${name ?? "unknown"} `);
    printer.value(
      "sport",
      encapSport,
      `encap-sport ${encapSport === 0 ? "auto" : encapSport} `,
    );
    printer.value("dport", encapDport, `encap-dport ${encapDport} `);
    flag("csum", TUNNEL_ENCAP_FLAG_CSUM);
    flag("csum6", TUNNEL_ENCAP_FLAG_CSUM6);
    flag("remcsum", TUNNEL_ENCAP_FLAG_REMCSUM);
  });
}

/**
 * Writes the header of tunnels over IPv6, without the hop limit.
 *
 * @param data The data.
 */
export function printIp6Header({ printer }: Context, data: Ip6Data): void {
  const { encapLimit, flowinfo, flags = 0 } = data;
  if (flags & IP6_TNL_F_IGN_ENCAP_LIMIT) {
    printer.value("ip6_tnl_f_ign_encap_limit", true, "encaplimit none ");
  } else if (encapLimit !== undefined) {
    printer.value("encap_limit", encapLimit, `encaplimit ${encapLimit} `);
  }
  if (flags & IP6_TNL_F_USE_ORIG_TCLASS) {
    printer.value("ip6_tnl_f_use_orig_tclass", true, "tclass inherit ");
  } else if (flowinfo !== undefined) {
    const tclass = (flowinfo & FLOWINFO_TCLASS) >>> 20;
    printer.named("tclass", `0x${tclass.toString(16).padStart(2, "0")}`);
  }
  if (flags & IP6_TNL_F_USE_ORIG_FLOWLABEL) {
    printer.value("ip6_tnl_f_use_orig_flowlabel", true, "flowlabel inherit ");
  } else if (flowinfo !== undefined) {
    const label = flowinfo & FLOWINFO_FLOWLABEL;
    printer.named("flowlabel", `0x${label.toString(16).padStart(5, "0")}`);
  }
  if (flags & IP6_TNL_F_RCV_DSCP_COPY) {
    printer.value("ip6_tnl_f_rcv_dscp_copy", true, "dscp inherit ");
  }
}

/**
 * Writes the last part of the header of tunnels over IPv6.
 *
 * @param data The data.
 * @param mobile Whether to write the flag of mobile IPv6.
 */
export function printIp6Flags(
  { printer }: Context,
  { flags = 0, fwmark }: Ip6Data,
  mobile: boolean,
): void {
  if (mobile && flags & IP6_TNL_F_MIP6_DEV) {
    printer.value("ip6_tnl_f_mip6_dev", true, "mip6 ");
  }
  if (flags & IP6_TNL_F_ALLOW_LOCAL_REMOTE) {
    printer.value("ip6_tnl_f_allow_local_remote", true, "allow-localremote ");
  }
  if (flags & IP6_TNL_F_USE_ORIG_FWMARK) {
    printer.value("ip6_tnl_f_use_orig_fwmark", true, "fwmark inherit ");
  } else if (fwmark) printer.named("fwmark", hex(fwmark));
}
