import type { JoinedAddressFilter } from "../../../api/address/membership.ts";
import { at, atLists, type Case, net } from "../../support/mistyped.ts";

export const cases: Case[] = [
  ...at<JoinedAddressFilter>(
    "multicastAddress.list",
    { device: 1, family: "inet" },
    (filter) => net.multicastAddress.list(filter).toArray(),
    (filter) => net.anycastAddress.list(filter).toArray(),
  ),
  ...atLists(
    (options) => net.multicastAddress.list({}, options).toArray(),
    (options) => net.anycastAddress.list({}, options).toArray(),
  ),
];
