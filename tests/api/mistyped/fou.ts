import type { FouSpec } from "../../../api/generic/fou.ts";
import {
  at,
  atDeletes,
  atLists,
  atRequests,
  type Case,
  generic,
} from "../../support/mistyped.ts";

export const cases: Case[] = [
  ...at<FouSpec>(
    "fou.add",
    {
      port: 5,
      family: "inet",
      local: "192.0.2.1",
      peer: "192.0.2.2",
      peerPort: 5,
      device: 1,
      type: "gue",
      protocol: 4,
      remoteChecksumAtOnce: true,
    },
    (spec) => generic.fou.add(spec),
  ),
  ...atLists(
    (options) => generic.fou.list(options).toArray(),
  ),
  ...atRequests(
    (options) => generic.fou.get({ port: 5 }, options),
    (options) => generic.fou.find({ port: 5 }, options),
    (options) => generic.fou.add({ port: 5 }, options),
  ),
  ...atDeletes(
    (options) => generic.fou.delete({ port: 5 }, options),
  ),
];
