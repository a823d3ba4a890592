import {
  AF_UNSPEC,
  NEXTHOP_GRP_TYPE_MPATH,
  NHA_OP_FLAG_RESP_GRP_RESVD_0,
  RTM_NEWNEXTHOP,
} from "../../../messages/mod.ts";
import { golden, head } from "../../support/golden.ts";

golden(
  "RTM_NEWNEXTHOP of a group with counters and wide weights (computed from linux/nexthop.h)",
  `
80 00 00 00              # length: 128
68 00                    # type: RTM_NEWNEXTHOP
00 00                    # flags
00 00 00 00 00 00 00 00  # sequence, portId
00                       # nh_family
00                       # nh_scope
04                       # nh_protocol: RTPROT_STATIC
00                       # resvd
00 00 00 00              # nh_flags
08 00 01 00              # NHA_ID
0a 00 00 00              #   10
06 00 03 00              # NHA_GROUP_TYPE
00 00 00 00              #   NEXTHOP_GRP_TYPE_MPATH
14 00 02 00              # NHA_GROUP
01 00 00 00 ff 01 00 00  #   id 1, weight 512
02 00 00 00 00 00 00 00  #   id 2, weight 1
08 00 0e 00              # NHA_OP_FLAGS
00 00 00 80              #   NHA_OP_FLAG_RESP_GRP_RESVD_0
3c 00 0f 80              # NHA_GROUP_STATS, nested
18 00 01 80              #   NHA_GROUP_STATS_ENTRY, nested
08 00 01 00              #     NHA_GROUP_STATS_ENTRY_ID
01 00 00 00              #       1
0c 00 02 00              #     NHA_GROUP_STATS_ENTRY_PACKETS
00 00 00 00 01 00 00 00  #       2 ** 32
20 00 01 80              #   NHA_GROUP_STATS_ENTRY, nested
08 00 01 00              #     NHA_GROUP_STATS_ENTRY_ID
02 00 00 00              #       2
08 00 02 00              #     NHA_GROUP_STATS_ENTRY_PACKETS
07 00 00 00              #       7
0c 00 03 00              #     NHA_GROUP_STATS_ENTRY_PACKETS_HW
ff ff ff ff 01 00 00 00  #       2 ** 33 - 1
`,
  [{
    header: head(128, RTM_NEWNEXTHOP),
    body: {
      family: AF_UNSPEC,
      scope: 0,
      protocol: 4,
      flags: 0,
      attributes: {
        id: 10,
        groupType: NEXTHOP_GRP_TYPE_MPATH,
        group: [
          { id: 1, weight: 255, weightHigh: 1, reserved: 0 },
          { id: 2, weight: 0, weightHigh: 0, reserved: 0 },
        ],
        operationFlags: NHA_OP_FLAG_RESP_GRP_RESVD_0,
        groupStats: [
          { id: 1, packets: 0x1_0000_0000n },
          { id: 2, packets: 7n, packetsHardware: 0x1_ffff_ffffn },
        ],
      },
    },
  }],
);

golden(
  "RTM_NEWNEXTHOP with counters of the hardware (computed from linux/nexthop.h)",
  `
30 00 00 00              # length: 48
68 00                    # type: RTM_NEWNEXTHOP
00 00                    # flags
00 00 00 00 00 00 00 00  # sequence, portId
00 00 00 00 00 00 00 00  # nhmsg
08 00 01 00              # NHA_ID
0a 00 00 00              #   10
08 00 10 00              # NHA_HW_STATS_ENABLE
01 00 00 00              #   1
08 00 11 00              # NHA_HW_STATS_USED
00 00 00 00              #   0
`,
  [{
    header: head(48, RTM_NEWNEXTHOP),
    body: {
      family: AF_UNSPEC,
      scope: 0,
      protocol: 0,
      flags: 0,
      attributes: { id: 10, hardwareStatsEnable: 1, hardwareStatsUsed: 0 },
    },
  }],
);
