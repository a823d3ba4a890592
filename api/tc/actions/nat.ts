/**
 * Actions that translate IPv4 addresses one by one.
 *
 * @module
 */

import {
  type NatData,
  natData,
  natParameters,
  TCA_NAT_FLAG_EGRESS,
} from "../../../messages/tc/actions/nat.ts";
import { ACTION_CONTROLS } from "../../../messages/tc/actions/parameters.ts";
import { ipv4Masks } from "../../../messages/address_masks.ts";
import { ipv4, parsePrefix } from "../../mapping/address_conversions.ts";
import type { Field } from "../../mapping/mapping.ts";
import { within } from "../../mapping/mapping.ts";
import { type ActionMapping, actionMapping } from "./kind.ts";

/** Settings of an action that translates IPv4 addresses. */
export interface NatOptions {
  /**
   * Which addresses: receivers of what comes in (`ingress`, the default), or
   * senders of what goes out (`TCA_NAT_FLAG_EGRESS`).
   */
  direction?: "ingress" | "egress";
  /** Addresses that are replaced, such as `10.0.0.0/24` (`tc_nat.old_addr`). */
  from?: string;
  /** First of those that replace them (`tc_nat.new_addr`). */
  to?: string;
}

type Parameters = NonNullable<NatData["parameters"]>;

const direction: Field<"ingress" | "egress", Parameters> = {
  from: ["flags"],
  read: ({ flags }) =>
    (flags & TCA_NAT_FLAG_EGRESS) !== 0 ? "egress" : "ingress",
  write: (data, value, fieldPath) => {
    if (value !== "ingress" && value !== "egress") {
      throw fieldPath.wrong(value, "ingress or egress is expected");
    }
    data.flags = value === "egress" ? TCA_NAT_FLAG_EGRESS : 0;
  },
};

const from: Field<string, Parameters> = {
  from: ["from", "mask"],
  read: ({ from, mask }) => {
    const length = ipv4Masks().lengths.get(mask);
    return length === undefined ? `${from}/${mask}` : `${from}/${length}`;
  },
  write: (data, value, fieldPath) => {
    const { address, length } = parsePrefix(value, fieldPath);
    data.from = ipv4.toKernel(address, fieldPath)!;
    data.mask = ipv4Masks().byLength[length]!;
  },
};

/** How {@linkcode NatOptions} are stored. */
export const natMapping: ActionMapping<NatOptions, NatData> = actionMapping(
  natData,
  natParameters,
  within<NatData, "parameters", NatOptions>("parameters", {
    direction,
    from,
    to: ipv4,
  }),
  { control: () => ACTION_CONTROLS.pass },
);
