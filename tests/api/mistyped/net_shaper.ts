import type {
  ShaperGroup,
  ShaperKey,
  ShaperSettings,
} from "../../../api/generic/net_shaper_spec.ts";
import {
  at,
  atLists,
  atRequests,
  type Case,
  generic,
} from "../../support/mistyped.ts";

const { netShaper } = generic;
const key = { device: 1, scope: "queue", id: 5 } as const;

export const cases: Case[] = [
  ...at<ShaperKey>(
    "netShaper.get",
    key,
    (key) => netShaper.get(key),
    (key) => netShaper.set(key, {}),
    (key) => netShaper.delete(key),
  ),
  ...at<ShaperSettings>(
    "netShaper.set",
    {
      metric: "bps",
      minRate: 5,
      maxRate: 5,
      burst: 5,
      priority: 5,
      weight: 5,
    },
    (settings) => netShaper.set(key, settings),
  ),
  ...at<ShaperGroup>(
    "netShaper.group",
    {
      ...key,
      metric: "bps",
      minRate: 5,
      maxRate: 5,
      burst: 5,
      priority: 5,
      weight: 5,
      leaves: [{ id: 1, priority: 5, weight: 5 }],
      parent: { scope: "node", id: 5 },
    },
    (group) => netShaper.group(group),
  ),
  ...atLists(
    (options) => netShaper.list(1, options).toArray(),
    (options) => netShaper.listCapabilities(1, options).toArray(),
  ),
  ...atRequests(
    (options) => netShaper.get(key, options),
    (options) => netShaper.set(key, {}, options),
    (options) => netShaper.delete(key, options),
    (options) => netShaper.group({ ...key, leaves: [] }, options),
  ),
];
