/**
 * Families of netlink by their specifications in YAML, which the kernel's
 * sources have in `Documentation/netlink/specs`. This package has none of them:
 * they are read from where you have them.
 *
 * @example Any family of a kernel
 * ```ts ignore
 * import { openFamily } from "@netlink/netlink/ynl";
 *
 * using netdev = await openFamily("/usr/share/ynl/specs/netdev.yaml");
 * for await (const queue of netdev.dump("queue-get", { ifindex: 2 })) {
 *   console.log(queue);
 * }
 * await netdev.do("napi-set", { id: 513, deferHardIrqs: 100 });
 * for await (const event of await netdev.events("mgmt")) console.log(event);
 * console.log(netdev.describe("queue-get"));
 * ```
 *
 * @see {@link https://docs.kernel.org/userspace-api/netlink/specs.html | Using Netlink protocol specifications}
 *
 * @module
 */

export type { Values } from "./compile/values.ts";
export * from "./errors.ts";
export * from "./family.ts";
export type * from "./family_types.ts";
export * from "./open.ts";
export { resolve } from "./resolve/resolve.ts";
export { loadSpec, type SpecDocument, type SpecSource } from "./source.ts";
export type * from "./spec.ts";
export { generateTypes, type TypesOptions } from "./types.ts";
