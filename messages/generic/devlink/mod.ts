/**
 * Devices of devlink and what belongs to them: `DEVLINK_*`.
 *
 * @module
 */

export * from "./attribute_list.ts";
export * from "./attributes.ts";
export * from "./commands.ts";
export * from "./device.ts";
export * from "./dpipe.ts";
export * from "./health.ts";
export * from "./param.ts";
export * from "./port.ts";
export * from "./region.ts";
export * from "./request_attributes.ts";
export * from "./resource.ts";
export * from "./trap.ts";
export * from "./values.ts";
