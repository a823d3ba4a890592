/**
 * The link kinds, in people's terms.
 *
 * To add one, write its file next to this one and name it below: import and
 * export, one property of {@linkcode LinkKindOptions} and one of
 * {@linkcode linkKindMappings}. A kind of the messages that has no mapping does
 * not compile.
 *
 * @module
 */

import type { LinkKinds } from "../../../messages/link/kinds/mod.ts";
import { amtMapping, type AmtOptions } from "./amt.ts";
import { bareudpMapping, type BareudpOptions } from "./bareudp.ts";
import { batadvMapping, type BatadvOptions } from "./batadv.ts";
import { bondMapping, type BondOptions } from "./bond.ts";
import { bridgeMapping, type BridgeOptions } from "./bridge.ts";
import { caifMapping, type CaifOptions } from "./caif.ts";
import { canMapping, type CanOptions } from "./can.ts";
import { dsaMapping, type DsaOptions } from "./dsa.ts";
import { geneveMapping, type GeneveOptions } from "./geneve.ts";
import {
  erspanMapping,
  type ErspanOptions,
  greMapping,
  type GreOptions,
} from "./gre.ts";
import { gtpMapping, type GtpOptions } from "./gtp.ts";
import { hsrMapping, type HsrOptions } from "./hsr.ts";
import {
  ip6erspanMapping,
  type Ip6erspanOptions,
  ip6greMapping,
  type Ip6greOptions,
} from "./ip6gre.ts";
import { ip6tnlMapping, type Ip6tnlOptions } from "./ip6tnl.ts";
import { ipipMapping, type IpipOptions } from "./ipip.ts";
import { ipoibMapping, type IpoibOptions } from "./ipoib.ts";
import { ipvlanMapping, type IpvlanOptions } from "./ipvlan.ts";
import { macsecMapping, type MacsecOptions } from "./macsec.ts";
import { macvlanMapping, type MacvlanOptions } from "./macvlan.ts";
import { netkitMapping, type NetkitOptions } from "./netkit.ts";
import { noMapping, type NoOptions } from "./no_options.ts";
import { ovpnMapping, type OvpnOptions } from "./ovpn.ts";
import { pppMapping, type PppOptions } from "./ppp.ts";
import { rmnetMapping, type RmnetOptions } from "./rmnet.ts";
import { sitMapping, type SitOptions } from "./sit.ts";
import { tunMapping, type TunOptions } from "./tun.ts";
import { vethMapping, type VethOptions, vxcanMapping } from "./veth.ts";
import { vlanMapping, type VlanOptions } from "./vlan.ts";
import { vrfMapping, type VrfOptions } from "./vrf.ts";
import { vti6Mapping, vtiMapping, type VtiOptions } from "./vti.ts";
import { vxlanMapping, type VxlanOptions } from "./vxlan.ts";
import { wwanMapping, type WwanOptions } from "./wwan.ts";
import { xfrmMapping, type XfrmOptions } from "./xfrm.ts";
import type { KindMapping } from "./kind_mapping.ts";
import type { WireguardSettings } from "../../wireguard/spec.ts";
import type { NoData } from "../../../messages/link/kinds/no_data.ts";
import type { Mapping } from "../../mapping/mapping.ts";

export * from "./amt.ts";
export * from "./bareudp.ts";
export * from "./batadv.ts";
export * from "./bond.ts";
export * from "./bridge.ts";
export * from "./bridge_multicast.ts";
export * from "./caif.ts";
export * from "./can.ts";
export * from "./can_timing.ts";
export * from "./dsa.ts";
export * from "./geneve.ts";
export * from "./gre.ts";
export * from "./gre_header.ts";
export * from "./gtp.ts";
export * from "./hsr.ts";
export * from "./ip6_tunnel.ts";
export * from "./ip6gre.ts";
export * from "./ip6tnl.ts";
export * from "./ipip.ts";
export * from "./ipoib.ts";
export * from "./ipvlan.ts";
export * from "./kind_mapping.ts";
export * from "./macsec.ts";
export * from "./macvlan.ts";
export * from "./netkit.ts";
export * from "./no_options.ts";
export * from "./ovpn.ts";
export * from "./ppp.ts";
export * from "./rmnet.ts";
export * from "./sit.ts";
export * from "./tun.ts";
export * from "./tunnel.ts";
export * from "./veth.ts";
export * from "./vlan.ts";
export * from "./vrf.ts";
export * from "./vti.ts";
export * from "./vxlan.ts";
export * from "./wwan.ts";
export * from "./xfrm.ts";

/** Settings of a link's kind, under the name of the kind. */
export interface LinkKindOptions {
  /** An automatic multicast tunnel. */
  amt?: AmtOptions;
  /** A tunnel of bare IP or MPLS packets in UDP. */
  bareudp?: BareudpOptions;
  /** A B.A.T.M.A.N. advanced mesh. */
  batadv?: BatadvOptions;
  /** Several links as one. */
  bond?: BondOptions;
  /** A bridge. */
  bridge?: BridgeOptions;
  /** A link over CAIF to a modem. */
  caif?: CaifOptions;
  /** A CAN controller. */
  can?: CanOptions;
  /** A port of an Ethernet switch. */
  dsa?: DsaOptions;
  /** A link that drops all it is given. */
  dummy?: NoOptions;
  /** A tunnel of mirrored Ethernet frames over IPv4. */
  erspan?: ErspanOptions;
  /** A Geneve tunnel. */
  geneve?: GeneveOptions;
  /** A GRE tunnel of packets over IPv4. */
  gre?: GreOptions;
  /** A GRE tunnel of Ethernet frames over IPv4. */
  gretap?: GreOptions;
  /** A GPRS tunnel endpoint. */
  gtp?: GtpOptions;
  /** A redundant ring or network (HSR or PRP). */
  hsr?: HsrOptions;
  /** A link for traffic control of what comes in on others. */
  ifb?: NoOptions;
  /** A tunnel of mirrored Ethernet frames over IPv6. */
  ip6erspan?: Ip6erspanOptions;
  /** A GRE tunnel of packets over IPv6. */
  ip6gre?: Ip6greOptions;
  /** A GRE tunnel of Ethernet frames over IPv6. */
  ip6gretap?: Ip6greOptions;
  /** A tunnel of IP packets over IPv6. */
  ip6tnl?: Ip6tnlOptions;
  /** A tunnel of IP packets over IPv4. */
  ipip?: IpipOptions;
  /** IP over InfiniBand. */
  ipoib?: IpoibOptions;
  /** A link that shares another's hardware address. */
  ipvlan?: IpvlanOptions;
  /** The same, with a program at its end. */
  ipvtap?: IpvlanOptions;
  /** IPv6 over IEEE 802.15.4. */
  lowpan?: NoOptions;
  /** A MACsec link on another link. */
  macsec?: MacsecOptions;
  /** A link on another with a hardware address of its own. */
  macvlan?: MacvlanOptions;
  /** The same, with a program at its end. */
  macvtap?: MacvlanOptions;
  /** A simulated network adapter. */
  netdevsim?: NoOptions;
  /** One end of a pair that BPF programs connect. */
  netkit?: NetkitOptions;
  /** A link that shows netlink messages. */
  nlmon?: NoOptions;
  /** A port of an Open vSwitch datapath. */
  openvswitch?: NoOptions;
  /** A data channel of OpenVPN. */
  ovpn?: OvpnOptions;
  /** A link that classifies PFCP packets. */
  pfcp?: NoOptions;
  /** A point-to-point link. */
  ppp?: PppOptions;
  /** A multiplexed link of a Qualcomm modem. */
  rmnet?: RmnetOptions;
  /** A tunnel of IPv6 packets over IPv4. */
  sit?: SitOptions;
  /** Several links as one, run by a program. */
  team?: NoOptions;
  /** A link with a program at its end. */
  tun?: TunOptions;
  /** A virtual CAN bus. */
  vcan?: NoOptions;
  /** One end of a virtual Ethernet pair. */
  veth?: VethOptions;
  /** A Wi-Fi link on an Ethernet link. */
  virt_wifi?: NoOptions;
  /** A VLAN of another link. */
  vlan?: VlanOptions;
  /** A virtual routing and forwarding domain. */
  vrf?: VrfOptions;
  /** A link that shows packets of virtual sockets. */
  vsockmon?: NoOptions;
  /** A virtual tunnel interface of IPsec over IPv4. */
  vti?: VtiOptions;
  /** A virtual tunnel interface of IPsec over IPv6. */
  vti6?: VtiOptions;
  /** One end of a virtual CAN tunnel. */
  vxcan?: VethOptions;
  /** A virtual extensible LAN. */
  vxlan?: VxlanOptions;
  /**
   * A WireGuard tunnel. Its settings are reported by `GenericNetlink.wireguard`,
   * and not here.
   */
  wireguard?: WireguardSettings;
  /** A data channel of a mobile broadband modem. */
  wwan?: WwanOptions;
  /** An interface of IPsec policies. */
  xfrm?: XfrmOptions;
}

/** How each of {@linkcode LinkKindOptions} is stored. */
export const linkKindMappings: {
  readonly [K in keyof LinkKinds]-?: KindMapping<
    Exclude<LinkKindOptions[K], undefined>,
    Exclude<LinkKinds[K], undefined>
  >;
} = {
  amt: amtMapping,
  bareudp: bareudpMapping,
  batadv: batadvMapping,
  bond: bondMapping,
  bridge: bridgeMapping,
  caif: caifMapping,
  can: canMapping,
  dsa: dsaMapping,
  dummy: noMapping,
  erspan: erspanMapping,
  geneve: geneveMapping,
  gre: greMapping,
  gretap: greMapping,
  gtp: gtpMapping,
  hsr: hsrMapping,
  ifb: noMapping,
  ip6erspan: ip6erspanMapping,
  ip6gre: ip6greMapping,
  ip6gretap: ip6greMapping,
  ip6tnl: ip6tnlMapping,
  ipip: ipipMapping,
  ipoib: ipoibMapping,
  ipvlan: ipvlanMapping,
  ipvtap: ipvlanMapping,
  lowpan: noMapping,
  macsec: macsecMapping,
  macvlan: macvlanMapping,
  macvtap: macvlanMapping,
  netdevsim: noMapping,
  netkit: netkitMapping,
  nlmon: noMapping,
  openvswitch: noMapping,
  ovpn: ovpnMapping,
  pfcp: noMapping,
  ppp: pppMapping,
  rmnet: rmnetMapping,
  sit: sitMapping,
  team: noMapping,
  tun: tunMapping,
  vcan: noMapping,
  veth: vethMapping,
  virt_wifi: noMapping,
  vlan: vlanMapping,
  vrf: vrfMapping,
  vsockmon: noMapping,
  vti: vtiMapping,
  vti6: vti6Mapping,
  vxcan: vxcanMapping,
  vxlan: vxlanMapping,
  // Another family has the settings: they are taken out before, and set there.
  wireguard: noMapping as Mapping<WireguardSettings, NoData>,
  wwan: wwanMapping,
  xfrm: xfrmMapping,
};
