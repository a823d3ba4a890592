import { assertEquals, assertThrows } from "@std/assert";
import { FieldPath } from "../../api/mapping/field_path.ts";
import {
  fromRule,
  type RuleFilter,
  type RuleSpec,
  toRule,
} from "../../api/rule/rule.ts";
import { ruleFilter } from "../../api/rule/filter.ts";
import type { RuleMessage } from "../../messages/rule/rule.ts";

const blank: RuleMessage = {
  family: 2,
  destinationLength: 0,
  sourceLength: 0,
  tos: 0,
  table: 0,
  reserved1: 0,
  reserved2: 0,
  action: 0,
  flags: 0,
  attributes: {},
};

const pairs: readonly (readonly [RuleSpec, RuleMessage])[] = [
  [
    { family: "inet", priority: 5, from: "192.0.2.0/24", table: "main" },
    {
      ...blank,
      sourceLength: 24,
      table: 254,
      attributes: { priority: 5, source: "192.0.2.0", table: 254 },
    },
  ],
  [
    { family: "inet6", priority: 6, to: "2001:db8::1/128", table: 1000 },
    {
      ...blank,
      family: 10,
      destinationLength: 128,
      table: 252,
      attributes: { priority: 6, destination: "2001:db8::1", table: 1000 },
    },
  ],
  [
    { family: "inet", priority: 7, not: true, mark: 1, markMask: 3, tos: 16 },
    {
      ...blank,
      tos: 16,
      flags: 2,
      attributes: { priority: 7, mark: 1, markMask: 3 },
    },
  ],
  [
    {
      family: "inet",
      priority: 8,
      users: 5,
      sourcePorts: { from: 1, to: 2 },
      destinationPorts: 3,
      tunnelId: 9n,
      action: "goto",
      goto: 99,
      realms: { from: 1, to: 2 },
      protocol: "static",
    },
    {
      ...blank,
      action: 2,
      attributes: {
        priority: 8,
        uidRange: { start: 5, end: 5 },
        sourcePorts: { start: 1, end: 2 },
        destinationPorts: { start: 3, end: 3 },
        tunnelId: 9n,
        goto: 99,
        flow: 0x10002,
        protocol: 4,
      },
    },
  ],
];

Deno.test("fromRule() puts words into messages", () => {
  for (const [spec, message] of pairs) assertEquals(fromRule(spec), message);
});

Deno.test("toRule() puts messages into words", () => {
  for (const [spec, message] of pairs) {
    const { message: _, action, ...rule } = toRule(message);
    assertEquals({ ...rule, ...spec.action && { action } }, spec);
  }
});

Deno.test("toRule() leaves out limits that are none", () => {
  const rule = toRule({
    ...blank,
    attributes: { suppressGroup: 0xffffffff, suppressPrefixLength: 0xffffffff },
  });
  assertEquals("suppressGroup" in rule, false);
  assertEquals("suppressPrefixLength" in rule, false);
});

function isSelected(message: RuleMessage, filter: RuleFilter): boolean {
  const { test } = ruleFilter.select(filter, FieldPath.root);
  return test === undefined || test(message);
}

Deno.test("ruleFilter compares what a filter names, and no more", () => {
  const [[, first], [, second]] = pairs as [
    (typeof pairs)[0],
    (typeof pairs)[0],
  ];
  assertEquals(isSelected(first, {}), true);
  assertEquals(isSelected(first, { table: "main" }), true);
  assertEquals(isSelected(first, { table: 254 }), true);
  assertEquals(isSelected(second, { table: "main" }), false);
  assertEquals(isSelected(first, { priority: 5, from: "192.0.2.0/24" }), true);
  assertEquals(isSelected(first, { priority: 6 }), false);
});

Deno.test("fromRule() names what is wrong", () => {
  const bad: [Partial<Record<keyof RuleSpec, unknown>>, string][] = [
    [
      { from: "10.0.0.0/33" },
      `"10.0.0.0/33" as from: its length is not between 0 and 32`,
    ],
    [{ from: "10.0.0.0/8", to: "::/0" }, '"::/0" as to'],
    [{ table: "mian" }, '"mian" as table'],
    [{ mark: -1 }, "-1 as mark"],
    [{ tos: 256 }, "256 as tos"],
    [{ dscp: 64 }, "64 as dscp"],
    [{ inputDevice: "a/b" }, '"a/b" as inputDevice'],
    [{ users: "5-6" }, '"5-6" as users'],
    [{ sourcePorts: { from: 1, to: 70000 } }, "70000 as sourcePorts.to"],
    [{ sourcePorts: { from: 5, to: 1 } }, "1 as sourcePorts.to"],
    [{ users: { low: 5, high: 1 } as never }, "5 as users.low"],
    [{ action: "drop" }, '"drop" as action'],
    [{ realms: { to: 65536 } }, "65536 as realms.to"],
    [{ tunnelId: 5 }, "5 as tunnelId"],
  ];
  for (const [wrong, text] of bad) {
    assertThrows(
      () => fromRule(wrong as RuleSpec),
      Error,
      `Cannot use ${text}`,
    );
  }
});
