/**
 * VLAN databases of bridges.
 *
 * @module
 */

export * from "./constants.ts";
export * from "./vlan_database.ts";
