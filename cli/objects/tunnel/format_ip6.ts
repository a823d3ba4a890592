/**
 * How tunnels over IPv6 are shown.
 *
 * @module
 */

import {
  IP6_TNL_F_ALLOW_LOCAL_REMOTE,
  IP6_TNL_F_IGN_ENCAP_LIMIT,
  IP6_TNL_F_RCV_DSCP_COPY,
  IP6_TNL_F_USE_ORIG_FLOWLABEL,
  IP6_TNL_F_USE_ORIG_TCLASS,
} from "../../../messages/link/kinds/ip6tnl.ts";
import type { Ip6TunnelParameters } from "../../../messages/link/tunnel_control.ts";
import { hostName } from "../../names/hosts.ts";
import type { Context } from "../../runtime/context.ts";
import {
  FLOWINFO_FLOWLABEL,
  FLOWINFO_TCLASS,
} from "../link/kinds/parse_tunnel.ts";
import { formatGre, protocolName } from "./gre.ts";

/**
 * Writes a tunnel.
 *
 * @param tunnel The tunnel.
 */
export function formatTunnel(
  context: Context,
  tunnel: Ip6TunnelParameters,
): void {
  const { printer, links } = context;
  const { name, link, protocol, flags, flowinfo, local } = tunnel;
  const { encapLimit, hopLimit } = tunnel;
  const flag = (bit: number, key: string, text: string): boolean => {
    if (!(flags & bit)) return false;
    printer.value(key, null, ` ${text}`);
    return true;
  };
  printer.object(null, () => {
    printer.colored("ifname", "ifname", name, `${name}: `);
    const mode = `${protocolName(protocol)}/ipv6`;
    printer.value("mode", mode, `${mode} remote `);
    const remote = hostName(context, tunnel.remote);
    printer.colored("inet6", "remote", remote, `${remote} `);
    printer.text("local ");
    printer.colored("inet6", "local", local, local);
    if (link !== 0) {
      const device = links.nameOf(link);
      printer.value("link", device, ` dev ${device}`);
    }
    if (
      !flag(
        IP6_TNL_F_IGN_ENCAP_LIMIT,
        "ip6_tnl_f_ign_encap_limit",
        "encaplimit none",
      )
    ) printer.value("encap_limit", encapLimit, ` encaplimit ${encapLimit}`);
    if (hopLimit === 0) printer.text(" hoplimit inherit");
    else printer.spaced("hoplimit", hopLimit);
    if (
      !flag(
        IP6_TNL_F_USE_ORIG_TCLASS,
        "ip6_tnl_f_use_orig_tclass",
        "tclass inherit",
      )
    ) {
      const tclass = padded((flowinfo & FLOWINFO_TCLASS) >>> 20, 2);
      printer.spaced("tclass", tclass);
    }
    if (
      !flag(
        IP6_TNL_F_USE_ORIG_FLOWLABEL,
        "ip6_tnl_f_use_orig_flowlabel",
        "flowlabel inherit",
      )
    ) {
      const label = padded(flowinfo & FLOWINFO_FLOWLABEL, 5);
      printer.spaced("flowlabel", label);
    }
    const all = padded(flowinfo, 8);
    printer.value("flowinfo", all, ` (flowinfo ${all})`);
    flag(IP6_TNL_F_RCV_DSCP_COPY, "ip6_tnl_f_rcv_dscp_copy", "dscp inherit");
    flag(
      IP6_TNL_F_ALLOW_LOCAL_REMOTE,
      "ip6_tnl_f_allow_local_remote",
      "allow-localremote",
    );
    formatGre(printer, protocol, tunnel);
  });
}

/** A number in hexadecimal with so many digits. */
function padded(value: number, digits: number): string {
  return `0x${value.toString(16).padStart(digits, "0")}`;
}
