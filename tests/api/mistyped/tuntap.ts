import type {
  TunTapKey,
  TunTapOptions,
  TunTapSpec,
} from "../../../api/link/tuntap.ts";
import { at, type Case, net } from "../../support/mistyped.ts";

export const cases: Case[] = [
  ...at<TunTapOptions>(
    "options of tuntap",
    { netns: "blue" },
    (options) => net.tuntap.add({ name: "tap0", type: "tap" }, options),
    (options) => net.tuntap.delete({ name: "tap0", type: "tap" }, options),
  ),
  ...at<TunTapSpec>(
    "tuntap.add",
    {
      name: "tap0",
      type: "tap",
      owner: 0,
      group: 0,
      packetInformation: true,
      virtioHeader: true,
      multiQueue: true,
    },
    (spec) => net.tuntap.add(spec),
  ),
  ...at<TunTapKey>(
    "tuntap.delete",
    { name: "tap0", type: "tap" },
    (key) => net.tuntap.delete(key),
  ),
];
