import { assertEquals, assertThrows } from "@std/assert";
import {
  AF_INET,
  AF_MPLS,
  decode,
  encode,
  EncodeError,
  joinMplsEntry,
  RTM_NEWROUTE,
  splitMplsEntry,
} from "../../../messages/mod.ts";
import { golden, head } from "../../support/golden.ts";

Deno.test("splitMplsEntry() and joinMplsEntry() are inverse", () => {
  const parts = { label: 100, trafficClass: 5, bottom: true, ttl: 64 };
  assertEquals(joinMplsEntry(parts), 0x00064b40);
  assertEquals(splitMplsEntry(0x00064b40), parts);
  assertEquals(splitMplsEntry(0xffffffff), {
    label: 0xfffff,
    trafficClass: 7,
    bottom: true,
    ttl: 255,
  });
  assertEquals(joinMplsEntry(splitMplsEntry(0xfffff000)), 0xfffff000);
});

Deno.test("joinMplsEntry() refuses parts with too many bits", () => {
  const parts = { label: 0x100000, trafficClass: 0, bottom: true, ttl: 0 };
  assertThrows(
    () => joinMplsEntry(parts),
    RangeError,
    "Cannot make an MPLS entry: the label 1048576 is not from 0 to 1048575",
  );
  assertThrows(() => joinMplsEntry({ ...parts, label: 1, ttl: 256 }));
  assertThrows(() => joinMplsEntry({ ...parts, label: 1, trafficClass: 8 }));
});

const header = {
  destinationLength: 20,
  sourceLength: 0,
  tos: 0,
  table: 254,
  protocol: 4,
  scope: 0,
  type: 1,
  flags: 0,
};

golden(
  "RTM_NEWROUTE that replaces a label by two (Linux 6.1)",
  `
44 00 00 00              # length: 68
18 00                    # type: RTM_NEWROUTE
00 00                    # flags
00 00 00 00              # sequence
00 00 00 00              # portId
1c 14 00 00 fe 04 00 01  # rtm_family: AF_MPLS … rtm_type
00 00 00 00              # rtm_flags
08 00 01 00              # RTA_DST
00 06 41 00              #   label 100, bottom
0c 00 13 00              # RTA_NEWDST
00 0c 80 00              #   label 200
00 12 c1 00              #   label 300, bottom
0a 00 12 00              # RTA_VIA
02 00                    #   rtvia_family: AF_INET
c0 00 02 fe              #   rtvia_addr: 192.0.2.254
00 00                    #   padding
08 00 04 00              # RTA_OIF
02 00 00 00              #   2
`,
  [{
    header: head(68, RTM_NEWROUTE),
    body: {
      family: AF_MPLS,
      ...header,
      attributes: {
        destinationLabels: [0x00064100],
        newLabels: [0x000c8000, 0x0012c100],
        via: { family: AF_INET, address: "192.0.2.254" },
        outputDevice: 2,
      },
    },
  }],
);

Deno.test("RTA_DST holds labels for MPLS and an address for other families", () => {
  const attributes = { destinationLabels: [0x00064100] };
  const body = { family: AF_MPLS, ...header, attributes };
  const bytes = encode([{ header: head(36, RTM_NEWROUTE), body }]);
  bytes[16] = AF_INET;
  const { messages: [message] } = decode(bytes);
  assertEquals(
    (message!.body as { attributes: object }).attributes,
    { destination: "0.6.65.0" },
  );
  const error = assertThrows(
    () =>
      encode([{
        header: head(36, RTM_NEWROUTE),
        body: { ...body, family: AF_INET },
      }]),
    EncodeError,
  );
  assertEquals(error.path, "[0].attributes.destinationLabels");
});
