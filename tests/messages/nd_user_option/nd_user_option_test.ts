import { assertEquals, assertThrows } from "@std/assert";
import {
  AF_INET6,
  decode,
  encode,
  EncodeError,
  type NdUserOptionMessage,
  RTM_NEWNDUSEROPT,
} from "../../../messages/mod.ts";
import { golden, head } from "../../support/golden.ts";

const body: NdUserOptionMessage = {
  family: AF_INET6,
  optionsLength: 24,
  index: 3,
  icmpType: 134,
  icmpCode: 0,
  padding2: 0,
  padding3: 0,
  options: Uint8Array.of(
    ...[25, 3, 0, 0, 0, 0, 0x02, 0x58],
    ...[0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x53],
  ),
  attributes: { source: "fe80::ff:fe00:2" },
};

golden(
  "RTM_NEWNDUSEROPT with a name server (Linux 6.1)",
  `
4c 00 00 00              # length: 76
44 00                    # type: RTM_NEWNDUSEROPT
00 00                    # flags
00 00 00 00              # sequence
00 00 00 00              # portId
0a                       # nduseropt_family: AF_INET6
00                       # nduseropt_pad1
18 00                    # nduseropt_opts_len: 24
03 00 00 00              # nduseropt_ifindex
86                       # nduseropt_icmp_type: router advertisement
00                       # nduseropt_icmp_code
00 00                    # nduseropt_pad2
00 00 00 00              # nduseropt_pad3
19 03 00 00              # option 25, three times eight bytes
00 00 02 58              #   600 seconds
20 01 0d b8 00 00 00 00  #   2001:db8::53
00 00 00 00 00 00 00 53
14 00 01 00              # NDUSEROPT_SRCADDR
fe 80 00 00 00 00 00 00  #   fe80::ff:fe00:2
00 00 00 ff fe 00 00 02
`,
  [{ header: head(76, RTM_NEWNDUSEROPT), body }],
);

Deno.test("ndUserOptionMessage refuses options of another length", () => {
  const wrong = { ...body, optionsLength: 16 };
  const error = assertThrows(
    () => encode([{ header: head(0, RTM_NEWNDUSEROPT), body: wrong }]),
    EncodeError,
  );
  assertEquals(error.path, "[0].options");
});

Deno.test("ndUserOptionMessage stays bytes where options are cut off", () => {
  const bytes = encode([{ header: head(0, RTM_NEWNDUSEROPT), body }]);
  const cut = bytes.slice(0, 40);
  new DataView(cut.buffer).setUint32(0, 40, true);
  const { messages: [message] } = decode(cut);
  assertEquals(message?.body, cut.slice(16));
});
