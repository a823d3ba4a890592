import { assertEquals } from "@std/assert";
import { RTM_DELRULE, RTM_NEWRULE } from "../../../messages/rule/constants.ts";
import { type RuleMessage, ruleMessage } from "../../../messages/rule/rule.ts";
import { type Outcome, runOn } from "../../support/cli_kernel.ts";
import {
  ack,
  done,
  type FakeRequest,
  object,
} from "../../support/fake_kernel.ts";

const blank: RuleMessage = {
  family: 2,
  destinationLength: 0,
  sourceLength: 0,
  tos: 0,
  table: 0,
  reserved1: 0,
  reserved2: 0,
  action: 1,
  flags: 0,
  attributes: {},
};

const rules: RuleMessage[] = [
  { ...blank, table: 255, attributes: { protocol: 2, table: 255 } },
  {
    ...blank,
    sourceLength: 24,
    destinationLength: 32,
    table: 100,
    flags: 2 | 8,
    attributes: {
      priority: 10,
      source: "192.0.2.0",
      destination: "198.51.100.1",
      mark: 16,
      markMask: 255,
      inputDevice: "eth0",
      sourcePorts: { start: 1, end: 9 },
      destinationPorts: { start: 80, end: 80 },
      tunnelId: 42n,
      table: 100,
      suppressPrefixLength: 0,
      suppressGroup: 0xffffffff,
      flow: 0x30004,
      protocol: 4,
    },
  },
  {
    ...blank,
    action: 2,
    flags: 4,
    attributes: { priority: 11, goto: 99 },
  },
  {
    ...blank,
    action: 10,
    attributes: {
      priority: 12,
      unknown: [{ type: 5, data: Uint8Array.of(192, 0, 2, 9) }],
    },
  },
  { ...blank, action: 3, attributes: { priority: 13 } },
  { ...blank, action: 6, sourceLength: 8, attributes: { priority: 14 } },
];

function serve(request: FakeRequest): Uint8Array<ArrayBuffer>[] {
  return request.type === RTM_NEWRULE || request.type === RTM_DELRULE
    ? [ack(request)]
    : [
      ...rules.map((each) => object(request, ruleMessage, each)),
      done(request),
    ];
}

function sent({ kernel }: Outcome): RuleMessage[] {
  return kernel.requests.filter(({ type }) =>
    type === RTM_NEWRULE || type === RTM_DELRULE
  ).map(({ bytes }) =>
    ruleMessage.decode(new DataView(bytes.buffer), 16, bytes.length)
  );
}

Deno.test("ip rule show writes all that rules have", async () => {
  const { code, out } = await runOn("rule", serve);
  assertEquals(code, 0);
  assertEquals(
    out,
    `\
0:\tfrom all lookup local
10:\tnot from 192.0.2.0/24 to 198.51.100.1 fwmark 0x10/0xff iif eth0 [detached] sport 1-9 dport 80 tun_id 42 lookup 100 suppress_prefixlength 0 realms 3/4 proto static
11:\tfrom all goto 99 [unresolved]
12:\tfrom all map-to 192.0.2.9
13:\tfrom all nop
14:\tfrom 0/8 blackhole
`,
  );
});

Deno.test("ip rule show prints more with details and in JSON", async () => {
  const { out } = await runOn("-d rule show pref 0", serve);
  assertEquals(out, "0:\tfrom all lookup local proto kernel\n");
  const json = JSON.parse((await runOn("-j rule show pref 11", serve)).out);
  assertEquals(json, [{
    priority: 11,
    src: "all",
    goto: 99,
    unresolved: null,
  }]);
});

Deno.test("ip rule show filters", async () => {
  const priorities = async (words: string) =>
    (await runOn(`rule show ${words}`, serve)).out.split("\n")
      .map((line) => line.split(":")[0]).filter(Boolean).join();
  assertEquals(await priorities("from 192.0.0.0/16"), "10");
  assertEquals(await priorities("not"), "10");
  assertEquals(await priorities("table 100 dport 80"), "10");
  assertEquals(await priorities("dport 80-81"), "");
  assertEquals(await priorities("fwmark 16/255"), "10");
  assertEquals(await priorities("table local"), "0");
  assertEquals(await priorities("to any"), "0,10,11,12,13,14");
});

Deno.test("ip rule add sends what the arguments set", async () => {
  const outcome = await runOn(
    "rule add not from 192.0.2.0/24 fwmark 1/3 iif lo ipproto 6 pref 5",
    serve,
  );
  assertEquals(sent(outcome), [{
    ...blank,
    sourceLength: 24,
    table: 254,
    flags: 2,
    attributes: {
      source: "192.0.2.0",
      mark: 1,
      markMask: 3,
      inputDevice: "lo",
      ipProtocol: 6,
      priority: 5,
    },
  }]);
  const [large] = sent(await runOn("rule add table 1000", serve));
  assertEquals([large!.table, large!.attributes.table], [0, 1000]);
});

Deno.test("ip rule flush leaves the rule of priority 0, and those of others", async () => {
  const priorities = async (words: string) =>
    sent(await runOn(words, serve)).map(({ attributes }) =>
      attributes.priority
    );
  assertEquals(await priorities("rule flush"), [10, 11, 12, 13, 14]);
  assertEquals(await priorities("rule flush table 100"), [10]);
  assertEquals(await priorities("rule flush proto 77"), [11, 12, 13, 14]);
});

Deno.test("ip rule add l3mdev takes no table", async () => {
  const { code, err } = await runOn("rule add l3mdev table 5", serve);
  assertEquals([code, err], [
    22,
    "table can not be specified for l3mdev rules\n",
  ]);
});
