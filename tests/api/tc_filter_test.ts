import { assert, assertEquals, assertThrows } from "@std/assert";
import { fromTrafficChain, trafficChains } from "../../api/tc/chain_spec.ts";
import { type Condition, condition } from "../../api/tc/ematches/condition.ts";
import { fromTrafficFilter, trafficFilters } from "../../api/tc/filter_spec.ts";
import { u32Handle } from "../../api/tc/filters/u32_handle.ts";
import { FieldPath } from "../../api/mapping/field_path.ts";
import { decode } from "../../messages/mod.ts";
import { RTM_NEWCHAIN, RTM_NEWTFILTER } from "../../messages/tc/constants.ts";
import type { FilterMessage } from "../../messages/tc/filter.ts";
import { parseHex } from "../../tools/capture/fixture.ts";
import { fixture } from "../support/replies.ts";

/** Messages of a type in a fixture. */
function messagesOf(name: string, type: number): FilterMessage[] {
  const url = new URL(`../fixtures/tc/${name}.hex`, import.meta.url);
  return parseHex(Deno.readTextFileSync(url)).flatMap((datagram) =>
    decode(datagram).messages
  ).filter(({ header }) => header.type === type)
    .map(({ body }) => body as FilterMessage);
}

/** What the kernel reports of its own accord, and what tables it makes. */
const REPORTED = new Set([
  "counters",
  "hardwareCount",
  "filterFlags",
  "flags",
  "tag",
  "id",
  "actions",
  "police",
  "hash",
]);

function settable(data: object): Record<string, unknown> {
  return Object.fromEntries(
    // A mask of all bits may be left out.
    Object.entries(data).filter(([name, value]) =>
      !REPORTED.has(name) && !(name.endsWith("Mask") && value === 0xffff)
    ),
  );
}

const NAMES =
  "u32 flower_link flower_network flower_tunnel matchall bpf fw route flow cgroup basic";

for (const name of NAMES.split(" ")) {
  Deno.test(`fromTrafficFilter() writes what was read: ${name}`, () => {
    let compared = 0;
    for (const message of messagesOf(`filter_${name}`, RTM_NEWTFILTER)) {
      const { kind } = message.attributes;
      const data = (message.attributes as Record<string, unknown>)[kind!];
      if (data === undefined) continue;
      const { message: _, statistics: __, ...spec } = trafficFilters.read(
        message,
      );
      const written = fromTrafficFilter(spec, FieldPath.unresolved);
      const own = (written.attributes as Record<string, unknown>)[kind!];
      const expected = settable(data as object);
      // Of VLANs, the kernel reports the EtherType in them.
      if (spec.flower?.vlanId !== undefined) {
        expected.ethernetType = settable(own as object).ethernetType;
      }
      const { program: ___, ...rest } = settable(own as object);
      assertEquals(normal(rest), normal(expected), kind);
      assertEquals(written.info, message.info);
      assertEquals(written.handle, message.handle);
      assertEquals(written.parent, message.parent);
      compared++;
    }
    assert(compared > 0);
  });
}

/**
 * What means the same: geneve's options in one attribute or several, and
 * conditions by the words that they are read as.
 */
function normal(data: Record<string, unknown>): Record<string, unknown> {
  const { ematches, tunnelOptions, tunnelOptionsMask, ...rest } = data as {
    ematches?: Parameters<typeof condition.fromKernel>[0];
    tunnelOptions?: { geneve?: unknown[][] };
    tunnelOptionsMask?: { geneve?: unknown[][] };
  };
  return {
    ...rest,
    ...ematches?.list?.length && { ematches: condition.fromKernel(ematches) },
    options: [tunnelOptions, tunnelOptionsMask].map((options) =>
      options?.geneve === undefined
        ? options
        : { ...options, geneve: options.geneve.flat() }
    ),
  };
}

Deno.test("fromTrafficChain() writes what was read", () => {
  const [first, ...others] = messagesOf("chain", RTM_NEWCHAIN);
  for (const message of [first!, ...others]) {
    const { message: _, ...spec } = trafficChains.read(message);
    const written = fromTrafficChain(spec, FieldPath.unresolved);
    assertEquals(written.attributes.chain, message.attributes.chain);
    assertEquals(written.attributes.kind, message.attributes.kind);
    assertEquals([written.index, written.parent], [
      message.index,
      message.parent,
    ]);
  }
});

/** Conditions, as the kernel evaluates them: what comes first has all the rest. */
const conditions: readonly Condition[] = [
  {
    and: [
      {
        cmp: {
          width: "u16",
          offset: 3,
          layer: "transport",
          mask: 0xff00,
          operator: "gt",
          value: 20,
        },
      },
      {
        or: [
          {
            nbyte: {
              pattern: new TextEncoder().encode("ababa"),
              offset: 12,
              layer: "network",
            },
          },
          {
            not: {
              u32: {
                value: 0x11220000,
                mask: 0xffff0000,
                offset: 4,
                nextHeader: true,
              },
            },
          },
        ],
      },
    ],
  },
  {
    or: [
      {
        meta: {
          left: { object: "random", shift: 2, mask: 1 },
          operator: "eq",
          right: 0,
        },
      },
      {
        and: [
          { meta: { left: { object: "pkt_len" }, operator: "lt", right: 100 } },
          {
            canid: [
              { id: 0x123, mask: 0x8000_07ff },
              { id: 0x8000_0125, mask: 0x8000_000f },
            ],
          },
        ],
      },
    ],
  },
];

Deno.test("trafficFilters.read() reads conditions as the kernel evaluates them", () => {
  const { requests } = fixture("tc/filter_basic");
  const parent = { parent: "1:", device: 2 };
  for (const [i, match] of conditions.entries()) {
    const { basic } = trafficFilters.read(requests[i]!.body as FilterMessage);
    assertEquals(basic?.match, match);
    const written = fromTrafficFilter({ ...parent, basic: { match } });
    assertEquals(trafficFilters.read(written).basic?.match, match);
  }
});

const words: [Condition, number][] = [
  [
    {
      cmp: { width: "u8", offset: 1, value: 2, operator: "eq", layer: "link" },
    },
    1,
  ],
  [{ not: { canid: [{ id: 1, mask: 7 }] } }, 1],
  [
    {
      and: [
        { ipset: { index: 3, directions: ["source", "destination"] } },
        {
          or: [
            { other: { kind: 77, data: new Uint8Array([1]) } },
            { not: { and: [{ u32: { value: 1, mask: 1, offset: 4 } }] } },
          ],
        },
      ],
    },
    5,
  ],
];

for (const [value, count] of words) {
  Deno.test(`condition reads what it writes: ${Object.keys(value)}`, () => {
    const tree = condition.toKernel(value, FieldPath.root)!;
    assertEquals(tree.header!.count, count);
    assertEquals(tree.list!.length, count);
    const copy = condition.fromKernel(tree);
    assertEquals(
      condition.fromKernel(condition.toKernel(copy, FieldPath.root)!),
      copy,
    );
  });
}

Deno.test("condition refuses what is none, and reads loops once", () => {
  const refuse = (value: unknown, text: string) =>
    assertThrows(
      () => condition.toKernel(value as Condition, FieldPath.root.at("match")),
      TypeError,
      text,
    );
  refuse({}, "match: one property is expected");
  refuse({ and: [] }, "match.and: an array of conditions is expected");
  refuse({ and: [{ nothing: 1 }] }, "match.and[0].nothing");
  refuse({ other: null }, "match.other");
  refuse({ not: 5 }, "match.not: an object is expected");
  const loop = { id: 0, kind: 0, flags: 0, padding: 0, container: 0 };
  assertEquals(condition.fromKernel({ list: [loop] }), {});
});

Deno.test("u32Handle reads and writes tables, buckets and numbers", () => {
  for (const text of ["800::1", "1:", "2:7f", "800:ff:fff"]) {
    const value = u32Handle.toKernel(text, FieldPath.root)!;
    assertEquals(u32Handle.fromKernel(value), text);
  }
  assertThrows(() => u32Handle.toKernel("x", FieldPath.root), TypeError);
});
