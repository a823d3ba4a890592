/**
 * Actions that compute checksums anew.
 *
 * @module
 */

import {
  CHECKSUMS,
  type CsumData,
  csumData,
  csumParameters,
} from "../../../messages/tc/actions/csum.ts";
import { ACTION_CONTROLS } from "../../../messages/tc/actions/parameters.ts";
import { flagNames } from "../../mapping/enumerations.ts";
import { within } from "../../mapping/mapping.ts";
import { type ActionMapping, actionMapping } from "./kind.ts";

/** Settings of an action that computes checksums anew. */
export interface CsumOptions {
  /** Which ones; `iph` is that of the IPv4 header (`TCA_CSUM_UPDATE_FLAG_*`). */
  checksums?: (keyof typeof CHECKSUMS | number)[];
}

/** How {@linkcode CsumOptions} are stored. */
export const csumMapping: ActionMapping<CsumOptions, CsumData> = actionMapping(
  csumData,
  csumParameters,
  within<CsumData, "parameters", CsumOptions>("parameters", {
    checksums: ["flags", flagNames(CHECKSUMS)],
  }),
  { control: () => ACTION_CONTROLS.pass },
);
