import { assertEquals, assertThrows } from "@std/assert";
import {
  AF_BRIDGE,
  decode,
  encode,
  EncodeError,
  MDB_PERMANENT,
  mdbGroup,
  NLM_F_REQUEST,
  RTM_DELMDB,
  RTM_GETMDB,
  RTM_NEWMDB,
  Writer,
} from "../../../messages/mod.ts";
import { golden, head } from "../../support/golden.ts";

golden(
  "RTM_NEWMDB that asks for a VXLAN entry (computed from linux/if_bridge.h)",
  `
84 00 00 00              # length: 132
54 00                    # type: RTM_NEWMDB
01 00                    # flags: NLM_F_REQUEST
00 00 00 00 00 00 00 00  # sequence, portId
07 00 00 00              # family: AF_BRIDGE
05 00 00 00              # ifindex: 5
20 00 01 00              # MDBA_SET_ENTRY
05 00 00 00              #   ifindex: 5
01                       #   state: MDB_PERMANENT
00                       #   flags
0a 00                    #   vid: 10
ef 01 01 01 00 00 00 00  #   addr.u.ip4: 239.1.1.1
00 00 00 00 00 00 00 00
08 00                    #   addr.proto: ETH_P_IP
00 00
4c 00 02 80              # MDBA_SET_ENTRY_ATTRS, nested
10 00 02 80              #   MDBE_ATTR_SRC_LIST, nested
0c 00 01 80              #     MDBE_SRC_LIST_ENTRY, nested
08 00 01 00              #       MDBE_SRCATTR_ADDRESS
c0 00 02 09              #         192.0.2.9
05 00 03 00              #   MDBE_ATTR_GROUP_MODE
01 00 00 00              #     1
05 00 04 00              #   MDBE_ATTR_RTPROT
04 00 00 00              #     RTPROT_STATIC
08 00 05 00              #   MDBE_ATTR_DST
c6 33 64 01              #     198.51.100.1
06 00 06 00              #   MDBE_ATTR_DST_PORT
b5 12 00 00              #     4789
08 00 07 00              #   MDBE_ATTR_VNI
64 00 00 00              #     100
08 00 08 00              #   MDBE_ATTR_IFINDEX
03 00 00 00              #     3
08 00 09 00              #   MDBE_ATTR_SRC_VNI
0a 00 00 00              #     10
`,
  [{
    header: head(132, RTM_NEWMDB, NLM_F_REQUEST),
    body: {
      family: AF_BRIDGE,
      index: 5,
      attributes: {
        entry: {
          port: 5,
          state: MDB_PERMANENT,
          flags: 0,
          vlan: 10,
          group: { address: "239.1.1.1", protocol: 0x0800 },
        },
        entryAttributes: {
          sources: [{ address: "192.0.2.9" }],
          groupMode: 1,
          protocol: 4,
          destination: "198.51.100.1",
          destinationPort: 4789,
          vni: 100,
          outputDevice: 3,
          sourceVni: 10,
        },
      },
    },
  }],
);

golden(
  "RTM_NEWMDB that tells of entries and router ports (computed from linux/if_bridge.h)",
  `
84 00 00 00              # length: 132
54 00                    # type: RTM_NEWMDB
00 00                    # flags
00 00 00 00 00 00 00 00  # sequence, portId
07 00 00 00              # family: AF_BRIDGE
05 00 00 00              # ifindex: 5
48 00 01 00              # MDBA_MDB
44 00 01 00              #   MDBA_MDB_ENTRY
40 00 01 00              #     MDBA_MDB_ENTRY_INFO
06 00 00 00              #       ifindex: 6
00                       #       state: MDB_TEMPORARY
10                       #       flags: MDB_FLAGS_OFFLOAD_FAILED
00 00                    #       vid
ff 05 00 00 00 00 00 00  #       addr.u.ip6: ff05::7
00 00 00 00 00 00 00 07
86 dd                    #       addr.proto: ETH_P_IPV6
00 00
08 00 01 00              #       MDBA_MDB_EATTR_TIMER
90 65 00 00              #         26000
08 00 08 00              #       MDBA_MDB_EATTR_VNI
64 00 00 00              #         100
06 00 07 00              #       MDBA_MDB_EATTR_DST_PORT
b5 12 00 00              #         4789
08 00 0a 00              #       MDBA_MDB_EATTR_SRC_VNI
0a 00 00 00              #         10
24 00 02 00              # MDBA_ROUTER
20 00 01 00              #   MDBA_ROUTER_PORT
06 00 00 00              #     ifindex: 6
08 00 01 00              #     MDBA_ROUTER_PATTR_TIMER
00 00 00 00              #       0
05 00 02 00              #     MDBA_ROUTER_PATTR_TYPE
02 00 00 00              #       MDB_RTR_TYPE_PERM
06 00 05 00              #     MDBA_ROUTER_PATTR_VID
0a 00 00 00              #       10
`,
  [{
    header: head(132, RTM_NEWMDB),
    body: {
      family: AF_BRIDGE,
      index: 5,
      attributes: {
        groups: [[{
          port: 6,
          state: 0,
          flags: 16,
          vlan: 0,
          group: { address: "ff05::7", protocol: 0x86dd },
          attributes: {
            timer: 26000,
            vni: 100,
            destinationPort: 4789,
            sourceVni: 10,
          },
        }]],
        routerPorts: [{
          port: 6,
          attributes: { timer: 0, type: 2, vlan: 10 },
        }],
      },
    },
  }],
);

Deno.test("RTM_GETMDB is a request with NLM_F_REQUEST, an answer without", () => {
  const request = {
    family: AF_BRIDGE,
    index: 5,
    attributes: { entryAttributes: { stateMask: 1 } },
  };
  const answer = { family: AF_BRIDGE, index: 5, attributes: { groups: [[]] } };
  for (const type of [RTM_GETMDB, RTM_DELMDB]) {
    const messages = [
      { header: head(0, type, NLM_F_REQUEST), body: request },
      { header: head(0, type), body: answer },
    ];
    const bodies = decode(encode(messages)).messages.map(({ body }) => body);
    assertEquals(bodies, [request, answer]);
  }
});

Deno.test("mdbGroup refuses an address of another protocol", () => {
  const error = assertThrows(
    () =>
      mdbGroup.encode(new Writer(), {
        address: "239.1.1.1",
        protocol: 0x86dd,
      }),
    EncodeError,
  );
  assertEquals(error.path, "address");
});

Deno.test("an entry with more than an address of its protocol is kept as it is", () => {
  const body = {
    family: AF_BRIDGE,
    index: 5,
    attributes: {
      entry: {
        port: 5,
        state: 0,
        flags: 0,
        vlan: 0,
        group: { address: "239.1.1.1", protocol: 0x0800 },
      },
    },
  };
  const header = head(0, RTM_NEWMDB, NLM_F_REQUEST);
  const bytes = encode([{ header, body }]);
  bytes[16 + 8 + 4 + 8 + 5] = 1;
  const decoded = decode(bytes);
  const { attributes } = decoded.messages[0]!.body as typeof body;
  assertEquals(
    attributes,
    {
      unknown: [{ type: 1, data: bytes.slice(28) }],
    } as unknown as typeof attributes,
  );
  assertEquals(encode(decoded.messages), bytes);
});
