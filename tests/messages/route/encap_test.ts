import { assertEquals, assertThrows } from "@std/assert";
import {
  AF_INET6,
  decode,
  encode,
  EncodeError,
  IOAM6_IPTUNNEL_MODE_ENCAP,
  LWTUNNEL_ENCAP_BPF,
  LWTUNNEL_ENCAP_IOAM6,
  LWTUNNEL_ENCAP_MPLS,
  LWTUNNEL_ENCAP_RPL,
  LWTUNNEL_ENCAP_SEG6,
  LWTUNNEL_ENCAP_SEG6_LOCAL,
  LWTUNNEL_ENCAP_XFRM,
  type Message,
  RTM_NEWROUTE,
  SEG6_IPTUN_MODE_ENCAP,
  SEG6_LOCAL_ACTION_END_BPF,
} from "../../../messages/mod.ts";
import { golden, head } from "../../support/golden.ts";

/** An IPv6 route of 12 bytes of header and `length` of attributes. */
function route(length: number, attributes: object): Message {
  return {
    header: head(28 + length, RTM_NEWROUTE),
    body: {
      family: AF_INET6,
      destinationLength: 0,
      sourceLength: 0,
      tos: 0,
      table: 254,
      protocol: 4,
      scope: 0,
      type: 1,
      flags: 0,
      attributes,
    },
  };
}

/** Netlink header and rtmsg that go with {@linkcode route}. */
function start(length: number): string {
  const total = (28 + length).toString(16).padStart(2, "0");
  return `
${total} 00 00 00 18 00 00 00 00 00 00 00 00 00 00 00 # nlmsghdr: RTM_NEWROUTE
0a 00 00 00 fe 04 00 01 00 00 00 00 # rtmsg
`;
}

golden(
  "encapSeg6 with an HMAC and a source (computed from linux/seg6_iptunnel.h)",
  start(80) + `
06 00 15 00              # RTA_ENCAP_TYPE
05 00 00 00              #   LWTUNNEL_ENCAP_SEG6
48 00 16 80              # RTA_ENCAP, nested
30 00 01 00              #   SEG6_IPTUNNEL_SRH
01 00 00 00              #     mode: SEG6_IPTUN_MODE_ENCAP
00                       #     nexthdr
04                       #     hdrlen
04                       #     type
01                       #     segments_left
01                       #     first_segment
00                       #     flags
00 07                    #     tag: 7
fc 00 00 00 00 00 00 00  #     fc00::2
00 00 00 00 00 00 00 02
fc 00 00 00 00 00 00 00  #     fc00::1
00 00 00 00 00 00 00 01
14 00 02 00              #   SEG6_IPTUNNEL_SRC
fc 00 00 00 00 00 00 00  #     fc00::9
00 00 00 00 00 00 00 09
`,
  [route(80, {
    encapType: LWTUNNEL_ENCAP_SEG6,
    encapSeg6: {
      segmentRouting: {
        mode: SEG6_IPTUN_MODE_ENCAP,
        header: {
          nextHeader: 0,
          headerLength: 4,
          type: 4,
          segmentsLeft: 1,
          lastEntry: 1,
          flags: 0,
          tag: 7,
          segments: ["fc00::2", "fc00::1"],
        },
      },
      source: "fc00::9",
    },
  })],
);

golden(
  "encapSeg6Local with a BPF program and counters (computed from linux/seg6_local.h)",
  start(80) + `
06 00 15 00              # RTA_ENCAP_TYPE
07 00 00 00              #   LWTUNNEL_ENCAP_SEG6_LOCAL
48 00 16 80              # RTA_ENCAP, nested
08 00 01 00              #   SEG6_LOCAL_ACTION
0f 00 00 00              #     SEG6_LOCAL_ACTION_END_BPF
14 00 08 80              #   SEG6_LOCAL_BPF, nested
08 00 01 00              #     SEG6_LOCAL_BPF_PROG
05 00 00 00              #       5
07 00 02 00              #     SEG6_LOCAL_BPF_PROG_NAME
61 62 00 00              #       "ab"
28 00 0a 80              #   SEG6_LOCAL_COUNTERS, nested
0c 00 02 00              #     SEG6_LOCAL_CNT_PACKETS
01 00 00 00 00 00 00 00  #       1
0c 00 03 00              #     SEG6_LOCAL_CNT_BYTES
00 00 00 00 01 00 00 00  #       2 ** 32
0c 00 04 00              #     SEG6_LOCAL_CNT_ERRORS
03 00 00 00 00 00 00 00  #       3
`,
  [route(80, {
    encapType: LWTUNNEL_ENCAP_SEG6_LOCAL,
    encapSeg6Local: {
      action: SEG6_LOCAL_ACTION_END_BPF,
      bpf: { program: 5, name: "ab" },
      counters: { packets: 1n, bytes: 0x1_0000_0000n, errors: 3n },
    },
  })],
);

golden(
  "encapRpl (computed from linux/rpl.h)",
  start(56) + `
06 00 15 00              # RTA_ENCAP_TYPE
08 00 00 00              #   LWTUNNEL_ENCAP_RPL
30 00 16 80              # RTA_ENCAP, nested
2c 00 01 00              #   RPL_IPTUNNEL_SRH
00 04 03 02              #     nexthdr, hdrlen, type, segments_left
00 00 00 00              #     cmpri and cmpre, pad, reserved
20 01 0d b8 00 00 00 00  #     2001:db8::b
00 00 00 00 00 00 00 0b
20 01 0d b8 00 00 00 00  #     2001:db8::a
00 00 00 00 00 00 00 0a
`,
  [route(56, {
    encapType: LWTUNNEL_ENCAP_RPL,
    encapRpl: {
      header: {
        nextHeader: 0,
        headerLength: 4,
        type: 3,
        segmentsLeft: 2,
        compression: 0,
        padding: 0,
        reserved: 0,
        segments: ["2001:db8::b", "2001:db8::a"],
      },
    },
  })],
);

golden(
  "encapIoam6 (computed from linux/ioam6.h and linux/ioam6_iptunnel.h)",
  start(88) + `
06 00 15 00              # RTA_ENCAP_TYPE
09 00 00 00              #   LWTUNNEL_ENCAP_IOAM6
50 00 16 80              # RTA_ENCAP, nested
08 00 04 00              #   IOAM6_IPTUNNEL_FREQ_K
02 00 00 00              #     2
08 00 05 00              #   IOAM6_IPTUNNEL_FREQ_N
03 00 00 00              #     3
05 00 01 00              #   IOAM6_IPTUNNEL_MODE
02 00 00 00              #     IOAM6_IPTUNNEL_MODE_ENCAP
14 00 06 00              #   IOAM6_IPTUNNEL_SRC
20 01 0d b8 00 00 00 00  #     2001:db8::1
00 00 00 00 00 00 00 01
14 00 02 00              #   IOAM6_IPTUNNEL_DST
20 01 0d b8 00 00 00 00  #     2001:db8::2
00 00 00 00 00 00 00 02
0c 00 03 00              #   IOAM6_IPTUNNEL_TRACE
00 7b                    #     namespace_id: 123
08                       #     nodelen: 1
03                       #     remlen: 3
80 00 00 00              #     type: bit 0
`,
  [route(88, {
    encapType: LWTUNNEL_ENCAP_IOAM6,
    encapIoam6: {
      frequencyK: 2,
      frequencyN: 3,
      mode: IOAM6_IPTUNNEL_MODE_ENCAP,
      source: "2001:db8::1",
      destination: "2001:db8::2",
      trace: {
        namespaceId: 123,
        nodeLength: 1 << 3,
        remainingLength: 3,
        traceType: 0x80000000,
      },
    },
  })],
);

golden(
  "encapXfrm and encapBpf (computed from linux/lwtunnel.h)",
  start(28) + `
06 00 15 00              # RTA_ENCAP_TYPE
0a 00 00 00              #   LWTUNNEL_ENCAP_XFRM
14 00 16 80              # RTA_ENCAP, nested
08 00 01 00              #   LWT_XFRM_IF_ID
05 00 00 00              #     5
08 00 02 00              #   LWT_XFRM_LINK
03 00 00 00              #     3
` + start(40) + `
06 00 15 00              # RTA_ENCAP_TYPE
06 00 00 00              #   LWTUNNEL_ENCAP_BPF
20 00 16 80              # RTA_ENCAP, nested
14 00 03 80              #   LWT_BPF_XMIT, nested
08 00 01 00              #     LWT_BPF_PROG_FD
07 00 00 00              #       7
06 00 02 00              #     LWT_BPF_PROG_NAME
78 00 00 00              #       "x"
08 00 04 00              #   LWT_BPF_XMIT_HEADROOM
40 00 00 00              #     64
`,
  [
    route(28, {
      encapType: LWTUNNEL_ENCAP_XFRM,
      encapXfrm: { interfaceId: 5, link: 3 },
    }),
    route(40, {
      encapType: LWTUNNEL_ENCAP_BPF,
      encapBpf: {
        transmit: { descriptor: 7, name: "x" },
        transmitHeadroom: 64,
      },
    }),
  ],
);

Deno.test("RTA_ENCAP is read by a RTA_ENCAP_TYPE that follows it", () => {
  const text = start(20) +
    "0c 00 16 00 08 00 01 00 00 01 41 00 06 00 15 00 01 00 00 00";
  const bytes = Uint8Array.fromHex(
    text.replaceAll(/#.*/g, "").replaceAll(/\s/g, ""),
  );
  const decoded = decode(bytes);
  assertEquals(decoded.messages, [
    route(20, {
      encapType: LWTUNNEL_ENCAP_MPLS,
      encapMpls: { labels: [0x00014100] },
    }),
  ]);
  assertEquals(encode(decoded.messages).toHex(), bytes.toHex());
});

Deno.test("RTA_ENCAP of an unknown type is kept as it is", () => {
  const text = start(16) + "06 00 15 00 63 00 00 00 08 00 16 00 01 02 03 04";
  const bytes = Uint8Array.fromHex(
    text.replaceAll(/#.*/g, "").replaceAll(/\s/g, ""),
  );
  const decoded = decode(bytes);
  assertEquals(decoded.messages, [
    route(16, {
      encapType: 99,
      unknown: [{ type: 22, data: Uint8Array.of(1, 2, 3, 4) }],
    }),
  ]);
  assertEquals(encode(decoded.messages).toHex(), bytes.toHex());
});

Deno.test("an encapsulation without its type is refused", () => {
  const error = assertThrows(
    () => encode([route(0, { encapMpls: { labels: [] } })]),
    EncodeError,
  );
  assertEquals(error.path, "[0].attributes.encapMpls");
});
