/** What `net.tc` asks the kernel for, and makes of what that reports. */

import { assertEquals } from "@std/assert";
import type { TrafficFilterQuery } from "../../api/tc/filter.ts";
import {
  NLM_F_ACK,
  NLM_F_CREATE,
  NLM_F_ECHO,
  NLM_F_EXCL,
  NLM_F_REPLACE,
  NLM_F_REQUEST,
} from "../../messages/header.ts";
import type { ClassMessage } from "../../messages/tc/class.ts";
import {
  RTM_DELCHAIN,
  RTM_DELQDISC,
  RTM_DELTCLASS,
  RTM_DELTFILTER,
  RTM_GETQDISC,
  RTM_NEWCHAIN,
  RTM_NEWQDISC,
  RTM_NEWTCLASS,
  RTM_NEWTFILTER,
} from "../../messages/tc/constants.ts";
import { type FilterMessage, filterMessage } from "../../messages/tc/filter.ts";
import { type QdiscMessage, qdiscMessage } from "../../messages/tc/qdisc.ts";
import { ack, object } from "../support/fake_kernel.ts";
import { fixture, replying, sentBy } from "../support/replies.ts";

const ENOENT = 2;
const EINVAL = 22;
const ASK = NLM_F_REQUEST | NLM_F_ACK;
const { TC_H_INGRESS_FILTERS, TC_H_ROOT } = {
  TC_H_INGRESS_FILTERS: 0xfffffff2,
  TC_H_ROOT: 0xffffffff,
};

Deno.test("tc.qdisc and tc.class send what makes, changes and deletes", async () => {
  const { kernel, net } = replying([]);
  const { qdisc, class: trafficClass } = net.tc;
  const key = { device: 2, handle: "1:" };
  await qdisc.add({ ...key, kind: "drr" });
  await qdisc.replace({ ...key, kind: "drr" });
  await qdisc.change({ ...key, pfifo: { limit: 5 } });
  await qdisc.link({ ...key, kind: "drr", parent: "2:3" });
  await qdisc.delete({ device: 2 });
  await qdisc.delete({ device: 2, kind: "clsact" });
  await qdisc.delete({ ...key, parent: "2:3" });
  await trafficClass.add({ device: 2, id: "1:a", drr: { quantum: 9 } });
  await trafficClass.change({ device: 2, id: "1:a", parent: "1:2", drr: {} });
  await trafficClass.delete({ device: 2, id: "1:a" });
  assertEquals(
    sentBy(kernel).map(({ header, body }) => {
      const { parent, handle, attributes } = body as QdiscMessage;
      const { kind } = attributes;
      return [header.type, header.flags & ~ASK, parent, handle, kind];
    }),
    [
      [RTM_NEWQDISC, NLM_F_CREATE | NLM_F_EXCL, TC_H_ROOT, 0x10000, "drr"],
      [RTM_NEWQDISC, NLM_F_CREATE | NLM_F_REPLACE, TC_H_ROOT, 0x10000, "drr"],
      [RTM_NEWQDISC, 0, TC_H_ROOT, 0x10000, "pfifo"],
      [RTM_NEWQDISC, NLM_F_REPLACE, 0x20003, 0x10000, "drr"],
      [RTM_DELQDISC, 0, TC_H_ROOT, 0, undefined],
      [RTM_DELQDISC, 0, 0xfffffff1, 0, "clsact"],
      [RTM_DELQDISC, 0, 0x20003, 0x10000, undefined],
      [RTM_NEWTCLASS, NLM_F_CREATE | NLM_F_EXCL, 0x10000, 0x1000a, "drr"],
      [RTM_NEWTCLASS, 0, 0x10002, 0x1000a, "drr"],
      [RTM_DELTCLASS, 0, 0, 0x1000a, undefined],
    ],
  );
});

Deno.test("tc.qdisc.list() filters by place, handle and kind", async () => {
  const { answers } = fixture("tc/qdisc_taprio");
  const { kernel, net } = replying(answers, RTM_NEWQDISC);
  const { qdisc } = net.tc;
  const parents = async (filter: Parameters<typeof qdisc.list>[0]) =>
    (await qdisc.list(filter).toArray()).map(({ parent }) => parent);
  const leaves = ["1:4", "1:3", "1:2", "1:1"];
  assertEquals(await parents({}), ["root", ...leaves]);
  assertEquals(await parents({ handle: "1:" }), ["root"]);
  assertEquals(await parents({ parent: "1:3" }), ["1:3"]);
  assertEquals(await parents({ kind: "pfifo", device: 2 }), leaves);
  assertEquals(await parents({ device: 2, hidden: true }), ["root", ...leaves]);
  const [first, , , placed, hidden] = sentBy(kernel).map(({ body }) =>
    body as QdiscMessage
  );
  assertEquals([first!.index, placed!.index], [0, 2]);
  assertEquals(first!.attributes.dumpInvisible, undefined);
  assertEquals(hidden!.attributes.dumpInvisible, true);
});

Deno.test("tc.qdisc.get() asks for one, and find() reports that there is none", async () => {
  const { answers } = fixture("tc/qdisc_tbf");
  const { kernel, net } = replying([]);
  kernel.serve = (request) => {
    const body = answers[0]!.message.body as QdiscMessage;
    return [
      object(request, qdiscMessage, body, { type: RTM_NEWQDISC, flags: 0 }),
      ack(request),
    ];
  };
  const found = await net.tc.qdisc.get({ device: 2 });
  assertEquals(found.tbf?.limit, 95_268);
  const [{ header }] = sentBy(kernel) as [ReturnType<typeof sentBy>[0]];
  assertEquals([header.type, header.flags], [
    RTM_GETQDISC,
    NLM_F_REQUEST | NLM_F_ECHO,
  ]);
  kernel.serve = (request) => [ack(request, ENOENT)];
  assertEquals(await net.tc.qdisc.find({ device: 2 }), undefined);
  const options = { ifExists: true };
  assertEquals(await net.tc.qdisc.delete({ device: 2 }, options), false);
});

Deno.test("tc.class.list() asks for those of a device, and filters them", async () => {
  const { answers } = fixture("tc/class_hfsc");
  const { kernel, net } = replying(answers, RTM_NEWTCLASS);
  const ids = async (filter: object) =>
    (await net.tc.class.list({ device: 2, ...filter }).toArray())
      .map(({ id }) => id);
  assertEquals(await ids({}), ["1:", "1:10"]);
  assertEquals(await ids({ parent: "1:" }), ["1:10"]);
  assertEquals(await ids({ id: "1:" }), ["1:"]);
  assertEquals(await ids({ kind: "htb" }), []);
  assertEquals((sentBy(kernel)[0]!.body as ClassMessage).index, 2);
});

Deno.test("tc.filter.list() asks for a position, and filters what is there", async () => {
  const { answers } = fixture("tc/filter_flower_network");
  const { kernel, net } = replying(answers, RTM_NEWTFILTER);
  const position = { device: 2, parent: "ingress" } as const;
  const preferences = async (query: TrafficFilterQuery) =>
    (await net.tc.filter.list({ ...position, ...query }).toArray())
      .map(({ preference }) => preference);
  assertEquals(await preferences({}), [1, 2, 3, 4, 5, 6, 7, 8, 10]);
  assertEquals(await preferences({ protocol: "ipv6" }), [5]);
  assertEquals(await preferences({ preference: 7 }), [7]);
  assertEquals(await preferences({ kind: "u32" }), []);
  assertEquals(await preferences({ chain: 3 }), []);
  // Each preference, and the filter of it.
  assertEquals((await preferences({ preferences: true })).length, 18);
  const bodies = sentBy(kernel).map(({ body }) => body as FilterMessage);
  assertEquals(
    bodies.map(({ index, parent, info, attributes }) => [
      index,
      parent,
      info,
      attributes.chain,
    ]),
    [
      [2, TC_H_INGRESS_FILTERS, 0, undefined],
      [2, TC_H_INGRESS_FILTERS, 0, undefined],
      [2, TC_H_INGRESS_FILTERS, 7 * 0x10000, undefined],
      [2, TC_H_INGRESS_FILTERS, 0, undefined],
      [2, TC_H_INGRESS_FILTERS, 0, 3],
      [2, TC_H_INGRESS_FILTERS, 0, undefined],
    ],
  );
  await net.tc.filter.list({ block: 5 }).toArray();
  const { index, parent } = sentBy(kernel).at(-1)!.body as FilterMessage;
  assertEquals([index, parent], [-1, 5]);
});

Deno.test("tc.filter.get() names one, and delete() those of a preference", async () => {
  const { requests, answers } = fixture("tc/filter_matchall");
  const { kernel, net } = replying([]);
  const reported = answers[1]!.message.body as FilterMessage;
  const position = {
    device: 2,
    parent: "ingress",
    preference: 6,
    protocol: "ipv6",
    chain: 3,
  } as const;
  kernel.serve = (request) => [
    object(request, filterMessage, reported, {
      type: RTM_NEWTFILTER,
      flags: 0,
    }),
    ack(request),
  ];
  const found = await net.tc.filter.get({
    ...position,
    kind: "matchall",
    handle: 7,
  });
  assertEquals(found.actions?.map(({ then }) => then), ["drop", "pass"]);
  assertEquals([found.classId, found.matchall], [
    "1:5",
    {
      skipHardware: true,
      skipSoftware: false,
      inHardware: false,
      matched: 0n,
    },
  ]);
  kernel.serve = (request) => [ack(request)];
  await net.tc.filter.delete(position);
  const { header, body } = sentBy(kernel).at(-1)!;
  assertEquals([header.type, body], [RTM_DELTFILTER, requests[1]!.body]);
  // Without filters there is no chain, which is another error.
  for (const errno of [ENOENT, EINVAL]) {
    kernel.serve = (request) => [ack(request, errno)];
    assertEquals(await net.tc.filter.find(position), undefined);
  }
});

Deno.test("tc.chain asks as tc does, and lists chains with templates", async () => {
  const { requests, answers } = fixture("tc/chain");
  const { kernel, net } = replying(answers, RTM_NEWCHAIN);
  const { chain } = net.tc;
  await chain.add({
    block: 5,
    chain: 8,
    flower: { ethernetType: "ip", destination: "0.0.0.0/16" },
  });
  await chain.add({ block: 5, chain: 9 });
  await chain.delete({ block: 5, chain: 9 });
  const sent = sentBy(kernel);
  assertEquals(sent.map(({ header }) => header.type), [
    RTM_NEWCHAIN,
    RTM_NEWCHAIN,
    RTM_DELCHAIN,
  ]);
  assertEquals(sent.slice(1).map(({ body }) => body), [
    requests[1]!.body,
    requests[2]!.body,
  ]);
  const chains = await chain.list({ block: 5 }).toArray();
  assertEquals(
    chains.map(({ message: _, ...rest }) => rest as unknown),
    [
      {
        block: 5,
        chain: 8,
        kind: "flower",
        flower: { ethernetType: "ip", destination: "0.0.0.0/16" },
      },
      { block: 5, chain: 9 },
    ],
  );
  assertEquals(
    (await chain.list({ block: 5, chain: 9 }).toArray()).length,
    1,
  );
  kernel.serve = (request) => [ack(request, EINVAL)];
  assertEquals(await chain.find({ block: 5, chain: 7 }), undefined);
});

Deno.test("net.tc takes kinds whose names are chosen, and names of actions that are there", async () => {
  const { kernel, net } = replying([]);
  for (const kind of ["teql0", "bpf_fifo", "blackhole", "mq"]) {
    await net.tc.qdisc.add({ device: 2, kind });
  }
  const actions = [{ kind: "newer", index: 5 }];
  await net.tc.filter.add({ device: 2, matchall: {}, actions });
  await net.tc.qdisc.delete({ device: 2, kind: "newer" });
  assertEquals(kernel.requests.length, 6);
});
