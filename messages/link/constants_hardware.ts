/**
 * Hardware types of links (`ARPHRD_*`), and what Ethernet frames carry
 * (`ETH_P_*`).
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_arp.h | linux/if_arp.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_ether.h | linux/if_ether.h}
 *
 * @module
 */

/** KA9Q's NET/ROM. */
export const ARPHRD_NETROM = 0;
/** Ethernet. */
export const ARPHRD_ETHER = 1;
/** Experimental Ethernet. */
export const ARPHRD_EETHER = 2;
/** AX.25, level 2. */
export const ARPHRD_AX25 = 3;
/** PROnet token ring. */
export const ARPHRD_PRONET = 4;
/** Chaosnet. */
export const ARPHRD_CHAOS = 5;
/** Other networks of IEEE 802.2. */
export const ARPHRD_IEEE802 = 6;
/** ARCnet. */
export const ARPHRD_ARCNET = 7;
/** AppleTalk. */
export const ARPHRD_APPLETLK = 8;
/** Frame Relay circuit. */
export const ARPHRD_DLCI = 15;
/** Asynchronous transfer mode. */
export const ARPHRD_ATM = 19;
/** Metricom STRIP. */
export const ARPHRD_METRICOM = 23;
/** IPv4 over IEEE 1394 (RFC 2734). */
export const ARPHRD_IEEE1394 = 24;
/** EUI-64. */
export const ARPHRD_EUI64 = 27;
/** InfiniBand. */
export const ARPHRD_INFINIBAND = 32;
/** Serial Line IP. */
export const ARPHRD_SLIP = 256;
/** Serial Line IP with compressed headers. */
export const ARPHRD_CSLIP = 257;
/** Serial Line IP, six bits a byte. */
export const ARPHRD_SLIP6 = 258;
/** Serial Line IP with compressed headers, six bits a byte. */
export const ARPHRD_CSLIP6 = 259;
/** Reserved; once meant for KISS. */
export const ARPHRD_RSRVD = 260;
/** Adaptive Serial Line IP. */
export const ARPHRD_ADAPT = 264;
/** ROSE. */
export const ARPHRD_ROSE = 270;
/** X.25. */
export const ARPHRD_X25 = 271;
/** Boards with X.25 in firmware. */
export const ARPHRD_HWX25 = 272;
/** Controller area network. */
export const ARPHRD_CAN = 280;
/** Management Component Transport Protocol. */
export const ARPHRD_MCTP = 290;
/** Point-to-Point Protocol. */
export const ARPHRD_PPP = 512;
/** Cisco HDLC. */
export const ARPHRD_CISCO = 513;
/** Cisco HDLC; another name of `ARPHRD_CISCO`. */
export const ARPHRD_HDLC = 513;
/** LAPB. */
export const ARPHRD_LAPB = 516;
/** Digital's DDCMP. */
export const ARPHRD_DDCMP = 517;
/** Raw HDLC. */
export const ARPHRD_RAWHDLC = 518;
/** Raw IP. */
export const ARPHRD_RAWIP = 519;
/** IPv4 in IPv4. */
export const ARPHRD_TUNNEL = 768;
/** IPv6 or IPv4 in IPv6. */
export const ARPHRD_TUNNEL6 = 769;
/** Frame Relay access device. */
export const ARPHRD_FRAD = 770;
/** SKIP. */
export const ARPHRD_SKIP = 771;
/** Loopback. */
export const ARPHRD_LOOPBACK = 772;
/** LocalTalk. */
export const ARPHRD_LOCALTLK = 773;
/** Fiber distributed data interface. */
export const ARPHRD_FDDI = 774;
/** AP1000 BIF. */
export const ARPHRD_BIF = 775;
/** IPv6 in IPv4. */
export const ARPHRD_SIT = 776;
/** IP over DDP. */
export const ARPHRD_IPDDP = 777;
/** Generic routing encapsulation over IPv4. */
export const ARPHRD_IPGRE = 778;
/** Register interface of PIM-SM. */
export const ARPHRD_PIMREG = 779;
/** High performance parallel interface. */
export const ARPHRD_HIPPI = 780;
/** Nexus 64 Mbps Ash. */
export const ARPHRD_ASH = 781;
/** Acorn Econet. */
export const ARPHRD_ECONET = 782;
/** Linux-IrDA. */
export const ARPHRD_IRDA = 783;
/** Fibre Channel, point to point. */
export const ARPHRD_FCPP = 784;
/** Fibre Channel, arbitrated loop. */
export const ARPHRD_FCAL = 785;
/** Fibre Channel, public loop. */
export const ARPHRD_FCPL = 786;
/** Fibre Channel, fabric. */
export const ARPHRD_FCFABRIC = 787;
/** Token ring of IEEE 802.5. */
export const ARPHRD_IEEE802_TR = 800;
/** Wireless LAN of IEEE 802.11. */
export const ARPHRD_IEEE80211 = 801;
/** Wireless LAN with the Prism2 header. */
export const ARPHRD_IEEE80211_PRISM = 802;
/** Wireless LAN with the radiotap header. */
export const ARPHRD_IEEE80211_RADIOTAP = 803;
/** Low-rate wireless network of IEEE 802.15.4. */
export const ARPHRD_IEEE802154 = 804;
/** Monitor of a network of IEEE 802.15.4. */
export const ARPHRD_IEEE802154_MONITOR = 805;
/** Phonet. */
export const ARPHRD_PHONET = 820;
/** Pipe header of Phonet. */
export const ARPHRD_PHONET_PIPE = 821;
/** CAIF. */
export const ARPHRD_CAIF = 822;
/** Generic routing encapsulation over IPv6. */
export const ARPHRD_IP6GRE = 823;
/** Netlink messages. */
export const ARPHRD_NETLINK = 824;
/** IPv6 over low-power wireless networks. */
export const ARPHRD_6LOWPAN = 825;
/** Monitor of vsock. */
export const ARPHRD_VSOCKMON = 826;
/** Nothing is known. */
export const ARPHRD_VOID = 0xffff;
/** There is no header. */
export const ARPHRD_NONE = 0xfffe;

/** Names of hardware types (`ARPHRD_*`). */
export const HARDWARE_TYPES = {
  netrom: ARPHRD_NETROM,
  ether: ARPHRD_ETHER,
  eether: ARPHRD_EETHER,
  ax25: ARPHRD_AX25,
  pronet: ARPHRD_PRONET,
  chaos: ARPHRD_CHAOS,
  ieee802: ARPHRD_IEEE802,
  arcnet: ARPHRD_ARCNET,
  atalk: ARPHRD_APPLETLK,
  dlci: ARPHRD_DLCI,
  atm: ARPHRD_ATM,
  metricom: ARPHRD_METRICOM,
  ieee1394: ARPHRD_IEEE1394,
  infiniband: ARPHRD_INFINIBAND,
  slip: ARPHRD_SLIP,
  cslip: ARPHRD_CSLIP,
  slip6: ARPHRD_SLIP6,
  cslip6: ARPHRD_CSLIP6,
  rsrvd: ARPHRD_RSRVD,
  adapt: ARPHRD_ADAPT,
  rose: ARPHRD_ROSE,
  x25: ARPHRD_X25,
  hwx25: ARPHRD_HWX25,
  can: ARPHRD_CAN,
  ppp: ARPHRD_PPP,
  hdlc: ARPHRD_HDLC,
  lapb: ARPHRD_LAPB,
  ddcmp: ARPHRD_DDCMP,
  rawhdlc: ARPHRD_RAWHDLC,
  ipip: ARPHRD_TUNNEL,
  tunnel6: ARPHRD_TUNNEL6,
  frad: ARPHRD_FRAD,
  skip: ARPHRD_SKIP,
  loopback: ARPHRD_LOOPBACK,
  ltalk: ARPHRD_LOCALTLK,
  fddi: ARPHRD_FDDI,
  bif: ARPHRD_BIF,
  sit: ARPHRD_SIT,
  "ip/ddp": ARPHRD_IPDDP,
  gre: ARPHRD_IPGRE,
  pimreg: ARPHRD_PIMREG,
  hippi: ARPHRD_HIPPI,
  ash: ARPHRD_ASH,
  econet: ARPHRD_ECONET,
  irda: ARPHRD_IRDA,
  fcpp: ARPHRD_FCPP,
  fcal: ARPHRD_FCAL,
  fcpl: ARPHRD_FCPL,
  fcfabric: ARPHRD_FCFABRIC,
  tr: ARPHRD_IEEE802_TR,
  "ieee802.11": ARPHRD_IEEE80211,
  "ieee802.11/prism": ARPHRD_IEEE80211_PRISM,
  "ieee802.11/radiotap": ARPHRD_IEEE80211_RADIOTAP,
  "ieee802.15.4": ARPHRD_IEEE802154,
  "ieee802.15.4/monitor": ARPHRD_IEEE802154_MONITOR,
  phonet: ARPHRD_PHONET,
  phonet_pipe: ARPHRD_PHONET_PIPE,
  caif: ARPHRD_CAIF,
  gre6: ARPHRD_IP6GRE,
  netlink: ARPHRD_NETLINK,
  "6lowpan": ARPHRD_6LOWPAN,
  none: ARPHRD_NONE,
  void: ARPHRD_VOID,
} as const;

// EtherTypes, in the byte order of the host.

/** Frames of all protocols, for sockets and filters. */
export const ETH_P_ALL = 0x0003;
/** Controller Area Network. */
export const ETH_P_CAN = 0x000c;
/** IPv4. */
export const ETH_P_IP = 0x0800;
/** Address Resolution Protocol. */
export const ETH_P_ARP = 0x0806;
/** Ethernet frames in a tunnel. */
export const ETH_P_TEB = 0x6558;
/** Reverse Address Resolution Protocol. */
export const ETH_P_RARP = 0x8035;
/** VLAN tags of IEEE 802.1Q. */
export const ETH_P_8021Q = 0x8100;
/** IPv6. */
export const ETH_P_IPV6 = 0x86dd;
/** MPLS. */
export const ETH_P_MPLS_UC = 0x8847;
/** MPLS, multicast. */
export const ETH_P_MPLS_MC = 0x8848;
/** PPPoE, while sessions are looked for. */
export const ETH_P_PPP_DISC = 0x8863;
/** PPPoE, in sessions. */
export const ETH_P_PPP_SES = 0x8864;
/** VLAN tags of IEEE 802.1ad, of providers. */
export const ETH_P_8021AD = 0x88a8;
/** Connectivity fault management. */
export const ETH_P_CFM = 0x8902;
/** Frames with metadata, between forwarding elements. */
export const ETH_P_IFE = 0xed3e;

/** Names of the EtherTypes of VLAN tags. */
export const VLAN_PROTOCOLS = {
  "802.1Q": ETH_P_8021Q,
  "802.1ad": ETH_P_8021AD,
} as const;

/** Names of EtherTypes. */
export const ETHER_TYPES = {
  all: ETH_P_ALL,
  ip: ETH_P_IP,
  ipv6: ETH_P_IPV6,
  arp: ETH_P_ARP,
  rarp: ETH_P_RARP,
  ...VLAN_PROTOCOLS,
  mpls_uc: ETH_P_MPLS_UC,
  mpls_mc: ETH_P_MPLS_MC,
  ppp_ses: ETH_P_PPP_SES,
  ppp_disc: ETH_P_PPP_DISC,
  teb: ETH_P_TEB,
  cfm: ETH_P_CFM,
  can: ETH_P_CAN,
} as const;
