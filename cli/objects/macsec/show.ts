/**
 * `ip macsec show`.
 *
 * @module
 */

import {
  MACSEC_CMD_GET_TXSC,
  type MacsecAttributes,
} from "../../../messages/generic/macsec.ts";
import { usage } from "../../parse/errors.ts";
import { type FamilyCommand, showAll } from "../../runtime/generic.ts";
import { takes } from "../../parse/grammar.ts";
import { formatMacsec } from "./format.ts";
import { takeLink } from "./parse_link.ts";

/** Shows MACsec links with their channels and associations. */
export const show: FamilyCommand<MacsecAttributes> = takes(
  "[ DEV ]",
  async (args, context, family) => {
    const index = args.left === 0 ? 0 : await takeLink(args, context);
    if (args.left > 0) throw usage("macsec");
    return await showAll(context, family, {
      command: MACSEC_CMD_GET_TXSC,
      attributes: {},
      format: (message) => {
        if (index === 0 || message.attributes.ifindex === index) {
          formatMacsec(context, message);
        }
      },
    });
  },
);
