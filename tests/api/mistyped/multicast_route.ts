import type { MulticastRouteFilter } from "../../../api/route/multicast_route.ts";
import { at, atLists, type Case, net } from "../../support/mistyped.ts";

export const cases: Case[] = [
  ...at<MulticastRouteFilter>(
    "multicastRoute.list",
    { family: "inet", table: 5, inputDevice: 1 },
    (filter) => net.multicastRoute.list(filter).toArray(),
  ),
  ...atLists(
    (options) => net.multicastRoute.list({}, options).toArray(),
  ),
];
