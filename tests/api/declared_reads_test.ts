import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { addresses } from "../../api/address/spec.ts";
import { forwardings } from "../../api/forwarding/spec.ts";
import { links } from "../../api/link/spec.ts";
import { neighborTables } from "../../api/neighbor_table/spec.ts";
import { nexthops } from "../../api/nexthop/spec.ts";
import { rules } from "../../api/rule/spec.ts";
import { neighborTableMessage } from "../../messages/neighbor_table/neighbor_table.ts";
import { nexthopMessage } from "../../messages/nexthop/nexthop.ts";
import { ruleMessage } from "../../messages/rule/rule.ts";
import { linkKindMappings } from "../../api/link/kinds/mod.ts";
import { linkPortMappings } from "../../api/link/ports/mod.ts";
import { neighbors } from "../../api/neighbor/spec.ts";
import { routes } from "../../api/route/spec.ts";
import { routeMetricsMapping } from "../../api/route/metrics.ts";
import { weightedNextHop } from "../../api/route/next_hop.ts";
import type {
  ReadableField,
  ReadableFields,
} from "../../api/mapping/mapping.ts";
import { addressMessage } from "../../messages/address/address.ts";
import type { Codec, Shape } from "../../messages/codec/mod.ts";
import { linkKinds } from "../../messages/link/kinds/mod.ts";
import { linkMessage } from "../../messages/link/link.ts";
import { linkPorts } from "../../messages/link/ports/mod.ts";
import { neighborMessage } from "../../messages/neighbor/neighbor.ts";
import { routeMetrics } from "../../messages/route/metrics.ts";
import { routeNextHops } from "../../messages/route/next_hop.ts";
import { routeMessage } from "../../messages/route/route.ts";
import { xfrmPolicies } from "../../api/xfrm/policy_spec.ts";
import { xfrmStates } from "../../api/xfrm/state_spec.ts";
import {
  xfrmPolicyMessage,
  xfrmStateMessage,
} from "../../messages/xfrm/messages.ts";
import { arbitrary } from "../support/arbitrary.ts";

type AnyField = ReadableField<unknown, never>;

const mapped: [name: string, Codec<unknown>, ReadableFields][] = [
  ["address", addressMessage as Codec<unknown>, addresses.fields!],
  ["link", linkMessage as Codec<unknown>, links.fields!],
  ["neighbor", neighborMessage as Codec<unknown>, neighbors.fields!],
  ["route", routeMessage as Codec<unknown>, routes.fields!],
  [
    "forwarding entry",
    neighborMessage as Codec<unknown>,
    forwardings.fields!,
  ],
  [
    "neighbor table",
    neighborTableMessage as Codec<unknown>,
    neighborTables.fields!,
  ],
  ["next hop object", nexthopMessage as Codec<unknown>, nexthops.fields!],
  ["rule", ruleMessage as Codec<unknown>, rules.fields!],
  ["IPsec state", xfrmStateMessage as Codec<unknown>, xfrmStates.fields!],
  ["IPsec policy", xfrmPolicyMessage as Codec<unknown>, xfrmPolicies.fields!],
  ["metrics", routeMetrics as Codec<unknown>, routeMetricsMapping.fields],
  ["next hop", itemOf(routeNextHops), weightedNextHop.fields],
  ...kinds(linkKinds, linkKindMappings),
  ...kinds(linkPorts, linkPortMappings),
];

function itemOf({ shape }: { shape: Shape }): Codec<unknown> {
  assert(shape.kind === "records");
  return shape.item;
}

function kinds(
  codecs: object,
  mappings: object,
): [string, Codec<unknown>, ReadableFields][] {
  const known = codecs as Record<string, Codec<unknown>>;
  return Object.entries(mappings as Record<string, { fields: ReadableFields }>)
    .filter(([, { fields }]) => fields !== undefined)
    .map(([name, { fields }]) => [name, known[name]!, fields]);
}

/** An object that takes down which of its properties are looked at. */
function spied(data: object, looked: Set<string>): object {
  return new Proxy(data, {
    get: (target, name) => {
      const value = Reflect.get(target, name);
      if (name !== "attributes") looked.add(String(name));
      else {
        return new Proxy(value as object, {
          get: (inner, key) => {
            looked.add(`attributes.${String(key)}`);
            return Reflect.get(inner, key);
          },
        });
      }
      return value;
    },
  });
}

/** The field that reads, and what it reads from; none if that is not there. */
function innermost(
  field: AnyField,
  data: object,
): [AnyField, object] | undefined {
  while (field.inner !== undefined) {
    const value = (data as Record<PropertyKey, unknown>)[field.inner.property];
    if (value === undefined) return undefined;
    data = value as object;
    field = field.inner.field;
  }
  return [field, data];
}

for (const [name, codec, fields] of mapped) {
  Deno.test(`properties of ${name} are read from what they declare`, () => {
    assert(codec !== undefined);
    fc.assert(
      fc.property(arbitrary(codec), (message) => {
        for (const [name, outer] of fields) {
          const found = innermost(outer, message as object);
          if (found === undefined) continue;
          const [field, data] = found;
          if (field.from === undefined) continue;
          const looked = new Set<string>();
          const whole = field.read(spied(data, looked) as never);
          const from = new Set(field.from.map(String));
          assertEquals([...looked].filter((path) => !from.has(path)), [], name);
          const pairs = field.pair === undefined ? field.pairs : [field.pair];
          if (pairs === undefined) continue;
          const properties = data as Record<PropertyKey, unknown>;
          const there = pairs.find(([property]) =>
            properties[property] !== undefined
          );
          assertEquals(
            there && there[1](properties[there[0]] as never),
            whole,
            name,
          );
        }
      }),
      { numRuns: 50 },
    );
  });
}
