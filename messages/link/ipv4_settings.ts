/**
 * Settings of IPv4 that a link has: `IPV4_DEVCONF_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/ip.h | linux/ip.h}
 *
 * @module
 */

/** Names of settings that are on or off (`IPV4_DEVCONF_*`). */
export const IPV4_SWITCHES = {
  forwarding: 1,
  proxy_arp: 3,
  accept_redirects: 4,
  secure_redirects: 5,
  send_redirects: 6,
  shared_media: 7,
  accept_source_route: 9,
  bootp_relay: 10,
  log_martians: 11,
  arp_filter: 13,
  disable_xfrm: 15,
  disable_policy: 16,
  promote_secondaries: 20,
  arp_notify: 22,
  accept_local: 23,
  src_vmark: 24,
  proxy_arp_pvlan: 25,
  route_localnet: 26,
  ignore_routes_with_linkdown: 29,
  drop_unicast_in_l2_multicast: 30,
  drop_gratuitous_arp: 31,
  bc_forwarding: 32,
  arp_evict_nocarrier: 33,
} as const;

/** Names of settings that are numbers (`IPV4_DEVCONF_*`). */
export const IPV4_NUMBERS = {
  rp_filter: 8,
  tag: 12,
  medium_id: 14,
  force_igmp_version: 17,
  arp_announce: 18,
  arp_ignore: 19,
  arp_accept: 21,
  igmpv2_unsolicited_report_interval: 27,
  igmpv3_unsolicited_report_interval: 28,
} as const;
