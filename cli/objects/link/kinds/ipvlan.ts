/**
 * `ip link … type ipvlan` and `ipvtap`.
 *
 * @module
 */

import {
  IPVLAN_F_PRIVATE,
  IPVLAN_F_VEPA,
  IPVLAN_MODES,
  type IpvlanData,
  ipvlanData,
} from "../../../../messages/link/kinds/ipvlan.ts";
import type { Word } from "../../../parse/grammar.ts";
import { oneOf } from "./notations.ts";
import { failWithUsage, type Kind, unknownOption } from "./kind.ts";
import { kindOfSettings } from "./settings.ts";

/** Links that share the hardware address of another one. */
function ipvlan(name: string): Kind<IpvlanData> {
  const flag = (bit: number): Word<IpvlanData> => (data, { word }) => {
    if (data.flags !== undefined) {
      throw failWithUsage(name, unknownOption(name, word));
    }
    data.flags = bit;
  };
  return kindOfSettings<IpvlanData>(ipvlanData, {
    mode: {
      word: "mode*",
      json: "mode",
      text: " mode",
      ...oneOf(IPVLAN_MODES, {
        error: 'Error: argument of "mode" must be either "l2", "l3" or "l3s"',
      }),
    },
    flags: {
      print: ({ printer }, _, flags) => {
        const name = flags & IPVLAN_F_PRIVATE
          ? "private"
          : flags & IPVLAN_F_VEPA
          ? "vepa"
          : "bridge";
        printer.value(name, true, `${name} `);
      },
    },
  }, {
    called: "FLAGS",
    keywords: {
      "private*": flag(IPVLAN_F_PRIVATE),
      "vepa*": flag(IPVLAN_F_VEPA),
      "bridge*": flag(0),
    },
    unknown: unknownOption,
    finish(data) {
      const { flags = 0 } = data;
      delete data.flags;
      data.flags = flags;
    },
  });
}

/** `type ipvlan`. */
export const kind: Kind<IpvlanData> = ipvlan("ipvlan");
/** `type ipvtap`. */
export const ipvtap: { readonly kind: Kind<IpvlanData> } = {
  kind: ipvlan("ipvtap"),
};
