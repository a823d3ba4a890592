/**
 * Kinds of queueing disciplines that User-Mode Linux lacks: what `tc` 7.3
 * sends, prints and refuses.
 */

import { assertEquals } from "@std/assert";
import { program } from "../../../cli/tc/program.ts";
import { blank } from "../../../messages/codec/mod.ts";
import { decode } from "../../../messages/datagram.ts";
import { NLM_F_DUMP } from "../../../messages/header.ts";
import { RTM_GETLINK } from "../../../messages/link/constants.ts";
import { linkMessage } from "../../../messages/link/link.ts";
import { type ClassMessage, classMessage } from "../../../messages/tc/class.ts";
import {
  RTM_GETQDISC,
  RTM_NEWQDISC,
  RTM_NEWTCLASS,
} from "../../../messages/tc/constants.ts";
import { type QdiscMessage, qdiscMessage } from "../../../messages/tc/qdisc.ts";
import { fixture } from "../../support/replies.ts";
import { type Outcome, runOn } from "../../support/cli_kernel.ts";
import {
  ack,
  done,
  type FakeRequest,
  object,
} from "../../support/fake_kernel.ts";

const link = blank(linkMessage, { index: 2, attributes: { name: "d0" } });

/** Runs a command where there is a device `d0`, and maybe something on it. */
function tc(
  words: string,
  qdiscs: readonly QdiscMessage[] = [],
  classes: readonly ClassMessage[] = [],
): Promise<Outcome> {
  const serve = (request: FakeRequest) => {
    const { type, flags } = request;
    const isDump = (flags & NLM_F_DUMP) === NLM_F_DUMP;
    const listed = type === RTM_GETLINK
      ? [object(request, linkMessage, link, { flags: isDump ? 2 : 0 })]
      : type === RTM_GETQDISC
      ? qdiscs.map((qdisc) =>
        object(request, qdiscMessage, qdisc, { type: RTM_NEWQDISC })
      )
      : classes.map((each) =>
        object(request, classMessage, each, { type: RTM_NEWTCLASS })
      );
    return [...listed, isDump ? done(request) : ack(request)];
  };
  return runOn(words, serve, program);
}

const ets = {
  bands: 5,
  strict: 2,
  quanta: [4000, 3000, 2000],
  priorityMap: [...Array(12).fill(4), 3, 2, 1, 0],
};
const fqPie = {
  limit: 1000,
  flows: 256,
  target: 20_000,
  updateInterval: 30_000,
  alpha: 3,
  beta: 20,
  quantum: 1514,
  memoryLimit: 2 ** 20,
  ecnProbability: 10,
  ecn: 1,
  byteMode: 1,
  rateEstimator: 1,
};

const sent: readonly [words: string, attributes: object][] = [
  [
    "qdisc add dev d0 root handle 1: ets bands 5 strict 2 quanta 4000 3000 2000 priomap 4 4 4 4 4 4 4 4 4 4 4 4 3 2 1 0",
    { kind: "ets", ets },
  ],
  [
    "qdisc add dev d0 root handle 1: ets quanta 9 8",
    { kind: "ets", ets: { bands: 2, quanta: [9, 8] } },
  ],
  [
    "class change dev d0 classid 1:2 ets quantum 5000",
    { kind: "ets", ets: { quantum: 5000 } },
  ],
  [
    "qdisc add dev d0 root fq_pie limit 1000 flows 256 target 20ms tupdate 30ms alpha 3 beta 20 quantum 1514 memory_limit 1mb ecn_prob 10 ecn bytemode dq_rate_estimator",
    { kind: "fq_pie", fqPie },
  ],
  [
    "qdisc add dev d0 root fq_pie noecn nobytemode no_dq_rate_estimator",
    { kind: "fq_pie", fqPie: { ecn: 0, byteMode: 0, rateEstimator: 0 } },
  ],
];

for (const [words, attributes] of sent) {
  Deno.test(`tc sends the settings of ${words}`, async () => {
    const { code, err, kernel } = await tc(words);
    assertEquals([code, err], [0, ""]);
    const { body } = decode(kernel.sent.at(-1)!).messages[0]!;
    assertEquals((body as QdiscMessage).attributes, attributes);
  });
}

/** What the real `tc` reports before it sends anything: its first line. */
const refused: Readonly<Record<string, string>> = {
  "ets": 'One of "bands", "quanta" or "strict" needs to be specified',
  "ets bands 17": 'The number of "bands" must be <= 16',
  "ets bands x": 'Illegal "bands"',
  "ets bands 3 bands 4": 'Duplicate "bands"',
  "ets quanta 0": '"quanta" must be > 0',
  "ets quanta x": 'Illegal "quanta" element',
  "ets strict 2 quanta 1000 bands 2":
    "Not enough total bands to cover all the strict bands and quanta",
  "ets bands 2 priomap 2": '"priomap" element is out of bounds',
  "ets bands 2 priomap 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0":
    '"priomap" index cannot be higher than 15',
  "ets bands 2 priomap x": 'Illegal "priomap" element',
  "ets quanta 5 quanta 6": 'Duplicate "quanta"',
  "ets frobs": 'What is "frobs"?',
  "fq_pie ecn_prob 100": 'Illegal "ecn_prob"',
  "fq_pie alpha 33": 'Illegal "alpha"',
  "fq_pie limit x": 'Illegal "limit"',
  "fq_pie target x": 'Illegal "target"',
  "fq_pie quantum x": 'Illegal "quantum"',
  "fq_pie frobs": 'What is "frobs"?',
};

for (const [words, text] of Object.entries(refused)) {
  Deno.test(`tc refuses ${words} as the real one does`, async () => {
    const { code, err } = await tc(`qdisc add dev d0 root handle 1: ${words}`);
    assertEquals([code, err.split("\n")[0]], [1, text]);
  });
}

for (
  const [words, text] of [
    ["quantum 5 quantum 6", 'Duplicate "quantum"'],
    ["quantum 0", '"quanta" must be > 0'],
    ["frobs", 'What is "frobs"?'],
  ]
) {
  Deno.test(`tc refuses class ets ${words} as the real one does`, async () => {
    const { code, err } = await tc(
      `class change dev d0 classid 1:2 ets ${words}`,
    );
    assertEquals([code, err.split("\n")[0]], [1, text]);
  });
}

/** What `tc` printed of what the kernel sent then. */
const shown: readonly [fixture: string, words: string, text: string][] = [
  [
    "qdisc_ets",
    "qdisc show",
    "qdisc ets 1: dev d0 root refcnt 2 bands 5 strict 2 quanta 4000 3000 2000 priomap 4 4 4 4 4 4 4 4 4 4 4 4 3 2 1 0 \n",
  ],
  [
    "qdisc_ets",
    "-j qdisc show",
    '[{"kind":"ets","handle":"1:","dev":"d0","root":true,"refcnt":2,"options":{"bands":5,"strict":2,"quanta":[4000,3000,2000],"priomap":[4,4,4,4,4,4,4,4,4,4,4,4,3,2,1,0]}}]\n',
  ],
  [
    "class_ets",
    "class show dev d0",
    "class ets 1:1 root \nclass ets 1:2 root quantum 5000 \nclass ets 1:3 root quantum 3000 \n",
  ],
  [
    "qdisc_fq_pie",
    "-s qdisc show",
    `qdisc fq_pie 1: dev d0 root refcnt 2 limit 1000p flows 256 target 20ms tupdate 32ms alpha 3 beta 20 quantum 1514b memory_limit 1Mb ecn_prob 10 ecn bytemode dq_rate_estimator \n` +
    ` Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) \n` +
    ` backlog 0b 0p requeues 0\n` +
    `  pkts_in 0 overlimit 0 overmemory 0 dropped 0 ecn_mark 0\n` +
    `  new_flow_count 0 new_flows_len 0 old_flows_len 0 memory_used 0\n`,
  ],
  [
    "qdisc_fq_pie",
    "-s -j qdisc show",
    '[{"kind":"fq_pie","handle":"1:","dev":"d0","root":true,"refcnt":2,"options":{"limit":1000,"flows":256,"target":20000,"tupdate":32000,"alpha":3,"beta":20,"quantum":1514,"memory_limit":1048576,"ecn_prob":10,"ecn":true,"bytemode":true,"dq_rate_estimator":true},"bytes":0,"packets":0,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0,"pkts_in":0,"overlimit":0,"overmemory":0,"dropped":0,"ecn_mark":0,"new_flow_count":0,"new_flows_len":0,"old_flows_len":0,"memory_used":0}]\n',
  ],
];

for (const [name, words, text] of shown) {
  Deno.test(`tc ${words} prints what the real one did: ${name}`, async () => {
    const bodies = (type: number) =>
      fixture(`tc/${name}`).answers.map(({ message }) => message)
        .filter(({ header }) => header.type === type)
        .map(({ body }) => body);
    const { code, out, err } = await tc(
      words,
      bodies(RTM_NEWQDISC) as QdiscMessage[],
      bodies(RTM_NEWTCLASS) as ClassMessage[],
    );
    assertEquals([code, err, out], [0, "", text]);
  });
}
