/**
 * What this package has types of, and specifications: both read the same
 * messages, which the kernel and `ip` have sent, as the same attributes with the
 * same values.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import { explainBySpecs } from "../../cli/objects/decode/specs.ts";
import fc from "fast-check";
import { annotate, type Codec, Writer } from "../../messages/codec/mod.ts";
import { NETLINK_GENERIC } from "../../messages/families.ts";
import {
  genericCodec,
  genericCommands,
} from "../../messages/generic/registry.ts";
import { arbitrary } from "../support/arbitrary.ts";
import {
  header,
  messageEnd,
  nextMessage,
  NLM_F_REQUEST,
  NLMSG_HDRLEN,
  NLMSG_MIN_TYPE,
} from "../../messages/header.ts";
import { GENL_ID_CTRL } from "../../messages/generic/header.ts";
import { parseHex } from "../../tools/capture/fixture.ts";
import { readerOf } from "../../tools/capture/reader.ts";
import { SPEC_NAMES, specFile, specTest } from "../support/specs.ts";

const FIXTURES = new URL("../fixtures/", import.meta.url);

/** Folders of messages that there are specifications of. */
const FOLDERS = [
  "address",
  "generic",
  "link",
  "neighbor",
  "neighbor_table",
  "route",
  "rule",
  "stats",
  "tc",
];

/** Attributes of which specifications and headers have different names. */
const EXPECTED = [
  // Two names for one number.
  "MPTCP_PM_ATTR_ADDR 1 = MPTCP_PM_ENDPOINT_ADDR 1",
  // IFLA_AF_SPEC of multicast routing has these in place of families.
  "IPMRA_TABLE_CACHE_RES_QUEUE_LEN 2 = AF_INET 2",
  // The request has other attributes than the reply.
  "IFLA_STATS_GET_FILTERS 1 = IFLA_STATS_LINK_64 1",
  // The specification leaves a nest out.
  "TCA_FLOWER_KEY_MPLS_OPTS_LSE 1 = TCA_FLOWER_KEY_MPLS_OPT_LSE_DEPTH 1",
];

function* fixtures(): Generator<string> {
  for (const folder of FOLDERS) {
    for (const { name } of Deno.readDirSync(new URL(folder, FIXTURES))) {
      if (name.endsWith(".hex")) yield `${folder}/${name.slice(0, -4)}`;
    }
  }
}

/** Attributes by where they start, and values by where they are. */
function parts(
  codec: Codec<unknown>,
  view: DataView,
  start: number,
  end: number,
) {
  const attributes = new Map<number, string>();
  const values = new Map<string, { label: string; value: unknown }>();
  let last = "";
  for (const line of annotate(codec, view, { start, end })) {
    const name = /\(([A-Z0-9_]+ \d+)/.exec(line.label)?.[1];
    if (name !== undefined) attributes.set(line.start, last = name);
    if (line.value !== undefined) {
      const { label, value } = line;
      values.set(`${line.start}-${line.end}`, {
        label: `${last} ${label}`,
        value,
      });
    }
  }
  return { attributes, values };
}

function isComparable(one: unknown, other: unknown): boolean {
  const kinds = [one, other].map((value) =>
    typeof value === "bigint" ? "number" : typeof value
  );
  return kinds[0] === kinds[1] && kinds[0] !== "object";
}

/** Families of which none of the kernels at hand has an object. */
const GENERATED = ["dpll", "handshake"];

/** A number without its sign, which specifications have not always right. */
function unsigned(value: unknown, position: string): string {
  if (typeof value !== "number" && typeof value !== "bigint") {
    return String(value);
  }
  const [start, end] = position.split("-").map(Number);
  return String(BigInt.asUintN(8 * (end! - start!), BigInt(value)));
}

specTest("specifications and types read messages alike", async () => {
  const texts = SPEC_NAMES.map((name): [string, string] => [
    name,
    Deno.readTextFileSync(specFile(name)),
  ]);
  const explain = await explainBySpecs(new Map(texts));
  const different = new Map<string, string>();
  let same = 0;
  let equal = 0;
  for (const fixture of fixtures()) {
    const reader = readerOf(fixture);
    const { protocol } = reader;
    for (
      const bytes of parseHex(
        Deno.readTextFileSync(new URL(`${fixture}.hex`, FIXTURES)),
      )
    ) {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      let at = 0;
      for (let end; (end = messageEnd(view, at, bytes.length)) >= 0;) {
        const head = header.decode(view, at, at + NLMSG_HDRLEN);
        const start = at + NLMSG_HDRLEN;
        at = nextMessage(at, end);
        if (head.type < NLMSG_MIN_TYPE || end <= start) continue;
        const family = head.type === GENL_ID_CTRL
          ? "nlctrl"
          : fixture.split("/")[1]!;
        const isRequest = (head.flags & NLM_F_REQUEST) !== 0;
        const spec = explain(
          { protocol, type: head.type, isRequest, view, start, end },
          family,
        );
        if (spec === undefined) continue;
        const typed = reader.codecOf(head, 0, end - start, bytes[16]!);
        const [one, other] = [typed, spec.codec].map((codec) =>
          parts(codec, view, start, end)
        );
        for (const [position, name] of one!.attributes) {
          const found = other!.attributes.get(position);
          if (found === undefined) continue;
          if (found === name) same++;
          else different.set(`${name} = ${found}`, fixture);
        }
        for (const [position, { label, value }] of one!.values) {
          const found = other!.values.get(position)?.value;
          if (!isComparable(value, found)) continue;
          if (unsigned(value, position) === unsigned(found, position)) equal++;
          else different.set(label, `${value} = ${found} in ${fixture}`);
        }
      }
    }
  }
  for (const each of EXPECTED) different.delete(each);
  assertEquals([...different].map((each) => each.join(": ")), []);
  assert(
    same > 7000 && equal > 19000,
    `only ${same} and ${equal} are the same`,
  );
});

/** What a codec makes of values of its own, and what a specification reads. */
function compareGenerated(
  codec: Codec<unknown>,
  explain: (view: DataView) => Codec<unknown> | undefined,
  command: number,
): number {
  let compared = 0;
  const values = arbitrary(codec).map((value) => ({
    ...value as object,
    cmd: command,
  }));
  fc.assert(
    fc.property(values, (value) => {
      const writer = new Writer();
      codec.encode(writer, value);
      const view = new DataView(writer.finish().slice().buffer);
      const spec = explain(view);
      if (spec === undefined) return;
      const one = parts(codec, view, 0, view.byteLength);
      const other = parts(spec, view, 0, view.byteLength);
      for (const [position, name] of one.attributes) {
        assertEquals(other.attributes.get(position), name);
        compared++;
      }
      for (const [position, { label, value }] of one.values) {
        const found = other.values.get(position);
        assert(found !== undefined, `${label} is not there`);
        if (!isComparable(value, found.value)) continue;
        assertEquals(
          unsigned(value, position),
          unsigned(found.value, position),
          label,
        );
      }
    }),
    { numRuns: 100 },
  );
  return compared;
}

specTest("specifications and types read generated messages alike", async () => {
  for (const family of GENERATED) {
    const text = Deno.readTextFileSync(specFile(family));
    const explain = await explainBySpecs(new Map([[family, text]]));
    const compared = new Map<number, number>();
    for (const isRequest of [true, false]) {
      const { requests, replies } = genericCommands.get(family)!;
      for (const command of (isRequest ? requests : replies).keys()) {
        const about = { protocol: NETLINK_GENERIC, type: GENL_ID_CTRL + 1 };
        const count = compareGenerated(
          genericCodec(family, command, isRequest)!,
          (view) =>
            explain({
              ...about,
              isRequest,
              view,
              start: 0,
              end: view.byteLength,
            }, family)?.codec,
          command,
        );
        compared.set(command, count + (compared.get(command) ?? 0));
      }
    }
    for (const [command, count] of compared) {
      assert(count > 50, `only ${count} of ${family} command ${command}`);
    }
  }
});
