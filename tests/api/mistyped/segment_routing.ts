import type { HmacKeySpec } from "../../../api/generic/segment_routing.ts";
import {
  at,
  atLists,
  atRequests,
  type Case,
  generic,
} from "../../support/mistyped.ts";

const { segmentRouting } = generic;

export const cases: Case[] = [
  ...at<HmacKeySpec>(
    "segmentRouting.setKey",
    { id: 5, algorithm: "sha1", secret: new Uint8Array(4) },
    (spec) => segmentRouting.setKey(spec),
  ),
  ...atLists(
    (options) => segmentRouting.listKeys(options).toArray(),
  ),
  ...atRequests(
    (options) => segmentRouting.getTunnelSource(options),
    (options) => segmentRouting.setTunnelSource("::", options),
    (options) => segmentRouting.deleteKey(5, options),
  ),
];
