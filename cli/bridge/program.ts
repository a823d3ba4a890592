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
    ["link", () => import("./link/mod.ts")],
    ["fdb", () => import("./fdb/mod.ts")],
    ["mdb", () => import("./mdb/mod.ts")],
    ["mst", () => import("./mst/mod.ts")],
    ["vlan", () => import("./vlan/mod.ts")],
    ["vni", () => import("./vni/mod.ts")],
    ["monitor", () => import("./monitor/mod.ts")],
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
