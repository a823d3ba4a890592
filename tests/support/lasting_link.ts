/**
 * What links that were made the same way have in common.
 *
 * @module
 */
import type { Link } from "../../api/link/spec.ts";

/** What the kernel counts, or finds out, while a link is there. */
const passing = [
  "message",
  "statistics",
  "carrierChanges",
  "carrierUpCount",
  "carrierDownCount",
  "state",
  "carrier",
  "flags",
  "permanentAddress",
  "qdisc",
] as const;

/**
 * Picks what two links that were made the same way have in common.
 *
 * @param link One of them.
 * @returns Its properties.
 */
export function lasting(link: Link): Partial<Link> {
  const rest: Partial<Link> = { ...link };
  for (const name of passing) delete rest[name];
  // The other end is made anew, too.
  if (["netkit", "veth", "vxcan"].includes(rest.kind!)) delete rest.link;
  for (const [property, value] of Object.entries(rest)) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      continue;
    }
    const kept = Object.entries(value).filter(([name]) =>
      !/Timer$|^(bridgeId|rootId)$/.test(name)
    );
    Object.assign(rest, { [property]: Object.fromEntries(kept) });
  }
  return rest;
}
