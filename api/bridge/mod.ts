/**
 * What bridges have besides ports and forwarding entries: `bridge`.
 *
 * @module
 */

export * from "./bridge.ts";
export * from "./global_vlan.ts";
export * from "./mdb.ts";
export { FILTER_MODES } from "../../messages/mdb/constants.ts";
export * from "./mst.ts";
export * from "./parts.ts";
export * from "./ranges.ts";
export * from "./requests.ts";
export * from "./vlan.ts";
export * from "./vlan_types.ts";
export * from "./vni.ts";
