import type {
  AddressFilter,
  AddressKey,
  AddressSpec,
} from "../../../api/address/address.ts";
import {
  at,
  atDeletes,
  atLists,
  atRequests,
  type Case,
  net,
} from "../../support/mistyped.ts";

const addressSpec: Required<AddressSpec> = {
  device: 1,
  address: "192.0.2.1",
  prefixLength: 24,
  peer: "192.0.2.2",
  broadcast: "192.0.2.255",
  anycast: "192.0.2.3",
  label: "d0",
  scope: "global",
  flags: ["nodad"],
  validLifetime: 20,
  preferredLifetime: 10,
  metric: 1,
  protocol: 4,
};

const addressKey = { device: 1, address: "192.0.2.1/24" };

export const cases: Case[] = [
  ...at<AddressFilter>(
    "address.list",
    {
      device: 1,
      family: "inet",
      scope: "global",
      label: "d0",
      within: "192.0.2.0/24",
      flags: ["nodad"],
    },
    (filter) => net.address.list(filter).toArray(),
    (filter) => net.address.flush(filter),
  ),
  ...at<AddressSpec>(
    "address.add",
    addressSpec,
    (spec) => net.address.add(spec),
    (spec) => net.address.replace(spec),
    (spec) => net.address.change(spec),
  ),
  ...at<AddressKey>(
    "address.get",
    { device: 1, address: "192.0.2.1", prefixLength: 24, peer: "192.0.2.2" },
    (key) => net.address.get(key),
    (key) => net.address.find(key),
    (key) => net.address.delete(key),
  ),
  ...atLists(
    (options) => net.address.list({}, options).toArray(),
  ),
  ...atRequests(
    (options) => net.address.flush({ device: 1 }, options),
    (options) => net.address.get(addressKey, options),
    (options) => net.address.find(addressKey, options),
    (options) => net.address.add(addressKey, options),
  ),
  ...atDeletes(
    (options) => net.address.delete(addressKey, options),
  ),
];
