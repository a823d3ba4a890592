/**
 * Keywords of `tc filter … flower` for the tunnel that packets came by.
 *
 * @module
 */

import type { FlowerTunnelOptions } from "../../../../messages/tc/filters/flower/tunnel_options.ts";
import { type Grammar, takes } from "../../../parse/grammar.ts";
import { illegal } from "../kind.ts";
import {
  type FlowerDraft,
  type FlowerWord,
  masked,
  number,
  prefix,
  prefixProperties,
} from "./draft.ts";
import {
  erspanOptions,
  geneveOptions,
  gtpOptions,
  type OptionPair,
  pfcpOptions,
  vxlanOptions,
} from "./parse_options.ts";

/** Options of a tunnel's protocol, and which of their bits count. */
function options(
  read: (word: string) => OptionPair | undefined,
  name: string,
): FlowerWord {
  return takes("MASKED-OPTIONS", ({ data }, { args }) => {
    const pair = read(args.take());
    if (pair === undefined) throw illegal(name);
    // Of options of two protocols, the kernel reads those that come last.
    data.tunnelOptions = pair.value satisfies FlowerTunnelOptions;
    data.tunnelOptionsMask = pair.mask;
  });
}

const anyFamily = () => 0;
const TOS = { bits: 8, bases: [10, 16], maskBase: 16 } as const;

/** Keywords of tunnels. */
export const TUNNEL_KEYWORDS: Grammar<FlowerDraft> = {
  "enc_dst_ip*": prefix(
    prefixProperties("tunnelIpv4Destination", "tunnelIpv6Destination"),
    "enc_dst_ip",
    anyFamily,
  ),
  "enc_src_ip*": prefix(
    prefixProperties("tunnelIpv4Source", "tunnelIpv6Source"),
    "enc_src_ip",
    anyFamily,
  ),
  "enc_key_id*": number("tunnelId", "enc_key_id", 32),
  "enc_dst_port*": number("tunnelDestinationPort", "enc_dst_port", 16),
  "enc_tos*": masked("tunnelTos", "tunnelTosMask", "enc_tos", TOS),
  "enc_ttl*": masked("tunnelTtl", "tunnelTtlMask", "enc_ttl", TOS),
  "geneve_opts*": options(geneveOptions, "geneve_opts"),
  "vxlan_opts*": options(vxlanOptions, "vxlan_opts"),
  "erspan_opts*": options(erspanOptions, "erspan_opts"),
  "gtp_opts": options(gtpOptions, "gtp_opts"),
  "pfcp_opts": options(pfcpOptions, "pfcp_opts"),
};
