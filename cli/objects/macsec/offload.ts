/**
 * `ip macsec offload`.
 *
 * @module
 */

import type { GenericFamily } from "../../../api/connection/generic_family.ts";
import {
  MACSEC_CMD_UPD_OFFLOAD,
  type MacsecAttributes,
} from "../../../messages/generic/macsec.ts";
import type { Context } from "../../runtime/context.ts";
import { CommandError, usage } from "../../parse/errors.ts";
import { answered } from "../../runtime/generic.ts";
import { takeOneOf, type Words } from "../../parse/grammar.ts";
import { MACSEC_HELP } from "./help.ts";
import { takeLink } from "./link.ts";

/** Chooses who does the work. */
export async function offload(
  words: Words,
  context: Context,
  family: GenericFamily<MacsecAttributes>,
): Promise<number> {
  const ifindex = await takeLink(words, context);
  if (words.left === 0) throw usage(MACSEC_HELP);
  let type: number;
  try {
    type = takeOneOf(words, "offload", ["off", "phy", "mac"]);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw usage(error.message + MACSEC_HELP);
  }
  const attributes = { ifindex, offload: { type } };
  await answered(family.request(MACSEC_CMD_UPD_OFFLOAD, attributes));
  return 0;
}
