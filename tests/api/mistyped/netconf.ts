import type {
  NetconfFilter,
  NetconfKey,
} from "../../../api/netconf/netconf.ts";
import {
  at,
  atLists,
  atRequests,
  type Case,
  net,
} from "../../support/mistyped.ts";

export const cases: Case[] = [
  ...at<NetconfFilter>(
    "netconf.list",
    { family: "inet", device: 1 },
    (filter) => net.netconf.list(filter).toArray(),
  ),
  ...at<NetconfKey>(
    "netconf.get",
    { family: "inet", device: 1 },
    (key) => net.netconf.get(key),
    (key) => net.netconf.find(key),
  ),
  ...atLists(
    (options) => net.netconf.list({}, options).toArray(),
  ),
  ...atRequests(
    (options) => net.netconf.get({ device: 1 }, options),
    (options) => net.netconf.find({ device: 1 }, options),
  ),
];
