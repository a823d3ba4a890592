/**
 * Link kinds that none of the kernels at hand has: a C program made the bytes
 * of `tests/fixtures/link/computed/` from the headers of Linux 7.2, with the
 * values that are repeated here.
 */
import { assertEquals } from "@std/assert";
import {
  CAN_CTRLMODE_FD,
  CAN_CTRLMODE_XL,
  CAN_CTRLMODE_XL_TMS,
  CAN_STATE_ERROR_PASSIVE,
  type CanBittiming,
  type CanBittimingConst,
  decode,
  encode,
  type LinkInfo,
  type LinkMessage,
  NLM_F_ACK,
  NLM_F_CREATE,
  NLM_F_EXCL,
  NLM_F_REQUEST,
  RTM_NEWLINK,
} from "../../../messages/mod.ts";
import { parseHex } from "../../../tools/capture/fixture.ts";

const folder = new URL("../../fixtures/link/computed/", import.meta.url);

function timing(first: number): CanBittiming {
  return {
    bitrate: first,
    samplePoint: first + 1,
    tq: first + 2,
    propSeg: first + 3,
    phaseSeg1: first + 4,
    phaseSeg2: first + 5,
    sjw: first + 6,
    brp: first + 7,
  };
}

function limits(name: string, first: number): CanBittimingConst {
  return {
    name,
    tseg1Min: first,
    tseg1Max: first + 1,
    tseg2Min: first + 2,
    tseg2Max: first + 3,
    sjwMax: first + 4,
    brpMin: first + 5,
    brpMax: first + 6,
    brpInc: first + 7,
  };
}

function link(name: string, info?: LinkInfo): LinkMessage {
  return {
    family: 0,
    type: 0,
    index: 0,
    flags: 0,
    change: 0,
    attributes: info === undefined ? { name } : { name, info },
  };
}

const infos: Record<string, LinkInfo> = {
  amt: {
    kind: "amt",
    amt: {
      mode: 1,
      relayPort: 2268,
      gatewayPort: 2269,
      link: 7,
      localIp: "192.0.2.1",
      remoteIp: "192.0.2.2",
      discoveryIp: "192.0.2.3",
      maxTunnels: 128,
    },
  },
  bareudp: {
    kind: "bareudp",
    bareudp: {
      port: 6635,
      ethertype: 0x8847,
      srcportMin: 49152,
      multiprotoMode: true,
    },
  },
  bond_new: {
    kind: "bond",
    bond: { mode: 4, coupledControl: 0, broadcastNeigh: 1, lacpStrict: 1 },
  },
  bridge_new: {
    kind: "bridge",
    bridge: {
      fdbFlush: true,
      multicastQuerierState: {
        ipAddress: "192.0.2.1",
        ipPort: 3,
        ipOtherTimer: 25500n,
        ipv6Address: "2001:db8::1",
        ipv6Port: 4,
        ipv6OtherTimer: 25400n,
      },
      fdbLearnedCount: 5,
      fdbMaxLearned: 100,
      stpMode: 2,
    },
  },
  can_xl: {
    kind: "can",
    can: {
      bittiming: timing(500000),
      bittimingConst: limits("m_can", 2),
      clock: { freq: 40000000 },
      state: CAN_STATE_ERROR_PASSIVE,
      ctrlmode: {
        mask: CAN_CTRLMODE_FD | CAN_CTRLMODE_XL | CAN_CTRLMODE_XL_TMS,
        flags: CAN_CTRLMODE_FD | CAN_CTRLMODE_XL,
      },
      restartMs: 100,
      restart: 1,
      berrCounter: { txerr: 3, rxerr: 4 },
      dataBittiming: timing(2000000),
      dataBittimingConst: limits("m_can fd", 20),
      termination: 120,
      terminationConst: [0, 120],
      bitrateConst: [125000, 250000],
      dataBitrateConst: [1000000],
      bitrateMax: 5000000,
      tdc: {
        tdcvMin: 11,
        tdcvMax: 12,
        tdcoMin: 13,
        tdcoMax: 14,
        tdcfMin: 15,
        tdcfMax: 16,
        tdcv: 17,
        tdco: 18,
        tdcf: 19,
      },
      ctrlmodeExt: { supported: 0xffff },
      xlDataBittiming: timing(8000000),
      xlDataBittimingConst: limits("m_can xl", 40),
      xlDataBitrateConst: [10000000, 20000000],
      xlTdc: { tdcv: 31, tdco: 32, tdcf: 33 },
      xlPwm: {
        pwmsMin: 51,
        pwmsMax: 52,
        pwmlMin: 53,
        pwmlMax: 54,
        pwmoMin: 55,
        pwmoMax: 56,
        pwms: 57,
        pwml: 58,
        pwmo: 59,
      },
    },
  },
  dsa: { kind: "dsa", dsa: { conduit: 9 } },
  geneve_new: {
    kind: "geneve",
    geneve: {
      id: 42,
      portRange: { low: 49152, high: 65535 },
      groHint: true,
      local: "192.0.2.1",
      local6: "2001:db8::1",
    },
  },
  gtp: {
    kind: "gtp",
    gtp: {
      fd0: 5,
      fd1: 6,
      pdpHashsize: 1024,
      role: 1,
      createSockets: 1,
      restartCount: 3,
      local: "192.0.2.1",
      local6: "2001:db8::1",
    },
  },
  hsr_new: { kind: "hsr", hsr: { slave1: 2, slave2: 3, interlink: 4 } },
  ip6gre_order: {
    kind: "ip6gre",
    ip6gre: {
      local: "2001:db8::1",
      ikey: 0x01020304,
      iflags: 0x2000,
      flowinfo: 0x0ab12345,
      flags: 0x41,
      encapDport: 5555,
      encapType: 2,
    },
  },
  ipoib: { kind: "ipoib", ipoib: { pkey: 0x8001, mode: 1, umcast: 1 } },
  macvlan_new: { kind: "macvlan", macvlan: { mode: 4, bcCutoff: -1 } },
  netkit: {
    kind: "netkit",
    netkit: {
      peerInfo: link("test1"),
      primary: 1,
      policy: 0,
      peerPolicy: 2,
      mode: 1,
      scrub: 0,
      peerScrub: 1,
      headroom: 64,
      tailroom: 32,
      pairing: 0,
    },
  },
  ovpn: { kind: "ovpn", ovpn: { mode: 1 } },
  ppp: { kind: "ppp", ppp: { devFd: 3 } },
  rmnet: {
    kind: "rmnet",
    rmnet: { muxId: 254, flags: { flags: 0x20, mask: 0x28 } },
  },
  sit_6rd: {
    kind: "sit",
    sit: {
      local: "192.0.2.1",
      sixrdPrefix: "2001:db8::",
      sixrdPrefixlen: 32,
      sixrdRelayPrefix: "10.0.0.0",
      sixrdRelayPrefixlen: 8,
    },
  },
  vxlan_new: {
    kind: "vxlan",
    vxlan: {
      id: 42,
      local: "192.0.2.1",
      remoteChecksumNoPartial: true,
      gpe: true,
      localBypass: 1,
      labelPolicy: 1,
      reservedBits: { flags: 0x08000001, vni: 0xff },
      multicastRoute: 1,
    },
  },
  wwan: { kind: "wwan", wwan: { linkId: 2 } },
  xfrm: {
    kind: "xfrm",
    xfrm: { link: 4, ifId: 0x10203, collectMetadata: true },
  },
};

function read(name: string): Uint8Array<ArrayBuffer> {
  const text = Deno.readTextFileSync(new URL(`${name}.hex`, folder));
  return parseHex(text)[0]!;
}

for (const [name, info] of Object.entries(infos)) {
  Deno.test(`linkInfo writes what the headers define: ${name}`, () => {
    const header = {
      length: 0,
      type: RTM_NEWLINK,
      flags: NLM_F_REQUEST | NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL,
      sequence: 1,
      portId: 0,
    };
    const bytes = encode([{ header, body: link("test0", info) }]);
    assertEquals(bytes, read(name));
  });

  Deno.test(`linkInfo reads what the headers define: ${name}`, () => {
    const { messages } = decode(read(name));
    assertEquals(messages[0]!.body, link("test0", info));
  });
}
