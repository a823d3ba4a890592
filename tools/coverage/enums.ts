/**
 * Attribute types as the kernel's headers enumerate them, and which of them the
 * schemas of `messages/` name.
 *
 * @module
 */

/** Names of attribute types by header and enumeration. */
export type Enumerations = Record<string, readonly string[]>;

/** Headers that enumerate attribute types of what this library speaks. */
const HEADERS = [
  "amt.h",
  "batman_adv.h",
  "can/netlink.h",
  "can/vxcan.h",
  "cgroupstats.h",
  "devlink.h",
  "dpll.h",
  "ethtool_netlink.h",
  "ethtool_netlink_generated.h",
  "fib_rules.h",
  "fou.h",
  "gen_stats.h",
  "genetlink.h",
  "handshake.h",
  "if_addr.h",
  "if_addrlabel.h",
  "if_bonding.h",
  "if_bridge.h",
  "if_link.h",
  "if_macsec.h",
  "if_team.h",
  "if_tunnel.h",
  "ila.h",
  "ioam6_iptunnel.h",
  "l2tp.h",
  "lwtunnel.h",
  "mpls_iptunnel.h",
  "mroute.h",
  "neighbour.h",
  "net_dropmon.h",
  "net_namespace.h",
  "net_shaper.h",
  "netconf.h",
  "netdev.h",
  "netlink.h",
  "nexthop.h",
  "nl80211.h",
  "ovpn.h",
  "pkt_cls.h",
  "pkt_sched.h",
  "psample.h",
  "rpl_iptunnel.h",
  "rtnetlink.h",
  "seg6_iptunnel.h",
  "seg6_local.h",
  "tc_act/tc_bpf.h",
  "tc_act/tc_connmark.h",
  "tc_act/tc_csum.h",
  "tc_act/tc_ct.h",
  "tc_act/tc_ctinfo.h",
  "tc_act/tc_defact.h",
  "tc_act/tc_gact.h",
  "tc_act/tc_gate.h",
  "tc_act/tc_ife.h",
  "tc_act/tc_mirred.h",
  "tc_act/tc_mpls.h",
  "tc_act/tc_nat.h",
  "tc_act/tc_pedit.h",
  "tc_act/tc_sample.h",
  "tc_act/tc_skbedit.h",
  "tc_act/tc_skbmod.h",
  "tc_act/tc_tunnel_key.h",
  "tc_act/tc_vlan.h",
  "tc_ematch/tc_em_ipt.h",
  "tc_ematch/tc_em_meta.h",
  "taskstats.h",
  "tcp_metrics.h",
  "veth.h",
  "wireguard.h",
  "wwan.h",
  "xfrm.h",
];

/** How the first names of enumerations begin that are values of something. */
const VALUES = [
  "AMT_MODE",
  "BATADV_GW",
  "BATADV_MCAST",
  "BATADV_TT",
  "BR_MCAST_DIR",
  "BR_STP_MODE",
  "CAN_STATE",
  "CGROUPSTATS_CMD_UNSPEC",
  "CTRL_CMD",
  "DEVLINK_CMD",
  "DEVLINK_FLASH_OVERWRITE",
  "DEVLINK_LINECARD_STATE",
  "DEVLINK_PARAM_",
  "DEVLINK_PORT_FN_ATTR_CAP_",
  "DEVLINK_PORT_TYPE",
  "DEVLINK_RELOAD_",
  "DEVLINK_SELFTEST_",
  "DEVLINK_VAR_ATTR_TYPE",
  "DPLL_CLOCK_QUALITY_LEVEL",
  "DPLL_CMD",
  "DPLL_FEATURE_STATE",
  "DPLL_LOCK_STATUS",
  "DPLL_MODE",
  "DPLL_PIN_",
  "DPLL_TYPE",
  "ETHTOOL_A_CABLE_INF_SRC",
  "ETHTOOL_A_CABLE_PAIR",
  "ETHTOOL_A_CABLE_RESULT_CODE",
  "ETHTOOL_A_CABLE_TEST_NTF_STATUS",
  "ETHTOOL_A_STATS_ETH",
  "ETHTOOL_A_STATS_PHY_",
  "ETHTOOL_A_STATS_RMON",
  "ETHTOOL_MSG",
  "ETHTOOL_STATS",
  "ETHTOOL_UDP_TUNNEL_TYPE",
  "FLOW_KEY",
  "FOU_CMD",
  "FOU_ENCAP",
  "FR_ACT",
  "GENEVE_DF",
  "GTP_ROLE",
  "HANDSHAKE_AUTH",
  "HANDSHAKE_CMD",
  "HANDSHAKE_HANDLER",
  "HANDSHAKE_MSG",
  "HSR_PROTOCOL",
  "IFLA_EVENT",
  "IFLA_VF_LINK_STATE",
  "ILA_ATYPE",
  "ILA_CMD",
  "ILA_CSUM",
  "ILA_HOOK",
  "IOAM6_IPTUNNEL_MODE",
  "IPVLAN_MODE",
  "IP_TUNNEL_",
  "L2TP_CMD",
  "L2TP_ENCAPTYPE",
  "L2TP_L2SPECTYPE",
  "L2TP_PWTYPE",
  "L2TP_SEQ",
  "LWTUNNEL_ENCAP",
  "MACSEC_CMD",
  "MACSEC_OFFLOAD_OFF",
  "MACSEC_VALIDATE",
  "NETDEV_CMD",
  "NETKIT_",
  "NET_DM_CMD",
  "NET_SHAPER_CMD",
  "NET_SHAPER_METRIC",
  "NET_SHAPER_SCOPE",
  "NEXTHOP_GRP_TYPE",
  "NL80211_AUTHTYPE",
  "NL80211_CMD",
  "NL80211_KEY_DEFAULT_TYPE",
  "NL80211_MESH_POWER",
  "NL80211_MNTR_FLAG",
  "NL80211_NAN_FUNC_PUBLISH",
  "NL80211_RRF",
  "NL80211_SMPS",
  "NL80211_STA_FLAG",
  "NL_ATTR_TYPE",
  "OVPN_CMD",
  "PORT_",
  "PSAMPLE_CMD",
  "RTM_",
  "RTNLGRP",
  "RTN_",
  "RTPROT",
  "RT_SCOPE",
  "RT_TABLE",
  "SEG6_LOCAL_ACTION_",
  "SEG6_LOCAL_FLV_OP",
  "TASKSTATS_CMD_UNSPEC",
  "TCA_FLOWER_KEY_CT_FLAGS_",
  "TCA_FLOWER_KEY_FLAGS_",
  "TCA_ID_",
  "TCA_PEDIT_KEY_EX_CMD_",
  "TCA_PEDIT_KEY_EX_HDR_TYPE_",
  "TCF_",
  "TCP_METRICS_CMD",
  "TCP_METRIC_",
  "TC_DUALPI2_",
  "TC_MQPRIO_",
  "TEAM_CMD",
  "TUNNEL_ENCAP",
  "VXLAN_DF",
  "VXLAN_LABEL",
  "WGDEVICE_F_",
  "WGPEER_F_",
  "WG_CMD",
  "XFRMNLGRP_",
  "XFRM_",
];

/**
 * Names that no schema needs: numbers that requests for multicast databases
 * share with those that change them, and attributes of the family ILA of
 * generic netlink, which are not used in encapsulations.
 */
const ELSEWHERE =
  /^(MDBA_GET_ENTRY(_ATTRS)?|ILA_ATTR_(IDENTIFIER|LOCATOR_MATCH|IFINDEX|DIR))$/;

/**
 * Prefixes of protocols that this library does not speak, and of kinds of
 * traffic control that Linux has no longer.
 */
const FOREIGN = /^(BATADV|TCA_ATM|TCA_CBQ|TCA_DSMARK|TCA_RSVP|TCA_TCINDEX)_/;

/**
 * Reads the enumerations of attribute types.
 *
 * @param folders Folders of headers, each with a `linux/`; the first wins.
 * @returns Names of the types by header and prefix.
 */
export function readEnumerations(folders: readonly string[]): Enumerations {
  const found: Record<string, string[]> = {};
  for (const header of HEADERS) {
    const text = read(folders, header);
    if (text === undefined) continue;
    for (const [, body = ""] of text.matchAll(/\benum\b[^{;]*\{([^}]*)\}/g)) {
      const names = [...body.matchAll(/^\s*(\w+)\s*(?:=[^,]*)?(?:,|$)/gm)]
        .map(([, name = ""]) => name);
      const first = names[0] ?? "";
      const prefix = commonPrefix(names.filter((name) => !isBound(name)));
      if (
        !names.some((name) => name.startsWith("__")) || FOREIGN.test(prefix) ||
        VALUES.some((value) =>
          first.startsWith(value) || prefix.startsWith(value)
        )
      ) continue;
      const title = `${header} ${prefix}`;
      const kept = names.filter((name) =>
        !isBound(name) && !ELSEWHERE.test(name) &&
        !/_(UNSPEC|NONE|UNUSED\d?|PAD\d?)$/.test(name)
      );
      if (kept.length > 0) {
        (found[title] ??= []).push(...joinAliases(kept, body));
      }
    }
  }
  return found;
}

/** Joins a name and another one for the same number by a bar. */
function joinAliases(names: readonly string[], body: string): string[] {
  const joined = new Map(names.map((name) => [name, name]));
  for (const [, name = "", other = ""] of body.matchAll(/(\w+)\s*=\s*(\w+)/g)) {
    if (!joined.has(name) || !joined.has(other)) continue;
    joined.delete(name);
    joined.set(other, `${other}|${name}`);
  }
  return [...joined.values()];
}

/**
 * Returns which attribute types no schema names.
 *
 * @param names The types; of names that a bar joins, one is enough.
 * @param used What the schemas name.
 * @returns Those of the names that are missing.
 */
export function withoutSchema(
  names: readonly string[],
  used: ReadonlySet<string>,
): string[] {
  return names.filter((name) =>
    !name.split("|").some((alias) => used.has(alias))
  );
}

function read(folders: readonly string[], header: string): string | undefined {
  for (const folder of folders) {
    try {
      return Deno.readTextFileSync(`${folder}/linux/${header}`)
        .replaceAll(/\/\*[^]*?\*\//g, "")
        .replaceAll(/^#.*$/gm, "");
    } catch {
      // The next folder may have it.
    }
  }
  return undefined;
}

function isBound(name: string): boolean {
  return /^(__|NUM_|MAX_)|_MAX$/.test(name);
}

function commonPrefix(names: readonly string[]): string {
  let prefix = names[0] ?? "";
  for (const name of names) {
    while (!name.startsWith(prefix)) prefix = prefix.slice(0, -1);
  }
  return prefix.replace(/_[^_]*$/, "_");
}
