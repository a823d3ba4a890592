/**
 * The program `tc`.
 *
 * @module
 */

import { IPROUTE2, VERSION } from "../program.ts";
import type { Program } from "../runtime/context.ts";
import { help } from "../runtime/verbs.ts";
import { TC_OPTIONS } from "./options.ts";

/** `tc`. */
export const program: Program = {
  name: "tc",
  version: `tc utility, iproute2-${IPROUTE2}, @netlink/netlink ${VERSION}`,
  options: TC_OPTIONS,
  objects: [
    ["qdisc", () => import("./qdisc/mod.ts")],
    ["class", () => import("./class/mod.ts")],
    ["filter", () => import("./filter/mod.ts")],
    ["chain", () => import("./chain/mod.ts")],
    ["actions", () => import("./actions/mod.ts")],
    ["monitor", () => import("./monitor/mod.ts")],
    ["exec", () => import("./exec/mod.ts")],
    ["help", help],
  ],
  prepare: ({ names }) => names ? () => import("./class_names.ts") : undefined,
  own: {
    completions: () => import("../objects/completions/mod.ts"),
  },
  usage: { code: 0, exits: false },
  unknownVerb: { code: 255, exits: false },
  unknownObject: 255,
  refusal: 2,
};
