import { AF_INET6, RTM_NEWPREFIX } from "../../../messages/mod.ts";
import { golden, head } from "../../support/golden.ts";

golden(
  "RTM_NEWPREFIX after a router advertisement (Linux 6.1)",
  `
3c 00 00 00              # length: 60
34 00                    # type: RTM_NEWPREFIX
00 00                    # flags
00 00 00 00              # sequence
00 00 00 00              # portId
0a                       # prefix_family: AF_INET6
00                       # prefix_pad1
00 00                    # prefix_pad2
03 00 00 00              # prefix_ifindex
03                       # prefix_type
40                       # prefix_len
c0                       # prefix_flags, here those of the option itself
00                       # prefix_pad3
14 00 01 00              # PREFIX_ADDRESS
20 01 0d b8 00 09 00 00  #   2001:db8:9::
00 00 00 00 00 00 00 00
0c 00 02 00              # PREFIX_CACHEINFO
08 07 00 00              #   preferred_time: 1800
10 0e 00 00              #   valid_time: 3600
`,
  [{
    header: head(60, RTM_NEWPREFIX),
    body: {
      family: AF_INET6,
      index: 3,
      type: 3,
      length: 64,
      flags: 0xc0,
      attributes: {
        address: "2001:db8:9::",
        cacheInfo: { preferred: 1800, valid: 3600 },
      },
    },
  }],
);
