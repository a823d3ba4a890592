/**
 * `ip link … type xfrm`.
 *
 * @module
 */

import {
  type XfrmData,
  xfrmData,
} from "../../../../messages/link/kinds/xfrm.ts";
import { fail, missingArgument } from "../../../parse/errors.ts";
import { unsigned } from "../../../parse/numbers.ts";
import { flag, hexadecimal, lowerDevice } from "./notations.ts";
import type { Kind } from "./kind.ts";
import { kindOfSettings } from "./settings.ts";

/** Interfaces of IPsec policies. */
export const kind: Kind<XfrmData> = kindOfSettings(xfrmData, {
  link: { ...lowerDevice, print: null },
  collectMetadata: { word: "external", ...flag },
  ifId: {
    word: "if_id*",
    argument: { name: "IF-ID", means: "0x1..0xffffffff" },
    problem: "if_id value is invalid",
    read: (word) => unsigned(word, 32) || undefined,
    print: (context, names, id, data) => {
      if (!data.collectMetadata) hexadecimal.print(context, names, id, data);
    },
  },
}, {
  unknown: () => "",
  finish({ collectMetadata, ifId, link }) {
    if (!collectMetadata && ifId === undefined) {
      throw missingArgument("IF_ID");
    }
    if (collectMetadata && (ifId !== undefined || link !== undefined)) {
      throw fail(
        1,
        "xfrmi: both 'external' and if_id/link cannot be specified",
      );
    }
  },
});
