import type { QdiscMessage } from "../../messages/tc/qdisc.ts";
import { compareMonitors } from "../support/compare_monitors.ts";
import { liveTest } from "../support/live.ts";

/** What happens to queueing disciplines, classes, chains, filters and actions. */
const CHANGES = [
  "qdisc add dev lo root handle 1: htb default 3",
  "class add dev lo parent 1: classid 1:1 htb rate 1mbit",
  "class change dev lo parent 1: classid 1:1 htb rate 2mbit",
  "class add dev lo parent 1:1 classid 1:2 htb rate 1mbit ceil 2mbit prio 3",
  "qdisc add dev lo parent 1:2 handle 20: fq_codel limit 99",
  "qdisc change dev lo parent 1:2 handle 20: fq_codel limit 98 ecn",
  "qdisc replace dev lo parent 1:2 handle 21: sfq perturb 10",
  "filter add dev lo parent 1: protocol ip pref 1 u32 match ip dport 80 0xffff flowid 1:2",
  "filter add dev lo parent 1: protocol ip pref 2 fw classid 1:2",
  "filter add dev lo parent 1: protocol ip pref 2 handle 7 fw classid 1:2",
  "filter add dev lo parent 1: protocol all pref 5 basic match 'meta(mark eq 4)' classid 1:1",
  "filter replace dev lo parent 1: protocol all pref 5 handle 1 basic match 'meta(mark eq 5)' classid 1:1",
  "filter del dev lo parent 1: protocol ip pref 1",
  "filter del dev lo parent 1: pref 2",
  "class del dev lo classid 1:2",
  "qdisc del dev lo parent 1:2",
  "class del dev lo classid 1:2",
  "class del dev lo classid 1:1",
  "qdisc add dev lo clsact",
  "chain add dev lo ingress chain 4",
  "chain add dev lo ingress chain 5 protocol ip flower dst_ip 0.0.0.0/8",
  "filter add dev lo ingress protocol ip chain 5 flower dst_ip 10.0.0.0/8 action drop",
  "filter del dev lo ingress protocol ip chain 5",
  "chain del dev lo ingress chain 5",
  "filter add dev lo ingress protocol ip pref 3 matchall action drop",
  "filter add dev lo egress protocol ip pref 4 flower ip_proto tcp action pass",
  "filter replace dev lo egress protocol ip pref 4 handle 1 flower ip_proto udp action pass",
  "filter add dev lo egress protocol 802.1q pref 6 flower vlan_id 7 action vlan pop pipe action goto chain 4",
  "filter del dev lo ingress protocol ip pref 3",
  "filter del dev lo egress",
  "chain del dev lo ingress chain 4",
  "qdisc add dev lo parent 1: handle 5: netem delay 10ms seed 3",
  "qdisc change dev lo root handle 1: htb default 4",
  "actions add action gact drop index 7",
  "actions replace action gact pass index 7",
  "actions add action mirred egress redirect dev lo index 8",
  "actions add action police rate 1mbit burst 10k index 4",
  "actions add action vlan push id 9 index 2",
  "actions add action skbedit priority 3 index 2 action csum ip index 2",
  "filter add dev lo ingress pref 1 matchall action gact index 7",
  "filter del dev lo ingress pref 1",
  "actions del action gact index 7",
  "actions flush action mirred",
  "actions flush action police",
  "qdisc replace dev lo root handle 2: pfifo limit 4",
  "qdisc change dev lo root handle 2: pfifo limit 5",
  "qdisc replace dev lo root handle 3: prio bands 4",
  "qdisc add dev lo parent 3:1 handle 4: tbf rate 1mbit burst 10k latency 50ms",
  "qdisc del dev lo parent 3:1 handle 4:",
  "qdisc replace dev lo root handle 4: drr",
  "class add dev lo parent 4: classid 4:1 drr quantum 1600",
  "class change dev lo classid 4:1 drr quantum 1700",
  "class del dev lo classid 4:1",
  "qdisc replace dev lo root handle 6: hfsc default 2",
  "class add dev lo parent 6: classid 6:2 hfsc sc rate 1mbit",
  "class del dev lo classid 6:2",
  "qdisc replace dev lo root handle 7: cake bandwidth 1mbit",
  "qdisc replace dev lo root handle 8: netem delay 10ms 1ms loss 1% seed 4",
  "qdisc del dev lo root",
  "qdisc del dev lo clsact",
];

/** The number of a handle, as `tc` writes it. */
function handle(number: number): string {
  return `${(number >>> 16).toString(16)}:`;
}

liveTest(
  `tc monitor and the library show the ${CHANGES.length} changes that the real one shows`,
  { needs: ["vm", "quick starts", "ip 6.1", "command tc"], seconds: 600 },
  () =>
    compareMonitors({
      program: "tc",
      runs: [
        ["monitor"],
        ["-j", "monitor"],
        ["-d", "-ts", "monitor"],
        ["-N", "-o", "monitor"],
      ],
      wake: "tc qdisc add dev lo clsact; tc qdisc del dev lo clsact",
      changes: CHANGES.map((words) => `tc ${words}`),
      objects: ["qdisc", "class", "filter", "chain"],
      shown: ({ object, action, message }) => {
        const deleted = action === "delete" ? "deleted " : "";
        const { handle: number, attributes } = message as QdiscMessage;
        const { kind, chain } = attributes;
        switch (object) {
          case "qdisc":
            return `${deleted}qdisc ${kind} ${handle(number)}`;
          case "class":
            return `${deleted}class ${kind} ${handle(number)}${
              (number & 0xffff).toString(16)
            }`;
          case "filter":
            return `${deleted}filter ${kind} chain ${chain}`;
          default:
            return `${deleted}chain ${chain}`;
        }
      },
      line: (text) => {
        const [head] = text.match(
          /^(?:(?:deleted|replaced|added) )?(?:qdisc|class) \S+ \S+/,
        ) ??
          [];
        if (head !== undefined) return head.replace(/^(replaced|added) /, "");
        const filter = text.match(
          /^(deleted )?(?:replaced |added )?filter .*? (\S+) chain (\d+)/,
        );
        if (filter !== null) {
          const [, deleted = "", kind, chain] = filter;
          return `${deleted}filter ${kind} chain ${chain}`;
        }
        const chain = text.match(/^(deleted )?(?:added )?chain .*chain (\d+)/);
        return chain === null
          ? undefined
          : `${chain[1] ?? ""}chain ${chain[2]}`;
      },
    }),
);
