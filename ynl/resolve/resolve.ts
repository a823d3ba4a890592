/**
 * Makes explicit what specifications leave to be counted, inherited or looked
 * up.
 *
 * @module
 */

import { camelKeys } from "../names.ts";
import type { Group, Spec, SubMessage } from "../spec.ts";
import { AttributeSets } from "./attribute_sets.ts";
import { Definitions } from "./definitions.ts";
import { resolveOperations } from "./operations.ts";
import { asRawSpec } from "./raw.ts";

/** Netlink protocol of generic netlink (`NETLINK_GENERIC`). */
const GENERIC = 16;

/**
 * Makes every number of a specification explicit: values that are counted,
 * those that a subset inherits, constants and limits, offsets in structs, and
 * numbers of operations in both directions.
 *
 * @param document The specification, as a YAML or JSON parser returns it.
 * @returns The specification, with keys in camelCase. What has no place in
 * {@linkcode Spec} is kept.
 * @throws {SpecError} If it makes no sense.
 *
 * @example Numbers that follow from those before
 * ```ts
 * import { resolve } from "@netlink/netlink/ynl";
 *
 * const spec = resolve({
 *   name: "trial",
 *   "attribute-sets": [{
 *     name: "trial",
 *     attributes: [{ name: "id", type: "u32", value: 5 }, {
 *       name: "label",
 *       type: "string",
 *     }],
 *   }],
 *   operations: { list: [] },
 * });
 * const [id, label] = spec.attributeSets[0]!.attributes;
 * if (id?.value !== 5 || label?.value !== 6) throw new Error("not counted");
 * ```
 */
export function resolve(document: unknown): Spec {
  const raw = asRawSpec(camelKeys(document));
  const definitions = new Definitions(raw);
  const resolved = definitions.all();
  const attributeSets = new AttributeSets(raw, definitions).all();
  const { protocol = "genetlink" } = raw;
  return {
    ...raw as {
      subMessages?: readonly SubMessage[];
      mcastGroups?: { list: readonly Group[] };
    },
    name: raw.name,
    protocol,
    protonum: raw.protonum ?? GENERIC,
    ...protocol !== "netlink-raw" && { version: raw.version ?? 1 },
    definitions: definitions.marked(resolved),
    attributeSets,
    operations: resolveOperations(raw),
  };
}
