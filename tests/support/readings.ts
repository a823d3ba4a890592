/**
 * Kinds of objects, and the ways in which they are read.
 *
 * @module
 */

import { assert, assertEquals } from "@std/assert";
import { addresses } from "../../api/address/spec.ts";
import { forwardings } from "../../api/forwarding/spec.ts";
import { links } from "../../api/link/spec.ts";
import { neighborTables } from "../../api/neighbor_table/spec.ts";
import { nexthops } from "../../api/nexthop/spec.ts";
import { rules } from "../../api/rule/spec.ts";
import { neighborTableMessage } from "../../messages/neighbor_table/neighbor_table.ts";
import { nexthopMessage } from "../../messages/nexthop/nexthop.ts";
import { ruleMessage } from "../../messages/rule/rule.ts";
import { neighbors } from "../../api/neighbor/spec.ts";
import { prototypeOf } from "../../api/mapping/origin.ts";
import { objectEnding } from "../../api/reading/object_ending.ts";
import type { MessageCheck, Reading } from "../../api/reading/reading.ts";
import { routes } from "../../api/route/spec.ts";
import { addressMessage } from "../../messages/address/address.ts";
import { compileTrace } from "../../messages/codec/compiled/compile_trace.ts";
import { type Codec, Writer } from "../../messages/codec/mod.ts";
import type { TracedDecode } from "../../messages/codec/compiled/traces.ts";
import { linkMessage } from "../../messages/link/link.ts";
import { neighborMessage } from "../../messages/neighbor/neighbor.ts";
import { routeMessage } from "../../messages/route/route.ts";
import { NETLINK_ROUTE, NETLINK_XFRM } from "../../messages/families.ts";
import { xfrmPolicies } from "../../api/xfrm/policy_spec.ts";
import { xfrmStates } from "../../api/xfrm/state_spec.ts";
import {
  xfrmPolicyMessage,
  xfrmStateMessage,
} from "../../messages/xfrm/messages.ts";
import { parseHex } from "../../tools/capture/fixture.ts";
import { protocolOf } from "../../tools/capture/reader.ts";

export interface Kind {
  name: string;
  codec: Codec<unknown>;
  reading: Reading<unknown, object>;
  types: number[];
  /** The netlink protocol; rtnetlink if it is missing. */
  protocol?: number;
}

export const kinds = [
  {
    name: "address",
    codec: addressMessage,
    reading: addresses,
    types: [20, 21],
  },
  { name: "link", codec: linkMessage, reading: links, types: [16, 17] },
  {
    name: "neighbor",
    codec: neighborMessage,
    reading: neighbors,
    types: [28, 29],
  },
  { name: "route", codec: routeMessage, reading: routes, types: [24, 25] },
  {
    name: "forwarding entry",
    codec: neighborMessage,
    reading: forwardings,
    types: [28, 29],
  },
  {
    name: "neighbor table",
    codec: neighborTableMessage,
    reading: neighborTables,
    types: [64],
  },
  {
    name: "next hop",
    codec: nexthopMessage,
    reading: nexthops,
    types: [104, 105],
  },
  { name: "rule", codec: ruleMessage, reading: rules, types: [32, 33] },
  {
    name: "IPsec state",
    codec: xfrmStateMessage,
    reading: xfrmStates,
    types: [16, 26],
    protocol: NETLINK_XFRM,
  },
  {
    name: "IPsec policy",
    codec: xfrmPolicyMessage,
    reading: xfrmPolicies,
    types: [19, 25],
    protocol: NETLINK_XFRM,
  },
] as unknown as Kind[];

/** The bytes of a message, in a buffer of their own. */
export function encode(codec: Codec<unknown>, value: unknown): DataView {
  const writer = new Writer();
  codec.encode(writer, value);
  return new DataView(writer.finish().slice().buffer);
}

/** What is read without any generated code. */
export function interpreted({ codec, reading }: Kind, view: DataView): object {
  return reading.read(codec.decode(view, 0, view.byteLength));
}

export function assertSame(found: unknown, expected: object): void {
  assertEquals(found, expected);
  const message = (object: unknown) => (object as { message: unknown }).message;
  assertEquals(message(found), message(expected));
}

/** What reads messages like an example, by generated code. */
export function traceOf(
  { codec, reading }: Kind,
  example: DataView,
  checks: MessageCheck[] = [],
): ((view: DataView) => unknown) | undefined {
  const { shape } = codec;
  assert(shape.kind === "message");
  const trace = compileTrace(
    shape.header,
    shape.attributes,
    example,
    0,
    example.byteLength,
    objectEnding(reading.fields!, prototypeOf(codec), checks),
    checks,
  ) as TracedDecode<unknown, MessageCheck[]> | undefined;
  return trace && ((view) => trace(view, 0, view.byteLength, checks));
}

/** Messages of the real kernel. */
export function* capturedOf(
  { types, protocol = NETLINK_ROUTE }: Kind,
): Generator<DataView> {
  const root = new URL("../fixtures/", import.meta.url);
  for (const { name: folder, isDirectory } of Deno.readDirSync(root)) {
    if (!isDirectory || protocolOf(`${folder}/`) !== protocol) continue;
    const url = new URL(`${folder}/`, root);
    for (const { name } of Deno.readDirSync(url)) {
      if (!name.endsWith(".hex")) continue;
      const datagrams = parseHex(Deno.readTextFileSync(new URL(name, url)));
      for (const bytes of datagrams) {
        const view = new DataView(bytes.slice().buffer);
        for (let at = 0; at + 16 <= bytes.length;) {
          const length = view.getUint32(at, true);
          if (types.includes(view.getUint16(at + 4, true))) {
            yield new DataView(bytes.slice(at + 16, at + length).buffer);
          }
          at += Math.max(16, (length + 3) & ~3);
        }
      }
    }
  }
}
