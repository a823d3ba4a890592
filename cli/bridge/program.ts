/**
 * The program `bridge`.
 *
 * @module
 */

import { IPROUTE2 } from "../program.ts";
import type { Program } from "../runtime/context.ts";
import { help } from "../runtime/verbs.ts";
import { BRIDGE_OPTIONS } from "./options.ts";

/** `bridge`. */
export const program: Program = {
  name: "bridge",
  version: `bridge utility, ${IPROUTE2}`,
  options: BRIDGE_OPTIONS,
  objects: [
    ["link", undefined],
    ["fdb", undefined],
    ["mdb", undefined],
    ["mst", undefined],
    ["vlan", undefined],
    ["vni", undefined],
    ["monitor", undefined],
    ["help", help],
  ],
  own: {
    completions: () => import("../objects/completions/mod.ts"),
  },
  usage: { code: 255, exits: true },
  unknownVerb: { code: 255, exits: true },
  unknownObject: 255,
  refusal: 255,
};
