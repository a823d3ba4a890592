/**
 * Names of hardware types and of protocols of Ethernet frames.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_arp.h | linux/if_arp.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_ether.h | linux/if_ether.h}
 *
 * @module
 */

import {
  ETHER_TYPES,
  HARDWARE_TYPES as TYPES,
} from "../../messages/link/constants_hardware.ts";
import type { TableSource } from "./table.ts";

/** How many numbers Fibre Channel fabrics have, from `ARPHRD_FCFABRIC` on. */
const FABRICS = 13;

/** Types of hardware (`ARPHRD_*`). */
export const HARDWARE_TYPES: TableSource = {
  get builtin() {
    const { fcfabric: first, ...others } = TYPES;
    const fabrics = Array.from({ length: FABRICS }, (_, i) => i);
    return {
      ...others,
      ...Object.fromEntries(fabrics.map((i) => [`fcfb${i}`, first + i])),
    };
  },
  most: 0xffff,
  format: (value) => `[${value}]`,
};

/** Protocols of Ethernet frames (`ETH_P_*`). */
export const ETHERNET_PROTOCOLS: TableSource = {
  builtin: {
    ...ETHER_TYPES,
    "802_3": 0x0001,
    ax25: 0x0002,
    "802_2": 0x0004,
    snap: 0x0005,
    ddcmp: 0x0006,
    wan_ppp: 0x0007,
    ppp_mp: 0x0008,
    localtalk: 0x0009,
    ppptalk: 0x0010,
    tr_802_2: 0x0011,
    mobitex: 0x0015,
    control: 0x0016,
    irda: 0x0017,
    econet: 0x0018,
    loop: 0x0060,
    pup: 0x0200,
    pupat: 0x0201,
    x25: 0x0805,
    bpq: 0x08ff,
    ieeepup: 0x0a00,
    ieeepupat: 0x0a01,
    dec: 0x6000,
    dna_dl: 0x6001,
    dna_rc: 0x6002,
    dna_rt: 0x6003,
    lat: 0x6004,
    diag: 0x6005,
    cust: 0x6006,
    sca: 0x6007,
    atalk: 0x809b,
    aarp: 0x80f3,
    ipx: 0x8137,
    atmmpoa: 0x884c,
    atmfate: 0x8884,
    profinet: 0x8892,
    aoe: 0x88a2,
    ethercat: 0x88a4,
    tipc: 0x88ca,
    LLDP: 0x88cc,
  },
  most: 0xffff,
  format: (value) => `[${value}]`,
};
