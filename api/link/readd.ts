/**
 * Making links out of what was read from others.
 *
 * @module
 */

import type { LinkKinds } from "../../messages/link/kinds/mod.ts";
import { pairs } from "./creation_plan.ts";
import { linkKindMappings } from "./kinds/mod.ts";
import type { Link, LinkSpec } from "./spec.ts";

/**
 * Removes, from a link that was read, what the kernel reports of links and
 * refuses for new ones.
 *
 * @param spec The link.
 * @returns The rest; the same if it was not read.
 */
export function withoutReadOnly(spec: LinkSpec): LinkSpec {
  if (!isRead(spec)) return spec;
  const rest = { ...spec };
  for (const kind of Object.keys(linkKindMappings) as (keyof LinkKinds)[]) {
    const recreate = linkKindMappings[kind].recreate as
      | ((reported: unknown) => never)
      | undefined;
    if (recreate !== undefined && rest[kind] !== undefined) {
      rest[kind] = recreate(rest[kind]);
    }
  }
  // Links without hardware addresses report zeros.
  for (const name of ["address", "broadcast"] as const) {
    if (/^[0:.]*$/.test(rest[name] ?? "")) delete rest[name];
  }
  // It is the default, and drivers without it refuse to be asked for it.
  if (rest.addressGenerationMode === "eui64") delete rest.addressGenerationMode;
  for (const name of ["carrier", "virtualFunctions"] as const) {
    delete rest[name];
  }
  // The ends of a pair report each other, and make each other anew.
  if (pairs.some((kind) => rest[kind] !== undefined || rest.kind === kind)) {
    delete rest.link;
  }
  // Some kinds take one from the link below that nobody may ask for.
  if (isOutside(spec as Link)) delete rest.mtu;
  // It is the default, and most modes of bonds refuse it.
  if (rest.bondPort?.priority === 0) {
    const { priority: _priority, ...bondPort } = rest.bondPort;
    rest.bondPort = bondPort;
  }
  if (rest.linkNetnsId === -1) delete rest.linkNetnsId;
  if (rest.bridgePort !== undefined) {
    // The bridge decides on the state of its ports.
    const { state: _state, ...bridgePort } = rest.bridgePort;
    rest.bridgePort = bridgePort;
  }
  return rest;
}

/** Whether the MTU is outside the limits that the kernel reports with it. */
function isOutside({ mtu = 0, minMtu = 0, maxMtu = 0 }: Link): boolean {
  return mtu < minMtu || maxMtu > 0 && mtu > maxMtu;
}

/**
 * Whether a link was read from the kernel.
 *
 * @param spec The link.
 * @returns Whether it was.
 */
export function isRead(spec: object): boolean {
  return "type" in spec && "flags" in spec;
}
