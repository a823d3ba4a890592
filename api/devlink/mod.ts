/**
 * Devices of devlink and what belongs to them: `devlink`.
 *
 * @module
 */

export { Devlink } from "./devlink.ts";
export type * from "./device.ts";
export type * from "./findings.ts";
export type * from "./health.ts";
export type * from "./monitor.ts";
export type * from "./object.ts";
export type * from "./objects.ts";
export type * from "./param.ts";
export type * from "./pipeline.ts";
export type * from "./port.ts";
export type * from "./rate.ts";
export type * from "./region.ts";
export type { Finder, Requester } from "../object/requester.ts";
export type * from "./requests.ts";
export type * from "./resource.ts";
export type * from "./trap.ts";
