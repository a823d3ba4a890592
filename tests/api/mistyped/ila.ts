import type {
  IlaMappingFilter,
  IlaMappingKey,
  IlaMappingSpec,
} from "../../../api/generic/ila.ts";
import {
  at,
  atDeletes,
  atLists,
  atRequests,
  type Case,
  generic,
} from "../../support/mistyped.ts";

const { ila } = generic;

export const cases: Case[] = [
  ...at<IlaMappingSpec>(
    "ila.add",
    {
      match: "1:2:3:4",
      device: 1,
      locator: "1:2:3:5",
      checksumMode: "no-action",
      identifierType: "luid",
    },
    (spec) => ila.add(spec),
  ),
  ...at<IlaMappingKey>(
    "ila.delete",
    { match: "1:2:3:4", device: 1 },
    (key) => ila.delete(key),
  ),
  ...at<IlaMappingFilter>(
    "ila.list",
    { device: 1 },
    (filter) => ila.list(filter).toArray(),
  ),
  ...atLists(
    (options) => ila.list({}, options).toArray(),
  ),
  ...atRequests(
    (options) => ila.flush(options),
  ),
  ...atDeletes(
    (options) => ila.delete({ match: "1:2:3:4" }, options),
  ),
];
