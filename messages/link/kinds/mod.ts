/**
 * The link kinds that this library supports: what `IFLA_INFO_DATA` holds for
 * each value of `IFLA_INFO_KIND`.
 *
 * To add one, write its file next to this one and name it below: import and
 * export, one property of {@linkcode LinkKinds} and one of
 * {@linkcode linkKinds}. Leaving one out does not compile.
 *
 * @module
 */

import { type Codec, lazy } from "../../codec/mod.ts";
import { type AmtData, amtData } from "./amt.ts";
import { type BareudpData, bareudpData } from "./bareudp.ts";
import { type BatadvData, batadvData } from "./batadv.ts";
import { type BondData, bondData } from "./bond.ts";
import { type BridgeData, bridgeData } from "./bridge.ts";
import { type CaifData, caifData } from "./caif.ts";
import { type CanData, canData } from "./can.ts";
import { type DsaData, dsaData } from "./dsa.ts";
import { type GeneveData, geneveData } from "./geneve.ts";
import { type GreData, greData } from "./gre.ts";
import { type GtpData, gtpData } from "./gtp.ts";
import { type HsrData, hsrData } from "./hsr.ts";
import { type Ip6greData, ip6greData } from "./ip6gre.ts";
import { type Ip6tnlData, ip6tnlData } from "./ip6tnl.ts";
import { type IpipData, ipipData } from "./ipip.ts";
import { type IpoibData, ipoibData } from "./ipoib.ts";
import { type IpvlanData, ipvlanData } from "./ipvlan.ts";
import { type MacsecData, macsecData } from "./macsec.ts";
import { type MacvlanData, macvlanData } from "./macvlan.ts";
import { type NetkitData, netkitData } from "./netkit.ts";
import { type NoData, noData } from "./no_data.ts";
import { type OvpnData, ovpnData } from "./ovpn.ts";
import { type PppData, pppData } from "./ppp.ts";
import { type RmnetData, rmnetData } from "./rmnet.ts";
import { type SitData, sitData } from "./sit.ts";
import { type TunData, tunData } from "./tun.ts";
import { type VethData, vethData } from "./veth.ts";
import { type VlanData, vlanData } from "./vlan.ts";
import { type VrfData, vrfData } from "./vrf.ts";
import { type VtiData, vtiData } from "./vti.ts";
import { type Vti6Data, vti6Data } from "./vti6.ts";
import { type VxcanData, vxcanData } from "./vxcan.ts";
import { type VxlanData, vxlanData } from "./vxlan.ts";
import { type WwanData, wwanData } from "./wwan.ts";
import { type XfrmData, xfrmData } from "./xfrm.ts";

export * from "./amt.ts";
export * from "./bareudp.ts";
export * from "./batadv.ts";
export * from "./bond.ts";
export * from "./bridge.ts";
export * from "./caif.ts";
export * from "./can.ts";
export * from "./can_stats.ts";
export * from "./can_timing.ts";
export * from "./dsa.ts";
export * from "./geneve.ts";
export * from "./gre.ts";
export * from "./gtp.ts";
export * from "./hsr.ts";
export * from "./ip6gre.ts";
export * from "./ip6tnl.ts";
export * from "./ipip.ts";
export * from "./ipoib.ts";
export * from "./ipvlan.ts";
export * from "./macsec.ts";
export * from "./macvlan.ts";
export * from "./netkit.ts";
export * from "./no_data.ts";
export * from "./ovpn.ts";
export * from "./ppp.ts";
export * from "./rmnet.ts";
export * from "./sit.ts";
export * from "./tun.ts";
export * from "./tunnel_encap.ts";
export * from "./veth.ts";
export * from "./vlan.ts";
export * from "./vrf.ts";
export * from "./vti.ts";
export * from "./vti6.ts";
export * from "./vxcan.ts";
export * from "./vxlan.ts";
export * from "./wwan.ts";
export * from "./xfrm.ts";

/** `IFLA_INFO_DATA`, under the name of the kind that defines it. */
export interface LinkKinds {
  /** An automatic multicast tunnel. */
  amt?: AmtData;
  /** A tunnel of bare IP or MPLS packets in UDP. */
  bareudp?: BareudpData;
  /** A B.A.T.M.A.N. advanced mesh. */
  batadv?: BatadvData;
  /** Several links as one. */
  bond?: BondData;
  /** A bridge. */
  bridge?: BridgeData;
  /** A link over CAIF to a modem. */
  caif?: CaifData;
  /** A CAN controller. */
  can?: CanData;
  /** A port of an Ethernet switch. */
  dsa?: DsaData;
  /** A link that drops all it is given. */
  dummy?: NoData;
  /** A tunnel of mirrored Ethernet frames over IPv4. */
  erspan?: GreData;
  /** A Geneve tunnel. */
  geneve?: GeneveData;
  /** A GRE tunnel of packets over IPv4. */
  gre?: GreData;
  /** A GRE tunnel of Ethernet frames over IPv4. */
  gretap?: GreData;
  /** A GPRS tunnel endpoint. */
  gtp?: GtpData;
  /** A redundant ring or network (HSR or PRP). */
  hsr?: HsrData;
  /** A link for traffic control of what comes in on others. */
  ifb?: NoData;
  /** A tunnel of mirrored Ethernet frames over IPv6. */
  ip6erspan?: Ip6greData;
  /** A GRE tunnel of packets over IPv6. */
  ip6gre?: Ip6greData;
  /** A GRE tunnel of Ethernet frames over IPv6. */
  ip6gretap?: Ip6greData;
  /** A tunnel of IP packets over IPv6. */
  ip6tnl?: Ip6tnlData;
  /** A tunnel of IP packets over IPv4. */
  ipip?: IpipData;
  /** IP over InfiniBand. */
  ipoib?: IpoibData;
  /** A link that shares another's hardware address. */
  ipvlan?: IpvlanData;
  /** The same, with a program at its end. */
  ipvtap?: IpvlanData;
  /** IPv6 over IEEE 802.15.4. */
  lowpan?: NoData;
  /** A MACsec link on another link. */
  macsec?: MacsecData;
  /** A link on another with a hardware address of its own. */
  macvlan?: MacvlanData;
  /** The same, with a program at its end. */
  macvtap?: MacvlanData;
  /** A simulated network adapter. */
  netdevsim?: NoData;
  /** One end of a pair that BPF programs connect. */
  netkit?: NetkitData;
  /** A link that shows netlink messages. */
  nlmon?: NoData;
  /** A port of an Open vSwitch datapath. */
  openvswitch?: NoData;
  /** A data channel of OpenVPN. */
  ovpn?: OvpnData;
  /** A link that classifies PFCP packets. */
  pfcp?: NoData;
  /** A point-to-point link. */
  ppp?: PppData;
  /** A multiplexed link of a Qualcomm modem. */
  rmnet?: RmnetData;
  /** A tunnel of IPv6 packets over IPv4. */
  sit?: SitData;
  /** Several links as one, run by a program. */
  team?: NoData;
  /** A link with a program at its end. */
  tun?: TunData;
  /** A virtual CAN bus. */
  vcan?: NoData;
  /** One end of a virtual Ethernet pair. */
  veth?: VethData;
  /** A Wi-Fi link on an Ethernet link. */
  virt_wifi?: NoData;
  /** A VLAN of another link. */
  vlan?: VlanData;
  /** A virtual routing and forwarding domain. */
  vrf?: VrfData;
  /** A link that shows packets of virtual sockets. */
  vsockmon?: NoData;
  /** A virtual tunnel interface of IPsec over IPv4. */
  vti?: VtiData;
  /** A virtual tunnel interface of IPsec over IPv6. */
  vti6?: Vti6Data;
  /** One end of a virtual CAN tunnel. */
  vxcan?: VxcanData;
  /** A virtual extensible LAN. */
  vxlan?: VxlanData;
  /** A WireGuard tunnel. */
  wireguard?: NoData;
  /** A data channel of a mobile broadband modem. */
  wwan?: WwanData;
  /** An interface of IPsec policies. */
  xfrm?: XfrmData;
}

/** Codec of each property of {@linkcode LinkKinds}. */
export const linkKinds: {
  readonly [K in keyof LinkKinds]-?: Codec<Exclude<LinkKinds[K], undefined>>;
} = {
  amt: amtData,
  bareudp: bareudpData,
  batadv: batadvData,
  bond: bondData,
  bridge: bridgeData,
  caif: caifData,
  can: canData,
  dsa: dsaData,
  dummy: noData,
  erspan: greData,
  geneve: geneveData,
  gre: greData,
  gretap: greData,
  gtp: gtpData,
  hsr: hsrData,
  ifb: noData,
  ip6erspan: ip6greData,
  ip6gre: ip6greData,
  ip6gretap: ip6greData,
  ip6tnl: ip6tnlData,
  ipip: ipipData,
  ipoib: ipoibData,
  ipvlan: ipvlanData,
  ipvtap: ipvlanData,
  lowpan: noData,
  macsec: macsecData,
  macvlan: macvlanData,
  macvtap: macvlanData,
  netdevsim: noData,
  netkit: lazy(() => netkitData),
  nlmon: noData,
  openvswitch: noData,
  ovpn: ovpnData,
  pfcp: noData,
  ppp: pppData,
  rmnet: rmnetData,
  sit: sitData,
  team: noData,
  tun: tunData,
  vcan: noData,
  veth: lazy(() => vethData),
  virt_wifi: noData,
  vlan: vlanData,
  vrf: vrfData,
  vsockmon: noData,
  vti: vtiData,
  vti6: vti6Data,
  vxcan: lazy(() => vxcanData),
  vxlan: vxlanData,
  wireguard: noData,
  wwan: wwanData,
  xfrm: xfrmData,
};
