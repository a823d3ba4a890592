import {
  atLists,
  atRequests,
  type Case,
  generic,
} from "../../support/mistyped.ts";

export const cases: Case[] = [
  ...atLists(
    (options) => generic.families(options).toArray(),
  ),
  ...atRequests(
    (options) => generic.resolve("macsec", options),
  ),
];
