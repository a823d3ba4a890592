/**
 * `ip macsec show`.
 *
 * @module
 */

import type { GenericFamily } from "../../../api/connection/generic_family.ts";
import {
  MACSEC_CMD_GET_TXSC,
  type MacsecAttributes,
} from "../../../messages/generic/macsec.ts";
import type { Context } from "../../runtime/context.ts";
import { usage } from "../../parse/errors.ts";
import { showAll } from "../../runtime/generic.ts";
import type { Words } from "../../parse/grammar.ts";
import { formatMacsec } from "./format.ts";
import { MACSEC_HELP } from "./help.ts";
import { takeLink } from "./link.ts";

/** Shows MACsec links with their channels and associations. */
export async function show(
  words: Words,
  context: Context,
  family: GenericFamily<MacsecAttributes>,
): Promise<number> {
  const index = words.left === 0 ? 0 : await takeLink(words, context);
  if (words.left > 0) throw usage(MACSEC_HELP);
  return await showAll(context, family, {
    command: MACSEC_CMD_GET_TXSC,
    attributes: {},
    format: (message) => {
      if (index === 0 || message.attributes.ifindex === index) {
        formatMacsec(context, message);
      }
    },
  });
}
