/**
 * Actions on MPLS labels.
 *
 * @module
 */

import {
  MPLS_ACTIONS,
  MPLS_PROTOCOLS,
  type MplsActionData,
  mplsActionData,
  type MplsActionParameters,
  mplsActionParameters,
} from "../../../messages/tc/actions/mpls.ts";
import { boolean, integer } from "../../mapping/conversions.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import { within } from "../../mapping/mapping.ts";
import { type ActionMapping, actionMapping } from "./kind.ts";

/** Settings of an action on MPLS labels. */
export interface MplsActionOptions {
  /** What is done; required (`TCA_MPLS_ACT_*`). */
  operation?: keyof typeof MPLS_ACTIONS | number;
  /** EtherType that results; `pop` requires it (`TCA_MPLS_PROTO`). */
  protocol?: keyof typeof MPLS_PROTOCOLS | number;
  /** Label, of 20 bits; `push` requires it (`TCA_MPLS_LABEL`). */
  label?: number;
  /** Traffic class, of 3 bits (`TCA_MPLS_TC`). */
  trafficClass?: number;
  /** Time to live, 1 to 255 (`TCA_MPLS_TTL`). */
  ttl?: number;
  /** Whether it is the innermost label (`TCA_MPLS_BOS`). */
  bottom?: boolean;
}

/** How {@linkcode MplsActionOptions} are stored. */
export const mplsActionMapping: ActionMapping<
  MplsActionOptions,
  MplsActionData
> = actionMapping(
  mplsActionData,
  mplsActionParameters,
  {
    ...within<
      MplsActionData,
      "parameters",
      Pick<MplsActionOptions, "operation">
    >("parameters", { operation: ["type", enumeration(MPLS_ACTIONS, 32)] }),
    protocol: enumeration(MPLS_PROTOCOLS, 16),
    label: integer(0, 0xfffff),
    trafficClass: integer(0, 7),
    ttl: integer(1, 255),
    bottom: boolean,
  },
  {
    check({ parameters, label, protocol }, fieldPath) {
      const { type } = parameters as MplsActionParameters;
      const require = (name: string, value: unknown) => {
        if (value === undefined) {
          throw fieldPath.at(name).wrong(value, "it is required");
        }
      };
      require("operation", type || undefined);
      if (type === MPLS_ACTIONS.push) require("label", label);
      if (type === MPLS_ACTIONS.pop) require("protocol", protocol);
    },
  },
);
