/**
 * `ip link … type rmnet`.
 *
 * @module
 */

import {
  RMNET_FLAGS,
  type RmnetData,
  rmnetData,
} from "../../../../messages/link/kinds/rmnet.ts";
import { findOneOf } from "../../../parse/choices.ts";
import type { Kind } from "./kind.ts";
import { flagList, switchedFlags } from "./notations.ts";
import { kindOfSettings } from "./settings.ts";

/** The keywords that switch flags. */
const KEYWORDS = {
  "ingress-deaggregation": RMNET_FLAGS.INGRESS_DEAGGREGATION,
  "ingress-commands": RMNET_FLAGS.INGRESS_MAP_COMMANDS,
  "ingress-mapv4-checksum": RMNET_FLAGS.INGRESS_MAP_CKSUMV4,
  "egress-mapv4-checksum": RMNET_FLAGS.EGRESS_MAP_CKSUMV4,
  "ingress-mapv5-checksum": RMNET_FLAGS.INGRESS_MAP_CKSUMV5,
  "egress-mapv5-checksum": RMNET_FLAGS.EGRESS_MAP_CKSUMV5,
};

/** Multiplexed links of modems. */
export const kind: Kind<RmnetData> = kindOfSettings(rmnetData, {
  muxId: "mux_id* MUXID",
  flags: { json: "flags", ...flagList(RMNET_FLAGS) },
}, {
  problem: (name) => `${name} is invalid`,
  ...switchedFlags(
    KEYWORDS,
    (args, name) =>
      findOneOf(args.take(), name, ["off", "on"], { code: 1 }) === 1,
  ),
});
