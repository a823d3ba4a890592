import {
  IGMPMSG_NOCACHE,
  MRT6MSG_WHOLEPKT,
  RT_TABLE_DEFAULT,
  RTM_NEWCACHEREPORT,
  RTM_NEWROUTE,
  RTN_MULTICAST,
  RTNH_F_UNRESOLVED,
  RTNL_FAMILY_IP6MR,
  RTNL_FAMILY_IPMR,
  RTPROT_MROUTED,
} from "../../../messages/mod.ts";
import { golden, head } from "../../support/golden.ts";

const route = {
  family: RTNL_FAMILY_IPMR,
  destinationLength: 32,
  sourceLength: 32,
  tos: 0,
  table: RT_TABLE_DEFAULT,
  protocol: RTPROT_MROUTED,
  scope: 0,
  type: RTN_MULTICAST,
};

golden(
  "RTM_NEWROUTE of a multicast route (Linux 6.1)",
  `
78 00 00 00              # length: 120
18 00                    # type: RTM_NEWROUTE
02 00                    # flags: NLM_F_MULTI
00 00 00 00              # sequence
00 00 00 00              # portId
80                       # rtm_family: RTNL_FAMILY_IPMR
20                       # rtm_dst_len: 32
20                       # rtm_src_len: 32
00                       # rtm_tos
fd                       # rtm_table: RT_TABLE_DEFAULT
11                       # rtm_protocol: RTPROT_MROUTED
00                       # rtm_scope
05                       # rtm_type: RTN_MULTICAST
00 00 00 00              # rtm_flags
08 00 0f 00              # RTA_TABLE
fd 00 00 00              #   RT_TABLE_DEFAULT
08 00 02 00              # RTA_SRC
c0 00 02 09              #   192.0.2.9
08 00 01 00              # RTA_DST
ef 01 01 01              #   239.1.1.1
08 00 03 00              # RTA_IIF
03 00 00 00              #   3
0c 00 09 00              # RTA_MULTIPATH
08 00                    #   rtnh_len: 8
00                       #   rtnh_flags
03                       #   rtnh_hops: least time to live
04 00 00 00              #   rtnh_ifindex: 4
04 00 18 00              # RTA_PAD
1c 00 11 00              # RTA_MFC_STATS
01 00 00 00 00 00 00 00  #   mfcs_packets: 1
1e 00 00 00 00 00 00 00  #   mfcs_bytes: 30
00 00 00 00 00 00 00 00  #   mfcs_wrong_if: 0
04 00 18 00              # RTA_PAD
0c 00 17 00              # RTA_EXPIRES
32 00 00 00 00 00 00 00  #   50
`,
  [{
    header: head(120, RTM_NEWROUTE, 2),
    body: {
      ...route,
      flags: 0,
      attributes: {
        table: RT_TABLE_DEFAULT,
        source: "192.0.2.9",
        destination: "239.1.1.1",
        inputDevice: 3,
        multipath: [
          { flags: 0, hops: 3, outputDevice: 4, attributes: {} },
        ],
        multicastStats: { packets: 1n, bytes: 30n, wrongInterface: 0n },
        expires: 50n,
      },
    },
  }],
  "what pads it and widens the expiry is the kernel's choice",
);

golden(
  "RTM_NEWROUTE of an unresolved multicast route (Linux 6.1)",
  `
34 00 00 00              # length: 52
18 00                    # type: RTM_NEWROUTE
00 00                    # flags
00 00 00 00              # sequence
00 00 00 00              # portId
80 20 20 00 fd 11 00 05  # rtm_family … rtm_type
20 00 00 00              # rtm_flags: RTNH_F_UNRESOLVED
08 00 0f 00              # RTA_TABLE
fd 00 00 00              #   RT_TABLE_DEFAULT
08 00 02 00              # RTA_SRC
c0 00 02 09              #   192.0.2.9
08 00 01 00              # RTA_DST
ef 01 01 02              #   239.1.1.2
`,
  [{
    header: head(52, RTM_NEWROUTE),
    body: {
      ...route,
      flags: RTNH_F_UNRESOLVED,
      attributes: {
        table: RT_TABLE_DEFAULT,
        source: "192.0.2.9",
        destination: "239.1.1.2",
      },
    },
  }],
);

golden(
  "RTM_NEWCACHEREPORT of a packet without a route (Linux 6.1)",
  `
48 00 00 00              # length: 72
60 00                    # type: RTM_NEWCACHEREPORT
00 00                    # flags
00 00 00 00              # sequence
00 00 00 00              # portId
80 00 00 00              # rtgen_family: RTNL_FAMILY_IPMR
05 00 01 00              # IPMRA_CREPORT_MSGTYPE
01 00 00 00              #   IGMPMSG_NOCACHE
08 00 02 00              # IPMRA_CREPORT_VIF_ID
00 00 00 00              #   0
08 00 03 00              # IPMRA_CREPORT_SRC_ADDR
c0 00 02 09              #   192.0.2.9
08 00 04 00              # IPMRA_CREPORT_DST_ADDR
ef 01 01 02              #   239.1.1.2
08 00 06 00              # IPMRA_CREPORT_TABLE
fd 00 00 00              #   RT_TABLE_DEFAULT
0c 00 05 00              # IPMRA_CREPORT_PKT
01 00 00 00 86 00 00 00
`,
  [{
    header: head(72, RTM_NEWCACHEREPORT),
    body: {
      family: RTNL_FAMILY_IPMR,
      attributes: {
        messageType: IGMPMSG_NOCACHE,
        virtualInterface: 0,
        source: "192.0.2.9",
        destination: "239.1.1.2",
        table: RT_TABLE_DEFAULT,
        packet: Uint8Array.of(1, 0, 0, 0, 0x86, 0, 0, 0),
      },
    },
  }],
);

golden(
  "RTM_NEWCACHEREPORT of IPv6 (computed from linux/mroute6.h)",
  `
54 00 00 00              # length: 84
60 00                    # type: RTM_NEWCACHEREPORT
00 00                    # flags
00 00 00 00              # sequence
00 00 00 00              # portId
81 00 00 00              # rtgen_family: RTNL_FAMILY_IP6MR
05 00 01 00              # IP6MRA_CREPORT_MSGTYPE
03 00 00 00              #   MRT6MSG_WHOLEPKT
08 00 02 00              # IP6MRA_CREPORT_MIF_ID
05 00 00 00              #   5
14 00 03 00              # IP6MRA_CREPORT_SRC_ADDR
20 01 0d b8 00 00 00 00  #   2001:db8::9
00 00 00 00 00 00 00 09
14 00 04 00              # IP6MRA_CREPORT_DST_ADDR
ff 05 00 00 00 00 00 00  #   ff05::7
00 00 00 00 00 00 00 07
06 00 05 00              # IP6MRA_CREPORT_PKT
60 00 00 00
`,
  [{
    header: head(84, RTM_NEWCACHEREPORT),
    body: {
      family: RTNL_FAMILY_IP6MR,
      attributes: {
        messageType: MRT6MSG_WHOLEPKT,
        virtualInterface: 5,
        source: "2001:db8::9",
        destination: "ff05::7",
        packet: Uint8Array.of(0x60, 0),
      },
    },
  }],
);
