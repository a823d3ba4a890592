/**
 * Generic netlink: its header, its controller, and families.
 *
 * @module
 */

export * from "./control.ts";
export * from "./devlink/mod.ts";
export * from "./dpll.ts";
export * from "./dpll_names.ts";
export * from "./drop_monitor.ts";
export * from "./ethtool/mod.ts";
export * from "./fou.ts";
export * from "./handshake.ts";
export * from "./header.ts";
export * from "./ila.ts";
export * from "./ioam6.ts";
export * from "./keyed.ts";
export * from "./l2tp.ts";
export * from "./macsec.ts";
export * from "./macsec_stats.ts";
export * from "./mptcp.ts";
export * from "./mptcp_event.ts";
export * from "./net_shaper.ts";
export * from "./netdev/mod.ts";
export * from "./nl80211/mod.ts";
export * from "./ovpn.ts";
export * from "./packet_number.ts";
export * from "./psample.ts";
export * from "./registry.ts";
export * from "./seg6.ts";
export * from "./taskstats.ts";
export * from "./taskstats_struct.ts";
export * from "./taskstats_version.ts";
export * from "./tcp_metrics.ts";
export * from "./team.ts";
export * from "./wireguard.ts";
