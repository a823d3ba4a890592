/**
 * Statistics with every attribute: a C program made the bytes of
 * `tests/fixtures/stats/computed.hex` from the headers of Linux 7.2, with the
 * values that are repeated here.
 */
import { assertEquals } from "@std/assert";
import {
  decode,
  encode,
  type LinkStats64,
  linkStats64,
  type StatsMessage,
  type StatsRequest,
} from "../../../messages/mod.ts";
import { parseHex } from "../../../tools/capture/fixture.ts";

const [statistics, parts, count] = parseHex(
  Deno.readTextFileSync(
    new URL("../../fixtures/stats/computed.hex", import.meta.url),
  ),
);

function check(bytes: Uint8Array, body: StatsMessage | StatsRequest): void {
  const { messages: [message] } = decode(bytes);
  assertEquals(message!.body, body);
  assertEquals(encode([{ header: message!.header, body }]), bytes);
}

/** Counters that count up from `first`. */
function from(first: bigint): LinkStats64 {
  const { shape } = linkStats64;
  const members = shape.kind === "struct" ? shape.members : [];
  return Object.fromEntries(
    members.map(({ name }, i) => [name, first + BigInt(i)]),
  ) as unknown as LinkStats64;
}

Deno.test("statsMessage reads and writes statistics of all sorts", () => {
  check(statistics!, {
    family: 0,
    index: 7,
    filterMask: 0,
    attributes: {
      offloadXstats: {
        cpuHit: from(1n << 40n),
        info: { l3Stats: { request: 1, used: 0 } },
        l3Stats: {
          rxPackets: 10n,
          txPackets: 11n,
          rxBytes: 12n,
          txBytes: 13n,
          rxErrors: 14n,
          txErrors: 15n,
          rxDropped: 16n,
          txDropped: 17n,
          multicast: 18n,
        },
      },
      afSpec: {
        mpls: {
          link: {
            rxPackets: 20n,
            txPackets: 21n,
            rxBytes: 22n,
            txBytes: 23n,
            rxErrors: 24n,
            txErrors: 25n,
            rxDropped: 26n,
            txDropped: 27n,
            rxNoRoute: 28n,
          },
        },
      },
      linkXstats: {
        bridge: {
          vlan: [5, 6].map((vid) => ({
            rxBytes: 1n,
            rxPackets: 2n,
            txBytes: 3n,
            txPackets: 4n,
            vid,
            flags: 6,
            pad: 0,
          })),
          multicast: {
            igmpV1Queries: [100n, 101n],
            igmpV2Queries: [102n, 103n],
            igmpV3Queries: [104n, 105n],
            igmpLeaves: [106n, 107n],
            igmpV1Reports: [108n, 109n],
            igmpV2Reports: [110n, 111n],
            igmpV3Reports: [112n, 113n],
            igmpParseErrors: 114n,
            mldV1Queries: [115n, 116n],
            mldV2Queries: [117n, 118n],
            mldLeaves: [119n, 120n],
            mldV1Reports: [121n, 122n],
            mldV2Reports: [123n, 124n],
            mldParseErrors: 125n,
            multicastBytes: [126n, 127n],
            multicastPackets: [128n, 129n],
          },
          stp: {
            transitionBlocking: 100n,
            transitionForwarding: 101n,
            rxBpdu: 102n,
            txBpdu: 103n,
            rxTcn: 104n,
            txTcn: 105n,
          },
        },
      },
      linkXstatsSlave: {
        bond: {
          lacp: {
            lacpduRx: 30n,
            lacpduTx: 31n,
            lacpduUnknownRx: 32n,
            lacpduIllegalRx: 33n,
            markerRx: 34n,
            markerTx: 35n,
            markerResponseRx: 36n,
            markerResponseTx: 37n,
            markerUnknownRx: 38n,
          },
        },
      },
    },
  });
});

Deno.test("statsRequest reads and writes what is asked for", () => {
  check(parts!, {
    family: 0,
    index: 0,
    filterMask: 8,
    attributes: {
      filters: {
        link64: 1,
        linkXstats: 2,
        linkXstatsSlave: 3,
        offloadXstats: 4,
        afSpec: 5,
      },
    },
  });
  check(count!, {
    family: 0,
    index: 7,
    filterMask: 0,
    attributes: { setL3Stats: 1 },
  });
});
