/**
 * Whether schemas store what the kernel's own policies expect in requests:
 * these are what it checks attributes by, and have more than headers and
 * specifications.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import { NetlinkError } from "../../api/connection/errors.ts";
import type {
  AttributePolicies,
  AttributePolicy,
  FamilyPolicy,
} from "../../api/generic/policy.ts";
import { GenericNetlink } from "../../api/mod.ts";
import { controlMessage } from "../../messages/generic/control.ts";
import type { Codec, Shape } from "../../messages/codec/mod.ts";
import {
  genericCodec,
  genericCommands,
  genericFamilies,
} from "../../messages/generic/registry.ts";
import { liveTest } from "../support/live.ts";

/** What the schemas have on purpose. */
const OTHERWISE = [
  // No message has it: each HMAC is in a message of its own.
  /SEG6_ATTR_HMACINFO is nested/,
];

liveTest("Schemas store what the kernel's policies expect", {
  needs: ["kernel 5.10"],
  seconds: 120,
}, async () => {
  using generic = GenericNetlink.open();
  const found: string[] = [];
  let count = 0;
  for (const name of [...genericFamilies.keys(), ...genericCommands.keys()]) {
    const comparison = new Comparison(name);
    for (const [command, policy] of await policiesOf(generic, name)) {
      const codec = genericCodec(name, command, true);
      if (codec?.shape.kind !== "message") continue;
      for (const each of [policy.do, policy.dump]) {
        if (each !== undefined) {
          comparison.set(each, codec.shape.attributes, name);
        }
      }
    }
    count += comparison.count;
    found.push(...comparison.different);
  }
  assertEquals(
    found.filter((line) => !OTHERWISE.some((pattern) => pattern.test(line))),
    [],
  );
  assert(count > 20, `only ${count}`);
});

async function policiesOf(
  generic: GenericNetlink,
  name: string,
): Promise<FamilyPolicy> {
  try {
    await generic.resolve(name); // loads the module, where there is one
    const family = { name, version: 1, codec: controlMessage };
    return await generic.family(family).policy();
  } catch (error) {
    // The kernel lacks the family, or the family has no policy.
    if (error instanceof NetlinkError) return new Map();
    throw error;
  }
}

/** Compares a family. */
class Comparison {
  readonly #seen = new Map<AttributePolicies, Set<Shape>>();
  readonly different = new Set<string>();
  count = 0;

  constructor(readonly family: string) {}

  /** Compares a set of attributes. */
  set(policies: AttributePolicies, { shape }: Codec<unknown>, path: string) {
    const seen = this.#seen.get(policies) ?? new Set();
    if (shape.kind !== "attributes" || seen.has(shape)) return;
    this.#seen.set(policies, seen.add(shape));
    for (const [type, policy] of policies) {
      const fields = shape.fields.filter((field) => field.type === type);
      const here = `${path} ${fields[0]?.uapiName}`;
      if (fields.length === 0 || policy.type === undefined) continue;
      this.count++;
      const codecs = fields.map(({ codec }) =>
        codec.shape.kind === "multi" ? codec.shape.item : codec
      );
      if (!codecs.some((codec) => fits(policy, codec))) {
        this.different.add(
          `${here} is ${policy.type} there, ${codecs[0]!.shape.kind} here`,
        );
      }
      for (const codec of codecs) this.#nested(policy, codec, here);
    }
  }

  #nested(
    { type, nested }: AttributePolicy,
    codec: Codec<unknown>,
    path: string,
  ) {
    if (nested === undefined) return;
    const { shape } = codec;
    if (shape.kind === "list") {
      const inner = type === "nested array"
        ? nested
        : nested.get(shape.type?.[1] ?? -1)?.nested;
      if (inner !== undefined) this.set(inner, shape.item, path);
    } else if (type === "nested") this.set(nested, codec, path);
  }
}

/** Whether a policy expects what a codec writes. */
function fits({ type = "" }: AttributePolicy, { shape, size }: Codec<unknown>) {
  const [, bits] = /^[us](8|16|32|64)$/.exec(type) ?? [];
  if (bits !== undefined) {
    return shape.kind === "integer"
      ? shape.bits === Number(bits) || shape.narrow === true
      : size === Number(bits) / 8;
  }
  switch (type) {
    case "flag":
      return shape.kind === "flag";
    case "nested":
    case "nested array":
      return ["attributes", "list", "custom"].includes(shape.kind);
    case "string":
    case "NUL-terminated string":
      return shape.kind === "string" || shape.kind === "bytes";
    default:
      return true;
  }
}
