/**
 * Options of router advertisements that the kernel leaves to user space.
 *
 * @module
 */

export * from "./constants.ts";
export * from "./nd_user_option.ts";
