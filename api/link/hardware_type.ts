/**
 * Hardware types of links.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_arp.h | linux/if_arp.h}
 *
 * @module
 */

import * as c from "../../messages/link/constants_hardware.ts";
import { enumeration } from "../mapping/enumerations.ts";
import type { Conversion } from "../mapping/mapping.ts";

/**
 * What a link's frames look like, such as `ether`, `loopback` or `none`: the
 * words of `link/TYPE` in the output of `ip link`.
 */
export type HardwareType =
  | "netrom"
  | "ether"
  | "eether"
  | "ax25"
  | "pronet"
  | "chaos"
  | "ieee802"
  | "arcnet"
  | "atalk"
  | "dlci"
  | "atm"
  | "metricom"
  | "ieee1394"
  | "infiniband"
  | "slip"
  | "cslip"
  | "slip6"
  | "cslip6"
  | "rsrvd"
  | "adapt"
  | "rose"
  | "x25"
  | "hwx25"
  | "can"
  | "ppp"
  | "hdlc"
  | "lapb"
  | "ddcmp"
  | "rawhdlc"
  | "ipip"
  | "tunnel6"
  | "frad"
  | "skip"
  | "loopback"
  | "ltalk"
  | "fddi"
  | "bif"
  | "sit"
  | "ip/ddp"
  | "gre"
  | "pimreg"
  | "hippi"
  | "ash"
  | "econet"
  | "irda"
  | "fcpp"
  | "fcal"
  | "fcpl"
  | "fcfabric"
  | "tr"
  | "ieee802.11"
  | "ieee802.11/prism"
  | "ieee802.11/radiotap"
  | "ieee802.15.4"
  | "ieee802.15.4/monitor"
  | "phonet"
  | "phonet_pipe"
  | "caif"
  | "gre6"
  | "netlink"
  | "6lowpan"
  | "none"
  | "void"
  | number;

/** How {@linkcode HardwareType} is stored. */
export const hardwareType: Conversion<HardwareType, number> = enumeration(
  {
    netrom: c.ARPHRD_NETROM,
    ether: c.ARPHRD_ETHER,
    eether: c.ARPHRD_EETHER,
    ax25: c.ARPHRD_AX25,
    pronet: c.ARPHRD_PRONET,
    chaos: c.ARPHRD_CHAOS,
    ieee802: c.ARPHRD_IEEE802,
    arcnet: c.ARPHRD_ARCNET,
    atalk: c.ARPHRD_APPLETLK,
    dlci: c.ARPHRD_DLCI,
    atm: c.ARPHRD_ATM,
    metricom: c.ARPHRD_METRICOM,
    ieee1394: c.ARPHRD_IEEE1394,
    infiniband: c.ARPHRD_INFINIBAND,
    slip: c.ARPHRD_SLIP,
    cslip: c.ARPHRD_CSLIP,
    slip6: c.ARPHRD_SLIP6,
    cslip6: c.ARPHRD_CSLIP6,
    rsrvd: c.ARPHRD_RSRVD,
    adapt: c.ARPHRD_ADAPT,
    rose: c.ARPHRD_ROSE,
    x25: c.ARPHRD_X25,
    hwx25: c.ARPHRD_HWX25,
    can: c.ARPHRD_CAN,
    ppp: c.ARPHRD_PPP,
    hdlc: c.ARPHRD_HDLC,
    lapb: c.ARPHRD_LAPB,
    ddcmp: c.ARPHRD_DDCMP,
    rawhdlc: c.ARPHRD_RAWHDLC,
    ipip: c.ARPHRD_TUNNEL,
    tunnel6: c.ARPHRD_TUNNEL6,
    frad: c.ARPHRD_FRAD,
    skip: c.ARPHRD_SKIP,
    loopback: c.ARPHRD_LOOPBACK,
    ltalk: c.ARPHRD_LOCALTLK,
    fddi: c.ARPHRD_FDDI,
    bif: c.ARPHRD_BIF,
    sit: c.ARPHRD_SIT,
    "ip/ddp": c.ARPHRD_IPDDP,
    gre: c.ARPHRD_IPGRE,
    pimreg: c.ARPHRD_PIMREG,
    hippi: c.ARPHRD_HIPPI,
    ash: c.ARPHRD_ASH,
    econet: c.ARPHRD_ECONET,
    irda: c.ARPHRD_IRDA,
    fcpp: c.ARPHRD_FCPP,
    fcal: c.ARPHRD_FCAL,
    fcpl: c.ARPHRD_FCPL,
    fcfabric: c.ARPHRD_FCFABRIC,
    tr: c.ARPHRD_IEEE802_TR,
    "ieee802.11": c.ARPHRD_IEEE80211,
    "ieee802.11/prism": c.ARPHRD_IEEE80211_PRISM,
    "ieee802.11/radiotap": c.ARPHRD_IEEE80211_RADIOTAP,
    "ieee802.15.4": c.ARPHRD_IEEE802154,
    "ieee802.15.4/monitor": c.ARPHRD_IEEE802154_MONITOR,
    phonet: c.ARPHRD_PHONET,
    phonet_pipe: c.ARPHRD_PHONET_PIPE,
    caif: c.ARPHRD_CAIF,
    gre6: c.ARPHRD_IP6GRE,
    netlink: c.ARPHRD_NETLINK,
    "6lowpan": c.ARPHRD_6LOWPAN,
    none: c.ARPHRD_NONE,
    void: c.ARPHRD_VOID,
  },
  16,
);
