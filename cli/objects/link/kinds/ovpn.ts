/**
 * `ip link … type ovpn`.
 *
 * @module
 */

import {
  OVPN_MODES,
  type OvpnData,
  ovpnData,
} from "../../../../messages/link/kinds/ovpn.ts";
import { findOneOf } from "../../../parse/choices.ts";
import { type Kind, unknownOption } from "./kind.ts";
import { oneOf } from "./notations.ts";
import { kindOfSettings } from "./settings.ts";

/** Data channels of OpenVPN. */
export const kind: Kind<OvpnData> = kindOfSettings(ovpnData, {
  mode: {
    word: "mode",
    ...oneOf(OVPN_MODES, { unknown: "(unknown)" }),
    read: (word, _, name) =>
      findOneOf(word, name, Object.keys(OVPN_MODES), { code: 1 }),
  },
}, { unknown: unknownOption });
