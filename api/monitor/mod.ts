/**
 * Watching the kernel's objects: monitors and mirrors.
 *
 * @module
 */

export * from "./change.ts";
export * from "./mirror.ts";
export type {
  MirrorForwardingKey,
  MirrorKey,
  MirrorKeyOf,
  MirrorKeys,
  MirrorNeighborKey,
  MirrorRouteKey,
} from "./mirror_key.ts";
export * from "./monitor.ts";
export type { ListenerOptions, OpenTransport } from "./open.ts";
