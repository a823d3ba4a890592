import { AF_INET6, FR_ACT_TO_TBL, RTM_NEWRULE } from "../../../messages/mod.ts";
import { golden, head } from "../../support/golden.ts";

golden(
  "RTM_NEWRULE with flow label, code point and masks (computed from linux/fib_rules.h)",
  `
7c 00 00 00              # length: 124
20 00                    # type: RTM_NEWRULE
00 00                    # flags
00 00 00 00 00 00 00 00  # sequence, portId
0a                       # family: AF_INET6
00 00 00                 # dst_len, src_len, tos
fe                       # table: RT_TABLE_MAIN
00 00                    # res1, res2
01                       # action: FR_ACT_TO_TBL
00 00 00 00              # flags
0c 00 0c 00              # FRA_TUN_ID
00 00 00 00 00 00 00 4d  #   77
08 00 0e 00              # FRA_SUPPRESS_PREFIXLEN
ff ff ff ff              #   none
08 00 17 00              # FRA_SPORT_RANGE
50 00 5a 00              #   80 to 90
05 00 19 00              # FRA_DSCP
2e 00 00 00              #   46
08 00 1a 00              # FRA_FLOWLABEL
00 01 23 45              #   0x12345
08 00 1b 00              # FRA_FLOWLABEL_MASK
00 0f ff ff              #   0xfffff
06 00 1c 00              # FRA_SPORT_MASK
00 ff 00 00              #   0xff00
06 00 1d 00              # FRA_DPORT_MASK
0f 00 00 00              #   0xf
05 00 1e 00              # FRA_DSCP_MASK
3f 00 00 00              #   63
0c 00 14 00              # FRA_UID_RANGE
00 00 00 00 e8 03 00 00  #   0 to 1000
08 00 0b 00              # FRA_FLOW
04 00 03 00              #   3/4
`,
  [{
    header: head(124, RTM_NEWRULE),
    body: {
      family: AF_INET6,
      destinationLength: 0,
      sourceLength: 0,
      tos: 0,
      table: 254,
      reserved1: 0,
      reserved2: 0,
      action: FR_ACT_TO_TBL,
      flags: 0,
      attributes: {
        tunnelId: 77n,
        suppressPrefixLength: 0xffffffff,
        sourcePorts: { start: 80, end: 90 },
        dscp: 46,
        flowLabel: 0x12345,
        flowLabelMask: 0xfffff,
        sourcePortMask: 0xff00,
        destinationPortMask: 0xf,
        dscpMask: 63,
        uidRange: { start: 0, end: 1000 },
        flow: 0x30004,
      },
    },
  }],
);
