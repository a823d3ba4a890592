/**
 * Reports about multicast packets without a route. The routes themselves are
 * messages like other routes, of the families `RTNL_FAMILY_IPMR` and
 * `RTNL_FAMILY_IP6MR`.
 *
 * @module
 */

export * from "./cache_report.ts";
export * from "./constants.ts";
export * from "./table.ts";
