/**
 * `ip macsec offload`.
 *
 * @module
 */

import { MACSEC_OFFLOADS } from "../../../messages/link/kinds/macsec.ts";
import {
  MACSEC_CMD_UPD_OFFLOAD,
  type MacsecAttributes,
} from "../../../messages/generic/macsec.ts";
import { CommandError, usage } from "../../parse/errors.ts";
import { answered, type FamilyCommand } from "../../runtime/generic.ts";
import { takeOneOf } from "../../parse/choices.ts";
import { takes } from "../../parse/grammar.ts";
import { takeLink } from "./parse_link.ts";

/** Chooses who does the work. */
export const offload: FamilyCommand<MacsecAttributes> = takes(
  "DEV [ off | phy | mac ]",
  async (args, context, family) => {
    const ifindex = await takeLink(args, context);
    if (args.left === 0) throw usage("macsec");
    let type: number;
    try {
      type = takeOneOf(
        args,
        "offload",
        Object.keys(MACSEC_OFFLOADS),
        { start: context.io },
      );
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      throw usage("macsec", error.message);
    }
    const attributes = { ifindex, offload: { type } };
    await answered(family.request(MACSEC_CMD_UPD_OFFLOAD, attributes));
    return 0;
  },
);
