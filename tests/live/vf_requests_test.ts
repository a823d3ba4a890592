import { assertEquals } from "@std/assert";
import { RTM_NEWLINK } from "../../messages/link/constants.ts";
import { trace } from "../../tools/capture/strace.ts";
import { quote } from "../differential/case.ts";
import { ip } from "../support/ip.ts";
import { findJudge } from "../support/judge.ts";
import { liveTest, sh } from "../support/live.ts";
import { runTaped } from "../support/recorded/record.ts";

/** What is set of a virtual function, after `ip link set d0 vf`. */
const SETTINGS = [
  "0 mac 02:00:00:00:00:05",
  "3 vlan 5",
  "3 vlan 5 qos 3",
  "3 vlan 5 qos 3 proto 802.1ad",
  "3 vlan 0 proto 802.1Q",
  "1 rate 100",
  "1 max_tx_rate 200 min_tx_rate 50",
  "1 spoofchk on",
  "1 spoofchk off",
  "2 query_rss on",
  "2 trust on",
  "2 trust off",
  "2 state auto",
  "2 state enable",
  "2 state disable",
  "2 node_guid 00:11:22:33:44:55:66:77",
  "2 port_guid 00:11:22:33:44:55:66:88",
  "2 mac 02:00:00:00:00:06 vlan 7 rate 10 spoofchk on trust on state enable",
];

/** Of `struct ifla_vf_guid`, at the end of the request: what `ip` leaves random. */
const PADDING_OF_GUID = [-12, -8] as const;

/** The request that changes a link, of several, without what is random in it. */
function requestIn(
  datagrams: readonly Uint8Array[],
  setting: string,
): Uint8Array | undefined {
  const view = (bytes: Uint8Array) => new DataView(bytes.slice().buffer);
  const request = datagrams.findLast((bytes) =>
    bytes.length >= 16 && view(bytes).getUint16(4, true) === RTM_NEWLINK
  )?.slice();
  // The sequence number and the port.
  request?.fill(0, 8, 16);
  if (setting.includes("guid")) request?.fill(0, ...PADDING_OF_GUID);
  return request;
}

liveTest(
  "ip link set vf sends what the real ip sends, byte by byte",
  { needs: ["quick starts", "command strace", "ip 7.3"] },
  async () => {
    const judge = findJudge();
    if (typeof judge === "string") return;
    sh("ip", "link", "add", "d0", "type", "veth");
    for (const setting of SETTINGS) {
      const words = ["link", "set", "d0", "vf", ...setting.split(" ")];
      const theirs = trace(
        `PATH=${quote(judge.path)} ip ${words.map(quote).join(" ")}`,
      );
      const { tape } = await runTaped(ip, words);
      const ours = tape.sessions.flatMap(({ turns }) =>
        turns.map(({ sent }) => sent)
      );
      const expected = requestIn(
        theirs.flatMap(({ sent, bytes }) => sent ? [bytes] : []),
        setting,
      );
      assertEquals(expected === undefined, false, setting);
      assertEquals(
        requestIn(ours, setting)?.toHex(),
        expected?.toHex(),
        setting,
      );
    }
  },
);
