/**
 * Labels by which IPv6 source addresses are chosen.
 *
 * @module
 */

export * from "./address_label.ts";
export * from "./constants.ts";
