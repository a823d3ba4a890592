import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { linkKindMappings } from "../../api/link/kinds/mod.ts";
import { linkPortMappings } from "../../api/link/ports/mod.ts";
import type { Mapping } from "../../api/mapping/mapping.ts";
import type { Codec } from "../../messages/codec/mod.ts";
import { type LinkKinds, linkKinds } from "../../messages/link/kinds/mod.ts";
import { type LinkPorts, linkPorts } from "../../messages/link/ports/mod.ts";
import { arbitrary } from "../support/arbitrary.ts";
import { devices } from "./samples/devices.ts";
import { others } from "./samples/others.ts";
import { portSamples } from "./samples/ports.ts";
import type { KindSamples } from "./samples/samples.ts";
import { tunnels } from "./samples/tunnels.ts";

/** Words of each kind, and what the kernel wants to see for them. */
const samples: KindSamples<keyof LinkKinds> = {
  ...devices,
  ...others,
  ...tunnels,
};

function list(words: object): string {
  const names = Object.keys(words);
  return names.length > 3 ? `${names[0]}, …` : names.join(", ");
}

/** What the kernel takes and never reports, so that it does not come back. */
const neverReported = new Set([
  "batadv.routingAlgorithm",
  "bridge.fdbFlush",
  "can.restart",
  "gtp.createSockets",
  "gtp.socket0",
  "gtp.socket1",
  "hsr.version",
  "macsec.port",
  "ppp.fd",
]);

for (const [kind, pairs] of Object.entries(samples)) {
  const mapping = linkKindMappings[kind as keyof LinkKinds] as AnyMapping;
  for (const [words, data] of pairs) {
    Deno.test(`linkKindMappings puts ${kind} ${list(words)} into data and back`, () => {
      assertEquals(mapping.toKernel(words), data);
      const reported = Object.fromEntries(
        Object.entries(words).filter(([name]) =>
          !neverReported.has(`${kind}.${name}`)
        ),
      );
      const back = mapping.fromKernel(data) as Record<string, unknown>;
      for (const [name, value] of Object.entries(reported)) {
        assertEquals(back[name], value, name);
      }
    });
  }
}

for (const [port, pairs] of Object.entries(portSamples)) {
  const mapping = linkPortMappings[port as keyof LinkPorts] as AnyMapping;
  for (const [words, data] of pairs) {
    Deno.test(`linkPortMappings puts ${port} into data`, () => {
      assertEquals(mapping.toKernel(words), data);
    });
  }
}

Deno.test("linkPortMappings reads what only the kernel sets", () => {
  const { fromKernel } = linkPortMappings.bondPort;
  assertEquals(
    fromKernel({ state: 1, miiStatus: 2, adActorOperPortState: 0x3d }),
    {
      state: "backup",
      miiStatus: "down",
      actorState: [
        "active",
        "aggregating",
        "in_sync",
        "collecting",
        "distributing",
      ],
    },
  );
  assertEquals(linkPortMappings.vrfPort.fromKernel({ table: 10 }), {
    table: 10,
  });
});

type AnyMapping = Mapping<object, object>;

const derived: [string, AnyMapping, Codec<unknown>][] = [
  ...Object.entries(linkKinds).map(([kind, codec]) =>
    [kind, linkKindMappings[kind as keyof LinkKinds], codec] as never
  ),
  ...Object.entries(linkPorts).map(([port, codec]) =>
    [port, linkPortMappings[port as keyof LinkPorts], codec] as never
  ),
];

/** Kinds with peers, which are links: `link_test.ts` has these. */
const paired = new Set(["netkit", "veth", "vxcan"]);

/** Whether two durations are the same but for how exact a double is. */
function isClose(a: unknown, b: unknown): boolean {
  return typeof a === "number" && typeof b === "number" &&
    Math.abs(a - b) <= 4 * Number.EPSILON * Math.abs(b);
}

for (const [name, mapping, codec] of derived) {
  if (paired.has(name)) continue;
  Deno.test(`fromKernel() of ${name} returns what toKernel() makes of it`, () => {
    fc.assert(
      fc.property(arbitrary(codec), (data) => {
        const words = mapping.fromKernel(data as object);
        const second = attempt(() => mapping.toKernel(words));
        // The kernel's data may have what cannot be requested.
        fc.pre(second !== undefined);
        const back = mapping.fromKernel(second) as Record<string, unknown>;
        const settable = withoutReadOnly(mapping, words);
        for (const [name, value] of Object.entries(settable)) {
          if (isClose(back[name], value)) continue;
          assertEquals(back[name], value, name);
        }
      }),
      { numRuns: 50 },
    );
  });
}

Deno.test("linkKindMappings fills up what is left out of a CAN bit timing", () => {
  assertEquals(linkKindMappings.can.toKernel({ bitTiming: { bitrate: 1 } }), {
    bittiming: {
      bitrate: 1,
      samplePoint: 0,
      tq: 0,
      propSeg: 0,
      phaseSeg1: 0,
      phaseSeg2: 0,
      sjw: 0,
      brp: 0,
    },
  });
});

/** Leaves out properties that are read only: they make no data. */
function withoutReadOnly(mapping: AnyMapping, words: object): object {
  return Object.fromEntries(
    Object.entries(words).filter(([name, value]) => {
      const data = mapping.toKernel({ [name]: value });
      return Object.keys(data).length > 0;
    }),
  );
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) {
      return undefined;
    }
    throw error;
  }
}
