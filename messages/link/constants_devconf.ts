/**
 * Where settings of IPv4 and IPv6 are in the arrays of a link: `IFLA_INET_CONF`
 * (count from 0, so one less than these numbers) and `IFLA_INET6_CONF`. The
 * settings are those of `/proc/sys/net/ipv4/conf` and `/proc/sys/net/ipv6/conf`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/ip.h | linux/ip.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/ipv6.h | linux/ipv6.h}
 * @see {@link https://docs.kernel.org/networking/ip-sysctl.html | IP sysctl}
 *
 * @module
 */

/** The setting `forwarding` of IPv4. */
export const IPV4_DEVCONF_FORWARDING = 1;
/** The setting `mc_forwarding` of IPv4. */
export const IPV4_DEVCONF_MC_FORWARDING = 2;
/** The setting `proxy_arp` of IPv4. */
export const IPV4_DEVCONF_PROXY_ARP = 3;
/** The setting `accept_redirects` of IPv4. */
export const IPV4_DEVCONF_ACCEPT_REDIRECTS = 4;
/** The setting `secure_redirects` of IPv4. */
export const IPV4_DEVCONF_SECURE_REDIRECTS = 5;
/** The setting `send_redirects` of IPv4. */
export const IPV4_DEVCONF_SEND_REDIRECTS = 6;
/** The setting `shared_media` of IPv4. */
export const IPV4_DEVCONF_SHARED_MEDIA = 7;
/** The setting `rp_filter` of IPv4. */
export const IPV4_DEVCONF_RP_FILTER = 8;
/** The setting `accept_source_route` of IPv4. */
export const IPV4_DEVCONF_ACCEPT_SOURCE_ROUTE = 9;
/** The setting `bootp_relay` of IPv4. */
export const IPV4_DEVCONF_BOOTP_RELAY = 10;
/** The setting `log_martians` of IPv4. */
export const IPV4_DEVCONF_LOG_MARTIANS = 11;
/** The setting `tag` of IPv4. */
export const IPV4_DEVCONF_TAG = 12;
/** The setting `arp_filter` of IPv4. */
export const IPV4_DEVCONF_ARPFILTER = 13;
/** The setting `medium_id` of IPv4. */
export const IPV4_DEVCONF_MEDIUM_ID = 14;
/** The setting `disable_xfrm` of IPv4. */
export const IPV4_DEVCONF_NOXFRM = 15;
/** The setting `disable_policy` of IPv4. */
export const IPV4_DEVCONF_NOPOLICY = 16;
/** The setting `force_igmp_version` of IPv4. */
export const IPV4_DEVCONF_FORCE_IGMP_VERSION = 17;
/** The setting `arp_announce` of IPv4. */
export const IPV4_DEVCONF_ARP_ANNOUNCE = 18;
/** The setting `arp_ignore` of IPv4. */
export const IPV4_DEVCONF_ARP_IGNORE = 19;
/** The setting `promote_secondaries` of IPv4. */
export const IPV4_DEVCONF_PROMOTE_SECONDARIES = 20;
/** The setting `arp_accept` of IPv4. */
export const IPV4_DEVCONF_ARP_ACCEPT = 21;
/** The setting `arp_notify` of IPv4. */
export const IPV4_DEVCONF_ARP_NOTIFY = 22;
/** The setting `accept_local` of IPv4. */
export const IPV4_DEVCONF_ACCEPT_LOCAL = 23;
/** The setting `src_valid_mark` of IPv4. */
export const IPV4_DEVCONF_SRC_VMARK = 24;
/** The setting `proxy_arp_pvlan` of IPv4. */
export const IPV4_DEVCONF_PROXY_ARP_PVLAN = 25;
/** The setting `route_localnet` of IPv4. */
export const IPV4_DEVCONF_ROUTE_LOCALNET = 26;
/** The setting `igmpv2_unsolicited_report_interval` of IPv4. */
export const IPV4_DEVCONF_IGMPV2_UNSOLICITED_REPORT_INTERVAL = 27;
/** The setting `igmpv3_unsolicited_report_interval` of IPv4. */
export const IPV4_DEVCONF_IGMPV3_UNSOLICITED_REPORT_INTERVAL = 28;
/** The setting `ignore_routes_with_linkdown` of IPv4. */
export const IPV4_DEVCONF_IGNORE_ROUTES_WITH_LINKDOWN = 29;
/** The setting `drop_unicast_in_l2_multicast` of IPv4. */
export const IPV4_DEVCONF_DROP_UNICAST_IN_L2_MULTICAST = 30;
/** The setting `drop_gratuitous_arp` of IPv4. */
export const IPV4_DEVCONF_DROP_GRATUITOUS_ARP = 31;
/** The setting `bc_forwarding` of IPv4. */
export const IPV4_DEVCONF_BC_FORWARDING = 32;
/** The setting `arp_evict_nocarrier` of IPv4. */
export const IPV4_DEVCONF_ARP_EVICT_NOCARRIER = 33;

/** The setting `forwarding` of IPv6. */
export const DEVCONF_FORWARDING = 0;
/** The setting `hop_limit` of IPv6. */
export const DEVCONF_HOPLIMIT = 1;
/** The setting `mtu` of IPv6. */
export const DEVCONF_MTU6 = 2;
/** The setting `accept_ra` of IPv6. */
export const DEVCONF_ACCEPT_RA = 3;
/** The setting `accept_redirects` of IPv6. */
export const DEVCONF_ACCEPT_REDIRECTS = 4;
/** The setting `autoconf` of IPv6. */
export const DEVCONF_AUTOCONF = 5;
/** The setting `dad_transmits` of IPv6. */
export const DEVCONF_DAD_TRANSMITS = 6;
/** The setting `router_solicitations` of IPv6. */
export const DEVCONF_RTR_SOLICITS = 7;
/** The setting `router_solicitation_interval` of IPv6. */
export const DEVCONF_RTR_SOLICIT_INTERVAL = 8;
/** The setting `router_solicitation_delay` of IPv6. */
export const DEVCONF_RTR_SOLICIT_DELAY = 9;
/** The setting `use_tempaddr` of IPv6. */
export const DEVCONF_USE_TEMPADDR = 10;
/** The setting `temp_valid_lft` of IPv6. */
export const DEVCONF_TEMP_VALID_LFT = 11;
/** The setting `temp_prefered_lft` of IPv6. */
export const DEVCONF_TEMP_PREFERED_LFT = 12;
/** The setting `regen_max_retry` of IPv6. */
export const DEVCONF_REGEN_MAX_RETRY = 13;
/** The setting `max_desync_factor` of IPv6. */
export const DEVCONF_MAX_DESYNC_FACTOR = 14;
/** The setting `max_addresses` of IPv6. */
export const DEVCONF_MAX_ADDRESSES = 15;
/** The setting `force_mld_version` of IPv6. */
export const DEVCONF_FORCE_MLD_VERSION = 16;
/** The setting `accept_ra_defrtr` of IPv6. */
export const DEVCONF_ACCEPT_RA_DEFRTR = 17;
/** The setting `accept_ra_pinfo` of IPv6. */
export const DEVCONF_ACCEPT_RA_PINFO = 18;
/** The setting `accept_ra_rtr_pref` of IPv6. */
export const DEVCONF_ACCEPT_RA_RTR_PREF = 19;
/** The setting `router_probe_interval` of IPv6. */
export const DEVCONF_RTR_PROBE_INTERVAL = 20;
/** The setting `accept_ra_rt_info_max_plen` of IPv6. */
export const DEVCONF_ACCEPT_RA_RT_INFO_MAX_PLEN = 21;
/** The setting `proxy_ndp` of IPv6. */
export const DEVCONF_PROXY_NDP = 22;
/** The setting `optimistic_dad` of IPv6. */
export const DEVCONF_OPTIMISTIC_DAD = 23;
/** The setting `accept_source_route` of IPv6. */
export const DEVCONF_ACCEPT_SOURCE_ROUTE = 24;
/** The setting `mc_forwarding` of IPv6. */
export const DEVCONF_MC_FORWARDING = 25;
/** The setting `disable_ipv6` of IPv6. */
export const DEVCONF_DISABLE_IPV6 = 26;
/** The setting `accept_dad` of IPv6. */
export const DEVCONF_ACCEPT_DAD = 27;
/** The setting `force_tllao` of IPv6. */
export const DEVCONF_FORCE_TLLAO = 28;
/** The setting `ndisc_notify` of IPv6. */
export const DEVCONF_NDISC_NOTIFY = 29;
/** The setting `mldv1_unsolicited_report_interval` of IPv6. */
export const DEVCONF_MLDV1_UNSOLICITED_REPORT_INTERVAL = 30;
/** The setting `mldv2_unsolicited_report_interval` of IPv6. */
export const DEVCONF_MLDV2_UNSOLICITED_REPORT_INTERVAL = 31;
/** The setting `suppress_frag_ndisc` of IPv6. */
export const DEVCONF_SUPPRESS_FRAG_NDISC = 32;
/** The setting `accept_ra_from_local` of IPv6. */
export const DEVCONF_ACCEPT_RA_FROM_LOCAL = 33;
/** The setting `use_optimistic` of IPv6. */
export const DEVCONF_USE_OPTIMISTIC = 34;
/** The setting `accept_ra_mtu` of IPv6. */
export const DEVCONF_ACCEPT_RA_MTU = 35;
/** The setting `stable_secret` of IPv6. */
export const DEVCONF_STABLE_SECRET = 36;
/** The setting `use_oif_addrs_only` of IPv6. */
export const DEVCONF_USE_OIF_ADDRS_ONLY = 37;
/** The setting `accept_ra_min_hop_limit` of IPv6. */
export const DEVCONF_ACCEPT_RA_MIN_HOP_LIMIT = 38;
/** The setting `ignore_routes_with_linkdown` of IPv6. */
export const DEVCONF_IGNORE_ROUTES_WITH_LINKDOWN = 39;
/** The setting `drop_unicast_in_l2_multicast` of IPv6. */
export const DEVCONF_DROP_UNICAST_IN_L2_MULTICAST = 40;
/** The setting `drop_unsolicited_na` of IPv6. */
export const DEVCONF_DROP_UNSOLICITED_NA = 41;
/** The setting `keep_addr_on_down` of IPv6. */
export const DEVCONF_KEEP_ADDR_ON_DOWN = 42;
/** The setting `router_solicitation_max_interval` of IPv6. */
export const DEVCONF_RTR_SOLICIT_MAX_INTERVAL = 43;
/** The setting `seg6_enabled` of IPv6. */
export const DEVCONF_SEG6_ENABLED = 44;
/** The setting `seg6_require_hmac` of IPv6. */
export const DEVCONF_SEG6_REQUIRE_HMAC = 45;
/** The setting `enhanced_dad` of IPv6. */
export const DEVCONF_ENHANCED_DAD = 46;
/** The setting `addr_gen_mode` of IPv6. */
export const DEVCONF_ADDR_GEN_MODE = 47;
/** The setting `disable_policy` of IPv6. */
export const DEVCONF_DISABLE_POLICY = 48;
/** The setting `accept_ra_rt_info_min_plen` of IPv6. */
export const DEVCONF_ACCEPT_RA_RT_INFO_MIN_PLEN = 49;
/** The setting `ndisc_tclass` of IPv6. */
export const DEVCONF_NDISC_TCLASS = 50;
/** The setting `rpl_seg_enabled` of IPv6. */
export const DEVCONF_RPL_SEG_ENABLED = 51;
/** The setting `ra_defrtr_metric` of IPv6. */
export const DEVCONF_RA_DEFRTR_METRIC = 52;
/** The setting `ioam6_enabled` of IPv6. */
export const DEVCONF_IOAM6_ENABLED = 53;
/** The setting `ioam6_id` of IPv6. */
export const DEVCONF_IOAM6_ID = 54;
/** The setting `ioam6_id_wide` of IPv6. */
export const DEVCONF_IOAM6_ID_WIDE = 55;
/** The setting `ndisc_evict_nocarrier` of IPv6. */
export const DEVCONF_NDISC_EVICT_NOCARRIER = 56;
/** The setting `accept_untracked_na` of IPv6. */
export const DEVCONF_ACCEPT_UNTRACKED_NA = 57;
/** The setting `accept_ra_min_lft` of IPv6. */
export const DEVCONF_ACCEPT_RA_MIN_LFT = 58;
/** The setting `force_forwarding` of IPv6. */
export const DEVCONF_FORCE_FORWARDING = 59;
