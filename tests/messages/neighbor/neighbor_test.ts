import {
  AF_BRIDGE,
  AF_INET,
  FDB_NOTIFY_BIT,
  NLM_F_REQUEST,
  NTF_EXT_EXT_VALIDATED,
  NTF_EXT_LEARNED,
  NTF_MASTER,
  NUD_NOARP,
  NUD_STALE,
  RTM_DELNEIGH,
  RTM_NEWNEIGH,
} from "../../../messages/mod.ts";
import { golden, head } from "../../support/golden.ts";

golden(
  "RTM_NEWNEIGH of a forwarding entry that notifies (computed from linux/neighbour.h)",
  `
40 00 00 00              # length: 64
1c 00                    # type: RTM_NEWNEIGH
01 00                    # flags: NLM_F_REQUEST
00 00 00 00 00 00 00 00  # sequence, portId
07 00 00 00              # ndm_family: AF_BRIDGE
05 00 00 00              # ndm_ifindex: 5
40 00                    # ndm_state: NUD_NOARP
04                       # ndm_flags: NTF_MASTER
00                       # ndm_type
0a 00 02 00              # NDA_LLADDR
02 00 00 00 00 09 00 00  #   02:00:00:00:00:09
06 00 06 00              # NDA_PORT
12 b5 00 00              #   4789
10 00 0e 80              # NDA_FDB_EXT_ATTRS, nested
05 00 01 00              #   NFEA_ACTIVITY_NOTIFY
01 00 00 00              #     FDB_NOTIFY_BIT
04 00 02 00              #   NFEA_DONT_REFRESH
`,
  [{
    header: head(64, RTM_NEWNEIGH, NLM_F_REQUEST),
    body: {
      family: AF_BRIDGE,
      index: 5,
      state: NUD_NOARP,
      flags: NTF_MASTER,
      type: 0,
      attributes: {
        linkAddress: "02:00:00:00:00:09",
        port: 4789,
        forwarding: { activityNotify: FDB_NOTIFY_BIT, dontRefresh: true },
      },
    },
  }],
);

golden(
  "RTM_DELNEIGH that flushes (computed from linux/neighbour.h)",
  `
34 00 00 00              # length: 52
1d 00                    # type: RTM_DELNEIGH
01 00                    # flags: NLM_F_REQUEST
00 00 00 00 00 00 00 00  # sequence, portId
02 00 00 00              # ndm_family: AF_INET
00 00 00 00              # ndm_ifindex
00 00 00 00              # ndm_state, ndm_flags, ndm_type
08 00 0f 00              # NDA_FLAGS_EXT
04 00 00 00              #   NTF_EXT_EXT_VALIDATED
06 00 10 00              # NDA_NDM_STATE_MASK
04 00 00 00              #   NUD_STALE
05 00 11 00              # NDA_NDM_FLAGS_MASK
10 00 00 00              #   NTF_EXT_LEARNED
`,
  [{
    header: head(52, RTM_DELNEIGH, NLM_F_REQUEST),
    body: {
      family: AF_INET,
      index: 0,
      state: 0,
      flags: 0,
      type: 0,
      attributes: {
        flagsExtended: NTF_EXT_EXT_VALIDATED,
        stateMask: NUD_STALE,
        flagsMask: NTF_EXT_LEARNED,
      },
    },
  }],
);
