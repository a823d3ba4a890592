import type {
  AddressLabelFilter,
  AddressLabelSpec,
} from "../../../api/address/address_label.ts";
import {
  at,
  atDeletes,
  atLists,
  atRequests,
  type Case,
  net,
} from "../../support/mistyped.ts";

export const cases: Case[] = [
  ...at<AddressLabelFilter>(
    "addressLabel.list",
    { device: 1, within: "2001:db8::/32", label: 5 },
    (filter) => net.addressLabel.list(filter).toArray(),
  ),
  ...at<AddressLabelSpec>(
    "addressLabel.add",
    { prefix: "2001:db8::/32", device: 1, label: 5 },
    (spec) => net.addressLabel.add(spec),
  ),
  ...at<{ prefix: string; device?: number }>(
    "addressLabel.get",
    { prefix: "2001:db8::/32", device: 1 },
    (key) => net.addressLabel.get(key),
    (key) => net.addressLabel.delete(key),
  ),
  ...atLists(
    (options) => net.addressLabel.list({}, options).chunks().next(),
  ),
  ...atRequests(
    (options) => net.addressLabel.get({ prefix: "2001:db8::/32" }, options),
    (options) => net.addressLabel.resolve("2001:db8::1", undefined, options),
  ),
  ...atDeletes(
    (options) => net.addressLabel.delete({ prefix: "2001:db8::/32" }, options),
  ),
];
