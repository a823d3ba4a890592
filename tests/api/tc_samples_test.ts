import { assertEquals } from "@std/assert";
import { EMATCH_KINDS } from "../../messages/tc/ematches/kinds.ts";
import { filterKinds } from "../../messages/tc/filters/mod.ts";
import {
  actingSamples,
  classSamples,
  ingressSamples,
} from "../support/filter_samples.ts";

const samples = [...ingressSamples, ...actingSamples, ...classSamples];

Deno.test("samples of filters have each kind", () => {
  const kinds = Object.keys(filterKinds);
  const named = samples.flatMap((sample) => Object.keys(sample));
  assertEquals(
    kinds.filter((kind) => named.includes(kind)),
    kinds,
  );
});

Deno.test("samples of filters have each kind of ematch that needs no set", () => {
  const found = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      found.add(name);
      collect(inner);
    }
  };
  for (const { basic, cgroup, flow } of samples) collect([basic, cgroup, flow]);
  // Sets and matches of iptables take what other programs make.
  const elsewhere = ["ipset", "ipt"];
  const kinds = Object.keys(EMATCH_KINDS);
  assertEquals(
    kinds.filter((kind) => !found.has(kind)),
    elsewhere,
  );
});
