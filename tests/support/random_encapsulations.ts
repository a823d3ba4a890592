/**
 * Random encapsulations of routes and next hops.
 *
 * @module
 */
import fc from "fast-check";
import type { Encapsulation } from "../../api/route/encap/mod.ts";
import { virtualMachine } from "./live.ts";
import { spec } from "./random_objects.ts";

const segments = fc.constantFrom<string[]>(
  ["2001:db8::a"],
  ["2001:db8::a", "2001:db8::b"],
);

/** Options of tunnels, which some kernels cannot print, and are ill from. */
const tunnelOptions: Record<string, fc.Arbitrary<unknown>> =
  virtualMachine === undefined ? {} : {
    geneve: fc.constantFrom([{ class: 1, type: 2, data: new Uint8Array(4) }]),
    vxlan: fc.constant({ groupPolicy: 99 }),
    erspan: fc.constantFrom(
      { version: 1, index: 5 },
      { version: 2, direction: 1, hardwareId: 6 },
    ),
  };

const tunnel = {
  id: fc.constantFrom(5n, 0n, 2n ** 40n),
  key: fc.boolean(),
  checksum: fc.boolean(),
  sequence: fc.boolean(),
};

/** Any encapsulation that needs no program and no key. */
export const encapsulations: fc.Arbitrary<Encapsulation> = fc.oneof<
  fc.Arbitrary<Encapsulation>[]
>(
  fc.record({
    mpls: spec<NonNullable<Encapsulation["mpls"]>>(
      { labels: fc.constantFrom([100], [16, 1_048_575]) },
      { ttl: fc.constantFrom(5, 255) },
    ),
  }),
  fc.record({
    ip: spec<NonNullable<Encapsulation["ip"]>>({
      destination: fc.constant("192.0.2.9"),
    }, {
      ...tunnel,
      ...tunnelOptions,
      source: fc.constant("192.0.2.1"),
      ttl: fc.constantFrom(7, 0),
      tos: fc.constant(4),
    }),
  }),
  fc.record({
    ip6: spec<NonNullable<Encapsulation["ip6"]>>({
      destination: fc.constant("2001:db8::9"),
    }, {
      ...tunnel,
      ...tunnelOptions,
      source: fc.constant("2001:db8::1"),
      hopLimit: fc.constantFrom(7, 0),
      trafficClass: fc.constant(4),
    }),
  }),
  fc.record({
    seg6: spec<NonNullable<Encapsulation["seg6"]>>(
      { segments },
      { mode: fc.constantFrom("inline", "encap", "l2encap", "encap.red") },
    ),
  }),
  fc.record({
    seg6local: fc.oneof(
      spec<NonNullable<Encapsulation["seg6local"]>>(
        { action: fc.constant("End") },
        {
          counters: fc.constant(true as const),
          flavors: fc.subarray(["psp", "usp", "usd"] as const, {
            minLength: 1,
          }),
        },
      ),
      fc.constant({ action: "End.T" as const, table: 254 as const }),
      fc.constant({ action: "End.DT6" as const, table: "main" as const }),
      fc.record({
        action: fc.constant("End.B6.Encaps" as const),
        path: fc.record({ segments }),
      }),
    ),
  }),
  fc.record({ rpl: fc.record({ segments }) }),
  fc.record({
    ila: spec<NonNullable<Encapsulation["ila"]>>(
      { locator: fc.constant("2001:db8:ff:0") },
      {
        checksumMode: fc.constantFrom("neutral-map", "no-action", 0),
        identifierType: fc.constantFrom("luid", "use-format"),
        hook: fc.constantFrom("output", "input"),
      },
    ),
  }),
  fc.record({
    ioam6: spec<NonNullable<Encapsulation["ioam6"]>>({
      trace: fc.constant({ namespaceId: 1, type: 0x800000, size: 12 }),
    }, {
      mode: fc.constantFrom("inline", "encap", "auto"),
      destination: fc.constant("2001:db8::a"),
      frequencyK: fc.constant(2),
      frequencyN: fc.constant(3),
    }),
  }),
  fc.record({ xfrm: fc.constantFrom({ interfaceId: 5 }) }),
);
