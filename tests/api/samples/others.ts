/** Words for the settings of all other kinds, and what the kernel wants. */
import type { KindSamples } from "./samples.ts";

/** Samples of all other kinds. */
export const others: KindSamples<
  | "batadv"
  | "caif"
  | "dsa"
  | "dummy"
  | "ifb"
  | "ipoib"
  | "lowpan"
  | "netdevsim"
  | "netkit"
  | "nlmon"
  | "openvswitch"
  | "ovpn"
  | "pfcp"
  | "ppp"
  | "rmnet"
  | "team"
  | "tun"
  | "vcan"
  | "veth"
  | "virt_wifi"
  | "vsockmon"
  | "vxcan"
  | "wireguard"
  | "wwan"
> = {
  batadv: [[{ routingAlgorithm: "BATMAN_V" }, { algoName: "BATMAN_V" }]],
  caif: [[
    { ipv4Connection: 1, ipv6Connection: 2, loopback: true },
    { ipv4Connid: 1, ipv6Connid: 2, loopback: 1 },
  ]],
  dsa: [[{ conduit: 2 }, { conduit: 2 }]],
  dummy: [[{}, {}]],
  ifb: [[{}, {}]],
  ipoib: [[
    { pkey: 0x8001, mode: "connected", userMulticast: true },
    { pkey: 0x8001, mode: 1, umcast: 1 },
  ]],
  lowpan: [[{}, {}]],
  netdevsim: [[{}, {}]],
  netkit: [[{
    mode: "l3",
    policy: "blackhole",
    peerPolicy: "forward",
    scrub: "none",
    peerScrub: "default",
    headroom: 4,
    tailroom: 8,
    pairing: "single",
  }, {
    mode: 1,
    policy: 2,
    peerPolicy: 0,
    scrub: 0,
    peerScrub: 1,
    headroom: 4,
    tailroom: 8,
    pairing: 1,
  }]],
  nlmon: [[{}, {}]],
  openvswitch: [[{}, {}]],
  ovpn: [[{ mode: "mp" }, { mode: 1 }]],
  pfcp: [[{}, {}]],
  ppp: [[{ fd: 3 }, { devFd: 3 }]],
  rmnet: [[{
    muxId: 1,
    ingressDeaggregation: true,
    ingressCommands: false,
    ingressChecksum4: true,
    egressChecksum4: false,
    ingressChecksum5: true,
    egressChecksum5: false,
  }, { muxId: 1, flags: { flags: 0b010101, mask: 0b111111 } }]],
  team: [[{}, {}]],
  tun: [],
  vcan: [[{}, {}]],
  veth: [],
  virt_wifi: [[{}, {}]],
  vsockmon: [[{}, {}]],
  vxcan: [],
  wireguard: [[{}, {}]],
  wwan: [[{ linkId: 7 }, { linkId: 7 }]],
};
